// A process of its own that writes a whole data set in a format, by turns with the driver's plain reading of the same
// rows, and says how both went.
import neo4j from 'neo4j-driver';
import { defaultView } from '../../model/view.ts';
import { write } from '../../server/export/write.ts';
import { Graph } from '../../server/graph/graph.ts';
import type { Done } from './export.ts';
import { timed } from './measure.ts';

const [uri = '', user = '', password = '', format = '', warm = '', dataset = '', rounds = ''] =
  process.argv.slice(2);
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
const graph = await Graph.connect({ uri, user, password, querySeconds: 600 });

/** The rows of a data set by the driver alone, one query after the other, as they come. */
async function plainRead(id: string): Promise<number> {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  let rows = 0;
  for (const text of [
    'MATCH (c:Claim {dataset: $id}) RETURN properties(c)',
    'MATCH (c:Claim {dataset: $id})<-[p:PARTY_TO]-(e:Entity) RETURN c.id, e.id, properties(p)',
    'MATCH (c:Claim {dataset: $id})<-[:ABOUT]-(s:Statement)-[:FROM]->(o:Source) RETURN c.id, o.id, properties(s)',
  ])
    for await (const record of session.run(text, { id })) rows += record.length > 0 ? 1 : 0;
  await session.close();
  return rows;
}

/** All of a data set in a format; nothing is kept of it. @returns milliseconds until the first of it, and bytes */
async function written(id: string): Promise<{ first: number; bytes: number }> {
  const began = performance.now();
  const view = { ...defaultView, lens: { ...defaultView.lens, datasets: [id] } };
  const { chunks } = await write(graph, { question: 'around', view, format, part: 'answer' });
  let first = 0;
  let bytes = 0;
  for await (const chunk of chunks) {
    first ||= performance.now() - began;
    bytes += Buffer.byteLength(chunk);
  }
  return { first, bytes };
}

const MB = 1024 * 1024;
const done: Done = { rows: 0, bytes: 0, first: [], written: [], plain: [], idle: 0, peak: 0 };
const readPlainly = async () => {
  const ms = await timed(async () => {
    done.rows = await plainRead(dataset);
  });
  done.plain.push(ms / 1000);
};
// What the first run of everything costs, planning and compiling, is no part of a rate.
for (let i = 0; i < 3; i++) {
  await plainRead(warm);
  await written(warm);
}
done.idle = process.memoryUsage().rss / MB;
await readPlainly();
for (let i = 0; i < Number(rounds); i++) {
  const ms = await timed(async () => {
    const { first, bytes } = await written(dataset);
    done.first.push(first);
    done.bytes = bytes;
  });
  done.written.push(ms / 1000);
  await readPlainly();
}
// Plain reading takes less than half of it.
done.peak = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify(done));
await driver.close();
await graph.close();
