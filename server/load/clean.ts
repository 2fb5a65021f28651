// Removes loads for good, in batches: what an interrupted load left, and old ones that nobody can still be reading.
import type { Graph } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';

type LoadState = 'writing' | 'current' | 'old' | 'removed' | 'removing';

/** What is told of a load in the graph. */
export interface LoadNode {
  id: string;
  dataset: string;
  state: LoadState;
  startedAt: string;
  currentAt?: string;
  /** When it ceased to be current. */
  endedAt?: string;
  /** The load that was current before it. */
  previous?: string;
  contentHash: string;
  /** Hash of the vocabulary by which its claims were prepared. */
  preparedBy: string;
  /** The properties of its data set, as JSON. */
  describes: string;
}

/** Nobody reads a load for longer than this after it ceased to be current. */
export const GRACE_SECONDS = 60;

/** Every load in the graph. */
export async function loadsIn(graph: Graph): Promise<LoadNode[]> {
  return (await graph.read(query('load/loads'))).map((row) => row.load as LoadNode);
}

/** Whether a load ceased to be current so long ago that no answer is still read from it. */
export function isStale(load: LoadNode, graceSeconds: number): boolean {
  return load.endedAt === undefined || Date.parse(load.endedAt) <= Date.now() - graceSeconds * 1000;
}

/** Removes loads with all they hold; one that is interrupted is finished by the next clean-up. */
export async function removeLoads(graph: Graph, loads: readonly LoadNode[]): Promise<void> {
  if (loads.length === 0) return;
  await graph.write(query('load/give-up'), { loads: loads.map((l) => l.id) });
  for (const { id: load } of loads)
    for (const what of [
      'statements',
      'parties',
      'claims',
      'sources',
      'representations',
      'declarations',
      'load',
    ])
      await graph.autoCommit(query(`load/remove-${what}`), { load });
  await graph.autoCommit(query('load/remove-entities'));
}

/** Removes what interrupted loads and clean-ups left behind. */
export async function removeLeftovers(graph: Graph): Promise<void> {
  const loads = await loadsIn(graph);
  await removeLoads(
    graph,
    loads.filter((l) => l.state === 'writing' || l.state === 'removing'),
  );
}
