// The stylesheet's nodes: entities, and the shapes of claims with their names.
import type { StylesheetJson } from 'cytoscape';
import { FONT, FONT_BRIEF, WRAP } from './sizes.ts';
import type { Tokens } from './tokens.ts';

export const FONT_FAMILY =
  '"Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

export function nodes(t: Tokens, brief: boolean): StylesheetJson {
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
        'z-index': 20,
      },
    },
    {
      selector: 'node[entity][glyph]',
      style: {
        'background-image': 'data(glyph)',
        'background-fit': 'contain',
        'background-clip': 'node',
      },
    },
    // The hub of an answer has a second ring, and the word after its name.
    { selector: 'node.hub', style: { 'border-style': 'double', 'border-width': 8 } },
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
    {
      selector: 'node[kind="Badge"]',
      style: {
        shape: 'round-rectangle',
        width: 34,
        height: 22,
        'background-color': t.surface,
        'border-width': 1.25,
        'border-color': t.control,
        label: 'data(label)',
        'font-size': 14,
        'font-weight': 600,
        'text-valign': 'center',
        'text-outline-width': 0,
        events: 'no',
        'z-index': 21,
      },
    },
    {
      selector: 'node[kind="Pin"]',
      style: {
        width: 20,
        height: 20,
        'background-opacity': 0,
        'border-width': 0,
        'background-image': 'data(glyph)',
        'background-fit': 'contain',
        events: 'no',
        'z-index': 21,
      },
    },
    {
      selector: 'node[kind="Heading"]',
      style: {
        shape: 'rectangle',
        width: 'data(width)',
        height: 2,
        'background-color': t.control,
        'border-width': 0,
        label: 'data(label)',
        'font-size': brief ? FONT_BRIEF.heading : FONT.heading,
        'font-weight': 600,
        'text-max-width': `${WRAP.heading}px`,
        'text-valign': 'top',
        'text-margin-y': -6,
        color: t.ink2,
        events: 'no',
        'z-index': 22,
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
export function claims(t: Tokens, brief: boolean): StylesheetJson {
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
        'text-max-width': `${brief ? WRAP.leadBrief : WRAP.lead}px`,
        'font-size': size(FONT.lead),
        'text-margin-x': 3,
        'text-margin-y': 38,
      },
    },
    {
      selector: 'node[role="row"]',
      style: {
        'font-size': size(FONT.row),
        'text-max-width': `${brief ? WRAP.rowBrief : WRAP.row}px`,
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
