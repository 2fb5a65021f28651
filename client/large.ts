// Whether a picture is of the whole world, and so drawn in small: told by the data sets that are looked at and not by
// what is found in them, so that a step through time changes nothing of how it is drawn.
import type { State } from './store.ts';

/** Data sets of more claims than this have more states than names and chips leave room for. */
const MANY_CLAIMS = 150;

/** Whether no state is in question and the data sets looked at hold very many claims. */
export function isLarge({ info, view }: Pick<State, 'info' | 'view'>): boolean {
  if (info === null || view.filters.states.length > 0) return false;
  const { datasets } = view.lens;
  const looked = info.datasets.filter((d) => datasets.length === 0 || datasets.includes(d.id));
  return looked.reduce((sum, d) => sum + d.counts.claims, 0) > MANY_CLAIMS;
}
