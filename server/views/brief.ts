// The brief on a saved view: the analyst's words apart, then what its question finds now.
import type { SavedView } from '../../model/saved-view.ts';
import { type Written, write } from '../export/write.ts';
import type { Graph } from '../graph/graph.ts';
import { questionOf, readAddress } from './made.ts';

export const briefs = ['brief', 'brief-html'] as const;
export type BriefFormat = (typeof briefs)[number];

/**
 * Begins to write it.
 * @throws InvalidError `invalid-body` where the address of the view is not right any more; and as `write` does
 */
export async function briefOn(
  graph: Graph,
  saved: SavedView,
  format: BriefFormat,
  signal?: AbortSignal,
): Promise<Written> {
  const view = { ...readAddress(saved.address), moved: saved.places };
  const { title, notes, judgement } = saved;
  const words = { title, notes, judgement };
  return write(graph, { question: questionOf(view), view, format, part: 'answer', written: words, signal });
}
