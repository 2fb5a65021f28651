// The stylesheet of the canvas, made from the table of encoding.ts: data → line, shape, colour, pattern.
import type { StylesheetJson } from 'cytoscape';
import type { Band } from '../../model/confidence.ts';
import type { State } from '../../model/judge.ts';
import { bandTable, type Doneness, HOLLOW_RAIL, modalityTable, stateTable, type Tone } from './encoding.ts';
import { FONT, FONT_BRIEF, WRAP } from './sizes.ts';
import { type Theme, type Tokens, tokens } from './tokens.ts';

export const FONT_FAMILY =
  '"Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

const keys = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as K[];
/** A number that an element's data hold; Cytoscape's types know that of texts only. */
const fromData = (name: string) => `data(${name})` as unknown as number;
const tones: Exclude<Tone, 'absent'>[] = ['plus', 'minus', 'neutral'];

/**
 * The stylesheet.
 * @param brief whether labels are shortened and set larger, because the picture is small
 */
export function stylesheet(theme: Theme, brief: boolean): StylesheetJson {
  const t = tokens[theme];
  return [
    ...ground(t),
    ...nodes(t, brief),
    ...claims(t, brief),
    ...lines(t),
    ...bySign(t),
    ...byConfidence(t),
    ...byModality(),
    ...byState(t),
    ...ties(t, brief),
    ...legs(t),
    ...interaction(t, brief),
  ];
}

function ground(t: Tokens): StylesheetJson {
  return [
    {
      selector: 'core',
      style: {
        'active-bg-color': t.ink,
        'active-bg-opacity': 0.08,
        'active-bg-size': 0,
        'selection-box-color': t.ink,
        'selection-box-opacity': 0.08,
        'selection-box-border-color': t.ink,
        'selection-box-border-width': 1,
        'outside-texture-bg-color': t.canvas,
        'outside-texture-bg-opacity': 1,
      },
    },
  ];
}

function nodes(t: Tokens, brief: boolean): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        'font-family': FONT_FAMILY,
        color: t.ink,
        'text-wrap': 'wrap',
        'text-max-width': `${WRAP.entity}px`,
        'min-zoomed-font-size': 7,
        'text-outline-color': t.canvas,
        'text-outline-width': 3.5,
        'text-outline-opacity': 1,
        'text-valign': 'bottom',
        'text-halign': 'center',
        'overlay-opacity': 0,
      },
    },
    {
      selector: 'node[entity]',
      style: {
        shape: 'ellipse',
        width: 'data(size)',
        height: 'data(size)',
        'background-color': t.nodeFill,
        'border-width': 2.5,
        'border-color': t.ink,
        label: 'data(label)',
        'font-size': brief ? FONT_BRIEF.state : FONT.state,
        'font-weight': 600,
        'text-margin-y': 7,
        'background-image': 'data(glyph)',
        'background-fit': 'contain',
        'background-clip': 'node',
        'z-index': 20,
      },
    },
    {
      selector: 'node[kind="Group"]',
      style: {
        'border-width': 2,
        'border-style': 'dashed',
        'border-color': t.absent,
        'font-size': brief ? FONT_BRIEF.group : FONT.group,
        color: t.ink2,
      },
    },
    {
      selector: 'node[kind="Person"]',
      style: {
        shape: 'round-rectangle',
        'corner-radius': '11px',
        'border-width': 1.75,
        'border-color': t.ink2,
        'font-size': FONT.person,
        'font-weight': 500,
        'text-margin-y': 5,
        'z-index': 19,
      },
    },
    {
      selector: 'node[kind="Place"],node[kind="Weapon"]',
      style: {
        'background-opacity': 0,
        'border-width': 0,
        'font-size': FONT.thing,
        'font-weight': 500,
        color: t.ink2,
        'text-max-width': `${WRAP.thing}px`,
        'text-margin-y': 1,
        'z-index': 12,
      },
    },
    // A dot ends the lines of "How to read"; a pad and a spot only hold a place.
    {
      selector: 'node[kind="Dot"]',
      style: {
        width: 14,
        height: 14,
        'background-color': t.nodeFill,
        'border-width': 2.5,
        'border-color': t.ink,
        label: '',
      },
    },
    {
      selector: 'node[kind="Pad"]',
      style: {
        shape: 'rectangle',
        width: 'data(width)',
        height: 'data(height)',
        'background-opacity': 0,
        'border-width': 0,
        events: 'no',
        'z-index': 0,
      },
    },
    {
      selector: 'node[kind="Spot"]',
      style: { width: 1, height: 1, 'background-opacity': 0, 'border-width': 0, events: 'no', 'z-index': 0 },
    },
  ];
}

/** The glyph is larger than its node, which legs end at; its bar stands below it. */
function claims(t: Tokens, brief: boolean): StylesheetJson {
  const label = brief ? 'data(brief)' : 'data(label)';
  const size = (whole: number) => (brief ? FONT_BRIEF.label : whole);
  return [
    {
      selector: 'node[kind="Claim"]',
      style: {
        shape: 'ellipse',
        width: 'data(size)',
        height: 'data(size)',
        'background-opacity': 0,
        'border-width': 0,
        'background-image': 'data(glyph)',
        'background-width': '118%',
        'background-height': '139%',
        'background-clip': 'none',
        'background-image-containment': 'over',
        'background-position-x': '50%',
        'background-position-y': '0%',
        'background-offset-y': '-2px',
        'bounds-expansion': 36,
        label,
        'font-size': FONT.claim,
        'font-weight': 600,
        'text-margin-y': 23,
        'text-max-width': `${WRAP.claim}px`,
        'line-height': 1.12,
        'z-index': 15,
      },
    },
    {
      selector: 'node[kind="Claim"][role!="claim"]',
      style: { 'font-size': size(FONT.joint), 'line-height': 1.16, 'text-max-width': `${WRAP.joint}px` },
    },
    {
      // A fold has no bar, so that its glyph is lower, and a second shape behind it, so that it is wider.
      selector: 'node[?fold]',
      style: { 'background-width': '125%', 'background-height': '118%' },
    },
    {
      selector: 'node[role="lead"]',
      style: {
        'text-halign': 'right',
        'text-valign': 'center',
        'text-justification': 'left',
        'text-max-width': `${brief ? 400 : WRAP.lead}px`,
        'font-size': size(FONT.lead),
        'text-margin-x': 3,
        'text-margin-y': 38,
      },
    },
    {
      selector: 'node[role="row"]',
      style: {
        'font-size': size(FONT.row),
        'text-max-width': `${brief ? 260 : WRAP.row}px`,
        'text-halign': 'right',
        'text-valign': 'center',
        'text-justification': 'left',
        'text-margin-x': 8,
        'text-margin-y': 1,
      },
    },
    {
      selector: 'node[at="right"]',
      style: {
        'text-halign': 'right',
        'text-valign': 'center',
        'text-justification': 'left',
        'text-margin-x': 8,
        'text-margin-y': 0,
      },
    },
    {
      selector: 'node[at="left"]',
      style: {
        'text-halign': 'left',
        'text-valign': 'center',
        'text-justification': 'right',
        'text-margin-x': -8,
        'text-margin-y': 0,
      },
    },
    { selector: 'node[at="top"]', style: { 'text-valign': 'top', 'text-margin-y': -6 } },
    { selector: 'node[tone="absent"]', style: { color: t.ink2 } },
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

/** What is disputed or not so wins over confidence and modality. */
function byState(t: Tokens): StylesheetJson {
  return keys<State>(stateTable).flatMap((state): StylesheetJson => {
    const { line, split } = stateTable[state];
    const selector = `edge[state="${state}"]`;
    if (line === null) return [];
    if (split !== null) {
      const second = split === 'canvas' ? t.canvas : t.absent;
      return [
        {
          selector,
          style: {
            'line-fill': 'linear-gradient',
            'line-gradient-stop-positions': [0, 50, 50, 100],
            width: line.width,
          },
        },
        ...tones.map((tone) => ({
          selector: `${selector}[tone="${tone}"]`,
          style: {
            'line-gradient-stop-colors': [t[tone], t[tone], second, second],
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
    // What appears only while its claim is hovered or selected.
    { selector: '.quiet', style: { display: 'none' } },
    { selector: '.quiet.shown', style: { display: 'element' } },
  ];
}

/** Colour never says what is selected: the words are inverted and a grey halo stands round it. */
function interaction(t: Tokens, brief: boolean): StylesheetJson {
  const inverted = {
    'text-background-color': t.ink,
    'text-background-opacity': 1,
    'text-background-shape': 'roundrectangle' as const,
    'text-background-padding': '5px',
    color: t.canvas,
    'text-outline-width': 0,
  };
  return [
    { selector: 'node.rim[entity]', style: { 'border-width': 4 } },
    {
      selector: 'node.rim[kind="Claim"]',
      style: {
        'underlay-color': t.select,
        'underlay-opacity': 0.1,
        'underlay-shape': 'ellipse',
        'underlay-padding': 12,
      },
    },
    {
      selector: 'edge.rim',
      style: { 'z-index': 39, 'underlay-color': t.select, 'underlay-opacity': 0.1, 'underlay-padding': 6 },
    },
    { selector: '.dim', style: { opacity: 0.22 } },
    { selector: 'node.dim[kind!="State"]', style: { label: '' } },
    { selector: 'edge.dim', style: { label: '', 'z-index': 1 } },
    { selector: '.ghost', style: { opacity: 0.16, label: '' } },
    {
      selector: 'node.chosen[entity]',
      style: {
        ...inverted,
        'underlay-color': t.select,
        'underlay-opacity': 0.16,
        'underlay-shape': 'ellipse',
        'underlay-padding': 12,
        'z-index': 40,
      },
    },
    {
      selector: 'node.chosen[kind="Claim"]',
      style: {
        ...inverted,
        label: brief ? 'data(brief)' : 'data(label)',
        opacity: 1,
        'underlay-color': t.select,
        'underlay-opacity': 0.16,
        'underlay-shape': 'ellipse',
        'underlay-padding': 18,
        'z-index': 40,
      },
    },
    {
      selector: 'edge.chosen',
      style: {
        opacity: 1,
        'underlay-color': t.select,
        'underlay-opacity': 0.16,
        'underlay-padding': 8,
        'z-index': 39,
      },
    },
    { selector: 'edge[type="leg"].chosen', style: { 'underlay-opacity': 0.1, 'underlay-padding': 4 } },
    {
      selector: 'edge[type="tie"].chosen',
      style: {
        'text-background-color': t.ink,
        color: t.canvas,
        'text-border-color': t.ink,
        'text-border-style': 'solid',
      },
    },
    { selector: '.lit', style: { opacity: 1 } },
  ];
}
