// Bad input: each is refused with file, line and field, with what is wrong and what is close; and nothing is written.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProblemCode, ProblemDetail } from '../../model/problem.ts';
import { InvalidError } from '../../server/errors.ts';
import type { Graph } from '../../server/graph/graph.ts';
import { cleanUp, removeDataset } from '../../server/load/datasets.ts';
import { type LoadOptions, load } from '../../server/load/load.ts';
import type { LoadInput } from '../../server/load/read.ts';
import { prepareGraph } from '../../server/prepare-graph.ts';
import { connect } from '../support/graph.ts';
import { changed, file, fixtures, harbours, lineOf, size } from './harbours.ts';

let graph: Graph;
let before: unknown;
beforeAll(async () => {
  graph = await connect();
  await prepareGraph(graph);
  // The first load of all makes the lock's node.
  await cleanUp(graph);
});
beforeEach(async () => {
  before = await size(graph);
});
afterAll(() => graph.close());

/** Loads what is to be refused, and makes sure that nothing was written. */
async function refused(input: LoadInput | LoadInput[], options: LoadOptions = {}): Promise<InvalidError> {
  const error = await load(graph, [input].flat(), options).then(
    () => null,
    (e: unknown) => e,
  );
  expect(await size(graph)).toEqual(before);
  if (!(error instanceof InvalidError)) throw error ?? new Error('it was not refused');
  expect(error.message).toMatch(/^Nothing is loaded: \d+ errors?\b/);
  return error;
}

/** The one error of a file. */
async function only(text: string, name?: string, options?: LoadOptions): Promise<ProblemDetail> {
  const input = file(text, name);
  const { errors } = await refused(input, options);
  expect(errors.map((e) => ({ ...e, file: undefined }))).toHaveLength(1);
  const [error] = errors;
  expect(error?.file).toBe(input.path);
  return error ?? { detail: '' };
}

interface Case {
  name: string;
  from: string;
  to: string;
  /** Stands on the line that is told; `to` where it is not given. */
  at?: string;
  pointer: string;
  detail: RegExp;
  code?: ProblemCode;
}

const cases: Case[] = [
  {
    name: 'an unknown key',
    from: 'coder: A coder',
    to: 'codr: A coder',
    pointer: '/dataset/codr',
    detail: /"codr" is not a key here; did you mean "coder"\?/,
  },
  {
    name: 'an unknown key of a claim',
    from: 'modality: agreed',
    to: 'modalty: agreed',
    pointer: '/claims/1/modalty',
    detail: /did you mean "modality"\?/,
  },
  {
    name: 'an unknown key of a party',
    from: 'by: person:an-envoy }',
    to: 'through: person:an-envoy }',
    at: 'through:',
    pointer: '/claims/0/parties/0/through',
    detail: /"through" is not a key here; there are entity, role,/,
  },
  {
    name: 'an unknown kind',
    from: 'kind: leader-visit',
    to: 'kind: leeder-visit',
    pointer: '/claims/0/kind',
    detail: /"leeder-visit" is not a kind of the vocabulary; did you mean "leader-visit"\?/,
  },
  {
    name: 'an unknown role',
    from: 'role: host }',
    to: 'role: hosts }',
    at: 'role: hosts',
    pointer: '/claims/0/parties/1/role',
    detail: /"hosts" is not a role of the vocabulary; did you mean "host"/,
  },
  {
    name: 'an unknown kind of a coverage',
    from: 'kinds: [leader-visit, memorandum], from',
    to: 'kinds: [leader-visit, memorandom], from',
    at: 'memorandom',
    pointer: '/dataset/coverage/0/kinds/1',
    detail: /did you mean "memorandum"\?/,
  },
  {
    name: 'an unknown state',
    from: '{ entity: state:CHN,',
    to: '{ entity: state:CHX,',
    pointer: '/claims/1/parties/2/entity',
    detail: /there is no entity "state:CHX"; did you mean "state:CH/,
    code: 'dangling-reference',
  },
  {
    name: 'a state by its name',
    from: '{ entity: state:CHN,',
    to: '{ entity: China,',
    pointer: '/claims/1/parties/2/entity',
    detail: /write an entity id as type:slug.*did you mean "state:CHN"\?/,
  },
  {
    name: 'an unknown person',
    from: 'attributedTo: person:an-envoy',
    to: 'attributedTo: person:an-envoi',
    pointer: '/claims/0/statements/1/attributedTo',
    detail: /there is no entity "person:an-envoi"; did you mean "person:an-envoy"\?/,
    code: 'dangling-reference',
  },
  {
    name: 'an unknown source',
    from: 'source: report\n',
    to: 'source: raport\n',
    pointer: '/claims/0/statements/0/source',
    detail: /"raport".*did you mean "report"\?/,
  },
  {
    name: 'an unknown stance',
    from: 'stance: denies',
    to: 'stance: deny',
    pointer: '/claims/0/statements/1/stance',
    detail: /"deny" is not one of asserts, denies, .*did you mean "denies"\?/,
  },
  {
    name: 'an unknown claim to start with',
    from: '{ claim: visit,',
    to: '{ claim: visits,',
    pointer: '/dataset/start/claims/0/claim',
    detail: /there is no claim "harbours\/visits"; did you mean "harbours\/visit"\?/,
    code: 'dangling-reference',
  },
  {
    name: 'a confidence of 101',
    from: 'confidence: 55',
    to: 'confidence: 101',
    pointer: '/claims/0/statements/0/confidence',
    detail: /101: confidence is a whole number from 0 to 100, or absent/,
  },
  {
    name: 'a confidence of 55.5',
    from: 'confidence: 55',
    to: 'confidence: 55.5',
    pointer: '/claims/0/statements/0/confidence',
    detail: /55\.5.* whole number/,
  },
  {
    name: 'a word of confidence without a scale',
    from: 'confidence: 55',
    to: 'confidence: high',
    pointer: '/claims/0/statements/0/confidence',
    detail: /"high" needs a scale: write scale, one of stix-none-low-med-high,/,
  },
  {
    name: 'a number in quotes',
    from: 'confidence: 55',
    to: 'confidence: "55"',
    pointer: '/claims/0/statements/0/confidence',
    detail: /"55" is text; write the number without quotes/,
  },
  {
    name: 'a word that the scale does not have',
    from: 'confidence: High',
    to: 'confidence: Higher',
    pointer: '/claims/0/statements/1/confidence',
    detail: /"Higher" is not a word of stix-none-low-med-high.*None, Low, Med, High/,
  },
  {
    name: 'a number and a word that disagree',
    from: 'confidence: High',
    to: 'confidence: 20\n        word: High',
    at: 'confidence: 20',
    pointer: '/claims/0/statements/1/confidence',
    detail: /20 and "High" disagree: .*70 to 100/,
  },
  {
    name: 'an unknown scale',
    from: 'scale: stix-none-low-med-high',
    to: 'scale: stix-none-low-high',
    pointer: '/claims/0/statements/1/scale',
    detail: /"stix-none-low-high" is not a scale; did you mean "stix-none-low-med-high"\?/,
  },
  {
    name: 'a word of likelihood for confidence',
    from: 'confidence: High\n        scale: stix-none-low-med-high',
    to: 'confidence: Likely/Probable\n        scale: wep',
    at: 'confidence: Likely',
    pointer: '/claims/0/statements/1/confidence',
    detail: /a word of likelihood, which is not confidence: write likelihood:/,
  },
  {
    name: 'two claims with one id',
    from: 'id: paper',
    to: 'id: visit',
    at: 'id: visit\n    title: A paper',
    pointer: '/claims/1/id',
    detail: /claim harbours\/visit stands twice: first at line \d+/,
    code: 'duplicate-id',
  },
  {
    name: 'acting without an office on that date',
    from: 'when: 2031-05-04\n',
    to: 'when: 2032-05-04\n',
    at: 'by: person:an-envoy',
    pointer: '/claims/0/parties/0/by',
    detail:
      /person:an-envoy has no office of state:PRK at the time of the claim \(2032-05-04\): it has envoy, 2030 to 2031-12-31/,
    code: 'no-office',
  },
  {
    name: 'acting for a party that one has no office of',
    from: 'role: host }',
    to: 'role: host, by: person:an-envoy }',
    at: 'by: person:an-envoy }\n      - { entity: place',
    pointer: '/claims/0/parties/1/by',
    detail: /person:an-envoy has no office of state:RUS/,
    code: 'no-office',
  },
  {
    name: 'a spell that ends before it starts',
    from: 'until: 2031-12 }',
    to: 'until: 2030-12 }',
    pointer: '/claims/1/parties/0/until',
    detail: /the spell ends before it starts/,
  },
  {
    name: 'an office that ends before it starts',
    from: 'until: 2031-12-31, source',
    to: 'until: 2029-12-31, source',
    at: 'until: 2029-12-31',
    pointer: '/entities/0/represents/0/until',
    detail: /the office ends before it starts/,
  },
  {
    name: 'a day that there is not',
    from: 'when: 2031-05-04\n',
    to: 'when: 2025-02-30\n',
    pointer: '/claims/0/when',
    detail: /"2025-02-30": there is no such day/,
  },
  {
    name: 'a day of recording that there is not',
    from: 'locator: page 2',
    to: 'recordedAt: 2025-02-30',
    pointer: '/claims/0/statements/0/recordedAt',
    detail: /"2025-02-30": there is no such day/,
  },
  {
    name: 'a claim without its title',
    from: '    title: A visit to the harbour\n',
    to: '',
    at: 'id: visit',
    pointer: '/claims/0/title',
    detail: /title is missing/,
  },
  {
    name: 'a reliability that is none',
    from: 'reliability: B',
    to: 'reliability: G',
    pointer: '/sources/0/reliability',
    detail: /"G" is not one of A, B, C, D, E, F/,
  },
];

describe('a field that is wrong', () => {
  for (const c of cases)
    test(c.name, async () => {
      const text = changed([c.from, c.to]);
      const error = await only(text);
      expect(error.detail).toMatch(c.detail);
      expect(error.pointer).toBe(c.pointer);
      expect(error.line).toBe(lineOf(text, c.at ?? c.to));
      if (c.code !== undefined) expect(error.code).toBe(c.code);
    });

  test('an unknown key of the file', async () => {
    const text = changed(['entities:\n', 'entitys:\n']);
    const { errors } = await refused(file(text));
    const told = errors.find((e) => e.pointer === '/entitys');
    expect(told).toMatchObject({ line: lineOf(text, 'entitys:') });
    expect(told?.detail).toMatch(/"entitys" is not a key here; did you mean "entities"\?/);
  });

  test('a state that is declared', async () => {
    const text = changed(
      ['id: place:a-harbour', 'id: state:CHN'],
      ['entity: place:a-harbour', 'entity: state:CHN'],
    );
    const error = await only(text);
    expect(error).toMatchObject({ pointer: '/entities/1/id', line: lineOf(text, '- id: state:CHN') });
    expect(error.detail).toContain('state:CHN is a state of the vocabulary: name it, and do not declare it');
  });

  test('addressees only', async () => {
    const text = changed(
      ['entity: state:PRK, role: visitor, by: person:an-envoy', 'entity: state:PRK, role: recipient'],
      ['entity: state:RUS, role: host', 'entity: state:RUS, role: recipient'],
    );
    const error = await only(text);
    expect(error.detail).toMatch(/addressees only.*incomplete: true/);
    expect(error).toMatchObject({ pointer: '/claims/0/parties', line: lineOf(text, 'parties:') });
  });

  test('a claim without a statement', async () => {
    const text = harbours.slice(0, harbours.lastIndexOf('    statements:'));
    const error = await only(text);
    expect(error).toMatchObject({ pointer: '/claims/1/statements', line: lineOf(text, '- id: paper') });
    expect(error.detail).toMatch(/a claim needs at least one statement/);
  });

  test('the same statement twice, with both lines', async () => {
    const one = '      - { source: wire, stance: asserts }\n';
    const text = `${harbours}${one}${one}`;
    const error = await only(text);
    const line = lineOf(text, one);
    expect(error).toMatchObject({ line: line + 1, code: 'duplicate-id' });
    expect(error.detail).toBe(`the same statement stands twice: first at line ${line}`);
  });
});

describe('a quote', () => {
  test('that is not in its text', async () => {
    const text = changed(['quote: arrived in the harbour', 'quote: arrived in the airport']);
    const error = await only(text, undefined, { texts: fixtures });
    expect(error).toMatchObject({
      code: 'quote-not-found',
      pointer: '/claims/0/statements/0/quote',
      line: lineOf(text, 'quote: arrived'),
    });
    expect(error.detail).toContain(
      '"arrived in the airport" is not in the text of its source; it has "arrived in the harbour',
    );
  });
});

describe('one fault', () => {
  test('is told once, not again by all that depends on it', async () => {
    const persons = changed(['label: Person', 'label: Persona']);
    expect(await only(persons)).toMatchObject({ pointer: '/entities/0/label' });
    const claims = changed(['title: A visit to the harbour', 'titel: A visit to the harbour']);
    expect((await refused(file(claims))).errors.map((e) => e.pointer)).toEqual([
      '/claims/0/title',
      '/claims/0/titel',
    ]);
    const acting = changed(['by: person:an-envoy', 'by: person:nobody']);
    expect(await only(acting)).toMatchObject({
      pointer: '/claims/0/parties/0/by',
      code: 'dangling-reference',
    });
  });
});

describe('a file that is none', () => {
  const texts: [string, string, string | Uint8Array, RegExp, number?][] = [
    [
      'YAML that is not YAML',
      'a.yaml',
      'dataset:\n  id: x\n  title: "open\n',
      /this is not YAML, at column \d+/,
      4,
    ],
    ['tabs in YAML', 'a.yaml', 'dataset:\n\tid: x\n', /this is not YAML/, 2],
    ['an empty file', 'a.yaml', '', /the file is empty/],
    ['a file of comments', 'a.yaml', '# nothing\n', /The file is empty/],
    ['an empty JSON Lines file', 'a.jsonl', '\n\n', /the file is empty/],
    ['XML', 'a.graphml', '<?xml version="1.0"?><graphml/>', /XML or HTML; Entente reads YAML/],
    ['XML under another name', 'a.yaml', '<?xml version="1.0"?><graphml/>', /XML or HTML/],
    ['a table', 'a.csv', 'a,b\n1,2\n', /no file that Entente knows; it reads YAML/],
    ['a table under another name', 'a.yaml', 'a,b\n1,2\n', /a data file begins with "dataset:"/],
    [
      'JSON Lines under another name',
      'a.yaml',
      '{"type":"dataset"}\n{"type":"claim"}\n',
      /this is JSON Lines, not YAML/,
    ],
    ['an archive', 'a.yaml', new Uint8Array([0x1f, 0x8b, 8, 0]), /gzip archive: unpack it/],
    ['UTF-16', 'a.yaml', new Uint8Array([0xff, 0xfe, 0x61, 0]), /UTF-16: save it as UTF-8/],
    [
      'Latin-1',
      'a.yaml',
      new Uint8Array([...Buffer.from('dataset:\n  id: x\n  title: caf'), 0xe9, 10]),
      /Line 3 is not UTF-8/,
      3,
    ],
    [
      'a line that is not JSON',
      'a.jsonl',
      '{"type":"dataset","id":"x","title":"X","coverage":[]}\n{"type":\n',
      /not JSON/,
      2,
    ],
    [
      'an entry of no type',
      'a.jsonl',
      '{"type":"klaim"}\n',
      /"klaim" is not one of dataset, .*did you mean "claim"\?/,
      1,
    ],
    [
      'entries without their data set',
      'a.jsonl',
      '{"type":"source","id":"https://x.example/a","dataset":"x","title":"T"}\n',
      /there is no entry for the data set "x"/,
      1,
    ],
  ];
  for (const [name, called, text, detail, line] of texts)
    test(name, async () => {
      const input = file(text, called);
      const { errors } = await refused(input);
      expect(errors[0]).toMatchObject({ file: input.path, ...(line === undefined ? {} : { line }) });
      expect(errors[0]?.detail).toMatch(detail);
    });

  test('a file that is not there', async () => {
    const { errors } = await refused({ path: '/no/such/file.yaml' });
    expect(errors).toMatchObject([{ file: '/no/such/file.yaml', detail: 'there is no such file' }]);
  });

  test('YAML too large to read whole names JSON Lines', async () => {
    async function* endless() {
      yield Buffer.from(harbours);
      for (;;) yield Buffer.alloc(1 << 20, '#');
    }
    const { errors } = await refused({ path: 'large.yaml', bytes: endless() });
    expect(errors[0]?.detail).toMatch(/32 MB at most. Use JSON Lines/);
  });

  test('aliases that multiply', async () => {
    const levels = Array.from({ length: 9 }, (_, i) => `x${i + 1}: &l${i + 1} [${`*l${i},`.repeat(20)}]\n`);
    const text = `x0: &l0 [a]\n${levels.join('')}dataset: { id: x, title: X, note: *l9 }\n`;
    const { errors } = await refused(file(text));
    expect(errors.some((e) => /aliases/.test(e.detail))).toBe(true);
  });
});

describe('many errors', () => {
  test('are told all at once, by line', async () => {
    const text = changed(
      ['coder: A coder', 'codr: A coder'],
      ['kind: leader-visit', 'kind: visit'],
      ['confidence: 55', 'confidence: 101'],
      ['role: host }', 'role: hots }'],
    );
    const { errors, message } = await refused(file(text));
    expect(errors.map((e) => e.line)).toEqual(
      ['codr', 'kind: visit', 'role: hots', 'confidence: 101'].map((part) => lineOf(text, part)),
    );
    expect(message).toMatch(/4 errors \(1 data set, 1 statement, 1 claim refused\)/);
  });

  test('of one entry as well: a wrong time, number, kind and state are told together', async () => {
    const text = [
      'dataset: { id: together, title: Together, coverage: [] }',
      'sources: [{ id: "https://example.org/r", key: r, title: R }]',
      'claims:',
      '  - id: a',
      '    title: A',
      '    kind: leader-visits',
      '    when: 2025-02-30',
      '    parties: [{ entity: "state:PRK", role: visitor }, { entity: "state:RUX", role: host }]',
      '    statements: [{ source: r, stance: asserts, confidence: 155 }]',
      '',
    ].join('\n');
    const error = await refused(file(text));
    expect(error.message).toContain('4 errors (1 claim, 1 statement refused)');
    expect(error.errors.map((e) => [e.line, e.pointer])).toEqual([
      [6, '/claims/0/kind'],
      [7, '/claims/0/when'],
      [8, '/claims/0/parties/1/entity'],
      [9, '/claims/0/statements/0/confidence'],
    ]);
  });

  test('of which at most 50 are shown, and the rest counted', async () => {
    const wrong = Array.from(
      { length: 70 },
      (_, i) => `      - { source: wire, stance: wrong, locator: "${i}" }\n`,
    );
    const { errors, message } = await refused(file(`${harbours}${wrong.join('')}`));
    expect(errors).toHaveLength(50);
    expect(message).toMatch(/70 errors.*the first 50 are shown/);
  });

  test('of several files name each file', async () => {
    const a = file(changed(['coder: A coder', 'codr: A coder']), 'a.yaml');
    const b = file(
      changed(['id: harbours', 'id: harbours-b'], ['confidence: 55', 'confidence: -1']),
      'b.yaml',
    );
    const { errors } = await refused([a, b]);
    expect(errors.map((e) => e.file)).toEqual([a.path, b.path]);
  });

  test('a dry run tells the same', async () => {
    const { errors } = await refused(file(changed(['confidence: 55', 'confidence: 101'])), { dryRun: true });
    expect(errors).toHaveLength(1);
  });
});

describe('an entity that another data set declares', () => {
  const other = changed(['id: harbours', 'id: harbours-other']);
  afterAll(async () => {
    await removeDataset(graph, 'harbours-other');
    await cleanUp(graph, 0);
  });

  test('otherwise, in the graph or in another file, is refused with both places', async () => {
    const differs = changed(['names: { en: A Harbour }', 'names: { en: Another Harbour }']);
    const [a, b] = [file(other, 'other.yaml'), file(differs, 'differs.yaml')];
    const together = await refused([a, b]);
    expect(together.errors).toMatchObject([
      { file: b.path, pointer: '/entities/1/names', code: 'conflicting-declaration' },
    ]);
    expect(together.errors[0]?.detail).toContain(
      `declared otherwise by ${a.path}:${lineOf(other, '- id: place')}`,
    );
    await load(graph, [a]);
    before = await size(graph);
    const { errors } = await refused(b);
    expect(errors).toMatchObject([
      { file: b.path, line: lineOf(differs, 'names: { en: Another'), code: 'conflicting-declaration' },
    ]);
    expect(errors[0]?.detail).toContain('the data set harbours-other, which is loaded');
  });

  test('is named without being declared, with the office that is told there', async () => {
    const start = harbours.indexOf('entities:');
    const end = harbours.indexOf('claims:\n  - id');
    const naming = `${harbours.slice(0, start)}${harbours.slice(end)}`;
    const report = await load(graph, [file(naming)], { dryRun: true });
    expect(report.datasets[0]?.counts.claim.created).toBe(2);
  });
});
