// Places of the picture in small: states by the atlas, shapes in its slots near their parties. Nothing here depends on
// which claims of a pair there are, and a shape goes by all its parties of any time.
import type { EntityId } from '../../model/id.ts';
import { type Atlas, atlasOf } from './atlas.ts';
import { around, type Box, boxAt, distance, mean, type Point, pointAt } from './geometry.ts';
import type { Reading, Scene } from './reading.ts';

/** Diameter of a disc. */
export const DISC = 46;

/** Claims of one pair and one sign, or of the same three and more: drawn as one. */
export interface Bundle {
  id: string;
  key: string;
  readings: Reading[];
  /** The width of its shape: the larger the more it joins. */
  size: number;
}

export interface WorldPlaces {
  states: ReadonlyMap<EntityId, Point>;
  shapes: ReadonlyMap<string, Point>;
  /** How far the line between two states bows, so that it runs behind no other's disc. */
  bow(a: EntityId, b: EntityId): number;
}

/** Between two things without a capital, in the row under the map. */
const ROW = 130;
const BOWS = [0, 26, -26, 52, -52, 84, -84, 120, -120, 170, -170];

/**
 * The places of the atlas, whatever layout is chosen: on a ring or in columns no code of so many states could be read.
 * @param shapes the claims of three and more, in any order
 */
export function worldPlaces(ids: readonly EntityId[], shapes: readonly Bundle[], scene: Scene): WorldPlaces {
  const { places, slots } = atlasOf(scene.capitals ?? []);
  const states = statePlaces(ids, places, scene);
  return {
    states,
    shapes: shapePlaces(shapes, places, slots, scene),
    bow: (a, b) => bowBetween(a, b, states, places),
  };
}

/** The box of the map; null where no capitals are known. */
export function groundBox(scene: Scene): Box | null {
  if (scene.capitals === null) return null;
  return around([...atlasOf(scene.capitals).places.values()].map(({ x, y }) => boxAt(x, y, DISC, DISC)));
}

function statePlaces(ids: readonly EntityId[], ground: Atlas['places'], scene: Scene): Map<EntityId, Point> {
  const places = new Map<EntityId, Point>();
  const bottom = Math.max(...[...ground.values()].map((p) => p.y)) + ROW;
  const others = ids.filter((id) => !ground.has(id)).sort();
  for (const id of ids) places.set(id, ground.get(id) ?? { x: 0, y: 0 });
  for (const [i, id] of others.entries())
    places.set(id, { x: (i - (others.length - 1) / 2) * ROW, y: bottom });
  for (const id of ids) {
    const moved = scene.moved[id];
    if (moved !== undefined) places.set(id, { x: moved[0], y: moved[1] });
  }
  return places;
}

/** The day on which a claim begins; what has no date comes last. */
const beginning = (b: Bundle) => b.readings[0]?.was.claim.when?.match(/\d{4}(-\d\d){0,2}/)?.[0] ?? '9999';

/** Older claims choose first: a later one takes its slot where they have left room, and moves none of them. */
function shapePlaces(
  shapes: readonly Bundle[],
  ground: ReadonlyMap<EntityId, Point>,
  slots: Atlas['slots'],
  scene: Scene,
): Map<string, Point> {
  const placed: { at: Point; radius: number }[] = [];
  const places = new Map<string, Point>();
  const inOrder = [...shapes].sort(
    (a, b) => beginning(a).localeCompare(beginning(b)) || (a.id < b.id ? -1 : 1),
  );
  for (const bundle of inOrder) {
    const radius = bundle.size / 2;
    const moved = scene.moved[bundle.id];
    const at =
      moved === undefined
        ? slotFor(wanted(bundle, ground), radius, slots, placed)
        : { x: moved[0], y: moved[1] };
    places.set(bundle.id, at);
    placed.push({ at, radius });
  }
  return places;
}

/** The middle of all that were ever parties: who joins or leaves moves nothing. */
function wanted({ readings }: Bundle, ground: ReadonlyMap<EntityId, Point>): Point {
  const ever = new Set(readings.flatMap((r) => [...r.parties.map((p) => p.entity), ...r.principals]));
  return mean([...ever].flatMap((id) => ground.get(id) ?? []));
}

function slotFor(
  want: Point,
  radius: number,
  slots: Atlas['slots'],
  placed: readonly { at: Point; radius: number }[],
): Point {
  let found: Point = want;
  let least = Number.POSITIVE_INFINITY;
  for (const { at, room } of slots) {
    const far = distance(at, want) + Math.max(0, DISC / 2 + radius + 3 - room) * 30;
    if (far >= least) continue;
    if (placed.some((p) => distance(p.at, at) < p.radius + radius + 8)) continue;
    least = far;
    found = at;
  }
  return found;
}

const bows = new WeakMap<ReadonlyMap<EntityId, Point>, Map<string, number>>();

/** Told by the atlas alone, so that a line keeps its way; worked out once for a pair. */
function bowBetween(
  a: EntityId,
  b: EntityId,
  states: ReadonlyMap<EntityId, Point>,
  ground: ReadonlyMap<EntityId, Point>,
): number {
  const from = states.get(a);
  const to = states.get(b);
  if (from === undefined || to === undefined) return 0;
  const known = bows.get(ground) ?? new Map<string, number>();
  bows.set(ground, known);
  const key = `${a} ${b} ${from.x} ${from.y} ${to.x} ${to.y}`;
  let bow = known.get(key);
  if (bow === undefined) {
    bow = leastHidden(from, to, ground);
    known.set(key, bow);
  }
  return bow;
}

function leastHidden(from: Point, to: Point, ground: ReadonlyMap<EntityId, Point>): number {
  const length = distance(from, to);
  const count = Math.max(6, Math.round(length / 20));
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const bow of BOWS) {
    if (Math.abs(bow) > length * 0.5) continue;
    let cost = Math.abs(bow) * 0.02;
    for (let i = 1; i < count && cost < least; i++) {
      const p = pointAt({ from, to, bow }, i / count);
      for (const q of ground.values())
        if (q !== from && q !== to && Math.abs(q.x - p.x) < 27 && Math.abs(q.y - p.y) < 27) cost += 1;
    }
    if (cost < least) {
      least = cost;
      best = bow;
    }
  }
  return best;
}
