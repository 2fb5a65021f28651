// Does a command's work on the graph: joins the running Neo4j or starts it for as long as the work takes.
import { Graph } from '../graph/graph.ts';
import { type Connected, connect } from '../neo4j/connect.ts';
import { report } from '../neo4j/progress.ts';
import { loadShipped, prepareGraph } from '../prepare-graph.ts';
import type { Settings } from '../settings.ts';

/** A command is often the first to ask a Neo4j that has just started, and plans for seconds. */
const PATIENCE = 60;

/**
 * Connects, works, and leaves everything as it was found; progress goes to standard error. A graph that is started for
 * it is as `entente up` would make it, so that the first command on a new machine finds something.
 * @param sample whether an empty graph gets the shipped data set; not where it is to be filled from elsewhere
 */
export async function connected<T>(
  settings: Settings,
  work: (graph: Graph) => Promise<T>,
  { sample = true }: { sample?: boolean } = {},
): Promise<T> {
  const { say, ...bars } = report();
  const server = await connect(settings, { say, ...bars });
  try {
    const graph = await openGraph(server, Math.max(PATIENCE, settings.ENTENTE_QUERY_SECONDS));
    try {
      if (server.embedded) {
        await prepareGraph(graph);
        if (sample) await loadShipped(graph, settings, say);
      }
      return await work(graph);
    } finally {
      await graph.close();
    }
  } finally {
    await server.stop();
  }
}

/** The graph of a server. @param querySeconds longest time of one query */
export function openGraph(server: Connected, querySeconds: number): Promise<Graph> {
  const { uri, user, password, database } = server;
  return Graph.connect({ uri, user, password, database, querySeconds });
}
