// The stylesheet of the canvas, made from the table of encoding.ts: data → line, shape, colour, pattern.
import type { StylesheetJson } from 'cytoscape';
import { edges } from './style-lines.ts';
import { claims, nodes } from './style-nodes.ts';
import { unread, worldStyle } from './style-world.ts';
import { isForced, type Theme, type Tokens, tokens } from './tokens.ts';
import type { WorldTexts } from './world.ts';

/**
 * The stylesheet.
 * @param brief whether labels are shortened and set larger, because the picture is small
 * @param texts which texts a picture of very many states has
 */
export function stylesheet(theme: Theme, brief: boolean, texts: WorldTexts = 'all'): StylesheetJson {
  const t = tokens[theme];
  return [
    ...ground(t),
    ...nodes(t, brief),
    ...claims(t, brief),
    ...edges(t, brief, isForced(theme)),
    ...worldStyle(t, brief),
    ...interaction(t, brief),
    ...unread(texts),
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

/** Colour never says what is selected: the words are inverted and a grey halo stands round it. */
function interaction(t: Tokens, brief: boolean): StylesheetJson {
  const inverted = {
    'text-background-color': t.selected,
    'text-background-opacity': 1,
    'text-background-shape': 'roundrectangle' as const,
    'text-background-padding': '5px',
    color: t.onSelected,
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
        'text-background-color': t.selected,
        color: t.onSelected,
        'text-border-color': t.selected,
        'text-border-style': 'solid',
      },
    },
    { selector: '.lit', style: { opacity: 1 } },
    // What is gone is pale and can be read all the same.
    { selector: '.ghost.lit', style: { opacity: 0.5, label: brief ? 'data(brief)' : 'data(label)' } },
  ];
}
