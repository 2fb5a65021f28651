// JSON Lines that mean harm are refused by their line, in bounded time and memory.
import { expect, test } from 'vitest';
import { jsonl } from '../../../server/formats/jsonl.ts';
import { endless, pieces, refusal } from './files.ts';

const good = '{"type":"dataset","id":"d","title":"D","coverage":[]}\n';
const refused: [string, () => AsyncIterable<Uint8Array>, RegExp][] = [
  ['a million deep', () => pieces(good, '{"type":', '['.repeat(1_000_000)), /Line 2.*nested more than 100/],
  ['a line of a gigabyte', () => endless(`${good}{"type":"`), /Line 2 is longer than 64 MB/],
  ['cut short', () => pieces(good, '{"type":'), /Line 2.*not JSON/],
];
for (const [name, bytes, why] of refused)
  test(name, async () => {
    expect(await refusal(jsonl, bytes())).toMatch(why);
  });
