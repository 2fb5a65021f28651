// The saved view that the page has open: read once, and told what changed since it was saved.
import { toSearch } from '../model/address.ts';
import type { ProblemDetail } from '../model/problem.ts';
import { type SavedView, viewOf } from '../model/saved-view.ts';
import type { View } from '../model/view.ts';
import * as api from './api.ts';
import { get, scratch, set } from './store.ts';

/** A saved view, from the store where it is open already; where there is none, what is wrong with the address. */
export async function savedBy(id: string): Promise<{ saved: SavedView | null; wrong: ProblemDetail[] }> {
  const { opened } = get();
  if (opened?.id === id) return { saved: opened, wrong: [] };
  try {
    return { saved: await api.savedView(id), wrong: [] };
  } catch (error) {
    if (!(error instanceof api.ProblemError)) throw error;
    const { code, detail } = error.problem;
    if (code === 'token-required') scratch({ dialog: 'token' });
    else if (code !== 'unknown-view' && code !== 'invalid-parameter') set({ problem: error.problem });
    return { saved: null, wrong: [{ pointer: 'saved', detail }] };
  }
}

/** A view that is still as it was saved keeps its short address; a step away from it gives the whole one. */
export function kept(view: View): View {
  const { opened } = get();
  const isAsSaved =
    opened !== null &&
    view.saved === opened.id &&
    toSearch({ ...view, saved: null }) === toSearch({ ...viewOf(opened), saved: null });
  return view.saved === null || isAsSaved ? view : { ...view, saved: null };
}

/** Opens a view in the store, or none; what is known of another one is forgotten. */
export function holdOpened(opened: SavedView | null): void {
  const before = get().opened;
  if (before === opened) return;
  set({ opened, since: null });
  scratch({ about: false });
  if (opened !== null) void learnSince();
}

/** Asks what changed since the open view was saved. */
async function learnSince(): Promise<void> {
  const { opened } = get();
  if (opened === null) return;
  try {
    const since = await api.viewChanges(opened.id);
    if (get().opened === opened) set({ since });
  } catch (error) {
    if (!(error instanceof api.ProblemError)) throw error;
    // The view is shown all the same; that it is not known what changed is said beside its name.
    if (get().opened === opened) set({ since: error.problem });
  }
}
