// What an empty answer says: that there is none, or that it is not covered, and what there is instead.
import type { Answer, JudgedClaim } from '../model/answer.ts';
import { standsSurely } from '../model/count.ts';
import { isUncovered } from '../model/coverage.ts';
import type { EntityId } from '../model/id.ts';
import { listed, many } from '../model/phrase.ts';
import { signsOf } from './canvas/counts.ts';
import { uncoveredWords } from './coverage.ts';
import { inWords } from './words.ts';

export interface Empty {
  head: string;
  instead: string[];
  /** How many pairs have a claim of their own that stands, and how many claims that stand join all. */
  pairs: number;
  joint: number;
}

const heads: Record<string, string> = {
  bilateral: 'No claim is of exactly two of them.',
  'pairs-only': 'No three of them are tied in pairs alone.',
  'pairs-and-joint': 'No three of them are tied both in pairs and together.',
  'hub-and-spoke': 'None of them ties two that are not tied to each other.',
};

/**
 * The words for an answer without claims.
 * @param claims those of the picture, which are of the same states, filters and lens
 */
export function emptyWords(
  answer: Answer,
  claims: readonly JudgedClaim[],
  name: (id: EntityId) => string,
): Empty {
  const { states } = answer.filters;
  const { id, label } = answer.question;
  if (isUncovered(answer))
    return { head: 'Not covered.', instead: uncoveredWords(answer), pairs: 0, joint: 0 };
  const all = listed(states.map(name));
  const isJoint = (id === 'joint' || id === 'trilateral') && states.length > 1;
  if (!isJoint && (heads[id] === undefined || states.length < 2))
    return {
      head: 'None.',
      instead: [`Nothing of ${all === '' ? 'all states' : all} answers “${label}”.`],
      pairs: 0,
      joint: 0,
    };
  const standing = claims.filter(standsSurely);
  const joint = standing.filter((c) => states.every((s) => c.principals.includes(s))).length;
  const joins = `${many(joint, 'claim joins', 'claims join')} all ${inWords(states.length)}.`;
  const { words, pairs } =
    id === 'bilateral' ? { words: [], pairs: 0 } : pairWords(standing, states, name, all);
  return {
    head: isJoint ? `No claim joins all ${inWords(states.length)}.` : (heads[id] ?? 'None.'),
    instead: [...(joint > 0 && id !== 'joint' && states.length > 2 ? [joins] : []), ...words],
    pairs,
    joint: id === 'joint' ? 0 : joint,
  };
}

/** Which pairs have claims of their own; "tied" is said only where each is, by cooperation (MODEL.md section 6). */
function pairWords(
  standing: readonly JudgedClaim[],
  states: readonly EntityId[],
  name: (id: EntityId) => string,
  all: string,
): { words: string[]; pairs: number } {
  const found = states.flatMap((a, i) =>
    states.slice(i + 1).map((b) => {
      const of = standing.filter(
        (c) =>
          !c.claim.incomplete &&
          c.principals.length === 2 &&
          c.principals.includes(a) &&
          c.principals.includes(b),
      );
      return { pair: listed([name(a), name(b)]), of };
    }),
  );
  const some = found.filter((f) => f.of.length > 0);
  const none = found.filter((f) => f.of.length === 0).map((f) => f.pair);
  if (some.length === 0)
    return { words: ['Nor has any two of them a claim of their own that stands.'], pairs: 0 };
  if (found.every((f) => f.of.some((c) => c.sign === '+')))
    return { words: [`${all} are tied in pairs only.`], pairs: some.length };
  const named = some.map((f) => `${f.pair} (${signsOf(f.of)})`);
  return {
    words: [
      `Claims of two alone: ${named.join(', ')}.`,
      ...(none.length > 0 ? [`None that stands: ${none.join('; ')}.`] : []),
    ],
    pairs: some.length,
  };
}
