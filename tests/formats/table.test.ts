// Tables through the graph: each look-alike by the mapping that comes with Entente, and a bad table changes nothing.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { defaultLens } from '../../model/lens.ts';
import { noFilters } from '../../model/question.ts';
import { ask } from '../../server/ask.ts';
import { cleanUp, removeDataset } from '../../server/load/datasets.ts';
import { load } from '../../server/load/load.ts';
import { parseMapping, readMapping, shippedMappings, tableInput } from '../../server/mapping.ts';
import { prepareGraph } from '../../server/prepare-graph.ts';
import { root } from '../../server/version.ts';
import { testQuery } from '../graph/harbours.ts';
import { graph, withGraph } from '../support/graph.ts';

withGraph(prepareGraph);

const folder = path.join(root, 'tests', 'fixtures', 'tables');
const loaded = new Set<string>();
afterAll(async () => {
  for (const id of loaded) await removeDataset(graph, id);
  await cleanUp(graph, 0);
});

/** Loads the look-alike of a shipped mapping. */
async function loadLookAlike(name: string) {
  const mapping = readMapping(name);
  const tables = Object.entries(mapping.mapping.tables).map(([table, { file }]) => {
    const named = readdirSync(folder).find((f) => f === file || f.startsWith(`${name}-${table}.`));
    return `${table}=${path.join(folder, named ?? '')}`;
  });
  const report = await load(graph, [{ path: mapping.file, table: tableInput(mapping, tables) }]);
  loaded.add(mapping.mapping.dataset.id);
  return report.datasets[0];
}

async function asked(question: string, dataset: string, more: { on?: string; states?: string[] } = {}) {
  const { on = null, states = [] } = more;
  const lens = { ...defaultLens, datasets: [dataset], from: on, until: on };
  return (await ask(graph, { question, filters: { ...noFilters, states }, lens })).count;
}

/** Claims, statements and entities of each. */
const counts: Record<string, [number, number, number]> = {
  archigos: [0, 0, 4],
  'atop-5.1-alliance': [2, 2, 0],
  'atop-5.1-member': [4, 4, 0],
  'atop-5.1-phase': [1, 1, 0],
  'gdelt-2': [3, 3, 1],
  ggo: [4, 4, 2],
  icews: [2, 2, 0],
  'mid-4.2': [4, 4, 0],
  reign: [0, 0, 3],
  unga: [3, 3, 0],
};

test('there is a look-alike for every shipped mapping', () => {
  expect(Object.keys(counts)).toEqual(shippedMappings());
});

test.each(Object.entries(counts))(
  '%s is loaded, and loaded again is unchanged',
  async (name, [claims, statements, entities]) => {
    const first = await loadLookAlike(name);
    expect(first?.counts).toMatchObject({
      source: { created: 1 },
      claim: { created: claims },
      statement: { created: statements },
      entity: { created: entities },
    });
    expect((await loadLookAlike(name))?.written).toBe(false);
  },
);

test('spells, sides and abstentions count as the model has them', async () => {
  expect(
    (await asked('bilateral', 'atop-5.1', { on: '1965-01-01', states: ['state:CHN', 'state:PRK'] })).stands,
  ).toBe(1);
  expect((await asked('trilateral', 'atop-5.1', { on: '1815-01-20' })).stands).toBe(1);
  expect((await asked('trilateral', 'atop-5.1', { on: '1815-01-05' })).stands).toBe(0);
  // What the data call in force at their end, is in force on their last day, and of later days they say nothing.
  const korea = ['state:CHN', 'state:PRK'];
  const onLast = await asked('bilateral', 'atop-5.1', { on: '2018-12-31', states: korea });
  expect([onLast.stands, onLast.possible]).toEqual([1, 0]);
  const after = await asked('bilateral', 'atop-5.1', { on: '2019-01-01', states: korea });
  expect([after.stands, after.possible]).toEqual([0, 1]);
  const opposite = await asked('sides', 'mid-4.2', { states: ['state:SRB', 'state:ITA'] });
  expect(opposite.stands).toBe(1);
  const votes = await asked('sides', 'unga', { states: ['state:USA', 'state:SRB'] });
  expect(votes.stands).toBe(1);
});

/** Nineteen megabytes of votes, and a line at the end. */
async function* votes(last: Buffer) {
  const row = '9003,United States,yes\n';
  yield Buffer.from('rcid,country,vote\n');
  for (let n = 0; n < 830; n++) yield Buffer.from(row.repeat(1000));
  yield last;
}

const mapping = parseMapping(
  `dataset: { id: big, title: Big, url: "https://example.org/big" }
tables: { votes: {} }
claims:
  row: party
  id: "{rcid}"
  title: "{rcid}"
  kinds: { is: roll-call }
  parties: [{ entity: { column: country, as: name }, role: { is: voter }, side: vote }]
`,
  'big.yaml',
);

const everything = testQuery(
  'MATCH (n) RETURN labels(n) AS labels, n.id AS id, COUNT { (n)--() } AS ties ORDER BY labels, id, ties',
);

test('nineteen megabytes with a bad line at the end leave the graph as it was', async () => {
  const before = await graph.read(everything);
  const bad = {
    ...mapping,
    tables: { votes: { path: 'votes.csv', open: () => votes(Buffer.from('9003,Canada\n')) } },
  };
  await expect(load(graph, [{ path: 'big.yaml', table: bad }])).rejects.toMatchObject({
    errors: [
      {
        file: 'votes.csv',
        line: 830_002,
        pointer: 'vote',
        detail: expect.stringContaining('this row has 2 cells, and the header has 3'),
      },
    ],
  });
  expect(await graph.read(everything)).toEqual(before);
});

test('an id that stands twice is refused with both lines and the column', async () => {
  const one = parseMapping(
    `dataset: { id: twice, title: Twice, url: "https://example.org/twice" }
tables: { pacts: {} }
claims:
  id: "{no}"
  title: "{no}"
  kinds: { is: treaty }
  parties: [{ entity: { column: who, as: iso3 }, role: { is: party } }]
`,
    'twice.yaml',
  );
  async function* rows() {
    yield Buffer.from('no,who\n1,FRA\n2,CHE\n1,AUT\n');
  }
  const table = { ...one, tables: { pacts: { path: 'pacts.csv', open: () => rows() } } };
  await expect(load(graph, [{ path: 'twice.yaml', table }])).rejects.toMatchObject({
    errors: [
      {
        file: 'pacts.csv',
        line: 4,
        pointer: 'no',
        code: 'duplicate-id',
        detail: 'claim twice/1 stands twice: first at line 2',
      },
    ],
  });
});
