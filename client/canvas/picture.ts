// A picture of the canvas: what is drawn, its legend, through which lens, of which data sets, and that pairs are derived.
// It is drawn off screen, so that its theme and size are its own; the same marks are put down as PNG and as SVG.
import type { Drawn } from '../../model/drawn.ts';
import type { View } from '../../model/view.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import type { Capital } from './atlas.ts';
import { Canvas } from './canvas.ts';
import { countText, type LegendGroup, legend } from './legend.ts';
import type { Pen } from './pen.ts';
import { PngPen } from './pen-png.ts';
import { SvgPen } from './pen-svg.ts';
import { dimmed, layoutWords, title, words } from './picture-words.ts';
import { type Theme, type Tokens, tokens } from './tokens.ts';

interface PictureOptions {
  kind: 'png' | 'svg';
  theme: Theme;
  size: keyof typeof sizes;
  vocabulary: Vocabulary;
  /** What the answer to the question is, where one is asked: its scope, and a line of counts for each data set. */
  answer: { scope: string; counts: readonly string[] } | null;
  capitals: readonly Capital[] | null;
  large: boolean;
  /** What is said where no data set covers what is asked; nothing where any does. */
  uncovered: readonly string[];
  /** Pixels of a PNG for one of the page, where not those of its size. */
  scale?: number;
}

/**
 * The width in pixels of the page, the shape (null: as high as it gets), how wide it is on paper, and the pixels of a PNG
 * for one of the page: 300 to the inch on A4, 3840 for a slide.
 */
const sizes = {
  screen: { width: 1600, ratio: null, paper: null, scale: 2 },
  print: { width: 1800, ratio: 210 / 297, paper: ['297mm', '210mm'], scale: 3508 / 1800 },
  slide: { width: 1920, ratio: 9 / 16, paper: null, scale: 2 },
} as const;

/** The network where nothing says how high the picture is, and the least that is left to it where something does. */
const HEIGHT = 940;
const LEAST = 480;
const MARGIN = 28;
const HEAD = 64;
const LINE = 20;
const ROW = 21;

/** @returns what is drawn as a file; the same bytes for the same picture */
export async function picture(drawn: Drawn, view: View, options: PictureOptions): Promise<Blob> {
  const { kind, theme, answer, size } = options;
  const { width, ratio, paper, scale: pixels } = sizes[size];
  const scale = options.scale ?? pixels;
  const t = tokens[theme];
  const { groups, foot, small } = legend(drawn, view, options);
  const lines = words(drawn, view, options.uncovered, `${foot}${small ? '' : layoutWords[view.layout]}`);
  const found = answer === null ? [] : [...answer.counts, dimmed(drawn)].filter((line) => line !== '');
  const head = HEAD + found.length * LINE;
  const legendHeight = 26 + Math.max(0, ...groups.map((g) => g.rows.length)) * ROW;
  const rest = head + legendHeight + lines.length * LINE + MARGIN * 2;
  const network = ratio === null ? HEIGHT : Math.max(LEAST, Math.round(width * ratio) - rest);
  const sheet = { width, height: rest + network, ground: t.canvas, scale, paper };
  const pen: Pen = kind === 'png' ? new PngPen(sheet) : new SvgPen(sheet);
  const most = width - MARGIN * 2;
  const heading = title(drawn, view, answer?.scope);
  pen.text(heading, { x: MARGIN, y: 38, colour: t.ink, weight: 600, size: 22, most });
  for (const [i, line] of found.entries())
    pen.text(line, { x: MARGIN, y: 62 + i * LINE, colour: t.ink, weight: 500, size: 14.5, most });
  await drawNetwork(pen, drawn, view, options, { width, height: network, top: head });
  let y = head + network + 14;
  await drawLegend(pen, groups, { top: y, width: most }, t);
  y += legendHeight + LINE;
  for (const line of lines) {
    pen.text(line, { x: MARGIN, y, colour: t.ink2, weight: 400, size: 13, most });
    y += LINE;
  }
  return pen.finish(heading, lines.join(' '));
}

async function drawNetwork(
  pen: Pen,
  drawn: Drawn,
  view: View,
  options: PictureOptions,
  { width, height, top }: { width: number; height: number; top: number },
) {
  const box = document.createElement('div');
  Object.assign(box.style, {
    position: 'fixed',
    left: '-10000px',
    top: '0',
    width: `${width}px`,
    height: `${height}px`,
  });
  box.inert = true;
  document.body.append(box);
  const nothing = () => undefined;
  const canvas = new Canvas(box, {
    select: nothing,
    addToSelection: nothing,
    clear: nothing,
    hover: nothing,
    expand: nothing,
    move: nothing,
  });
  if (options.kind === 'svg') canvas.drawByLines();
  try {
    const insets = { top: 10, right: MARGIN, bottom: 10, left: MARGIN, corner: null };
    await canvas.draw(drawn, view, {
      theme: options.theme,
      vocabulary: options.vocabulary,
      capitals: options.capitals,
      large: options.large,
      narrow: false,
      beside: false,
      rooms: [{ width, height, insets }],
    });
    await pen.network(canvas.print(), { width, height, top });
  } finally {
    canvas.destroy();
    box.remove();
  }
}

async function drawLegend(
  pen: Pen,
  groups: readonly LegendGroup[],
  { top, width: all }: { top: number; width: number },
  t: Tokens,
): Promise<void> {
  const width = all / Math.max(groups.length, 1);
  for (const [i, group] of groups.entries()) {
    const x = MARGIN + i * width;
    const most = width - 8;
    pen.text(group.heading, { x, y: top + 12, colour: t.ink, weight: 600, size: 14, most });
    for (const [k, row] of group.rows.filter((r) => r.on).entries()) {
      const y = top + 34 + k * ROW;
      await pen.glyph(row.svg, { x: x + 17, y: y - 4 });
      const text = `${row.mark === null ? '' : `${row.mark} `}${row.label} ${countText(row)}`;
      pen.text(text, { x: x + 42, y: y + 1, colour: t.ink, weight: 400, size: 13.5, most: most - 42 });
    }
  }
}
