// What an answer has found, in words: over the picture, and in one that is saved.
import type { Answer, Count } from '../model/answer.ts';
import { countOf } from '../model/count.ts';
import { isUncovered, isUndeclared, UNDECLARED } from '../model/coverage.ts';
import type { Drawn } from '../model/drawn.ts';
import { datasetOf } from '../model/id.ts';
import { many } from '../model/phrase.ts';
import { present } from './tally.ts';
import { absentWords, standingWords } from './words.ts';

interface Found {
  /** The data set that it is of, where there are several: nothing is summed over them. */
  set: string | null;
  /** How much stands. */
  head: string;
  /** How much of what; begins with its own sign. */
  rest: string;
}

/** One line, or one for each data set. */
export function foundIn(drawn: Drawn, answer: Answer): Found[] {
  const kept = present(drawn.claims).filter((c) => !c.dim);
  // What the picture does not hold is counted by the answer: a question may find more than is drawn.
  const isWhole = answer.claims.every((c) => drawn.claims.some((d) => d.claim.id === c.claim.id));
  const sets = Object.keys(answer.loads).sort();
  if (sets.length < 2)
    return [found(answer, isWhole ? countOf(kept) : answer.count, answer.groupCount, null)];
  return sets.flatMap((set) => {
    const own = kept.filter((c) => datasetOf(c.claim.id) === set);
    const count = isWhole ? countOf(own) : answer.byDataset[set];
    const sure = answer.groups.filter((g) => g.dataset === set && g.certainty === 'sure').length;
    return count === undefined ? [] : [found(answer, count, answer.groupCount === null ? null : sure, set)];
  });
}

/** How much stands and how much does not; outside of what is covered there is no 0. */
function found(answer: Answer, count: Count, groups: number | null, set: string | null): Found {
  const not = count.denied + count.unevidenced + count.open;
  const words = standingWords(count);
  const stands =
    groups === null
      ? many(count.stands, 'stands', 'stand')
      : `${many(groups, 'group stands', 'groups stand')}${count.stands > 0 ? `, by ${many(count.stands, 'claim')}` : ''}`;
  const none = (groups ?? count.stands) === 0;
  const rest = [
    words === '' ? '' : `: ${words}`,
    not > 0 ? ` · ${not} ${not === 1 ? 'does' : 'do'} not: ${absentWords(count)}` : '',
    count.possible > 0 ? ` · ${count.possible} possible` : '',
    count.undated > 0 ? ` · ${count.undated} undated` : '',
    count.tooFewOrigins > 0 ? ` · ${count.tooFewOrigins} with fewer origins than asked` : '',
    none && isUndeclared(answer, set ?? undefined) ? ` · ${UNDECLARED}` : '',
  ];
  const head = none && isUncovered(answer, set ?? undefined) ? 'Not covered' : stands;
  return { set, head, rest: rest.join('') };
}
