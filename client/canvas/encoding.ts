// The one table of how data look: what the canvas' stylesheet, the glyphs and the legend's rows are made from
// (UX.md section 3). A value is always told twice, by colour or width and by a mark, a pattern or a word.
import type { JudgedClaim } from '../../model/answer.ts';
import type { Modality } from '../../model/claim.ts';
import { type Band, bandOf } from '../../model/confidence.ts';
import type { State } from '../../model/judge.ts';
import type { Context, Sign } from '../../model/vocabulary.ts';

/** The colour of a line or shape, by the name of its token. */
export type Tone = 'plus' | 'minus' | 'neutral' | 'absent';

interface SignRow {
  tone: Exclude<Tone, 'absent'>;
  mark: string;
  word: string;
  label: string;
}

/** A claim with both signs is aimed or has sides: it takes the colour of what goes across, and its own mark. */
export const signTable: Record<Sign, SignRow> = {
  '+': { tone: 'plus', mark: '+', word: 'cooperation', label: 'Cooperation' },
  '-': { tone: 'minus', mark: '−', word: 'conflict', label: 'Conflict' },
  '±': { tone: 'minus', mark: '±', word: 'with and against', label: 'With and against' },
  '0': { tone: 'neutral', mark: '○', word: 'neutral', label: 'Neutral' },
};

/** A dash pattern in pixels of the canvas and, for the rim of a glyph, in units of its box. */
interface Dash {
  line: readonly [number, number];
  rim: readonly [number, number];
  round: boolean;
}

export type Doneness = 'done' | 'agreed' | 'planned';

interface ModalityRow {
  label: string;
  dash: Dash | null;
}

export const modalityTable: Record<Doneness, ModalityRow> = {
  done: { label: 'Done, in force', dash: null },
  agreed: { label: 'Agreed, announced', dash: { line: [13, 7], rim: [7, 4], round: false } },
  planned: { label: 'Planned, alleged …', dash: { line: [0.1, 8], rim: [0.1, 5], round: true } },
};

/** How far a claim has come: what its line and rim show. */
export function donenessOf(modality: Modality): Doneness {
  if (modality === 'done' || modality === 'in-force') return 'done';
  return modality === 'agreed' || modality === 'announced' ? 'agreed' : 'planned';
}

interface BandRow {
  label: string;
  width: number;
  /** Neutral lines tie nobody and are half as wide. */
  neutralWidth: number;
}

/** Widths in pixels of the canvas; a line of unknown confidence is hollow, which is off the scale. */
export const bandTable: Record<Band, BandRow> = {
  high: { label: 'High', width: 5, neutralWidth: 2.5 },
  medium: { label: 'Medium', width: 3.25, neutralWidth: 1.75 },
  low: { label: 'Low', width: 1.75, neutralWidth: 1.25 },
  none: { label: 'None', width: 1.25, neutralWidth: 1.25 },
  unknown: { label: 'Unknown', width: 3, neutralWidth: 3 },
};

/** The rails of a hollow line, on both sides of its core. */
export const HOLLOW_RAIL = 1.8;

interface StateRow {
  /** Null where the sign's mark is used. */
  mark: string | null;
  word: string;
  label: string;
  stands: boolean;
  /** Null where sign, confidence and modality decide the line. */
  line: { width: number; dash: readonly [number, number] | null; round: boolean } | null;
  /** What the second half of the line is drawn in. */
  split: 'absent' | 'canvas' | null;
}

export const stateTable: Record<State, StateRow> = {
  asserted: { mark: null, word: 'asserted', label: 'Asserted', stands: true, line: null, split: null },
  contested: {
    mark: '≠',
    word: 'contested',
    label: 'Contested',
    stands: true,
    line: { width: 5, dash: null, round: false },
    split: 'absent',
  },
  unverified: {
    mark: '≈',
    word: 'unverified',
    label: 'Unverified',
    stands: true,
    line: { width: 5, dash: null, round: false },
    split: 'canvas',
  },
  unevidenced: {
    mark: '∅',
    word: 'no evidence',
    label: 'No evidence',
    stands: false,
    line: { width: 1.75, dash: [5, 9], round: false },
    split: null,
  },
  denied: {
    mark: '×',
    word: 'denied',
    label: 'Denied',
    stands: false,
    line: { width: 1.75, dash: null, round: false },
    split: null,
  },
  open: {
    mark: '?',
    word: 'open',
    label: 'Open',
    stands: false,
    line: { width: 2.5, dash: [0.1, 6], round: true },
    split: null,
  },
};

/** The states in the order in which they are listed. */
export const stateOrder: readonly State[] = [
  'asserted',
  'contested',
  'unverified',
  'unevidenced',
  'denied',
  'open',
];

/** Claims that are not surely so at the time asked: a mark and a word say it, and colour and line stay the claim's own. */
export const certaintyTable: Record<
  Exclude<JudgedClaim['certainty'], 'sure'>,
  { mark: string; word: string; label: string; why: string }
> = {
  possible: { mark: '~', word: 'possible', label: 'Possible', why: 'only by some reading of a date' },
  undated: { mark: '~', word: 'undated', label: 'Undated', why: 'it may be of another time' },
};

export type Arity = '1' | '2' | '3' | '4' | 'incomplete';

export const arityTable: Record<Arity, { label: string }> = {
  '1': { label: 'One' },
  '2': { label: 'Two' },
  '3': { label: 'Three' },
  '4': { label: 'Four or more' },
  incomplete: { label: 'Not all known' },
};

export const contextTable: Record<Context, { label: string }> = {
  military: { label: 'Military' },
  economic: { label: 'Economic' },
  diplomatic: { label: 'Diplomatic' },
  other: { label: 'Other' },
};

/** PLOVER's classes of material conflict: their bars are heavier than those of words. */
const MATERIAL = new Set(['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT']);
export const isMaterial = (plover: string | undefined): boolean =>
  plover !== undefined && MATERIAL.has(plover);

/** A claim's state for drawing; one of which no statement counts keeps the look of an open one. */
export const stateOf = (c: Pick<JudgedClaim, 'state'>): State => c.state ?? 'open';

/** The colour of a claim: that of its sign while it stands, else grey, also where too few origins assert it. */
export const toneOf = (c: Pick<JudgedClaim, 'stands' | 'sign'>): Tone =>
  c.stands ? signTable[c.sign].tone : 'absent';

/** What the stylesheet reads of a claim: the data of its shape, its legs and its tie. */
export interface Look {
  tone: Tone;
  state: State;
  doneness: Doneness;
  band: Band;
}

export function lookOf(c: JudgedClaim): Look {
  return {
    tone: toneOf(c),
    state: stateOf(c),
    doneness: donenessOf(c.claim.modality),
    band: bandOf(c.for),
  };
}
