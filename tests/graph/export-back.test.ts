// What leaves of a part of a data set, or of data sets that share entities, is read back as it was.
import { afterEach, describe, expect, test } from 'vitest';
import { defaultLens, type Lens } from '../../model/lens.ts';
import { noFilters } from '../../model/question.ts';
import { defaultView } from '../../model/view.ts';
import { ask } from '../../server/ask.ts';
import { leave } from '../../server/export/outgoing.ts';
import type { Format } from '../../server/formats/format.ts';
import { formats } from '../../server/formats/index.ts';
import { jsonl } from '../../server/formats/jsonl.ts';
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
const text = (
  id: string,
  { start = '[]', claims = [acted, other], marking = 'TLP:CLEAR', people = [ann(id)], more = '' } = {},
) => `
dataset:
  id: ${id}
  title: ${id}
  coverage: [{ exhaustive: false }]
  start: { states: ${start}, claims: [] }
  ${more}
sources:
  - { id: "https://example.org/report", key: report, title: A report }
  - { id: "https://example.org/offices/${id}", key: offices, title: Offices, marking: "${marking}" }
entities: [${people}]
claims: ${claims.join('')}
`;
const ann = (id: string) =>
  `{ id: person:ann, label: Person, names: { en: Ann, fr: Anne }, note: A note, represents: [
    { entity: "state:CHN", office: envoy of ${id}, source: offices }] }`;
const acted = claim('acted', 'entity: "state:CHN", by: person:ann', 'entity: "state:RUS"');
const other = claim('other', 'entity: "state:IND"', 'entity: "state:USA"');

const bring = (yaml: string) => load(graph, [{ path: 'it.yaml', bytes: inPieces(Buffer.from(yaml)) }]);

async function leaving(of: string[], { states = [] as string[], lens = {} as Partial<Lens> } = {}) {
  const view = {
    ...defaultView,
    filters: { ...noFilters, states },
    lens: { ...defaultLens, ...lens, datasets: of },
  };
  return leave(graph, { question: 'around', view, part: 'answer', form: 'claims' });
}

/** What a file of it would do to the graph, once some data sets are gone from it. */
async function back(
  format: Format,
  of: string[],
  { states = [] as string[], lens = {} as Partial<Lens>, without = [] as string[] } = {},
) {
  const bytes = await bytesOf(format, (await leaving(of, { states, lens })).outgoing);
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

describe('of an entity that two data sets declare alike', () => {
  test.each(lossless)('what each says leaves as $id, of one of them or of both', async (format) => {
    for (const id of ids) await bring(text(id));
    const unchanged = (dataset: string) => ({ dataset, written: false });
    expect(await back(format, ['second'])).toMatchObject([unchanged('second')]);
    expect(await back(format, ids)).toMatchObject(ids.map(unchanged));
    // Nothing of the other is needed where it is not.
    const alone = await back(format, ['second'], { without: ids });
    expect(alone).toMatchObject([{ dataset: 'second', counts: { entity: { created: 1 } } }]);
  });

  test('an answer tells the offices that both know of, each with its source', async () => {
    for (const id of ids) await bring(text(id));
    const lens = { ...defaultLens, datasets: ids };
    const { entities, sources } = await ask(graph, { question: 'around', filters: noFilters, lens });
    const ann = entities.filter((e) => e.id === 'person:ann');
    expect(ann).toMatchObject([
      { dataset: 'first', represents: [{ office: 'envoy of first' }, { office: 'envoy of second' }] },
    ]);
    expect(sources.filter((s) => s.title === 'Offices').map((s) => s.dataset)).toEqual(ids);
  });

  test('a bound keeps back the office that a source above it tells, whichever data set it is in', async () => {
    await bring(text('first'));
    await bring(text('second', { marking: 'TLP:RED' }));
    const { outgoing } = await leaving(ids, { lens: { marking: 'TLP:GREEN' } });
    const left = (await bytesOf(jsonl, outgoing)).toString();
    expect(left).toContain('envoy of first');
    expect(left).not.toContain('envoy of second');
    expect(left).not.toContain('TLP:RED');
  });
});

describe('a marking', () => {
  const bound = { marking: 'TLP:GREEN' } as const;

  test('is that of the sources of offices too, where whoever has the office leaves', async () => {
    await bring(text('first', { marking: 'TLP:RED' }));
    expect((await leaving(['first'])).leaves.marking).toBe('TLP:RED');
    expect((await leaving(['first'], { states: ['state:IND'] })).leaves.marking).toBeNull();
    expect((await leaving(['first'], { lens: bound })).leaves.marking).toBeNull();
    // Who starts a data set leaves with it.
    await bring(text('first', { marking: 'TLP:RED', start: '[person:ann]' }));
    expect((await leaving(['first'], { states: ['state:IND'] })).leaves.marking).toBe('TLP:RED');
  });

  test('of a data set is that of what it declares, wherever that is named; under a bound only the name leaves', async () => {
    await bring(text('first', { more: 'marking: TLP:RED' }));
    await bring(text('second', { people: [] }));
    expect((await leaving(['second'])).leaves.marking).toBe('TLP:RED');
    expect((await leaving(['second'], { states: ['state:IND'] })).leaves.marking).toBeNull();
    const { outgoing, leaves } = await leaving(['second'], { lens: bound });
    expect(leaves.marking).toBeNull();
    const people = [];
    for await (const piece of outgoing.pieces())
      if (piece.type === 'entity' && piece.label === 'Person') people.push(piece);
    expect(people).toEqual([
      { type: 'entity', id: 'person:ann', dataset: null, label: 'Person', names: { en: 'Ann' } },
    ]);
  });

  test.each(lossless)(
    'that bounds leaves a file that is read back as $id where the rest is known',
    async (format) => {
      await bring(text('first', { more: 'marking: TLP:RED' }));
      await bring(text('second', { people: [] }));
      expect(await back(format, ['second'], { lens: bound })).toMatchObject([
        { dataset: 'second', counts: { entity: { created: 0 }, claim: { unchanged: 2 } } },
      ]);
    },
  );
});

test('who is named by an earlier load alone is counted as unconnected, as an export of it counts', async () => {
  await bring(text('first'));
  await bring(text('first', { claims: [other] }));
  expect((await leaving(['first'])).leaves.unconnected).toBe(1);
  const [first] = (await datasets(graph)).filter((d) => d.id === 'first');
  expect(first?.counts.unconnected).toBe(1);
});
