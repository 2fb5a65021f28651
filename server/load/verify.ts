// Checks the quotes of a data set against the source texts at hand; one that is not found stops the load.
import type { Quote, QuoteResult } from '../../model/statement.ts';
import { version } from '../version.ts';
import type { CheckedDataset } from './checked.ts';
import type { Stored } from './compare.ts';
import type { Errors } from './errors.ts';
import { checked, find, passageNear, readTexts, type Texts } from './quotes.ts';

/** The texts of a folder that the sources of the data sets have the hash of; none where there is no folder. */
export function textsFor(datasets: readonly CheckedDataset[], folder: string | undefined): Texts {
  if (folder === undefined || folder === '') return new Map();
  return readTexts(
    folder,
    new Set(datasets.flatMap((d) => d.sources.flatMap((s) => s.entry.textHash ?? []))),
  );
}

/**
 * Puts the check of each quote into its statement.
 * @param stored checks that were made before
 * @param errors takes each quote that is not found, unless that is allowed
 * @returns how many quotes have which result
 */
export function verify(
  dataset: CheckedDataset,
  stored: Stored,
  texts: Texts,
  allowNotFound: boolean,
  errors: Errors,
): Partial<Record<QuoteResult, number>> {
  const maker = { by: `Entente ${version}`, at: new Date().toISOString().slice(0, 10) };
  const hashes = new Map(dataset.sources.map((s) => [s.entry.id, s.entry.textHash]));
  const counts: Partial<Record<QuoteResult, number>> = {};
  for (const { entry, at } of dataset.statements) {
    const { quote } = entry;
    if (quote === undefined) continue;
    const kept = [quote.check, stored.checks.get(entry.id ?? '')];
    const made = checked(quote, kept, hashes.get(entry.source), texts, maker);
    entry.quote = { ...quote, check: made };
    counts[made.result] = (counts[made.result] ?? 0) + 1;
    if (made.result !== 'not-found' || allowNotFound) continue;
    const text = texts.get(hashes.get(entry.source) ?? '') ?? '';
    errors.add({ ...at('/quote/exact'), detail: notFound(quote, text) }, 'quote-not-found');
    errors.refuse('statement', entry);
  }
  return counts;
}

function notFound(quote: Quote, text: string): string {
  const near = passageNear(quote.exact, text);
  const hint =
    near !== null
      ? `; it has "${near}"`
      : find({ exact: quote.exact }, text) === 'not-found'
        ? ''
        : hintOfContext;
  return `"${quote.exact}" is not in the text of its source${hint}. Mend it, or allow quotes that are not found`;
}
const hintOfContext = ', not between that prefix and suffix';
