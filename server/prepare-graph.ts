// Makes a graph ready to be asked: constraints and indexes, the vocabulary, and the shipped data where it is empty.
import type { Graph } from './graph/graph.ts';
import { query, queryNames } from './graph/queries.ts';
import { isEmpty } from './load/datasets.ts';
import { load } from './load/load.ts';
import { shipped } from './load/shipped.ts';
import { loadVocabulary } from './load/vocabulary.ts';
import type { Settings } from './settings.ts';

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
