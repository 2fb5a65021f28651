// What is said of saved views: on which loads they were made, and what happened to each claim since.
import { expect, test } from 'vitest';
import { changeWords, madeWords, sinceWords } from '../../../client/panels/views/words.ts';
import type { Verdict, ViewChange, ViewChanges } from '../../../model/saved-view.ts';

const said: Verdict = { state: 'asserted', for: 70, against: null, stands: true, hash: 'a', said: 'b' };
const change = (more: Partial<ViewChange>): ViewChange => ({
  claim: 'a/b',
  title: 'A claim',
  what: ['turned'],
  before: said,
  now: said,
  ...more,
});
const since: ViewChanges = { view: 'x', datasets: [], changes: [], compared: 3, of: 3 };

test('on which loads a view was made', () => {
  expect(madeWords({ loads: {} })).toBe('no data set');
  expect(madeWords({ loads: { a: 'a@2025-09-10T08:00:00.000Z-abcdef' } })).toBe(
    'the load of 2025-09-10 08:00 UTC',
  );
  expect(madeWords({ loads: { a: 'a@1' } })).toBe('the load of a@1');
  expect(madeWords({ loads: { a: 'a@1', b: 'b@1' } })).toBe('2 loads');
});

test('what changed since; nothing is said while that is not known', () => {
  expect(sinceWords(null)).toBe('');
  expect(sinceWords(since)).toBe('nothing changed since');
  expect(sinceWords({ ...since, datasets: [{ dataset: 'a', before: 'a@1', now: 'a@2' }] })).toBe(
    'loaded anew since, and none of its claims changed',
  );
  expect(sinceWords({ ...since, changes: [change({})] })).toBe('1 claim changed since');
  expect(sinceWords({ type: '', title: '', status: 503, detail: '', code: 'graph-unavailable' })).toBe(
    'what changed since is not known',
  );
});

test.each<[Partial<ViewChange>, string]>([
  [{ what: ['new'], before: null }, 'new in the answer'],
  [{ what: ['left'], now: null }, 'in the answer no longer'],
  [{ what: ['gone'], now: null, title: null }, 'in the graph no longer'],
  [
    {
      what: ['turned', 'lowered', 'graded'],
      now: { ...said, state: 'contested', for: 30, against: 0 },
    },
    'asserted → contested; for 70 → 30, against ? → 0',
  ],
  [{ what: ['turned'], now: { ...said, stands: false } }, 'stands no longer'],
  [{ what: ['turned'], before: { ...said, stands: false } }, 'stands now'],
  [{ what: ['ungraded'], now: { ...said, for: null } }, 'for 70 → ?'],
  [
    { what: ['rewritten', 'other-statements'] },
    'the claim is written otherwise; other statements are about it',
  ],
])('%j', (more, words) => {
  expect(changeWords(change(more))).toBe(words);
});
