// Map-like places: the states in question at the corners of a figure, the others round it as they lie on the map.
import type { Entity } from '../../model/entity.ts';
import type { EntityId } from '../../model/id.ts';
import { onMap } from './atlas.ts';
import { mean, type Point, seeded } from './geometry.ts';
import type { Scene } from './reading.ts';

/** A state on the map; null for what has no capital. */
function placeOf(entity: Entity | undefined): Point | null {
  if (entity?.lon === undefined || entity.lat === undefined) return null;
  return onMap({ lon: entity.lon, lat: entity.lat });
}

/**
 * States in question stand at the corners of a figure that leaves room for a field between them; the others stand
 * round it in the direction in which they lie on the map. Where none is in question the map itself is drawn.
 */
export function likeMap(
  free: readonly EntityId[],
  links: readonly (readonly [EntityId, EntityId])[],
  scene: Scene,
  places: Map<EntityId, Point>,
): void {
  const map = (id: EntityId) => placeOf(scene.entities.get(id));
  const asked = scene.asked.filter((id) => free.includes(id) || places.has(id));
  const corners = asked.filter((id) => free.includes(id));
  if (corners.length > 0) assign(corners, slots(asked.length, places, asked), map, places);
  const rest = free.filter((id) => !places.has(id));
  const centre = mean(asked.flatMap((id) => places.get(id) ?? []));
  const middle = mean(asked.flatMap((id) => map(id) ?? []));
  const located = rest.flatMap((id) => {
    const at = map(id);
    return at === null ? [] : [{ id, at }];
  });
  if (asked.length === 0) for (const { id, at } of located) places.set(id, at);
  else for (const [id, p] of outside(located, middle, centre)) places.set(id, p);
  for (const [i, id] of rest.entries()) {
    if (places.has(id)) continue;
    const neighbours = links.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []));
    const near = mean(neighbours.flatMap((n) => places.get(n) ?? []));
    const random = seeded(i + 1);
    const angle =
      near.x === centre.x && near.y === centre.y
        ? random() * 2 * Math.PI
        : Math.atan2(near.y - centre.y, near.x - centre.x) + (random() - 0.5);
    places.set(id, { x: near.x + Math.cos(angle) * 260, y: near.y + Math.sin(angle) * 220 });
  }
}

/** How far those outside stand from the middle of those in question, at least. */
const RING = { x: 610, y: 430 };
/** A ring of so many is one deep; more go farther out the farther off they lie. */
const ONE_DEEP = 8;
/** How much of its direction a state gives up where many lie in the same. */
const EVENLY = 0.4;

/** Each in the direction in which it lies from those in question, or near it where many lie in the same. */
function outside(
  located: readonly { id: EntityId; at: Point }[],
  middle: Point,
  centre: Point,
): [EntityId, Point][] {
  const turned = located.map((l) => ({ ...l, angle: Math.atan2(l.at.y - middle.y, l.at.x - middle.x) }));
  turned.sort((a, b) => a.angle - b.angle);
  const [first] = turned;
  const deep = Math.min(Math.max(turned.length - ONE_DEEP, 0) / 10, 3);
  return turned.map(({ id, at, angle }, i) => {
    const even = (first?.angle ?? 0) + (i / turned.length) * 2 * Math.PI;
    const way = angle + (even - angle) * EVENLY * Math.min(1, turned.length / ONE_DEEP);
    const far = 1 + Math.min(Math.hypot(at.x - middle.x, at.y - middle.y) / 1500, 1) * deep;
    return [id, { x: centre.x + Math.cos(way) * RING.x * far, y: centre.y + Math.sin(way) * RING.y * far }];
  });
}

/** The corners of a figure for n states: two of three at the top, so that one leg goes down between the rows. */
function slots(n: number, places: ReadonlyMap<EntityId, Point>, asked: readonly EntityId[]): Point[] {
  const taken = asked.flatMap((id) => places.get(id) ?? []);
  const all = figure(n);
  // Slots next to states that have their place already are taken.
  for (const p of taken) {
    all.sort((a, b) => Math.hypot(b.x - p.x, b.y - p.y) - Math.hypot(a.x - p.x, a.y - p.y));
    all.pop();
  }
  return all;
}

function figure(n: number): Point[] {
  if (n === 1) return [{ x: 0, y: 60 }];
  if (n === 2) return [-455, 455].map((x) => ({ x, y: 60 }));
  if (n === 3)
    return [
      { x: -455, y: -140 },
      { x: 455, y: -140 },
      { x: 0, y: 336 },
    ];
  if (n === 4) return [-140, 336].flatMap((y) => [-455, 455].map((x) => ({ x, y })));
  const rx = 420 + n * 22;
  return Array.from({ length: n }, (_, i) => {
    const angle = ((i + 0.5) / n) * 2 * Math.PI - Math.PI / 2;
    return { x: Math.cos(angle) * rx, y: 98 + Math.sin(angle) * rx * 0.66 };
  });
}

/** Gives each state the slot that suits its place on the map: the most western states choose the most western slots. */
function assign(
  ids: readonly EntityId[],
  free: Point[],
  map: (id: EntityId) => Point | null,
  places: Map<EntityId, Point>,
): void {
  const at = new Map(ids.map((id, i) => [id, map(id) ?? { x: i, y: 0 }]));
  const middle = mean([...at.values()]);
  const slotMiddle = mean(free);
  const angle = (p: Point, c: Point) => Math.atan2(p.y - c.y, p.x - c.x);
  // Sorted round their middles, the two rings are turned against each other until they fit best.
  const ring = [...at].sort(([, a], [, b]) => angle(a, middle) - angle(b, middle));
  const around = [...free].sort((a, b) => angle(a, slotMiddle) - angle(b, slotMiddle));
  const misfit = (turn: number) =>
    ring.reduce((sum, [, p], i) => {
      const slot = around[(i + turn) % around.length];
      const off = slot === undefined ? 0 : angle(p, middle) - angle(slot, slotMiddle);
      return sum + 1 - Math.cos(off);
    }, 0);
  const turns = around.map((_, i) => i).sort((a, b) => misfit(a) - misfit(b));
  for (const [i, [id]] of ring.entries()) {
    const slot = around[(i + (turns[0] ?? 0)) % around.length];
    if (slot !== undefined) places.set(id, slot);
  }
}
