// Where shapes with legs stand that no field holds, on which side their names are, and what stands beside them.
import { around, best, boxAt, distance, lengthIn, mean, type Point, samples } from './geometry.ts';
import { JOINT } from './sizes.ts';
import type { Stage } from './stage.ts';

export type Side = 'right' | 'left' | 'bottom' | 'top';

/** The place of a shape: near its parties, clear of what stands there. */
export function jointPlace(parties: readonly Point[], stage: Stage): Point {
  const centre = mean(parties);
  const candidates: Point[] = [centre];
  const ring = (at: Point, radius: number) => {
    for (let k = 0; k < 12; k++) {
      const angle = (k / 12) * 2 * Math.PI;
      candidates.push({ x: at.x + Math.cos(angle) * radius * 1.15, y: at.y + Math.sin(angle) * radius });
    }
  };
  for (const radius of stage.crowded ? [120] : [90, 180, 280]) ring(centre, radius);
  const few = stage.crowded ? [] : parties.slice(0, 4);
  for (const p of few) {
    ring(p, 130);
    for (const t of [0.3, 0.5])
      candidates.push({ x: p.x + (centre.x - p.x) * t, y: p.y + (centre.y - p.y) * t });
  }
  const chosen = best(candidates, (p) => jointCost(p, parties, stage));
  return { x: Math.round(chosen.x), y: Math.round(chosen.y) };
}

function jointCost(at: Point, parties: readonly Point[], stage: Stage): number {
  const body = boxAt(at.x, at.y + 6, JOINT + 40, JOINT + 50);
  let sum = stage.overlap(body, '') * 1.5;
  for (const pad of stage.pads) {
    const inside = Math.min(at.x - pad.x1, pad.x2 - at.x, at.y - pad.y1, pad.y2 - at.y);
    if (inside > -50) sum += 3000;
  }
  // Its name needs room on one side.
  const rooms = [170, -170].map((dx) => stage.overlap(boxAt(at.x + dx, at.y, 200, 44), ''));
  rooms.push(stage.overlap(boxAt(at.x, at.y + 62, 200, 44), ''));
  sum += Math.min(...rooms) * 0.5;
  for (const route of stage.crowded ? [] : stage.routes) sum += lengthIn(route.path, body) * 1.5;
  for (const p of parties) {
    sum += distance(at, p) * 0.25;
    if (distance(at, p) < 95) sum += 400;
    const leg = samples({ from: p, to: at, bow: 0 }, 12);
    for (const d of stage.discs)
      if (distance(d.at, p) > 1 && leg.some((q) => distance(q, d.at) < d.radius + 14)) sum += 120;
    for (const pad of stage.pads) sum += lengthIn(leg, pad);
  }
  return sum;
}

/** The box of a name on one side of a shape. */
export function sideBox(at: Point, size: number, side: Side, width: number, height: number) {
  const gap = size / 2 + 8;
  switch (side) {
    case 'right':
      return boxAt(at.x + gap + width / 2, at.y, width, height);
    case 'left':
      return boxAt(at.x - gap - width / 2, at.y, width, height);
    case 'top':
      return boxAt(at.x, at.y - gap - height / 2, width, height);
    case 'bottom':
      return boxAt(at.x, at.y + size / 2 + 23 + height / 2, width, height);
  }
}

/** The side on which a name lies on nothing and on the fewest lines. */
export function nameSide(
  id: string,
  at: Point,
  size: number,
  width: number,
  height: number,
  stage: Stage,
): Side {
  const preference: Record<Side, number> = { right: 0, left: 6, bottom: 10, top: 14 };
  const bounds = around(stage.boxes.map((b) => b.box));
  return best(['right', 'left', 'bottom', 'top'] as const, (side) => {
    const box = sideBox(at, size, side, width, height);
    let sum = preference[side] + stage.overlap(box, id) * 2;
    // A name at the rim of the picture makes all of it smaller.
    if (bounds !== null) sum += Math.max(0, bounds.x1 - box.x1, box.x2 - bounds.x2) * 0.6;
    for (const pad of stage.pads)
      sum +=
        lengthIn(
          [
            { x: box.x1, y: at.y },
            { x: box.x2, y: at.y },
          ],
          pad,
        ) * 5;
    for (const route of stage.crowded ? [] : stage.routes) sum += lengthIn(route.path, box);
    return sum;
  });
}

/** Places for what stands beside a shape: round it, clear of the rest. */
export function besidePlace(at: Point, size: number, stage: Stage): Point {
  const candidates: Point[] = [];
  for (const radius of [size / 2 + 85, size / 2 + 125])
    for (let k = 0; k < 16; k++) {
      const angle = ((k + 0.5) / 16) * 2 * Math.PI;
      candidates.push({
        x: Math.round(at.x + Math.cos(angle) * radius),
        y: Math.round(at.y + Math.sin(angle) * radius),
      });
    }
  return best(candidates, (p) => jointCost(p, [], stage) + distance(p, at) * 0.1);
}

/** A place outside of everything, for a node that appears only while a leg needs it. */
export function outsidePlace(near: Point, stage: Stage): Point {
  const candidates: Point[] = [];
  for (const radius of [1, 1.25, 1.5])
    for (let k = 0; k < 24; k++) {
      const angle = (k / 24) * 2 * Math.PI;
      candidates.push({
        x: Math.round(near.x + Math.cos(angle) * 560 * radius),
        y: Math.round(near.y + Math.sin(angle) * 400 * radius),
      });
    }
  return best(candidates, (p) => {
    const box = boxAt(p.x, p.y + 18, 170, 110);
    let sum = stage.overlap(box, '') + distance(p, near) * 0.05;
    for (const route of stage.crowded ? [] : stage.routes) sum += lengthIn(route.path, box);
    return sum;
  });
}
