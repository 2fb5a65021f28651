// A process of its own that loads one file, or writes its rows plainly, and says how long it took and how much memory.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import neo4j, { type Driver } from 'neo4j-driver';
import { Graph } from '../../server/graph/graph.ts';
import { cleanUp, removeDataset } from '../../server/load/datasets.ts';
import { load } from '../../server/load/load.ts';
import type { LoadInput } from '../../server/load/read.ts';
import { readMapping, tableInput } from '../../server/mapping.ts';
import { prepareGraph } from '../../server/prepare-graph.ts';
import { timed } from './measure.ts';

const [uri = '', user = '', password = '', work = '', warm = '', file = '', mapping = '', ...tables] =
  process.argv.slice(2);
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
const graph = await Graph.connect({ uri, user, password, querySeconds: 60 });
await prepareGraph(graph);

interface Line {
  type: string;
  id: string;
  kinds: string[];
  properties?: object;
  parties: ({ entity: string } & Record<string, unknown>)[];
}

/** The entries of a file, as lines of JSON. */
async function* entriesOf(path: string): AsyncGenerator<Line> {
  for await (const line of createInterface({ input: createReadStream(path) })) yield JSON.parse(line);
}

/** The same rows by the driver alone, in batches of 5,000, one after the other; nothing is checked. */
async function plainCreate(path: string): Promise<number> {
  const claims: object[] = [];
  const parties: object[] = [];
  const statements: object[] = [];
  for await (const entry of entriesOf(path)) {
    if (entry.type === 'statement') statements.push(entry);
    if (entry.type !== 'claim') continue;
    const { kinds, properties, parties: of, ...claim } = entry;
    claims.push({ ...claim, kind: kinds[0] });
    for (const { entity, ...party } of of) parties.push({ claim: claim.id, entity, properties: party });
  }
  const batches = async (text: string, rows: unknown[]) => {
    for (let i = 0; i < rows.length; i += 5000)
      await driver.executeQuery(text, { rows: rows.slice(i, i + 5000) });
  };
  await batches('UNWIND $rows AS row CREATE (c:Plain) SET c = row', claims);
  await batches(
    'UNWIND $rows AS row MATCH (c:Plain {id: row.claim}) MATCH (e:Entity {id: row.entity}) CREATE (e)-[p:PLAIN]->(c) SET p = row.properties',
    parties,
  );
  await batches(
    'UNWIND $rows AS row MATCH (c:Plain {id: row.claim}) CREATE (s:PlainStatement)-[:PLAIN]->(c) SET s = row',
    statements,
  );
  return claims.length + parties.length + statements.length;
}

async function clearPlain(driver: Driver): Promise<void> {
  const session = driver.session();
  for (const label of ['Plain', 'PlainStatement'])
    await session.run(`MATCH (n:${label}) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 100 ROWS`);
  await session.close();
}

async function count(path: string): Promise<number> {
  let rows = 0;
  for await (const entry of entriesOf(path))
    if (entry.type === 'claim') rows += 1 + entry.parties.length;
    else if (entry.type === 'statement') rows += 1;
  return rows;
}

async function removed(...ids: string[]): Promise<number> {
  for (const id of ids) await removeDataset(graph, id);
  return timed(() => cleanUp(graph, 0));
}

const byMapping = (mapping: string, files: readonly string[]): LoadInput => ({
  path: mapping,
  table: tableInput(readMapping(mapping), files),
});

/**
 * What the first run of everything costs, planning and compiling, is no part of a rate: each work has done its like
 * before, on a few hundred claims. A table is read by other code than lines of JSON.
 */
async function warmUp(): Promise<void> {
  if (work !== 'plain') {
    await load(graph, [work === 'load' ? { path: warm } : byMapping(`${warm}.yaml`, [`${warm}.csv`])]);
    await removed('bench-warm');
  } else {
    await driver.executeQuery('CREATE CONSTRAINT plain IF NOT EXISTS FOR (p:Plain) REQUIRE p.id IS UNIQUE');
    await plainCreate(warm);
    await clearPlain(driver);
  }
}

const MB = 1024 * 1024;
await warmUp();
const rows = await count(file);
const idle = process.memoryUsage().rss / MB;
const loaded = () => load(graph, [work === 'load' ? { path: file } : byMapping(mapping, tables)]);
const ms = await timed(() => (work === 'plain' ? plainCreate(file) : loaded()));
const peak = process.resourceUsage().maxRSS / 1024;
const dataset = /([^/\\]+)\.jsonl$/.exec(file)?.[1] ?? '';
const removal =
  work === 'plain' ? await timed(() => clearPlain(driver)) : work === 'load' ? await removed(dataset) : 0;
process.stdout.write(JSON.stringify({ seconds: ms / 1000, rows, idle, peak, removal: removal / 1000 }));
await driver.close();
await graph.close();
