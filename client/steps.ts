// What can be done to a view: each a function from a view to a view, so that buttons, keys, canvas and table share them.
import type { EntityId } from '../model/id.ts';
import { states as allStates, type State } from '../model/judge.ts';
import { defaultLens, type Lens } from '../model/lens.ts';
import { type Filters, noFilters, noOptions } from '../model/question.ts';
import type { Day } from '../model/time.ts';
import { defaultView, type Expansion, type View } from '../model/view.ts';

type Step = (view: View) => View;

const filters =
  (change: Partial<Filters>): Step =>
  (view) => ({ ...view, filters: { ...view.filters, ...change } });
const without = <T>(list: readonly T[], item: T) => list.filter((x) => x !== item);

export const lens =
  (change: Partial<Lens>): Step =>
  (view) => ({ ...view, lens: { ...view.lens, ...change } });

/** A lens with another threshold; "keep unknown" stays as the reader set it, or follows the threshold. */
export const setThreshold = (threshold: number): Step =>
  lens({ threshold: Math.max(0, Math.min(100, threshold)) });

/** Chooses a question; the same again clears it. What only another question takes is left behind. */
export const toggleQuestion =
  (id: string): Step =>
  (view) => ({ ...view, question: view.question === id ? null : id, options: noOptions });

export const addState =
  (id: EntityId): Step =>
  (view) =>
    filters({ states: [...without(view.filters.states, id), id] })(view);
export const removeState =
  (id: EntityId): Step =>
  (view) =>
    filters({ states: without(view.filters.states, id) })(view);

export const setStates = (states: EntityId[]): Step => filters({ states });

/** Switches one of a filter's values; none chosen means all, so the first click leaves the others on. */
function toggled<T extends string>(chosen: readonly T[], all: readonly T[], value: T): T[] {
  const on = chosen.length === 0 ? all : chosen;
  const next = on.includes(value) ? without(on, value) : [...on, value];
  return next.length === all.length ? [] : all.filter((x) => next.includes(x));
}

/** Switches a state; the last one stays on, for a picture of no state would be an empty one without words. */
export const toggleState =
  (state: State): Step =>
  (view) => {
    const next = toggled(view.filters.state, allStates, state);
    const none = next.length === 0 && view.filters.state.length === 1;
    return none ? view : filters({ state: next })(view);
  };

export const toggleFilter =
  <K extends 'kind' | 'modality'>(key: K, value: string, all: readonly string[]): Step =>
  (view) => {
    const next = toggled<string>(view.filters[key], all, value);
    return { ...view, filters: { ...view.filters, [key]: next } };
  };

export const clearFilter = (key: keyof Filters): Step => filters({ [key]: noFilters[key] });
export const setCommitment = (commitment: number | null): Step => filters({ commitment });

export const clearConfidence: Step = lens({
  threshold: defaultLens.threshold,
  unknown: defaultLens.unknown,
  origins: defaultLens.origins,
});
export const clearFilters: Step = (view) => ({
  ...clearConfidence(view),
  filters: { ...noFilters, states: view.filters.states },
  hide: [],
});
/** World time from one day to another, both inclusive; the same day twice is that day. */
export const setTime = (from: Day | null, until: Day | null): Step => lens({ from, until });
/** As known on a day; null is now. */
export const setKnown = (known: Day | null): Step => lens({ known });
export const clearTime: Step = lens({ from: null, until: null, over: null });
/** Takes off the bound on markings. */
export const clearMarking: Step = lens({ marking: null });
export const clearKnown: Step = lens({ known: null, clock: defaultLens.clock });

export const select =
  (...ids: string[]): Step =>
  (view) => ({ ...view, selection: ids });
/** Adds to the selection; what is selected already is taken out of it. */
export const selectAlso =
  (ids: readonly string[]): Step =>
  (view) => {
    const gone = ids.length === 1 ? ids.filter((id) => view.selection.includes(id)) : [];
    const kept = view.selection.filter((id) => !gone.includes(id));
    return { ...view, selection: [...new Set([...kept, ...ids.filter((id) => !gone.includes(id))])] };
  };

export const toggleDraw: Step = (view) => ({
  ...view,
  draw: view.draw === 'alignment' ? 'claims' : 'alignment',
});
export const setDraw =
  (draw: View['draw']): Step =>
  (view) => ({ ...view, draw });
export const setLayout =
  (layout: View['layout']): Step =>
  (view) => ({ ...view, layout });

export const setAllPairs =
  (allPairs: boolean): Step =>
  (view) => ({ ...view, allPairs });

/** Draws states with at least so many claims. */
export const setDegree =
  (degree: number): Step =>
  (view) => ({ ...view, degree: Math.max(1, degree) });

/** Shows again what legend or key has hidden. */
export const showHidden: Step = (view) => ({ ...view, hide: [] });

/** Hides or shows a legend entry. */
export const toggleLegend =
  (key: string): Step =>
  (view) => ({
    ...view,
    hide: view.hide.includes(key) ? without(view.hide, key) : [...view.hide, key],
  });
/** Shows only one entry of a group; again shows all of the group. */
export const onlyLegend =
  (key: string, group: readonly string[]): Step =>
  (view) => {
    const others = without(group, key);
    const already = others.every((k) => view.hide.includes(k)) && !view.hide.includes(key);
    const rest = view.hide.filter((k) => !group.includes(k));
    return { ...view, hide: already ? rest : [...rest, ...others] };
  };

export const expand =
  (added: readonly Expansion[]): Step =>
  (view) => ({ ...view, expand: [...view.expand, ...added] });
/** Takes back exactly what was added around an entity. */
export const collapse =
  (entity: EntityId): Step =>
  (view) => ({ ...view, expand: view.expand.filter((e) => e.entity !== entity) });

export const move =
  (id: string, at: [number, number]): Step =>
  (view) => ({ ...view, moved: { ...view.moved, [id]: at } });

/** A data set as its author starts it, with nothing filtered: what was just loaded is to be seen. */
export const showDataset =
  (id: string | null, states: readonly EntityId[]): Step =>
  (view) => ({
    ...defaultView,
    draw: view.draw,
    filters: { ...noFilters, states: [...states] },
    lens: { ...defaultLens, datasets: id === null ? [] : [id] },
  });

export const setDataset =
  (id: string | null, states: readonly EntityId[]): Step =>
  (view) => ({
    ...view,
    question: null,
    options: noOptions,
    selection: [],
    expand: [],
    moved: {},
    filters: { ...view.filters, states: [...states] },
    lens: { ...view.lens, datasets: id === null ? [] : [id] },
  });
