// Every shipped mapping on its real files, loaded whole by the command line. What must be there is counted anew in the raw
// file, by its columns; and a large file with one bad line at its end changes nothing.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareGraph } from '../../server/prepare-graph.ts';
import { testQuery } from '../graph/harbours.ts';
import { graph, withGraph } from '../support/graph.ts';
import { type Cells, dataFile, eachRow } from './folder.ts';
import { entente, holds, loadTables } from './loaded.ts';

withGraph(prepareGraph);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-bad-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const leaders = (name: string) => dataFile('leaders', name);
const agreements = () => dataFile('treaties-ggo', 'agreements.csv');
const parties = () => dataFile('treaties-ggo', 'parties.csv');

/** Counts leaders, and their terms: a row each. */
async function leadersIn(file: string) {
  const ids = new Set<string>();
  let terms = 0;
  for await (const row of eachRow(file)) {
    ids.add(row.leadid ?? '');
    terms += 1;
  }
  return { claims: 0, parties: 0, entities: ids.size, offices: terms };
}

/** Counts events with somebody of a country, and those countries. */
async function eventsIn(rows: AsyncIterable<Cells>, source: string, target: string) {
  let claims = 0;
  let told = 0;
  for await (const row of rows) {
    const named = [row[source], row[target]].filter((c) => c !== undefined && c !== '' && c !== 'NA').length;
    claims += named > 0 ? 1 : 0;
    told += named;
  }
  return { claims, parties: told };
}

test('Archigos: a person each id, an office each row', async () => {
  await loadTables('archigos', leaders('archigos.csv'));
  expect(await holds(graph, 'archigos')).toEqual(await leadersIn(leaders('archigos.csv')));
});

test('REIGN: a person each id, an office each row', async () => {
  await loadTables('reign', leaders('leaderlist_3_21.csv'));
  expect(await holds(graph, 'reign')).toEqual(await leadersIn(leaders('leaderlist_3_21.csv')));
});

test('GDELT: an event each row that names a country', async () => {
  const files = await readdir(path.dirname(dataFile('gdelt', 'cameoCodeTable.tsv')));
  const file = dataFile('gdelt', files.find((f) => f.endsWith('.export.CSV')) ?? '*.export.CSV');
  await loadTables('gdelt-2', file);
  // Without a header: the columns by their places in GDELT's codebook, from 1.
  const rows = eachRow(file, {
    delimiter: '\t',
    quote: false,
    columns: Array.from({ length: 61 }, (_, i) => String(i + 1)),
  });
  expect(await holds(graph, 'gdelt-2')).toMatchObject(await eventsIn(rows, '8', '18'));
});

test('ICEWS: an event each row that names a country', async () => {
  const file = dataFile('icews', 'events.2018.sample.tab');
  await loadTables('icews', file);
  const rows = eachRow(file, { delimiter: '\t', quote: false });
  expect(await holds(graph, 'icews')).toMatchObject(await eventsIn(rows, 'Source Country', 'Target Country'));
});

test('GGO: agreements that have parties, and the report says what is left out', async () => {
  const keyOf = (row: Cells) => `${row.treatyID} ${row.Begin}`;
  const withParties = new Map<string, number>();
  for await (const row of eachRow(parties()))
    withParties.set(keyOf(row), (withParties.get(keyOf(row)) ?? 0) + 1);
  const ids = new Set<string>();
  const keys = new Set<string>();
  const found = { meant: 0, claims: 0, again: 0, without: 0 };
  for await (const row of eachRow(agreements())) {
    keys.add(keyOf(row));
    if (['Resolution', 'Regulation', 'Report'].includes(row.TypeAgree ?? '')) continue;
    found.meant += 1;
    found.again += ids.has(row.treatyID ?? '') ? 1 : 0;
    ids.add(row.treatyID ?? '');
    if (withParties.has(keyOf(row))) found.claims += 1;
    else found.without += 1;
  }
  const strayRows = [...withParties].filter(([key]) => !keys.has(key)).reduce((n, [, rows]) => n + rows, 0);
  const { table } = await loadTables('ggo', agreements(), parties());
  expect(await holds(graph, 'ggo')).toMatchObject({ claims: found.claims });
  const notes = table.notes.join('\n');
  const told = (n: number) => `: ${n.toLocaleString('en')}(\n|$)`;
  expect(notes).toMatch(new RegExp(`claims without a party, left out${told(found.without)}`));
  expect(notes).toMatch(new RegExp(`rows of parties whose claim is not there, left out.*${told(strayRows)}`));
  expect(notes).toMatch(new RegExp(`rows whose id stood before${told(found.again)}`));
});

const everything = [
  'MATCH (n) RETURN labels(n) AS of, count(*) AS n ORDER BY of',
  'MATCH ()-[r]->() RETURN type(r) AS of, count(*) AS n ORDER BY of',
  'MATCH (d:Dataset) RETURN d.id AS of, d.load AS load ORDER BY of',
].map(testQuery);
const state = () => Promise.all(everything.map((query) => graph.read(query)));

test('the votes with one bad line at their end leave the graph as it was', async () => {
  const bad = path.join(folder, 'un_votes.csv');
  let lines = 1;
  await pipeline(
    createReadStream(dataFile('unga', 'un_votes.csv'), 'utf8'),
    async function* (pieces: AsyncIterable<string>) {
      let last = '';
      for await (const piece of pieces) {
        lines += piece.split('\n').length - 1;
        last = piece.at(-1) ?? last;
        yield piece;
      }
      if (last !== '\n') {
        yield '\n';
        lines += 1;
      }
      yield '3,United States\n';
    },
    createWriteStream(bad),
  );
  const before = await state();
  const ended = await entente('load', '--mapping', 'unga', dataFile('unga', 'un_roll_calls.csv'), bad);
  expect(ended.code).toBe(1);
  expect(ended.err).toMatch(new RegExp(`un_votes\\.csv:${lines}: .*cells`));
  expect(await state()).toEqual(before);
});
