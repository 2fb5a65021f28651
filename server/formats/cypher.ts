// Cypher script: what leaves as commands that put it into any Neo4j 5, by cypher-shell or the Browser; twice is once.
import { encode } from './cypher/write.ts';
import type { Format } from './format.ts';

export const cypher: Format = {
  id: 'cypher',
  label: 'Cypher script',
  extension: 'cypher',
  mediaType: 'application/x-cypher-query',
  lossless: false,
  loses: ['what a data set says in lists and maps (coverage, start, places) is text: JSON in a property'],
  forms: ['claims', 'pairs'],
  encode,
};
