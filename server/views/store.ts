// Saved views in the graph: listed, read, kept, removed.
import { didYouMean } from '../../model/near.ts';
import type { ListedView, SavedView, ViewDraft } from '../../model/saved-view.ts';
import { MissingError, RefusedError } from '../errors.ts';
import type { Graph, Step } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';
import type { Properties } from '../graph/stored/properties.ts';
import { listedViewFrom, savedViewFrom, savedViewRow } from '../graph/stored/saved-view.ts';
import { madeOn } from './made.ts';

/** Every saved view, by title, without the claims it was made on. */
export async function savedViews(graph: Graph): Promise<ListedView[]> {
  return (await graph.read(query('views/list'))).map((row) => listedViewFrom(row.view as Properties));
}

/** One saved view. @throws MissingError `unknown-view` */
export async function savedView(graph: Graph, id: string): Promise<SavedView> {
  const found = await viewIn(graph, id);
  if (found === null) throw await unknown(graph, id);
  return found;
}

async function viewIn(graph: Graph, id: string): Promise<SavedView | null> {
  const [row] = await graph.read(query('views/one'), { id });
  return row === undefined ? null : savedViewFrom(row.view as Properties);
}

async function unknown(graph: Graph, id: string): Promise<MissingError> {
  const ids = (await savedViews(graph)).map((v) => v.id);
  return new MissingError(
    'unknown-view',
    `There is no saved view "${id}"${didYouMean(id, ids) || `; there are ${ids.join(', ') || 'none'}.`}`,
  );
}

/**
 * Keeps what is drafted under an id. What the view is made on is read from the graph where the draft does not say it.
 * @param fresh refuses an id that another view has; else that one is replaced
 * @returns the view as it is kept
 * @throws RefusedError `view-exists`; and as `madeOn` does
 */
export async function saveView(
  graph: Graph,
  id: string,
  draft: ViewDraft,
  fresh: boolean,
): Promise<SavedView> {
  const before = await viewIn(graph, id);
  if (fresh && before !== null) throw taken(id);
  const today = new Date().toISOString().slice(0, 10);
  const { made = await madeOn(graph, draft.address), ...rest } = draft;
  const view: SavedView = {
    type: 'view',
    id,
    ...rest,
    made,
    created: before?.created ?? today,
    changed: today,
  };
  if (before === null) await createView(graph, view);
  else await keepViews(graph, [view]);
  return view;
}

/** Keeps a view as it is. @throws RefusedError `view-exists` where another one has its id */
export async function createView(graph: Graph, view: SavedView): Promise<void> {
  try {
    await graph.writeAll([creating(view)]);
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'Neo.ClientError.Schema.ConstraintValidationFailed') throw taken(view.id);
    throw error;
  }
}

/** Keeps a view under an id that no other has: one step of several. */
export const creating = (view: SavedView): Step => ({
  query: query('views/create'),
  parameters: { view: savedViewRow(view) },
});

/** Keeps views in place of those that have their ids: one step of several. */
export const keeping = (views: readonly SavedView[]): Step => ({
  query: query('views/save'),
  parameters: { views: views.map(savedViewRow) },
});

const taken = (id: string) =>
  new RefusedError('view-exists', `There is a saved view "${id}" already. Take another name, or replace it.`);

/** Keeps views as they are, in place of those that have their ids; all of them or none. */
export async function keepViews(graph: Graph, views: readonly SavedView[]): Promise<void> {
  await graph.writeAll([keeping(views)]);
}

/**
 * Removes a saved view.
 * @returns what was done, in a sentence
 * @throws MissingError `unknown-view`
 */
export async function removeView(graph: Graph, id: string): Promise<string> {
  const { records } = await graph.write(query('views/remove'), { id });
  if (records.length === 0) throw await unknown(graph, id);
  return `The saved view ${id} is removed.`;
}
