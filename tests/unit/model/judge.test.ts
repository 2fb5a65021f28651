// model/judge.ts against cases written by hand from MODEL.md sections 2 to 4.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim, Party } from '../../../model/claim.ts';
import {
  compose,
  counts,
  judge,
  leadingKind,
  prepare,
  type State,
  signOf,
  tieSign,
  type Weighable,
  weigh,
} from '../../../model/judge.ts';
import { defaultLens, type Lens, resolveLens } from '../../../model/lens.ts';
import type { Stance } from '../../../model/statement.ts';
import { spanOf } from '../../../model/time.ts';
import { Kind, type Part, Role, type Vocabulary } from '../../../model/vocabulary.ts';

const kind = (id: string, within: string, across: string, more: Partial<Record<string, string>> = {}) =>
  Kind.parse({ id, label: id, nature: 'event', within, across, context: 'other', description: '', ...more });
const role = (id: string, part: Part) => Role.parse({ id, label: id, part, family: part, description: '' });

const vocabulary: Vocabulary = {
  kinds: new Map(
    [
      kind('agreement', '+', ''),
      kind('tension', '-', ''),
      kind('accusation', '', '-'),
      kind('conspiracy', '+', '-'),
      kind('parade', '', ''),
      kind('pact', '+', '', { commitment: '6', nature: 'instrument' }),
      kind('talk', '', '', { commitment: '2' }),
      kind('lasting', '+', '', { nature: 'condition' }),
    ].map((k) => [k.id, k]),
  ),
  roles: new Map(
    [
      role('does', 'actor'),
      role('is-done-to', 'addressee'),
      role('is-affected', 'affected'),
      role('stage', 'context'),
    ].map((r) => [r.id, r]),
  ),
};

const through = (lens: Partial<Lens> = {}) => resolveLens({ ...defaultLens, ...lens });
const on = (day: string) => through({ from: day, until: day });

function claim(
  kinds: string | string[],
  parties: (Partial<Party> & { entity: string })[],
  more: Partial<Claim> = {},
) {
  return prepare(
    {
      type: 'claim',
      id: 'set/one',
      title: 'One',
      kinds: [kinds].flat(),
      modality: 'done',
      incomplete: false,
      parties: parties.map((p) => ({ role: 'does', ...p })),
      ...more,
    },
    vocabulary,
  );
}

const A = { entity: 'state:A' };
const B = { entity: 'state:B' };
const C = { entity: 'state:C' };
const says = (stance: Stance, confidence: number | null = 70, more: Partial<Weighable> = {}): Weighable => ({
  stance,
  confidence,
  origin: 'somebody',
  published: null,
  recordedAt: null,
  supersededAt: null,
  asOf: null,
  ...more,
});

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

describe('signs', () => {
  const p = (entity: string, part: Part = 'actor', side: string | null = null) => ({ entity, part, side });

  test('actor with actor is within, actor to addressee across, addressees have no tie', () => {
    expect(tieSign(p('A'), p('B'), '+', '-')).toBe('+');
    expect(tieSign(p('A'), p('B', 'addressee'), '+', '-')).toBe('-');
    expect(tieSign(p('A', 'addressee'), p('B', 'addressee'), '+', '-')).toBeNull();
    expect(tieSign(p('A'), p('A', 'addressee'), '+', '-')).toBeNull();
    expect(tieSign(p('A'), p('B', 'affected'), '+', '-')).toBeNull();
  });

  test('within a side, between sides, and an abstention', () => {
    expect(tieSign(p('A', 'actor', 'yes'), p('B', 'actor', 'yes'), '+', '-')).toBe('+');
    expect(tieSign(p('A', 'actor', 'yes'), p('B', 'actor', 'no'), '+', '-')).toBe('-');
    expect(tieSign(p('A', 'actor', 'yes'), p('B', 'actor', 'abstain'), '+', '-')).toBe('0');
    expect(tieSign(p('A', 'actor', 'abstain'), p('B', 'actor', 'abstain'), '+', '-')).toBe('0');
  });

  test('of a claim: that of its ties, both, or neither; never netted', () => {
    expect(signOf([p('A'), p('B')], '+', '-')).toBe('+');
    expect(signOf([p('A'), p('B'), p('C', 'addressee')], '+', '-')).toBe('±');
    expect(signOf([p('A'), p('C', 'addressee')], '+', '-')).toBe('-');
    expect(signOf([p('A'), p('B')], '0', '0')).toBe('0');
    expect(signOf([p('A')], '+', '-')).toBe('0');
    expect(signOf([p('A', 'addressee'), p('B', 'addressee')], '+', '-')).toBe('0');
  });

  test('of a claim: that of all its pairs, however many parties it has', () => {
    const party = fc.record({
      entity: fc.constantFrom('A', 'B', 'C'),
      part: fc.constantFrom<Part>('actor', 'addressee', 'affected', 'context'),
      side: fc.constantFrom(null, 'x', 'y', 'abstain'),
    });
    fc.assert(
      fc.property(fc.array(party, { maxLength: 6 }), (parties) => {
        const signs = parties.flatMap((a, i) => parties.slice(i + 1).map((b) => tieSign(a, b, '+', '-')));
        const both = signs.includes('+') && signs.includes('-');
        const one = signs.includes('+') ? '+' : signs.includes('-') ? '-' : '0';
        expect(signOf(parties, '+', '-')).toBe(both ? '±' : one);
      }),
    );
    const many = Array.from({ length: 300_000 }, (_, i) => p(`E${i}`));
    expect(signOf(many, '+', '-')).toBe('+');
  });

  test('the kind of the deepest commitment leads; of equals, the first', () => {
    const ids = (...kinds: string[]) => leadingKind(kinds.flatMap((k) => vocabulary.kinds.get(k) ?? [])).id;
    expect(ids('talk', 'pact', 'tension')).toBe('pact');
    expect(ids('tension', 'parade')).toBe('tension');
    expect(claim(['talk', 'pact'], [A, B])).toMatchObject({
      commitment: 6,
      nature: 'instrument',
      within: '+',
    });
    expect(claim('tension', [A, B]).commitment).toBeNull();
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
