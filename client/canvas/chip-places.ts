// Where the chips of ties stand on their lines.
import {
  type Box,
  best,
  type Curve,
  distance,
  grow,
  holds,
  normal,
  type Point,
  pointAt,
  shared,
} from './geometry.ts';
import type { Stage } from './stage.ts';

/** Where a chip stands: a text on a line, its middle off the middle of the line. */
interface ChipPlace {
  x: number;
  y: number;
}

export interface Chip {
  id: string;
  curve: Curve;
  z: number;
  width: number;
  height: number;
}

/**
 * Places of chips on their lines: each touches its own, lies on no name, shape or other chip, and covers outer lines
 * rather than inner ones, which are painted over it.
 * @returns how far each is from the middle of its line, where Cytoscape puts it
 */
export function chipPlaces(chips: readonly Chip[], stage: Stage): Map<string, ChipPlace> {
  const free = chips.map((chip) => ({ chip, candidates: candidatesOf(chip, stage) }));
  // Widest first, widest last, and as they come: the best of the three.
  const width = (c: { chip: Chip }) => c.chip.width;
  const orders = [
    [...free].sort((a, b) => width(b) - width(a)),
    [...free].sort((a, b) => width(a) - width(b)),
    free,
  ];
  const { placed } = best(
    (stage.crowded ? orders.slice(0, 1) : orders).map((order) => settle(order, stage.crowded ? 1 : 5)),
    (result) => result.cost,
  );
  const places = new Map<string, ChipPlace>();
  for (const { chip } of free) {
    const middle = pointAt(chip.curve, 0.5);
    const at = placed.get(chip.id)?.at ?? middle;
    places.set(chip.id, { x: Math.round(at.x - middle.x), y: Math.round(at.y - middle.y) });
    const box = placed.get(chip.id)?.box;
    if (box !== undefined) stage.boxes.push({ id: chip.id, box });
  }
  return places;
}

/** Places chips one by one, round after round, until each has the best place that the others leave. */
function settle(order: readonly { chip: Chip; candidates: Candidate[] }[], rounds: number) {
  const placed = new Map<string, Candidate>();
  let cost = 0;
  for (let round = 0; round < rounds; round++) {
    cost = 0;
    for (const { chip, candidates } of order) {
      placed.delete(chip.id);
      const others = [...placed.values()];
      const costOf = (c: Candidate) => others.reduce((sum, o) => sum + clash(c.box, o.box), c.cost);
      const choice = best(candidates, costOf);
      cost += costOf(choice);
      placed.set(chip.id, choice);
    }
  }
  return { placed, cost };
}

function clash(a: Box, b: Box): number {
  const area = shared(grow(a, 5), grow(b, 5));
  return area > 0 ? 700 + area : 0;
}

interface Candidate {
  at: Point;
  box: Box;
  cost: number;
}

/** How far along and off its line a chip may stand; off it is in halves of its own size. */
const PUSHES = [0, 0.35, 0.6, 0.8, -0.35, -0.6, -0.8];

function candidatesOf(chip: Chip, stage: Stage): Candidate[] {
  const list: Candidate[] = [];
  const half = { x: chip.width / 2, y: chip.height / 2 };
  const { from, to, bow } = chip.curve;
  const n = normal(from, to);
  // Outward is where the curve bows to; a straight one has no outer side.
  const side = Math.sign(bow) || 1;
  // Chips are pushed sideways, where they are longest, and upward or downward from lines that run rather level; on a
  // slant both ways are tried.
  const ways = [
    ...(Math.abs(n.x) > 0.35 ? [{ x: side * Math.sign(n.x) * half.x, y: 0 }] : []),
    ...(Math.abs(n.x) < 0.8 ? [{ x: 0, y: side * Math.sign(n.y) * half.y }] : []),
  ];
  const step = stage.crowded ? 0.12 : distance(from, to) > 500 ? 0.03 : 0.06;
  const all = ways.flatMap((way, i) => PUSHES.slice(i === 0 ? 0 : 1).map((push) => ({ push, way })));
  const pushes = stage.crowded ? all.slice(0, 1) : all;
  for (let t = 0.14; t <= 0.861; t += step) {
    const p = pointAt(chip.curve, t);
    for (const { push, way } of pushes) {
      const at = { x: p.x + push * way.x, y: p.y + push * way.y };
      const box = { x1: at.x - half.x, y1: at.y - half.y, x2: at.x + half.x, y2: at.y + half.y };
      const taken = stage.overlap(grow(box, 6), chip.id);
      const covered = stage.crowded ? 0 : covers(box, chip, stage);
      const off = Math.abs(t - 0.5) * 60 + Math.abs(push) * 12 + (push < 0 && bow !== 0 ? 14 : 0);
      list.push({ at, box, cost: (taken > 0 ? 600 + taken : 0) + off + covered });
    }
  }
  return list;
}

/** Lines that the chip would lie on: those painted over it would cross its words. */
function covers(box: Box, chip: Chip, stage: Stage): number {
  let sum = 0;
  for (const route of stage.routes) {
    if (route.id === chip.id) continue;
    if (route.box.x1 > box.x2 || route.box.x2 < box.x1 || route.box.y1 > box.y2 || route.box.y2 < box.y1)
      continue;
    let hit = false;
    for (let i = 0; i < route.path.length - 1 && !hit; i++) {
      const a = route.path[i];
      const b = route.path[i + 1];
      if (a === undefined || b === undefined) continue;
      for (let k = 0; k < 6 && !hit; k++)
        hit = holds(box, { x: a.x + ((b.x - a.x) * k) / 6, y: a.y + ((b.y - a.y) * k) / 6 });
    }
    if (hit) sum += route.z > chip.z ? 200 : 22;
  }
  return sum;
}
