// server/coverage.ts: what a data set covers of what was asked; one that does not say covers neither all nor nothing.
import { expect, test } from 'vitest';
import { coverageOf } from '../../../model/coverage.ts';
import type { Dataset } from '../../../model/dataset.ts';
import { answerText } from '../../../server/text/answer-text.ts';
import { answerOf } from '../client/drawing.ts';

const dataset = (id: string, coverage: Dataset['coverage']): Dataset => ({
  type: 'dataset',
  id,
  title: id,
  coverage,
});
const day = (on: string) => ({ from: on, until: on });

test('covered, in part, not, and not declared', () => {
  const sets = [
    dataset('atop', [{ kinds: ['defence-pact'], from: '1815', until: '2018', exhaustive: true }]),
    dataset('notes', []),
  ];
  const covers = (kinds: string[], on: string) => coverageOf(sets, kinds, day(on)).map((line) => line.covers);
  expect(covers(['defence-pact'], '2000-01-01')).toEqual(['yes', 'undeclared']);
  expect(covers(['defence-pact', 'summit'], '2000-01-01')).toEqual(['partly', 'undeclared']);
  expect(covers(['summit'], '2000-01-01')).toEqual(['no', 'undeclared']);
  expect(covers([], '2025-01-01')).toEqual(['no', 'undeclared']);
});

test('the command line says that it is not said', () => {
  const sets = [dataset('notes', [])];
  const text = answerText({
    ...answerOf([], [], [], sets),
    coverage: coverageOf(sets, [], day('2025-01-01')),
  });
  expect(text).toContain('Coverage: notes does not say what it covers. Its silence says nothing.');
  expect(text).not.toContain('does not cover');
});
