// FollowTheMoney: entities as JSON lines, for tools of investigators; both ways.
import type { Format } from './format.ts';
import { decode } from './ftm/decode.ts';
import { encode } from './ftm/encode.ts';

export const ftm: Format = {
  id: 'ftm',
  label: 'FollowTheMoney entities',
  extension: 'ftm.json',
  mediaType: 'application/json+ftm',
  lossless: true,
  loses: [],
  forms: ['claims', 'pairs'],
  encode,
  decode,
  recognises: (head) => /^\s*\{.*"schema"\s*:\s*"[A-Z]|^\s*\{"op"\s*:/.test(head) && !/"bundle--/.test(head),
};
