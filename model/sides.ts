// Who of some entities stands on which side of a claim, as the question `sides` tells it (MODEL.md section 6).
import type { Answer, JudgedClaim } from './answer.ts';
import { ABSTAIN } from './claim.ts';
import type { EntityId } from './id.ts';
import { type PreparedClaim, prepare } from './parties.ts';
import { listed } from './phrase.ts';
import { type Day, meets } from './time.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * `China and Russia against North Korea`: who of some entities stands against whom. Equal sides are one; where no party has a
 * side and the claim is negative across, its actors stand against each of its addressees. An abstention is no side.
 * @param entities those of whom it is told
 * @param day that it is told of; null for the claim's whole life
 * @param name of an entity
 * @returns null where they are not on several sides
 */
export function againstWords(
  { parties, across }: PreparedClaim,
  entities: readonly EntityId[],
  day: Day | null,
  name: (id: EntityId) => string,
): string | null {
  const isSided = parties.some((p) => p.side !== null);
  const sides = new Map<string, Set<EntityId>>();
  for (const p of parties) {
    const isThere = day === null || p.span === null || meets(p.span, day, day) !== 'no';
    if (!isThere || !entities.includes(p.entity) || (p.part !== 'actor' && p.part !== 'addressee')) continue;
    const side = isSided ? p.side : across === '-' ? p.part : null;
    if (side === null || side === ABSTAIN) continue;
    sides.set(side, (sides.get(side) ?? new Set()).add(p.entity));
  }
  if (sides.size < 2) return null;
  return [...sides.values()].map((ids) => listed([...ids].map(name))).join(' against ');
}

/**
 * The same for a claim of an answer to `sides`. Of two states the group says it already; of three and more it does not
 * say which of them is on which side.
 * @param name of an entity
 * @returns null where the question is another, where fewer than three states are in it, or they are not on several sides
 */
export function againstIn(
  { question, filters: { states } }: Pick<Answer, 'question' | 'filters'>,
  { claim, day }: JudgedClaim,
  vocabulary: Vocabulary,
  name: (id: EntityId) => string,
): string | null {
  if (question.id !== 'sides' || states.length < 3) return null;
  return againstWords(prepare(claim, vocabulary), states, day, name);
}
