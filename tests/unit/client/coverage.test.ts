// Outside of what is covered there is no "none": it is said, and what a data set does not declare is not a "no".
import { expect, test } from 'vitest';
import { coverageWords, uncoveredWords } from '../../../client/coverage.ts';
import type { Answer, CoverageLine } from '../../../model/answer.ts';
import { isUncovered, isUndeclared } from '../../../model/coverage.ts';
import type { Dataset } from '../../../model/dataset.ts';
import { answerOf } from './drawing.ts';

const dataset = (id: string, coverage: Dataset['coverage']): Dataset => ({
  type: 'dataset',
  id,
  title: id.toUpperCase(),
  coverage,
});
const declared = dataset('atop', [{ from: '1815', until: '2018', exhaustive: true }]);
const silent = dataset('notes', []);
const line = (d: Dataset, covers: CoverageLine['covers'], exhaustive = false): CoverageLine => ({
  dataset: d.id,
  title: d.title,
  covers,
  exhaustive,
  detail: d.coverage.length === 0 ? 'It does not say what it covers.' : 'all kinds, from 1815 until 2018',
});
const answer = (...lines: [Dataset, CoverageLine][]): Answer => ({
  ...answerOf(
    [],
    [],
    [],
    lines.map(([d]) => d),
  ),
  coverage: lines.map(([, l]) => l),
  resolved: { unknown: true, over: 'day', from: '2025-09-03', until: '2025-09-03' },
});

test('not covered, and the words that say it is not the same as none', () => {
  const a = answer([declared, line(declared, 'no')]);
  expect(isUncovered(a)).toBe(true);
  expect(uncoveredWords(a)).toEqual([
    'ATOP covers all kinds, from 1815 until 2018. For 2025-09-03 it says nothing, which is not the same as none.',
  ]);
  expect(coverageWords(a, line(declared, 'no'))).toEqual({
    word: 'not covered',
    detail:
      'It covers all kinds, from 1815 until 2018. For 2025-09-03 it says nothing, which is not the same as none.',
  });
});

test('a data set that does not say what it covers is not told to cover nothing', () => {
  const a = answer([silent, line(silent, 'undeclared')]);
  expect(isUncovered(a)).toBe(false);
  expect(coverageWords(a, line(silent, 'undeclared')).word).toBe('does not say what it covers');
  const both = answer([silent, line(silent, 'undeclared')], [declared, line(declared, 'no')]);
  expect(isUncovered(both)).toBe(true);
  expect([isUncovered(both, 'notes'), isUncovered(both, 'atop')]).toEqual([false, true]);
  expect([isUndeclared(both, 'notes'), isUndeclared(both), isUndeclared(a)]).toEqual([true, false, true]);
  expect(uncoveredWords(both)[0]).toContain('NOTES does not say what it covers');
});

test('what is covered and not searched through says that its silence says nothing', () => {
  const a = answer([declared, line(declared, 'yes')]);
  expect(isUncovered(a)).toBe(false);
  expect(coverageWords(a, line(declared, 'yes')).detail).toContain('Its silence says nothing');
  expect(coverageWords(a, line(declared, 'yes', true)).detail).not.toContain('silence');
  expect(isUncovered(null)).toBe(false);
});
