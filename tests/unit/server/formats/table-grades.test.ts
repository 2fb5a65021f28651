// What a table's rows say of a claim itself: grades as numbers, and rows that disagree.
import { expect, test } from 'vitest';
import { readTable, told } from './table-read.ts';

test('credibility has its number by STIX 2.1, as in a data file, and a column of confidence goes before it', async () => {
  const graded = async (statement: string, rows: string) => {
    const spec = `claims:
  id: "{id}"
  title: "{id}"
  kinds: { is: treaty }
  parties: [{ entity: { is: state:USA }, role: { is: party } }]
  statement: ${statement}
`;
    const read = await readTable(`id,conf,cred\n${rows}`, spec);
    return [
      ...told(read.problems),
      ...read.statements.map((s) => [s.confidence, s.credibility, s.word, s.scale]),
    ];
  };
  expect(await graded('{ credibility: cred }', '1,,1\n2,,6\n3,,\n')).toEqual([
    [90, 1, undefined, undefined],
    [null, 6, undefined, undefined],
    [null, undefined, undefined, undefined],
  ]);
  expect(await graded('{ confidence: conf, credibility: cred }', '1,55,1\n2,0,2\n3,,2\n')).toEqual([
    [55, 1, undefined, undefined],
    [0, 2, undefined, undefined],
    [70, 2, undefined, undefined],
  ]);
  const scale = 'admiralty-credibility';
  const admiralty = `{ confidence: { column: conf, scale: ${scale} } }`;
  expect(await graded(admiralty, '1,2,\n2,6,\n3,3 - Possibly True,\n4,,\n')).toEqual([
    [70, undefined, '2', scale],
    [null, undefined, '6', scale],
    [50, undefined, '3 - Possibly True', scale],
    [null, undefined, undefined, undefined],
  ]);
  expect((await graded(admiralty, '1,9,\n'))[0]).toMatch(
    /^t.csv:2 conf: "9" is not a word of admiralty-credibility; it has 1 - Confirmed/,
  );
  expect((await graded('{ credibility: cred }', '1,,7\n'))[0]).toMatch(
    /^t.csv:2 cred: "7" is not a credibility from 1 to 6/,
  );
  expect(await graded('{ confidence: { column: conf, scale: admiralty } }', '1,2,\n')).toEqual([
    expect.stringMatching(/^m.yaml:8 .*scale: "admiralty" is not a scale.*admiralty-credibility/),
  ]);
});

test('rows of one claim that disagree on what is its own are counted by field, with their lines', async () => {
  const spec = `claims:
  row: party
  id: "{id}"
  title: "{title}"
  kinds: { is: treaty }
  parties: [{ entity: { column: who, as: iso3 }, role: { is: party } }]
  statement: { credibility: cred }
  properties: { topic: topic }
`;
  const rows = [
    'a,USA,Pact A,2,trade',
    'b,USA,Pact B,3,',
    'a,CAN,Pact a,2,',
    'a,MEX,PACT A,1,trade',
    'b,CAN,Pact B,3,fish',
    'c,CAN,Pact C,,',
    'd,CAN,Pact D,1,',
    'c,USA,Pact c,,',
  ];
  const read = await readTable(`id,who,title,cred,topic\n${rows.join('\n')}\n`, spec);
  expect(told(read.problems)).toEqual([]);
  expect(read.report.notes).toEqual([
    'title: 2 claims whose rows disagree, the first row of each is kept: line 2 has "Pact A", line 4 "Pact a"; also line 9',
    'credibility: 1 claim whose rows disagree, the first row of each is kept: line 2 has "2", line 5 "1"',
    'property topic: 1 claim whose rows disagree, the first row of each is kept: line 3 has "", line 6 "fish"',
  ]);
  expect(read.claims.map((c) => c.title)).toEqual(['Pact A', 'Pact B', 'Pact C', 'Pact D']);
  // The claims in words say how sure the data are.
  expect(read.report.first.slice(0, 3).map((text) => /confidence [^\]]*/.exec(text)?.[0])).toEqual([
    'confidence 70, credibility 2',
    'confidence 50, credibility 3',
    'confidence unknown',
  ]);
});
