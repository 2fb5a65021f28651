// Graph formats: what they write they read as the same, also where other programs have changed the order or the types;
// what they say of pairs; and broken and hostile files, which are refused with the line.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Entry } from '../../../../model/entry.ts';
import { cyjs } from '../../../../server/formats/cyjs.ts';
import type { Format } from '../../../../server/formats/format.ts';
import { gexf } from '../../../../server/formats/gexf.ts';
import { graphml } from '../../../../server/formats/graphml.ts';
import { vocabulary } from '../../../../server/vocabulary.ts';
import { dataset } from '../../../support/arbitrary.ts';
import { bytesOf, outgoingOf, read } from '../../../support/outgoing.ts';
import { shipped } from './graph-samples.ts';

const graphs: Format[] = [graphml, gexf, cyjs];

/** One entry of each type with every field that it can have, and texts that XML cannot hold. */
const full: Entry[] = [
  {
    type: 'dataset',
    id: 'full',
    title: 'All <fields> & "more"',
    short: 'All',
    version: '1.0',
    publisher: 'P',
    url: 'https://example.org/full',
    licence: 'MIT',
    citation: 'P: Full',
    description: 'bell \u0007, half \uD800, \uFFFE and\r\nlines\t.',
    coder: 'C',
    marking: 'TLP:GREEN',
    coverage: [{ kinds: ['summit'], from: '2000', until: '2001~', exhaustive: true, note: 'n' }],
    start: {
      states: ['state:CHN'],
      heading: 'H',
      text: 'T',
      claims: [{ claim: 'full/a', heading: 'h', text: '' }],
    },
    places: { alignment: { 'state:CHN': [1.5, -2] }, claims: {} },
    properties: { remark: 'kept', pages: 12, draft: false, names: ['a', 'b'] },
  },
  {
    type: 'source',
    id: 'https://example.org/a?b=c&d_e',
    dataset: 'full',
    title: 'S',
    publisher: 'P',
    published: '2001?',
    url: 'https://example.org/a',
    licence: 'L',
    citation: 'C',
    reliability: 'B',
    textHash: `sha256:${'0'.repeat(64)}`,
    marking: 'TLP:AMBER+STRICT',
    note: '  spaces  ',
  },
  {
    type: 'entity',
    id: 'person:some_one',
    dataset: 'full',
    label: 'Person',
    names: { en: 'Some One', 'zh-Hans': '某人' },
    aliases: ['A', 'B, C'],
    unnamed: false,
    wikidata: 'Q1',
    iso3: 'X',
    iso2: 'Y',
    isoNumeric: '004',
    cow: ['1'],
    cowLetters: ['AB'],
    lon: -1.25,
    lat: 51,
    note: 'n',
    represents: [
      {
        entity: 'state:CHN',
        office: 'one',
        from: '1999',
        until: '2000',
        source: 'https://example.org/a?b=c&d_e',
      },
      { entity: 'state:CHN', office: 'two' },
    ],
    properties: {
      a_b: 'x',
      'c.d': 1,
      'list[]': 'no list',
      list: ['["a"]', 'b'],
      yes: true,
      half: 0.1,
      '\u0001': 'odd',
    },
  },
  {
    type: 'claim',
    id: 'full/a',
    title: '2018',
    short: 's',
    kinds: ['summit', 'memorandum'],
    when: '2000-01-02/2001-02',
    modality: 'agreed',
    incomplete: true,
    parties: [
      {
        entity: 'state:CHN',
        role: 'host',
        part: 'actor',
        side: 'a\u0002',
        from: '2000',
        until: '2000-05~',
        by: ['person:some_one', 'state:RUS'],
      },
      { entity: 'state:CHN', role: 'host', from: '2001' },
      { entity: 'state:RUS', role: 'guest', by: 'person:some_one' },
    ],
    note: 'n',
    properties: { list: 'not a list', half: 'text where another entry has a number' },
  },
  {
    type: 'statement',
    id: `statement:${'a'.repeat(32)}`,
    claim: 'full/a',
    source: 'https://example.org/a?b=c&d_e',
    stance: 'qualifies',
    confidence: 0,
    scale: 's',
    word: 'w',
    likelihood: 'l',
    credibility: 6,
    assessedBy: 'coder',
    attributedTo: 'person:some_one',
    origin: 'o',
    basis: 'implied',
    asOf: '[..2001-01-01]',
    quote: {
      exact: 'a\nb',
      prefix: '',
      suffix: '<',
      check: { result: 'verbatim', hash: `sha256:${'1'.repeat(64)}`, by: 'b', at: '2001-01-01' },
    },
    locator: 'p. 1',
    recordedAt: '2001-01-01',
    supersededAt: '2002-01-01',
    supersededBy: `statement:${'b'.repeat(32)}`,
    reason: 'r',
    marking: 'TLP:RED',
    note: 'n',
    properties: { code: 7 },
  },
  {
    type: 'statement',
    claim: 'full/a',
    source: 'https://example.org/a?b=c&d_e',
    stance: 'asserts',
    confidence: null,
    basis: 'stated',
  },
];

const two = fc
  .tuple(dataset(vocabulary(), 'one-of-two'), dataset(vocabulary(), 'two-of-two'))
  .map(([a, b]) => [...a, ...b]);

test('the full example has every field of every entry', () => {
  for (const schema of Entry.options)
    for (const field of Object.keys(schema.shape)) {
      const type = schema.shape.type.value;
      expect(
        full.some((e) => e.type === type && field in e),
        `${type}.${field}`,
      ).toBe(true);
    }
});

for (const format of graphs)
  describe(format.id, () => {
    test('every field comes back', async () => {
      expect(full.map((e) => Entry.parse(e))).toEqual(full);
      expect(await read(format, await bytesOf(format, outgoingOf(full)))).toEqual(full);
    });

    test('generated data come back', async () => {
      await fc.assert(
        fc.asyncProperty(two, async (entries) => {
          expect(await read(format, await bytesOf(format, outgoingOf(entries)))).toEqual(entries);
        }),
        { numRuns: 25 },
      );
    });

    test('the shipped case comes back, and its file begins with what it is', async () => {
      const entries = await shipped();
      const bytes = await bytesOf(format, outgoingOf(entries));
      expect(await read(format, bytes)).toEqual(entries);
      const head = bytes.toString('utf8', 0, 4096);
      expect(format.recognises?.(head, bytes.subarray(0, 4096))).toBe(true);
      for (const words of ['confidence at least 0', 'Entente: The Beijing parade', 'MIT', 'derived'])
        expect(head).toContain(words);
    });
  });

/** A meeting of so many states, who are nodes, and edges to it. */
const meeting = (states: number): Entry[] => [
  { type: 'dataset', id: 'big', title: 'Big', coverage: [], licence: 'MIT' },
  {
    type: 'claim',
    id: 'big/meeting',
    title: 'Meeting',
    kinds: ['summit'],
    modality: 'done',
    incomplete: false,
    parties: Array.from({ length: states }, (_, i) => ({ entity: `place:p${i}`, role: 'participant' })),
  },
];

test.each(graphs)(
  'what leaves as $id is read once, and nothing of it is lost where edges wait in a file',
  async (format) => {
    let readings = 0;
    const outgoing = outgoingOf(meeting(8000));
    const counted = {
      ...outgoing,
      pieces() {
        readings += 1;
        return outgoing.pieces();
      },
    };
    const bytes = await bytesOf(format, counted);
    expect(readings).toBe(1);
    expect(bytes.length).toBeGreaterThan(1 << 20);
    const claims = (await read(format, bytes)).filter((e) => e.type === 'claim');
    expect(claims).toEqual(meeting(8000).filter((e) => e.type === 'claim'));
  },
);
