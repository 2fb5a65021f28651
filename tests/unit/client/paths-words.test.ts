// The words of the report on chains: what a chain stands on, what would break it, and what kept one from being found.
import { describe, expect, test } from 'vitest';
import {
  chainSaid,
  chainWords,
  linkWords,
  noneWords,
  pathsAloud,
  setLength,
} from '../../../client/panels/paths/words.ts';
import type { Answer } from '../../../model/answer.ts';
import { defaultLens } from '../../../model/lens.ts';
import type { Path, PathLink, Paths } from '../../../model/path.ts';
import { noFilters } from '../../../model/question.ts';
import { defaultView } from '../../../model/view.ts';

const name = (id: string) => id.replace('state:', '');
const link = (change: Partial<PathLink> = {}): PathLink => ({
  claim: 'one/visit',
  from: 'state:CHN',
  to: 'state:RUS',
  sign: '+',
  state: 'asserted',
  for: 70,
  certainty: 'sure',
  ...change,
});
const second = link({
  claim: 'two/pact',
  from: 'state:RUS',
  to: 'state:IND',
  sign: '-',
  state: 'contested',
  for: null,
});
const path: Path = {
  links: [link(), second],
  datasets: ['one', 'two'],
  certainty: 'possible',
  weakest: { for: 70, claims: ['one/visit'] },
  unknown: ['two/pact'],
  breaks: { threshold: 1, claims: ['two/pact'] },
};
const paths = (change: Partial<Paths> = {}): Paths => ({
  ...{ from: 'state:CHN', to: 'state:IND', longest: 4, shortest: [], strongest: [], needed: [] },
  ...{ breaksAt: null, exact: true },
  ...change,
});

describe('a chain', () => {
  test('tells its length, that it crosses data sets, and that it is possible only', () => {
    expect(chainWords(path)).toBe('2 claims, across the data sets one and two, possible only');
    expect(chainWords({ ...path, links: [link()], datasets: ['one'], certainty: 'sure' })).toBe('1 claim');
  });

  test('names each link by sign, state and number; unknown is not low', () => {
    expect(linkWords(link(), null)).toBe('cooperation · asserted · for 70');
    expect(linkWords(second, 'two')).toBe('conflict · contested · confidence unknown · in two');
    expect(linkWords(link({ sign: null, certainty: 'possible' }), null)).toBe(
      'one acts for the other · asserted · for 70 · possible, by some reading of a date only',
    );
  });

  test('names its weakest link, the unknown and the contested ones apart, and what breaks it', () => {
    expect(chainSaid(path)).toEqual([
      { what: 'Weakest link, for 70', claims: ['one/visit'] },
      { what: 'Of unknown confidence', claims: ['two/pact'] },
      { what: 'Contested', claims: ['two/pact'] },
      { what: 'Breaks at a confidence of 1, by', claims: ['two/pact'] },
    ]);
    const strong = { ...path, links: [link({ for: 100 })], unknown: [], weakest: { for: null, claims: [] } };
    expect(chainSaid({ ...strong, breaks: { threshold: null, claims: [] } })).toEqual([
      { what: 'Holds at every threshold', claims: [] },
    ]);
  });
});

const coverage = [{ dataset: 'one', title: 'One', covers: 'yes', exhaustive: true, detail: 'all' }];
const answer = (change: object = {}) =>
  ({
    ...{ lens: defaultLens, filters: noFilters, coverage, datasets: [{ id: 'one', coverage: [{}] }] },
    resolved: { unknown: true, over: 'day', from: null, until: null },
    ...change,
  }) as unknown as Answer;

describe('no chain', () => {
  test('is said with the limits of the search, the lens and the filters, each with a way round it', () => {
    const narrow = answer({
      lens: {
        ...defaultLens,
        threshold: 60,
        origins: 2,
        from: '2018-07-01',
        until: '2018-07-01',
        known: '2020-01-01',
      },
      resolved: { unknown: false, over: 'day', from: '2018-07-01', until: '2018-07-01' },
      filters: { ...noFilters, commitment: 5 },
    });
    const { head, limits } = noneWords(narrow, paths(), name);
    expect(head).toBe('No chain of claims that stand joins CHN and IND.');
    expect(limits.map((l) => l.text)).toEqual([
      'Chains of at most 4 claims were looked for.',
      'Only statements of a confidence of at least 60 count, unknown ones do not, and a claim needs 2 origins.',
      'On 2018-07-01: claims of other days are left out.',
      'As known on 2020-01-01.',
      'Filters leave claims out.',
    ]);
  });

  test('has no limit where there is none', () => {
    expect(noneWords(answer(), paths({ longest: 6 }), name).limits).toEqual([]);
  });

  test('is never said outside of what is covered', () => {
    const outside = answer({ coverage: [{ ...coverage[0], covers: 'no' }] });
    const { head } = noneWords(outside, paths(), name);
    expect(head).toMatch(/^Not covered: /);
    expect(pathsAloud(outside, paths(), name)).toBe(head);
  });
});

test('the usual length is not written into the view', () => {
  expect(setLength(6)(defaultView).options.length).toBe(6);
  expect(setLength(4)(setLength(6)(defaultView)).options.length).toBe(null);
});

test('is told to those who do not see it, each chain once', () => {
  expect(pathsAloud(answer(), paths({ shortest: [path], strongest: [path] }), name)).toBe(
    '1 chain told between CHN and IND: the shortest of 2 claims, the weakest link of the strongest 70.',
  );
  expect(pathsAloud(answer(), paths(), name)).toBe('No chain of claims that stand joins CHN and IND.');
});
