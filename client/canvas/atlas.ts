// The places of all states of the world, by their capitals: the same whichever claims there are, so that a step through
// time shows what changes and moves nothing. Between them are the slots of the claims of three and more.
import type { EntityId } from '../../model/id.ts';
import type { Point } from './geometry.ts';

/** Where a state's capital is. */
export interface Capital {
  id: EntityId;
  lon: number;
  lat: number;
}

export interface Atlas {
  places: ReadonlyMap<EntityId, Point>;
  /** Free points between the discs, each with its distance to the next disc's middle. */
  slots: readonly { at: Point; room: number }[];
}

/** The map in model units; the middles of two discs are at least this far apart. */
const WIDTH = 1740;
const HEIGHT = 960;
const APART = 66;
const ROUNDS = 400;
/** How much of a place is its rank among all, which spreads crowded regions and narrows oceans. */
const BY_RANK = { x: 0.66, y: 0.6 };
const SLOT_STEP = 12;
const SLOT_ROOM = 35;
/** Slots reach so far beyond the discs. */
const RIM = 70;

/** A map with the Pacific in the middle is cut in the Atlantic, at 30 degrees west. */
const CENTRE_LONGITUDE = 150;

/** Model units for one degree where no states are in question and the whole map is shown. */
const DEGREE = { x: 8, y: 15 };

/** A capital on the map. */
export function onMap({ lon, lat }: { lon: number; lat: number }): Point {
  const east = ((lon - CENTRE_LONGITUDE + 540) % 360) - 180;
  return { x: east * DEGREE.x, y: -lat * DEGREE.y };
}

let known: { capitals: readonly Capital[]; atlas: Atlas } | null = null;

/** The atlas of a vocabulary's states, worked out once. */
export function atlasOf(capitals: readonly Capital[]): Atlas {
  if (known?.capitals !== capitals) known = { capitals, atlas: drawUp(capitals) };
  return known.atlas;
}

function drawUp(capitals: readonly Capital[]): Atlas {
  const sorted = [...capitals].sort((a, b) => (a.id < b.id ? -1 : 1));
  const onGlobe = sorted.map((c) => onMap(c));
  const xs = spreadOut(
    onGlobe.map((p) => p.x),
    BY_RANK.x,
    WIDTH,
  );
  const ys = spreadOut(
    onGlobe.map((p) => p.y),
    BY_RANK.y,
    HEIGHT,
  );
  const points = sorted.map((_, i) => ({ x: xs[i] ?? 0, y: ys[i] ?? 0 }));
  relax(points);
  const places = new Map(sorted.map((c, i) => [c.id, rounded(points[i] ?? { x: 0, y: 0 })]));
  return { places, slots: slotsBetween([...places.values()]) };
}

const rounded = (p: Point): Point => ({ x: Math.round(p.x), y: Math.round(p.y) });

/** Coordinates between where they are and how many lie before them: their order stays. */
function spreadOut(values: readonly number[], byRank: number, length: number): number[] {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  const rank = new Map(order.map((of, i) => [of, i / Math.max(values.length - 1, 1)]));
  return values.map((v, i) => {
    const share = (v - least) / Math.max(most - least, 1);
    return (share * (1 - byRank) + (rank.get(i) ?? 0) * byRank - 0.5) * length;
  });
}

/** Pushes points apart until none is nearer to another than a disc and its slot need. */
function relax(points: Point[]): void {
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (const [i, p] of points.entries())
      for (let k = i + 1; k < points.length; k++) {
        const q = points[k];
        if (q === undefined || Math.abs(q.x - p.x) >= APART || Math.abs(q.y - p.y) >= APART) continue;
        const far = Math.sqrt((q.x - p.x) ** 2 + (q.y - p.y) ** 2);
        if (far >= APART) continue;
        moved = true;
        // Two capitals at one place part in a direction of their own.
        const angle = far === 0 ? i : Math.atan2(q.y - p.y, q.x - p.x);
        const by = (APART - far) / 2 + 0.05;
        p.x -= Math.cos(angle) * by;
        p.y -= Math.sin(angle) * by;
        q.x += Math.cos(angle) * by;
        q.y += Math.sin(angle) * by;
      }
    if (!moved) return;
  }
}

/** Where shapes fit between discs. */
function slotsBetween(discs: readonly Point[]): Atlas['slots'] {
  const xs = discs.map((p) => p.x);
  const ys = discs.map((p) => p.y);
  const slots: { at: Point; room: number }[] = [];
  for (let x = Math.min(...xs) - RIM; x <= Math.max(...xs) + RIM; x += SLOT_STEP)
    for (let y = Math.min(...ys) - RIM; y <= Math.max(...ys) + RIM; y += SLOT_STEP) {
      let least = Number.POSITIVE_INFINITY;
      for (const d of discs) least = Math.min(least, (d.x - x) ** 2 + (d.y - y) ** 2);
      const room = Math.sqrt(least);
      if (room >= SLOT_ROOM && room < RIM * 2) slots.push({ at: { x, y }, room });
    }
  return slots;
}
