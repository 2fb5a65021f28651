// What moved when the threshold moved, and why, in the words that the page says.
import { expect, test } from 'vitest';
import { changes, reason } from '../../../client/moved.ts';
import { rejudge } from '../../../client/rejudge.ts';
import { defaultLens, type Lens } from '../../../model/lens.ts';
import { answerOf, sample, told } from './drawing.ts';

const moved = (answer: typeof sample, change: Partial<Lens>) => {
  const lens = { ...defaultLens, ...change };
  return changes(answer, rejudge(answer, lens)).map((m) => [
    m.claim.claim.short ?? m.claim.claim.id,
    reason(answer, m, lens),
  ]);
};
const one = (stances: string) =>
  answerOf([told('pact', 'defence-pact', 'CHN member, RUS member', stances)], []);

test('nothing moves where nothing is below the threshold', () => {
  expect(moved(sample, {})).toEqual([]);
});

test('the shipped data set at 60: what rests on officials and analysts is out', () => {
  const found = Object.fromEntries(moved(sample, { threshold: 60 }));
  expect(found).toMatchObject({
    'Coordinated bloc': 'out at 1, unknown switched off',
    Tension: 'out at 51, 3 assertions below',
    'Defence pact': 'out at 51, 1 report of absence below',
    'Integrated alliance': 'out at 51, 2 denials below',
    'Combat deployment': 'contested → unevidenced at 31, 1 assertion below, unknown switched off',
  });
  expect(found).not.toHaveProperty('Joint appearance');
});

test('a side that drops below turns the claim, at the number where it does', () => {
  expect(moved(one('+70 -30'), { threshold: 60 })).toEqual([
    ['pact', 'contested → asserted at 31, 1 denial below'],
  ]);
});

test('unknown switched off by hand has no number', () => {
  expect(moved(one('+?'), { unknown: false })).toEqual([['pact', 'out, unknown switched off']]);
});

test('too few origins', () => {
  expect(moved(one('+70'), { origins: 2 })).toEqual([['pact', '1 origin, fewer than 2']]);
});
