// The graph that the tests share: the server that tests/support/neo4j.ts has started or found.
import { afterAll, beforeAll, inject } from 'vitest';
import { Graph } from '../../server/graph/graph.ts';

/** The graph, while the tests of a file run. */
export let graph: Graph;

/** Connects for the tests of a file. @param prepare makes of the graph what they start from */
export function withGraph(prepare: (graph: Graph) => Promise<unknown>): void {
  beforeAll(async () => {
    graph = await Graph.connect({ ...inject('neo4j'), querySeconds: 30 });
    await prepare(graph);
  });
  afterAll(() => graph?.close());
}
