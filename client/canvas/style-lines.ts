// The stylesheet's lines: sign is colour and ends, confidence width, modality a pattern, and what is disputed or not so
// wins over all of them.
import type { StylesheetJson } from 'cytoscape';
import type { Band } from '../../model/confidence.ts';
import type { State } from '../../model/judge.ts';
import { bandTable, type Doneness, HOLLOW_RAIL, modalityTable, stateTable, type Tone } from './encoding.ts';
import { FONT, FONT_BRIEF, WRAP } from './sizes.ts';
import { FONT_FAMILY } from './style-nodes.ts';
import { FIELD_ALPHA, type Tokens } from './tokens.ts';

const keys = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as K[];
/** A number that an element's data hold; Cytoscape's types know that of texts only. */
const fromData = (name: string) => `data(${name})` as unknown as number;
const tones: Tone[] = ['plus', 'minus', 'neutral', 'absent'];

/** All that lines are drawn by. */
export function edges(t: Tokens, brief: boolean, forced: boolean): StylesheetJson {
  return [
    ...lines(t),
    ...bySign(t),
    ...byConfidence(t),
    ...byModality(),
    ...byState(t, forced),
    ...ties(t, brief),
    ...legs(t),
  ];
}

function lines(t: Tokens): StylesheetJson {
  return [
    {
      selector: 'edge',
      style: {
        'font-family': FONT_FAMILY,
        'curve-style': 'straight',
        'edge-distances': 'node-position',
        'line-color': t.neutral,
        width: 2,
        'line-cap': 'butt',
        'target-arrow-shape': 'none',
        'source-arrow-shape': 'none',
        'arrow-scale': 1.1,
        'overlay-opacity': 0,
        'z-index': 5,
        'source-distance-from-node': 4,
        'target-distance-from-node': 4,
      },
    },
  ];
}

const bySign = (t: Tokens): StylesheetJson =>
  tones.map((tone) => ({
    selector: `edge[tone="${tone}"]`,
    style: { 'line-color': t[tone], 'target-arrow-color': t[tone], 'source-arrow-color': t[tone] },
  }));

/** Width is confidence; unknown is hollow, and only where the claim is asserted. */
function byConfidence(t: Tokens): StylesheetJson {
  const known = keys<Band>(bandTable).filter((b) => b !== 'unknown');
  const hollow = 'edge[band="unknown"][state="asserted"]';
  return [
    ...known.map((band) => ({
      selector: `edge[band="${band}"]`,
      style: { width: bandTable[band].width },
    })),
    ...known.map((band) => ({
      selector: `edge[tone="neutral"][band="${band}"]`,
      style: { width: bandTable[band].neutralWidth },
    })),
    {
      selector: hollow,
      style: {
        width: bandTable.unknown.width,
        'line-outline-width': HOLLOW_RAIL * 2,
        'line-color': t.canvas,
      },
    },
    ...tones.map((tone) => ({
      selector: `${hollow}[tone="${tone}"]`,
      style: { 'line-outline-color': t[tone] },
    })),
  ];
}

function byModality(): StylesheetJson {
  return keys<Doneness>(modalityTable).flatMap((doneness) => {
    const { dash } = modalityTable[doneness];
    return dash === null
      ? []
      : [
          {
            selector: `edge[doneness="${doneness}"]`,
            style: {
              'line-style': 'dashed' as const,
              'line-dash-pattern': [...dash.line],
              'line-cap': dash.round ? ('round' as const) : ('butt' as const),
            },
          },
        ];
  });
}

/** Where the second half of a split line is broken: where colours are forced, none is sure to be told from another. */
const BREAKS = [50, 60, 70, 80, 90];

/** What is disputed or not so wins over confidence and modality. */
function byState(t: Tokens, forced: boolean): StylesheetJson {
  return keys<State>(stateTable).flatMap((state): StylesheetJson => {
    const { line, split } = stateTable[state];
    const selector = `edge[state="${state}"]`;
    if (line === null) return [];
    if (split !== null) {
      const second = split === 'canvas' ? t.canvas : t.absent;
      const breaks = forced && split === 'absent' ? BREAKS : [];
      const places = breaks.length > 0 ? breaks.flatMap((n) => [n, n + 4, n + 4, n + 10]) : [50, 100];
      const rest =
        breaks.length > 0 ? breaks.flatMap(() => [t.canvas, t.canvas, second, second]) : [second, second];
      return [
        {
          selector,
          style: {
            'line-fill': 'linear-gradient',
            'line-gradient-stop-positions': [0, 50, ...places],
            width: line.width,
          },
        },
        ...tones.map((tone) => ({
          selector: `${selector}[tone="${tone}"]`,
          style: {
            'line-gradient-stop-colors': [t[tone], t[tone], ...rest],
            ...(split === 'canvas'
              ? { 'line-outline-width': 1, 'line-outline-color': t[tone] }
              : { 'target-arrow-color': t.absent }),
          },
        })),
      ];
    }
    return [
      {
        selector,
        style: {
          'line-color': t.absent,
          'target-arrow-color': t.absent,
          'source-arrow-color': t.absent,
          width: line.width,
          'line-style': line.dash === null ? 'solid' : 'dashed',
          ...(line.dash === null ? {} : { 'line-dash-pattern': [...line.dash] }),
          'line-cap': line.round ? 'round' : 'butt',
          'line-outline-width': 0,
        },
      },
    ];
  });
}

/** A tie is derived, and its chip says so: a line between two states never touches a shape. */
function ties(t: Tokens, brief: boolean): StylesheetJson {
  return [
    {
      selector: 'edge[type="tie"]',
      style: {
        'curve-style': 'unbundled-bezier',
        'control-point-distances': 'data(bow)',
        'control-point-weights': [0.5],
        label: brief ? 'data(brief)' : 'data(label)',
        'font-size': brief ? FONT_BRIEF.label : FONT.tie,
        'font-weight': 600,
        color: t.ink,
        'text-wrap': 'wrap',
        'text-max-width': `${WRAP.tie}px`,
        'text-background-color': t.surface,
        'text-background-opacity': 1,
        'text-background-shape': 'roundrectangle',
        'text-background-padding': '5px',
        'text-border-width': 1.25,
        'text-border-opacity': 1,
        'text-border-color': t.neutral,
        'line-height': 1.22,
        'min-zoomed-font-size': 7,
        'z-index': fromData('z'),
        'text-margin-x': fromData(brief ? 'briefX' : 'tx'),
        'text-margin-y': fromData(brief ? 'briefY' : 'ty'),
      },
    },
    ...tones.map((tone) => ({
      selector: `edge[type="tie"][tone="${tone}"]`,
      style: { 'text-border-color': t[tone] },
    })),
    {
      selector: 'edge[type="tie"][state="contested"],edge[type="tie"][state="unverified"]',
      style: { 'text-border-width': 2, 'text-border-color': t.ink },
    },
    {
      selector: 'edge[type="tie"][tone="absent"]',
      style: {
        color: t.ink2,
        'font-weight': 500,
        'text-background-color': t.canvas,
        'text-border-color': t.absent,
        'text-border-style': 'dashed',
      },
    },
    // Sign again without colour: conflict ends in bars, at the addressed end only when it is aimed.
    {
      selector: 'edge[type="tie"][tone="minus"]',
      style: { 'source-arrow-shape': 'tee', 'target-arrow-shape': 'tee', 'arrow-scale': 1.15 },
    },
    { selector: 'edge[type="tie"][tone="minus"][?aimed]', style: { 'source-arrow-shape': 'none' } },
    {
      selector: 'edge[type="tie"][tone="plus"][?aimed]',
      style: { 'target-arrow-shape': 'triangle', 'arrow-scale': 1.25 },
    },
    { selector: 'edge[tone="minus"][?material]', style: { 'arrow-scale': 1.6 } },
  ];
}

/** Legs are stored parties: a bar or an arrow at who is addressed, a hollow dot at what is in the picture only. */
function legs(t: Tokens): StylesheetJson {
  return [
    { selector: 'edge[type="leg"]', style: { 'z-index': 6, 'target-distance-from-node': 0 } },
    {
      selector: 'edge[end="mutual"]',
      style: { 'source-arrow-shape': 'tee', 'arrow-scale': 1.2, 'source-distance-from-node': 5 },
    },
    {
      selector: 'edge[end="addressee"]',
      style: { 'source-arrow-shape': 'tee', 'arrow-scale': 1.35, 'source-distance-from-node': 5 },
    },
    { selector: 'edge[end="addressee"][tone="plus"]', style: { 'source-arrow-shape': 'triangle' } },
    {
      selector: 'edge[end="addressee"][tone="neutral"],edge[end="addressee"][tone="absent"]',
      style: { 'source-arrow-shape': 'none' },
    },
    { selector: 'edge[end="mutual"][tone="absent"]', style: { 'source-arrow-shape': 'none' } },
    { selector: 'edge[type="leg"][?material]', style: { 'arrow-scale': 1.75 } },
    {
      selector: 'edge[end="context"]',
      style: {
        width: 1.5,
        'line-fill': 'solid',
        'line-color': t.absent,
        'line-style': 'solid',
        'line-outline-width': 0,
        'source-arrow-shape': 'circle',
        'source-arrow-fill': 'hollow',
        'source-arrow-color': t.absent,
        'arrow-scale': 0.9,
      },
    },
    {
      selector: 'edge[type="leg"][bow]',
      style: {
        'curve-style': 'unbundled-bezier',
        'control-point-distances': 'data(bow)',
        'control-point-weights': [0.5],
      },
    },
    { selector: 'edge[type="acts"]', style: { width: 1.5, 'line-color': t.control, 'z-index': 3 } },
    {
      selector: 'edge[type="affects"]',
      style: { width: 1.5, 'arrow-scale': 1, 'source-distance-from-node': 0, 'z-index': 38 },
    },
    { selector: 'edge[type="affects"][tone="minus"]', style: { 'target-arrow-shape': 'tee' } },
    { selector: 'edge[type="affects"][tone="plus"]', style: { 'target-arrow-shape': 'triangle' } },
    {
      selector: 'edge[type="represents"]',
      style: {
        width: 1.5,
        'line-color': t.control,
        'target-arrow-shape': 'diamond',
        'target-arrow-fill': 'hollow',
        'target-arrow-color': t.control,
        'arrow-scale': 0.9,
        'z-index': 2,
      },
    },
    // Where a hull could not be drawn, broad legs stand for the field; that of what does not stand is not filled.
    ...tones
      .filter((tone) => tone !== 'absent')
      .map((tone) => ({
        selector: `edge.hull[tone="${tone}"]`,
        style: { 'underlay-color': t[tone], 'underlay-opacity': FIELD_ALPHA, 'underlay-padding': 14 },
      })),
    // What appears only while its claim is hovered or selected.
    { selector: '.quiet', style: { display: 'none' } },
    { selector: '.quiet.shown', style: { display: 'element' } },
  ];
}
