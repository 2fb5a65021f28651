// Mapping files: what is wrong in one is told with its line, what there is and what is close.
import { expect, test } from 'vitest';
import { EntenteError } from '../../../server/errors.ts';
import { parseMapping, readMapping, shippedMappings, tableInput } from '../../../server/mapping.ts';
import { readTables, told } from './formats/table-read.ts';

const head = 'dataset: { id: x, title: X, url: "https://example.org/x" }\n';

function refused(text: string): string[] {
  try {
    parseMapping(text, 'm.yaml');
  } catch (error) {
    if (error instanceof EntenteError) return told(error.errors);
    throw error;
  }
  return [];
}

async function wrong(text: string, table = 'id,who,kind\n1,USA,treaty\n'): Promise<string[]> {
  return told((await readTables(parseMapping(text, 'm.yaml'), { t: table })).problems);
}

test('YAML that is none, and words that there are not', () => {
  expect(refused('dataset: {')).toEqual([expect.stringMatching(/^m.yaml:1 -: this is not YAML/)]);
  expect(refused(`${head}tables: { t: {} }\n`)).toEqual([
    'm.yaml:1 /claims: nothing: a mapping has claims, or entities, or both',
  ]);
  expect(
    refused(`${head}tables:
  t: { delimeter: ";", header: maybe }
claims:
  row: dyad
  id: "{id}"
  kinds: { is: treaty }
  parties:
    - entity: { column: who, as: iso4 }
      role: { is: party }
`),
  ).toEqual([
    'm.yaml:3 /tables/t/header: "maybe" is not right: write true or false',
    'm.yaml:3 /tables/t/delimeter: "delimeter" is not a key here; did you mean "delimiter"?',
    'm.yaml:5 /claims/row: "dyad" is not one of claim, party, pair',
    expect.stringMatching(/^m.yaml:9 \/claims\/parties\/0\/entity\/as: "iso4" is not right: write .*iso3/),
  ]);
});

const claims = (lines: string) => `${head}tables: { t: {} }\nclaims:\n${lines}`;
const right = `  id: "{id}"
  title: "{id}"
  kinds: { column: kind }
  parties:
    - entity: { column: who, as: iso3 }
      role: { is: party }
`;

test('columns, kinds, roles and entities that are not there', async () => {
  expect(await wrong(claims(right))).toEqual([]);
  expect(await wrong(claims(right.replace('column: who', 'column: whom')))).toEqual([
    'm.yaml:8 /claims/parties/0/entity/column: the table "t" has no column "whom"; did you mean "who"?',
  ]);
  expect(await wrong(claims(right.replace('"{id}"', '"{ide}"')))).toEqual([
    'm.yaml:4 /claims/id: the table "t" has no column "ide"; did you mean "id"?',
  ]);
  expect(await wrong(claims(right.replace('is: party', 'is: partner-in-crime')))).toEqual([
    expect.stringMatching(
      /^m.yaml:9 \/claims\/parties\/0\/role\/is: "partner-in-crime" is not a role of the vocabulary/,
    ),
  ]);
  expect(
    await wrong(claims(right.replace('column: kind', 'column: kind, values: { treaty: treatys }'))),
  ).toEqual([
    'm.yaml:6 /claims/kinds/values/treaty: "treatys" is not a kind of the vocabulary; did you mean "treaty"?',
  ]);
  expect(await wrong(claims(right.replace('as: iso3', 'as: iso3, values: { USA: "state:UAS" }')))).toEqual([
    expect.stringMatching(
      /^m.yaml:8 \/claims\/parties\/0\/entity\/values\/USA: there is no state "state:UAS"/,
    ),
  ]);
  expect(await wrong(claims(right), 'id,who,who,kind\n1,USA,USA,treaty\n')).toEqual([
    'm.yaml:8 /claims/parties/0/entity/column: the table "t" has two columns "who": name them apart',
  ]);
  expect(await wrong(claims(right.replace('title: "{id}"', 'title: "{id} {_when} {_what}"')))).toEqual([
    'm.yaml:5 /claims/title: there is no {_what}; there are {_parties}, {_kind} and {_when}',
  ]);
});

test('an id by a number of the Correlates of War leads to the state that has it', async () => {
  const values = (id: string) =>
    wrong(claims(right.replace('as: iso3', `as: iso3, values: { USA: "${id}" }`)));
  expect(await values('state:cow-345')).toEqual([
    'm.yaml:8 /claims/parties/0/entity/values/USA: there is no state "state:cow-345"; number 345 of the Correlates of War is "state:SRB" (Serbia); other entities are declared under declare',
  ]);
  expect(await values('state:cow-300')).toEqual([]);
});

test('a format of dates names its letters, and says that names of months are not read', async () => {
  const dated = (format: string) =>
    claims(
      right.replace('  parties:', `  when: { date: { column: kind, format: "${format}" } }\n  parties:`),
    );
  for (const format of ['d MMM yyyy', 'dd/MM/yy', 'MM-dd'])
    expect(refused(dated(format))).toEqual([
      expect.stringMatching(
        /^m.yaml:7 \/claims\/when\/date.*a format of dd, MM and yyyy, as dd\/MM\/yyyy: they are digits, and names of months are not read/,
      ),
    ]);
  const month = claims(
    right
      .replace('kinds: { column: kind }', 'kinds: { is: treaty }')
      .replace('  parties:', '  when: { date: { column: kind, format: dd-MM-yyyy } }\n  parties:'),
  );
  expect(await wrong(month, 'id,who,kind\n1,USA,03-Mar-1990\n')).toEqual([
    expect.stringMatching(
      /^t.csv:2 kind: "03-Mar-1990" is not a date as dd-MM-yyyy: dd, MM and yyyy are digits, and names of months are not read; if it means that nothing is known/,
    ),
  ]);
});

test('tables and sources that are not there', async () => {
  expect(await wrong(claims(`  table: tt\n${right}`))).toEqual([
    'm.yaml:4 /claims/table: there is no table "tt"; did you mean "t"?',
  ]);
  expect(await wrong(claims(right).replace(', url: "https://example.org/x"', ''))).toEqual(
    ['m.yaml:1 /source: the source needs an id: write url under dataset or source'].map(() =>
      expect.stringContaining('the source needs an id'),
    ),
  );
  expect(await wrong(claims(right).replace('t: {}', 't: { encoding: utf9 }'))).toEqual([
    'm.yaml:2 /tables/t/encoding: "utf9" is not an encoding; most tables are utf-8 or windows-1252',
  ]);
  expect(await wrong(claims(right).replace('t: {}', 't: { header: false }'))).toEqual([
    'm.yaml:2 /tables/t/header: a table without a header needs its columns: write columns: [name, …]',
  ]);
});

test('every shipped mapping is right, and is found by its name', () => {
  expect(shippedMappings()).toEqual([
    'archigos',
    'atop-5.1-alliance',
    'atop-5.1-member',
    'atop-5.1-phase',
    'gdelt-2',
    'ggo',
    'icews',
    'mid-4.2',
    'reign',
    'unga',
  ]);
  for (const name of shippedMappings()) expect(readMapping(name).mapping.dataset.id).toBeTruthy();
  expect(() => readMapping('atop-5.1-membre')).toThrow(
    /There is no mapping "atop-5.1-membre"; did you mean "atop-5.1-member"\?/,
  );
});

test('files find their tables: by name, by their usual file name, by order', () => {
  const mapping = readMapping('unga');
  const paths = (files: string[]) =>
    Object.fromEntries(Object.entries(tableInput(mapping, files).tables).map(([name, t]) => [name, t.path]));
  const both = { votes: 'a/un_votes.csv', 'roll-calls': 'a/un_roll_calls.csv' };
  expect(paths(['a/un_votes.csv', 'a/un_roll_calls.csv'])).toEqual(both);
  expect(paths(['votes=v.csv', 'r.csv'])).toEqual({ votes: 'v.csv', 'roll-calls': 'r.csv' });
  expect(paths(['r.csv', 'v.csv'])).toEqual({ votes: 'v.csv', 'roll-calls': 'r.csv' });
  expect(() => paths(['r.csv'])).toThrow(
    /unga.yaml has 2 tables, and 1 file is given: write roll-calls=un_roll_calls.csv votes=un_votes.csv/,
  );
});
