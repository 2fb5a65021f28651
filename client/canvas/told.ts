// What of a large picture is shown beside a report: as much of what the report tells as can be read there.
import type { Collection, Core } from 'cytoscape';
import type { EntityId } from '../../model/id.ts';
import { around, type Box, distance, grow, type Point } from './geometry.ts';
import { boxesOf, outside, placed, type Room, type Shown } from './viewport.ts';
import { WORLD_FONT } from './world.ts';

/** Pixels of a code while parties further away are taken in. */
const CODE_PX = 12.5;

/** A field reaches so far beyond its states. */
const FIELD = 22;

/**
 * Shows the states in question and the claims of three and more that the answer has; then, from near to far, whoever else
 * takes part in its claims, as long as codes are read easily. Without states in question it shows all that the answer has.
 * @returns null where the answer has nothing in the picture
 */
export function fitTold(cy: Core, asked: readonly EntityId[], room: Room): Shown | null {
  const told = toldNodes(cy);
  const first = firstOf(told, asked);
  let boxes = boxesOf(first, true).map((of) => ({ ...of, box: grow(of.box, FIELD) }));
  const box = around(boxes.map((b) => b.box));
  if (box === null) return null;
  const middle = middleOf(box);
  const others = boxesOf(told.not(first), true)
    .map((of) => ({ of, far: distance(middleOf(of.box), middle) }))
    .sort((a, b) => a.far - b.far);
  for (const { of } of others) {
    const more = [...boxes, of];
    if ((placed(more, room)?.zoom ?? 0) >= CODE_PX / WORLD_FONT.code) boxes = more;
  }
  const viewport = placed(boxes, room);
  if (viewport === null) return null;
  cy.viewport(viewport);
  return { zoom: cy.zoom(), pan: { ...cy.pan() }, outside: outside(cy, room, told) };
}

/** Whether something of what comes first is out of sight now. */
export const isToldCut = (cy: Core, asked: readonly EntityId[], room: Room): boolean =>
  outside(cy, room, firstOf(toldNodes(cy), asked)) > 0;

const middleOf = (b: Box): Point => ({ x: (b.x1 + b.x2) / 2, y: (b.y1 + b.y2) / 2 });

const toldNodes = (cy: Core): Collection => cy.elements('node[world]').not('.dim');

function firstOf(told: Collection, asked: readonly EntityId[]): Collection {
  const ids = new Set<string>(asked);
  const first = told.filter((n) => n.data('kind') === 'Claim' || ids.has(n.id()));
  return asked.length > 0 && first.nonempty() ? first : told;
}
