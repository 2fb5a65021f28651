// An empty answer says what there is instead, and never more than the claims give.
import { expect, test } from 'vitest';
import { emptyWords } from '../../../client/empty.ts';
import type { Answer } from '../../../model/answer.ts';
import type { Dataset } from '../../../model/dataset.ts';
import { answerOf, told } from './drawing.ts';

const three = ['state:CHN', 'state:RUS', 'state:IND'];
const names: Record<string, string> = { 'state:CHN': 'China', 'state:RUS': 'Russia', 'state:IND': 'India' };
const name = (id: string) => names[id] ?? id;
const deal = (id: string, a: string, b: string, stances = '+70') =>
  told(id, 'memorandum', `${a} signatory, ${b} signatory`, stances);

function said(id: string, claims: Parameters<typeof answerOf>[0], change: Partial<Answer> = {}) {
  const empty = { ...answerOf([], three), ...change };
  const answer = { ...empty, question: { ...empty.question, id, label: id } };
  return emptyWords(answer, answerOf(claims, three).claims, name);
}
const pairs = [deal('a', 'CHN', 'RUS'), deal('b', 'CHN', 'IND'), deal('c', 'RUS', 'IND')];

test('all three pairs tied: in pairs only', () => {
  expect(said('trilateral', pairs)).toEqual({
    head: 'No claim joins all three.',
    instead: ['China, Russia and India are tied in pairs only.'],
    pairs: 3,
    joint: 0,
  });
});

test('a pair without a claim of its own is named, and one that does not stand ties nobody', () => {
  const { instead, pairs: n } = said('joint', [...pairs.slice(0, 2), deal('c', 'RUS', 'IND', '-70')]);
  expect(instead).toEqual([
    'Claims of two alone: China and Russia (+ 1), China and India (+ 1).',
    'None that stands: Russia and India.',
  ]);
  expect(n).toBe(2);
  expect(said('joint', []).instead).toEqual(['Nor has any two of them a claim of their own that stands.']);
});

test('tension is no tie', () => {
  const tension = told('t', 'tension', 'RUS party, IND party', '+70');
  expect(said('trilateral', [...pairs.slice(0, 2), tension]).instead).toEqual([
    'Claims of two alone: China and Russia (+ 1), China and India (+ 1), Russia and India (− 1).',
  ]);
});

test('a false trilateral is not found where a claim joins all: that is said', () => {
  const joint = told('j', 'summit', 'CHN party, RUS party, IND party', '+70');
  const { head, instead, joint: n } = said('pairs-only', [...pairs, joint]);
  expect(head).toBe('No three of them are tied in pairs alone.');
  expect(instead[0]).toBe('1 claim joins all three.');
  expect(n).toBe(1);
});

test('outside of what is covered it is not covered', () => {
  const atop: Dataset = {
    type: 'dataset',
    id: 'atop',
    title: 'ATOP',
    coverage: [{ from: '1815', until: '2018', exhaustive: true }],
  };
  const { head, instead } = said('joint', [], {
    datasets: [atop],
    coverage: [
      { dataset: 'atop', title: 'ATOP', covers: 'no', exhaustive: true, detail: 'all kinds, until 2018' },
    ],
    resolved: { unknown: true, over: 'day', from: '2025-01-01', until: '2025-01-01' },
  });
  expect(head).toBe('Not covered.');
  expect(instead[0]).toContain('not the same as none');
});
