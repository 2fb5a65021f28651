// Times in words: what is open and what is not known read differently.
import { expect, test } from 'vitest';
import { endWords, precisionWords, whenAlone, whenWords } from '../../../model/when.ts';

test.each([
  ['2025-09', '2025-09'],
  ['2025~', '2025'],
  ['[..2025-09-03]', '2025-09-03'],
  ['2022/..', '2022'],
  ['1990/2000', '1990/2000'],
  ['2022/', '2022 to a day not known'],
  ['../[2018-12-31..]', '… to 2018-12-31 or later'],
  ['1961-07-11/[2018-12-31..]', '1961-07-11 to 2018-12-31 or later'],
  ['[..1990]/[2004..2005]', '1990 or earlier to a day from 2004 to 2005'],
])('%s is %s', (text, words) => {
  expect(whenWords(text)).toBe(words);
});

test('an end that is left out is open, one that is not known is called so', () => {
  expect([undefined, '[..]', '2000'].map(endWords)).toEqual(['…', 'a day not known', '2000']);
});

test('only what is known to be so is said to hold throughout', () => {
  expect(
    ['1990/2000', '2022/..', '2022/', '1961/[2018-12-31..]', '[..1990]/..', '[..2025]'].map(precisionWords),
  ).toEqual(['throughout', 'from then on', '', '', '', 'by then']);
});

test.each([
  ['2025-09-03', '2025-09-03'],
  ['[..2025-09-03]', '2025-09-03 or earlier'],
  ['[2025-09-03..]', '2025-09-03 or later'],
  ['[2024..2025]', 'a day from 2024 to 2025'],
  ['2025-09-03/..', 'from 2025-09-03 on'],
  ['2025-09-03~', 'about 2025-09-03'],
  ['2024?', '2024, uncertain'],
  ['2024%', 'about 2024, uncertain'],
  ['1949/[2018-12-31..]', '1949 to 2018-12-31 or later'],
  ['2022/2024', '2022/2024'],
])('%s alone is %s', (text, words) => {
  expect(whenAlone(text)).toBe(words);
});
