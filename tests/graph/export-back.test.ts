// What leaves of a part of a data set, or of data sets that share entities, is read back as it was.
import { afterEach, expect, test } from 'vitest';
import { defaultLens } from '../../model/lens.ts';
import { noFilters } from '../../model/question.ts';
import { defaultView } from '../../model/view.ts';
import { leave } from '../../server/export/outgoing.ts';
import type { Format } from '../../server/formats/format.ts';
import { formats } from '../../server/formats/index.ts';
import { cleanUp, datasets, removeDataset } from '../../server/load/datasets.ts';
import { load } from '../../server/load/load.ts';
import { prepareGraph } from '../../server/prepare-graph.ts';
import { graph, withGraph } from '../support/graph.ts';
import { bytesOf, inPieces } from '../support/outgoing.ts';

withGraph(prepareGraph);
const ids = ['first', 'second'];
afterEach(async () => {
  for (const id of ids) await removeDataset(graph, id).catch(() => {});
  await cleanUp(graph, 0);
});

const claim = (id: string, ...parties: string[]) => `
  - id: ${id}
    title: ${id}
    kind: treaty
    parties: [${parties.map((p) => `{ ${p}, role: party }`).join(', ')}]
    statements: [{ source: report, stance: asserts, confidence: 70 }]`;

/** A data set of a treaty for which Ann acts, and of one without her. */
const text = (id: string, { start = '[]', claims = [acted, other] } = {}) => `
dataset:
  id: ${id}
  title: ${id}
  coverage: [{ exhaustive: false }]
  start: { states: ${start}, claims: [] }
sources:
  - { id: "https://example.org/report", key: report, title: A report }
entities:
  - id: person:ann
    label: Person
    names: { en: Ann }
    represents: [{ entity: "state:CHN", office: envoy of ${id}, source: report }]
claims: ${claims.join('')}
`;
const acted = claim('acted', 'entity: "state:CHN", by: person:ann', 'entity: "state:RUS"');
const other = claim('other', 'entity: "state:IND"', 'entity: "state:USA"');

const bring = (yaml: string) => load(graph, [{ path: 'it.yaml', bytes: inPieces(Buffer.from(yaml)) }]);

async function leaving(of: string[], states: string[] = []) {
  const view = {
    ...defaultView,
    filters: { ...noFilters, states },
    lens: { ...defaultLens, datasets: of },
  };
  return leave(graph, { question: 'around', view, part: 'answer', form: 'claims' });
}

/** What a file of it would do to the graph, once some data sets are gone from it. */
async function back(
  format: Format,
  of: string[],
  { states = [] as string[], without = [] as string[] } = {},
) {
  const bytes = await bytesOf(format, (await leaving(of, states)).outgoing);
  for (const id of without) await removeDataset(graph, id);
  const file = { path: `back.${format.extension}`, bytes: inPieces(bytes) };
  return (await load(graph, [file], { dryRun: true })).datasets;
}

const lossless = formats.filter((f) => f.lossless && f.encode !== undefined);

test.each(lossless)(
  'as $id a part is read, also where the data set starts with whom the part does not name',
  async (format) => {
    await bring(text('first', { start: '[person:ann, "state:CHN"]' }));
    const report = await back(format, ['first'], { states: ['state:IND'], without: ['first'] });
    expect(report).toMatchObject([{ counts: { claim: { created: 1 }, entity: { created: 1 } } }]);
  },
);

test('who is named by an earlier load alone is counted as unconnected, as an export of it counts', async () => {
  await bring(text('first'));
  await bring(text('first', { claims: [other] }));
  expect((await leaving(['first'])).leaves.unconnected).toBe(1);
  const [first] = (await datasets(graph)).filter((d) => d.id === 'first');
  expect(first?.counts.unconnected).toBe(1);
});
