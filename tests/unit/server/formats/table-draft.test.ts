// A drafted mapping: it is right as it stands, reads the table it was drafted for, and tells where it guessed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { draft } from '../../../../server/formats/table/draft.ts';
import { parseMapping } from '../../../../server/mapping.ts';
import { root } from '../../../../server/version.ts';
import { readTables, told } from './table-read.ts';

async function* once(text: string | Buffer) {
  yield Buffer.from(text);
}

/** Drafts a mapping and reads the table by it. */
async function drafted(table: string | Buffer, name = 'a.csv') {
  const text = await draft(once(table), name);
  return { text, ...(await readTables(parseMapping(text, 'draft.yaml'), { rows: table })) };
}

const lookAlike = (name: string) => readFileSync(path.join(root, 'tests', 'fixtures', 'tables', name));

test('a row a member, with year, month and day and open ends', async () => {
  const { text, claims, problems } = await drafted(lookAlike('atop5_1m.csv'), 'atop5_1m.csv');
  expect(text).toContain('row: party # guessed: several rows have one atopid');
  expect(text).toContain('until: { year: yrexit, month: moexit, day: dayexit, open: ["0"] }');
  expect(told(problems)).toEqual([]);
  expect(claims.map((c) => c.when)).toEqual([
    '1815-01-03/1815-02-08',
    '1844-06/1846-06-29',
    '1961-07-11/..',
    '1820-05-15/1866-06-15',
  ]);
});

test('numbered columns, lists in a cell, pairs by the year', async () => {
  const numbered = await drafted(lookAlike('atop5_1a.csv'));
  expect(numbered.text).toContain('columns: mem1..mem59, as: cow-number');
  expect(numbered.claims.map((c) => c.parties.length)).toEqual([3, 2]);
  const lists = await drafted(
    'id;title;members;date\n1;One;CHN, RUS;2001-06-15\n2;Two;USA, JPN, KOR;2002-01-01\n',
  );
  expect(lists.text).toContain('delimiter: ";"');
  expect(lists.claims.map((c) => [c.title, c.when, c.parties.length])).toEqual([
    ['One', '2001-06-15', 2],
    ['Two', '2002-01-01', 3],
  ]);
  const pairs = await drafted('ccode1,ccode2,year\n2,20,1990\n2,20,1991\n200,220,1990\n');
  expect(pairs.text).toContain('row: pair # guessed: two columns of states; a pair cannot say what is joint');
  expect(told(pairs.problems)).toEqual([]);
  expect(pairs.claims.map((c) => [c.id, c.when])).toEqual([
    ['a/CAN-USA', '1990/1991'],
    ['a/FRA-GBR', '1990/1990'],
  ]);
});

test('sides, grades, windows-1252, TAB, and no header', async () => {
  const mid = await drafted(lookAlike('MIDB_4.2.csv'));
  expect(mid.text).toContain('side: sidea');
  expect(mid.text).toContain('missing: ["-9"]');
  const graded = await drafted('event_id,iso3,role,confidence,startdate\n1,USA,x,80,1990-01-01\n');
  expect(graded.text).toContain('confidence: confidence # guessed');
  const old = await drafted(
    Buffer.concat([Buffer.from('id\tname\tcountry\n1\tC'), Buffer.from([0xf4]), Buffer.from('te\tFrance\n')]),
  );
  expect(old.text).toContain('{ file: a.csv, delimiter: "\\t", encoding: windows-1252, quoteChar: none }');
  expect(old.claims[0]?.title).toBe('Côte');
  const bare = await draft(once('1,USA\n2,CAN\n'), 'bare.csv');
  expect(bare).toContain('header: false, columns: [column1, column2] } # guessed: no header');
});

test('what is no table is refused', async () => {
  await expect(draft(once('just a text\n'), 'a.csv')).rejects.toThrow('this does not look like a table');
});
