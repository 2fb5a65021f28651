// All that a load holds, entry by entry in the order of its file: nothing is judged, and nothing left out.
import type { Entry } from '../../model/entry.ts';
import type { Graph, Row } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';
import { claimFrom, type PartyColumns } from '../graph/stored/claim.ts';
import { datasetFrom } from '../graph/stored/dataset.ts';
import { entityFrom } from '../graph/stored/entity.ts';
import type { Properties } from '../graph/stored/properties.ts';
import { sourceFrom } from '../graph/stored/source.ts';
import { statementFrom } from '../graph/stored/statement.ts';

/** @param dataset the properties of its data set, its current load among them */
export async function* entriesIn(graph: Graph, dataset: Properties): AsyncGenerator<Entry> {
  const scan = (name: string) => graph.scan(query(`archive/${name}`), { load: dataset.load });
  yield datasetFrom(dataset);
  for await (const row of scan('sources')) yield sourceFrom(row.source as Row);
  for await (const row of scan('entities')) yield entityFrom(row.entity as Row, row.represents as Row[]);
  for await (const row of scan('claims'))
    yield claimFrom(row.claim as Row, row.parties as PartyColumns[], row.acts as Row[]);
  for await (const row of scan('statements'))
    yield statementFrom(row.statement as Row, String(row.claim), String(row.source));
}

/** An entry as a line. What a data set keeps by its own names comes back from the graph in any order: here it has one. */
export function lineOf(entry: Entry): string {
  const free = 'properties' in entry ? entry.properties : undefined;
  const names = Object.keys(free ?? {}).sort();
  const all =
    free === undefined ? entry : { ...entry, properties: Object.fromEntries(names.map((n) => [n, free[n]])) };
  return `${JSON.stringify(all)}\n`;
}
