// The application over the shipped data set, served in this process on a free port.
import { inject } from 'vitest';
import { type AppOptions, app } from '../../server/app.ts';
import { Graph } from '../../server/graph/graph.ts';
import { listen } from '../../server/listen.ts';
import { readSettings } from '../../server/settings.ts';
import { onlySample } from '../support/sample.ts';

export interface Served {
  url: string;
  graph: Graph;
  stop(): Promise<void>;
}

/** The environment that leads a program to the tests' Neo4j. */
export function testEnvironment(): Record<'NEO4J_URI' | 'NEO4J_USER' | 'NEO4J_PASSWORD', string> {
  const { uri, user, password } = inject('neo4j');
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
}

/** A connection to the tests' Neo4j. */
export function testGraph(querySeconds = 30, uri = inject('neo4j').uri): Promise<Graph> {
  return Graph.connect({ ...inject('neo4j'), uri, querySeconds });
}

/** Serves the shipped data set. @param environment settings beside those of Neo4j */
export async function serveSample(
  environment: Record<string, string> = {},
  options: Partial<AppOptions> = {},
): Promise<Served> {
  const graph = await testGraph();
  await onlySample(graph);
  const served = await serve(graph, environment, options);
  return { ...served, stop: () => served.stop().then(() => graph.close()) };
}

/** Serves a graph as it is. */
export async function serve(
  graph: Graph,
  environment: Record<string, string> = {},
  options: Partial<AppOptions> = {},
): Promise<Served> {
  const settings = readSettings({ ENTENTE_LOG: 'silent', ...environment }, '');
  const neo4j = { embedded: false, uri: inject('neo4j').uri };
  const listening = await listen(app(graph, settings, { neo4j, ...options }), '127.0.0.1', 0);
  return { url: listening.url, graph, stop: listening.stop };
}
