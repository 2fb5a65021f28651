// Writes the states of the vocabulary into the graph, where they are not what they should be already.
import { createHash } from 'node:crypto';
import { canonical } from '../../model/statement.ts';
import type { Graph } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';
import { entityRow } from '../graph/stored/entity.ts';
import { entityOf, vocabulary } from '../vocabulary.ts';

/**
 * Writes the states of the vocabulary in one transaction; nothing where the graph has them as they are.
 * @returns whether anything was written
 */
export async function loadVocabulary(graph: Graph): Promise<boolean> {
  const states = [...vocabulary().states.values()].map(entityOf);
  const rows = states.map((state) => entityRow(state));
  const hash = createHash('sha256').update(canonical(states)).digest('hex');
  const [kept] = await graph.read(query('load/vocabulary-hash'));
  if (kept?.hash === hash) return false;
  await graph.write(query('load/vocabulary'), { rows, hash });
  return true;
}
