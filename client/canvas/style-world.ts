// The stylesheet of the picture in small: discs with codes, plain shapes with numbers, thin lines; what is looked at is
// told in full.
import type { StylesheetJson } from 'cytoscape';
import { type Doneness, modalityTable, type Tone } from './encoding.ts';
import type { Tokens } from './tokens.ts';
import { WORLD_FONT, type WorldTexts } from './world.ts';

const fromData = (name: string) => `data(${name})` as unknown as number;
const tones: Tone[] = ['plus', 'minus', 'neutral', 'absent'];
const THIN = 1.9;

/** @param brief whether the picture is so small that codes and numbers stand for names */
export function worldStyle(t: Tokens, brief: boolean): StylesheetJson {
  return [
    {
      selector: 'node[world]',
      style: {
        'background-image': 'none',
        'font-size': brief ? WORLD_FONT.code : WORLD_FONT.name,
        'text-valign': 'center',
        'text-halign': 'center',
        'text-justification': 'center',
        'text-margin-x': 0,
        'text-margin-y': brief ? 0 : fromData('drop'),
        'text-outline-width': brief ? 0 : 2.5,
        'text-max-width': '140px',
        'line-height': 1.16,
        label: brief ? 'data(brief)' : 'data(named)',
      },
    },
    {
      selector: 'node[world][entity]',
      style: {
        'border-width': 1.6,
        'border-color': t.control,
        'font-weight': 600,
        'text-outline-color': t.nodeFill,
      },
    },
    { selector: 'node[world].heavy', style: { 'border-width': 5, 'border-color': t.ink, 'z-index': 21 } },
    // The hub of an answer has a second ring, as in the ordinary drawing, and the word at its foot.
    {
      selector: 'node[world].hub',
      style: { 'border-style': 'double', 'border-width': 7, 'border-color': t.ink, 'z-index': 22 },
    },
    {
      selector: 'node[?hub]',
      style: { width: 38, height: 19, 'font-size': WORLD_FONT.code, 'border-color': t.ink, 'z-index': 23 },
    },
    {
      selector: 'node[world][kind="Claim"]',
      style: {
        shape: fromData('form') as unknown as 'ellipse',
        'background-opacity': 1,
        'border-width': 2,
        'border-color': t.canvas,
        'bounds-expansion': 0,
        'font-size': brief ? WORLD_FONT.code : WORLD_FONT.name,
        'font-weight': 700,
        color: brief ? t.onFill : t.ink,
        'text-outline-color': t.canvas,
        'z-index': 25,
      },
    },
    // A triangle's middle lies below that of its box.
    ...(brief
      ? [
          { selector: 'node[world][?crowded]', style: { 'font-size': WORLD_FONT.crowded } },
          {
            selector: 'node[world][form="triangle"]',
            style: { 'text-margin-y': 4, 'font-size': WORLD_FONT.crowded },
          },
        ]
      : []),
    ...tones.map((tone) => ({
      selector: `node[world][kind="Claim"][tone="${tone}"]`,
      style:
        tone === 'absent'
          ? { 'background-color': t.canvas, 'border-color': t.absent, color: t.ink2 }
          : { 'background-color': t[tone] },
    })),
    ...tones
      .filter((tone) => tone !== 'absent')
      .flatMap((tone) =>
        ['contested', 'unverified'].map((state) => ({
          selector: `node[world][kind="Claim"][tone="${tone}"][state="${state}"]`,
          style: {
            'background-fill': 'linear-gradient' as const,
            'background-gradient-stop-colors': [t[tone], t[tone], t.absent, t.absent],
            'background-gradient-stop-positions': [0, 50, 50, 100],
            'background-gradient-direction': 'to-right' as const,
            'border-color': t.ink,
          },
        })),
      ),
    ...(Object.keys(modalityTable) as Doneness[]).flatMap((doneness) =>
      doneness === 'done'
        ? []
        : [
            {
              selector: `node[world][kind="Claim"][doneness="${doneness}"]`,
              style: {
                'border-color': t.ink,
                'border-style': doneness === 'agreed' ? ('dashed' as const) : ('dotted' as const),
              },
            },
          ],
    ),
    {
      selector: 'edge[world][type="tie"]',
      style: {
        'font-size': WORLD_FONT.chip,
        'text-background-padding': '3px',
        label: brief ? '' : 'data(brief)',
        'min-zoomed-font-size': fromData('least'),
        'text-margin-x': 0,
        'text-margin-y': 0,
      },
    },
    ...(brief
      ? [
          {
            selector: 'edge[world][type="tie"]',
            style: {
              width: THIN,
              'line-opacity': 0.7,
              'line-outline-width': 0,
              'arrow-scale': 0.6,
              'source-arrow-shape': 'none' as const,
              'target-arrow-shape': 'none' as const,
            },
          },
          ...tones.map((tone) => ({
            selector: `edge[world][type="tie"][tone="${tone}"]`,
            style: { 'line-color': t[tone] },
          })),
        ]
      : []),
    {
      selector: 'edge[world][type="leg"]',
      style: { width: brief ? 2.4 : 2, 'line-outline-width': 0, 'z-index': 30 },
    },
    ...tones.map((tone) => ({
      selector: `edge[world][type="leg"][tone="${tone}"]`,
      style: { 'line-color': t[tone] },
    })),
    {
      selector: 'edge[world].near,edge[world].rim,edge[world].chosen,edge[world].kept',
      style: { width: brief ? 3.6 : 4, 'line-opacity': 1, 'z-index': 31 },
    },
    { selector: 'edge[world].dim', style: { 'line-opacity': 0.5 } },
    { selector: 'edge[world].far', style: { 'line-opacity': 0.16, label: '' } },
    {
      selector: 'edge[world][type="tie"].named',
      style: { label: 'data(label)', 'min-zoomed-font-size': 0, 'font-size': WORLD_FONT.code },
    },
    { selector: 'node[world].near', style: { 'border-width': 3.5, 'border-color': t.ink } },
    { selector: 'node[world].rim', style: { 'border-width': 4, 'border-color': t.ink } },
  ];
}

/** Leaves out the texts that are too small to be read, of what is looked at as well: a card tells it. */
export function unread(texts: WorldTexts): StylesheetJson {
  if (texts === 'all') return [];
  const label = { label: '' };
  return [
    { selector: 'node[world][?crowded],node[world][form="triangle"]', style: label },
    ...(texts === 'none' ? [{ selector: '[world],node[?hub]', style: label }] : []),
  ];
}
