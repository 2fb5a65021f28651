// Room for names: pushes nodes apart, out of the figure of the states in question, and far enough for what is to be said.
import type { EntityId } from '../../model/id.ts';
import { around, type Box, boxAt, mean, type Point } from './geometry.ts';
import { nameIn, type Scene } from './reading.ts';
import { FONT, nodeSize } from './sizes.ts';
import { lineWidth } from './text.ts';

/** The disc of an entity and the name under it. */
export function entityBox(id: EntityId, at: Point, scene: Scene): Box {
  const entity = scene.entities.get(id);
  const size = nodeSize(entity?.label);
  const font = entity?.label === 'Group' ? FONT.group : FONT.state;
  const width = Math.min(lineWidth(nameIn(scene, id), font), 170);
  return boxAt(at.x, at.y + 18, Math.max(size, width) + 12, size + 48);
}

/** Pushes nodes apart until no disc or name lies on another; fixed ones stay. */
export function spread(
  places: Map<EntityId, Point>,
  fixed: ReadonlySet<EntityId>,
  scene: Scene,
): Map<EntityId, Point> {
  const ids = [...places.keys()].sort();
  for (let round = 0; round < 60; round++) {
    let moved = false;
    for (const [i, a] of ids.entries())
      for (const b of ids.slice(i + 1)) if (pushApart(a, b, places, fixed, scene)) moved = true;
    if (!moved) break;
  }
  return places;
}

function pushApart(
  a: EntityId,
  b: EntityId,
  places: Map<EntityId, Point>,
  fixed: ReadonlySet<EntityId>,
  scene: Scene,
): boolean {
  const p = places.get(a);
  const q = places.get(b);
  if (p === undefined || q === undefined || (fixed.has(a) && fixed.has(b))) return false;
  if (Math.abs(p.x - q.x) > 200 || Math.abs(p.y - q.y) > 130) return false;
  const boxA = entityBox(a, p, scene);
  const boxB = entityBox(b, q, scene);
  const width = Math.min(boxA.x2, boxB.x2) - Math.max(boxA.x1, boxB.x1);
  const height = Math.min(boxA.y2, boxB.y2) - Math.max(boxA.y1, boxB.y1);
  if (width <= 0 || height <= 0) return false;
  const share = fixed.has(a) || fixed.has(b) ? 1 : 0.5;
  // Along the shorter way out.
  const dx = width < height ? (q.x >= p.x ? width + 1 : -width - 1) : 0;
  const dy = width < height ? 0 : q.y >= p.y ? height + 1 : -height - 1;
  if (!fixed.has(a)) places.set(a, { x: p.x - dx * share, y: p.y - dy * share });
  if (!fixed.has(b)) places.set(b, { x: q.x + dx * share, y: q.y + dy * share });
  return true;
}

/** How far states that are not in question keep from the middle of those that are. */
const OUTSIDE = { x: 610, y: 430 };

/** Moves what stands between the states in question out of their figure, in the direction in which it stands. */
export function keepOut(places: Map<EntityId, Point>, fixed: ReadonlySet<EntityId>, scene: Scene): void {
  const asked = scene.asked.flatMap((id) => places.get(id) ?? []);
  if (asked.length < 3) return;
  const box = around(asked.map((p) => ({ x1: p.x, x2: p.x, y1: p.y, y2: p.y })));
  if (box === null) return;
  const centre = { x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2 };
  const rx = Math.max(OUTSIDE.x, (box.x2 - box.x1) / 2 + 155);
  const ry = Math.max(OUTSIDE.y, (box.y2 - box.y1) / 2 + 190);
  for (const [id, p] of places) {
    if (fixed.has(id) || scene.asked.includes(id)) continue;
    const off = Math.hypot((p.x - centre.x) / rx, (p.y - centre.y) / ry);
    if (off >= 1) continue;
    const angle = off === 0 ? 0 : Math.atan2(p.y - centre.y, p.x - centre.x);
    const far = off === 0 ? 1 : 1 / off;
    places.set(id, {
      x: off === 0 ? centre.x + rx * Math.cos(angle) : centre.x + (p.x - centre.x) * far,
      y: off === 0 ? centre.y + ry * Math.sin(angle) : centre.y + (p.y - centre.y) * far,
    });
  }
}

/** The room that a name with its disc, and a claim with its label, take on a picture that can be read. */
const ROOM = { entity: 30_000, claim: 34_000 };
const MOST = 3;
/** So little more is not worth that labels get smaller. */
const ENOUGH = 1.1;

/** Draws places farther apart where there is more to be said than they leave room for. */
export function makeRoom(places: Map<EntityId, Point>, claims: number): void {
  const box = around(
    [...places.values()].map((p) => ({ x1: p.x - 80, x2: p.x + 80, y1: p.y - 60, y2: p.y + 60 })),
  );
  if (box === null) return;
  const area = (box.x2 - box.x1) * (box.y2 - box.y1);
  const factor = Math.min(Math.sqrt((places.size * ROOM.entity + claims * ROOM.claim) / area), MOST);
  if (factor <= ENOUGH) return;
  const centre = mean([...places.values()]);
  for (const [id, p] of places)
    places.set(id, {
      x: Math.round(centre.x + (p.x - centre.x) * factor),
      y: Math.round(centre.y + (p.y - centre.y) * factor),
    });
}
