// server/count.ts: what a group rests on is told by the best claim of each of its ties, and of these by the weakest.
import { expect, test } from 'vitest';
import type { ClaimRow } from '../../../model/answer.ts';
import { restWords } from '../../../model/group.ts';
import { byGroup } from '../../../server/count.ts';

const row = (
  id: string,
  state: ClaimRow['state'],
  principals: string[],
  group = ['A', 'B', 'C'],
): ClaimRow => ({
  claim: `set/${id}`,
  group,
  principals,
  actors: principals,
  arity: principals.length,
  sign: '+',
  state,
  for: null,
  against: null,
  originsFor: 1,
  originsAgainst: 0,
  stands: true,
  certainty: 'sure',
  day: null,
});
const rests = (...rows: ClaimRow[]) => byGroup(rows)[0]?.rests;

test('a three rests on its weakest tie, and a tie on its best claim', () => {
  expect(rests(row('1', 'asserted', ['A', 'B']), row('2', 'contested', ['A', 'C']))).toBe('contested');
  expect(
    rests(
      row('1', 'asserted', ['B', 'A']),
      row('2', 'contested', ['A', 'C']),
      row('3', 'asserted', ['C', 'A']),
      row('4', 'unverified', ['A', 'B']),
    ),
  ).toBe('asserted');
  expect(rests(row('1', 'asserted', ['A', 'B']), row('2', 'unverified', ['A', 'B', 'C', 'D']))).toBe(
    'unverified',
  );
});

test('another group rests on the best of its claims; where none stands on nothing', () => {
  expect(
    rests(row('1', 'contested', ['A', 'B'], ['A', 'B']), row('2', 'asserted', ['A', 'B'], ['A', 'B'])),
  ).toBe('asserted');
  expect(rests({ ...row('1', 'denied', ['A', 'B'], ['A', 'B']), stands: false })).toBeNull();
});

test('in words each is told apart', () => {
  expect(restWords([{ rests: 'contested' }, { rests: 'asserted' }, { rests: 'contested' }])).toBe(
    '1 asserted, 2 contested at best',
  );
  expect(restWords([])).toBe('');
});

test('two on a side are one part, whether their claims tell who else takes part or not', () => {
  const sides = ['same', 'A', 'B'];
  const untold = { ...row('1', 'asserted', ['A', 'B'], sides), principals: null, actors: null };
  expect(rests(untold, row('2', 'contested', ['A', 'B', 'C'], sides))).toBe('asserted');
});
