// Is a quote in the text of its source: word for word, after folding white space and typography, or not at all?
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Quote, QuoteCheck, QuoteResult } from '../../model/statement.ts';
import { InvalidError } from '../errors.ts';

/** Source texts by their hash. */
export type Texts = ReadonlyMap<string, string>;

/** Larger files are no source texts. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The texts of a folder, and of those below it, that sources have the hash of.
 * @throws InvalidError `invalid-parameter` where there is no such folder
 */
export function readTexts(folder: string, wanted: ReadonlySet<string>): Texts {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new InvalidError('invalid-parameter', `There is no folder "${folder}" with source texts.`);
  const texts = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name);
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat?.isFile() !== true || stat.size > MOST_BYTES) continue;
    const bytes = readFileSync(file);
    const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    if (wanted.has(hash)) texts.set(hash, bytes.toString('utf8'));
  }
  return texts;
}

/** Looks for a quote in a text (W3C TextQuoteSelector: exact, between prefix and suffix where they are given). */
export function find(quote: Pick<Quote, 'exact' | 'prefix' | 'suffix'>, text: string): QuoteResult {
  const places = count(quote, text);
  if (places > 0) return places === 1 ? 'verbatim' : 'ambiguous';
  const folded = count(
    { exact: fold(quote.exact).trim(), prefix: fold(quote.prefix ?? ''), suffix: fold(quote.suffix ?? '') },
    fold(text),
  );
  if (folded > 0) return folded === 1 ? 'verbatim-normalised' : 'ambiguous';
  return 'not-found';
}

/** In how many places it stands; a second is enough to know. */
function count(
  { exact, prefix = '', suffix = '' }: Pick<Quote, 'exact' | 'prefix' | 'suffix'>,
  text: string,
): number {
  if (exact === '') return 0;
  let places = 0;
  for (let at = text.indexOf(exact); at >= 0 && places < 2; at = text.indexOf(exact, at + 1))
    if (text.slice(0, at).endsWith(prefix) && text.startsWith(suffix, at + exact.length)) places += 1;
  return places;
}

/** A text with white space, typographic quotes and dashes written in one way. */
function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u00AD|[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[\u2018\u2019\u201A\u201B\u2032\u02BC\u0060\u00B4]/g, "'")
    .replace(/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g, '"')
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-')
    .replace(/\u2026/g, '...')
    .replace(/\s+/g, ' ');
}

/** Larger texts are not searched for what a quote may have meant. */
const SEARCHED = 2_000_000;

/**
 * What stands in a text where a quote was probably meant: a passage around the longest run of its words.
 * @returns null where not even two of its words stand together
 */
export function passageNear(exact: string, text: string): string | null {
  if (text.length > SEARCHED) return null;
  const words = fold(exact).trim().split(' ');
  const folded = fold(text);
  for (let length = words.length - 1; length >= 2; length--)
    for (let start = 0; start + length <= words.length; start++) {
      const at = folded.indexOf(words.slice(start, start + length).join(' '));
      if (at < 0) continue;
      const before = folded
        .slice(0, at)
        .split(' ')
        .slice(-start - 1)
        .join(' ');
      const after = folded
        .slice(at)
        .split(' ', words.length - start)
        .join(' ');
      return `${before}${after}`.trim();
    }
  return null;
}

/** Whether a check was made by this program, with the text at hand, and not only told by the author of the file. */
const isOwn = (check: QuoteCheck) => /^Entente \d/.test(check.by) && check.result !== 'text-not-held';

/**
 * The check of a quote, made now where its text is at hand.
 * @param kept checks that were made before, of the file and of the graph: one of our own that says the same stays
 * @param textHash hash of the source's text
 * @param maker who makes it, and on which day
 */
export function checked(
  quote: Quote,
  kept: readonly (QuoteCheck | undefined)[],
  textHash: string | undefined,
  texts: Texts,
  maker: { by: string; at: string },
): QuoteCheck {
  const text = textHash === undefined ? undefined : texts.get(textHash);
  const own = kept.find((k) => k !== undefined && isOwn(k) && k.hash === textHash && textHash !== undefined);
  if (text === undefined) {
    // Our own check of that text goes before the author's, and the author's is better than none; a check of another
    // text is worth nothing.
    const earlier = kept.find((k) => k !== undefined && (k.hash === undefined || k.hash === textHash));
    return own ?? quote.check ?? earlier ?? { result: 'text-not-held', ...maker };
  }
  const result = find(quote, text);
  return own?.result === result ? own : { result, hash: textHash, ...maker };
}
