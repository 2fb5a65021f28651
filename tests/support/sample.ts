// The shipped data set in the graph, as the loader puts it there.
import path from 'node:path';
import type { Graph } from '../../server/graph/graph.ts';
import { load } from '../../server/load/load.ts';
import { prepareGraph } from '../../server/prepare-graph.ts';
import { empty, makeReady } from './store.ts';

const file = path.resolve(import.meta.dirname, '../../data/beijing-2025.yaml');

/** Empties the graph and loads the vocabulary and the shipped data set into it. */
export async function onlySample(graph: Graph): Promise<void> {
  await empty(graph);
  await makeReady(graph);
  await load(graph, [{ path: file }]);
}

/** Loads the shipped data set beside what is there. */
export async function withSample(graph: Graph): Promise<void> {
  await prepareGraph(graph);
  await load(graph, [{ path: file }]);
}
