// Files are known by their content: the format, a mapping, or the shipped mappings whose columns a table has.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { HEAD_BYTES, type Recognised } from '../../../model/imports.ts';
import { EntenteError } from '../../../server/errors.ts';
import { recognise } from '../../../server/recognise.ts';

const fixtures = path.resolve(import.meta.dirname, '../../fixtures');
const mappings = path.resolve(import.meta.dirname, '../../../data/mappings');
const head = (file: string) => readFileSync(path.join(fixtures, file));
const fitsOf = (what: Recognised) =>
  what.is === 'table' ? what.fits.map((f) => `${f.mapping.id}: ${f.table}`) : what.is;
const refused = (name: string, bytes: Buffer | string) =>
  recognise(name, Buffer.from(bytes)).then(
    () => '',
    (error: unknown) => (error instanceof EntenteError ? error.message : String(error)),
  );

/** The look-alikes of the shipped mappings, under names that say nothing. */
test.each(readdirSync(path.join(fixtures, 'tables')))('%s is known without its name', async (file) => {
  const expected: Record<string, string[]> = {
    'MIDA_4.2.csv': ['mid-4.2: disputes'],
    'MIDB_4.2.csv': ['mid-4.2: participants'],
    'agreements.csv': ['ggo: agreements'],
    'archigos.csv': ['archigos: leaders'],
    'atop5_1a.csv': ['atop-5.1-alliance: alliances'],
    'atop5_1aph.csv': ['atop-5.1-phase: phases'],
    'atop5_1m.csv': ['atop-5.1-member: members'],
    'gdelt-2-events.csv': ['gdelt-2: events'],
    'icews-events.tab': ['icews: events'],
    'leaderlist_3_21.csv': ['reign: leaders'],
    'parties.csv': ['ggo: parties'],
    'un_roll_calls.csv': ['unga: roll-calls'],
    'un_votes.csv': ['unga: votes'],
  };
  const fits = fitsOf(await recognise('x.txt', head(`tables/${file}`)));
  expect(fits.slice(0, 1)).toEqual(expected[file]);
});

test('a file of the usual name comes before another that fits as well; both are told', async () => {
  expect(fitsOf(await recognise('atop5_1a.csv', head('tables/atop5_1a.csv')))).toEqual([
    'atop-5.1-alliance: alliances',
    'atop-5.1-phase: phases',
  ]);
});

test('what a mapping reads is told, so that its other table can be asked for', async () => {
  const what = await recognise('x', head('tables/MIDA_4.2.csv'));
  expect(what).toMatchObject({
    draft: null,
    fits: [
      {
        mapping: {
          id: 'mid-4.2',
          tables: [
            { name: 'disputes', file: 'MIDA_4.2.csv' },
            { name: 'participants', file: 'MIDB_4.2.csv' },
          ],
        },
      },
    ],
  });
});

test('a table without one of the columns fits nothing; a draft is there to be edited', async () => {
  const table = head('tables/atop5_1m.csv').toString().replace('yrexit', 'year_of_exit');
  const what = await recognise('mine.csv', Buffer.from(table));
  expect(what).toMatchObject({ is: 'table', fits: [] });
  const draft = what.is === 'table' ? (what.draft ?? '') : '';
  expect(await recognise('draft.yaml', Buffer.from(draft))).toMatchObject({
    is: 'mapping',
    mapping: { id: null, title: 'mine.csv', tables: [{ name: 'rows', file: 'mine.csv' }] },
  });
});

test('a head that is cut in the middle of a row is a table all the same', async () => {
  const row = '9001,,200,1815,1,3,1815,2,8,0,1,0,0,0,1,5.1\n';
  const table = head('tables/atop5_1m.csv').toString() + row.repeat(HEAD_BYTES / row.length);
  expect(fitsOf(await recognise('x', Buffer.from(table).subarray(0, HEAD_BYTES)))).toEqual([
    'atop-5.1-member: members',
  ]);
});

test('entries are known by what stands in them, whatever the file is called', async () => {
  const yaml = head('harbours.yaml');
  for (const name of ['notes.yaml', 'notes.txt', 'notes.csv', 'notes'])
    expect(await recognise(name, yaml)).toEqual({ is: 'entries', format: 'yaml' });
  const line = Buffer.from('{"type":"dataset","id":"x","title":"X","coverage":[]}\n');
  for (const name of ['x.jsonl', 'x.csv'])
    expect(await recognise(name, line)).toMatchObject({ format: 'jsonl' });
});

test.each(readdirSync(mappings))('%s is a mapping, and no data file', async (file) => {
  const what = await recognise('notes.yaml', readFileSync(path.join(mappings, file)));
  expect(what.is).toBe('mapping');
});

test('a mapping that is wrong is told with its line', async () => {
  const wrong = readFileSync(path.join(mappings, 'mid-4.2.yaml'), 'utf8').replace('kinds:', 'kidns:');
  const error = await recognise('m.yaml', Buffer.from(wrong)).catch((e: unknown) => e);
  const line = wrong.split('\n').findIndex((l) => l.includes('kidns:')) + 1;
  expect(error).toBeInstanceOf(EntenteError);
  expect((error as EntenteError).errors).toContainEqual(
    expect.objectContaining({
      file: 'm.yaml',
      line,
      detail: expect.stringContaining('did you mean "kinds"?'),
    }),
  );
});

test('what is nothing that can be imported is told in a sentence', async () => {
  expect(await refused('a.gz', Buffer.from([0x1f, 0x8b, 8, 0]))).toMatch(
    /^This is a gzip archive: unpack it/,
  );
  expect(await refused('a.csv', 'PK\u0003\u0004')).toMatch(/^This is a zip archive, .*: unpack it/);
  expect(await refused('a.csv', '%PDF-1.7')).toBe('This is a PDF.');
  expect(await refused('a.csv', '')).toBe('The file is empty.');
  expect(await refused('a.json', '[{"a":1}]')).toMatch(/^This is JSON of a form/);
  expect(await refused('a.txt', 'Notes.\nNothing else.\n')).toMatch(
    /^This is neither a file that Entente knows nor/,
  );
});

test('a zip archive with nothing in it is told to be empty', async () => {
  const bytes = Buffer.alloc(22);
  bytes.write('PK\x05\x06', 'latin1');
  expect(await refused('x.zip', bytes)).toMatch(/^This zip archive is empty/);
});
