// Makes a graph ready to be asked: constraints and indexes, the vocabulary, and the shipped data where it is empty.
import path from 'node:path';
import type { Graph } from './graph/graph.ts';
import { query, queryNames } from './graph/queries.ts';
import { isEmpty } from './load/datasets.ts';
import { load } from './load/load.ts';
import { loadVocabulary } from './load/vocabulary.ts';
import type { Settings } from './settings.ts';
import { root } from './version.ts';

/** What is loaded into an empty graph. */
const shipped = path.join(root, 'data', 'beijing-2025.yaml');

/** Constraints, indexes and the vocabulary; where all of it is there, nothing changes. */
export async function prepareGraph(graph: Graph): Promise<void> {
  for (const name of queryNames().filter((n) => n.startsWith('schema/'))) await graph.autoCommit(query(name));
  await loadVocabulary(graph);
}

/** Loads the shipped data set into a graph that holds none and never did. */
export async function loadShipped(
  graph: Graph,
  { ENTENTE_TEXTS: texts }: Pick<Settings, 'ENTENTE_TEXTS'>,
  say: (line: string) => void,
): Promise<void> {
  if (!(await isEmpty(graph))) return;
  say('Loading the shipped data set …');
  await load(graph, [{ path: shipped }], { texts });
}
