// When a claim holds and who its principals are then, against cases written by hand from MODEL.md sections 2 and 4.
import { describe, expect, test } from 'vitest';
import { compose, judge } from '../../../model/judge.ts';
import { A, B, C, claim, on, says, through } from './judged.ts';

describe('world time', () => {
  const two = (when: string | undefined, kinds = 'agreement') =>
    claim(kinds, [A, B], when === undefined ? {} : { when });
  const held = (when: string | undefined, lens = on('2025-09-03'), kinds = 'agreement') =>
    compose(two(when, kinds), lens).map((c) => c.held);

  test('of an event: it was on one day of the month', () => {
    expect(held('2025-09-03')).toEqual(['sure']);
    expect(held('2025-09')).toEqual(['possible']);
    expect(held('2025-09', through({ from: '2025-09-01', until: '2025-09-30' }))).toEqual(['sure']);
    expect(held('2025-08')).toEqual([]);
  });

  test('of the rest: it was all of the month', () => {
    expect(held('2025-09', on('2025-09-03'), 'lasting')).toEqual(['sure']);
  });

  test('an interval holds throughout, its end is inclusive, an open end goes on', () => {
    expect(held('2025-09-01/2025-09-03')).toEqual(['sure']);
    expect(held('2025-09-01/2025-09-02')).toEqual([]);
    expect(held('2022/..')).toEqual(['sure']);
    expect(held('2022/..', on('2022-06-01'))).toEqual(['possible']);
  });

  test('one day of several; about a day; not known', () => {
    expect(held('[..2025-09-03]')).toEqual(['possible']);
    expect(held('[..2025-09-02]')).toEqual([]);
    expect(held('2025-09-03~')).toEqual(['possible']);
    expect(held('2025-09-03?')).toEqual(['possible']);
    expect(held(undefined)).toEqual(['undated']);
  });

  test('where no day is asked, every claim is looked at', () => {
    expect(held(undefined, through())).toEqual(['sure']);
    expect(held('2025-09-03~', through())).toEqual(['sure']);
  });

  test('a range with one end left open', () => {
    expect(held('2025-09-03', through({ from: '2025-09-04' }))).toEqual([]);
    expect(held('2025-09-03', through({ until: '2025-09-03' }))).toEqual(['sure']);
  });
});

describe('an end of a spell that is not known', () => {
  const two = claim('lasting', [A, { ...B, from: '2000-01-01', until: '[..]' }], {
    when: '2000-01-01/2010-12-31',
  });
  const told = (day: string) =>
    compose(two, on(day)).map((c) => [c.held, c.certain.length, c.possible.length].join(' '));
  test('makes the party possible where the reading decides, and only there', () => {
    expect(told('2000-01-01')).toEqual(['sure 2 2']);
    expect(told('2005-01-01')).toEqual(['sure 1 2']);
    expect(told('2011-01-01')).toEqual([]);
  });
  test('of the claim itself makes all of it possible from then on', () => {
    const still = claim('lasting', [A, B], { when: '2000-01-01/[2018-12-31..]' });
    const held = (day: string) => compose(still, on(day)).map((c) => c.held);
    expect(['2018-12-31', '2019-01-01', '2100-01-01'].map((d) => held(d))).toEqual([
      ['sure'],
      ['possible'],
      ['possible'],
    ]);
  });
});

describe('principals', () => {
  const joined = claim('lasting', [A, B, { ...C, from: '2010-01-01', until: '2019-12-31' }], {
    when: '2000-01-01/..',
  });
  const told = (c: ReturnType<typeof claim>, lens = through()) =>
    compose(c, lens).map((x) =>
      `${x.day} ${x.held}: ${x.certain.join('')} ${x.possible.join('')}`.replaceAll('state:', ''),
    );

  test('are actors and addressees, whatever their number of roles, in one order', () => {
    const c = claim('agreement', [
      B,
      { ...A, role: 'is-done-to' },
      { ...C, role: 'is-affected' },
      { entity: 'place:here', role: 'stage' },
      B,
    ]);
    expect(compose(c, through())).toMatchObject([
      { day: null, certain: ['state:A', 'state:B'], actors: ['state:B'] },
    ]);
    // A data set may say the part itself.
    const affected = claim('agreement', [A, { ...B, part: 'affected' }]);
    expect(compose(affected, through())[0]?.possible).toEqual(['state:A']);
  });

  test('change with the spells: the first day of each', () => {
    expect(told(joined)).toEqual([
      '2000-01-01 sure: AB AB',
      '2010-01-01 sure: ABC ABC',
      '2020-01-01 sure: AB AB',
    ]);
    expect(told(joined, on('2015-06-01'))).toEqual(['2015-06-01 sure: ABC ABC']);
    expect(told(joined, on('2019-12-31'))).toEqual(['2019-12-31 sure: ABC ABC']);
    expect(told(joined, through({ from: '2012-01-01', until: '2030-01-01' }))).toEqual([
      '2012-01-01 sure: ABC ABC',
      '2020-01-01 sure: AB AB',
    ]);
  });

  test('over its whole life a claim has all there ever were', () => {
    expect(told(joined, through({ over: 'life' }))).toEqual(['null sure: ABC ABC']);
    expect(told(joined, through({ over: 'life', from: '2005-01-01', until: '2005-01-01' }))).toEqual([
      'null sure: ABC ABC',
    ]);
  });

  test('are certain by every reading of a spell, possible by some', () => {
    const c = claim('lasting', [A, { ...B, from: '2010', until: '2012' }, { ...C, from: '2005-01-01~' }], {
      when: '2000-01-01/..',
    });
    expect(told(c, on('2010-05-01'))).toEqual(['2010-05-01 sure: A ABC']);
    expect(told(c, on('2011-05-01'))).toEqual(['2011-05-01 sure: AB ABC']);
    expect(told(c, on('2012-05-01'))).toEqual(['2012-05-01 sure: A ABC']);
    expect(told(c, on('2013-01-01'))).toEqual(['2013-01-01 sure: A AC']);
  });

  test('of a member that left and came back', () => {
    const c = claim('lasting', [A, { ...B, until: '2001-12-31' }, { ...B, from: '2005-01-01' }], {
      when: '2000-01-01/..',
    });
    expect(told(c)).toEqual(['2000-01-01 sure: AB AB', '2002-01-01 sure: A A', '2005-01-01 sure: AB AB']);
  });

  test('a claim that began on an unknown day of a year surely holds from the next on', () => {
    const c = claim('lasting', [A, B, { ...C, from: '2015-01-01' }], { when: '2000/..' });
    const decade = through({ from: '1990-01-01', until: '2009-12-31' });
    expect(told(c, decade)).toEqual(['2000-01-01 possible: AB AB', '2000-12-31 sure: AB AB']);
  });

  test('one day looked at is as sure as the claim', () => {
    const c = claim('agreement', [A, B, { ...C, from: '2015-01-01' }], { when: '2010-06' });
    expect(told(c, through({ from: '2010-01-01', until: '2010-12-31' }))).toEqual(['2010-06-01 sure: AB AB']);
  });
});

test('certainty: undated before possible before sure', () => {
  const at = (when: string | undefined, parties = [A, B]) =>
    judge(
      claim('lasting', parties, when === undefined ? {} : { when }),
      [says('asserts')],
      on('2025-09-03'),
    ).map((j) => j.certainty);
  expect(at('2025-09')).toEqual(['sure']);
  expect(at('2025-09-03~')).toEqual(['possible']);
  expect(at('2025-09', [A, { ...B, from: '2025' } as typeof B])).toEqual(['possible']);
  expect(at(undefined)).toEqual(['undated']);
  expect(at('2024')).toEqual([]);
});
