// Places on one ring: the states in question apart from one another, so that a field has its middle, the others near
// those that they are tied to.
import type { EntityId } from '../../model/id.ts';
import { distance, type Point } from './geometry.ts';

const RING = { x: 560, y: 440 };
/** Room on the ring for an entity and its name. */
const APART = 165;
/** Places of more than this are not exchanged: it would take longer than it helps. */
const MANY = 60;

type Link = readonly [EntityId, EntityId];

/**
 * @param asked the states in question, in their order
 * @param others the rest, in any fixed order
 * @param links pairs that should stand near each other
 */
export function circle(
  asked: readonly EntityId[],
  others: readonly EntityId[],
  links: readonly Link[],
): Map<EntityId, Point> {
  const n = asked.length + others.length;
  const size = Math.max(1, (n * APART) / (Math.PI * (RING.x + RING.y)));
  const places = new Map<EntityId, Point>();
  const put = (id: EntityId | undefined, turn: number) => {
    const angle = start + turn * 2 * Math.PI;
    if (id !== undefined)
      places.set(id, { x: Math.cos(angle) * RING.x * size, y: Math.sin(angle) * RING.y * size });
  };
  const arcs = Math.max(asked.length, 1);
  // Of three, two stand at the top; the arc between them is the one that gets the fewest of the others.
  const start = -Math.PI / 2 - (asked.length > 1 ? Math.PI / arcs : 0);
  for (const [i, id] of asked.entries()) put(id, i / arcs);
  const rest = [...others];
  for (let arc = arcs - 1; arc >= 0; arc--) {
    const own = rest.splice(0, Math.ceil(rest.length / (arc + 1)));
    const ends = asked.length > 0 ? 1 : 0;
    for (const [k, id] of own.entries()) put(id, (arc + (k + ends) / (own.length + ends)) / arcs);
  }
  if (others.length <= MANY) {
    exchange(asked, links, places);
    exchange(others, links, places);
  }
  return places;
}

/** Exchanges the places of some while that makes lines shorter. */
export function exchange(
  ids: readonly EntityId[],
  links: readonly Link[],
  places: Map<EntityId, Point>,
): void {
  const own = new Map(ids.map((id) => [id, links.filter((l) => l.includes(id))]));
  const length = (id: EntityId) =>
    (own.get(id) ?? []).reduce((sum, [a, b]) => {
      const [p, q] = [places.get(a), places.get(b)];
      return p === undefined || q === undefined ? sum : sum + distance(p, q);
    }, 0);
  for (let round = 0; round < 8; round++) {
    let isBetter = false;
    for (const [i, a] of ids.entries())
      for (const b of ids.slice(i + 1)) {
        const [p, q] = [places.get(a), places.get(b)];
        if (p === undefined || q === undefined) continue;
        const before = length(a) + length(b);
        places.set(a, q).set(b, p);
        if (length(a) + length(b) < before - 1) isBetter = true;
        else places.set(a, p).set(b, q);
      }
    if (!isBetter) return;
  }
}
