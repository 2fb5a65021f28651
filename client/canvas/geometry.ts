// Points, boxes and curves in model units of the canvas.

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export const boxAt = (x: number, y: number, width: number, height: number): Box => ({
  x1: x - width / 2,
  y1: y - height / 2,
  x2: x + width / 2,
  y2: y + height / 2,
});

export const grow = (b: Box, by: number): Box => ({
  x1: b.x1 - by,
  y1: b.y1 - by,
  x2: b.x2 + by,
  y2: b.y2 + by,
});

/** The area that two boxes share. */
export function shared(a: Box, b: Box): number {
  const width = Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1);
  const height = Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1);
  return width > 0 && height > 0 ? width * height : 0;
}

export const holds = (b: Box, p: Point): boolean => p.x > b.x1 && p.x < b.x2 && p.y > b.y1 && p.y < b.y2;

/** The box round several. @returns null where there is none */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  return {
    x1: Math.min(...boxes.map((b) => b.x1)),
    y1: Math.min(...boxes.map((b) => b.y1)),
    x2: Math.max(...boxes.map((b) => b.x2)),
    y2: Math.max(...boxes.map((b) => b.y2)),
  };
}

export const distance = (a: Point, b: Point): number => Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2);

const between = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
});

export const mean = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, p) => sum + p.x, 0) / Math.max(points.length, 1),
  y: points.reduce((sum, p) => sum + p.y, 0) / Math.max(points.length, 1),
});

/** The direction at right angles to a line, as Cytoscape counts the distance of a control point. */
export function normal(a: Point, b: Point): Point {
  const length = Math.max(distance(a, b), 1);
  return { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
}

/** A line or, with a bow, a quadratic curve whose control point stands off the middle by it. */
export interface Curve {
  from: Point;
  to: Point;
  bow: number;
}

/** The point of a curve at t; at half of it the curve is half a bow off the straight line. */
export function pointAt({ from, to, bow }: Curve, t: number): Point {
  const n = normal(from, to);
  const off = 2 * t * (1 - t) * bow;
  const p = between(from, to, t);
  return { x: p.x + n.x * off, y: p.y + n.y * off };
}

/** A curve between the rims of two discs. */
export function trimmed(curve: Curve, fromRadius: number, toRadius: number): Curve {
  const n = normal(curve.from, curve.to);
  const middle = between(curve.from, curve.to, 0.5);
  const control = { x: middle.x + n.x * curve.bow, y: middle.y + n.y * curve.bow };
  const from = between(
    curve.from,
    control,
    Math.min(fromRadius / Math.max(distance(curve.from, control), 1), 0.45),
  );
  const to = between(curve.to, control, Math.min(toRadius / Math.max(distance(curve.to, control), 1), 0.45));
  const m = normal(from, to);
  const half = between(from, to, 0.5);
  return { from, to, bow: (control.x - half.x) * m.x + (control.y - half.y) * m.y };
}

/** Points along a curve, ends included. */
export const samples = (curve: Curve, count = 24): Point[] =>
  Array.from({ length: count + 1 }, (_, i) => pointAt(curve, i / count));

/** Whether two segments cross. */
export function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** How far a point is from a segment. */
export function offSegment(p: Point, a: Point, b: Point): number {
  const length = distance(a, b) ** 2;
  const t =
    length === 0
      ? 0
      : Math.min(1, Math.max(0, ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length));
  return distance(p, between(a, b, t));
}

/** How much of a path of points runs through a box. */
export function lengthIn(path: readonly Point[], box: Box): number {
  let sum = 0;
  for (const [i, p] of path.entries()) {
    const next = path[i + 1];
    if (next === undefined) break;
    // Quarter steps: a chip is lower than a step of a long line is long.
    for (let k = 0; k < 4; k++) if (holds(box, between(p, next, (k + 0.5) / 4))) sum += distance(p, next) / 4;
  }
  return sum;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let r = Math.imul(state ^ (state >>> 15), 1 | state);
    r = (r + Math.imul(r ^ (r >>> 7), 61 | r)) ^ r;
    return ((r ^ (r >>> 14)) >>> 0) / 4294967296;
  };
}

/** The candidate of the least cost; of equals, the first. @throws Error where there is none */
export function best<T>(candidates: readonly T[], cost: (candidate: T) => number): T {
  let found = candidates[0];
  if (found === undefined) throw new Error('nothing to choose from');
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const sum = cost(candidate);
    if (sum < least) {
      least = sum;
      found = candidate;
    }
  }
  return found;
}
