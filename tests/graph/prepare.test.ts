// Making a graph ready, as several programs do at once: the page's server starts while somebody loads a file.
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Graph } from '../../server/graph/graph.ts';
import { queryNames } from '../../server/graph/queries.ts';
import { prepareGraph } from '../../server/prepare-graph.ts';

let driver: Driver;
beforeAll(() => {
  const { uri, user, password } = inject('neo4j');
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
});
afterAll(() => driver.close());

/** Takes every constraint, index and node away. */
async function bare(): Promise<void> {
  const names = async (what: string) =>
    (await driver.executeQuery(what)).records.map((r) => String(r.get('name')));
  for (const name of await names('SHOW CONSTRAINTS YIELD name'))
    await driver.executeQuery(`DROP CONSTRAINT \`${name}\``);
  for (const name of await names('SHOW INDEXES YIELD name, type WHERE type <> "LOOKUP"'))
    await driver.executeQuery(`DROP INDEX \`${name}\``);
  const session = driver.session();
  await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS');
  await session.close();
}

test('programs that start at once make one graph ready together', async () => {
  for (let round = 0; round < 3; round++) {
    await bare();
    const graphs = await Promise.all(
      [1, 2, 3, 4].map(() => Graph.connect({ ...inject('neo4j'), querySeconds: 30 })),
    );
    await Promise.all(graphs.map((graph) => prepareGraph(graph)));
    await Promise.all(graphs.map((graph) => graph.close()));
    const { records } = await driver.executeQuery(
      'SHOW INDEXES YIELD name, type WHERE type <> "LOOKUP" RETURN count(*) AS n',
    );
    expect(records[0]?.get('n').toNumber()).toBe(queryNames().filter((n) => n.startsWith('schema/')).length);
  }
}, 180_000);
