// The glyph of a claim: one drawing, used on the canvas, in legend, table, inspector and exports.
import type { JudgedClaim } from '../../model/answer.ts';
import type { Modality } from '../../model/claim.ts';
import type { Confidence } from '../../model/confidence.ts';
import type { State } from '../../model/judge.ts';
import type { Context, Sign } from '../../model/vocabulary.ts';
import { donenessOf, modalityTable, toneOf } from './encoding.ts';
import { type Theme, type Tokens, tokens } from './tokens.ts';

/** What a glyph shows. */
export interface Shape {
  principals: number;
  incomplete: boolean;
  sign: Sign;
  /** Null where no statement counts: it has none, and no number either. */
  state: State | null;
  stands: boolean;
  modality: Modality;
  context: Context;
  confidence: Confidence;
  origins: number;
  /** Several claims behind one another: how many. */
  fold?: number;
}

/** Outlines in a box of 64 units, by number of principals: circle, lens, triangle, square. */
const OUTLINES = [
  'M32 8a22 22 0 1 1 0 44a22 22 0 1 1 0-44Z',
  'M2 30C10 12 22 7 32 7S54 12 62 30C54 48 42 53 32 53S10 48 2 30Z',
  'M27.5 5.6a5.2 5.2 0 0 1 9 0L60.4 46.2a5.2 5.2 0 0 1-4.5 7.8H8.1a5.2 5.2 0 0 1-4.5-7.8Z',
  'M16 8h32a6 6 0 0 1 6 6v32a6 6 0 0 1-6 6H16a6 6 0 0 1-6-6V14a6 6 0 0 1 6-6Z',
] as const;

/** How far the middle of an outline lies below that of its box, and where its rim is broken by three dots. */
const MIDDLES = [0, 0, 6, 0] as const;
const DOTS = [
  [41, 42],
  [47, 30],
  [45, 44],
  [41, 42],
] as const;

/** Shield, coins, flag and the letter i, as strokes in a box of 24 units. */
const ICONS: Record<Context, string> = {
  military:
    '<path d="M12 3.5l7 2.4v5.4c0 4.4-2.8 7.5-7 9.2c-4.2-1.7-7-4.8-7-9.2V5.9Z"/><path d="M12 7.6v8.4M8.6 11.2h6.8"/>',
  economic:
    '<ellipse cx="12" cy="7" rx="6.6" ry="2.9"/><path d="M5.4 7v5c0 1.6 3 2.9 6.6 2.9s6.6-1.3 6.6-2.9V7M5.4 12v5c0 1.6 3 2.9 6.6 2.9s6.6-1.3 6.6-2.9v-5"/>',
  diplomatic: '<path d="M6.5 21V3.5M6.5 4.5h11.2l-2.8 4l2.8 4H6.5"/>',
  other: '<path d="M12 10.6V19M12 5.4v.2" stroke-width="3.2"/>',
};

const FONT = '"Inter Variable",Inter,system-ui,sans-serif'.replaceAll('"', "'");

/** The shape of a claim as it is judged. */
export function shapeOf(c: JudgedClaim): Shape {
  return {
    principals: c.principals.length,
    incomplete: c.claim.incomplete,
    sign: c.sign,
    state: c.state,
    stands: c.stands,
    modality: c.claim.modality,
    context: c.context,
    confidence: c.for,
    origins: c.originsFor,
  };
}

interface GlyphOptions {
  theme: Theme;
  /** Width in CSS pixels. */
  size?: number;
  /** Whether the bar of its confidence stands under it. */
  bar?: boolean;
  /** The colour of the ground, which keeps legs clear of the shape; on the canvas only. */
  ground?: string;
}

/**
 * A claim's glyph as SVG text. The same shape gives the same text, so that a picture of it is loaded once.
 */
export function glyph(shape: Shape, options: GlyphOptions): string {
  const { theme, size = 26, bar = true, ground } = options;
  const pen = penOf(shape, tokens[theme], ground);
  const body = [
    ground === undefined ? '' : edge(pen.outline, ground),
    shape.fold === undefined ? '' : behind(pen),
    bodyOf(shape, pen),
    shape.incomplete ? dots(pen) : '',
    bar ? confidenceBar(shape, pen) : '',
    origins(shape, pen),
  ].join('');
  const height = bar ? 76 : 64;
  const width = shape.fold === undefined ? 68 : 72;
  const high = (size * (height + 4)) / width;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${round(high)}" viewBox="-2 -2 ${width} ${height + 4}" aria-hidden="true" focusable="false">${body}</svg>`;
}

interface Pen {
  t: Tokens;
  outline: string;
  /** The colour of its sign while it stands, else grey. */
  colour: string;
  /** How far its middle lies below that of the box. */
  middle: number;
  dots: readonly [number, number];
  paper: string;
  ground: string;
  /** The pattern of its rim; null for done. */
  rim: readonly [number, number] | null;
}

function penOf(shape: Shape, t: Tokens, ground: string | undefined): Pen {
  const i = Math.min(Math.max(shape.principals, 1), 4) - 1;
  return {
    t,
    outline: OUTLINES[i] ?? OUTLINES[0],
    colour: t[toneOf(shape)],
    middle: MIDDLES[i] ?? 0,
    dots: DOTS[i] ?? DOTS[0],
    paper: t.nodeFill,
    ground: ground ?? t.nodeFill,
    rim: modalityTable[donenessOf(shape.modality)].dash?.rim ?? null,
  };
}

const round = (n: number) => Math.round(n * 100) / 100;
const edge = (d: string, colour: string, width = 9) =>
  `<path d="${d}" fill="${colour}" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"/>`;
const filled = (d: string, colour: string, extra = '') => `<path d="${d}" fill="${colour}"${extra}/>`;

function rim(pen: Pen, colour: string, dash: readonly [number, number] | null): string {
  const pattern = dash === null ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
  return `<path d="${pen.outline}" fill="none" stroke="${colour}" stroke-width="2.6" stroke-linejoin="round" stroke-linecap="round"${pattern}/>`;
}

/** The icon of the context, or the number of claims of a fold that stands; a fold of what does not has none. */
function sign(shape: Shape, pen: Pen, colour: string): string {
  if (shape.fold !== undefined) return shape.stands ? letter(String(shape.fold), 38, 24, pen, colour) : '';
  return `<g transform="translate(20 ${18 + pen.middle})" fill="none" stroke="${colour}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">${ICONS[shape.context]}</g>`;
}

const letter = (text: string, y: number, size: number, pen: Pen, colour: string) =>
  `<text x="32" y="${y + pen.middle}" font-family="${FONT}" font-weight="700" font-size="${size}" text-anchor="middle" fill="${colour}">${text}</text>`;

function bodyOf(shape: Shape, pen: Pen): string {
  const { t, outline, colour, paper } = pen;
  switch (shape.state) {
    case 'asserted':
      // Too few origins assert it: what does not stand is hollow.
      if (!shape.stands) return filled(outline, paper) + rim(pen, colour, pen.rim) + sign(shape, pen, colour);
      if (pen.rim === null) return filled(outline, colour) + sign(shape, pen, t.onFill);
      // A rim apart from the filling, so that its pattern can be seen.
      return `${filled(outline, paper)}<g transform="translate(6.4 6) scale(.8)">${filled(outline, colour)}</g>${rim(pen, colour, pen.rim)}${sign(shape, pen, t.onFill)}`;
    case 'contested':
    case 'unverified':
      return split(shape, pen);
    case 'denied':
      return (
        filled(outline, paper) +
        rim(pen, t.absent, null) +
        sign(shape, pen, t.absent) +
        strike('M12 50L52 10', pen) +
        strike('M12 10L52 50', pen)
      );
    case 'unevidenced':
      return (
        filled(outline, paper) +
        rim(pen, t.absent, null) +
        sign(shape, pen, t.absent) +
        strike('M10 54L54 6', pen)
      );
    case null:
      return filled(outline, paper) + rim(pen, t.absent, null) + sign(shape, pen, t.absent);
    case 'open':
      return filled(outline, paper) + rim(pen, t.absent, [0.1, 5]) + letter('?', 39, 25, pen, t.absent);
  }
}

/** Half filled, half hollow, the icon counter-changed; unverified leaves the second half empty. */
function split(shape: Shape, pen: Pen): string {
  const { t, outline, colour, paper } = pen;
  // The halves are the same in every glyph of a page, so that their ids may meet.
  const halves =
    '<defs><clipPath id="glyph-left"><path d="M0 0H38L26 64H0Z"/></clipPath><clipPath id="glyph-right"><path d="M38 0H64V64H26Z"/></clipPath></defs>';
  const right =
    shape.state === 'unverified' ? '' : `<g clip-path="url(#glyph-right)">${sign(shape, pen, colour)}</g>`;
  return `${halves}${filled(outline, paper)}${filled(outline, colour, ' clip-path="url(#glyph-left)"')}${rim(pen, colour, pen.rim)}<g clip-path="url(#glyph-left)">${sign(shape, pen, t.onFill)}</g>${right}<path d="M39.1 -2L25.7 66" stroke="${paper}" stroke-width="2.5"/>`;
}

const strike = (d: string, { paper, t }: Pen) =>
  `<path d="${d}" stroke="${paper}" stroke-width="8"/><path d="${d}" stroke="${t.absent}" stroke-width="3.2" stroke-linecap="round"/>`;

/** The second shape of a fold, behind the first. */
function behind(pen: Pen): string {
  return `<g transform="translate(5.5 -4.5)"><path d="${pen.outline}" fill="${pen.paper}" stroke="${pen.t.absent}" stroke-width="2" stroke-linejoin="round"/></g>${edge(pen.outline, pen.ground, 6)}`;
}

/** Three dots that break the rim: not all parties are known. */
function dots(pen: Pen): string {
  const [x, y] = pen.dots;
  return `<path d="M${x - 4} ${y}H${x + 22}" stroke="${pen.ground}" stroke-width="13" stroke-linecap="round"/>${[
    0, 8.5, 17,
  ]
    .map((d) => `<circle cx="${x + d}" cy="${y}" r="3.1" fill="${pen.colour}"/>`)
    .join('')}`;
}

/** Filled to the number; unknown is an empty bar with a dashed rim. */
function confidenceBar(shape: Shape, { t, paper }: Pen): string {
  if (shape.state === null) return '';
  const box = `<rect x="13" y="64" width="38" height="8" rx="4" fill="${paper}" stroke-width="1.6"`;
  if (shape.confidence === null) return `${box} stroke="${t.absent}" stroke-dasharray="2.4 2.4"/>`;
  const colour = shape.stands ? t.ink : t.absent;
  const fill =
    shape.confidence === 0
      ? ''
      : `<rect x="15" y="66" width="${round(Math.max(2, (34 * shape.confidence) / 100))}" height="4" rx="2" fill="${colour}"/>`;
  return `${box} stroke="${t.ink2}"/>${fill}`;
}

/** None for one origin, two for two, three for three or more. */
function origins(shape: Shape, { t, ground }: Pen): string {
  if (shape.origins < 2) return '';
  return Array.from({ length: Math.min(shape.origins, 3) })
    .map(
      (_, i) =>
        `<circle cx="${60 - i * 8}" cy="6" r="3.4" fill="${t.ink}" stroke="${ground}" stroke-width="1.8"/>`,
    )
    .join('');
}

/** An SVG as an address that the canvas can draw. */
export const dataUri = (svg: string): string => `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
