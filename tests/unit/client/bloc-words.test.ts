// The words of the report on a bloc: what a joint claim does, and to whom; nothing is said twice, and nothing judges.
import { describe, expect, test } from 'vitest';
import {
  commitmentShort,
  commitmentWords,
  companyWords,
  joiningWords,
  levelWords,
  rangeOf,
} from '../../../client/panels/bloc/words.ts';
import type { JointClaim } from '../../../model/bloc.ts';
import { claimsOfStep, sameCompany, sameLevels } from '../../../model/bloc-groups.ts';

const name = (id: string) => id.replace('state:', '');
const claim = (change: Partial<JointClaim>): JointClaim => ({
  claim: 'cases/one',
  certainty: 'sure',
  joins: '+',
  acting: true,
  others: [],
  alike: [],
  rivals: [],
  elsewhere: [],
  ...change,
});
const [usa, jpn] = ['state:USA', 'state:JPN'];

describe('a claim of all of them', () => {
  test('that joins nobody else', () => {
    expect(joiningWords(claim({}), true, name)).toEqual([
      'ties each to each by cooperation',
      'all of them act in it',
      'nobody else is in it',
    ]);
    expect(companyWords(claim({}), true, name)).toEqual([]);
  });

  test('that binds rivals as it binds them, so nobody against these', () => {
    const c = claim({ others: [jpn, usa], alike: [jpn, usa], rivals: [usa], elsewhere: [jpn, usa] });
    expect(companyWords(c, true, name)).toEqual([
      'It ties 2 others to them as it ties them to each other, so it binds nobody to anybody against these.',
      'Rivals among these, tied negatively with some of them by other claims: USA.',
      'Bound more deeply elsewhere, without them: JPN.',
    ]);
    expect(joiningWords(c, true, name)).toContain('2 others are in it: JPN and USA');
    // What does not stand binds nobody.
    expect(companyWords(c, false, name)).toEqual([]);
    expect(joiningWords(c, false, name)).toContain(
      'it would tie these to them as it would tie them to each other',
    );
  });

  test('that is aimed at somebody, or neutral, or of an uncertain day', () => {
    const aimed = claim({ others: [usa], rivals: [usa] });
    expect(joiningWords(aimed, true, name)).toEqual([
      'ties each to each by cooperation',
      'all of them act in it',
      '1 other is in it: USA',
      'tied negatively with some of them: USA',
    ]);
    expect(companyWords(aimed, true, name)).toEqual([]);
    const neutral = claim({ joins: '0', others: [usa], alike: [usa] });
    expect(joiningWords(neutral, true, name)[0]).toBe('ties nobody: it is neutral');
    expect(companyWords(neutral, true, name)).toEqual([]);
    const some = joiningWords(claim({ joins: null, acting: false, certainty: 'possible' }), true, name);
    expect(some.slice(0, 3)).toEqual([
      'possible, only by some reading of a date',
      'does not tie all of them',
      'not all of them act in it',
    ]);
  });
});

test('commitments, levels and thresholds in words', () => {
  expect(commitmentWords(5)).toBe('Commitment 5, neutrality or non-aggression pact');
  expect([commitmentShort(5), commitmentShort(null)]).toEqual(['commitment 5', 'no commitment']);
  expect(levelWords([null, 1, 2])).toBe('All claims, and the same for 1 and 2');
  expect(levelWords([4])).toBe('Commitment 4 and deeper');
  expect([rangeOf({ from: 0, until: 0 }), rangeOf({ from: 1, until: 30 })]).toEqual(['0', '1–30']);
});

describe('lines that say the same', () => {
  const step = (claims: string[]) => ({
    from: 0,
    until: 100,
    unknown: true,
    pairs: claims.map((c) => ({
      pair: [usa, jpn] as [string, string],
      certainty: 'sure' as const,
      claims: [{ claim: c, state: 'asserted' as const }],
    })),
    joint: [],
    tied: { size: 2, subsets: [] },
    joined: { size: 2, subsets: [{ states: [usa, jpn], claims }] },
    hub: null,
  });

  test('are put together, in their order', () => {
    const levels = [null, 1, 2, 3].map((commitment) => ({
      commitment,
      steps: [step(commitment === 2 ? ['cases/b'] : ['cases/a'])],
    }));
    expect(sameLevels(levels).map((l) => l.commitments)).toEqual([[null, 1, 3], [2]]);
    const also = [
      { entity: usa, how: 'one-claim' as const, sure: true, claims: ['cases/a'] },
      { entity: jpn, how: 'one-claim' as const, sure: true, claims: ['cases/a'] },
      { entity: 'state:IDN', how: 'pairs' as const, sure: true, claims: ['cases/a'] },
    ];
    expect(sameCompany(also).map((l) => [l.how, l.entities])).toEqual([
      ['one-claim', [usa, jpn]],
      ['pairs', ['state:IDN']],
    ]);
  });

  test('and the claims of a step are named once each', () => {
    expect(claimsOfStep(step(['cases/a', 'cases/b']))).toEqual(['cases/a', 'cases/b']);
  });
});
