// How far lines bow: ties fan out and away from a field, legs go round what stands in their way.
import { best, type Curve, distance, grow, holds, type Point, samples, trimmed } from './geometry.ts';
import type { Stage } from './stage.ts';

/** The same where no field takes room. */
const WIDE_STEP = 84;
const LEG_BOWS = [0, 60, 120, 180, 240, 300, 360, 420, 500].flatMap((b) => (b === 0 ? [0] : [b, -b]));
const TIE_BOWS = [0, 40, 80, 130, 190, 260, 340].flatMap((b) => (b === 0 ? [0] : [b, -b]));

const FAN_STARTS = Array.from({ length: 41 }, (_, i) => 24 + i * 10);

/** In a crowd a line takes the first ways only: there is no better one to be found. */
const few = (bows: readonly number[], stage: Stage) => (stage.crowded ? bows.slice(0, 5) : bows);

export interface End {
  id: string;
  at: Point;
  radius: number;
}

const curveOf = (a: End, b: End, bow: number): Curve =>
  trimmed({ from: a.at, to: b.at, bow }, a.radius + 4, b.radius + 4);

/**
 * The bows of the ties of one pair, from the inside outward.
 * @param hub the middle of the field that both are in, or null
 * @param count how many ties
 */
export function fan(a: End, b: End, count: number, hub: Point | null, stage: Stage): number[] {
  if (hub === null) return openFan(a, b, count, stage);
  const side = Math.sign(offLine(hub, a.at, b.at)) || 1;
  // Away from the hub, and so far that the first line clears the rows and the leading shape.
  const first = best(FAN_STARTS, (bow) => hits(curveOf(a, b, -side * bow), a, b, stage) * 1000 + bow);
  return Array.from({ length: count }, (_, i) => -side * (first + i * stage.fanStep));
}

/** On which side of a line a point is; positive where Cytoscape's bows are. */
function offLine(p: Point, a: Point, b: Point): number {
  return -(b.y - a.y) * (p.x - a.x) + (b.x - a.x) * (p.y - a.y);
}

/** How many points of a curve lie on rows or too close to a disc. */
function hits(curve: Curve, a: End, b: End, stage: Stage): number {
  const far = (p: Point) => distance(p, a.at) > a.radius + 30 && distance(p, b.at) > b.radius + 30;
  const discs = stage.discs.filter((d) => d.id !== a.id && d.id !== b.id);
  return samples(curve, 24).filter(
    (p) =>
      (far(p) && stage.pads.some((pad) => holds(grow(pad, 24), p))) ||
      discs.some((d) => distance(p, d.at) < d.radius + 48),
  ).length;
}

/** A fan round the straight line, turned to where there is room. */
function openFan(a: End, b: End, count: number, stage: Stage): number[] {
  const step = Math.min(WIDE_STEP, distance(a.at, b.at) * 0.6);
  const bows = (centre: number) =>
    Array.from({ length: count }, (_, i) => centre + (i - (count - 1) / 2) * step);
  return best(
    few(TIE_BOWS, stage).map((centre) => bows(count % 2 === 0 ? centre + step / 2 : centre)),
    (set) =>
      set.reduce(
        (sum, bow) => sum + Math.abs(bow) * 0.12 + stage.cost(samples(curveOf(a, b, bow), 16), [a.id, b.id]),
        0,
      ),
  );
}

/** The bow of a leg: straight, unless something stands between. */
export function legBow(a: End, b: End, stage: Stage): number {
  return best(few(LEG_BOWS, stage), (bow) => {
    const path = samples(curveOf(a, b, bow), 20);
    return stage.cost(path, [a.id, b.id]) + Math.abs(bow) * 0.3 + (bow === 0 ? 0 : 20);
  });
}

/** Adds a line to the stage. */
export function addLine(id: string, a: End, b: End, bow: number, z: number, stage: Stage): Curve {
  const curve = curveOf(a, b, bow);
  stage.addRoute(id, [a.id, b.id], curve, z);
  return curve;
}
