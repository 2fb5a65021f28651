// The shipped data set in the graph.
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Entry } from '../../model/entry.ts';
import { yaml } from '../../server/formats/yaml.ts';
import type { Graph } from '../../server/graph/graph.ts';
import { loadVocabulary } from '../../server/load/vocabulary.ts';
import { vocabulary } from '../../server/vocabulary.ts';
import { empty, makeReady, store } from './store.ts';

const file = path.resolve(import.meta.dirname, '../../data/beijing-2025.yaml');

/** Empties the graph and writes vocabulary and shipped data set into it. @returns the entries */
export async function onlySample(graph: Graph): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const decoded of yaml.decode?.(createReadStream(file)) ?? [])
    if ('entry' in decoded) entries.push(Entry.parse(decoded.entry));
  await empty(graph);
  await makeReady(graph);
  await loadVocabulary(graph);
  await store(graph, 'beijing-2025', entries, vocabulary());
  return entries;
}
