// Questions on generated claims against slow and obvious answers made from model/judge.ts, for any lens, with states and
// without.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClaimRow, PairRow } from '../../model/answer.ts';
import type { Entry } from '../../model/entry.ts';
import { type Judgement, judge, weighable } from '../../model/judge.ts';
import { defaultLens, type ResolvedLens, resolveLens } from '../../model/lens.ts';
import { isPrincipal, type PreparedClaim, prepare, tieSign } from '../../model/parties.ts';
import { noFilters } from '../../model/question.ts';
import type { Parameters } from '../../server/graph/graph.ts';
import { parametersFor, query } from '../../server/graph/queries.ts';
import { parametersOf } from '../../server/reader.ts';
import { vocabulary } from '../../server/vocabulary.ts';
import { dataset, day, edtfDate, edtfText, lens, stateIds } from '../support/arbitrary.ts';
import { DATASET, source, told } from '../support/cases.ts';
import { graph } from '../support/graph.ts';
import { store, withEmptyGraph } from '../support/store.ts';

withEmptyGraph();

/** Claims among four states, most of which stand, so that triads close often. */
const dense: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('treaty', 'treaty', 'treaty', 'tension', 'shared-stance', 'roll-call', 'aid'),
      who: fc.shuffledSubarray(['CHN', 'IND', 'JPN', 'RUS'], { minLength: 4 }),
      of: fc.constantFrom(2, 2, 2, 2, 3, 4),
      parties: fc.array(
        fc.record({
          addressed: fc.constantFrom(false, false, false, true),
          side: fc.constantFrom(undefined, undefined, 'yes', 'no', 'abstain'),
          from: fc.option(edtfDate, { nil: undefined, freq: 2 }),
        }),
        { minLength: 4, maxLength: 4 },
      ),
      changing: fc.constantFrom(false, false, true),
      when: fc.oneof(fc.constantFrom('2000/..', '2000/..', '2000/..', undefined), edtfText),
      incomplete: fc.constantFrom(false, false, false, false, true),
      stance: fc.constantFrom('asserts' as const, 'asserts' as const, 'asserts' as const, 'denies' as const),
    }),
    { minLength: 20, maxLength: 40 },
  )
  .map((claims) => [
    source,
    ...claims.flatMap(({ kind, who, of, parties, changing, when, incomplete, stance }, i) =>
      told(
        `c${i}`,
        kind,
        who.slice(0, of).map((code, place) => {
          const { addressed, side, from } = parties[place] ?? {};
          return {
            who: code,
            ...(addressed === true && place > 0 ? { part: 'addressee' as const } : {}),
            ...(kind === 'roll-call' && side !== undefined ? { side } : {}),
            ...(changing && from !== undefined ? { from } : {}),
          };
        }),
        { ...(when === undefined ? {} : { when }), incomplete, says: [{ stance }] },
      ),
    ),
  ]);

type Level = 'sure' | 'possible' | 'undated';
interface Judged {
  claim: PreparedClaim;
  days: Judgement[];
}

function judged(entries: readonly Entry[], through: ResolvedLens): Judged[] {
  const sources = new Map(entries.flatMap((e) => (e.type === 'source' ? [[e.id, e] as const] : [])));
  return entries.flatMap((c) => {
    if (c.type !== 'claim') return [];
    const statements = entries.flatMap((s) =>
      s.type === 'statement' && s.claim === c.id ? [weighable(s, sources.get(s.source))] : [],
    );
    const claim = prepare(c, vocabulary());
    return [{ claim, days: judge(claim, statements, through) }];
  });
}

const level = (j: Judgement, certain: boolean): Level =>
  j.held === 'undated' ? 'undated' : j.held === 'sure' && j.known === 'sure' && certain ? 'sure' : 'possible';
const best = (levels: readonly Level[]): Level | null =>
  levels.includes('sure') ? 'sure' : (levels.find((l) => l === 'possible') ?? levels[0] ?? null);
const within = (part: readonly string[], whole: readonly string[]) => part.every((x) => whole.includes(x));

function subsets(of: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return of.flatMap((x, i) => subsets(of.slice(i + 1), size - 1).map((rest) => [x, ...rest]));
}

const universe = [...stateIds].sort();
const asked = (states: readonly string[]) => (states.length === 0 ? universe : [...states].sort());

/** Claims whose principals are exactly so many, by group. */
function exactly(size: number, all: readonly Judged[], states: readonly string[]): string[] {
  return all.flatMap(({ claim, days }) =>
    subsets(asked(states), size).flatMap((group) => {
      const found = days.filter((j) => within(j.certain, group) && within(group, j.possible));
      const told = best(found.map((j) => level(j, j.certain.length === j.possible.length)));
      return told === null || claim.incomplete ? [] : [`${claim.id} ${group} ${told} ${days[0]?.state}`];
    }),
  );
}

/** Claims whose principals contain these, or are three and more. */
function containing(all: readonly Judged[], states: readonly string[]): string[] {
  const has = (ids: readonly string[]) => (states.length === 0 ? ids.length >= 3 : within(states, ids));
  return all.flatMap(({ claim, days }) => {
    const told = best(days.filter((j) => has(j.possible)).map((j) => level(j, has(j.certain))));
    return told === null ? [] : [`${claim.id} ${told} ${days[0]?.state}`];
  });
}

/** The ties of a claim on one of its days: between two, of a sign. */
function ties(claim: PreparedClaim, j: Judgement, a: string, b: string): Set<string> {
  const there = claim.parties.filter(
    (p) =>
      isPrincipal(p) &&
      (j.day === null || p.span === null || (p.span.startEarliest <= j.day && j.day <= p.span.endLatest)),
  );
  const signs = there.flatMap((p) =>
    there.flatMap((q) =>
      p.entity === a && q.entity === b ? [tieSign(p, q, claim.within, claim.across)] : [],
    ),
  );
  return new Set(signs.filter((s) => s !== null));
}

function pairs(all: readonly Judged[], states: readonly string[]): string[] {
  return subsets(asked(states), 2).flatMap(([a = '', b = '']) =>
    ['+', '-', '0'].flatMap((sign) => {
      const levels = all.flatMap(({ claim, days }) => {
        const found = days.filter((j) => j.stands && ties(claim, j, a, b).has(sign));
        return best(found.map((j) => level(j, within([a, b], j.certain)))) ?? [];
      });
      const sizes = all.flatMap(({ claim, days }) =>
        days
          .filter((j) => j.stands && ties(claim, j, a, b).has(sign))
          .filter((j) => level(j, within([a, b], j.certain)) === 'sure')
          .map((j) => j.certain.length),
      );
      const least = sizes.length === 0 ? null : Math.min(...sizes);
      const count = (l: Level) => levels.filter((x) => x === l).length;
      return levels.length === 0
        ? []
        : [`${a} ${b} ${sign} ${count('sure')} ${count('possible')} ${count('undated')} ${least}`];
    }),
  );
}

/** Triads by question: `group certainty`. */
function triads(all: readonly Judged[], states: readonly string[], sign: string) {
  const standing = all.map(({ claim, days }) => ({ claim, days: days.filter((j) => j.stands) }));
  const tie = (...pair: string[]) =>
    best(
      standing.flatMap(({ claim, days }) =>
        days
          .filter((j) => !claim.incomplete && j.sign === sign)
          .filter((j) => within(j.certain, pair) && within(pair, j.possible))
          .map((j) => level(j, j.certain.length === j.possible.length)),
      ),
    );
  const joint = (three: string[]) =>
    best(
      standing.flatMap(({ claim, days }) =>
        days
          .filter((j) => subsets(three, 2).every(([a = '', b = '']) => ties(claim, j, a, b).has(sign)))
          .map((j) => level(j, within(three, j.certain))),
      ),
    );
  const closes = (l: Level | null) => l === 'sure' || l === 'possible';
  const found: Record<string, string[]> = { 'pairs-only': [], 'pairs-and-joint': [], 'hub-and-spoke': [] };
  for (const three of subsets(asked(states), 3)) {
    const [a = '', b = '', c = ''] = three;
    const sides = [tie(a, b), tie(a, c), tie(b, c)];
    const joined = joint(three);
    const sure = sides.every((s) => s === 'sure');
    if (sides.every(closes)) {
      if (joined !== 'sure')
        found['pairs-only']?.push(`${three} ${sure && joined === null ? 'sure' : 'possible'}`);
      if (closes(joined))
        found['pairs-and-joint']?.push(`${three} ${sure && joined === 'sure' ? 'sure' : 'possible'}`);
    }
    for (const hub of three) {
      const [x = '', y = ''] = three.filter((s) => s !== hub);
      const spokes = [tie(...[hub, x].sort()), tie(...[hub, y].sort())];
      const between = tie(x, y);
      if (!spokes.every(closes) || between === 'sure' || joined === 'sure') continue;
      const certain = spokes.every((s) => s === 'sure') && between === null && joined === null;
      found['hub-and-spoke']?.push(`${[hub, x, y]} ${certain ? 'sure' : 'possible'}`);
    }
  }
  return found;
}

const someStates = fc.oneof(
  fc.constant([]),
  fc.shuffledSubarray(stateIds, { minLength: 3, maxLength: 3 }),
  fc.shuffledSubarray(stateIds, { minLength: 4, maxLength: 5 }),
);
/** The rows of a question, each as a text. */
async function rows<T>(
  question: string,
  parameters: Parameters,
  tell: (row: T) => string,
): Promise<string[]> {
  const asked = query(`questions/${question}`);
  const found = await graph.read(asked, parametersFor(asked, parameters));
  return [...new Set((found as T[]).map(tell))].sort();
}

test('bilateral, trilateral, joint and pairs say what a slow reading says', async () => {
  const lenses = fc.array(fc.tuple(lens, someStates), { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(dataset(vocabulary(), DATASET, { min: 20, max: 40 }), lenses, async (entries, some) => {
      const load = await store(graph, DATASET, entries, vocabulary());
      for (const [l, states] of some) {
        const through = resolveLens(l);
        const all = judged(entries, through);
        const asking = { ...parametersOf({ ...noFilters, states: [...states] }, through), loads: [load] };
        const told = (r: ClaimRow) => `${r.claim} ${r.group} ${r.certainty} ${r.state}`;
        expect(await rows('bilateral', asking, told)).toEqual(exactly(2, all, states).sort());
        expect(await rows('trilateral', asking, told)).toEqual(exactly(3, all, states).sort());
        const joint = (r: ClaimRow) => `${r.claim} ${r.certainty} ${r.state}`;
        expect(await rows('joint', asking, joint)).toEqual(containing(all, states).sort());
        const pair = (p: PairRow) =>
          `${p.a} ${p.b} ${p.sign} ${p.asserted + p.contested + p.unverified} ${p.possible} ${p.undated} ${p.least}`;
        expect(await rows('pairs', asking, pair)).toEqual(pairs(all, states).sort());
      }
    }),
    // On a slow machine fewer runs do.
    { numRuns: 15, interruptAfterTimeLimit: 40_000 },
  );
});

test('the triads say what a slow reading says', async () => {
  const found = new Map<string, number>();
  const days = fc.oneof(fc.constant(null), day);
  const three = fc.constantFrom(
    [],
    [],
    ['CHN', 'IND', 'RUS'].map((code) => `state:${code}`),
  );
  const asked = fc.array(fc.tuple(days, three, fc.constantFrom('+', '+', '-')), {
    minLength: 2,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(dense, asked, async (entries, some) => {
      const load = await store(graph, DATASET, entries, vocabulary());
      for (const [on, states, tie] of some) {
        const through = resolveLens({ ...defaultLens, from: on, until: on });
        const all = judged(entries, through);
        const asking = {
          ...parametersOf({ ...noFilters, states: [...states] }, through),
          loads: [load],
          tie,
        };
        for (const [question, expected] of Object.entries(triads(all, states, tie))) {
          found.set(question, (found.get(question) ?? 0) + expected.length);
          const told = (r: ClaimRow) => `${r.group} ${r.certainty}`;
          expect(await rows(question, asking, told), question).toEqual(expected.sort());
        }
      }
    }),
    { numRuns: 40, interruptAfterTimeLimit: 40_000 },
  );
  // It was not all empty.
  for (const n of found.values()) expect(n).toBeGreaterThan(0);
});
