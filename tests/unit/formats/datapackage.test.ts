// The data package: what its tables say, that it comes back as it was, and what is refused of zips that others made.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import type { Entry } from '../../../model/entry.ts';
import { datapackage } from '../../../server/formats/datapackage.ts';
import { vocabulary } from '../../../server/vocabulary.ts';
import { dataset } from '../../support/arbitrary.ts';
import { byKind, bytesOf, outgoingOf, read } from '../../support/outgoing.ts';
import { fromFile } from '../../support/shipped.ts';

/** The members of a package by their names. */
async function unpacked(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes);
  const members = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    members.set(entry.fileName, Buffer.concat(pieces).toString());
  }
  return members;
}

/** The members packed again. */
async function packed(
  members: Iterable<readonly [string, string | Buffer]>,
  compress = true,
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of members) zip.addBuffer(Buffer.from(text), name, { compress });
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** A package with one member written otherwise. */
async function changed(name: string, change: (text: string) => string | null): Promise<Buffer> {
  const members = await unpacked(await bytesOf(datapackage, outgoingOf(await fromFile())));
  const text = change(members.get(name) ?? '');
  members.delete(name);
  if (text !== null) members.set(name, text);
  return packed(members);
}

const rowsIn = (text = ''): Record<string, string>[] => parse(text, { columns: true, bom: true });

/** Entries as reading gives them: a statement's id is computed, and is not read back. */
const asRead = (entries: readonly Entry[]) =>
  byKind(entries).map((e) => {
    if (e.type !== 'statement') return e;
    const { id, ...rest } = e;
    return rest;
  });
const back = async (bytes: Buffer) => byKind(await read(datapackage, bytes));

describe('both ways', () => {
  test('what is written is read as the same', async () => {
    const two = fc
      .tuple(dataset(vocabulary(), 'one-of-two'), dataset(vocabulary(), 'two-of-two'))
      .map(([a, b]) => [...a, ...b]);
    await fc.assert(
      fc.asyncProperty(two, async (entries) => {
        expect(await back(await bytesOf(datapackage, outgoingOf(entries)))).toEqual(asRead(entries));
      }),
      { numRuns: 60 },
    );
  });

  test('the shipped case comes back whole', async () => {
    const entries = await fromFile();
    expect(entries.length).toBeGreaterThan(80);
    expect(await back(await bytesOf(datapackage, outgoingOf(entries)))).toEqual(asRead(entries));
  });

  test('the same gives the same bytes', async () => {
    const outgoing = outgoingOf(await fromFile());
    expect((await bytesOf(datapackage, outgoing)).equals(await bytesOf(datapackage, outgoing))).toBe(true);
  });

  test('rows in another order are the same claims, with their parties in order', async () => {
    const upside = (text: string) => {
      const [head = '', ...rows] = text.trimEnd().split('\r\n');
      return `${[head, ...rows.reverse()].join('\r\n')}\r\n`;
    };
    const entries = await back(await changed('parties.csv', upside));
    expect(entries).toEqual(asRead(await fromFile()));
  });

  const formulas = [
    '=1+1',
    '+1',
    '-1',
    '@a',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '',
    "'",
    "''",
    "'=1",
    "'tis",
    "''-1",
  ];
  test.each(formulas)('%j is no formula in a cell, and comes back', async (text) => {
    const entries = (await fromFile()).map((e) => (e.type === 'claim' ? { ...e, note: text } : e));
    const bytes = await bytesOf(datapackage, outgoingOf(entries));
    const cells = rowsIn((await unpacked(bytes)).get('claims.csv')).flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
    expect(await back(bytes)).toEqual(asRead(entries));
  });
});

describe('what it says', () => {
  test('describes its tables with types and keys, and itself', async () => {
    const outgoing = outgoingOf(await fromFile());
    const bytes = await bytesOf(datapackage, outgoing);
    const members = await unpacked(bytes);
    const description = JSON.parse(members.get('datapackage.json') ?? '');
    expect(description).toMatchObject({
      profile: 'tabular-data-package',
      name: 'entente-around',
      licenses: [{ name: 'MIT', title: 'MIT' }],
      entente: { question: 'around', lens: outgoing.head.lens, rule: 'highest', notes: outgoing.head.notes },
    });
    for (const { path: file, schema } of description.resources) {
      const [heading = ''] = (members.get(file) ?? '').replace('\uFEFF', '').split('\r\n');
      expect(heading.split(',')).toEqual(schema.fields.map((f: { name: string }) => f.name));
    }
    // The beginning of the file says what it is, for people and programs that look at bytes.
    expect(bytes.subarray(0, 4000).toString()).toContain(outgoing.head.lens);
    expect(datapackage.recognises?.(bytes.subarray(0, 4096).toString(), bytes.subarray(0, 4096))).toBe(true);
  });

  test('keeps what is not known empty, and names what is computed', async () => {
    const members = await unpacked(await bytesOf(datapackage, outgoingOf(await fromFile())));
    const statements = rowsIn(members.get('statements.csv'));
    expect(statements).toHaveLength(43);
    expect(statements.filter((s) => s.confidence === '').length).toBeGreaterThan(0);
    expect(statements.filter((s) => s.confidence === '0')).toEqual([]);
    const claims = rowsIn(members.get('claims.csv'));
    expect(claims.find((c) => c.id === 'beijing-2025/joint-appearance')).toMatchObject({
      kinds: '["joint-appearance"]',
      when: '2025-09-03',
      computed_earliest: '2025-09-03',
      computed_sign: 'cooperation',
      computed_state: 'asserted',
      computed_for: '70',
      computed_against: '',
    });
    const parties = rowsIn(members.get('parties.csv'));
    expect(parties.filter((p) => p.claim === 'beijing-2025/joint-appearance')).toMatchObject([
      { position: '1', entity: 'state:CHN', computed_principal: 'true' },
      { position: '2' },
      { position: '3' },
      { position: '4', entity: 'place:beijing', computed_principal: 'false' },
    ]);
  });

  test('every key leads somewhere, also to entities of data sets that are not in it', async () => {
    const entries = await fromFile();
    const outgoing = outgoingOf(entries);
    const foreign = { type: 'entity', id: 'person:abroad', dataset: 'elsewhere', label: 'Person' } as const;
    const bytes = await bytesOf(datapackage, {
      ...outgoing,
      async *pieces() {
        yield { ...foreign, names: { en: 'Somebody' } };
        yield* outgoing.pieces();
      },
    });
    const members = await unpacked(bytes);
    const entities = new Set(rowsIn(members.get('entities.csv')).map((e) => e.id));
    const named = rowsIn(members.get('parties.csv')).map((p) => p.entity);
    expect(named.filter((id) => !entities.has(id))).toEqual([]);
    expect(entities).toContain('person:abroad');
    expect(await back(bytes)).toEqual(asRead(entries));
  });
});

test('a zip is a package where one of its tables is in it, whichever was packed first', async () => {
  const is = (bytes: Buffer) => datapackage.recognises?.('', bytes.subarray(0, 4096));
  expect(is(await packed([['claims.csv', 'id']]))).toBe(true);
  expect(is(await packed([['folder/datapackage.json', '{}']]))).toBe(true);
  expect(is(await packed([['[Content_Types].xml', '<a/>']]))).toBe(false);
  expect(is(Buffer.from('claims.csv'))).toBe(false);
});

describe('what is refused', () => {
  const told = async (bytes: Buffer): Promise<string> => {
    const problems: unknown[] = [];
    const decoded = datapackage.decode?.(
      (async function* () {
        yield bytes;
      })(),
    );
    try {
      for await (const d of decoded ?? []) if ('problem' in d) problems.push(d.problem);
    } catch (error) {
      const { name, message, errors } = error as Error & { errors: unknown[] };
      expect(name).toBe('InvalidError');
      problems.push(errors.length > 0 ? errors : message);
    }
    return JSON.stringify(problems);
  };

  test('a zip that is no package, or of somebody else', async () => {
    expect(await told(await packed([['a.txt', 'a']]))).toContain('no datapackage.json');
    expect(await told(await packed([['a/datapackage.json', '{}']]))).toContain('stands in a folder');
    expect(await told(await packed([['datapackage.json', '{"resources":[]}']]))).toContain(
      'was not written by Entente',
    );
    expect(await told(await packed([['datapackage.json', '{']]))).toContain('is not JSON');
    expect(await told(await changed('claims.csv', () => null))).toContain('there is no claims.csv');
  });

  test('a table with other columns, or rows that are not of their type', async () => {
    expect(await told(await changed('claims.csv', (t) => t.replace('title', 'titel')))).toContain(
      'there is no column \\"titel\\" in this table; did you mean \\"title\\"?',
    );
    expect(await told(await changed('parties.csv', (t) => t.replaceAll(',', ';')))).toContain(
      'there is no column',
    );
    expect(
      await told(await changed('claims.csv', (t) => t.replace('"[""joint-appearance""]"', 'x'))),
    ).toContain('write a list');
    const stray = await told(
      await changed('parties.csv', (t) => `${t}beijing-2025/none,1,state:CHN,host,,,,,,,,\r\n`),
    );
    expect(stray).toContain('there is no claim \\"beijing-2025/none\\" in claims.csv');
    expect(stray).toMatch(/"line":\d+/);
    expect(await told(await changed('claims.csv', (t) => `${t}"open`))).toContain('never closed');
  });

  /** Bytes of an archive with some replaced everywhere. */
  const replaced = (bytes: Buffer, from: string, to: string) =>
    Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');

  test('paths out of the archive, names twice, passwords, and what is cut short', async () => {
    const good = await packed([
      ['datapackage.json', '{}'],
      ['aaaaaaaa.txt', 'x'],
      ['bbbbbbbb.txt', 'x'],
    ]);
    expect(await told(replaced(good, 'aaaaaaaa.txt', '../../../etc'))).toContain('invalid relative path');
    expect(await told(replaced(good, 'aaaaaaaa.txt', '/etc/passwdx'))).toContain('absolute path');
    expect(await told(replaced(good, 'aaaaaaaa.txt', 'c:\\boot.inii'))).toContain('invalid characters');
    expect(await told(replaced(good, 'bbbbbbbb.txt', 'aaaaaaaa.txt'))).toContain('\\"aaaaaaaa.txt\\" twice');
    const locked = Buffer.from(good);
    for (let at = locked.indexOf('PK\u0001\u0002'); at >= 0; at = locked.indexOf('PK\u0001\u0002', at + 1))
      locked.writeUInt16LE(locked.readUInt16LE(at + 8) | 1, at + 8);
    expect(await told(locked)).toContain('is encrypted');
    expect(await told(good.subarray(0, good.length - 30))).toContain('this zip archive is broken');
    expect(await told(Buffer.from('PK\u0003\u0004nothing'))).toContain('this zip archive is broken');
  });

  test('bombs, before they are unpacked, and archives in the place of tables', async () => {
    const bomb = await packed([['datapackage.json', Buffer.alloc(64 << 20, 32)]]);
    expect(bomb.length).toBeLessThan(1 << 20);
    const before = process.memoryUsage().rss;
    expect(await told(bomb)).toContain('would unpack to more than');
    expect(process.memoryUsage().rss - before).toBeLessThan(32 << 20);
    // It says that it is small, and is not.
    const lie = Buffer.from(bomb);
    const at = lie.indexOf('PK\u0001\u0002');
    lie.writeUInt32LE(1000, at + 24);
    expect(await told(lie)).toContain('cannot be unpacked');
    const inner = await packed([['claims.csv', 'id']]);
    const members = await unpacked(await bytesOf(datapackage, outgoingOf(await fromFile())));
    const nested = [...members].map(([n, t]) => [n, n === 'claims.csv' ? inner : t] as const);
    expect(await told(await packed(nested))).toMatch(/claims\.csv.*(not UTF-8|no column)/);
    const many = Array.from({ length: 1001 }, (_, i) => [`${i}.csv`, ''] as const);
    expect(await told(await packed(many))).toContain('has 1001 members');
  });

  test('a line without an end', async () => {
    const members = await unpacked(await bytesOf(datapackage, outgoingOf(await fromFile())));
    members.set('claims.csv', `${members.get('claims.csv')}"${'x'.repeat(40 << 20)}`);
    expect(await told(await packed(members, false))).toContain('never closed');
  });
});
