// Every format that reads and writes: what it writes it reads as the same, by itself and through the graph.
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Entry } from '../../model/entry.ts';
import { defaultLens } from '../../model/lens.ts';
import { isPrincipal, prepare } from '../../model/parties.ts';
import { noFilters } from '../../model/question.ts';
import { defaultView, type View } from '../../model/view.ts';
import { leave } from '../../server/export/outgoing.ts';
import type { Outgoing } from '../../server/formats/format.ts';
import { formats } from '../../server/formats/index.ts';
import { cleanUp, removeDataset } from '../../server/load/datasets.ts';
import { load } from '../../server/load/load.ts';
import { vocabulary } from '../../server/vocabulary.ts';
import { dataset } from '../support/arbitrary.ts';
import { graph, withGraph } from '../support/graph.ts';
import { afterLoss } from '../support/lost.ts';
import { byKind, bytesOf, inPieces, outgoingOf, read } from '../support/outgoing.ts';
import { withSample } from '../support/sample.ts';

withGraph(withSample);
afterAll(async () => {
  for (const id of ['generated', 'alone']) await removeDataset(graph, id).catch(() => {});
  await cleanUp(graph, 0);
});

const bothWays = formats.filter((f) => f.encode !== undefined && f.decode !== undefined);

/** All of some data sets, as it leaves the graph. */
async function everything(datasets: string[], more: Partial<View> = {}): Promise<Outgoing> {
  const view = { ...defaultView, ...more, lens: { ...defaultLens, ...more.lens, datasets } };
  return (await leave(graph, { question: 'around', view, part: 'answer', form: 'claims' })).outgoing;
}

/** Two data sets, one after the other, as an answer over both has them. */
const two = fc
  .tuple(dataset(vocabulary(), 'one-of-two'), dataset(vocabulary(), 'two-of-two'))
  .map(([a, b]) => [...a, ...b]);

/** A data set as a table of office-holders gives it: persons, their offices and who says so. */
const withoutClaims = [
  { type: 'dataset', id: 'alone', title: 'Office-holders', coverage: [] },
  { type: 'source', id: 'https://example.org/offices', dataset: 'alone', title: 'Offices' },
  {
    type: 'entity',
    id: 'person:somebody',
    dataset: 'alone',
    label: 'Person',
    names: { en: 'Some Body' },
    represents: [
      {
        entity: 'state:CHN',
        office: 'head of state',
        from: '2001-02-03',
        source: 'https://example.org/offices',
      },
    ],
  },
  { type: 'entity', id: 'thing:bridge', dataset: 'alone', label: 'Thing', names: { en: 'A bridge' } },
]
  .map((entry) => JSON.stringify(entry))
  .join('\n');

test('there are lossless formats', () => {
  expect(bothWays.filter((f) => f.lossless).map((f) => f.id)).toEqual([
    'yaml',
    'jsonl',
    'datapackage',
    'graphml',
    'gexf',
    'cyjs',
    'stix',
    'ftm',
  ]);
});

for (const format of bothWays)
  describe(format.id, () => {
    test('reads what it writes as the same', async () => {
      await fc.assert(
        fc.asyncProperty(two, async (entries) => {
          const back = await read(format, await bytesOf(format, outgoingOf(entries)));
          expect(byKind(back)).toEqual(byKind(afterLoss[format.id]?.(entries) ?? entries));
        }),
        { numRuns: 100 },
      );
    });

    test('says at its head what it is', async () => {
      const outgoing = await everything(['beijing-2025']);
      const bytes = await bytesOf(format, outgoing);
      const text = bytes.toString();
      for (const part of [
        'around',
        'confidence at least 0, unknown kept',
        'rule highest',
        'Entente: The Beijing parade',
        'MIT',
        outgoing.answer.loads['beijing-2025'] ?? '',
        `Entente ${outgoing.answer.version}`,
        'Ties between pairs are derived',
      ])
        expect(text.slice(0, 4000)).toContain(part);
      expect(format.recognises?.(text.slice(0, 4096), bytes.subarray(0, 4096))).toBe(true);
    });

    test('the shipped data set goes out and comes in unchanged', async () => {
      const bytes = await bytesOf(format, await everything(['beijing-2025']));
      const report = await load(graph, [{ path: `export.${format.extension}`, bytes: inPieces(bytes) }]);
      expect(report.datasets).toMatchObject([{ dataset: 'beijing-2025', written: false }]);
    });

    test.each([
      ['by itself', ['alone']],
      ['beside one with claims', ['alone', 'beijing-2025']],
    ])('a data set without claims leaves with its entities: %s', async (_, ids) => {
      await load(graph, [{ path: 'alone.jsonl', bytes: inPieces(Buffer.from(withoutClaims)) }]);
      const bytes = await bytesOf(format, await everything(ids));
      const report = await load(graph, [{ path: `back.${format.extension}`, bytes: inPieces(bytes) }]);
      const back = report.datasets.map((d) => ({ dataset: d.dataset, written: d.written }));
      expect(back.sort((a, b) => (a.dataset < b.dataset ? -1 : 1))).toEqual(
        ids.map((dataset) => ({ dataset, written: false })),
      );
    });

    test('a part of an answer loads as well', async () => {
      const view = {
        ...defaultView,
        filters: { ...noFilters, states: ['state:CHN', 'state:RUS', 'state:PRK'] },
        lens: { ...defaultLens, threshold: 60, datasets: ['beijing-2025'] },
      };
      const wanted = { question: 'trilateral', view, part: 'answer' as const, form: 'claims' as const };
      const { outgoing, leaves } = await leave(graph, wanted);
      const bytes = await bytesOf(format, outgoing);
      const report = await load(graph, [{ path: `export.${format.extension}`, bytes: inPieces(bytes) }], {
        dryRun: true,
      });
      const shown = leaves.claims;
      expect(shown).toBeGreaterThan(0);
      expect(report.datasets[0]?.counts.claim).toEqual({
        created: 0,
        changed: 0,
        removed: 33 - shown,
        unchanged: shown,
      });
    });

    test('generated data sets go through the graph and come back unchanged', async () => {
      await fc.assert(
        fc.asyncProperty(dataset(vocabulary(), 'generated'), async (generated) => {
          const entries = generated.filter(isLoadable).map(asShown);
          const jsonl = entries.map((e) => JSON.stringify(e)).join('\n');
          await load(graph, [{ path: 'generated.jsonl', bytes: inPieces(Buffer.from(jsonl)) }]);
          const bytes = await bytesOf(format, await everything(['generated']));
          const report = await load(graph, [{ path: `back.${format.extension}`, bytes: inPieces(bytes) }], {
            dryRun: true,
          });
          const [back] = report.datasets;
          for (const type of ['claim', 'statement'] as const)
            expect(back?.counts[type]).toMatchObject({ created: 0, changed: 0, removed: 0 });
          expect(back?.counts.source.changed).toBe(0);
        }),
        { numRuns: 15 },
      );
    });
  });

/** A claim of addressees only says that it is incomplete, which generated ones do not know. */
function isLoadable(entry: Entry, _: number, all: Entry[]): boolean {
  if (entry.type === 'statement') {
    const claim = all.find((e) => e.type === 'claim' && e.id === entry.claim);
    return claim !== undefined && isLoadable(claim, 0, all);
  }
  if (entry.type !== 'claim' || entry.incomplete) return true;
  const principals = prepare(entry, vocabulary()).parties.filter(isPrincipal);
  return principals.length === 0 || principals.some((p) => p.part === 'actor');
}

/** What is superseded does not count through the lens, so no answer shows it. */
function asShown(entry: Entry): Entry {
  if (entry.type !== 'statement') return entry;
  const { supersededAt, ...rest } = entry;
  return rest;
}
