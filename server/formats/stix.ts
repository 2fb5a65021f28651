// STIX 2.1: a bundle for tools of threat intelligence; both ways, by an extension of our own on standard objects.
import type { Format } from './format.ts';
import { decode } from './stix/decode.ts';
import { encode } from './stix/encode.ts';

export const stix: Format = {
  id: 'stix',
  label: 'STIX 2.1 bundle',
  extension: 'json',
  mediaType: 'application/stix+json',
  lossless: true,
  loses: [],
  forms: ['claims', 'pairs'],
  encode,
  decode,
  recognises: (head) => /^\s*\{/.test(head) && /"type"\s*:\s*"bundle"|"id"\s*:\s*"bundle--/.test(head),
};
