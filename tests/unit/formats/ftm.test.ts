// FollowTheMoney: what is written comes back, what others wrote leaves as it came, and broken lines are told.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Entry } from '../../../model/entry.ts';
import { canonical } from '../../../model/statement.ts';
import { ftm } from '../../../server/formats/ftm.ts';
import { vocabulary } from '../../../server/vocabulary.ts';
import { dataset } from '../../support/arbitrary.ts';
import { bytesOf, outgoingOf, read } from '../../support/outgoing.ts';
import { declared, shipped } from '../../support/shipped.ts';
import { asAnswered, endless, pieces, refusal } from './files.ts';

interface Line {
  id: string;
  schema: string;
  properties: Record<string, string[]>;
  entente?: object;
}

const linesIn = (bytes: Buffer): Line[] =>
  bytes
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('generated data sets come back as they left', async () => {
  await fc.assert(
    fc.asyncProperty(dataset(vocabulary(), 'one'), dataset(vocabulary(), 'two'), async (one, two) => {
      const entries = [...one, ...two];
      expect(await read(ftm, await bytesOf(ftm, outgoingOf(entries)))).toEqual(entries);
    }),
    { numRuns: 60 },
  );
});

describe('the shipped case', () => {
  test('comes back as it left, and leaves as the same bytes', async () => {
    const entries = await shipped();
    const bytes = await bytesOf(ftm, outgoingOf(entries));
    expect(await read(ftm, bytes)).toEqual(declared(entries));
    expect(await bytesOf(ftm, outgoingOf(entries))).toEqual(bytes);
  });

  test('is an event for each claim, a link for each party, a documentation for each statement; an id is there once', async () => {
    const entries = await shipped();
    const lines = linesIn(await bytesOf(ftm, outgoingOf(entries)));
    const count = (schema: string) => lines.filter((l) => l.schema === schema).length;
    const claims = entries.filter((e) => e.type === 'claim');
    const acting = claims.flatMap((c) => c.parties.flatMap((p) => [p.by ?? []].flat()));
    expect(count('Event')).toBe(claims.length);
    expect(count('UnknownLink')).toBe(claims.flatMap((c) => c.parties).length + acting.length);
    expect(count('Documentation')).toBe(entries.filter((e) => e.type === 'statement').length);
    const ids = new Set(lines.map((l) => l.id));
    expect(ids.size).toBe(lines.length);
    for (const { properties } of lines)
      for (const name of ['subject', 'object', 'document', 'entity'])
        for (const id of properties[name] ?? []) expect(ids).toContain(id);
  });

  test('tells state and confidence in words, and no number where there is none', async () => {
    const entries = await shipped();
    const lines = linesIn(await bytesOf(ftm, outgoingOf(entries)));
    const said = lines.filter((l) => l.schema === 'Documentation').map((l) => l.properties.status?.[0]);
    const unknown = entries.filter((e) => e.type === 'statement' && e.confidence === null).length;
    expect(said.filter((s) => s === 'confidence: not known').length).toBe(unknown);
    expect(said.filter((s) => s === 'confidence: 70').length).toBeGreaterThan(0);
    for (const event of lines.filter((l) => l.schema === 'Event'))
      expect(event.properties.summary?.[0]).toMatch(/^State: /);
  });

  test('as pairs has derived links beside the claims, which are no claims when they are read', async () => {
    const entries = await shipped();
    const outgoing = outgoingOf(entries, 'pairs');
    const bytes = await bytesOf(ftm, outgoing);
    const derived = linesIn(bytes).filter((l) => l.properties.status?.[0] === 'derived');
    expect(derived.length).toBe((await outgoing.ties()).ties.length);
    for (const link of derived) expect(link.properties.summary?.[0]).toMatch(/^Derived/);
    expect(await read(ftm, bytes)).toEqual(declared(entries));
  });
});

describe('lines of others', () => {
  const owner = {
    id: 'NK-1',
    caption: 'Anna',
    schema: 'Person',
    properties: { name: ['Anna', 'Анна'], wikidataId: ['Q42'], topics: [] },
    datasets: ['us_list'],
    target: true,
    referents: [],
  };
  const firm = { id: 'addr.2', schema: 'Company', properties: { name: ['Firm'] } };
  const owns = {
    id: 'own-3',
    schema: 'Ownership',
    properties: {
      owner: ['NK-1'],
      asset: ['addr.2'],
      startDate: ['2020-05'],
      sourceUrl: ['https://example.org/1', 'https://example.org/2'],
    },
    first_seen: '2023-04-20T10:31:40',
    datasets: ['us_list'],
  };
  const listed = {
    id: 'ofac-4',
    schema: 'Sanction',
    properties: { entity: ['NK-1'], authority: ['OFAC'] },
    datasets: ['us_list', 'eu_list'],
  };
  const odd = { id: 'odd-5', schema: 'Starship', properties: { name: ['X'] } };
  // A link before what it links, as files may have it.
  const all = [owns, owner, firm, listed, odd];
  const file = Buffer.from(all.map((l) => JSON.stringify(l)).join('\n'));

  test('come in as entities and claims with evidence, whatever their order', async () => {
    const entries = (await read(ftm, file)).map((e) => Entry.parse(e));
    const claims = entries.filter((e) => e.type === 'claim');
    expect(claims).toMatchObject([
      { kinds: ['sanctions'], incomplete: true, parties: [{ entity: 'ftm:NK-1', role: 'sanctioned' }] },
      { kinds: ['link'], title: 'Ownership: Anna, Firm', when: '2020-05/..', incomplete: false },
    ]);
    const said = (claim: string) =>
      entries.flatMap((e) => (e.type === 'statement' && e.claim === claim ? [e] : []));
    // Two addresses of one list are one origin, two lists are two.
    expect(said(claims[1]?.id ?? '').map((s) => [s.origin, s.confidence, s.recordedAt])).toEqual([
      ['ftm:us_list', null, '2023-04-20'],
      ['ftm:us_list', null, '2023-04-20'],
    ]);
    expect(said(claims[0]?.id ?? '').map((s) => s.source)).toEqual(['ftm:us_list', 'ftm:eu_list']);
    expect(entries.find((e) => e.type === 'entity')).toMatchObject({
      label: 'Person',
      aliases: ['Анна'],
      wikidata: 'Q42',
    });
    const head = entries.find((e) => e.type === 'dataset');
    expect(head?.type === 'dataset' && head.description).toContain('kept as things: Starship 1');
  });

  test('leave as they came, and come back the same', async () => {
    const entries = (await read(ftm, file)).map((e) => Entry.parse(e));
    const bytes = await bytesOf(ftm, outgoingOf(asAnswered(entries)));
    const lines = linesIn(bytes);
    for (const line of all) {
      const { entente, ...back } = lines.find((l) => l.id === line.id) ?? {
        id: '',
        schema: '',
        properties: {},
      };
      expect(back).toEqual(line);
    }
    expect(sorted(await read(ftm, bytes))).toEqual(sorted(entries));
  });

  test('what was changed since leaves with what it is now', async () => {
    const entries = (await read(ftm, file)).map((e) => Entry.parse(e));
    const changed = entries.map((e) => (e.type === 'claim' ? { ...e, title: 'Told anew' } : e));
    expect(sorted(await read(ftm, await bytesOf(ftm, outgoingOf(asAnswered(changed)))))).toEqual(
      sorted(changed),
    );
  });
});

describe('files that cannot be read', () => {
  const good = '{"id":"a","schema":"Person","properties":{"name":["A"]}}\n';
  const refused: [string, () => AsyncIterable<Uint8Array>, RegExp][] = [
    [
      'a million deep',
      () => pieces(good, '{"id":"b","schema":"Person","properties":', '['.repeat(1_000_000)),
      /Line 2.*nested more than 100/,
    ],
    ['a line of a gigabyte', () => endless(`${good}{"id":"`), /Line 2 is longer than 64 MB/],
    ['cut short', () => pieces(good, '{"id":"b"'), /Line 2.*not JSON/],
    ['not UTF-8', () => pieces(good, Buffer.from([0xff, 0xfe])), /Line 2 is not UTF-8/],
    ['no entity', () => pieces('{"id":"b","schema":"Person"}'), /Line 1.*an id, a schema and properties/],
    [
      'values that are no lists',
      () => pieces('{"id":"b","schema":"Person","properties":{"name":"B"}}'),
      /"name" has to be a list/,
    ],
    ['a deletion', () => pieces('{"op":"DEL","entity":{"id":"b"}}'), /deletes an entity/],
    ['a list', () => pieces('[1]'), /an entity has to be here/],
  ];
  for (const [name, bytes, why] of refused)
    test(name, async () => {
      expect(await refusal(ftm, bytes())).toMatch(why);
    });
});

const sorted = (entries: readonly unknown[]) => entries.map(canonical).sort();
