// YAML: the native file as people write it, statements nested under claims; both ways.
import type { Format } from './format.ts';
import { decode } from './yaml-read.ts';
import { encode } from './yaml-write.ts';

export const yaml: Format = {
  id: 'yaml',
  label: 'YAML',
  extension: 'yaml',
  mediaType: 'application/yaml',
  lossless: true,
  loses: [],
  forms: ['claims'],
  encode,
  decode,
  recognises: (head) => /^dataset\s*:/m.test(head),
};
