// Places of entities: map-like, in a circle, by sign or in columns of time. The same data give the same places; saved
// and moved ones win (UX.md section 2).
import type { EntityId } from '../../model/id.ts';
import { circle } from './circle.ts';
import { type Column, inColumns, signColumns, timeColumns } from './columns.ts';
import type { Point } from './geometry.ts';
import { likeMap } from './map-layout.ts';
import { nameIn, type Reading, type Scene } from './reading.ts';
import { keepOut, makeRoom, spread } from './spread.ts';

/**
 * Places for the entities of the alignment view.
 * @param ids the entities, in any order
 * @param readings the claims that are drawn
 */
export function entityPlaces(
  ids: readonly EntityId[],
  readings: readonly Reading[],
  scene: Scene,
): Map<EntityId, Point> {
  const places = computedPlaces(ids, readings, scene);
  for (const id of ids) {
    const moved = scene.moved[id];
    if (moved !== undefined) places.set(id, { x: moved[0], y: moved[1] });
  }
  return places;
}

function computedPlaces(
  ids: readonly EntityId[],
  readings: readonly Reading[],
  scene: Scene,
): Map<EntityId, Point> {
  const places = new Map<EntityId, Point>();
  for (const id of ids) {
    const saved = scene.saved[id];
    if (saved !== undefined) places.set(id, { x: saved[0], y: saved[1] });
  }
  const free = ids.filter((id) => !places.has(id)).sort();
  if (free.length === 0) return places;
  const fixed = new Set(places.keys());
  arrange(ids, free, readings, scene, places);
  for (let round = 0; round < 4; round++) {
    if (scene.layout === 'map') keepOut(places, fixed, scene);
    spread(places, fixed, scene);
  }
  if (fixed.size === 0) makeRoom(places, readings.length);
  return places;
}

function arrange(
  ids: readonly EntityId[],
  free: readonly EntityId[],
  readings: readonly Reading[],
  scene: Scene,
  places: Map<EntityId, Point>,
): void {
  const links = () => linksOf(readings, new Set(ids));
  switch (scene.layout) {
    case 'circle': {
      const asked = scene.asked.filter((id) => free.includes(id));
      const others = inOrder(free, scene).filter((id) => !asked.includes(id));
      for (const [id, at] of circle(asked, others, links())) places.set(id, at);
      break;
    }
    case 'sign':
    case 'time':
      for (const [id, at] of inColumns(columnsOf(free, readings, scene), scene.asked, links()))
        places.set(id, at);
      break;
    case 'map':
      likeMap(free, links(), scene, places);
  }
}

/** Each pair of principals that some claim joins, once. */
function linksOf(readings: readonly Reading[], ids: ReadonlySet<EntityId>): [EntityId, EntityId][] {
  const found = new Map<string, [EntityId, EntityId]>();
  for (const r of readings) {
    const hub = r.principals[0];
    if (hub === undefined) continue;
    for (const other of [...r.principals.slice(1), ...r.affected])
      if (ids.has(hub) && ids.has(other) && hub !== other)
        found.set([hub, other].sort().join(' '), [hub, other]);
  }
  return [...found.values()];
}

/** Those in question first, the others by name. */
function inOrder(ids: readonly EntityId[], scene: Scene): EntityId[] {
  const place = (id: EntityId) => {
    const i = scene.asked.indexOf(id);
    return i < 0 ? scene.asked.length : i;
  };
  return [...ids].sort(
    (a, b) => place(a) - place(b) || nameIn(scene, a).localeCompare(nameIn(scene, b), 'en'),
  );
}

/** The columns of a layout that has them, each in its order; none in the others. */
export function columnsOf(ids: readonly EntityId[], readings: readonly Reading[], scene: Scene): Column[] {
  const ordered = inOrder(ids, scene);
  if (scene.layout === 'time') return timeColumns(ordered, readings);
  return scene.layout === 'sign' ? signColumns(ordered, readings) : [];
}
