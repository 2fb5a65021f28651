// The parties of one claim put in order: rows that say the same are one, and spells that follow on each other are one.
import type { Party } from '../../../model/claim.ts';
import { addDays, MAX_DAY, MIN_DAY, type Span, spellOf } from '../../../model/time.ts';

/** The parties of a claim, and how many rows said what others had said, or were one spell with another. */
export interface Joined {
  parties: Party[];
  duplicates: number;
  merged: number;
}

/**
 * Joins the rows of a claim: phases that repeat a party are one spell where the next begins no later than the day
 * after the last. Parties keep the order in which they come first; sides and roles are kept apart.
 */
export function joined(rows: readonly Party[]): Joined {
  const same = new Map<string, Party[]>();
  let duplicates = 0;
  for (const party of rows) {
    const key = `${party.entity}\0${party.role}\0${party.part ?? ''}\0${party.side ?? ''}`;
    const spells = same.get(key);
    if (spells === undefined) same.set(key, [party]);
    else if (spells.some((p) => p.from === party.from && p.until === party.until)) duplicates += 1;
    else spells.push(party);
  }
  const parties = [...same.values()].flatMap(following);
  return { parties, duplicates, merged: rows.length - duplicates - parties.length };
}

function following(spells: Party[]): Party[] {
  if (spells.length === 1) return spells;
  const inOrder = spells
    .map((party) => ({ party, span: spanOfParty(party) }))
    .sort(
      (a, b) =>
        compare(a.span.startEarliest, b.span.startEarliest) || compare(a.span.endLatest, b.span.endLatest),
    );
  const [first, ...rest] = inOrder;
  if (first === undefined) return spells;
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
  return kept.map((k) => k.party);
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

/** The time from the first day of the first spell to the last of the last, as EDTF; absent where no spell is told. */
export function timeOf(parties: readonly Party[]): string | undefined {
  if (parties.every((p) => p.from === undefined && p.until === undefined)) return undefined;
  let first = parties[0];
  let last = parties[0];
  for (const party of parties) {
    if (first === undefined || startOf(party) < startOf(first)) first = party;
    if (last === undefined || endOf(party) > endOf(last)) last = party;
  }
  return `${first?.from ?? '..'}/${last?.until ?? '..'}`;
}

const startOf = (party: Party) => spanOfParty(party).startEarliest;
const endOf = (party: Party) => spanOfParty(party).endLatest;

/** Parties whose spell is the whole time of the claim: they take part throughout, and need no spell. */
export function throughout(parties: readonly Party[], when: string | undefined): Party[] {
  return parties.map((party) => {
    if (party.from === undefined && party.until === undefined) return party;
    if (`${party.from ?? '..'}/${party.until ?? '..'}` !== when) return party;
    const { from, until, ...rest } = party;
    return rest;
  });
}
