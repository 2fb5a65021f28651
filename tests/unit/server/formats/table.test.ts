// Tables in each of the four shapes, and what a mapping reads out of their rows.
import { expect, test } from 'vitest';
import { parseMapping } from '../../../../server/mapping.ts';
import { readTable, readTables, told } from './table-read.ts';

const parties = (read: Awaited<ReturnType<typeof readTable>>) =>
  read.claims.map((c) => `${c.id}: ${c.parties.map((p) => p.entity.slice(6)).join(' ')}`);

test('a row a claim: parties in columns, in numbered ones, and in lists in a cell', async () => {
  const read = await readTable(
    'no,host,guests,m1,m2,m3\n1,CHN,RUS; PRK,2,20,\n2,FRA,,200,,\n',
    `claims:
  id: "{no}"
  title: "{_kind} of {_parties}"
  kinds: { is: summit }
  parties:
    - { entity: { column: host, as: iso3 }, role: { is: host } }
    - { entity: { column: guests, as: iso3, separator: ";" }, role: { is: guest } }
    - { entity: { columns: m1..m3, as: cow-number }, role: { is: observer } }
`,
  );
  expect(told(read.problems)).toEqual([]);
  expect(parties(read)).toEqual(['x/1: CHN RUS PRK USA CAN', 'x/2: FRA GBR']);
  expect(read.claims[0]).toMatchObject({
    title: 'Summit of China, Russia and 3 more',
    modality: 'done',
    incomplete: false,
  });
  expect(read.report).toMatchObject({ claims: 2, sizes: { 3: 1, 1: 1 }, kinds: { summit: 2 } });
  expect(read.report.first[1]).toBe(
    'x/2: Summit of France, United Kingdom [summit; done; without a time; confidence unknown] France (host), United Kingdom (observer)',
  );
});

test('a row a party: rows of one id are one claim, wherever they stand', async () => {
  const read = await readTable(
    'id,who,from,until\na,USA,1990,1995\nb,FRA,,\na,CAN,1991-02,\na,USA,2001,2004\nb,DEU,,\n',
    `claims:
  row: party
  id: "{id}"
  title: "{id}"
  kinds: { is: treaty }
  when: parties
  parties: [{ entity: { column: who, as: iso3 }, role: { is: member }, from: from, until: until }]
`,
  );
  expect(told(read.problems)).toEqual([]);
  expect(parties(read)).toEqual(['x/a: USA USA CAN', 'x/b: FRA DEU']);
  // The end of Canada's spell is not known: no sooner than that of the last of the others.
  expect(read.claims.map((c) => c.when)).toEqual(['1990/[2004-01-01..]', undefined]);
  expect(read.claims[0]?.parties[2]).toMatchObject({ from: '1991-02', until: '[..]' });
  // Of b no date at all is known: it is a claim without a time.
  expect(read.claims[1]?.parties).toEqual([
    { entity: 'state:FRA', role: 'member' },
    { entity: 'state:DEU', role: 'member' },
  ]);
  expect(read.place(0, '/parties/2/entity')).toBe('t.csv:4 /parties/2/entity');
});

test('a row a pair: whichever stands first, and the report says what pairs cannot say', async () => {
  const read = await readTable(
    'ver,state1,state2,year\n1,USA,CAN,1990\n1,CAN,USA,1991\n1,USA,MEX,1990\n2,CAN,USA,1999\n',
    `claims:
  row: pair
  id: "{ver}"
  kinds: { is: alliance }
  when: parties
  parties:
    - { entity: { column: state1, as: cow-letters, values: { CAN: "state:CAN" } }, role: { is: member }, from: year, until: year }
    - { entity: { column: state2, as: iso3 }, role: { is: member }, from: year, until: year }
`,
  );
  expect(told(read.problems)).toEqual([]);
  expect(read.claims.map((c) => [c.id, c.when])).toEqual([
    ['x/1:CAN-USA', '1990/1991'],
    ['x/1:MEX-USA', '1990/1990'],
    ['x/2:CAN-USA', '1999/1999'],
  ]);
  expect(read.claims[0]?.parties).toEqual([
    { entity: 'state:USA', role: 'member' },
    { entity: 'state:CAN', role: 'member' },
  ]);
  expect(read.report.notes.at(-1)).toMatch(
    /^Each claim is a pair\. Pairs do not tell which of them are one agreement/,
  );
});

const joined = (more = '') =>
  parseMapping(
    `dataset: { id: x, title: X, url: "https://example.org/x" }
tables: { wars: {}, sides: { delimiter: ";" } }
claims:
  table: wars
  id: "{no}"
  title: "{name}"
  kinds: { is: war }
  ${more}
  join: { table: sides, on: { no: war }, withoutClaim: skip }
  parties:
    - entity: { column: state, as: name }
      role: { is: disputant }
      side: { column: side, values: { 1: A, 2: B } }
`,
    'm.yaml',
  );
const wars = 'no,name\n1,One\n2,Two\n3,Three\n';
const sides = 'war;state;side\n2;Siam;1\n1;France;1\n2;Burma;2\n1;Prussia;2\n1;Prussia;2\n9;China;1\n';

test('two tables joined by a key, in no order', async () => {
  const read = await readTables(joined('withoutParties: skip'), { wars, sides });
  expect(told(read.problems)).toEqual([]);
  expect(parties(read)).toEqual(['x/1: FRA DEU', 'x/2: THA MMR']);
  expect(read.claims[0]?.parties.map((p) => p.side)).toEqual(['A', 'B']);
  expect(read.report.notes).toEqual([
    'rows of parties that say what another row says, left out (the first in line 6): 1',
    'claims without a party, left out: 1',
    'rows of parties whose claim is not there, left out (the first of 1 claims is "9"): 1',
  ]);
});

test('a claim without a party, and a party without its claim, stop the load with both files', async () => {
  const mapping = joined();
  const { mapping: read } = mapping;
  if (read.claims?.join !== undefined) read.claims.join.withoutClaim = 'stop';
  expect(told((await readTables(mapping, { wars, sides })).problems)).toEqual([
    'wars.csv:4 -: the claim "3" has no party; withoutParties: skip leaves such claims out',
    'sides.csv:7 war: there is no claim "9" in the table of claims; withoutClaim: skip leaves such rows out',
  ]);
});

const visits = (party: string) =>
  parseMapping(
    `dataset: { id: x, title: X, url: "https://example.org/x" }
tables: { talks: {}, guests: {} }
claims:
  table: talks
  id: "{no}"
  title: "{name}"
  kinds: { is: summit }
  withoutParties: skip
  join: { table: guests, on: { no: talk } }
  parties:
    - { ${party}entity: { column: host, as: iso3 }, role: { is: host } }
    - { entity: { column: who, as: iso3 }, role: { is: guest } }
`,
    'm.yaml',
  );
const talks = 'no,name,host\n1,One,FIN\n2,Two,\n3,Three,CHE\n4,Four,\n';
const guests = 'talk,who\n3,USA\n1,RUS\n2,USA\n2,RUS\n1,USA\n';

test('where two tables are joined, a party may stand in the table of the claims', async () => {
  const read = await readTables(visits('table: talks, '), { talks, guests });
  expect(told(read.problems)).toEqual([]);
  expect(parties(read)).toEqual(['x/1: FIN RUS USA', 'x/2: USA RUS', 'x/3: CHE USA']);
  expect([0, 1, 2].map((i) => read.place(0, `/parties/${i}/entity`))).toEqual([
    'talks.csv:2 /parties/0/entity',
    'guests.csv:3 /parties/1/entity',
    'guests.csv:6 /parties/2/entity',
  ]);
  expect(read.report.notes).toEqual(['claims without a party, left out: 1']);
});

test('a column of the other table, and a table that is not read, are told by name', async () => {
  expect(told((await readTables(visits(''), { talks, guests })).problems)).toEqual([
    'm.yaml:11 /claims/parties/0/entity/column: the table "guests" has no column "host"; the table "talks" has it: write table: talks for this party',
  ]);
  expect(told((await readTables(visits('table: hosts, '), { talks, guests })).problems)).toEqual([
    'm.yaml:11 /claims/parties/0/table: the parties are read from "talks" and "guests", not from "hosts"',
  ]);
  const wrong = visits('table: talks, ');
  if (wrong.mapping.claims !== undefined) wrong.mapping.claims.title = ['{who}'];
  expect(told((await readTables(wrong, { talks, guests })).problems)).toEqual([
    'm.yaml:6 /claims/title/0: the table "talks" has no column "who"; the table "guests" has it',
  ]);
});

test('dates in other formats, the first of several columns, ends that have not come, values of their own', async () => {
  const read = await readTable(
    'id,a,b,end,open\n1,,03/07/1990,19951231,\n2,31/12/2001,,99999999,\n3,nn,1/2/1999,20000101,1\n',
    `claims:
  id: "{id}"
  title: "{id}"
  kinds: { is: treaty }
  when:
    from: { column: [a, b], format: dd/MM/yyyy, values: { nn: "" } }
    until: { column: end, format: yyyyMMdd, open: [99999999], openWhere: { column: open, is: [1] } }
  parties: [{ entity: { is: state:USA }, role: { is: party } }]
`,
  );
  expect(told(read.problems)).toEqual([]);
  expect(read.claims.map((c) => c.when)).toEqual(['1990-07-03/1995-12-31', '2001-12-31/..', '1999-02-01/..']);
});

test('conditions, grades, sides by constant, and properties by name', async () => {
  const read = await readTable(
    'id,use,who,whom,conf,cred,note\n1,y,USA,CHN,70,2,n\n2,n,USA,CHN,,,\n3,y,USA,,High,,\n',
    `claims:
  where: [{ column: use, not: [n] }]
  id: "{id}"
  title: "{_kind}: {_parties}"
  kinds: { is: accusation }
  incomplete: { column: whom, empty: true }
  parties:
    - { entity: { column: who, as: iso3 }, role: { is: accuser } }
    - { entity: { column: whom, as: iso3 }, role: { is: accused }, part: { is: affected } }
  statement:
    confidence: { column: conf, values: { 70: 70 }, scale: stix-none-low-med-high }
    credibility: cred
    assessedBy: coder
    locator: "row {id}"
  properties: { comment: note, used: { column: use, datatype: boolean } }
`,
  );
  expect(told(read.problems)).toEqual([]);
  expect(read.claims.map((c) => [c.id, c.incomplete, c.properties])).toEqual([
    ['x/1', false, { comment: 'n', used: true }],
    ['x/3', true, { used: true }],
  ]);
  expect(read.claims[0]?.parties[1]).toEqual({ entity: 'state:CHN', role: 'accused', part: 'affected' });
  expect(read.statements).toMatchObject([
    { confidence: 70, credibility: 2, assessedBy: 'coder', locator: 'row 1' },
    { confidence: 85, word: 'High', scale: 'stix-none-low-med-high' },
  ]);
  expect(read.statements[1]).not.toHaveProperty('credibility');
  expect(read.report.tables).toEqual([{ name: 't', file: 't.csv', rows: 3, left: 1 }]);
});

test('a table of any dialect: no header, comments, other quotes, skipped lines', async () => {
  const read = await readTable(
    "made by somebody\n# a comment\n1|'a | ''b'''|US\n# another\n2|c|-\n",
    `claims: { id: "{no}", title: "{name}", kinds: { is: treaty }, withoutParties: skip, parties: [{ entity: { column: who, as: iso2 }, role: { is: party } }] }`,
    `dataset: { id: x, title: X, url: "https://example.org/x" }
tables:
  t: { delimiter: "|", header: false, columns: [no, name, who], quoteChar: "'", commentPrefix: "#", skipRows: 1, null: ["", "-"] }
`,
  );
  expect(told(read.problems)).toEqual([]);
  expect(read.claims.map((c) => c.title)).toEqual(["a | 'b'"]);
});

test('read twice, a table gives the same', async () => {
  const spec =
    'claims: { id: "{id}", title: a, kinds: { is: treaty }, parties: [{ entity: { column: who, as: name, unknown: unnamed }, role: { is: party } }] }';
  const [one, two] = [
    await readTable('id,who\n1,Atlantis\n', spec),
    await readTable('id,who\n1,Atlantis\n', spec),
  ];
  expect(JSON.stringify(one)).toBe(JSON.stringify(two));
});
