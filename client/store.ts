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
import type { EntityId } from '../model/id.ts';
import type { Lens } from '../model/lens.ts';
import type { Problem, ProblemDetail } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { defaultView, type View } from '../model/view.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { Card } from './canvas/card.ts';
import { type Drawn, drawn, rejudge } from './drawn.ts';

export type Tab = 'claims' | 'entities' | 'statements' | 'disputes' | 'timeline';
export type SheetStop = 'peek' | 'half' | 'full';
type Dialog = 'read' | 'keys' | 'token' | 'menu' | null;

/** What the table is narrowed to by a part of the status line. */
export interface Only {
  label: string;
  claims: readonly string[];
}

/** How far the import of a file is. */
export type Importing =
  | { at: 'choose' }
  | { at: 'reading' | 'loading'; name: string }
  /** The dry run, and the bytes that it was made with. */
  | { at: 'told'; name: string; file: Blob; report: Report }
  | { at: 'refused'; name: string; problem: Problem }
  | { at: 'done'; report: Report; takenBack: readonly string[] | null };

/** Open panels, hover, what is being typed: not in the address, gone on reload. */
export interface Scratch {
  dialog: Dialog;
  /** The entity whose neighbours are being chosen from. */
  expanding: { entity: EntityId; found: Neighbours | null; chosen: readonly string[] } | null;
  importing: Importing | null;
  /** A file is held over the page. */
  dropping: boolean;
  left: boolean;
  /** The rung of the commitment handle while it moves; 0 is any. */
  rung: number | null;
  moved: boolean;
  cypher: boolean;
  /** The queries of one claim, once they were asked for. */
  queries: { claim: string; ran: RanQuery[] } | null;
  legend: boolean | null;
  right: boolean;
  dock: boolean | null;
  dockHeight: number;
  tab: Tab;
  only: Only | null;
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
  preview: Lens | null;
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
  place: 0,
  furthest: 0,
  picture: null,
  ground: null,
  question: null,
  counts: null,
  times: null,
  badges: {},
  preview: null,
  busy: false,
  problem: null,
  wrong: [],
  gone: [],
  keys: localStorage.getItem('entente.keys') !== 'off',
  scratch: {
    dialog: null,
    expanding: null,
    importing: null,
    dropping: false,
    left: false,
    rung: null,
    moved: false,
    cypher: false,
    queries: null,
    legend: null,
    right: true,
    dock: null,
    dockHeight: 160,
    tab: 'claims',
    only: null,
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

let last: { key: readonly unknown[]; value: Drawn } | null = null;

/** What canvas, table, legend and counts show now; null before the first answer. */
export function drawnNow(s: State): Drawn | null {
  if (s.picture === null) return null;
  const { hide, draw, allPairs } = s.view;
  const key = [s.picture, s.question, hide, draw, allPairs, s.preview];
  if (last === null || last.key.some((k, i) => k !== key[i]))
    last = { key, value: drawn(s.picture, s.question, s.view, s.preview) };
  return last.value;
}

export const useDrawn = () => useStore(drawnNow);

const nothing: JudgedClaim[] = [];
let judged: { key: readonly unknown[]; value: JudgedClaim[] } | null = null;

/** Everything in question as the lens judges it now, without filters: for the facets and for what moved. */
export function judgedNow(s: State): JudgedClaim[] {
  if (s.ground === null) return nothing;
  const lens = s.preview ?? s.view.lens;
  if (judged === null || judged.key[0] !== s.ground || judged.key[1] !== lens)
    judged = { key: [s.ground, lens], value: rejudge(s.ground, lens) };
  return judged.value;
}
