// The six small pictures of "How to read", drawn by the stylesheet and the glyphs of the canvas itself.
import cytoscape, { type ElementDefinition } from 'cytoscape';
import type { Band } from '../../model/confidence.ts';
import type { State } from '../../model/judge.ts';
import type { Sign } from '../../model/vocabulary.ts';
import { bandTable, type Look, signTable, stateTable } from './encoding.ts';
import { entityGlyph } from './entity-glyph.ts';
import { Fields } from './fields.ts';
import { dataUri, glyph, type Shape } from './glyph.ts';
import { stylesheet } from './style.ts';
import { type Theme, tokens } from './tokens.ts';
import { fitWhole } from './viewport.ts';

export type MiniId = 'bilateral' | 'trilateral' | 'accused' | 'disputed' | 'absent' | 'confidence';

/** What each picture is called and says. */
export const howToRead: readonly { id: MiniId; title: string; text: string }[] = [
  {
    id: 'bilateral',
    title: 'Three bilateral claims',
    text: 'Three lines. Nothing joins all three states.',
  },
  {
    id: 'trilateral',
    title: 'One trilateral claim',
    text: 'One shape with three legs, and a field round them.',
  },
  {
    id: 'accused',
    title: 'Accused together is not joined',
    text: 'Bars at those it is aimed at; no field. Three dots: not all parties are known.',
  },
  {
    id: 'disputed',
    title: 'Disputed',
    text: 'Half coloured: some say so, others deny it (≠) or find no confirmation (≈).',
  },
  {
    id: 'absent',
    title: 'Nobody says it is so',
    text: 'Grey and thin: denied, looked for and not found, or unclear.',
  },
  {
    id: 'confidence',
    title: 'Confidence',
    text: 'Thicker is surer. A hollow line is unknown, which is neither low nor middling.',
  },
];

const MARGIN = { top: 12, right: 16, bottom: 12, left: 16 };
/** A field reaches beyond the states that it joins. */
const FIELD_MARGIN = { ...MARGIN, top: 30, bottom: 14 };

/**
 * Draws one of the pictures into a box that has a size.
 * @returns what takes it away
 */
export function drawMini(container: HTMLElement, id: MiniId, theme: Theme): () => void {
  const cy = cytoscape({
    container,
    elements: pictures(theme)[id](),
    style: stylesheet(theme, false),
    layout: { name: 'preset' },
    userZoomingEnabled: false,
    userPanningEnabled: false,
    boxSelectionEnabled: false,
    autoungrabify: true,
    autounselectify: true,
  });
  fitWhole(cy, id === 'trilateral' ? FIELD_MARGIN : MARGIN);
  const fields = new Fields(cy);
  fields.draw(theme, new Set());
  return () => {
    fields.clear();
    cy.destroy();
    container.replaceChildren();
  };
}

const NAMES: Record<string, string> = {
  CHN: 'China',
  RUS: 'Russia',
  PRK: 'North Korea',
  USA: 'United States',
};

const PLAIN: Look = { tone: 'plus', state: 'asserted', doneness: 'done', band: 'high' };

const SHAPE: Shape = {
  principals: 3,
  incomplete: false,
  sign: '+',
  state: 'asserted',
  stands: true,
  modality: 'done',
  context: 'diplomatic',
  confidence: 70,
  origins: 1,
};

function pictures(theme: Theme): Record<MiniId, () => ElementDefinition[]> {
  const ground = tokens[theme].canvas;

  const state = (id: string, x: number, y: number, code = id): ElementDefinition => {
    const entity = {
      type: 'entity' as const,
      id: `state:${code}`,
      dataset: null,
      label: 'State' as const,
      names: { en: NAMES[code] ?? code },
      iso3: code,
    };
    return {
      data: {
        id,
        kind: 'State',
        entity: id,
        label: NAMES[code] ?? code,
        size: 58,
        glyph: dataUri(entityGlyph(entity, { theme, size: 150 })),
      },
      position: { x, y },
    };
  };
  const three = () => [state('CHN', 0, 150), state('RUS', -150, -80), state('PRK', 150, -80)];

  const tie = (
    source: string,
    target: string,
    label: string,
    look: Partial<Look>,
    tx = 0,
  ): ElementDefinition => ({
    data: {
      id: `${source}${target}${label}`,
      type: 'tie',
      source,
      target,
      label,
      bow: 0,
      z: 8,
      tx,
      ty: 0,
      ...PLAIN,
      ...look,
    },
  });
  const leg = (source: string, target: string, sign: Sign, end: string): ElementDefinition => ({
    data: {
      id: `${source}>${target}`,
      type: 'leg',
      source,
      target,
      end,
      ...PLAIN,
      tone: signTable[sign].tone,
    },
  });
  const claim = (
    id: string,
    shape: Partial<Shape>,
    size: number,
    label: string,
    x: number,
    y: number,
    data = {},
  ) => ({
    data: {
      id,
      kind: 'Claim',
      role: 'joint',
      label,
      size,
      glyph: dataUri(glyph({ ...SHAPE, ...shape }, { theme, size: 200, ground })),
      ...data,
    },
    position: { x, y },
  });
  const group = (): ElementDefinition => {
    const entity = {
      type: 'entity' as const,
      id: 'group:western-states',
      dataset: null,
      label: 'Group' as const,
      names: { en: 'Western states' },
    };
    const drawing = dataUri(entityGlyph(entity, { theme, size: 150 }));
    return {
      data: { id: 'WST', kind: 'Group', entity: 'WST', label: 'Western states', size: 44, glyph: drawing },
      position: { x: 190, y: -92 },
    };
  };
  /** One line under the other, each between two dots. */
  const lines = (list: readonly [Partial<Look>, string][]): ElementDefinition[] =>
    list.flatMap(([look, label], i) => [
      { data: { id: `a${i}`, kind: 'Dot' }, position: { x: -150, y: i * 62 } },
      { data: { id: `b${i}`, kind: 'Dot' }, position: { x: 150, y: i * 62 } },
      tie(`a${i}`, `b${i}`, label, look),
    ]);
  const grey = (of: State, words: string): [Partial<Look>, string] => [
    { tone: 'absent', state: of },
    `${stateTable[of].mark} ${words}`,
  ];
  const band = (of: Band, value: string): [Partial<Look>, string] => [
    { band: of },
    `+ ${bandTable[of].label.toLowerCase()} · ${value}`,
  ];

  return {
    bilateral: () => [
      ...three(),
      tie('CHN', 'RUS', '+ Memorandum · 70\nagreed', { doneness: 'agreed' }, -34),
      tie('RUS', 'PRK', '+ Bilateral ties · 50', { band: 'medium' }),
      tie('CHN', 'PRK', '− Tension · 50', { tone: 'minus', band: 'medium' }, 30),
    ],
    trilateral: () => [
      ...three(),
      claim('J', {}, 74, '+ Joint appearance · 70\n3 principals', 0, -8, {
        role: 'lead',
        tone: 'plus',
        field: { members: ['CHN', 'RUS', 'PRK'], pad: null, stands: true },
      }),
      ...['CHN', 'RUS', 'PRK'].map((id) => leg(id, 'J', '+', 'actor')),
    ],
    accused: () => [
      state('USA', -60, -92),
      state('RUS', -190, 140),
      state('CHN', -60, 160),
      state('PRK', 70, 140),
      claim('A', { principals: 4, sign: '-' }, 50, '− Accusation · 70', -60, 16, { at: 'right' }),
      leg('USA', 'A', '-', 'actor'),
      ...['RUS', 'CHN', 'PRK'].map((id) => leg(id, 'A', '-', 'addressee')),
      group(),
      state('RU2', 190, 165, 'RUS'),
      claim(
        'I',
        { principals: 2, sign: '-', incomplete: true },
        46,
        '− Isolation · 70\n2 or more\nparties',
        190,
        40,
        { at: 'right' },
      ),
      leg('WST', 'I', '-', 'actor'),
      leg('RU2', 'I', '-', 'addressee'),
    ],
    disputed: () =>
      lines([
        [{}, '+ asserted · 70'],
        [{ state: 'contested' }, '≠ 30 against 70'],
        [{ state: 'unverified' }, '≈ 50 against 50'],
      ]),
    absent: () =>
      lines([grey('denied', 'denied · 50'), grey('unevidenced', 'not found · 70'), grey('open', 'unclear')]),
    confidence: () =>
      lines([band('high', '70'), band('medium', '50'), band('low', '15'), band('unknown', '?')]),
  };
}
