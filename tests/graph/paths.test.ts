// Chains of claims: small cases whose answer one can see, the shipped case, and generated claims against a slow search.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Answer } from '../../model/answer.ts';
import type { Entry } from '../../model/entry.ts';
import { type Judgement, judge, weighable } from '../../model/judge.ts';
import { defaultLens, type Lens, type ResolvedLens, resolveLens } from '../../model/lens.ts';
import { isPrincipal, type PreparedClaim, prepare, tieSign } from '../../model/parties.ts';
import { type Filters, noFilters, noOptions, type Options } from '../../model/question.ts';
import { ask } from '../../server/ask.ts';
import { query } from '../../server/graph/queries.ts';
import { findPaths } from '../../server/paths/paths.ts';
import type { Chain } from '../../server/paths/search.ts';
import { Reader } from '../../server/reader.ts';
import { vocabulary } from '../../server/vocabulary.ts';
import { DATASET, source, told } from '../support/cases.ts';
import { graph, withGraph } from '../support/graph.ts';
import { onlySample } from '../support/sample.ts';
import { empty, store } from '../support/store.ts';

withGraph(async (graph) => {
  await onlySample(graph);
});
afterAll(() => empty(graph));

const short = (id: string) =>
  id.replace('state:', '').replace(`${DATASET}/`, '').replace('beijing-2025/', '');

async function paths(
  ends: [string, string],
  lens: Partial<Lens> = {},
  options: Partial<Options> = {},
  filters: Partial<Filters> = {},
): Promise<Answer & { paths: NonNullable<Answer['paths']> }> {
  const asked = {
    question: 'paths',
    filters: { ...noFilters, states: ends, ...filters },
    lens: { ...defaultLens, ...lens },
    options: { ...noOptions, ...options },
  };
  const answer = Answer.parse(await ask(graph, asked));
  if (answer.paths === null) throw new Error('no chains');
  return { ...answer, paths: answer.paths };
}

type Told = NonNullable<Answer['paths']>['shortest'][number];
const inWords = (path: Told) =>
  [short(path.links[0]?.from ?? ''), ...path.links.map((l) => `${short(l.claim)} ${short(l.to)}`)].join(' ');

describe('by hand', () => {
  const cases: Entry[] = [
    source,
    ...told('a', 'treaty', ['CHN', 'RUS'], { says: [{ confidence: 90 }] }),
    ...told('b', 'treaty', ['RUS', 'IND'], { says: [{ confidence: 30 }] }),
    ...told('c', 'treaty', ['RUS', 'UKR'], { says: [{ confidence: 80 }] }),
    ...told('d', 'treaty', ['UKR', 'IND'], { says: [{ confidence: 70 }] }),
    // Denied: it does not stand, and makes no chain.
    ...told('no', 'treaty', ['CHN', 'IND'], { says: [{ stance: 'denies' }] }),
    // To be accused together is not to be tied.
    ...told('accused', 'accusation', [
      'USA',
      { who: 'CHN', part: 'addressee' },
      { who: 'JPN', part: 'addressee' },
    ]),
    ...told('leader', 'summit', [{ who: 'CHN', by: 'person:xi-jinping' }, 'BRA'], {
      says: [{ confidence: null }],
    }),
  ];
  beforeAll(async () => {
    await store(graph, DATASET, cases, vocabulary());
  });
  const here = { datasets: [DATASET] };

  test('the shortest and the strongest, their weakest links, and what would break them', async () => {
    const { paths: found, claims, queries } = await paths(['state:CHN', 'state:IND'], here);
    expect(found.shortest.map(inWords)).toEqual(['CHN a RUS b IND', 'CHN a RUS c UKR d IND']);
    expect(found.strongest.map(inWords)).toEqual(['CHN a RUS c UKR d IND', 'CHN a RUS b IND']);
    expect(found.shortest[0]).toMatchObject({
      weakest: { for: 30, claims: ['cases/b'] },
      unknown: [],
      breaks: { threshold: 31, claims: ['cases/b'] },
      datasets: ['cases'],
      certainty: 'sure',
    });
    expect(found.strongest[0]?.weakest).toEqual({ for: 70, claims: ['cases/d'] });
    expect(found.needed).toEqual(['cases/a']);
    expect(found.breaksAt).toBe(71);
    expect(claims.map((c) => short(c.claim.id))).toEqual(['a', 'b', 'c', 'd']);
    expect(queries.filter((q) => q.name === 'questions/paths')).toHaveLength(2);
  });

  test('no longer than asked for, and only above the threshold', async () => {
    const two = await paths(['state:CHN', 'state:IND'], here, { length: 2 });
    expect(two.paths.shortest.map(inWords)).toEqual(['CHN a RUS b IND']);
    expect(two.paths.needed).toEqual(['cases/a', 'cases/b']);
    const high = await paths(['state:CHN', 'state:IND'], { ...here, threshold: 50 });
    expect(high.paths.shortest.map(inWords)).toEqual(['CHN a RUS c UKR d IND']);
    const none = await paths(['state:CHN', 'state:IND'], { ...here, threshold: 75 });
    expect(none.paths).toMatchObject({
      shortest: [],
      strongest: [],
      needed: [],
      breaksAt: null,
      exact: true,
    });
  });

  test('those who are accused together are linked through the accuser alone, and not by one claim', async () => {
    const { paths: found } = await paths(['state:CHN', 'state:JPN'], here);
    expect(found.shortest).toEqual([]);
    const { paths: accuser } = await paths(['state:USA', 'state:JPN'], here);
    expect(accuser.shortest.map((p) => p.links.map((l) => l.sign))).toEqual([['-']]);
  });

  test('a person is in the claims in which it acts, and unknown confidence is named apart', async () => {
    const { paths: found } = await paths(['person:xi-jinping', 'state:BRA'], here);
    expect(found.shortest.map(inWords)).toEqual(['person:xi-jinping leader BRA']);
    expect(found.shortest[0]).toMatchObject({
      weakest: { for: null, claims: [] },
      unknown: ['cases/leader'],
      breaks: { threshold: 1 },
    });
    // From a person to its own state, and on from there.
    const on = await paths(['person:xi-jinping', 'state:RUS'], here);
    expect(on.paths.shortest.map(inWords)).toEqual(['person:xi-jinping leader CHN a RUS']);
    expect(on.paths.shortest[0]?.links.map((l) => l.sign)).toEqual([null, '+']);
  });

  test('chains cross data sets, and say so', async () => {
    // Brazil is only in the hand-written claims, Ukraine's aid only in the article.
    const { paths: found } = await paths(['state:BRA', 'state:PRK'], {}, { length: 2 });
    expect(found.shortest.length).toBeGreaterThan(0);
    for (const path of found.shortest) expect(path.datasets).toEqual(['cases', 'beijing-2025']);
  });

  test('takes two entities', async () => {
    const one = ask(graph, { question: 'paths', filters: noFilters, lens: defaultLens });
    await expect(one).rejects.toMatchObject({ code: 'invalid-parameter' });
  });
});

test('the shipped case: China and North Korea by one claim', async () => {
  const { paths: found } = await paths(
    ['state:CHN', 'state:PRK'],
    { datasets: ['beijing-2025'] },
    { length: 1 },
  );
  expect(found.shortest.every((p) => p.links.length === 1)).toBe(true);
  expect(found.strongest.map((p) => p.weakest.for)).toEqual([70, 70, 70, 50, 50]);
  const plus = await paths(
    ['state:CHN', 'state:PRK'],
    { datasets: ['beijing-2025'] },
    { length: 1 },
    { sign: ['-'] },
  );
  expect(plus.paths.shortest.map(inWords).sort()).toEqual([
    'CHN china-north-korea-tension PRK',
    'CHN strategic-differences PRK',
  ]);
});

// Generated claims

const entities = ['CHN', 'IND', 'JPN', 'RUS', 'UKR', 'USA'];
const persons = ['person:one', 'person:two'];
const claims: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('treaty', 'treaty', 'tension', 'accusation', 'roll-call', 'aid', 'shared-stance'),
      who: fc.shuffledSubarray(entities, { minLength: 2, maxLength: 3 }),
      parties: fc.array(
        fc.record({
          addressed: fc.constantFrom(false, false, true),
          side: fc.constantFrom(undefined, 'yes', 'no', 'abstain'),
          from: fc.constantFrom(undefined, undefined, undefined, '2018-01-05', '2018-01'),
          by: fc.constantFrom(undefined, undefined, ...persons),
        }),
        { minLength: 3, maxLength: 3 },
      ),
      when: fc.constantFrom('2000/..', '2000/..', undefined, '2018-01'),
      confidence: fc.constantFrom(null, 30, 50, 70),
      stance: fc.constantFrom('asserts' as const, 'asserts' as const, 'asserts' as const, 'denies' as const),
    }),
    { minLength: 4, maxLength: 9 },
  )
  .map((all) => [
    source,
    ...all.flatMap(({ kind, who, parties, when, confidence, stance }, i) =>
      told(
        `c${i}`,
        kind,
        who.map((code, place) => {
          const { addressed, side, from, by } = parties[place] ?? {};
          return {
            who: code,
            ...(addressed === true && place > 0 ? { part: 'addressee' as const } : {}),
            ...(kind === 'roll-call' && side !== undefined ? { side } : {}),
            ...(from === undefined ? {} : { from }),
            ...(by === undefined ? {} : { by }),
          };
        }),
        { ...(when === undefined ? {} : { when }), says: [{ stance, confidence }] },
      ),
    ),
  ]);

interface Slow {
  claim: PreparedClaim;
  acts: { person: string; for: string }[];
  days: Judgement[];
}

function slowly(entries: readonly Entry[], through: ResolvedLens): Slow[] {
  return entries.flatMap((c) => {
    if (c.type !== 'claim') return [];
    const says = entries.flatMap((s) =>
      s.type === 'statement' && s.claim === c.id ? [weighable(s, undefined)] : [],
    );
    const claim = prepare(c, vocabulary());
    const days = judge(claim, says, through).filter((j) => j.stands && j.held !== 'undated');
    const acts = c.parties.flatMap((p) =>
      typeof p.by === 'string' ? [{ person: p.by, for: p.entity }] : [],
    );
    return days.length === 0 ? [] : [{ claim, acts, days }];
  });
}

/** Whether a claim ties two, one of whom may act for a principal: surely, possibly, or not. */
function tied({ claim, acts, days }: Slow, a: string, b: string): 'sure' | 'possible' | null {
  const levels = days.flatMap((j) => {
    const there = claim.parties.filter(
      (p) =>
        isPrincipal(p) &&
        (j.day === null || p.span === null || (p.span.startEarliest <= j.day && j.day <= p.span.endLatest)),
    );
    const as = (id: string) =>
      there.filter((p) => p.entity === id || acts.some((x) => x.person === id && x.for === p.entity));
    return as(a).flatMap((p) =>
      as(b).flatMap((q) => {
        if (p.entity !== q.entity && tieSign(p, q, claim.within, claim.across) === null) return [];
        const certain = j.certain.includes(p.entity) && j.certain.includes(q.entity);
        return [
          j.held === 'sure' && j.known === 'sure' && certain ? ('sure' as const) : ('possible' as const),
        ];
      }),
    );
  });
  return levels.includes('sure') ? 'sure' : (levels[0] ?? null);
}

interface SlowChain {
  key: string;
  length: number;
  unsure: number;
  unknown: number;
  weakest: number;
  claims: string[];
}

function everyChain(all: readonly Slow[], from: string, to: string, longest: number): SlowChain[] {
  const found: SlowChain[] = [];
  const walk = (at: string, links: { slow: Slow; to: string; sure: boolean }[]) => {
    if (at === to) {
      const numbers = links.map((l) => l.slow.days[0]?.for ?? null);
      const known = numbers.filter((n) => n !== null);
      found.push({
        key: links.map((l) => `${l.slow.claim.id} ${l.to}`).join(' '),
        length: links.length,
        unsure: Number(links.some((l) => !l.sure)),
        unknown: numbers.length - known.length,
        weakest: known.length === 0 ? -1 : Math.min(...known),
        claims: links.map((l) => l.slow.claim.id),
      });
      return;
    }
    if (links.length === longest) return;
    for (const slow of all) {
      if (links.some((l) => l.slow === slow)) continue;
      for (const next of new Set([...entities.map((code) => `state:${code}`), to])) {
        if (next === from || next === at || links.some((l) => l.to === next)) continue;
        const level = tied(slow, at, next);
        if (level !== null) walk(next, [...links, { slow, to: next, sure: level === 'sure' }]);
      }
    }
  };
  walk(from, []);
  return found;
}

const order =
  (...by: ((c: SlowChain) => number)[]) =>
  (a: SlowChain, b: SlowChain) =>
    by.map((f) => f(a) - f(b)).find((d) => d !== 0) ?? (a.key < b.key ? -1 : 1);
const byLength = order(
  (c) => c.length,
  (c) => c.unsure,
  (c) => c.unknown,
  (c) => -c.weakest,
);
const byStrength = order(
  (c) => Math.min(c.unknown, 1),
  (c) => (c.unknown > 0 ? c.length : 0),
  (c) => c.unknown,
  (c) => -c.weakest,
  (c) => c.length,
  (c) => c.unsure,
);

test('the search says what a slow one says, whatever the claims', async () => {
  let many = 0;
  const ends = fc.shuffledSubarray([...entities.map((c) => `state:${c}`), ...persons], {
    minLength: 2,
    maxLength: 2,
  });
  const asked = fc.array(
    fc.tuple(
      ends,
      fc.constantFrom(null, '2018-01-03', '2018-01-20'),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(0, 50),
    ),
    { minLength: 2, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(claims, asked, async (entries, some) => {
      const load = await store(graph, DATASET, entries, vocabulary());
      for (const [[from = '', to = ''], on, length, threshold] of some) {
        const through = resolveLens({ ...defaultLens, from: on, until: on, threshold });
        const filters = { ...noFilters, states: [from, to] };
        const found = await graph.reading(query('questions/paths'), (reading) =>
          findPaths(new Reader(reading), filters, through, { ...noOptions, length }, [load]),
        );
        const all = everyChain(slowly(entries, through), from, to, length);
        many += all.length;
        const key = (chain: Chain) => chain.map((s) => `${s.claim.id} ${s.to}`).join(' ');
        expect(found.exact).toBe(true);
        expect(found.shortest.map(key)).toEqual(
          all
            .sort(byLength)
            .slice(0, 5)
            .map((c) => c.key),
        );
        expect(found.strongest.map(key)).toEqual(
          all
            .sort(byStrength)
            .slice(0, 5)
            .map((c) => c.key),
        );
        const needed = (all[0]?.claims ?? []).filter((id) => all.every((c) => c.claims.includes(id)));
        expect([...found.needed].sort()).toEqual(needed.sort());
      }
    }),
    { numRuns: 40, interruptAfterTimeLimit: 40_000 },
  );
  // It was not all empty.
  expect(many).toBeGreaterThan(50);
});
