// cypher/lens.cypher against model/judge.ts on generated claims, spells, statements, sources and lenses.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../model/entry.ts';
import { type Judgement, judge, weighable } from '../../model/judge.ts';
import { type Lens, type ResolvedLens, resolveLens } from '../../model/lens.ts';
import { prepare } from '../../model/parties.ts';
import { type Filters, noFilters } from '../../model/question.ts';
import type { Source } from '../../model/source.ts';
import { signs } from '../../model/vocabulary.ts';
import { query } from '../../server/graph/queries.ts';
import { parametersOf } from '../../server/reader.ts';
import { vocabulary } from '../../server/vocabulary.ts';
import { dataset, lens } from '../support/arbitrary.ts';
import { graph } from '../support/graph.ts';
import { store, withEmptyGraph } from '../support/store.ts';

withEmptyGraph();

const block = ['standing', 'present']
  .map((name) => readFileSync(path.join(import.meta.dirname, `../../cypher/${name}.cypher`), 'utf8'))
  .join('\n');
const many = { min: 30, max: 40 };
/** Everything that the lens says of every claim. */
const everything = {
  ...query('questions/around'),
  text: `MATCH (c:Claim) WHERE c.load IN $scope.loads
${block}
RETURN c.id AS claim, day, held, certain, possible, actors, sign, state, confidenceFor AS for,
  confidenceAgainst AS against, originsFor, originsAgainst, stands, known`,
};

type Told = Omit<Judgement, 'certainty'> & { claim: string };
const sorted = (rows: Told[]) =>
  rows.sort((a, b) => (`${a.claim} ${a.day ?? ''}` < `${b.claim} ${b.day ?? ''}` ? -1 : 1));

/** What model/judge.ts says of every claim. */
function expected(entries: readonly Entry[], through: ResolvedLens): Told[] {
  const sources = new Map(entries.filter((e): e is Source => e.type === 'source').map((s) => [s.id, s]));
  return entries.flatMap((claim) => {
    if (claim.type !== 'claim') return [];
    const statements = entries.flatMap((s) =>
      s.type === 'statement' && s.claim === claim.id ? [weighable(s, sources.get(s.source))] : [],
    );
    return judge(prepare(claim, vocabulary()), statements, through).map(({ certainty, ...told }) => ({
      claim: claim.id,
      ...told,
    }));
  });
}

const asked = (load: string, filters: Filters, through: ResolvedLens) => ({
  scope: { loads: [load] },
  ...parametersOf(filters, through),
});

test('the lens in Cypher says what judge says, whatever the claims and the lens', async () => {
  const lenses = fc.array(lens, { minLength: 6, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(dataset(vocabulary(), 'generated', many), lenses, async (entries, some) => {
      const load = await store(graph, 'generated', entries, vocabulary());
      for (const through of some.map((l: Lens) => resolveLens(l))) {
        const rows = (await graph.read(everything, asked(load, noFilters, through))) as unknown as Told[];
        expect(sorted(rows)).toEqual(sorted(expected(entries, through)));
      }
    }),
    { numRuns: 40, interruptAfterTimeLimit: 40_000 },
  );
});

test('the filters leave what they name and nothing else', async () => {
  const kinds = [...vocabulary().kinds.values()];
  const filters = fc.record({
    kind: fc.subarray(
      kinds.map((k) => k.id),
      { maxLength: 20 },
    ),
    nature: fc.subarray(['event', 'instrument', 'condition', 'assessment'] as const),
    context: fc.subarray(['military', 'economic', 'diplomatic', 'other'] as const),
    modality: fc.subarray(['done', 'in-force', 'agreed', 'alleged', 'hypothetical'] as const),
    sign: fc.subarray([...signs]),
    state: fc.subarray(['asserted', 'contested', 'unverified', 'denied', 'unevidenced', 'open'] as const),
    commitment: fc.option(fc.integer({ min: 1, max: 7 })),
  });
  const one = fc.tuple(filters, fc.constantFrom(...Object.keys(noFilters), 'all'));
  await fc.assert(
    fc.asyncProperty(dataset(vocabulary(), 'generated', many), one, lens, async (entries, [all, key], l) => {
      const chosen = { ...noFilters, ...(key === 'all' ? all : { [key]: { ...all, states: [] }[key] }) };
      const load = await store(graph, 'generated', entries, vocabulary());
      const through = resolveLens(l);
      const rows = (await graph.read(everything, asked(load, chosen, through))) as unknown as Told[];
      const has = (list: readonly string[], values: readonly (string | null)[]) =>
        list.length === 0 || values.some((v) => v !== null && list.includes(v));
      const wanted = expected(entries, through).filter((told) => {
        const claim = entries.find((e) => e.type === 'claim' && e.id === told.claim);
        if (claim?.type !== 'claim') return false;
        const { nature, context, commitment } = prepare(claim, vocabulary());
        return (
          has(chosen.kind, claim.kinds) &&
          has(chosen.nature, [nature]) &&
          has(chosen.context, [context]) &&
          has(chosen.modality, [claim.modality]) &&
          has(chosen.sign, [told.sign]) &&
          has(chosen.state, [told.state]) &&
          (chosen.commitment === null || (commitment !== null && commitment >= chosen.commitment))
        );
      });
      expect(sorted(rows)).toEqual(sorted(wanted));
    }),
    { numRuns: 40, interruptAfterTimeLimit: 40_000 },
  );
});
