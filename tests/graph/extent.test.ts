// What pairs and triads hold at the least, counted before they are asked for: never more than model/judge.ts finds.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { judge, weighable } from '../../model/judge.ts';
import { defaultLens, type Lens, resolveLens } from '../../model/lens.ts';
import { prepare } from '../../model/parties.ts';
import { noFilters } from '../../model/question.ts';
import { ask } from '../../server/ask.ts';
import type { Extent } from '../../server/extent.ts';
import { query } from '../../server/graph/queries.ts';
import { loadVocabulary } from '../../server/load/vocabulary.ts';
import { parametersOf } from '../../server/reader.ts';
import { vocabulary } from '../../server/vocabulary.ts';
import { testGraph } from '../api/served.ts';
import { answer, hold, on } from '../support/asked.ts';
import { DATASET, source, told } from '../support/cases.ts';
import { graph } from '../support/graph.ts';
import { store, withEmptyGraph } from '../support/store.ts';

withEmptyGraph();
beforeAll(async () => {
  await loadVocabulary(graph);
});

const codes = [...vocabulary().states.keys()].map((id) => id.replace('state:', ''));

/** As it is counted through a lens. */
async function counted(load: string, lens: Partial<Lens>): Promise<Extent> {
  const asked = { ...parametersOf(noFilters, resolveLens({ ...defaultLens, ...lens })), tie: '+' };
  const [row] = await graph.read(query('fetch/extent'), { ...asked, scope: { loads: [load], states: [] } });
  return row as unknown as Extent;
}

/** What is there: of each claim that stands and whose parties come and go its principals on each of its days. */
function found(entries: ReturnType<typeof told>, lens: Partial<Lens>) {
  const through = resolveLens({ ...defaultLens, ...lens });
  const claims = entries.flatMap((claim) => {
    if (claim.type !== 'claim') return [];
    const said = entries.flatMap((s) =>
      s.type === 'statement' && s.claim === claim.id ? [weighable(s, source)] : [],
    );
    const days = judge(prepare(claim, vocabulary()), said, through);
    return [days.filter((d) => d.stands && d.day !== null).map((d) => d.possible.length)];
  });
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  const pairs = (n: number) => (n * (n - 1)) / 2;
  return {
    principals: sum(claims.flat()),
    pairs: sum(claims.flat().map(pairs)),
    groups: sum(claims.map((days) => Math.max(0, ...days.map(pairs)))),
  };
}

const year = fc.integer({ min: 1950, max: 1965 });
const spell = fc.record(
  {
    who: fc.constantFrom(...codes.slice(0, 14)),
    from: year.map(String),
    lasts: fc.integer({ min: 0, max: 9 }),
  },
  { requiredKeys: ['who'] },
);
const parties = fc.array(spell, { minLength: 10, maxLength: 16 }).map((spells) =>
  spells.map(({ who, from, lasts }) => ({
    who,
    ...(from === undefined ? {} : { from }),
    ...(from === undefined || lasts === undefined ? {} : { until: String(Number(from) + lasts) }),
  })),
);
const some = fc.record({
  from: fc.constantFrom(null, '1955-01-01'),
  until: fc.constantFrom(null, '1960-06-30'),
});

test('it is never more than there is, whatever the spells and the time looked at', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(parties, { minLength: 1, maxLength: 4 }), some, async (all, lens) => {
      const entries = all.flatMap((of, i) => told(`treaty-${i}`, 'treaty', of, { when: '1950/..' }));
      const load = await store(graph, DATASET, [source, ...entries], vocabulary());
      const [least, there] = [await counted(load, lens), found(entries, lens)];
      for (const key of ['principals', 'pairs', 'groups'] as const)
        expect(least[key], key).toBeLessThanOrEqual(there[key]);
    }),
    { numRuns: 60, interruptAfterTimeLimit: 40_000 },
  );
});

/** A treaty that one state more joins each year. */
const growing = (own: string, members: number, more = {}) =>
  told(
    own,
    'treaty',
    codes.slice(0, members).map((who, i) => ({ who, from: `${1800 + i}-01-01` })),
    { when: '1800-01-01/..', ...more },
  );

test('of treaties that only grow it is all that there is, and nothing of one that does not stand', async () => {
  const entries = [
    ...growing('twelve', 12),
    ...growing('fifteen', 15),
    ...growing('denied', 20, { says: [{ stance: 'denies' }] }),
  ];
  const load = await store(graph, DATASET, [source, ...entries], vocabulary());
  const there = found(entries, {});
  expect(there).toEqual({ principals: 78 + 120, pairs: 286 + 560, groups: 66 + 105 });
  // One principal alone is nobody's pair.
  expect(await counted(load, {})).toEqual({ ...there, principals: there.principals - 2 });
});

test('pairs of treaties that two hundred states joined one by one are refused and not tried', async () => {
  await hold(...Array.from({ length: 65 }, (_, i) => growing(`treaty-${i}`, 200)));
  const hasty = await testGraph(1);
  const asked = { question: 'pairs', filters: noFilters, lens: defaultLens };
  await expect(ask(hasty, asked)).rejects.toThrow(/^The query would (need more memory|take too long)/);
  await hasty.close();
  // On an early day there are few.
  expect((await answer('pairs', [], on('1802-06-01'))).pairs).toHaveLength(3);
});
