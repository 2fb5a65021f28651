// Asks what the view needs whenever it changes, and adds to the picture what was chosen around entities.

import { toSearch } from '../model/address.ts';
import type { Answer } from '../model/answer.ts';
import type { ClaimDetail } from '../model/api.ts';
import { viewAround, withAdded } from '../model/brought.ts';
import { ClaimId, EntityId, shortState } from '../model/id.ts';
import { defaultLens } from '../model/lens.ts';
import type { Question } from '../model/question.ts';
import { noFilters } from '../model/question.ts';
import { defaultView, type View } from '../model/view.ts';
import { startOf } from './address.ts';
import * as api from './api.ts';
import { foresee, forget, groundOf, holdGround, learn } from './foresight.ts';
import { get, type State, scratch, set } from './store.ts';

/** States whose neighbours are counted for their badges. */
const BADGE_LIMIT = 24;

/** How many states a question lacks or has too many of; null where it can be asked. */
export function lacks(question: Question, states: readonly string[]): 'fewer' | 'more' | null {
  if (states.length === 0) return question.states.needed ? 'fewer' : null;
  if (states.length < question.states.min) return 'fewer';
  return question.states.max !== null && states.length > question.states.max ? 'more' : null;
}

/** Whether a view says all that a question needs. */
export const canAsk = (question: Question, { filters, options }: View): boolean =>
  lacks(question, filters.states) === null &&
  (question.counts !== 'change' || options.since !== null || options.knew !== null);

let running: AbortController | null = null;
let asked = '';

/** What of a view an answer depends on: two views with the same text have the same answers. */
const needs = (view: View) => JSON.stringify([toSearch(view, 'api'), view.question, view.expand]);

/** Numbers of another view stay no longer than a glance. */
const GLANCE = 400;

/**
 * Asks again where the view needs other answers than those held: picture, question and counts each for itself, so that
 * none waits for another. Until the picture is there the old one stays.
 * @param again asks although nothing changed, after a failure
 */
export async function refresh(again = false): Promise<void> {
  const { view, info } = get();
  if (info === null) return;
  if (!again && needs(view) === asked) {
    set(handleAtRest());
    return look();
  }
  asked = needs(view);
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  const chosen = info.questions.find((q) => q.id === view.question);
  const askable = chosen !== undefined && canAsk(chosen, view);
  // What is held may be of another load than the one that is asked now.
  if (again) forget();
  const seen = chosen === undefined ? foresee(get()) : null;
  const now = seen === null ? {} : { ...seen, ...handleAtRest() };
  set({ busy: true, problem: null, ...(askable ? {} : { question: null }), ...now });
  // What is shown already comes first: asking takes of the frame that it is painted in.
  if (seen !== null) await nextPaint();
  if (signal.aborted) return;
  const shown = Promise.all([
    guarded(askPicture(view, signal), signal),
    guarded(askable ? askQuestion(view, chosen.id, signal) : Promise.resolve(), signal),
  ]);
  const beside = Promise.all([
    guarded(askCounts(view, signal), signal),
    guarded(askTimes(view, signal), signal),
  ]);
  const isShown = await shown;
  if (signal.aborted) return;
  // An answer to another view is none to this one.
  set({ busy: false, ...(isShown[1] ? {} : { question: null }) });
  const results = [...isShown, ...(await beside)];
  if (signal.aborted) return;
  if (results.every((done) => done)) {
    void badges(signal);
    void learn();
  } else {
    asked = '';
    if (get().problem?.code === 'unknown-entity') await leaveOut(view);
  }
}

/** What the handle showed is shown by the answers now; nothing where it moves on meanwhile. */
function handleAtRest(): Partial<State> {
  const { preview, view } = get();
  return preview === view.lens ? { preview: null, rested: null } : {};
}

/** A page that is not seen has no frames. */
const UNSEEN_MS = 100;

/** Until the browser has painted what has changed. */
const nextPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, UNSEEN_MS);
  });

/** Goes on without the states of a link that the graph does not know, and says which; without any, where one starts. */
async function leaveOut(view: View): Promise<void> {
  const unknown: string[] = [];
  for (const id of view.filters.states) await found(api.entity(id), () => unknown.push(id));
  if (unknown.length === 0 || get().view !== view) return;
  const known = view.filters.states.filter((id) => !unknown.includes(id));
  const start = startOf(get().info?.datasets ?? [], view)?.start?.states ?? [];
  const states = known.length > 0 ? known : start;
  const told = unknown.map((id) => ({ pointer: 'states', detail: `there is no state “${shortState(id)}”` }));
  set({
    problem: null,
    wrong: [...get().wrong, ...told],
    view: { ...view, filters: { ...view.filters, states } },
  });
  await refresh();
}

async function askPicture(view: View, signal: AbortSignal): Promise<void> {
  const pending = new Map<string, Promise<Answer>>();
  const once = (v: View) => {
    const path = api.answerPath(v, 'around');
    const found = pending.get(path) ?? api.ask(v, 'around', signal);
    pending.set(path, found);
    return found;
  };
  const [picture, ground, ...more] = await Promise.all([
    once(view),
    once(groundOf(view)),
    ...view.expand.map(async (expansion) => ({ answer: await once(viewAround(view, expansion)), expansion })),
  ]);
  if (signal.aborted) return;
  holdGround(view);
  set({ picture: withAdded(picture, more), ground, ...handleAtRest() });
  void learn();
  void look();
}

async function askQuestion(view: View, id: string, signal: AbortSignal): Promise<void> {
  const question = await api.ask(view, id, signal);
  if (!signal.aborted) set({ question });
}

async function askCounts(view: View, signal: AbortSignal): Promise<void> {
  const timer = setTimeout(() => set({ counts: null }), GLANCE);
  signal.addEventListener('abort', () => clearTimeout(timer));
  try {
    const counts = await api.counts(view, signal);
    if (!signal.aborted) set({ counts });
  } finally {
    clearTimeout(timer);
  }
}

/** When claims are dated depends on states and data sets alone. */
const timeGround = ({ filters, lens }: View): View => ({
  ...defaultView,
  filters: { ...noFilters, states: filters.states },
  lens: { ...defaultLens, datasets: lens.datasets },
});
let timesOf = '';

async function askTimes(view: View, signal: AbortSignal): Promise<void> {
  const ground = timeGround(view);
  const key = JSON.stringify([toSearch(ground, 'api'), get().info?.datasets.map((d) => d.load)]);
  if (key === timesOf && get().times !== null) return;
  const times = await api.times(ground, signal);
  if (signal.aborted) return;
  timesOf = key;
  set({ times });
}

/** Whether an answer came; a problem is told, and where a later question called this one off nothing is. */
async function guarded(asking: Promise<void>, signal: AbortSignal): Promise<boolean> {
  try {
    await asking;
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    if (!(error instanceof api.ProblemError)) throw error;
    set({ problem: error.problem, ...handleAtRest() });
    if (error.problem.code === 'token-required') scratch({ dialog: 'token' });
    return false;
  }
}

/** What `beside` was asked with: it is of that view. */
let besideOf: AbortController | null = null;

/** Looks up what is selected and not in the picture; what is in the graph no more is told. */
export async function look(): Promise<void> {
  const { view, picture, question, scratch: s } = get();
  if (picture === null) return;
  const now = running;
  const signal = now?.signal;
  const besideNow = () => (besideOf === now ? get().scratch.beside : []);
  const held = new Set(
    [...picture.claims, ...(question?.claims ?? []), ...besideNow().flatMap((b) => b.claims)].map(
      (c) => c.claim.id,
    ),
  );
  const claims = view.selection.filter((id) => ClaimId.safeParse(id).success && !held.has(id));
  const gone: string[] = [];
  const details: ClaimDetail[] = [];
  for (const id of claims) {
    const detail = await found(api.claim(api.claimPath(id, view), signal), () => gone.push(id));
    if (detail !== null) details.push(detail);
  }
  // Another view was asked for meanwhile, and looks for itself.
  if (running !== now) return;
  if (details.length > 0 || besideOf !== now) scratch({ beside: [...besideNow(), ...details] });
  besideOf = now;
  const id = view.selection.length === 1 ? view.selection[0] : undefined;
  if (id !== undefined && EntityId.safeParse(id).success && s.entity?.entity.id !== id) {
    const detail = await found(api.entity(id, signal), () => gone.push(id));
    if (detail !== null && get().view.selection[0] === id) scratch({ entity: detail });
  }
  if (gone.length === 0 || running !== now) return;
  // Something else may be selected by now.
  const { view: shown } = get();
  set({ gone, view: { ...shown, selection: shown.selection.filter((x) => !gone.includes(x)) } });
}

/**
 * What was asked for, or null where it did not come; why it did not is told.
 * @param missing is called where the graph has no such thing
 */
async function found<T>(asking: Promise<T>, missing: () => void = () => {}): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof api.ProblemError) {
      if (error.problem.code === 'unknown-claim' || error.problem.code === 'unknown-entity') missing();
      else set({ problem: error.problem });
      return null;
    }
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Counts what is not drawn of the states that the picture holds beside those in question. */
async function badges(signal: AbortSignal): Promise<void> {
  const { picture, view } = get();
  if (picture === null) return;
  const world = { ...view, filters: { ...view.filters, states: [] } };
  const badges: Record<string, number> = {};
  const states = picture.entities.filter(
    (e) => e.label === 'State' && !view.filters.states.includes(e.id) && view.filters.states.length > 0,
  );
  for (const { id } of states.slice(0, BADGE_LIMIT)) {
    const all = await found(api.neighbours(id, world, signal));
    if (signal.aborted) return;
    const drawn = picture.claims.filter((c) => c.state !== null && takesPart(c.claim.parties, id)).length;
    if (all !== null && all.total > drawn) badges[id] = all.total - drawn;
  }
  set({ badges });
}

type Parties = Answer['claims'][number]['claim']['parties'];

/** Whether an entity is a party or acts for one. */
export function takesPart(parties: Parties, id: string): boolean {
  return parties.some((p) => p.entity === id || p.by === id || (Array.isArray(p.by) && p.by.includes(id)));
}
