// A picture of the canvas as PNG: what is drawn, its legend, through which lens, of which data sets, and that pairs are
// derived. It is drawn off screen, so that its theme and size are its own.
import { shortState } from '../../model/id.ts';
import type { Lens } from '../../model/lens.ts';
import { listed, many } from '../../model/phrase.ts';
import type { View } from '../../model/view.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import type { Drawn } from '../drawn.ts';
import type { Capital } from './atlas.ts';
import { Canvas } from './canvas.ts';
import { wholeWords } from './card.ts';
import { perDataset } from './counts.ts';
import { signTable, stateTable } from './encoding.ts';
import { nameOf } from './entity-glyph.ts';
import { dataUri } from './glyph.ts';
import { countText, type LegendGroup, legend } from './legend.ts';
import { FONT_FAMILY } from './style-nodes.ts';
import { FIELD_ALPHA, type Theme, type Tokens, tokens } from './tokens.ts';

interface PictureOptions {
  theme: Theme;
  vocabulary: Vocabulary;
  /** What the answer to the question is, where one is asked: its scope, and a line of counts for each data set. */
  answer: { scope: string; counts: readonly string[] } | null;
  capitals: readonly Capital[] | null;
  large: boolean;
  /** Pixels of the picture for one of the page. */
  scale?: number;
}

const WIDTH = 1600;
const HEIGHT = 940;
const MARGIN = 28;
const HEAD = 64;
const LINE = 20;
const ROW = 21;

/** @returns a PNG of what is drawn */
export async function picture(drawn: Drawn, view: View, options: PictureOptions): Promise<Blob> {
  const { theme, vocabulary, answer, scale = 2 } = options;
  const t = tokens[theme];
  const { groups, foot } = legend(drawn, view, { theme, vocabulary, large: options.large });
  const lines = words(drawn, view, foot);
  const found = answer === null ? [] : [...answer.counts, dimmed(drawn)];
  const head = HEAD + found.length * LINE;
  const legendHeight = 26 + Math.max(0, ...groups.map((g) => g.rows.length)) * ROW;
  const height = head + HEIGHT + legendHeight + lines.length * LINE + MARGIN * 2;
  const paper = document.createElement('canvas');
  paper.width = WIDTH * scale;
  paper.height = height * scale;
  const pen = paper.getContext('2d');
  if (pen === null) throw new Error('this browser has no canvas to draw on');
  pen.scale(scale, scale);
  pen.fillStyle = t.canvas;
  pen.fillRect(0, 0, WIDTH, height);
  write(pen, title(drawn, view, answer?.scope), MARGIN, 38, t.ink, '600 22px');
  for (const [i, line] of found.entries()) write(pen, line, MARGIN, 62 + i * LINE, t.ink, '500 14.5px');
  await drawNetwork(pen, drawn, view, options, scale, head);
  let y = head + HEIGHT + 14;
  await drawLegend(pen, groups, y, t);
  y += legendHeight + LINE;
  for (const line of lines) {
    write(pen, line, MARGIN, y, t.ink2, '400 13px');
    y += LINE;
  }
  return new Promise((resolve, reject) =>
    paper.toBlob(
      (blob) => (blob === null ? reject(new Error('no picture was made')) : resolve(blob)),
      'image/png',
    ),
  );
}

type Pen = CanvasRenderingContext2D;

function write(pen: Pen, text: string, x: number, y: number, colour: string, font: string): void {
  pen.font = `${font} ${FONT_FAMILY}`;
  pen.fillStyle = colour;
  pen.fillText(text, x, y, WIDTH - MARGIN - x);
}

/** The fields first, which are no part of Cytoscape's own picture. */
async function drawNetwork(
  pen: Pen,
  drawn: Drawn,
  view: View,
  options: PictureOptions,
  scale: number,
  top: number,
) {
  const box = document.createElement('div');
  Object.assign(box.style, {
    position: 'fixed',
    left: '-10000px',
    top: '0',
    width: `${WIDTH}px`,
    height: `${HEIGHT}px`,
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
  try {
    const insets = { top: 10, right: MARGIN, bottom: 10, left: MARGIN, corner: null };
    await canvas.draw(drawn, view, {
      theme: options.theme,
      vocabulary: options.vocabulary,
      capitals: options.capitals,
      large: options.large,
      narrow: false,
      rooms: [{ width: WIDTH, height: HEIGHT, insets }],
    });
    const { image, outlines, zoom, pan } = await canvas.print(scale);
    pen.save();
    pen.translate(pan.x, top + pan.y);
    pen.scale(zoom, zoom);
    for (const { d, fill, stroke, dashed } of outlines) {
      const path = new Path2D(d);
      if (fill !== 'none') {
        pen.globalAlpha = FIELD_ALPHA;
        pen.fillStyle = fill;
        pen.fill(path);
        pen.globalAlpha = 1;
      }
      pen.setLineDash(dashed ? [6, 5] : []);
      pen.lineWidth = 1.5;
      pen.strokeStyle = stroke;
      pen.stroke(path);
    }
    pen.restore();
    pen.drawImage(image, 0, top, WIDTH, HEIGHT);
  } finally {
    canvas.destroy();
    box.remove();
  }
}

async function drawLegend(pen: Pen, groups: readonly LegendGroup[], top: number, t: Tokens): Promise<void> {
  const width = (WIDTH - MARGIN * 2) / Math.max(groups.length, 1);
  for (const [i, group] of groups.entries()) {
    const x = MARGIN + i * width;
    write(pen, group.heading, x, top + 12, t.ink, '600 14px');
    for (const [k, row] of group.rows.filter((r) => r.on).entries()) {
      const y = top + 34 + k * ROW;
      const sample = await loaded(row.svg);
      pen.drawImage(sample, x + (34 - sample.width) / 2, y - 4 - sample.height / 2);
      const text = `${row.mark === null ? '' : `${row.mark} `}${row.label} ${countText(row)}`;
      write(pen, text, x + 42, y + 1, t.ink, '400 13.5px');
    }
  }
}

async function loaded(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = dataUri(svg);
  await image.decode();
  return image;
}

const namesOf = (drawn: Drawn, ids: readonly string[]): string => {
  const entities = new Map(drawn.picture.entities.map((e) => [e.id, e]));
  return listed(
    ids.map((id) => {
      const entity = entities.get(id);
      return entity === undefined ? shortState(id) : nameOf(entity);
    }),
  );
};

/** What a question leaves out is pale in the picture, and that is said in it. */
function dimmed(drawn: Drawn): string {
  const claims = drawn.claims.filter((c) => !c.out);
  const pale = claims.filter((c) => c.dim);
  if (pale.length === 0) return 'All claims of the picture are in the answer.';
  const parts = perDataset(
    claims,
    (of) => `${of.filter((c) => !c.dim).length} of ${many(of.length, 'claim')}`,
  );
  return `Pale is what is not in the answer; in it: ${parts}.`;
}

/** The question and the states it is asked of. */
function title(drawn: Drawn, view: View, scope: string | undefined): string {
  if (drawn.question !== null && scope !== undefined) return `${drawn.question.question.label}: ${scope}`;
  const what = drawn.question?.question.label ?? (view.draw === 'claims' ? 'Claims' : 'Alignment');
  const states = namesOf(drawn, view.filters.states);
  return states === '' ? what : `${what}: ${states}`;
}

/** What goes under a picture, so that it can be read without the page. */
function words(drawn: Drawn, view: View, foot: string): string[] {
  const { picture: answer } = drawn;
  const counts = perDataset(drawn.claims, wholeWords);
  const cited = answer.datasets.map(
    (d) => `Data: ${d.citation ?? [d.title, d.version].filter(Boolean).join(', ')}`,
  );
  const { pairs } = drawn;
  const part = pairs === null ? '' : `Drawn are the ${pairs.shown} of ${pairs.of} pairs with most claims. `;
  return [
    `${foot}${layoutWords[view.layout]}`,
    `${part}${drawn.question === null ? '' : 'In the whole picture: '}${counts}. Counted are ${lensWords(view.lens)}. ${filterWords(view)}`.trim(),
    ...cited,
    `Pairs are derived: they are read from claims and stored nowhere. Drawn by Entente ${answer.version} on ${answer.answeredAt.slice(0, 10)}.`,
  ];
}

/** What columns stand for. */
const layoutWords: Record<View['layout'], string> = {
  map: '',
  circle: '',
  sign: ' Columns are by the signs of the claims that stand.',
  time: ' Columns are by the first dated claim of each.',
};

/** A lens in words. */
function lensWords(lens: Lens): string {
  const unknown = lens.unknown ?? lens.threshold === 0;
  return [
    `statements of confidence ${lens.threshold} or more`,
    unknown ? 'unknown confidence kept' : 'without those of unknown confidence',
    `the ${lens.rule} number of several`,
    lens.origins > 1 ? `at least ${lens.origins} independent origins` : '',
    lens.from === null && lens.until === null ? '' : `world time ${lens.from ?? '…'} to ${lens.until ?? '…'}`,
    lens.known === null ? '' : `as known on ${lens.known} (${lens.clock})`,
  ]
    .filter((w) => w !== '')
    .join(', ');
}

/** What is filtered out, by question or by the legend. */
function filterWords({ filters, hide, degree }: View): string {
  const parts = [
    ['kind', filters.kind],
    ['nature', filters.nature],
    ['context', filters.context],
    ['modality', filters.modality],
    ['sign', filters.sign.map((s) => signTable[s].word)],
    ['state', filters.state.map((s) => stateTable[s].word)],
    ['commitment', filters.commitment === null ? [] : [`${filters.commitment} or more`]],
    ['states with claims', degree > 1 ? [`${degree} or more`] : []],
    ['hidden', hide],
  ] as const;
  const said = parts
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => `${name}: ${list.join(', ')}`);
  return said.length === 0 ? '' : `Filtered by ${said.join('; ')}.`;
}
