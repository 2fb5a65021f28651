// The inside of a field: its leading shape, and the rows of other claims of the same states on both sides of its leg.
import {
  type Box,
  best,
  boxAt,
  distance,
  grow,
  lengthIn,
  mean,
  type Point,
  samples,
  shared,
} from './geometry.ts';
import type { Field, Group } from './sets.ts';
import { LEAD, ROW_STEP } from './sizes.ts';
import type { Stage } from './stage.ts';

/** From the leading shape to the first row, to the middle of the shapes on the left, and on the right. */
const FIRST_ROW = 88;
const LEFT = -254;
const RIGHT = 44;
/** How far the block reaches from the leading shape. */
const REACH = { left: -276, right: 270, none: 24, top: 21, bottom: 17 };

interface Block {
  lead: Point;
  rows: { group: Group; at: Point; side: 'left' | 'right' }[];
  /** Null where there are no rows. */
  pad: Box | null;
}

/** Where the rows of a field stand when its leading shape stands at a place. */
export function blockAt(field: Field, lead: Point): Block {
  const column = (groups: readonly Group[], side: 'left' | 'right') =>
    groups.map((group, i) => ({
      group,
      side,
      at: { x: lead.x + (side === 'left' ? LEFT : RIGHT), y: lead.y + FIRST_ROW + i * ROW_STEP },
    }));
  const count = Math.max(field.left.length, field.right.length);
  return {
    lead,
    rows: [...column(field.left, 'left'), ...column(field.right, 'right')],
    pad:
      count === 0
        ? null
        : {
            x1: lead.x + (field.left.length > 0 ? REACH.left : -REACH.none),
            x2: lead.x + (field.right.length > 0 ? REACH.right : REACH.none),
            y1: lead.y + REACH.top,
            y2: lead.y + FIRST_ROW + (count - 1) * ROW_STEP + REACH.bottom,
          },
  };
}

/** The place of the leading shape from which legs are short and no leg and no state lies on the rows. */
export function leadPlace(field: Field, members: readonly Point[], stage: Stage): Point {
  const centre = mean(members);
  const middles = members.flatMap((a, i) => members.slice(i + 1).map((b) => mean([a, b])));
  const top = Math.min(...members.map((p) => p.y));
  const candidates = [centre, ...middles, { x: centre.x, y: top }, { x: centre.x, y: (centre.y + top) / 2 }];
  for (const p of [...candidates]) candidates.push({ x: p.x, y: p.y - 130 }, { x: p.x, y: p.y + 130 });
  const chosen = best(candidates, (p) => leadCost(blockAt(field, p), members, stage));
  return { x: Math.round(chosen.x), y: Math.round(chosen.y) };
}

function leadCost({ lead, rows, pad }: Block, members: readonly Point[], stage: Stage): number {
  let sum = 0;
  const body = boxAt(lead.x, lead.y, LEAD + 24, LEAD + 24);
  const block = pad === null ? null : grow(pad, 14);
  for (const d of stage.discs) {
    const disc = boxAt(d.at.x, d.at.y + 14, d.radius * 2, d.radius * 2 + 30);
    sum += shared(body, disc) * 2 + (block === null ? 0 : shared(block, disc) * 3);
  }
  const label = boxAt(lead.x + LEAD / 2 + 110, lead.y + 38, 220, 46);
  sum += stage.overlap(body, '') + stage.overlap(label, '') + (block === null ? 0 : stage.overlap(block, ''));
  // Rows hang down from the leading shape: the higher it is, the more room they have.
  if (pad !== null) sum += (lead.y - Math.min(...members.map((p) => p.y))) * 0.3;
  for (const other of stage.pads)
    sum += shared(body, other) + (block === null ? 0 : shared(block, other) * 2);
  const left = columnBox(rows, pad, lead.x, 'left');
  const right = columnBox(rows, pad, lead.x, 'right');
  for (const p of members) {
    const leg = samples({ from: p, to: lead, bow: 0 }, 24);
    sum += distance(p, lead) * 0.15;
    for (const column of [left, right]) if (column !== null) sum += lengthIn(leg, column) * 3;
    for (const d of stage.discs)
      if (distance(d.at, p) > 1 && leg.some((q) => distance(q, d.at) < d.radius + 16)) sum += 250;
  }
  return sum;
}

function columnBox(rows: Block['rows'], pad: Box | null, middle: number, side: 'left' | 'right'): Box | null {
  if (pad === null || !rows.some((r) => r.side === side)) return null;
  return side === 'left' ? { ...pad, x2: middle - 20 } : { ...pad, x1: middle + 20 };
}
