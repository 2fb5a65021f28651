// Places of entities: map-like, in a circle, by sign or in columns of time. The same data give the same places; saved
// and moved ones win (UX.md section 2).
import type { EntityId } from '../../model/id.ts';
import { signTable } from './encoding.ts';
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
  switch (scene.layout) {
    case 'circle':
      onCircle(free, scene, places);
      break;
    case 'sign':
      bySign(free, readings, scene, places);
      break;
    case 'time':
      byTime(free, readings, scene, places);
      break;
    case 'map': {
      const links = linksOf(readings, new Set(ids));
      likeMap(free, links, scene, places);
    }
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

function onCircle(ids: readonly EntityId[], scene: Scene, places: Map<EntityId, Point>): void {
  const n = ids.length;
  const radius = Math.max(360, (n * 150) / (2 * Math.PI));
  for (const [i, id] of inOrder(ids, scene).entries()) {
    const angle = (i / n) * 2 * Math.PI - Math.PI / 2;
    places.set(id, { x: Math.cos(angle) * radius * 1.35, y: Math.sin(angle) * radius });
  }
}

/** In columns, each as high as the others. */
function inColumns(
  columns: readonly (readonly EntityId[])[],
  scene: Scene,
  places: Map<EntityId, Point>,
): void {
  const filled = columns.filter((c) => c.length > 0);
  for (const [i, column] of filled.entries())
    for (const [k, id] of inOrder(column, scene).entries())
      places.set(id, {
        x: (i - (filled.length - 1) / 2) * 460,
        y: (k - (column.length - 1) / 2) * 230 + (i % 2) * 60,
      });
}

/** By the signs of its claims that stand: cooperation only, both, conflict only, neither. */
function bySign(
  ids: readonly EntityId[],
  readings: readonly Reading[],
  scene: Scene,
  places: Map<EntityId, Point>,
): void {
  const columnOf = (id: EntityId) => {
    const tones = new Set(
      readings
        .filter((r) => r.was.stands && r.principals.includes(id))
        .map((r) => signTable[r.was.sign].tone),
    );
    if (tones.has('plus')) return tones.has('minus') ? 1 : 0;
    return tones.has('minus') ? 2 : 3;
  };
  inColumns(
    [0, 1, 2, 3].map((n) => ids.filter((id) => columnOf(id) === n)),
    scene,
    places,
  );
}

/** By the year of its first dated claim; those without a date at the right. */
function byTime(
  ids: readonly EntityId[],
  readings: readonly Reading[],
  scene: Scene,
  places: Map<EntityId, Point>,
): void {
  const yearOf = (id: EntityId) => {
    const years = readings
      .filter((r) => r.principals.includes(id))
      .flatMap((r) => r.was.claim.when?.match(/\d{4}/)?.[0] ?? []);
    return years.sort()[0] ?? '9999';
  };
  const years = [...new Set(ids.map(yearOf))].sort();
  inColumns(
    years.map((year) => ids.filter((id) => yearOf(id) === year)),
    scene,
    places,
  );
}
