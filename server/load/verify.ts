// Checks the quotes of a data set against the source texts at hand; one that is not found stops the load.
import type { Entry } from '../../model/entry.ts';
import type { Quote, QuoteCheck, QuoteResult, Statement } from '../../model/statement.ts';
import { version } from '../version.ts';
import type { Stored } from './compare.ts';
import type { Errors } from './errors.ts';
import type { Kept } from './kept.ts';
import { hashOf } from './parse.ts';
import { checked, find, passageNear, readTexts, type Texts } from './quotes.ts';
import type { Spool } from './spool.ts';

/** The texts of a folder that the sources of the data sets have the hash of; none where there is no folder. */
export function textsFor(datasets: readonly Kept[], folder: string | undefined): Texts {
  if (folder === undefined || folder === '') return new Map();
  return readTexts(folder, new Set(datasets.flatMap((d) => [...d.textHashes.values()])));
}

/**
 * Checks each quote, and keeps the check and the hash that its statement has with it.
 * @param stored checks that were made before
 * @param errors takes each quote that is not found, unless that is allowed
 * @returns how many quotes have which result
 */
export async function verify(
  kept: Kept,
  spool: Spool<Entry>,
  stored: Stored,
  texts: Texts,
  allowNotFound: boolean,
  errors: Errors,
): Promise<Partial<Record<QuoteResult, number>>> {
  const maker = { by: `Entente ${version}`, at: new Date().toISOString().slice(0, 10) };
  const counts: Partial<Record<QuoteResult, number>> = {};
  const statements = spool.read(kept.statements.positions(kept.quotes.keys()));
  for (const [order, known] of kept.quotes) {
    const statement = (await statements.next()).value?.entry as Statement;
    const quote = statement.quote as Quote;
    const textHash = kept.textHashes.get(statement.source);
    const made = checked(quote, [quote.check, stored.checks.get(order)], textHash, texts, maker);
    known.check = made;
    kept.statements.hashes[order] = hashOf(withCheck(statement, made));
    counts[made.result] = (counts[made.result] ?? 0) + 1;
    if (made.result !== 'not-found' || allowNotFound) continue;
    const text = texts.get(textHash ?? '') ?? '';
    errors.add({ ...known.place, detail: notFound(quote, text) }, 'quote-not-found');
    errors.refuse('statement', known.n);
  }
  return counts;
}

/** A statement with the check of its quote; one without a quote as it is. */
export function withCheck(statement: Statement, check: QuoteCheck | undefined): Statement {
  const { quote } = statement;
  return quote === undefined || check === undefined
    ? statement
    : { ...statement, quote: { ...quote, check } };
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
