// Where the view comes from and goes to: a step pushes a history entry, a drag replaces it, and Back is undo.
import type { Lens } from '../model/lens.ts';
import type { ProblemDetail } from '../model/problem.ts';
import type { SavedView } from '../model/saved-view.ts';
import type { View } from '../model/view.ts';
import { addressOf, readAddress, savedIn } from './address.ts';
import { look, refresh } from './answers.ts';
import * as api from './api.ts';
import { holdOpened, kept, savedBy } from './opened.ts';
import { get, type State, set } from './store.ts';

/** A handle rests when it has not moved for so long. Browsers count how often an address is replaced. */
const REST = 120;

const placeOf = (state: unknown) =>
  typeof state === 'object' && state !== null && 'place' in state && typeof state.place === 'number'
    ? state.place
    : 0;

/** The saved view that was open at a place: what is looked at since may be another view. */
const savedOf = (state: unknown) =>
  typeof state === 'object' && state !== null && 'saved' in state && typeof state.saved === 'string'
    ? state.saved
    : null;

/** What is kept with an entry of the history. */
const entry = (place: number) => ({ place, saved: get().opened?.id ?? null });

/** Takes a step: the changed view is drawn, put in the address and asked for, and Back leads to the one before. */
export function step(change: (view: View) => View): void {
  const view = kept(change(get().view));
  if (addressOf(view) === addressOf(get().view)) return;
  const place = get().place + 1;
  history.pushState(entry(place), '', addressOf(view));
  show(view, { place, furthest: place });
}

/** Shows another view and asks for it. What the table was narrowed to was told of the one before. */
function show(view: View, more: Partial<State>): void {
  set({ ...more, view, scratch: { ...get().scratch, only: null } });
  void refresh();
}

/** Changes the view without a step of its own: what is selected is in the address, but Back does not walk through it. */
export function replace(change: (view: View) => View): void {
  const view = kept(change(get().view));
  history.replaceState(entry(get().place), '', addressOf(view));
  set({ view });
  void look();
}

let sliding = false;
let resting: ReturnType<typeof setTimeout> | undefined;

/**
 * While a handle moves: judges what is held through another lens. Canvas and counts follow at once; the table, the legend,
 * the facets and the address when the handle rests. The first move pushes an entry, later ones replace it.
 */
export function slide(lens: Lens): void {
  set({ preview: lens });
  if (!sliding) {
    sliding = true;
    const place = get().place + 1;
    history.pushState(entry(place), '', addressOf(kept({ ...get().view, lens })));
    set({ place, furthest: place });
  }
  clearTimeout(resting);
  resting = setTimeout(() => {
    set({ rested: lens });
    history.replaceState(entry(get().place), '', addressOf(kept({ ...get().view, lens })));
  }, REST);
}

/** On release: the lens is the view's, and the answer is asked again. */
export function release(): void {
  const { preview, view, place } = get();
  if (!sliding || preview === null) return;
  stopSliding();
  const next = kept({ ...view, lens: preview });
  history.replaceState(entry(place), '', addressOf(next));
  show(next, { rested: preview });
}

function stopSliding(): void {
  sliding = false;
  clearTimeout(resting);
}

export const undo = () => history.back();
export const redo = () => history.forward();

/** Reads the address, and the saved view that it names or that was open here. */
async function read(): Promise<void> {
  const named = savedIn(location.search);
  const id = named ?? savedOf(history.state);
  if (id === null) return readAs(null, [], false);
  const href = location.href;
  const { saved, wrong } = await savedBy(id);
  // Somebody may have gone on meanwhile.
  if (location.href === href) readAs(saved, named === null ? [] : wrong, named !== null);
}

function readAs(saved: SavedView | null, missing: readonly ProblemDetail[], isNamed: boolean): void {
  const { info, vocabulary } = get();
  const base = isNamed ? saved : null;
  const { view, wrong } = readAddress(location.search, info?.datasets ?? [], vocabulary.kinds, base);
  holdOpened(saved);
  show(kept(view), { wrong: [...wrong, ...missing], preview: null, rested: null });
}

/** Learns what can be asked, reads the address and asks; again where the first try failed. */
export async function begin(): Promise<void> {
  try {
    const info = await api.info();
    const byId = <T extends { id: string }>(list: T[]) => new Map(list.map((x) => [x.id, x]));
    const vocabulary = { kinds: byId(info.vocabulary.kinds), roles: byId(info.vocabulary.roles) };
    const place = placeOf(history.state);
    set({ info, vocabulary, place, furthest: Math.max(place, get().furthest), problem: null });
    await read();
  } catch (error) {
    if (!(error instanceof api.ProblemError)) throw error;
    set({ problem: error.problem });
    if (error.problem.code === 'token-required') set({ scratch: { ...get().scratch, dialog: 'token' } });
  }
}

/** Ties the store to the address: reads it now and on every Back and Forward. */
export function tie(): void {
  addEventListener('popstate', (event) => {
    const place = placeOf(event.state);
    set({ place, furthest: Math.max(place, get().furthest) });
    stopSliding();
    void read();
  });
  void begin();
}
