// What a data set calls open, as EDTF: it knows of nothing after the end of what it covers.
import type { Coverage } from '../../../model/dataset.ts';
import { MAX_DAY, spellOf } from '../../../model/time.ts';

/**
 * The end of what had not ended when the data set ends.
 * @param kinds of the claim; the coverage of any of them counts, or all of it where none has any
 * @returns a day that is not known and not before the end of the coverage, as `[2018-12-31..]`; `..` where the coverage
 *   has no end
 */
export function openEnd(coverage: readonly Coverage[], kinds: readonly string[] = []): string {
  const ofKinds = coverage.filter((c) => c.kinds === undefined || c.kinds.some((k) => kinds.includes(k)));
  const last = (ofKinds.length > 0 ? ofKinds : coverage)
    .map((c) => spellOf(c.from, c.until)?.endLatest ?? MAX_DAY)
    .sort()
    .at(-1);
  return last === undefined || last === MAX_DAY ? '..' : `[${last}..]`;
}
