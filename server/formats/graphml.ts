// GraphML: claims as nodes, parties as edges, every field typed; read by yEd, Gephi, networkx, igraph; both ways.
import type { Format } from './format.ts';
import { parse } from './graph/graphml-read.ts';
import { encode } from './graph/graphml-write.ts';
import { decodeGraph } from './graph/read.ts';

export const graphml: Format = {
  id: 'graphml',
  label: 'GraphML',
  extension: 'graphml',
  mediaType: 'application/graphml+xml',
  lossless: true,
  loses: [],
  forms: ['claims', 'pairs'],
  encode,
  decode: (bytes, name) => decodeGraph(bytes, parse, name),
  recognises: (head) => /<(\w+:)?graphml[\s>]/.test(head),
};
