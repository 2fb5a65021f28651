// What statements make of a claim, against cases written by hand from MODEL.md sections 3 and 4.
import { describe, expect, test } from 'vitest';
import { counts, hearing, type State, weigh } from '../../../model/judge.ts';
import type { Stance } from '../../../model/statement.ts';
import { spanOf } from '../../../model/time.ts';
import { on, says, through } from './judged.ts';

describe('state, from the statements that count', () => {
  const cases: [Stance[], State | null, boolean][] = [
    [[], null, false],
    [['asserts'], 'asserted', true],
    [['asserts', 'qualifies'], 'asserted', true],
    [['asserts', 'denies'], 'contested', true],
    [['asserts', 'denies', 'reports-absence'], 'contested', true],
    [['asserts', 'reports-absence'], 'unverified', true],
    [['asserts', 'reports-absence', 'qualifies'], 'unverified', true],
    [['denies'], 'denied', false],
    [['denies', 'reports-absence'], 'denied', false],
    [['denies', 'qualifies'], 'denied', false],
    [['reports-absence'], 'unevidenced', false],
    [['reports-absence', 'qualifies'], 'unevidenced', false],
    [['qualifies'], 'open', false],
  ];
  test.each(cases)('%j is %s', (stances, state, stands) => {
    const verdict = weigh(
      stances.map((s) => says(s)),
      through(),
    );
    expect([verdict.state, verdict.stands]).toEqual([state, stands]);
  });
});

describe('two numbers, never one', () => {
  const mixed = [says('asserts', 30), says('asserts', 70), says('denies', 50), says('reports-absence', 10)];

  test('for and against, highest and lowest', () => {
    expect(weigh(mixed, through())).toMatchObject({ for: 70, against: 50 });
    expect(weigh(mixed, through({ rule: 'lowest' }))).toMatchObject({ for: 30, against: 10 });
  });

  test('0 and 100 are numbers; absent is passed over and is neither', () => {
    expect(weigh([says('asserts', 0)], through())).toMatchObject({ for: 0, against: null });
    expect(weigh([says('asserts', 100), says('asserts', null)], through())).toMatchObject({ for: 100 });
    expect(weigh([says('asserts', null), says('denies', null)], through())).toMatchObject({
      state: 'contested',
      for: null,
      against: null,
    });
  });

  test('the threshold counts statements from that confidence on', () => {
    expect(weigh(mixed, through({ threshold: 50 }))).toMatchObject({
      state: 'contested',
      for: 70,
      against: 50,
    });
    expect(weigh(mixed, through({ threshold: 51 }))).toMatchObject({ state: 'asserted', against: null });
    expect(weigh(mixed, through({ threshold: 71 })).state).toBeNull();
    expect(weigh([says('asserts', 0)], through({ threshold: 0 })).state).toBe('asserted');
    expect(weigh([says('asserts', 100)], through({ threshold: 100 })).state).toBe('asserted');
  });

  test('unknown confidence is kept at threshold 0 and not above, until the reader says so', () => {
    const unknown = [says('asserts', null)];
    expect(weigh(unknown, through()).state).toBe('asserted');
    expect(weigh(unknown, through({ unknown: false })).state).toBeNull();
    expect(weigh(unknown, through({ threshold: 1 })).state).toBeNull();
    expect(weigh(unknown, through({ threshold: 100, unknown: true })).state).toBe('asserted');
  });

  test('origins: repeats of one report are one, and a claim can need several to stand', () => {
    const repeated = [says('asserts', 70, { origin: 'agency' }), says('asserts', 50, { origin: 'agency' })];
    expect(weigh(repeated, through())).toMatchObject({ originsFor: 1, stands: true });
    expect(weigh(repeated, through({ origins: 2 }))).toMatchObject({ state: 'asserted', stands: false });
    const two = [...repeated, says('asserts', null, { origin: 'ministry' })];
    expect(weigh(two, through({ origins: 2 }))).toMatchObject({ originsFor: 2, stands: true });
    expect(weigh([...two, says('denies')], through())).toMatchObject({ originsAgainst: 1 });
  });
});

test('why a statement does not count: its confidence first, then its marking, then the clocks', () => {
  const published = spanOf('2025-09-03', true);
  const s = says('asserts', null, { published, marking: 'TLP:RED', supersededAt: '2025-09-20' });
  const known = { known: '2025-01-01' };
  const why = (more: Partial<typeof s>, lens: Parameters<typeof through>[0]) =>
    hearing({ ...s, ...more }, through(lens));
  expect(why({}, { ...known, unknown: false, marking: 'TLP:GREEN' })).toBe('unknown');
  expect(why({ confidence: 50 }, { ...known, threshold: 60, marking: 'TLP:GREEN' })).toBe('below');
  expect(why({}, { ...known, marking: 'TLP:GREEN' })).toBe('marked');
  expect(why({}, {})).toBe('superseded');
  expect(why({ supersededAt: null }, known)).toBe('not yet');
  expect(why({ supersededAt: null, published: null }, known)).toBe('undated');
  const recorded = { recordedAt: '2025-09-10' };
  expect(why(recorded, { ...known, clock: 'held' })).toBe('not yet');
  expect(why(recorded, { known: '2025-09-20', clock: 'held' })).toBe('superseded');
  expect(why({}, { ...known, clock: 'held' })).toBe('undated');
  expect(why({ supersededAt: null, asOf: spanOf('2025', false) }, { until: '2024-12-31' })).toBe('later');
});

describe('knowledge time', () => {
  const published = (text: string) => ({ published: spanOf(text, true) });

  test('by publication: the earliest reading counts, as possible', () => {
    const s = says('asserts', 70, published('2025-09'));
    expect(counts(s, through({ known: '2025-08-31' }))).toBe('no');
    expect(counts(s, through({ known: '2025-09-01' }))).toBe('possible');
    expect(counts(s, through({ known: '2025-09-30' }))).toBe('sure');
    expect(counts(says('asserts', 70, published('2025-09-03~')), through({ known: '2026-01-01' }))).toBe(
      'possible',
    );
  });

  test('without that date it counts only when no known-by is asked', () => {
    expect(counts(says('asserts'), through())).toBe('sure');
    expect(counts(says('asserts'), through({ known: '2026-01-01' }))).toBe('no');
    expect(counts(says('asserts'), through({ known: '2026-01-01', clock: 'held' }))).toBe('no');
  });

  test('by what was held: from when it was recorded until it was superseded', () => {
    const s = says('asserts', 70, { recordedAt: '2025-09-10', supersededAt: '2025-09-20' });
    const held = (known: string) => counts(s, through({ known, clock: 'held' }));
    expect([held('2025-09-09'), held('2025-09-10'), held('2025-09-19'), held('2025-09-20')]).toEqual([
      'no',
      'sure',
      'sure',
      'no',
    ]);
    expect(counts(s, through())).toBe('no');
  });

  test('a statement as of a later time does not count for an earlier day', () => {
    const s = says('asserts', 70, { asOf: spanOf('2025-09', false) });
    expect(counts(s, on('2025-08-31'))).toBe('no');
    expect(counts(s, on('2025-09-01'))).toBe('sure');
    expect(counts(s, through({ from: '2025-01-01', until: '2025-12-31' }))).toBe('sure');
    expect(counts(s, through())).toBe('sure');
    expect(
      counts(says('asserts', 70, { asOf: spanOf('[2025-09-01..2025-09-30]', false) }), on('2025-09-10')),
    ).toBe('possible');
  });

  test('a verdict is possible only where some reading of the dates gives another', () => {
    const later = published('2025-09');
    const known = through({ known: '2025-09-10' });
    const sure = says('asserts', 70, published('2025-09-01'));
    expect(weigh([says('asserts', 70, later)], known)).toMatchObject({
      state: 'asserted',
      known: 'possible',
    });
    expect(weigh([sure, says('asserts', 90, later)], known)).toMatchObject({
      state: 'asserted',
      known: 'sure',
    });
    expect(weigh([sure, says('denies', 90, later)], known)).toMatchObject({
      state: 'contested',
      known: 'possible',
    });
    const second = says('asserts', 90, { ...later, origin: 'another' });
    expect(weigh([sure, second], { ...known, origins: 2 })).toMatchObject({
      stands: true,
      known: 'possible',
    });
  });
});
