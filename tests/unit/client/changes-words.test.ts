// The words of the report on changes: before and after side by side, who is together now, and what is told apart.
import { describe, expect, test } from 'vitest';
import { apart, countWords, movesOf, togetherTold, whoWords } from '../../../client/panels/changes/words.ts';
import type { Change } from '../../../model/changes.ts';

type Side = NonNullable<Change['before']>;
const name = (id: string) => id.replace('state:', '');
const side = (change: Partial<Side> = {}): Side => ({
  principals: ['state:CHN', 'state:RUS'],
  sign: '+',
  state: 'asserted',
  for: 30,
  against: null,
  originsFor: 1,
  originsAgainst: 0,
  stands: true,
  certainty: 'sure',
  ...change,
});
const change = (more: Partial<Change>): Change => ({
  ...{ claim: 'cases/one', what: ['turned'], before: side(), after: side(), joined: [], left: [] },
  certainty: 'sure',
  ...more,
});
const told = (c: Change) => movesOf(c).map((m) => `${m.what} ${m.before} → ${m.after}`.trim());

describe('before and after', () => {
  test('what differs, and nothing that does not', () => {
    expect(told(change({ after: side({ for: 70 }) }))).toEqual(['for 30 → 70']);
    const contested = side({ state: 'contested', against: null, originsAgainst: 1 });
    expect(told(change({ after: contested }))).toEqual(['asserted → contested', 'against none → unknown']);
    expect(told(change({ after: side({ certainty: 'possible' }) }))).toEqual(['certainty sure → possible']);
  });

  test('a claim with too few origins does not stand, though somebody asserts it', () => {
    expect(told(change({ after: side({ stands: false }) }))).toEqual([
      'asserted → asserted, of too few origins',
    ]);
  });

  test('what is there on one day only is told as a whole: also where no statement counts on the other', () => {
    expect(told(change({ before: null }))).toEqual(['nothing → asserted, for 30, 2 principals']);
    expect(told(change({ after: side({ state: null, stands: false }) }))).toEqual([
      'asserted, for 30, 2 principals → nothing',
    ]);
  });

  test('principals by their number', () => {
    const after = side({ principals: ['state:CHN', 'state:RUS', 'state:PRK'] });
    expect(told(change({ after, joined: ['state:PRK'] }))).toEqual(['principals 2 → 3']);
  });
});

test('those in question are named first, and one left over is named and not counted', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'CHN'].map((x) => `state:${x}`);
  expect(whoWords(ids, ['state:CHN'], name)).toBe('CHN, a, b, c, d, e and 2 others');
  expect(whoWords(ids.slice(1), ['state:CHN'], name)).toBe('CHN, b, c, d, e, f and g');
});

describe('who is together', () => {
  const three = ['state:CHN', 'state:RUS', 'state:PRK'];
  const days = { from: '2000-07-01', to: '2008-08-01' };
  const words = (c: Change) =>
    togetherTold([c], days, three, () => undefined, name).map((t) => t.sentences.join(' '));

  test('a claim that came to have all of them, with whom it had before', () => {
    const after = side({ principals: [...three, 'state:USA'] });
    expect(words(change({ before: side({ principals: ['state:USA'] }), after }))).toEqual([
      'Came to have all three: CHN, RUS and PRK. On 2000-07-01 it had none of them. 1 other is in it too.',
    ]);
    expect(words(change({ before: side(), after: side({ principals: three }) }))).toEqual([
      'Came to have all three: CHN, RUS and PRK. On 2000-07-01 it had CHN and RUS only. Nobody else is in it.',
    ]);
    expect(words(change({ before: null, after: side({ principals: three, state: 'contested' }) }))).toEqual([
      'New, with all three: CHN, RUS and PRK. It is contested. Nobody else is in it.',
    ]);
  });

  test('one that has them no more, and one by some reading only', () => {
    const before = side({ principals: three });
    expect(words(change({ before, after: null, certainty: 'possible' }))).toEqual([
      'Gone, and had all three: CHN, RUS and PRK. By some reading of a date only.',
    ]);
    expect(words(change({ before, after: side() }))).toEqual([
      'Has no more all three: CHN, RUS and PRK. On 2008-08-01 it had CHN and RUS only.',
    ]);
  });

  test('what does not stand joins nobody, and one state alone is not together', () => {
    const after = side({ principals: three, state: 'denied', stands: false });
    expect(words(change({ before: null, after }))).toEqual([]);
    expect(togetherTold([change({ before: null })], days, ['state:CHN'], () => undefined, name)).toEqual([]);
  });
});

test('what stands surely is counted apart from what does not, is possible, or undated', () => {
  const rows = [
    change({}),
    change({ after: side({ state: 'denied', stands: false }) }),
    change({ certainty: 'possible' }),
    change({ certainty: 'possible', after: side({ certainty: 'undated' }) }),
  ];
  expect(countWords(rows)).toBe('1, 1 that do not stand, 1 possible and 1 undated');
  expect(apart(rows).map((g) => g.title)).toEqual([
    null,
    'Do not stand',
    'Possible, by some reading of a date only',
    'Undated',
  ]);
});
