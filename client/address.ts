// The address bar: which view a URL means here, and which URL a view has.

import { fromSearch, toLink, toSearch, unknownKinds } from '../model/address.ts';
import type { LoadedDataset } from '../model/api.ts';
import type { ProblemDetail } from '../model/problem.ts';
import { type SavedView, viewOf } from '../model/saved-view.ts';
import { defaultView, type View } from '../model/view.ts';

/** The data set that says where to start: the one chosen, else the first that says anything. */
export function startOf(datasets: readonly LoadedDataset[], view: View): LoadedDataset | null {
  const chosen = datasets.filter((d) => view.lens.datasets.length === 0 || view.lens.datasets.includes(d.id));
  return chosen.find((d) => d.start !== undefined) ?? chosen[0] ?? datasets[0] ?? null;
}

/**
 * The view of the page's address. What it does not say is as in the saved view that it names; without one it shows the
 * states that the data set starts with.
 * @param kinds those of the vocabulary; others are left out
 * @param saved the saved view of the address; null where it names none, or there is none
 * @returns the view, and what was wrong with the address
 */
export function readAddress(
  search: string,
  datasets: readonly LoadedDataset[],
  kinds: ReadonlyMap<string, unknown>,
  saved: SavedView | null = null,
): { view: View; wrong: ProblemDetail[] } {
  const plain = fromSearch(search);
  const states = startOf(datasets, plain.view)?.start?.states ?? [];
  const start = { ...defaultView, filters: { ...defaultView.filters, states } };
  const { view, errors } = fromSearch(search, saved === null ? start : viewOf(saved));
  const kind = view.filters.kind.filter((k) => kinds.has(k));
  return {
    view: { ...view, filters: { ...view.filters, kind }, saved: saved === null ? null : view.saved },
    wrong: [...errors, ...unknownKinds(view, kinds)],
  };
}

/** The id of the saved view that an address names; null where it names none. */
export const savedIn = (search: string): string | null => fromSearch(search).view.saved;

/**
 * The address of a view: short where it is a saved one, whole otherwise. Only the bare address, which nobody has taken a
 * step from, follows the start of a data set.
 */
export function addressOf(view: View): string {
  const search = view.saved === null ? toLink(view) : toSearch({ ...defaultView, saved: view.saved });
  return `${location.pathname}${search === '' ? '' : `?${search}`}`;
}
