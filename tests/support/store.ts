// Writes generated entries by the loader's own queries, without its checks: for tests that need many small graphs.
import { afterAll } from 'vitest';
import type { Entry } from '../../model/entry.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import type { Graph } from '../../server/graph/graph.ts';
import { query, queryNames } from '../../server/graph/queries.ts';
import { claimRow } from '../../server/graph/stored/claim.ts';
import { datasetRow } from '../../server/graph/stored/dataset.ts';
import { entityRow, representationRows } from '../../server/graph/stored/entity.ts';
import { sourceRow } from '../../server/graph/stored/source.ts';
import { statementRow } from '../../server/graph/stored/statement.ts';
import { graph, withGraph } from './graph.ts';

/** Constraints and indexes, as the program makes them. */
export async function makeReady(graph: Graph): Promise<void> {
  for (const name of queryNames().filter((n) => n.startsWith('schema/'))) await graph.autoCommit(query(name));
}

/** Gives the tests of a file an empty graph, and leaves it empty. */
export function withEmptyGraph(): void {
  withGraph(async (graph) => {
    await empty(graph);
    await makeReady(graph);
  });
  afterAll(() => empty(graph));
}

/** Takes away everything that is stored. */
export async function empty(graph: Graph): Promise<void> {
  const all = { ...query('load/remove-claims'), text: 'MATCH (n) DETACH DELETE n' };
  await graph.write(all);
}

let written = 0;
const idOf = (place: number) => `statement:${place.toString(16).padStart(32, '0')}`;

/**
 * Writes entries as the current load of a data set; what was there of it is taken away.
 * @param entries of one data set; the entities that they name need not be among them
 * @returns the load
 */
export async function store(
  graph: Graph,
  dataset: string,
  entries: readonly Entry[],
  vocabulary: Vocabulary,
): Promise<string> {
  written += 1;
  const load = `${dataset}@${written}`;
  const home = (order: number) => ({ load, dataset, order, hash: '' });
  const of = <T extends Entry['type']>(type: T) =>
    entries.filter((e): e is Extract<Entry, { type: T }> => e.type === type);
  const claims = of('claim').map((c, i) => claimRow(c, home(i), vocabulary));
  const parties = claims.flatMap((c) => c.parties);
  const named = claims.flatMap((c) => [...c.parties, ...c.acts].map((p) => p.entity));
  const clear = {
    ...query('load/remove-claims'),
    text: 'MATCH (n {dataset: $dataset}) WHERE n:Claim OR n:Statement OR n:Source DETACH DELETE n',
  };
  const head = of('dataset')[0] ?? { type: 'dataset', id: dataset, title: dataset, coverage: [] };
  const current = {
    ...query('load/dataset'),
    text: 'MATCH (d:Dataset {id: $dataset.id}) SET d = $dataset, d.load = $load',
  };
  const declare = {
    ...query('load/entities'),
    text: 'UNWIND $rows AS row MERGE (e:Entity {id: row.id}) SET e = row',
  };
  await graph.writeAll([
    { query: clear, parameters: { dataset } },
    { query: query('load/dataset'), parameters: { dataset } },
    { query: query('load/entities'), parameters: { rows: [...new Set(named)] } },
    { query: declare, parameters: { rows: of('entity').map((e) => entityRow(e)) } },
    {
      query: query('load/representations'),
      parameters: { rows: of('entity').flatMap((e) => representationRows(e, load)) },
    },
    {
      query: query('load/sources'),
      parameters: { dataset, rows: of('source').map((s, i) => sourceRow(s, home(i))) },
    },
    { query: query('load/claims'), parameters: { dataset, rows: claims.map((c) => c.claim) } },
    {
      query: query('load/parties'),
      parameters: {
        load,
        // A place of its own for each party: here nothing is gained by what they have in common.
        entities: parties.map((p) => p.entity),
        properties: parties.map((p) => p.properties),
        rows: parties.map((p, i) => ({ claim: p.claim, parties: [[i, i, p.index]] })),
      },
    },
    { query: query('load/acts'), parameters: { load, rows: claims.flatMap((c) => c.acts) } },
    {
      query: query('load/statements'),
      parameters: {
        load,
        dataset,
        rows: of('statement').map((s, i) => statementRow({ id: idOf(i), ...s }, home(i))),
      },
    },
    { query: current, parameters: { dataset: datasetRow(head), load } },
  ]);
  return load;
}
