// The parties of one claim put in order: rows that say the same are one, and spells that follow on each other are one.
import type { Party } from '../../../model/claim.ts';
import { addDays, MAX_DAY, MIN_DAY, type Span, spanOf, spellOf, UNKNOWN } from '../../../model/time.ts';
import { OPEN, type ReadDate } from './dates.ts';

/**
 * From and until as a party has them.
 * @param from what the row says; null where that is not known, undefined where the mapping has no such date
 * @returns null where every reading ends before it starts
 */
export function spellIn(
  from: ReadDate | undefined,
  until: ReadDate | undefined,
): { from?: string; until?: string } | null {
  const start = from === OPEN ? undefined : from === null ? UNKNOWN : from;
  const end = until === OPEN ? undefined : until === null ? UNKNOWN : until;
  if (start !== undefined && end !== undefined && start > end && spellOf(start, end) === null) return null;
  return { ...(start === undefined ? {} : { from: start }), ...(end === undefined ? {} : { until: end }) };
}

/** A spell of which nothing is known. */
export const unknownSpell = { from: UNKNOWN, until: UNKNOWN } as const;

/** The parties of a claim, and how many rows said what others had said, or were one spell with another. */
export interface Joined {
  parties: Party[];
  duplicates: number;
  /** Which row is the first that says what another had said. */
  firstDuplicate: number | null;
  merged: number;
}

/**
 * Joins the rows of a claim: phases that repeat a party are one spell where the next begins no later than the day
 * after the last. Parties keep the order in which they come first; sides and roles are kept apart.
 */
export function joined(rows: readonly Party[]): Joined {
  const same = new Map<string, Party[]>();
  let duplicates = 0;
  let firstDuplicate: number | null = null;
  for (const [i, party] of rows.entries()) {
    const key = `${party.entity}\0${party.role}\0${party.part ?? ''}\0${party.side ?? ''}`;
    const spells = same.get(key);
    if (spells === undefined) same.set(key, [party]);
    else if (spells.some((p) => p.from === party.from && p.until === party.until)) {
      duplicates += 1;
      firstDuplicate ??= i;
    } else spells.push(party);
  }
  const parties = [...same.values()].flatMap(following);
  return { parties, duplicates, firstDuplicate, merged: rows.length - duplicates - parties.length };
}

function following(all: Party[]): Party[] {
  // What has an end that is not known follows on nothing, and nothing on it.
  const spells = all.filter((p) => !isBounded(p.from) && !isBounded(p.until));
  const apart = all.filter((p) => !spells.includes(p));
  if (spells.length <= 1) return all;
  const inOrder = spells
    .map((party) => ({ party, span: spanOfParty(party) }))
    .sort(
      (a, b) =>
        compare(a.span.startEarliest, b.span.startEarliest) || compare(a.span.endLatest, b.span.endLatest),
    );
  const [first, ...rest] = inOrder;
  if (first === undefined) return all;
  const kept = [first];
  for (const next of rest) {
    const last = kept[kept.length - 1] ?? first;
    if (next.span.startEarliest > addDays(last.span.endLatest, 1)) kept.push(next);
    else if (next.span.endLatest > last.span.endLatest) {
      const { until, ...party } = last.party;
      kept[kept.length - 1] = {
        party: next.party.until === undefined ? party : { ...party, until: next.party.until },
        span: { ...last.span, endEarliest: next.span.endEarliest, endLatest: next.span.endLatest },
      };
    }
  }
  return [...kept.map((k) => k.party), ...apart];
}

const always: Span = {
  startEarliest: MIN_DAY,
  startLatest: MIN_DAY,
  endEarliest: MAX_DAY,
  endLatest: MAX_DAY,
  uncertain: false,
};
const spanOfParty = (party: Party) => spellOf(party.from, party.until) ?? always;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
/** Whether an end is told only within bounds, or not at all. */
const isBounded = (end: string | undefined) => end?.startsWith('[') === true;
const isKnown = (end: string | undefined) => end !== undefined && end !== UNKNOWN;

/**
 * The time from the first day of the first spell to the last of the last, as EDTF: the simplest text that has every
 * reading of all spells together. Parties without a spell take part throughout and bear on it in nothing.
 * @param open the end of what goes on
 * @returns undefined where no spell is told
 */
export function timeOf(parties: readonly Party[], open: string): string | undefined {
  const spells = parties
    .filter(({ from, until }) => from !== undefined || until !== undefined)
    .map(({ from = OPEN, until = open }) => ({ from, until, span: spellOf(from, until) ?? always }));
  if (!parties.some((p) => isKnown(p.from) || isKnown(p.until))) return undefined;
  const most = (of: (span: Span) => string, sign: 1 | -1) =>
    spells.reduce((best, s) => (sign * compare(of(s.span), of(best.span)) > 0 ? s : best));
  const [first, begun] = [most((s) => s.startEarliest, -1), most((s) => s.startLatest, -1)];
  const [ending, last] = [most((s) => s.endEarliest, 1), most((s) => s.endLatest, 1)];
  const isUnsure = (...of: (typeof first)[]) => of.some((s) => s.span.uncertain);
  const starts = [
    first.from === UNKNOWN ? '' : first.from,
    within(first.span.startEarliest, begun.span.startLatest, isUnsure(first, begun)),
  ];
  const ends = [
    last.until === UNKNOWN ? '' : last.until,
    within(ending.span.endEarliest, last.span.endLatest, isUnsure(ending, last)),
  ];
  const texts = starts.flatMap((start) => ends.map((end) => `${start}/${end}`));
  return (
    texts.find((text) => {
      const span = spanOf(text, false);
      return (
        span !== null &&
        span.startEarliest === first.span.startEarliest &&
        span.startLatest === begun.span.startLatest &&
        span.endEarliest === ending.span.endEarliest &&
        span.endLatest === last.span.endLatest &&
        span.uncertain === isUnsure(first, begun, ending, last)
      );
    }) ?? texts.at(-1)
  );
}

/** Some day of several as EDTF; what is open stays so. */
function within(earliest: string, latest: string, isUnsure: boolean): string {
  if (earliest === latest && (earliest === MIN_DAY || earliest === MAX_DAY)) return OPEN;
  const day = (d: string) => (d === MIN_DAY || d === MAX_DAY ? '' : `${d}${isUnsure ? '~' : ''}`);
  return `[${day(earliest)}..${day(latest)}]`;
}

/**
 * Parties whose spell is the whole time of the claim take part throughout, and need no spell; nor do any where nothing
 * at all is known of the time.
 */
export function throughout(parties: readonly Party[], when: string | undefined): Party[] {
  const isTold = when !== undefined || parties.some((p) => isKnown(p.from) || isKnown(p.until));
  const [start, end] = when?.split('/') ?? [];
  return parties.map((party) => {
    const { from, until, ...rest } = party;
    if (from === undefined && until === undefined) return party;
    // What is open lasts as long as the claim, whenever that ends.
    const isAll = end !== undefined && [undefined, start].includes(from) && [undefined, end].includes(until);
    return !isTold || isAll ? rest : party;
  });
}
