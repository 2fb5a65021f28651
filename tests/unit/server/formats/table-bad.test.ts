// What is wrong with tables, as the public ones have it: each quirk has its message, with file, line and column.
import { expect, test } from 'vitest';
import { readTable, told } from './table-read.ts';

const claims = (more = '', party = '') => `claims:
  row: party
  id: "{id}"
  title: "{id}"
  kinds: { is: treaty }
  ${more}
  parties:
    - entity: { column: who, as: cow-number ${party} }
      role: { is: member }
      from: { year: y1, month: m1, day: d1 }
      until: { year: y2, month: m2, day: d2, open: [0] }
`;
const header = 'id,who,y1,m1,d1,y2,m2,d2\n';
const right = '1,2,1990,1,1,1995,1,1\n';
const problems = async (table: string | Uint8Array, ...spec: Parameters<typeof claims>) =>
  told((await readTable(table, claims(...spec))).problems);

test('a mark of byte order, CRLF, blank lines and a missing last line end are no matter', async () => {
  const read = await readTable(
    `\uFEFF${header}\n${right}1,20,1990,1,1,1995,1,1`.replaceAll('\n', '\r\n'),
    claims(),
  );
  expect(told(read.problems)).toEqual([]);
  expect(read.claims[0]?.parties.map((p) => p.entity)).toEqual(['state:USA', 'state:CAN']);
});

test('windows-1252 is read where it is said, and told with its line where it is not', async () => {
  const table = Buffer.concat([
    Buffer.from(`${header}${right}1,2,1990,1,1,1995,1,1\nC`),
    Buffer.from([0xf4, 0x74, 0x65, 0x92]),
    Buffer.from(',20,1990,1,1,1995,1,1\n'),
  ]);
  expect(await problems(table)).toEqual([
    expect.stringMatching(
      /^t.csv:4 -: the byte 0xF4, character 2 of the line, is not UTF-8; as windows-1252 the line reads "Côte’,20.*": if that is right, write encoding: windows-1252; /,
    ),
  ]);
  const head =
    'dataset: { id: x, title: X, url: "https://example.org/x" }\ntables: { t: { encoding: windows-1252 } }\n';
  const read = await readTable(table, claims(), head);
  expect(read.claims.map((c) => [c.id, c.title])).toEqual([
    ['x/1', '1'],
    ['x/C-te-', 'Côte’'],
  ]);
  expect(read.report.notes).toContain(
    'ids written otherwise, for an id has letters, digits, dots, hyphens and colons only: 1',
  );
});

test('quotes in quotes are read, and a stray one is told with the line on which its row begins', async () => {
  const spec = `claims:
  id: "{id}"
  title: "{title}"
  kinds: { is: treaty }
  parties: [{ entity: { is: state:USA }, role: { is: member } }]
`;
  const fine = await readTable('id,title\n1,"A ""so-called"" pact\nof two lines, \\quoted\\"\n2,b\n', spec);
  expect(fine.claims.map((c) => c.title)).toEqual(['A "so-called" pact\nof two lines, \\quoted\\', 'b']);
  expect(fine.place(1, '/title')).toBe('t.csv:4 /title');
  const bad = async (table: string) => told((await readTable(table, spec)).problems);
  expect(await bad('id,title\n1,a\n2,"A "so-called" pact"\n')).toEqual([
    expect.stringMatching(
      /^t.csv:3 title: after the closing quote of a cell something else stands; within quotes write ""/,
    ),
  ]);
  expect(await bad('id,title\n1,A "so-called" pact\n')).toEqual([
    expect.stringMatching(
      /^t.csv:2 title: a quote stands in the middle of a cell that has none around it; .*quoteChar: none/,
    ),
  ]);
  expect(await bad('id,title\n1,a\n2,"b\n3,c\n4,d\n')).toEqual([
    expect.stringMatching(/^t.csv:3 -: a quote is opened in this row and never closed/),
  ]);
});

test('a ragged row is told with what is missing, or filled', async () => {
  expect(await problems(`${header}${right}1,20,1990\n`)).toEqual([
    't.csv:3 m1: this row has 3 cells, and the header has 8: the first that is missing is "m1"; ragged: fill takes the rest as empty',
  ]);
  expect(await problems(`${header}1,2,1990,1,1,1995,1,1,x\n`)).toEqual([
    't.csv:2 -: this row has 9 cells, and the header has 8: a cell with "," in it needs quotes around it',
  ]);
  const head =
    'dataset: { id: x, title: X, url: "https://example.org/x" }\ntables: { t: { ragged: fill } }\n';
  const read = await readTable(`${header}1,2,1990\n`, claims(), head);
  expect([told(read.problems), read.claims[0]?.parties[0]?.from]).toEqual([[], '1990']);
});

test('codes for missing and open dates stop the load until the mapping says what they mean', async () => {
  expect(await problems(`${header}1,2,9999,-9,0,1995,13,1\n`)).toEqual([
    't.csv:2 y1: "9999" is not a year; if it means that the year is not known, list it under missing; if the end has not come, under open',
    't.csv:2 m1: "-9" is not a month from 1 to 12; if it means that the month is not known, list it under missing',
    't.csv:2 d1: "0" is not a day from 1 to 31; if it means that the day is not known, list it under missing',
    't.csv:2 m2: "13" is not a month from 1 to 12; if it means that the month is not known, list it under missing',
  ]);
  expect(await problems(`${header}1,2,1990,2,30,0,0,0\n`)).toEqual([
    't.csv:2 d1: there is no such day as 1990-02-30',
  ]);
});

test('a spell that ends before it starts stops the load, or loses both dates', async () => {
  const table = `${header}${right}1,20,1990,1,1,1980,1,1\n`;
  expect(await problems(table)).toEqual([
    't.csv:3 y2: the spell of Canada ends (1980-01-01) before it starts (1990-01-01); reversed: leave-out takes neither as known',
  ]);
  const read = await readTable(table, claims('reversed: leave-out'));
  expect(told(read.problems)).toEqual([]);
  // When it took part is not known then; it did not all the time.
  expect(read.claims[0]?.parties[1]).toEqual({
    entity: 'state:CAN',
    role: 'member',
    from: '[..]',
    until: '[..]',
  });
  const kept = await readTable(table, claims('reversed: keep-start'));
  expect(kept.claims[0]?.parties[1]).toEqual({ entity: 'state:CAN', role: 'member', from: '1990-01-01' });
  expect(read.report.notes).toEqual([
    'times that end before they start, of which the mapping says what is known: 1',
  ]);
});

test('a claim and a term that end before they start are told with line and column, or have no dates', async () => {
  const table = 'id,from,to\na,1990,1995\nb,2001-05,9999-12-31\nc,2001-05,2000\n';
  const spec = (more: string) => `claims:
  id: "{id}"
  title: "{id}"
  kinds: { is: treaty }
  ${more}
  when: { from: from, until: { column: to, open: [9999-12-31] } }
  parties: [{ entity: { is: state:USA }, role: { is: member } }]
`;
  expect(told((await readTable(table, spec(''))).problems)).toEqual([
    't.csv:4 to: it ends (2000) before it starts (2001-05); reversed: leave-out takes neither as known',
  ]);
  const read = await readTable(table, spec('reversed: leave-out'));
  expect(read.claims.map((c) => c.when)).toEqual(['1990/1995', '2001-05/..', undefined]);
  const kept = await readTable(table, spec('reversed: keep-start'));
  expect(kept.claims.map((c) => c.when)).toEqual(['1990/1995', '2001-05/..', '2001-05/']);
  const terms = (more: string) => `entities:
  - id: "person:{id}"
    name: "{id}"
    ${more}
    represents: { entity: { is: state:USA }, office: { is: president }, from: from, until: { column: to, open: [9999-12-31] } }
`;
  expect(told((await readTable(table, terms(''))).problems)).toEqual([
    't.csv:4 to: the term ends (2000) before it starts (2001-05); reversed: leave-out takes neither as known',
  ]);
  const left = await readTable(table, terms('reversed: leave-out'));
  expect(left.entities.map((e) => [e.represents?.[0]?.from, e.represents?.[0]?.until])).toEqual([
    ['1990', '1995'],
    ['2001-05', undefined],
    ['[..]', '[..]'],
  ]);
});

test('9999 in a column of dates, and a day that there is not, are told with what to do', async () => {
  const spec = `claims:
  id: "{id}"
  title: "{id}"
  kinds: { is: treaty }
  when: { date: date }
  parties: [{ entity: { is: state:USA }, role: { is: member } }]
`;
  const one = async (date: string) => told((await readTable(`id,date\n1,${date}\n`, spec)).problems);
  const code =
    'if it means that nothing is known, list it under missing; if the end has not come, under open; if it means a date, under values';
  for (const date of ['9999-12-31', '1990-02-30', '1990--9-01', '0'])
    expect(await one(date)).toEqual([
      `t.csv:2 date: "${date}" is not a date in EDTF, such as 1990-03-01; say format: dd/MM/yyyy where dates are written otherwise; ${code}`,
    ]);
  expect(await one('1990-09..1990-10')).toEqual([
    't.csv:2 date: "1990-09..1990-10" is a range, where one date is wanted: give the date it stands for under values, such as "1990-09..1990-10": "1990"',
  ]);
});

test('a code that no state has is told once, with its line, how often, and what is close', async () => {
  const table = `${header}${right}1,9999,1990,1,1,1995,1,1\n2,9999,1990,1,1,1995,1,1\n2,USA,1990,1,1,1995,1,1\n`;
  expect(await problems(table)).toEqual([
    't.csv:3 who: "9999" (in 2 rows, here first) is not known; no state has it as cow-number. Give it an entity under values, or say unknown: skip or unnamed',
    't.csv:5 who: "USA" is not known; no state has it as cow-number; as iso3 it is United States. Give it an entity under values, or say unknown: skip or unnamed',
  ]);
  const names =
    'claims: { id: "{id}", title: a, kinds: { is: treaty }, parties: [{ entity: { column: who, as: name }, role: { is: member } }] }';
  expect(told((await readTable('id,who\n1,Rusia\n2,Chnia\n', names)).problems)).toEqual([
    't.csv:3 who: "Chnia" is not known; no state has it as name; did you mean "China" or "Kenya"?. Give it an entity under values, or say unknown: skip or unnamed',
  ]);
});

test('an unknown code is skipped, and its claim is incomplete; or kept as an unnamed entity', async () => {
  const table = `${header}${right}1,9999,1990,1,1,1995,1,1\n`;
  const skipped = await readTable(table, claims('', ', unknown: skip'));
  expect(skipped.claims.map((c) => [c.incomplete, c.parties.length])).toEqual([[true, 1]]);
  expect(skipped.report.unknown).toEqual([
    { table: 't', column: 'who', text: '9999', rows: 1, line: 3, became: 'skip' },
  ]);
  const kept = await readTable(table, claims('', ', unknown: unnamed'));
  expect(kept.claims.map((c) => [c.incomplete, c.parties[1]?.entity])).toEqual([[false, 'group:x.9999']]);
  expect(kept.entities).toMatchObject([
    { id: 'group:x.9999', label: 'Group', unnamed: true, names: { en: '9999' } },
  ]);
});

test('ids that stand twice are numbered or left out where the mapping says so', async () => {
  const spec = (repeated: string) => `claims:
  id: "{id}"
  repeated: ${repeated}
  title: "{title}"
  kinds: { is: treaty }
  parties: [{ entity: { is: state:USA }, role: { is: member } }]
`;
  const table = 'id,title\na,one\nb,two\na,three\na,four\n';
  const ids = async (repeated: string) =>
    (await readTable(table, spec(repeated))).claims.map((c) => `${c.id} ${c.title}`);
  expect(await ids('number')).toEqual(['x/a one', 'x/b two', 'x/a.2 three', 'x/a.3 four']);
  expect(await ids('first')).toEqual(['x/a one', 'x/b two']);
  // Where it stops, the loader tells both places.
  expect(await ids('stop')).toEqual(['x/a one', 'x/b two', 'x/a three', 'x/a four']);
});

test('what a cell lacks is told with its column', async () => {
  const spec = `claims:
  id: "{id}"
  title: "{title}"
  kinds: { column: kind, values: { a: treaty } }
  parties: [{ entity: { column: who, as: iso3 }, role: { column: role }, side: { column: side, values: { 1: A } } }]
  statement: { confidence: conf }
  properties: { n: { column: n, datatype: number } }
`;
  const head = 'id,title,kind,who,role,side,conf,n\n';
  const one = async (row: string) => told((await readTable(`${head}${row}\n`, spec)).problems);
  expect(await one(',t,a,USA,member,1,50,1')).toEqual(['t.csv:2 id: the claim has no id: the cell is empty']);
  expect(await one('!,t,a,USA,member,1,50,1')).toEqual([
    't.csv:2 id: "!" cannot be an id: it has no letter and no digit',
  ]);
  expect(await one('1,,a,USA,member,1,50,1')).toEqual([
    't.csv:2 title: the claim has no title: a cell of it is empty',
  ]);
  expect(await one('1,t,b,USA,member,1,50,1')).toEqual([
    expect.stringMatching(/^t.csv:2 kind: "b" leads to no kind/),
  ]);
  expect(await one('1,t,,USA,member,1,50,1')).toEqual([
    expect.stringMatching(/^t.csv:2 kind: the claim "1" has no kind/),
  ]);
  expect(await one('1,t,a,USA,membr,1,50,1')).toEqual([
    't.csv:2 role: "membr" is not a role of the vocabulary; did you mean "member"?: give it a word under values',
  ]);
  expect(await one('1,t,a,USA,member,2,50,1')).toEqual([
    't.csv:2 side: "2" is not among the values of the mapping; there are 1',
  ]);
  expect(await one('1,t,a,USA,member,1,0.8,x')).toEqual([
    't.csv:2 n: "x" is not a number',
    't.csv:2 conf: "0.8" is not a whole number from 0 to 100: a share is not a confidence, map its texts under values',
  ]);
  expect(await one('1,t,a,,member,1,50,1')).toEqual([
    't.csv:2 -: the claim "1" has no party; withoutParties: skip leaves such claims out',
  ]);
});

test('after a thousand errors the rest is not read', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => `${i},2,x,1,1,1995,1,1`).join('\n');
  const told = (await problems(`${header}${rows}\n`)).slice(-1);
  expect(told).toEqual(['t.csv:- -: after 1000 errors the rest is not read']);
});
