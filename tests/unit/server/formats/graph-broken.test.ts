// Graph files that are broken or hostile: refused with the line, in bounded time and memory, for nothing is expanded and
// reading stops where a bound is reached.
import { describe, expect, test } from 'vitest';
import { EntenteError } from '../../../../server/errors.ts';
import { cyjs } from '../../../../server/formats/cyjs.ts';
import type { Format } from '../../../../server/formats/format.ts';
import { gexf } from '../../../../server/formats/gexf.ts';
import { graphml } from '../../../../server/formats/graphml.ts';
import { bytesOf, outgoingOf } from '../../../support/outgoing.ts';
import { spells } from './graph-samples.ts';

interface Refusal {
  detail: string;
  line: number | undefined;
}

/** What is told of a file, and how much of it was read. */
async function refused(
  format: Format,
  pieces: Iterable<string | Uint8Array>,
): Promise<{ told: Refusal[]; read: number; entries: number }> {
  let read = 0;
  let entries = 0;
  const told: Refusal[] = [];
  async function* bytes() {
    for (const piece of pieces) {
      const buffer = Buffer.from(piece);
      read += buffer.length;
      yield buffer;
    }
  }
  try {
    for await (const decoded of format.decode?.(bytes()) ?? [])
      if ('problem' in decoded) told.push({ detail: decoded.problem.detail, line: decoded.problem.line });
      else entries += 1;
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    expect(error.code).toBe('invalid-file');
    const [first] = error.errors;
    told.push({ detail: first?.detail ?? error.message, line: first?.line });
  }
  return { told, read, entries };
}

function* endless(start: string, piece: string): Generator<string> {
  yield start;
  for (;;) yield piece;
}

const opened: Record<string, { start: string; node: string; end: string }> = {
  graphml: {
    start: '<?xml version="1.0"?>\n<graphml>\n<graph edgedefault="directed">\n',
    node: '<node id="a"/>\n',
    end: '</graph>\n</graphml>\n',
  },
  gexf: {
    start: '<?xml version="1.0"?>\n<gexf version="1.3">\n<graph><nodes>\n',
    node: '<node id="a" label="A"/>\n',
    end: '</nodes></graph>\n</gexf>\n',
  },
};

const bomb = `<?xml version="1.0"?>
<!DOCTYPE x [
<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY file SYSTEM "file:///etc/passwd">
]>
`;

for (const format of [graphml, gexf])
  describe(format.id, () => {
    const { start = '', node = '', end = '' } = opened[format.id] ?? {};
    const say = async (...pieces: (string | Uint8Array)[]) => (await refused(format, pieces)).told;

    test('entities that a file declares are not even read', async () => {
      const [told] = await say(bomb, start.replace(/^.*\n/, ''), node, end);
      expect(told?.detail).toContain('declares entities');
      expect(told?.line).toBe(6);
    });

    test('an entity that nobody declared', async () => {
      expect(await say(start, node.replace('"a"', '"&file;"'), end)).toEqual([
        { detail: expect.stringContaining('this is not XML'), line: 4 },
      ]);
    });

    test('a file that ends too soon, and tags that do not fit', async () => {
      const cut = {
        detail: expect.stringMatching(/^the file ends too soon, within <\w+>: the rest/),
        line: 5,
      };
      expect(await say(start, node)).toEqual([cut]);
      expect(await say(start, node, '<no')).toEqual([cut]);
      expect(await say(start, node, '</nodez>')).toEqual([
        { detail: expect.stringContaining('this is not XML'), line: 5 },
      ]);
    });

    test('a table under the name of a graph', async () => {
      const detail = 'this is not XML: it does not begin with an element, <…>';
      expect(await say('a,b\n1,2\n')).toEqual([{ detail, line: expect.any(Number) }]);
    });

    test('a file that lies about its encoding', async () => {
      expect(await say(start.replace('?>', ' encoding="UTF-16"?>'), node, end)).toEqual([
        { detail: 'the file says that it is UTF-16: save it as UTF-8', line: 1 },
      ]);
      expect(await say(start, Buffer.from('<node id="Zürich"/>', 'latin1'), end)).toEqual([
        { detail: 'the file is not UTF-8 text after line 4: save it as UTF-8', line: 4 },
      ]);
    });

    test('a text or a tag without an end stops the reading', async () => {
      const long = 'x'.repeat(1 << 16);
      for (const from of [`${start}<node id="a">`, `${start}<node id="`, `${start}<!--`]) {
        const { told, read } = await refused(format, endless(from, long));
        expect(told[0]?.detail).toContain('characters stand between two nodes or edges');
        expect(told[0]?.line).toBe(4);
        expect(read).toBeLessThan(10_000_000);
      }
    });

    test('so do elements without an end, in a row or one in the other', async () => {
      const row = await refused(format, endless(start, '<x/>'.repeat(1 << 14)));
      expect(row.told[0]?.detail).toContain('characters stand between');
      expect(row.read).toBeLessThan(10_000_000);
      const deep = await refused(format, endless(start, '<node id="a">'.repeat(1 << 12)));
      expect(deep.told[0]?.detail).toContain('nested more than 200 deep');
      expect(deep.read).toBeLessThan(100_000);
    });

    test('two nodes of one id', async () => {
      expect(await say(start, node, node, end)).toEqual([
        { detail: 'there are two nodes with the id "a"', line: 5 },
      ]);
    });

    test('another kind of XML, and a graph of nothing', async () => {
      expect((await say('<html/>'))[0]?.detail).toContain('this is <html>');
      expect((await say(start, end))[0]?.detail).toBe('there is no node in this graph');
    });
  });

test('an edge to a node that is not there', async () => {
  const { start = '', node = '', end = '' } = opened.graphml ?? {};
  const { told } = await refused(graphml, [start, node, '<edge source="a" target="b"/>\n', end]);
  expect(told).toEqual([{ detail: 'this edge names "b", and there is no such node', line: 5 }]);
});

describe('cyjs', () => {
  const say = async (text: string) => (await refused(cyjs, [text])).told;

  test('what is no JSON, or no graph', async () => {
    expect((await say('{"elements":\n{"nodes": [}'))[0]?.detail).toContain('this is not JSON');
    expect((await say('{"elements": 3}'))[0]?.detail).toContain('it has no "elements"');
    expect(await say('{"elements":{"nodes":[\n{"data":{"id":"a"}},\n{"id":"b"}\n]}}')).toEqual([
      { detail: expect.stringContaining('elements/nodes/1 has none'), line: 3 },
    ]);
  });

  test('JSON a million deep', async () => {
    const [told] = await say(`{"elements":\n${'['.repeat(1_000_000)}`);
    expect(told).toEqual({ detail: 'the text is nested more than 200 deep', line: 2 });
  });

  test('two nodes of one id, and an edge to nowhere, with their lines', async () => {
    const nodes = '{"data":{"id":"a, ]}\\""}},\n{"data":{"id":"a, ]}\\""}}';
    const edges = '{"data":{"source":"a","target":"a"}}';
    expect(
      await say(`{"data":{"x":[{},{}]},"elements":{"nodes":[\n${nodes}\n],"edges":[\n${edges}]}}`),
    ).toEqual([
      { detail: 'there are two nodes with the id "a, ]}\\""'.replace('\\', ''), line: 3 },
      { detail: 'this edge names "a", and there is no such node', line: 5 },
    ]);
  });

  test('a text that never ends is not read to its end', async () => {
    const { told, read } = await refused(cyjs, endless('{"x":"', 'x'.repeat(1 << 20)));
    expect(told[0]?.detail).toContain('64 MB at most');
    expect(read).toBeLessThan(70_000_000);
  });
});

describe('our own, changed by hand', () => {
  const written = async () => (await bytesOf(graphml, outgoingOf(spells))).toString();

  test('a party too many, and one to a claim that is not there', async () => {
    const text = await written();
    const fewer = text.replace(/(<data key="n\d+">)3(<\/data>)/, '$12$2');
    expect(fewer).not.toBe(text);
    expect((await refused(graphml, [fewer])).told).toMatchObject([
      { detail: 'claim spells/pact has more parties than its claim_parties says' },
    ]);
    const elsewhere = text.replace('target="spells_2f_pact"', 'target="spells_2f_other"');
    expect((await refused(graphml, [elsewhere])).told).toMatchObject([
      { detail: expect.stringContaining('there is no such entity and claim') },
    ]);
  });

  test('a list that is none is told with its field and line', async () => {
    const text = (await written()).replace('[&quot;defence-pact&quot;]', 'defence-pact');
    const { told } = await refused(graphml, [text]);
    expect(told[0]?.detail).toBe('kinds is not JSON: a list is written as ["a", "b"]');
    expect(told[0]?.line).toBeGreaterThan(30);
  });
});
