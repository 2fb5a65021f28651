// The address bar: which view a URL means here, and which URL a view has.

import { fromSearch, toSearch, unknownKinds } from '../model/address.ts';
import type { LoadedDataset } from '../model/api.ts';
import type { ProblemDetail } from '../model/problem.ts';
import { defaultView, type View } from '../model/view.ts';

/** The data set that says where to start: the one chosen, else the first that says anything. */
export function startOf(datasets: readonly LoadedDataset[], view: View): LoadedDataset | null {
  const chosen = datasets.filter((d) => view.lens.datasets.length === 0 || view.lens.datasets.includes(d.id));
  return chosen.find((d) => d.start !== undefined) ?? chosen[0] ?? datasets[0] ?? null;
}

/**
 * The view of the page's address; where it names no states, those that the data set starts with.
 * @param kinds those of the vocabulary; others are left out
 * @returns the view, and what was wrong with the address
 */
export function readAddress(
  search: string,
  datasets: readonly LoadedDataset[],
  kinds: ReadonlyMap<string, unknown>,
): { view: View; wrong: ProblemDetail[] } {
  const plain = fromSearch(search);
  const states = startOf(datasets, plain.view)?.start?.states ?? [];
  const base = { ...defaultView, filters: { ...defaultView.filters, states } };
  const { view, errors } = fromSearch(search, base);
  const kind = view.filters.kind.filter((k) => kinds.has(k));
  return {
    view: { ...view, filters: { ...view.filters, kind } },
    wrong: [...errors, ...unknownKinds(view, kinds)],
  };
}

/**
 * The address of a view. The states are written although other defaults are left out: an address without them opens
 * where the data set starts, which its next load may change, and a link has to give the same picture after that too.
 * So "none" is written as an empty list. Only the bare address, which nobody has taken a step from, follows the start.
 */
export function addressOf(view: View): string {
  const search = toSearch(view);
  const all = view.filters.states.length === 0 ? `states=${search === '' ? '' : '&'}${search}` : search;
  return `${location.pathname}${all === '' ? '' : `?${all}`}`;
}
