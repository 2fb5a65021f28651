// Cytoscape JSON: for Cytoscape Desktop and Web, with the places of the view; both ways.
import type { Format } from './format.ts';
import { parse } from './graph/cyjs-read.ts';
import { encode } from './graph/cyjs-write.ts';
import { decodeGraph } from './graph/read.ts';

export const cyjs: Format = {
  id: 'cyjs',
  label: 'Cytoscape JSON',
  extension: 'cyjs',
  mediaType: 'application/vnd.cytoscape+json',
  lossless: true,
  loses: [],
  forms: ['claims', 'pairs'],
  encode,
  decode: (bytes, name) => decodeGraph(bytes, parse, name),
  recognises: (head) => /^\s*\{/.test(head) && /"(elements|target_cytoscapejs_version)"\s*:/.test(head),
};
