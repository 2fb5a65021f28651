// What the page knows: the view (the URL), the answers to it, and scratch that is kept nowhere. Nothing else holds state.
import { useSyncExternalStore } from 'react';
import type { Answer, JudgedClaim, RanQuery } from '../model/answer.ts';
import type {
  ClaimDetail,
  EntityDetail,
  Found,
  Info,
  Neighbours,
  QuestionCounts,
  Times,
} from '../model/api.ts';
import { type Drawn, drawn } from '../model/drawn.ts';
import type { EntityId } from '../model/id.ts';
import type { ImportProgress } from '../model/imports.ts';
import type { Lens } from '../model/lens.ts';
import type { Problem, ProblemDetail } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import type { ListedView, SavedView, ViewChanges } from '../model/saved-view.ts';
import { defaultView, type View } from '../model/view.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { Card } from './canvas/card.ts';
import { moving } from './drawn.ts';
import type { Exporting } from './export-plan.ts';
import type { Brought, Lack, Sending } from './import-plan.ts';
import { rejudge } from './rejudge.ts';

export type Tab = 'claims' | 'entities' | 'statements' | 'disputes' | 'timeline';
export type SheetStop = 'peek' | 'half' | 'full';
type Dialog = 'read' | 'keys' | 'token' | 'menu' | null;

/** What the table is narrowed to by a part of the status line. */
export interface Only {
  label: string;
  claims: readonly string[];
}

/** How far the import of files is. */
export type Importing =
  | { at: 'choose' }
  /** What the files are is being found out. */
  | { at: 'looking'; name: string }
  | { at: 'lacking'; brought: readonly Brought[]; lack: Lack }
  /** `run` stops it; null where it is over in a moment. */
  | {
      at: 'reading' | 'loading';
      name: string;
      progress: ImportProgress | null;
      run: AbortController | null;
    }
  /** The dry run, and what it was made with. */
  | { at: 'told'; brought: readonly Brought[]; sending: Sending; report: Report; allowed: boolean }
  /** What was sent, where anything was. */
  | {
      at: 'refused';
      name: string;
      problem: Problem;
      brought: readonly Brought[];
      sending: Sending | null;
    }
  | { at: 'stopped'; name: string; isLoaded: boolean }
  | { at: 'done'; report: Report; takenBack: readonly string[] | null };

/** The dialog of saved views: the list, where it may be asked whether one is to be deleted or replaced, or the words of a new one or of one that is there. */
interface ViewsDialog {
  all: readonly ListedView[] | null;
  at:
    | { what: 'list'; asking?: { id: string; of: 'remove' | 'replace' } }
    | { what: 'new' }
    | { what: 'edit'; id: string };
  busy: boolean;
  problem: Problem | null;
}

/** Open panels, hover, what is being typed: not in the address, gone on reload. */
export interface Scratch {
  dialog: Dialog;
  /** The entity whose neighbours are being chosen from. */
  expanding: { entity: EntityId; found: Neighbours | null; chosen: readonly string[] } | null;
  importing: Importing | null;
  views: ViewsDialog | null;
  /** Whether what is told of the open saved view is unfolded. */
  about: boolean;
  exporting: Exporting | null;
  /** A file is held over the page. */
  dropping: boolean;
  left: boolean;
  /** The rung of the commitment handle while it moves; 0 is any. */
  rung: number | null;
  moved: boolean;
  cypher: boolean;
  /** The queries of one claim, once they were asked for, by its address. */
  queries: { path: string; ran: RanQuery[] } | null;
  legend: boolean | null;
  /** How many panels the picture has folded, to keep its labels readable: the legend, then the table. */
  folds: number;
  /** What lies outside of what the picture shows. */
  outside: number;
  /** Whether the picture has so many states that it is drawn in small. */
  small: boolean;
  right: boolean;
  dock: boolean | null;
  dockHeight: number;
  tab: Tab;
  only: Only | null;
  /** Claims of the line of a report that is pointed at. */
  lit: readonly string[];
  sort: Readonly<Record<Tab, { column: string; down: boolean } | null>>;
  allRows: boolean;
  sheet: SheetStop;
  card: Card | null;
  search: string;
  found: (Found & { text: string }) | null;
  adding: boolean;
  toast: string | null;
  said: string;
  /** What is known of an entity beyond the picture. */
  entity: EntityDetail | null;
  /** Claims of the link or of the search that are not in the picture. */
  beside: ClaimDetail[];
}

export interface State {
  info: Info | null;
  vocabulary: Vocabulary;
  view: View;
  /** The saved view that is open: what is shown may be a step or more from it. */
  opened: SavedView | null;
  /** What changed since it was saved, or why that is not known; null until it is asked. */
  since: ViewChanges | Problem | null;
  /** Place in the history of this page, and the furthest one. */
  place: number;
  furthest: number;
  picture: Answer | null;
  /** The same claims with nothing below the threshold: for the histogram, the facets and what moved. */
  ground: Answer | null;
  question: Answer | null;
  counts: QuestionCounts | null;
  /** When the claims of the states in question are dated, whatever the lens. */
  times: Times | null;
  /** Of each state in the picture, how many claims are not drawn. */
  badges: Readonly<Record<EntityId, number>>;
  /** The lens while a handle moves. */
  preview: Lens | null;
  /** The same as it was when the handle last rested. */
  rested: Lens | null;
  /** Picture and answer are asked: what is shown is of another view, or not whole. */
  busy: boolean;
  problem: Problem | null;
  wrong: readonly ProblemDetail[];
  gone: readonly string[];
  /** Whether single keys do anything (WCAG 2.1.4). */
  keys: boolean;
  scratch: Scratch;
}

let state: State = {
  info: null,
  vocabulary: { kinds: new Map(), roles: new Map() },
  view: defaultView,
  opened: null,
  since: null,
  place: 0,
  furthest: 0,
  picture: null,
  ground: null,
  question: null,
  counts: null,
  times: null,
  badges: {},
  preview: null,
  rested: null,
  busy: false,
  problem: null,
  wrong: [],
  gone: [],
  keys: localStorage.getItem('entente.keys') !== 'off',
  scratch: {
    dialog: null,
    expanding: null,
    importing: null,
    views: null,
    about: false,
    exporting: null,
    dropping: false,
    left: false,
    rung: null,
    moved: false,
    cypher: false,
    queries: null,
    legend: null,
    folds: 0,
    outside: 0,
    small: false,
    right: true,
    dock: null,
    dockHeight: 160,
    tab: 'claims',
    only: null,
    lit: [],
    sort: { claims: null, entities: null, statements: null, disputes: null, timeline: null },
    allRows: false,
    sheet: 'half',
    card: null,
    search: '',
    found: null,
    adding: false,
    toast: null,
    said: '',
    entity: null,
    beside: [],
  },
};
const listeners = new Set<() => void>();

export const get = () => state;

/** Changes part of the state and tells everybody. */
export function set(change: Partial<State>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

export const scratch = (change: Partial<Scratch>) => set({ scratch: { ...state.scratch, ...change } });

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A part of the state; the component is drawn again when that part is another one. */
export const useStore = <T>(part: (state: State) => T): T =>
  useSyncExternalStore(subscribe, () => part(state));

let still: { key: readonly unknown[]; value: Drawn } | null = null;

/** What is drawn while no handle moves. */
function stillNow(s: State): Drawn | null {
  if (s.picture === null) return null;
  const { hide, draw, allPairs, degree } = s.view;
  const key = [s.picture, s.question, hide, draw, allPairs, degree];
  if (still === null || still.key.some((k, i) => k !== key[i]))
    still = { key, value: drawn(s.picture, s.question, s.view) };
  return still.value;
}

/** What is drawn as a lens judges it; the same object where it judges every claim as it did before. */
function drawnThrough() {
  let last: { still: Drawn; lens: Lens; value: Drawn } | null = null;
  return (s: State, lens: Lens | null): Drawn | null => {
    const now = stillNow(s);
    if (now === null || lens === null) return now;
    if (last?.still !== now || last.lens !== lens) {
      const value = moving(now, s.view, lens);
      const before = last?.still === now ? last.value : now;
      last = { still: now, lens, value: isSame(before.claims, value.claims) ? before : value };
    }
    return last.value;
  };
}

const isSame = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((x, i) => x === b[i]);

const throughPreview = drawnThrough();
const throughRested = drawnThrough();

/** What the canvas and the counts above it show now; null before the first answer. */
export const drawnNow = (s: State): Drawn | null => throughPreview(s, s.preview);
/** What the table, the legend and the inspector show: they follow a handle when it rests. */
export const restedNow = (s: State): Drawn | null => throughRested(s, s.rested);

export const useDrawn = () => useStore(drawnNow);
export const useRested = () => useStore(restedNow);

const nothing: JudgedClaim[] = [];

/** Everything in question as a lens judges it, without filters; the same list where it judges all as it did before. */
function judgedThrough() {
  let last: { ground: Answer; lens: Lens; value: JudgedClaim[] } | null = null;
  return (s: State, lens: Lens): JudgedClaim[] => {
    if (s.ground === null) return nothing;
    if (last?.ground !== s.ground || last.lens !== lens) {
      const value = rejudge(s.ground, lens);
      last = {
        ground: s.ground,
        lens,
        value: last !== null && isSame(last.value, value) ? last.value : value,
      };
    }
    return last.value;
  };
}

const judgedByPreview = judgedThrough();
const judgedByRested = judgedThrough();

/** What is in question as it is judged now: for what moved. */
export const judgedNow = (s: State): JudgedClaim[] => judgedByPreview(s, s.preview ?? s.view.lens);
/** The same as it was judged when the handle rested: for the facets. */
export const judgedAtRest = (s: State): JudgedClaim[] => judgedByRested(s, s.rested ?? s.view.lens);
