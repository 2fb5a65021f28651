// Where a claim stands, in words and in a word: what only some reading of a date gives is never told as what stands.
import { expect, test } from 'vitest';
import { csv } from '../../../../server/formats/csv.ts';
import { cypher } from '../../../../server/formats/cypher.ts';
import type { Outgoing, Told } from '../../../../server/formats/format.ts';
import { ftm } from '../../../../server/formats/ftm.ts';
import { stix } from '../../../../server/formats/stix.ts';
import { standingOf, standsWord } from '../../../../server/formats/words.ts';
import { bytesOf, outgoingOf } from '../../../support/outgoing.ts';
import { shipped } from './graph-samples.ts';

async function possibly(): Promise<{ outgoing: Outgoing; told: Told }> {
  const all = outgoingOf(await shipped());
  const outgoing: Outgoing = {
    ...all,
    async *pieces() {
      for await (const piece of all.pieces())
        yield piece.type === 'told' ? { ...piece, certainty: 'possible' as const } : piece;
    },
  };
  for await (const piece of outgoing.pieces())
    if (piece.type === 'told' && piece.stands) return { outgoing, told: piece };
  throw new Error('nothing stands');
}

test.each([
  ['sure', true, 'yes', '; it stands. '],
  ['possible', true, 'possibly', '; it stands only by some reading of its dates. '],
  ['undated', true, 'undated', '; it has no date, and whether it stands then is not known. '],
  ['possible', false, 'no', '; it does not stand. '],
] as const)('%s, %s', async (certainty, stands, word, words) => {
  const { told } = await possibly();
  expect(standsWord({ ...told, certainty, stands })).toBe(word);
  expect(standingOf({ ...told, certainty, stands }, 'highest')).toContain(words);
});

test('no file says of what is possible that it stands', async () => {
  const { outgoing } = await possibly();
  const text = async (format: typeof csv) => (await bytesOf(format, outgoing)).toString();
  for (const format of [stix, ftm]) {
    expect(await text(format)).not.toMatch(/it stands\.|stands[=:] ?yes/);
    expect(await text(format)).toContain('it stands only by some reading of its dates');
  }
  expect(await text(csv)).toContain(',asserted,possibly,');
  expect(await text(csv)).not.toContain(',asserted,yes,');
  expect(await text(cypher)).toContain('computed_certainty: "possible"');
});
