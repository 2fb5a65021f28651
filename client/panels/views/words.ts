// What is said of saved views: on which loads they were made, and what happened to each claim since.
import { many } from '../../../model/phrase.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Happened, Made, Verdict, ViewChange, ViewChanges } from '../../../model/saved-view.ts';

/** The day and the minute at which a load began, as its id tells it; the id where it does not. */
export function loadWord(load: string): string {
  const found = /@(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(load);
  return found === null ? load : `${found[1]} ${found[2]} UTC`;
}

/** `the load of 2025-09-10 08:00 UTC`, or `3 loads`. */
export function madeWords({ loads }: Pick<Made, 'loads'>): string {
  const [load, ...more] = Object.values(loads);
  if (load === undefined) return 'no data set';
  return more.length > 0 ? many(more.length + 1, 'load') : `the load of ${loadWord(load)}`;
}

/** What changed since, in a few words; nothing while that is not known. */
export function sinceWords(since: ViewChanges | Problem | null): string {
  if (since === null) return '';
  if (!('changes' in since)) return 'what changed since is not known';
  const n = since.changes.length;
  if (n > 0) return `${many(n, 'claim')} changed since`;
  return since.datasets.length === 0
    ? 'nothing changed since'
    : 'loaded anew since, and none of its claims changed';
}

const number = (n: number | null) => (n === null ? '?' : String(n));

const words: Record<Happened, (before: Verdict | null, now: Verdict | null) => string> = {
  new: () => 'new in the answer',
  left: () => 'in the answer no longer',
  gone: () => 'in the graph no longer',
  turned: (before, now) =>
    before?.state === now?.state
      ? now?.stands === true
        ? 'stands now'
        : 'stands no longer'
      : `${before?.state ?? 'out'} → ${now?.state ?? 'out'}`,
  raised: (before, now) => numbers(before, now),
  lowered: (before, now) => numbers(before, now),
  graded: (before, now) => numbers(before, now),
  ungraded: (before, now) => numbers(before, now),
  rewritten: () => 'the claim is written otherwise',
  'other-statements': () => 'other statements are about it',
};

function numbers(before: Verdict | null, now: Verdict | null): string {
  return (['for', 'against'] as const)
    .filter((side) => before?.[side] !== now?.[side])
    .map((side) => `${side} ${number(before?.[side] ?? null)} → ${number(now?.[side] ?? null)}`)
    .join(', ');
}

/** What happened to a claim, each thing once. */
export const changeWords = ({ what, before, now }: ViewChange): string =>
  [...new Set(what.map((w) => words[w](before, now)))].join('; ');
