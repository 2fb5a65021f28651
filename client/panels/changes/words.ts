// The words of the report on changes: what happened, a claim before and after, and who is together in it now.
import type { Answer, JudgedClaim } from '../../../model/answer.ts';
import {
  type Change,
  type Changes,
  doesStand,
  happenings,
  togetherIn,
  type What,
} from '../../../model/changes.ts';
import { nothingWords } from '../../../model/coverage.ts';
import { datasetOf } from '../../../model/id.ts';
import { listed, many } from '../../../model/phrase.ts';
import { signWord, stateWord } from '../../canvas/chip.ts';
import { inWords } from '../../words.ts';
import { commitmentWords } from '../bloc/words.ts';

type Name = (id: string) => string;
type Side = NonNullable<Change['before']>;

/** What happened, as a heading, and what it means. */
export const whatTable: Record<What, { title: string; why: string }> = {
  new: { title: 'New', why: 'Held, and told by a statement that counts, on the later day only.' },
  gone: { title: 'Gone', why: 'On the earlier day only. The picture shows them pale.' },
  withdrawn: { title: 'Withdrawn', why: 'Known on the earlier day only. The picture shows them pale.' },
  turned: { title: 'Turned', why: 'Their state changed, or whether they stand.' },
  raised: { title: 'Raised', why: 'A number for or against them went up.' },
  lowered: { title: 'Lowered', why: 'A number for or against them went down.' },
  graded: { title: 'Given a number', why: 'Their confidence was unknown and is a number now.' },
  ungraded: { title: 'Number lost', why: 'Their confidence was a number and is unknown now.' },
  joined: { title: 'Joined', why: 'Principals came to them.' },
  left: { title: 'Left', why: 'Principals are in them no more.' },
};

/** Whether a claim was there on one of the days, with a statement that counts. */
const isThere = (side: Change['before']): side is Side => side !== null && side.state !== null;

const stateOf = (side: Side) =>
  `${side.state === null ? 'out' : stateWord[side.state]}${side.stands || side.state !== 'asserted' ? '' : ', of too few origins'}`;

const numberOf = (n: number | null, origins: number) =>
  origins === 0 ? 'none' : n === null ? 'unknown' : String(n);

/** One thing about a claim on the two days. */
export interface Move {
  what: string;
  before: string;
  after: string;
}

/** A claim as it is on one day, in a few words: `asserted, for 70, 12 principals`. */
function sideWords(side: Side): string {
  return [
    stateOf(side),
    ...(side.originsFor === 0 ? [] : [`for ${numberOf(side.for, side.originsFor)}`]),
    ...(side.originsAgainst === 0 ? [] : [`against ${numberOf(side.against, side.originsAgainst)}`]),
    many(side.principals.length, 'principal'),
  ].join(', ');
}

/** What differs between the two days, side by side; what is there on one of them only, as a whole. */
export function movesOf({ before, after, joined, left }: Change): Move[] {
  if (!isThere(before) || !isThere(after)) {
    const words = (side: Change['before']) => (isThere(side) ? sideWords(side) : 'nothing');
    return [{ what: '', before: words(before), after: words(after) }];
  }
  const rows: [string, string, string][] = [
    ['', stateOf(before), stateOf(after)],
    ['for', numberOf(before.for, before.originsFor), numberOf(after.for, after.originsFor)],
    [
      'against',
      numberOf(before.against, before.originsAgainst),
      numberOf(after.against, after.originsAgainst),
    ],
    ['sign', signWord[before.sign], signWord[after.sign]],
    ['certainty', before.certainty, after.certainty],
  ];
  const counts = [String(before.principals.length), String(after.principals.length)] as const;
  return [
    ...rows.filter(([, a, b]) => a !== b).map(([what, a, b]) => ({ what, before: a, after: b })),
    ...(joined.length + left.length === 0
      ? []
      : [{ what: 'principals', before: counts[0], after: counts[1] }]),
  ];
}

/** So many names stand in a line; the others are counted. */
const NAMED = 6;

/** Who: those in question first, then a few others. */
export function whoWords(ids: readonly string[], states: readonly string[], name: Name): string {
  const asked = states.filter((id) => ids.includes(id));
  const others = ids.filter((id) => !asked.includes(id));
  const room = Math.max(NAMED - asked.length, 0);
  const shown = [...asked, ...others.slice(0, others.length <= room + 1 ? others.length : room)].map(name);
  const rest = ids.length - shown.length;
  return listed(rest === 0 ? shown : [...shown, many(rest, 'other')]);
}

const all = (states: readonly string[], name: Name) =>
  `${states.length === 2 ? 'both' : `all ${inWords(states.length)}`}: ${listed(states.map(name))}`;

/** Since when each of them is in a claim, as the claim itself says. */
function sinceWords(ids: readonly string[], claim: JudgedClaim | undefined, name: Name): string[] {
  const since = ids.flatMap((id) => {
    const from = claim?.claim.parties.filter((p) => p.entity === id).at(-1)?.from;
    return from === undefined ? [] : [`${name(id)} since ${from}`];
  });
  return since.length === 0 ? [] : [`${listed(since)}.`];
}

const commitmentOf = (claim: JudgedClaim | undefined): string[] =>
  claim?.commitment == null ? [] : [`${commitmentWords(claim.commitment)}.`];

const disputed = (side: Change['before']): string[] =>
  side?.state === 'contested' || side?.state === 'unverified' ? [`It is ${stateWord[side.state]}.`] : [];

/** One claim that joins all of them now and did not, or did and does not: sentences, without its title. */
interface Told {
  change: Change;
  sentences: string[];
}

/**
 * In words, who is together in a claim on the later day and was not on the earlier one, and the other way round.
 * @param states those in question
 * @param claim looks up a claim of the answer
 */
export function togetherTold(
  rows: readonly Change[],
  { from, to }: Pick<Changes, 'from' | 'to'>,
  states: readonly string[],
  claim: (id: string) => JudgedClaim | undefined,
  name: Name,
): Told[] {
  const { came, ceased } = togetherIn(rows, states);
  const maybe = (c: Change) => (c.certainty === 'sure' ? [] : ['By some reading of a date only.']);
  const others = (side: Change['before']) => {
    const n = (side?.principals ?? []).filter((id) => !states.includes(id)).length;
    return n === 0 ? 'Nobody else is in it.' : `${many(n, 'other is', 'others are')} in it too.`;
  };
  const some = (side: Side) => {
    const there = states.filter((id) => side.principals.includes(id));
    if (there.length === states.length) return 'it had them and did not stand';
    return there.length === 0 ? 'it had none of them' : `it had ${listed(there.map(name))} only`;
  };
  return [
    ...came.map((change) => ({
      change,
      sentences: [
        isThere(change.before)
          ? `Came to have ${all(states, name)}. On ${from} ${some(change.before)}.`
          : `New, with ${all(states, name)}.`,
        ...sinceWords(
          states.filter((id) => change.joined.includes(id)),
          claim(change.claim),
          name,
        ),
        ...commitmentOf(claim(change.claim)),
        ...disputed(change.after),
        others(change.after),
        ...maybe(change),
      ],
    })),
    ...ceased.map((change) => ({
      change,
      sentences: [
        isThere(change.after)
          ? `Has no more ${all(states, name)}. On ${to} ${some(change.after)}.`
          : `Gone, and had ${all(states, name)}.`,
        ...maybe(change),
      ],
    })),
  ];
}

/** Changes of a kind that are told together; `title` is null for those that are sure and stand. */
interface Group {
  title: string | null;
  word: string;
  rows: Change[];
}

/** What surely stands, and apart from it what does not, what is so by some reading of a date only, what has no date. */
export function apart(rows: readonly Change[]): Group[] {
  const isUndated = ({ before, after }: Change) =>
    before?.certainty === 'undated' || after?.certainty === 'undated';
  const of = (test: (r: Change) => boolean) => rows.filter(test);
  const groups: Group[] = [
    { title: null, word: '', rows: of((r) => r.certainty === 'sure' && doesStand(r)) },
    {
      title: 'Do not stand',
      word: 'that do not stand',
      rows: of((r) => r.certainty === 'sure' && !doesStand(r)),
    },
    {
      title: 'Possible, by some reading of a date only',
      word: 'possible',
      rows: of((r) => r.certainty === 'possible' && !isUndated(r)),
    },
    { title: 'Undated', word: 'undated', rows: of((r) => r.certainty === 'possible' && isUndated(r)) },
  ];
  return groups.filter((g) => g.rows.length > 0);
}

/** How many there are, each group by itself: `3`, `3, 2 that do not stand and 1 possible`. */
export const countWords = (rows: readonly Change[]): string =>
  listed(apart(rows).map((g) => `${g.rows.length.toLocaleString('en')} ${g.word}`.trim()));

/** The two days in words: `In the world, from 2000-07-01 to 2008-08-01`. */
export const spanWords = ({ between, from, to }: Changes, clock: Answer['lens']['clock']): string =>
  between === 'world'
    ? `In the world, from ${from} to ${to}`
    : `In what was ${clock === 'public' ? 'published' : 'recorded here'}, from ${from} to ${to}`;

/** For who does not see the page: how many of what, in the order of the page; nothing is summed over data sets. */
export function changesAloud(answer: Answer, changes: Changes): string {
  const sets = answer.datasets.map(({ id }) => {
    const own = changes.rows.filter((r) => datasetOf(r.claim) === id);
    const of = happenings.flatMap((w) => {
      const rows = own.filter((r) => r.what.includes(w));
      return rows.length === 0 ? [] : [`${whatTable[w].title.toLowerCase()} ${countWords(rows)}`];
    });
    return { id, words: of.length === 0 ? nothingWords(answer, id).toLowerCase() : of.join('; ') };
  });
  const words = sets.length === 1 ? sets.map((s) => s.words) : sets.map((s) => `${s.id}: ${s.words}`);
  return `${spanWords(changes, answer.lens.clock)}: ${words.join('. ')}.`;
}
