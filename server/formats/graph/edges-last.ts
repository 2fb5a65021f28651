// Nodes as they come and edges behind them, of elements that come mixed: the edges wait, so that what leaves is read once.
import { Waiting } from '../waiting.ts';
import type { GraphEdge, GraphElement, GraphNode } from './elements.ts';
import type { PlainEdge, PlainNode } from './plain-elements.ts';

/**
 * The texts of all nodes, then those of all edges.
 * @param between stands between them
 */
export async function* edgesLast(
  elements: AsyncIterable<GraphElement[]>,
  nodeText: (node: GraphNode | PlainNode) => string,
  between: string,
  edgeText: (edge: GraphEdge | PlainEdge) => string,
): AsyncGenerator<string | Uint8Array> {
  const edges = new Waiting();
  try {
    for await (const some of elements) {
      let nodes = '';
      let waiting = '';
      for (const element of some)
        if (element.is === 'node' || element.is === 'plain-node') nodes += nodeText(element);
        else waiting += edgeText(element);
      await edges.add(waiting);
      if (nodes !== '') yield nodes;
    }
    yield between;
    yield* edges.read();
  } finally {
    await edges.close();
  }
}
