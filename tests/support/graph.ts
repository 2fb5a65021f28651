// The graph that the tests share: the server that tests/support/neo4j.ts has started or found.
import { inject } from 'vitest';
import { Graph } from '../../server/graph/graph.ts';

/** Connects to it; the test closes it. */
export function connect(): Promise<Graph> {
  return Graph.connect({ ...inject('neo4j'), querySeconds: 30 });
}
