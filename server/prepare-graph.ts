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
  for (const name of queryNames().filter((n) => n.startsWith('schema/'))) await provide(graph, name);
  await loadVocabulary(graph);
}

/**
 * One constraint or index. Programs that start at once stand in each other's way: Neo4j ends one of two that wait for
 * each other, so it is tried again; and where another was quicker, what is wanted is there in spite of IF NOT EXISTS.
 */
async function provide(graph: Graph, name: string): Promise<void> {
  try {
    await graph.write(query(name));
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code !== 'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists') throw error;
  }
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
