// The legend: what is in the picture, with how many claims of each, made from the same table as the stylesheet.
import type { JudgedClaim } from '../../model/answer.ts';
import type { Band } from '../../model/confidence.ts';
import { standsSurely } from '../../model/count.ts';
import { type Drawn, type DrawnClaim, legendKeys } from '../../model/drawn.ts';
import type { State } from '../../model/judge.ts';
import type { View } from '../../model/view.ts';
import { contexts, signs, type Vocabulary } from '../../model/vocabulary.ts';
import { withBeside } from './counts.ts';
import {
  type Arity,
  arityTable,
  bandTable,
  certaintyTable,
  contextTable,
  type Doneness,
  HOLLOW_RAIL,
  modalityTable,
  signTable,
  stateTable,
  type Tone,
} from './encoding.ts';
import { glyph, type Shape } from './glyph.ts';
import { type SceneOptions, sceneOf } from './reading.ts';
import { isDrawn } from './sets.ts';
import { isForced, type Theme, tokens } from './tokens.ts';
import { isWorld } from './world.ts';

export interface LegendRow {
  /** As the address names it, `sign:+`. */
  key: string;
  label: string;
  /** The mark of the canvas that goes with it. */
  mark: string | null;
  svg: string;
  /** Claims of it that stand, those that stand and are only possible or undated, and those that do not stand. */
  stands: number;
  apart: number;
  others: number;
  /** Which of them are told: what nobody asserts never stands, and confidence is told of what does. */
  counts: 'both' | 'stands' | 'others' | 'apart';
  /** Whether it is shown. */
  on: boolean;
}

export interface LegendGroup {
  id: 'sign' | 'modality' | 'confidence' | 'state' | 'certainty' | 'principals' | 'context';
  heading: string;
  rows: LegendRow[];
}

type LegendOptions = Pick<SceneOptions, 'theme' | 'vocabulary' | 'capitals' | 'large'>;

const IN_SMALL =
  'A thin line is all claims of one sign between two states alone, derived from them. A shape with a number is one claim of so many; its legs appear while it is looked at. Widths, dashes and ends are seen from nearer.';

const FEET = {
  alignment:
    'A line between two states is derived from one bilateral claim. A shape inside a field is one claim of all the states the field joins.',
  claims:
    'Every line is stored: a party, or a person who acted for one, and the claim. Nothing here is derived.',
};

/**
 * The legend of a picture. A value with no claim in it is not listed; one that is switched off stays.
 * @returns its groups, the sentence under them, and whether very many states are drawn in small
 */
export function legend(
  drawn: Drawn,
  view: View,
  options: LegendOptions,
): { groups: LegendGroup[]; foot: string; small: boolean } {
  const counted = countedClaims(drawn, view, options.vocabulary);
  const row = (key: string, sample: Sample): LegendRow[] => {
    const of = counted.get(key) ?? [];
    const on = !view.hide.includes(key);
    if (of.length === 0 && on) return [];
    // What is out keeps its entry, so that the legend keeps its height while a handle moves, and is counted no more.
    const present = of.filter((c) => !c.out);
    const stands = present.filter(standsSurely).length;
    const apart = present.filter((c) => c.stands).length - stands;
    return [{ key, ...sample, stands, apart, others: present.length - stands - apart, on }];
  };
  const groups = groupsOf(options.theme).map(({ id, heading, samples }) => ({
    id,
    heading,
    rows: samples.flatMap(([value, sample]) => row(`${id}:${value}`, sample)),
  }));
  const small = view.draw === 'alignment' && isWorld(sceneOf(drawn, view, options));
  const foot = small ? IN_SMALL : FEET[view.draw];
  return { groups: inOneRow(groups.filter((g) => g.rows.length > 0)), foot, small };
}

/** What is not sure by its date stands under what is disputed or absent: a seventh column would take a second row. */
function inOneRow(groups: readonly LegendGroup[]): LegendGroup[] {
  const unsure = groups.find((g) => g.id === 'certainty');
  const disputed = groups.find((g) => g.id === 'state');
  if (unsure === undefined || disputed === undefined) return [...groups];
  const heading = 'Disputed or unsure';
  const rows = [...disputed.rows, ...unsure.rows];
  return groups.flatMap((g) => (g === disputed ? [{ ...g, heading, rows }] : g === unsure ? [] : [g]));
}

/**
 * `11 ~2 · 8`: what stands, what stands and is possible or undated, what does not; never one number for all. Where
 * nothing stands surely it is `~2`: outside of what is covered a 0 would say more than is known.
 */
export function countText({ counts, stands, apart, others }: LegendRow): string {
  const not = others > 0 ? ` · ${others}` : '';
  switch (counts) {
    case 'both':
      return `${withBeside(stands, apart)}${not}`;
    case 'stands':
      return withBeside(stands, apart);
    case 'others':
      return String(others);
    case 'apart':
      return `${apart}${not}`;
  }
}

type Sample = Pick<LegendRow, 'label' | 'mark' | 'svg' | 'counts'>;

/** The claims of the picture by the entries that they fall under. One that an entry alone hides counts for that entry. */
function countedClaims(drawn: Drawn, view: View, vocabulary: Vocabulary): Map<string, DrawnClaim[]> {
  const counted = new Map<string, DrawnClaim[]>();
  const add = (key: string, c: DrawnClaim) => {
    const of = counted.get(key);
    if (of === undefined) counted.set(key, [c]);
    else of.push(c);
  };
  for (const c of inPicture(drawn, drawn.claims, view, vocabulary))
    for (const key of new Set(legendKeys(c))) add(key, c);
  const plain = drawn.hidden.map(
    (c): DrawnClaim => ({ ...c, ghost: false, out: false, dim: false, undrawn: false }),
  );
  for (const c of inPicture(drawn, plain, view, vocabulary)) {
    const off = legendKeys(c).filter((key) => view.hide.includes(key));
    const [only] = off;
    if (off.length === 1 && only !== undefined) add(only, c);
  }
  return counted;
}

/** Those that the view draws. */
function inPicture(
  drawn: Drawn,
  claims: readonly DrawnClaim[],
  view: View,
  vocabulary: Vocabulary,
): DrawnClaim[] {
  if (view.draw === 'claims') return claims.filter((c) => !c.undrawn);
  const scene = sceneOf({ ...drawn, claims: [...claims] }, view, { theme: 'light', vocabulary });
  return scene.readings.filter(isDrawn).map((r) => r.claim);
}

interface GroupSamples {
  id: LegendGroup['id'];
  heading: string;
  samples: [string, Sample][];
}

const keys = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as K[];

function groupsOf(theme: Theme): GroupSamples[] {
  const disputed: State[] = ['contested', 'unverified', 'unevidenced', 'denied', 'open'];
  const shape = (part: Partial<Shape>) => glyph({ ...PLAIN, ...part }, { theme, size: 22, bar: false });
  return [
    {
      id: 'sign',
      heading: 'Sign',
      samples: signs.map((sign) => {
        const { tone, mark, label } = signTable[sign];
        const ends = sign === '-' ? 'bars' : sign === '±' ? 'dots and bar' : 'none';
        const width = sign === '0' ? bandTable.high.neutralWidth : 3.5;
        return [sign, { label, mark, svg: line(theme, { tone, width, ends }), counts: 'both' }];
      }),
    },
    {
      id: 'modality',
      heading: 'Modality',
      samples: keys<Doneness>(modalityTable).map((key) => {
        const { label, dash } = modalityTable[key];
        const line_ = { tone: 'neutral', width: 3.5, dash: dash?.line, round: dash?.round } as const;
        return [key, { label, mark: null, svg: line(theme, line_), counts: 'both' }];
      }),
    },
    {
      id: 'confidence',
      heading: 'Confidence, for',
      samples: keys<Band>(bandTable).map((band) => {
        const { label, width } = bandTable[band];
        const svg = line(theme, { tone: 'neutral', width, hollow: band === 'unknown' });
        return [band, { label, mark: null, svg, counts: 'stands' }];
      }),
    },
    {
      id: 'state',
      heading: 'Disputed, absent',
      samples: disputed.map((state) => {
        const { label, mark, line: of, split, stands } = stateTable[state];
        const tone = split === null ? 'absent' : 'plus';
        const look = {
          tone,
          width: of?.width ?? 1.75,
          dash: of?.dash ?? undefined,
          round: of?.round,
          split,
        } as const;
        return [state, { label, mark, svg: line(theme, look), counts: stands ? 'both' : 'others' }];
      }),
    },
    {
      id: 'certainty',
      heading: 'Unsure',
      samples: keys<Exclude<JudgedClaim['certainty'], 'sure'>>(certaintyTable).map((key) => {
        const { label, mark } = certaintyTable[key];
        return [key, { label, mark, svg: line(theme, { tone: 'neutral', width: 0 }), counts: 'apart' }];
      }),
    },
    {
      id: 'principals',
      heading: 'Principals',
      samples: keys<Arity>(arityTable).map((arity) => {
        const incomplete = arity === 'incomplete';
        const svg = shape({ principals: incomplete ? 4 : Number(arity), incomplete });
        return [arity, { label: arityTable[arity].label, mark: null, svg, counts: 'both' }];
      }),
    },
    {
      id: 'context',
      heading: 'Context',
      samples: contexts.map((context) => {
        const svg = shape({ principals: 1, context });
        return [context, { label: contextTable[context].label, mark: null, svg, counts: 'both' }];
      }),
    },
  ];
}

const PLAIN: Shape = {
  principals: 2,
  incomplete: false,
  sign: '0',
  state: 'asserted',
  stands: true,
  modality: 'done',
  context: 'diplomatic',
  confidence: 80,
  origins: 1,
};

interface LineSample {
  tone: Tone;
  width: number;
  dash?: readonly [number, number];
  round?: boolean;
  hollow?: boolean;
  split?: 'absent' | 'canvas' | null;
  ends?: 'none' | 'bars' | 'dots and bar';
}

/** A piece of line, 38 by 18 units, of the look that the stylesheet gives it. */
function line(theme: Theme, { tone, width, dash, round, hollow, split, ends = 'none' }: LineSample): string {
  const t = tokens[theme];
  const colour = t[tone];
  // A dash of the canvas is a little long for so short a piece.
  const pattern =
    dash === undefined ? '' : ` stroke-dasharray="${dash.map((d) => Math.max(d * 0.8, 0.1)).join(' ')}"`;
  const cap = round === true ? 'round' : 'butt';
  const piece = (x1: number, x2: number, stroke: string, w: number, extra = pattern) =>
    `<path d="M${x1} 9H${x2}" stroke="${stroke}" stroke-width="${w}" stroke-linecap="${cap}"${extra}/>`;
  let body = piece(2, 36, colour, width);
  if (hollow === true)
    body = piece(2, 36, colour, width + HOLLOW_RAIL * 2, '') + piece(2, 36, t.surface, width, '');
  const broken = isForced(theme) ? ' stroke-dasharray="3.4 2"' : '';
  if (split === 'absent')
    body = piece(2, 19, colour, width, '') + piece(broken === '' ? 19 : 21, 36, t.absent, width, broken);
  if (split === 'canvas') body = piece(2, 36, colour, width, '') + piece(19, 36, t.surface, width - 1.6, '');
  const bar = (x: number) => `<path d="M${x} 3V15" stroke="${colour}" stroke-width="2.6"/>`;
  if (ends === 'bars') body += bar(3.4) + bar(34.6);
  if (ends === 'dots and bar')
    body += `${bar(34.6)}<circle cx="4" cy="6" r="2.6" fill="${colour}"/><circle cx="4" cy="12.5" r="2.6" fill="${colour}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="34" height="16" viewBox="0 0 38 18" fill="none" aria-hidden="true" focusable="false">${body}</svg>`;
}
