// How YAML is read: what people write in several ways, and where each part of it stands.
import { expect, test } from 'vitest';
import { yaml } from '../../../../server/formats/yaml.ts';

async function* bytes(text: string) {
  yield Buffer.from(text);
}

async function read(text: string) {
  const all = [];
  for await (const decoded of yaml.decode?.(bytes(text)) ?? []) all.push(decoded);
  return all;
}
const entries = async (text: string) => (await read(text)).map((d) => ('entry' in d ? d.entry : d));
const head = 'dataset: { id: x, title: X }\n';

test('a year is a text, a number where a number is meant is a number', async () => {
  const text = `${head}claims:
  - id: 7
    title: 2031
    when: 2031
    parties: [{ entity: state:CHN, role: member, side: no, from: 2030 }]
    properties: { code: 7, flag: true, none: null }
    statements: [{ source: a, stance: asserts, confidence: 70, locator: 12, note: null }]
`;
  expect((await entries(text)).slice(1)).toEqual([
    {
      type: 'claim',
      id: 'x/7',
      title: '2031',
      when: '2031',
      modality: 'done',
      incomplete: false,
      parties: [{ entity: 'state:CHN', role: 'member', side: 'no', from: '2030' }],
      properties: { code: 7, flag: true, none: null },
    },
    {
      type: 'statement',
      claim: 'x/7',
      source: 'a',
      stance: 'asserts',
      confidence: 70,
      basis: 'stated',
      locator: '12',
    },
  ]);
});

test('confidence left out is unknown, or what a credibility says; written as null it is unknown', async () => {
  const text = `${head}claims:
  - id: a
    statements:
      - { source: s, stance: asserts }
      - { source: s, stance: asserts, credibility: 2 }
      - { source: s, stance: asserts, credibility: 2, confidence: null }
`;
  expect((await entries(text)).slice(2)).toEqual([
    expect.objectContaining({ confidence: null }),
    expect.not.objectContaining({ confidence: null }),
    expect.objectContaining({ confidence: null, credibility: 2 }),
  ]);
});

test('anchors, aliases and merged keys are written out', async () => {
  const text = `${head}claims:
  - id: a
    parties: &two [{ entity: state:CHN, role: member }]
    statements: [&first { source: s, stance: asserts }, { <<: *first, stance: denies }]
  - { id: b, parties: *two }
`;
  const read = (await entries(text)) as { stance?: string; source?: string; parties?: unknown }[];
  expect(read.slice(2, 4).map((s) => [s.source, s.stance])).toEqual([
    ['s', 'asserts'],
    ['s', 'denies'],
  ]);
  expect(read[4]?.parties).toEqual(read[1]?.parties);
});

test('a part of an entry is found in the file', async () => {
  const text = `${head}claims:
  - id: a
    kind: summit
    parties:
      - entity: state:CHN
        role: host
    statements:
      - source: s
        quote: a word
`;
  const [, claim, statement] = await read(text);
  const at = (d: typeof claim, pointer: string) =>
    d !== undefined && 'entry' in d ? d.at?.(pointer) : undefined;
  expect(at(claim, '/kinds/0')).toEqual({ line: 4, pointer: '/claims/0/kind' });
  expect(at(claim, '/parties/0/role')).toEqual({ line: 7, pointer: '/claims/0/parties/0/role' });
  expect(at(claim, '/title')).toEqual({ line: 3, pointer: '/claims/0/title' });
  expect(at(statement, '/quote/exact')).toEqual({ line: 10, pointer: '/claims/0/statements/0/quote' });
});

test('keys named like parts of JavaScript are keys', async () => {
  const [, claim] = await entries(`${head}claims:\n  - { id: a, __proto__: 1, constructor: 2 }\n`);
  expect(Object.keys(claim as object)).toContain('__proto__');
});

test('what is no list, and what has no fields, is told', async () => {
  const problems = (await read(`${head}sources: none\nentities: [a]\nclaims:\n  - text\n`)).flatMap((d) =>
    'problem' in d ? [[d.problem.line, d.problem.pointer]] : [],
  );
  expect(problems).toEqual([
    [3, '/entities/0'],
    [5, '/claims/0'],
    [2, '/sources'],
  ]);
});

test('several data sets stand in documents of their own', async () => {
  const read = await entries(`${head}---\ndataset: { id: y, title: Y }\n`);
  expect(read.map((e) => (e as { id: string }).id)).toEqual(['x', 'y']);
});
