// Counting claims: by state, what stands apart from what does not, and what is only possible or undated apart from both.
import type { ClaimRow, Count } from './answer.ts';
import { standing } from './judge.ts';

/** What counting needs of a claim, or of a tie. */
export type Counted = Pick<ClaimRow, 'state' | 'stands' | 'certainty' | 'sign'>;

/** Whether it stands by every reading of the dates: what is meant where "stands" is said of a number. */
export const standsSurely = (c: Pick<Counted, 'stands' | 'certainty'>): boolean =>
  c.stands && c.certainty === 'sure';

/** How many do not stand: what is out has no state and is not among them. */
export const notStanding = (count: Count): number =>
  count.denied + count.unevidenced + count.open + count.tooFewOrigins;

/** A count of nothing. */
export const nothing = (): Count => ({
  stands: 0,
  asserted: 0,
  contested: 0,
  unverified: 0,
  denied: 0,
  unevidenced: 0,
  open: 0,
  tooFewOrigins: 0,
  out: 0,
  possible: 0,
  undated: 0,
  bySign: { '+': 0, '-': 0, '±': 0, '0': 0 },
});

/** Each claim in one place: what stands surely by its state and sign, what stands only possibly apart from it. */
export function countOf(rows: Iterable<Counted>): Count {
  const count = nothing();
  for (const { state, stands, certainty, sign } of rows) {
    if (state === null) count.out += 1;
    else if (!stands && standing.includes(state)) count.tooFewOrigins += 1;
    else if (stands && certainty !== 'sure') count[certainty] += 1;
    else {
      count[state] += 1;
      if (!stands) continue;
      count.stands += 1;
      count.bySign[sign] += 1;
    }
  }
  return count;
}
