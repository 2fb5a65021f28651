// What stands on the canvas while places are computed: discs, names, blocks of rows and lines that others keep clear of.
import type { Box, Curve, Point } from './geometry.ts';
import { around, cross, distance, grow, holds, lengthIn, offSegment, samples, shared } from './geometry.ts';

interface Disc {
  id: string;
  at: Point;
  radius: number;
}

/** A line that is drawn, as points along it. */
interface Route {
  id: string;
  ends: readonly [string, string];
  path: Point[];
  box: Box;
  /** Lines of a higher level are painted over those of a lower one, chips included. */
  z: number;
}

/** More lines than this, and lines are no longer held against one another: it would take longer than it helps. */
const MANY_ROUTES = 90;

export class Stage {
  /** Told from the start: the first lines would be held against one another for nothing. */
  readonly crowded: boolean;
  readonly discs: Disc[] = [];
  /** Names, labels and shapes; by whom, so that nothing keeps clear of itself. */
  readonly boxes: { id: string; box: Box }[] = [];
  /** Blocks of rows: lines go round them. */
  readonly pads: Box[] = [];
  readonly routes: Route[] = [];
  /** From one tie of a fan to the next; the curve is half as far off. */
  readonly fanStep: number;

  /** @param lines how many lines there will be */
  constructor(fanStep: number, lines = 0) {
    this.fanStep = fanStep;
    this.crowded = lines > MANY_ROUTES;
  }

  addDisc(id: string, at: Point, size: number): void {
    this.discs.push({ id, at, radius: size / 2 });
    this.boxes.push({
      id,
      box: { x1: at.x - size / 2, y1: at.y - size / 2, x2: at.x + size / 2, y2: at.y + size / 2 },
    });
  }

  addRoute(id: string, ends: readonly [string, string], curve: Curve, z: number): Route {
    const path = samples(curve, 20);
    const xs = path.map((p) => p.x);
    const ys = path.map((p) => p.y);
    const box = { x1: Math.min(...xs), y1: Math.min(...ys), x2: Math.max(...xs), y2: Math.max(...ys) };
    const route = { id, ends, path, box, z };
    this.routes.push(route);
    return route;
  }

  /** All that stands here. @returns null where nothing does */
  get bounds(): Box | null {
    return around([...this.boxes.map((b) => b.box), ...this.routes.map((r) => r.box)]);
  }

  /** How much a box lies on what is there already; 0 where it is free. */
  overlap(box: Box, own: string): number {
    let sum = 0;
    for (const b of this.boxes) if (b.id !== own) sum += shared(box, b.box);
    return sum;
  }

  /** What it costs to draw a line this way: through discs and rows, along or across other lines. */
  cost(path: readonly Point[], ends: readonly string[]): number {
    let sum = 0;
    for (const d of this.discs)
      if (!ends.includes(d.id)) for (const p of path) if (distance(p, d.at) < d.radius + 8) sum += 60;
    for (const pad of this.pads) sum += lengthIn(path, grow(pad, 8)) * 1.5;
    if (this.crowded) return sum;
    for (const { id, box } of this.boxes) if (!ends.includes(id)) sum += lengthIn(path, box) * 0.3;
    for (const route of this.routes) sum += along(path, ends, route);
    return sum;
  }
}

/** Crossings, and stretches so close to another line that the two look like one. */
function along(path: readonly Point[], ends: readonly string[], route: Route): number {
  let sum = 0;
  const near = grow(route.box, 16);
  const shares = route.ends.filter((e) => ends.includes(e)).length;
  for (const [i, p] of path.entries()) {
    const next = path[i + 1];
    if (next === undefined || !holds(near, p)) continue;
    for (const [k, a] of route.path.entries()) {
      const b = route.path[k + 1];
      if (b === undefined) continue;
      if (cross(p, next, a, b)) sum += 25;
      const close = offSegment(p, a, b) < 15;
      // Lines that meet at an end come together there.
      const meets = shares > 0 && (i < path.length * 0.2 || i > path.length * 0.8);
      if (close && !meets) sum += 4;
    }
  }
  return sum;
}
