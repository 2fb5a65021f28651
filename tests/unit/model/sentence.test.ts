// Sentences that can be quoted, written out: every question, with states and for the whole world, nothing, not covered,
// several data sets.
import { describe, expect, test } from 'vitest';
import type { Answer, Count, Group } from '../../../model/answer.ts';
import type { Change } from '../../../model/changes.ts';
import { nothing } from '../../../model/count.ts';
import { defaultLens } from '../../../model/lens.ts';
import { noFilters, noOptions } from '../../../model/question.ts';
import { sentence } from '../../../model/sentence.ts';

const names: Record<string, string> = { CHN: 'China', RUS: 'Russia', PRK: 'North Korea' };
const entities = Object.entries(names).map(([code, en]) => ({
  type: 'entity' as const,
  id: `state:${code}`,
  label: 'State' as const,
  names: { en },
}));
const THREE = ['state:CHN', 'state:RUS', 'state:PRK'];
const set = (id: string) => ({ type: 'dataset' as const, id, title: id, coverage: [] });
const covers = (dataset: string, how: 'yes' | 'partly' | 'no' | 'undeclared', exhaustive = true) => ({
  dataset,
  title: dataset,
  covers: how,
  exhaustive,
  detail: '',
});
const count = (some: Partial<Count>): Count => ({ ...nothing(), ...some });
const group = (key: string[], stands: number, dataset = 'one'): Group => ({
  key,
  dataset,
  stands,
  rests: 'asserted',
  certainty: 'sure',
  count: count({ stands }),
  claims: [],
});

interface Told extends Partial<Omit<Answer, 'filters' | 'lens' | 'resolved'>> {
  states?: string[];
  filters?: Partial<Answer['filters']>;
  lens?: Partial<Answer['lens']>;
  resolved?: Partial<Answer['resolved']>;
}

/** An answer of one data set that covers everything. */
function answer(id: string, { states = [], filters, lens, resolved, ...told }: Told = {}): Answer {
  const ids = Object.keys(told.byDataset ?? { one: 0 });
  return {
    question: {
      id,
      label: id,
      description: '',
      counts: id === 'paths' ? 'path' : 'claim',
      over: 'day',
      states: { min: 0, max: null, needed: false },
    },
    filters: { ...noFilters, states, ...filters },
    options: noOptions,
    lens: { ...defaultLens, ...lens },
    resolved: { unknown: true, over: 'day', from: null, until: null, ...resolved },
    loads: {},
    count: nothing(),
    byDataset: { one: nothing() },
    groupCount: null,
    exact: true,
    truncated: null,
    coverage: ids.map((d) => covers(d, 'yes')),
    queries: [],
    answeredAt: '',
    version: '',
    claims: [],
    groups: [],
    pairs: [],
    bloc: null,
    paths: null,
    changes: null,
    entities: entities as unknown as Answer['entities'],
    sources: [],
    datasets: ids.map(set),
    ...told,
  } as Answer;
}

const some = { one: count({ stands: 4, asserted: 3, contested: 1, unevidenced: 4, denied: 1, open: 1 }) };
const usual = 'at any time, at any confidence, unknown confidence kept, as known now.';

describe('claims', () => {
  test('of three states: what stands, and apart from it what does not', () => {
    expect(sentence(answer('trilateral', { states: THREE, byDataset: some }))).toBe(
      `Of claims of China, Russia and North Korea alone, 4 stand (3 asserted, 1 contested), 6 do not (4 looked for and not found, 1 denied, 1 open), in one; ${usual}`,
    );
  });

  test('of the whole world, on a day, above a threshold, by some filters', () => {
    const told = answer('bilateral', {
      byDataset: { one: count({ stands: 1, asserted: 1, possible: 2, undated: 1, out: 3 }) },
      lens: { threshold: 60, origins: 2, rule: 'lowest', known: '2026-01-01' },
      resolved: { unknown: false, from: '2018-07-01', until: '2018-07-01' },
      filters: { commitment: 5, kind: ['defence-pact'] },
    });
    expect(sentence(told)).toBe(
      'Of claims of exactly two principals, 1 stands (1 asserted), beside them 2 possible by some reading of a date, 1 without a date and 3 of which no statement counts, in one; on 2018-07-01, at a confidence of at least 60, unknown confidence left out, the lowest number of several, of at least 2 independent origins, as published by 2026-01-01, of kind defence-pact, of commitment 5 or deeper.',
    );
  });

  test('joint ones, and in how many of them all act', () => {
    const told = { states: THREE, byDataset: some, groups: [group(['actors'], 3), group(['principals'], 1)] };
    expect(sentence(answer('joint', told))).toBe(
      `Of claims of which China, Russia and North Korea are all principals, 4 stand (3 asserted, 1 contested), 6 do not (4 looked for and not found, 1 denied, 1 open), in 3 of those that stand all of them act, in one; ${usual}`,
    );
  });

  test('none, which is not the same as not covered', () => {
    expect(sentence(answer('disputes', { states: ['state:CHN'] }))).toBe(
      `Of contested or unverified claims of China, there are none, in one; ${usual}`,
    );
    expect(sentence(answer('disputes', { states: ['state:CHN'], coverage: [covers('one', 'no')] }))).toBe(
      `Not covered: one does not cover this, which does not say that there are no contested or unverified claims of China; ${usual}`,
    );
  });

  test('a data set that does not say what it covers is not told to cover nothing', () => {
    const silent = { states: ['state:CHN'], coverage: [covers('one', 'undeclared', false)] };
    expect(sentence(answer('disputes', silent))).toBe(
      `Nothing found: one does not say what it covers, which does not say that there are no contested or unverified claims of China; ${usual}`,
    );
    expect(sentence(answer('around', { ...silent, byDataset: some, claims: [{}] as never }))).toContain(
      'in one; at any time, at any confidence, unknown confidence kept, as known now; one does not say what it covers, so silence there says nothing.',
    );
    const both = { coverage: [covers('a', 'no'), covers('b', 'undeclared', false)] };
    expect(sentence(answer('disputes', both))).toBe(
      `Not covered: a does not cover this and b does not say what it covers, which does not say that there are no contested or unverified claims; ${usual}`,
    );
  });

  test('several data sets stand beside each other; one that does not cover it says nothing', () => {
    const told = answer('around', {
      states: ['state:CHN'],
      byDataset: { a: count({ stands: 2, asserted: 2 }), b: count({ stands: 7, asserted: 7 }), c: nothing() },
      coverage: [covers('a', 'yes'), covers('b', 'partly', false), covers('c', 'no')],
    });
    expect(sentence(told)).toBe(
      'Of claims that China takes part or acts in, in a: 2 stand (2 asserted); in b: 7 stand (7 asserted); at any time, at any confidence, unknown confidence kept, as known now; c does not cover this; b covers it in part; b is not exhaustive, so silence there says nothing.',
    );
  });

  test('where not everything was counted', () => {
    const told = { byDataset: { one: count({ stands: 200_000, asserted: 200_000 }) }, exact: false };
    expect(sentence(answer('around', told))).toBe(
      'Of claims, 200,000 stand (200,000 asserted), in one; at any time, at any confidence, unknown confidence kept, as known now; not everything was looked at, so these are least numbers.',
    );
  });
});

describe('groups', () => {
  test('triads: a few by name, many by number', () => {
    const hub = { states: THREE, groups: [group(['state:RUS', 'state:CHN', 'state:PRK'], 2)] };
    expect(sentence(answer('hub-and-spoke', hub))).toBe(
      `Of the triads of China, Russia and North Korea, 1 (Russia, hub of China and North Korea) is made of a hub, tied by cooperative claims of two to each of two that are not tied to each other, and of no claim of all three, in one; ${usual}`,
    );
    const doubtful = { ...hub, groups: hub.groups.map((g) => ({ ...g, rests: 'contested' as const })) };
    expect(sentence(answer('hub-and-spoke', doubtful))).toContain(
      'and of no claim of all three (1 contested at best), in one',
    );
    const many = { groups: ['A', 'B', 'C', 'D'].map((x) => group([x, 'state:RUS', 'state:PRK'], 3)) };
    expect(sentence(answer('pairs-only', many))).toBe(
      `Of all triads, 4 are tied pairwise by cooperative claims of two and joined by no claim of all three, in one; ${usual}`,
    );
    expect(sentence(answer('pairs-and-joint', { states: THREE }))).toBe(
      `Of the triads of China, Russia and North Korea, none is tied pairwise by cooperative claims of two and joined by a claim of all three, in one; ${usual}`,
    );
  });

  test('sizes and sides', () => {
    const groups = [
      group(['1'], 1),
      group(['2'], 333),
      group(['3'], 12),
      group(['5'], 20),
      group(['7'], 4),
      group(['3+'], 6),
    ];
    expect(sentence(answer('sizes', { groups, resolved: { over: 'life' }, claims: [] }))).toBe(
      'Of claims that stand, 1 has one principal, 333 have two, 12 have three, 24 have four or more and of 6 not all principals are known, in one; over their whole life, at any confidence, unknown confidence kept, as known now.',
    );
    // Claims are there, but no statement of them counts.
    const out = [{} as Answer['claims'][number]];
    const uncovered = answer('sizes', { resolved: { over: 'life' }, claims: out });
    const lines = uncovered.coverage.map((line) => ({ ...line, covers: 'undeclared' as const }));
    expect(sentence({ ...uncovered, coverage: lines })).toContain(
      'Of claims that stand, no data set that covers this has any; over their whole life',
    );
    const sides = [group(['same', ...THREE], 3), group(['opposite', ...THREE.slice(1)], 1)];
    expect(sentence(answer('sides', { states: THREE, groups: sides }))).toBe(
      `Of the claims that stand, 3 have China, Russia and North Korea on one side and 1 has some of them on opposite sides, in one; ${usual}`,
    );
  });

  test('sizes and sides tell what is in doubt, and what stands beside them is never none', () => {
    const claims = [{} as Answer['claims'][number]];
    const doubtful = count({ stands: 3, asserted: 1, contested: 1, unverified: 1, possible: 2 });
    const told = { groups: [group(['2'], 3)], claims, byDataset: { one: doubtful } };
    expect(sentence(answer('sizes', told))).toContain(
      'Of claims that stand, 3 have two, of these 1 contested and 1 unverified, beside them 2 possible by some reading of a date, in one',
    );
    const beside = { claims, byDataset: { one: count({ undated: 1 }) } };
    expect(sentence(answer('sizes', beside))).toContain(
      'Of claims that stand, there is surely none, beside them 1 without a date, in one',
    );
    expect(sentence(answer('sides', { ...beside, states: THREE }))).toContain(
      'surely none has China, Russia and North Korea on one side or on opposite sides, beside them 1 without a date, in one',
    );
    const uncovered = answer('around', beside);
    const coverage = uncovered.coverage.map((line) => ({ ...line, covers: 'no' as const }));
    expect(sentence({ ...uncovered, coverage })).toContain(
      'none is known to stand, beside them 1 without a date',
    );
  });

  test('pairs, also where the answer does not carry all of them', () => {
    const byDataset = {
      one: count({ stands: 7, asserted: 7, possible: 1, bySign: { '+': 6, '-': 1, '±': 0, '0': 0 } }),
    };
    expect(sentence(answer('pairs', { byDataset, truncated: { shown: 5, of: 8 } }))).toBe(
      `Of the pairs of the whole world, 6 are tied cooperatively and 1 is tied in conflict, 1 more possibly or without a date, in one; ${usual}`,
    );
  });

  test('pairs that have a claim of two, and those that are only in claims of many', () => {
    const byDataset = { one: count({ stands: 4, asserted: 4, bySign: { '+': 4, '-': 0, '±': 0, '0': 0 } }) };
    const pair = (b: string, bilateral: number, least: number | null, sign = '+') =>
      ({ dataset: 'one', a: 'state:CHN', b, sign, bilateral, least }) as Answer['pairs'][number];
    const pairs = [
      pair('state:IND', 1, 2),
      pair('state:JPN', 0, 3),
      pair('state:PRK', 0, 4),
      pair('state:RUS', 0, 9),
      // Possibly only, and a tie that binds nobody.
      pair('state:USA', 0, null),
      pair('state:FRA', 0, 5, '0'),
    ];
    expect(sentence(answer('pairs', { byDataset, pairs }))).toContain(
      '4 are tied cooperatively, 1 of them by a claim of two, 2 of them only by claims of four or more, in one;',
    );
  });
});

test('chains', () => {
  const link = (claim: string, from: string, to: string) => ({
    claim,
    from: `state:${from}`,
    to: `state:${to}`,
    sign: '+' as const,
    state: 'asserted' as const,
    for: 30,
    certainty: 'sure' as const,
  });
  const path = {
    links: [link('one/a', 'CHN', 'RUS'), link('one/b', 'RUS', 'PRK')],
    datasets: ['one'],
    certainty: 'sure' as const,
    weakest: { for: 30, claims: ['one/b'] },
    unknown: [],
    breaks: { threshold: 31, claims: ['one/b'] },
  };
  const found = {
    from: 'state:CHN',
    to: 'state:PRK',
    longest: 4,
    shortest: [path],
    strongest: [path],
    needed: ['one/a'],
    breaksAt: 31,
    exact: true,
  };
  expect(sentence(answer('paths', { states: ['state:CHN', 'state:PRK'], paths: found }))).toBe(
    'The shortest chain between China and North Korea is of 2 claims (China – Russia – North Korea) in one, the strongest (China – Russia – North Korea) has a weakest claim of 30, every chain of at most 4 claims needs one/a, and at a confidence of 31 none of those told is left; at any time, at any confidence, unknown confidence kept, the highest number of several, as known now.',
  );
  const none = { ...found, shortest: [], strongest: [], needed: [], breaksAt: null };
  expect(sentence(answer('paths', { states: ['state:CHN', 'state:PRK'], paths: none }))).toBe(
    'No chain of at most 4 claims that stand links China and North Korea; at any time, at any confidence, unknown confidence kept, the highest number of several, as known now.',
  );
});

test('changes, and that the earlier day is not covered', () => {
  const found = {
    between: 'world' as const,
    from: '2000-07-01',
    to: '2008-07-24',
    sure: { one: { new: 17, gone: 4, joined: 4 } },
    possible: { one: { new: 1 } },
    uncovered: ['one'],
    rows: [],
  };
  const ask = (rows: Change[] = []) =>
    sentence(
      answer('changes', { states: THREE, changes: { ...found, rows }, lens: { until: '2008-07-24' } }),
    );
  expect(ask()).toBe(
    'Between 2000-07-01 and 2008-07-24, of the claims of China, Russia or North Korea, 17 are new, 4 are gone and 4 were joined by others, possibly 1 is new, in one; at any confidence, unknown confidence kept, as known now; one does not cover 2000-07-01.',
  );
  const side = (principals: string[], stands = true): Change['before'] => ({
    ...{ principals, stands, sign: '+', state: stands ? 'asserted' : 'denied', for: null, against: null },
    ...{ originsFor: 1, originsAgainst: 0, certainty: 'sure' },
  });
  const row = (claim: string, change: Partial<Change>): Change => ({
    ...{ claim, what: ['new'], before: null, after: null, joined: [], left: [], certainty: 'sure' },
    ...change,
  });
  const told = ask([
    row('one/treaty', {
      what: ['joined'],
      before: side(['state:CHN']),
      after: side([...THREE, 'state:USA']),
    }),
    row('one/ended', { what: ['gone'], before: side(THREE) }),
    row('one/denied', { after: side(THREE, false) }),
  ]);
  expect(told).toContain('17 are new (1 of them not standing), 4 are gone and 4 were joined by others');
  expect(told).toContain(
    'one/treaty came to have all of these states, one/ended has not all of them any more, in one;',
  );
});
