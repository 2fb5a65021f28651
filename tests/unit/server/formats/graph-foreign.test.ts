// Graphs of other programs: nodes come in as things and edges as links, with all that the file says of them and nothing
// more; and they leave and come back as the same, in each of the three formats.
import { expect, test } from 'vitest';
import type { Claim } from '../../../../model/claim.ts';
import type { Entity } from '../../../../model/entity.ts';
import { Entry } from '../../../../model/entry.ts';
import { prepare } from '../../../../model/parties.ts';
import { cyjs } from '../../../../server/formats/cyjs.ts';
import type { Format } from '../../../../server/formats/format.ts';
import { gexf } from '../../../../server/formats/gexf.ts';
import { graphml } from '../../../../server/formats/graphml.ts';
import { vocabulary } from '../../../../server/vocabulary.ts';
import { byKind, bytesOf, outgoingOf, read } from '../../../support/outgoing.ts';

async function entriesOf(format: Format, text: string): Promise<Entry[]> {
  const entries = (await read(format, Buffer.from(text))).map((e) => Entry.parse(e));
  for (const other of [graphml, gexf, cyjs])
    expect(byKind(await read(other, await bytesOf(other, outgoingOf(entries))))).toEqual(byKind(entries));
  return entries;
}

const things = (entries: readonly Entry[]) => entries.filter((e): e is Entity => e.type === 'entity');
const links = (entries: readonly Entry[]) => entries.filter((e): e is Claim => e.type === 'claim');
/** Who is linked in which role, by the ids of the file. */
const ends = (entries: readonly Entry[]) => {
  const ids = new Map(things(entries).map((e) => [e.id, e.properties?.['@id']]));
  return links(entries).map((c) => c.parties.map((p) => `${p.role} ${ids.get(p.entity)}`));
};

const dated = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:v="http://www.gexf.net/1.2draft/viz" version="1.2">
<meta lastmodifieddate="2020-05-01"><creator>Some tool</creator><description>A test</description></meta>
<graph mode="dynamic" timeformat="date" defaultedgetype="directed">
<attributes class="node"><attribute id="0" title="score" type="float"><default>1.5</default></attribute>
<attribute id="x" title="big" type="long"/><attribute id="2" title="on" type="boolean"/></attributes>
<attributes class="edge" mode="dynamic"><attribute id="0" title="kind" type="string"/></attributes>
<nodes>
<node id="a b" label="A &amp; B" start="2001-01-01"><attvalues><attvalue for="x" value="9007199254740993"/>
<attvalue for="2" value="true"/></attvalues><v:color r="1" g="2" b="3" a="0.5"/><v:position x="1.5" y="-2"/></node>
<node id="c" label="C"><nodes><node id="d"><attvalues><attvalue for="0" value="2"/></attvalues></node></nodes></node>
</nodes>
<edges>
<edge id="1" source="a b" target="c" weight="2.5" label="told" start="2001-01-01" end="2001-12-31"/>
<edge id="2" source="c" target="d" type="undirected"><spells><spell start="2000-01-01" end="2000-06-30"/>
<spell start="2002-01-01"/></spells><attvalues><attvalue for="0" value="x" start="2000-01-01" end="2000-02-01"/>
<attvalue for="0" value="y" start="2000-02-02"/></attvalues></edge>
<edge source="c" target="c" type="mutual"/>
</edges></graph></gexf>`;

test('GEXF: attributes, defaults, types, looks, nodes within nodes', async () => {
  const entries = await entriesOf(gexf, dated);
  expect(things(entries).map((e) => [e.names.en, e.properties])).toEqual([
    [
      'A & B',
      {
        '@id': 'a b',
        '@start': '2001-01-01',
        // No number of JSON holds it.
        big: '9007199254740993',
        on: true,
        'viz:color.r': 1,
        'viz:color.g': 2,
        'viz:color.b': 3,
        'viz:color.a': 0.5,
        'viz:position.x': 1.5,
        'viz:position.y': -2,
        score: 1.5,
      },
    ],
    ['d', { '@id': 'd', '@pid': 'c', score: 2 }],
    ['C', { '@id': 'c', score: 1.5 }],
  ]);
  expect(entries[0]).toMatchObject({ publisher: 'Some tool', description: 'A test' });
  expect(entries[1]).toMatchObject({ type: 'source', published: '2020-05-01' });
});

test('GEXF: direction, and dates as the time of a link and of its spells', async () => {
  const entries = await entriesOf(gexf, dated);
  const [first, second, third] = links(entries);
  expect(first).toMatchObject({
    title: 'told',
    when: '2001-01-01/2001-12-31',
    properties: { '@weight': 2.5 },
  });
  expect(second?.when).toBe('2000-01-01/..');
  expect(second?.parties.map((p) => [p.role, p.from, p.until])).toEqual([
    ['linked', '2000-01-01', '2000-06-30'],
    ['linked', '2002-01-01', undefined],
    ['linked', '2000-01-01', '2000-06-30'],
    ['linked', '2002-01-01', undefined],
  ]);
  expect(second?.properties?.kind).toEqual(['x [2000-01-01..2000-02-01]', 'y [2000-02-02..]']);
  expect(third).toMatchObject({ parties: [{ role: 'linked' }], properties: { '@type': 'mutual' } });
  expect(third?.when).toBeUndefined();
  expect(ends(entries)[0]).toEqual(['link-from a b', 'link-to c']);
});

test('a link says no more than the file: no sign, no commitment, no confidence; the file is its source', async () => {
  const entries = await entriesOf(gexf, dated);
  for (const claim of links(entries)) {
    const { within, across, commitment } = prepare(claim, vocabulary());
    expect([within, across, commitment]).toEqual(['0', '0', null]);
  }
  const statements = entries.filter((e) => e.type === 'statement');
  expect(statements).toHaveLength(3);
  for (const s of statements)
    expect(s).toMatchObject({ source: entries[1]?.type === 'source' ? entries[1].id : '', confidence: null });
});

test('GraphML: keys by their names, extensions as they are written, hyperedges, graphs within nodes', async () => {
  const entries = await entriesOf(
    graphml,
    `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="d0" for="node" yfiles.type="nodegraphics"/><key id="d1" for="node" attr.name="size" attr.type="int"/>
<key id="d2" for="all" attr.name="note" attr.type="string"><default>none</default></key>
<graph id="G" edgedefault="undirected"><desc>Made by hand</desc>
<node id="n0" labels=":Thing"><data key="d0"><y:ShapeNode><y:NodeLabel a="1">Zero &amp; one</y:NodeLabel></y:ShapeNode></data>
<data key="d1"> 7 </data><data key="d2"><![CDATA[<b>]]> c</data>
<graph edgedefault="directed"><node id="n0::1"/><edge source="n0" target="n0::1"/></graph></node>
<node id="n2"><data key="d1">many</data><data key="unknown">u</data></node>
<edge id="e/0" source="n0" target="n2" directed="true"/><edge source="n2" target="n0"/>
<hyperedge><endpoint node="n0"/><endpoint node="n2"/><endpoint node="n0::1"/></hyperedge>
</graph></graphml>`,
  );
  expect(things(entries).map((e) => [e.names.en, e.properties])).toEqual([
    ['n0::1', { '@id': 'n0::1', '@parent': 'n0', note: 'none' }],
    [
      'Zero & one',
      {
        '@id': 'n0',
        '@labels': ':Thing',
        nodegraphics: '<y:ShapeNode><y:NodeLabel a="1">Zero &amp; one</y:NodeLabel></y:ShapeNode>',
        size: 7,
        note: '<b> c',
      },
    ],
    // A value that is not of its declared type stays the text that it is.
    ['n2', { '@id': 'n2', size: 'many', unknown: 'u', note: 'none' }],
  ]);
  expect(ends(entries)).toEqual([
    ['link-from n0', 'link-to n0::1'],
    ['link-from n0', 'link-to n2'],
    ['linked n2', 'linked n0'],
    ['linked n0', 'linked n2', 'linked n0::1'],
  ]);
  expect(links(entries)[1]?.properties).toMatchObject({ '@id': 'e/0' });
});

test('Cytoscape JSON: both of its shapes, values of any kind', async () => {
  const element = { data: { id: 'a', name: 'A', n: 1, list: ['x', 'y'], deep: { z: [1] }, no: null } };
  const nodes = [{ ...element, position: { x: 1, y: 2 } }, { data: { id: 7 } }];
  const edges = [{ data: { id: 'e', source: 'a', target: 7, interaction: 'pp', up: true } }];
  const grouped = await entriesOf(
    cyjs,
    JSON.stringify({ data: { name: 'Net work' }, elements: { nodes, edges } }),
  );
  const flat = await entriesOf(
    cyjs,
    JSON.stringify({ data: { name: 'Net work' }, elements: [...edges, ...nodes] }),
  );
  for (const entries of [grouped, flat]) {
    expect(entries[0]).toMatchObject({
      title: 'Net work',
      id: expect.stringMatching(/^net-work-[0-9a-f]{8}$/),
    });
    expect(things(entries).map((e) => [e.names.en, e.properties])).toEqual([
      [
        'A',
        {
          '@id': 'a',
          name: 'A',
          n: 1,
          list: ['x', 'y'],
          deep: '{"z":[1]}',
          'viz:position.x': 1,
          'viz:position.y': 2,
        },
      ],
      ['7', { '@id': '7' }],
    ]);
    expect(ends(entries)).toEqual([['link-from a', 'link-to 7']]);
    expect(links(entries)[0]?.properties).toEqual({ interaction: 'pp', up: true });
  }
});

test('two files never share a thing or a data set, whatever ids they give', async () => {
  const of = (label: string) =>
    entriesOf(graphml, `<graphml><graph><node id="0"/><node id="${label}"/></graph></graphml>`);
  const [a, b] = [await of('1'), await of('2')];
  const ids = (entries: Entry[]) => entries.flatMap((e) => ('id' in e ? [e.id] : []));
  expect(ids(a).filter((id) => ids(b).includes(id))).toEqual([]);
});
