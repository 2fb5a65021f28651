// GEXF 1.3: claims and spells on Gephi's timeline, colours, sizes and places of the view; both ways.
import type { Format } from './format.ts';
import { parse } from './graph/gexf-read.ts';
import { encode } from './graph/gexf-write.ts';
import { decodeGraph } from './graph/read.ts';

export const gexf: Format = {
  id: 'gexf',
  label: 'GEXF 1.3',
  extension: 'gexf',
  mediaType: 'application/gexf+xml',
  lossless: true,
  loses: [],
  forms: ['claims', 'pairs'],
  encode,
  decode: (bytes, name) => decodeGraph(bytes, parse, name),
  recognises: (head) => /<(\w+:)?gexf[\s>]/.test(head),
};
