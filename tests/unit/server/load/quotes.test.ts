// Quotes in texts: word for word, by folded typography, in several places, not at all; and which check is kept.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { QuoteCheck } from '../../../../model/statement.ts';
import { checked, find, passageNear, readTexts } from '../../../../server/load/quotes.ts';

describe('a quote is', () => {
  const cases: [string, Parameters<typeof find>[0], string, ReturnType<typeof find>][] = [
    ['verbatim', { exact: 'the pier' }, 'They saw the pier.', 'verbatim'],
    ['ambiguous in two places', { exact: 'the pier' }, 'the pier, the pier', 'ambiguous'],
    ['told apart by its prefix', { exact: 'pier', prefix: 'old ' }, 'new pier, old pier', 'verbatim'],
    ['told apart by its suffix', { exact: 'pier', suffix: ' was' }, 'pier is, pier was', 'verbatim'],
    ['not found after another prefix', { exact: 'pier', prefix: 'red ' }, 'new pier, old pier', 'not-found'],
    ['normalised over white space', { exact: 'the long pier' }, 'the  long\n pier', 'verbatim-normalised'],
    ['normalised over quotes', { exact: `it's "here"` }, 'so it’s “here” now', 'verbatim-normalised'],
    ['normalised over dashes', { exact: 'so-called' }, 'a so–called pier', 'verbatim-normalised'],
    [
      'normalised with its prefix',
      { exact: "envoy's", prefix: 'the  ' },
      'the envoy’s',
      'verbatim-normalised',
    ],
    ['ambiguous after folding', { exact: "it's" }, 'it’s, it’s', 'ambiguous'],
    ['never found in other words', { exact: 'the piers' }, 'the pier', 'not-found'],
    ['never found in another case', { exact: 'The pier' }, 'the pier', 'not-found'],
    ['not found where it is white space alone', { exact: ' ' }, 'ab', 'not-found'],
  ];
  for (const [name, quote, text, result] of cases) test(name, () => expect(find(quote, text)).toBe(result));
});

test('a passage near to a quote that is not found', () => {
  const text = 'At noon the envoy arrived in the harbour, and left again.';
  expect(passageNear('the envoy arrived in the airport', text)).toBe('the envoy arrived in the harbour,');
  expect(passageNear('a man left again', text)).toBe('harbour, and left again.');
  expect(passageNear('nothing of it', text)).toBeNull();
  expect(passageNear('harbour', text)).toBeNull();
});

test('texts are found by their hash, whatever their names', () => {
  const fixtures = path.resolve(import.meta.dirname, '../../../fixtures');
  const bytes = readFileSync(path.join(fixtures, 'harbours.txt'));
  const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  expect(readTexts(fixtures, new Set([hash]))).toEqual(new Map([[hash, bytes.toString()]]));
  expect(readTexts(fixtures, new Set()).size).toBe(0);
  expect(() => readTexts('/no/such/folder', new Set())).toThrow('no folder');
});

describe('the check that is kept', () => {
  const text = 'They saw the pier.';
  const hash = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  const texts = new Map([[hash, text]]);
  const maker = { by: 'Entente 1.0.0', at: '2031-02-01' };
  const author: QuoteCheck = { result: 'verbatim', hash, by: 'Author', at: '2031-01-01' };
  const own: QuoteCheck = { ...author, by: 'Entente 0.9.0' };

  test('is an earlier one of our own that says the same', () => {
    expect(checked({ exact: 'the pier', check: author }, [author, own], hash, texts, maker)).toBe(own);
    expect(checked({ exact: 'the pier' }, [undefined, own], hash, texts, maker)).toBe(own);
  });

  test("is our own in place of the author's where the text is at hand, and stays it where it is not", () => {
    const made = { result: 'verbatim', hash, ...maker };
    expect(checked({ exact: 'the pier', check: author }, [author], hash, texts, maker)).toEqual(made);
    expect(checked({ exact: 'the pier', check: author }, [author, own], hash, new Map(), maker)).toBe(own);
  });

  test('is made anew where it says otherwise, or was made against another text', () => {
    const made = { result: 'not-found', hash, ...maker };
    expect(checked({ exact: 'the piers', check: author }, [author], hash, texts, maker)).toEqual(made);
    const other: QuoteCheck = { ...author, hash: `sha256:${'0'.repeat(64)}` };
    expect(checked({ exact: 'the pier' }, [other], hash, texts, maker)).toEqual({
      result: 'verbatim',
      hash,
      ...maker,
    });
  });

  test("is the author's where the text is not held", () => {
    expect(checked({ exact: 'the pier', check: author }, [author], hash, new Map(), maker)).toBe(author);
    expect(checked({ exact: 'the pier' }, [undefined, author], hash, new Map(), maker)).toBe(author);
    const none = { result: 'text-not-held', ...maker };
    expect(checked({ exact: 'the pier' }, [undefined, undefined], hash, new Map(), maker)).toEqual(none);
    expect(checked({ exact: 'the pier' }, [], undefined, texts, maker)).toEqual(none);
  });
});
