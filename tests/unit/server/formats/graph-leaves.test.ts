// A graph of another program that was loaded leaves as the graph that it was: another reader finds the same nodes, edges,
// names, types and ids in it, and beside them who says it and where it stands. Nothing that was said since is lost.
import Graph from 'graphology';
import gexfReader from 'graphology-gexf';
import graphmlReader from 'graphology-graphml';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../../model/claim.ts';
import { Entry } from '../../../../model/entry.ts';
import { cyjs } from '../../../../server/formats/cyjs.ts';
import type { Format } from '../../../../server/formats/format.ts';
import { gexf } from '../../../../server/formats/gexf.ts';
import { graphml } from '../../../../server/formats/graphml.ts';
import { byKind, bytesOf, outgoingOf, read } from '../../../support/outgoing.ts';
import { shipped } from './graph-samples.ts';

const graphs = [gexf, graphml, cyjs];

const entriesOf = async (format: Format, text: string, name?: string): Promise<Entry[]> =>
  (await read(format, Buffer.from(text), name)).map((e) => Entry.parse(e));
const textOf = async (format: Format, entries: readonly Entry[]) =>
  (await bytesOf(format, outgoingOf(entries))).toString();

const inGexf = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
<meta lastmodifieddate="2020-05-01"><creator>Some tool</creator><description>A test</description></meta>
<graph mode="dynamic" timeformat="date" defaultedgetype="undirected">
<attributes class="node" mode="static"><attribute id="rank" title="The rank" type="integer"/>
<attribute id="1" title="share" type="float"/><attribute id="2" title="big" type="long"/>
<attribute id="3" title="on" type="boolean"/><attribute id="4" title="label" type="string"/></attributes>
<attributes class="edge" mode="dynamic"><attribute id="0" title="kind" type="string"/></attributes>
<nodes>
<node id="a b" label="A &amp; B" start="2001-01-01"><attvalues><attvalue for="rank" value="3"/>
<attvalue for="1" value="2.0"/><attvalue for="2" value="9007199254740993"/><attvalue for="3" value="true"/>
<attvalue for="4" value="A &amp; B"/></attvalues>
<viz:color r="1" g="2" b="3"/><viz:position x="1.5" y="-2.0" z="0.0"/><viz:size value="7.0"/></node>
<node id="c" label="C"/><node id="alone" label="Nobody's friend"><attvalues><attvalue for="rank" value="0"/></attvalues></node>
</nodes>
<edges>
<edge id="7" source="a b" target="c" weight="2.5" label="told" start="2001-01-01" end="2001-12-31"/>
<edge id="8" source="a b" target="c" weight="3.0"/>
<edge id="e" source="c" target="a b" type="directed"><spells><spell start="2000-01-01" endopen="2000-06-30"/>
<spell start="2002-01-01"/></spells><attvalues><attvalue for="0" value="x" start="2000-01-01" endopen="2000-02-01"/>
<attvalue for="0" value="y" start="2000-02-02"/></attvalues></edge>
</edges></graph></gexf>`;

const inGraphml = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="rank" for="node" attr.name="The rank" attr.type="int"><default>1</default></key>
<key id="share" for="node" attr.name="share" attr.type="float"/><key id="on" for="edge" attr.name="on" attr.type="boolean"/>
<key id="weight" for="edge" attr.name="weight" attr.type="double"/><key id="note" for="all" attr.name="note" attr.type="string"/>
<key id="of" for="graph" attr.name="made of" attr.type="string"/>
<graph id="sample" edgedefault="undirected"><desc>Made by hand</desc><data key="of">thin air</data>
<node id="n/0"><data key="rank">3</data><data key="share">2.0</data></node><node id="n 1"/><node id="alone"/>
<edge id="x" source="n/0" target="n 1"><data key="weight">2.0</data><data key="note">a&lt;b</data></edge>
<edge source="n/0" target="n 1"><data key="on">false</data></edge>
<edge source="n 1" target="n 1" directed="true"/></graph></graphml>`;

const inCyjs = JSON.stringify({
  format_version: '1.0',
  generated_by: 'cytoscape-3.9.1',
  directed: false,
  multigraph: true,
  data: { name: 'Net work', year: 2020, shown: true },
  elements: {
    nodes: [
      {
        data: { id: 'a', name: 'A', n: 1, tags: ['x', 'y'], deep: { z: [1] }, mixed: 1 },
        position: { x: 1, y: 2 },
        classes: 'big',
      },
      { data: { id: '7', value: 7, n: 2, mixed: 'one' } },
      { data: { id: 'alone' } },
    ],
    edges: [
      { data: { id: 'e', source: 'a', target: '7', key: 0, up: true, weight: 2.5 } },
      { data: { source: 'a', target: '7', key: 1 } },
    ],
  },
});

/** A graph as another reader has it, without what Entente adds and what the format itself wants. */
function seen(format: Format, file: string) {
  // graphology knows no keys for nodes and edges alike.
  const text = file.replace('id="note" for="all"', 'id="note" for="edge"');
  const graph = (format === gexf ? gexfReader : graphmlReader).parse(Graph, text, {
    allowUndeclaredAttributes: true,
  });
  const own = (values: object) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith('entente')));
  return {
    nodes: graph.mapNodes((id, values) => [id, own(values)]),
    edges: graph.mapEdges((_, values, source, target, __, ___, undirected) => [
      source,
      target,
      undirected,
      own(values),
    ]),
  };
}

describe.each([
  ['GEXF', gexf, inGexf],
  ['GraphML', graphml, inGraphml],
])('%s', (_, format, text) => {
  test('leaves in its own format so that another reader finds what it found', async () => {
    const left = await textOf(format, await entriesOf(format, text));
    expect(seen(format, left)).toEqual(seen(format, text));
  });
});

test('Cytoscape JSON leaves with its own values, its network’s and its elements’', async () => {
  const left = JSON.parse(await textOf(cyjs, await entriesOf(cyjs, inCyjs)));
  const came = JSON.parse(inCyjs);
  expect(left).toMatchObject({ ...came, elements: {} });
  expect(
    left.elements.nodes.map((n: { data: object }) => ({ ...n, data: { value: undefined, ...n.data } })),
  ).toEqual(
    came.elements.nodes.map((n: { data: { id: string } }) => ({
      ...n,
      data: { value: n.data.id, ...n.data },
    })),
  );
  expect(left.elements.edges).toMatchObject(came.elements.edges);
});

test('types, ids and titles of attributes are those of the file; what is for a time keeps its time', async () => {
  const left = await textOf(gexf, await entriesOf(gexf, inGexf));
  for (const line of [
    '<attribute id="rank" title="The rank" type="integer"/>',
    '<attribute id="1" title="share" type="float"/>',
    '<attribute id="2" title="big" type="long"/>',
    '<attribute id="3" title="on" type="boolean"/>',
    '<attributes class="edge" mode="dynamic">\n<attribute id="0" title="kind" type="string"/>',
    '<attvalue for="2" value="9007199254740993"/>',
    '<attvalue for="0" value="x" start="2000-01-01" endopen="2000-02-01"/>',
    '<spells><spell start="2000-01-01" endopen="2000-06-30"/><spell start="2002-01-01"/></spells>',
    'mode="dynamic" timeformat="date" defaultedgetype="undirected"',
    '<meta lastmodifieddate="2020-05-01"><creator>Some tool</creator>',
  ])
    expect(left).toContain(line);
  const other = await textOf(graphml, await entriesOf(gexf, inGexf));
  for (const [name, type] of [
    ['The rank', 'int'],
    ['share', 'float'],
    ['big', 'long'],
    ['on', 'boolean'],
    ['weight', 'double'],
    ['viz:color.r', 'int'],
    ['viz:position.x', 'double'],
  ])
    expect(other).toContain(`attr.name="${name}" attr.type="${type}"`);
  expect(await textOf(cyjs, await entriesOf(gexf, inGexf))).toContain('"share":2.0,');
});

test('GraphML: defaults, direction, the graph’s own attributes, and its description', async () => {
  const left = await textOf(graphml, await entriesOf(graphml, inGraphml));
  for (const part of [
    '<key id="rank" for="node" attr.name="The rank" attr.type="int"><default>1</default></key>',
    '<key id="note" for="all" attr.name="note" attr.type="string"/>',
    '<graph id="sample" edgedefault="undirected">',
    '<desc>Made by hand</desc>',
    '<data key="of">thin air</data>',
    '<edge source="n 1" target="n 1" directed="true">',
  ])
    expect(left).toContain(part);
});

describe.each([
  ['GEXF', gexf, inGexf],
  ['GraphML', graphml, inGraphml],
  ['Cytoscape JSON', cyjs, inCyjs],
])('%s in each of the formats', (_, format, text) => {
  test.each(graphs)(
    'as $id it says who says it and where it stands, and comes back as it was',
    async (other) => {
      const entries = await entriesOf(format, text);
      const left = await textOf(other, entries);
      expect(left).toContain('entente_state');
      expect(left).toContain('asserts (confidence unknown)');
      expect(byKind(await entriesOf(other, left))).toEqual(byKind(entries));
    },
  );

  test.each(graphs)('as $id what was said since travels as well', async (other) => {
    const entries = await entriesOf(format, text);
    const [dataset] = entries;
    const claim = entries.find((e): e is Claim => e.type === 'claim');
    if (dataset?.type !== 'dataset' || claim === undefined) throw new Error('there is no claim');
    const report = 'https://example.org/report';
    const more: Entry[] = [
      { type: 'source', id: report, dataset: dataset.id, title: 'A report', reliability: 'B' },
      {
        type: 'statement',
        claim: claim.id,
        source: report,
        stance: 'denies',
        confidence: 70,
        basis: 'stated',
      },
    ];
    const said = entries
      .map((e): Entry => (e === claim ? { ...claim, title: 'Renamed', note: 'Looked at', when: '2010' } : e))
      .map(
        (e): Entry => (e.type === 'entity' ? { ...e, names: { ...e.names, fr: 'Nom' }, wikidata: 'Q1' } : e),
      );
    // After the claim and what the file says of it.
    const at = said.findIndex((e) => e.type === 'claim');
    const all = [
      ...said.slice(0, at),
      ...more.slice(0, 1),
      ...said.slice(at, at + 2),
      ...more.slice(1),
      ...said.slice(at + 2),
    ];
    const left = await textOf(other, all);
    expect(left).toContain('contested');
    expect(left).toContain('A report: denies (confidence 70, B–)');
    expect(byKind(await entriesOf(other, left))).toEqual(byKind(all));
  });

  test.each(graphs)('as $id it leaves beside claims and beside another graph', async (other) => {
    const all = [
      ...(await shipped()),
      ...(await entriesOf(format, text)),
      ...(await entriesOf(
        graphml,
        '<graphml><graph id="g"><node id="alone"/><node id="a"/><edge source="a" target="a"/></graph></graphml>',
      )),
    ];
    expect(byKind(await entriesOf(other, await textOf(other, all)))).toEqual(byKind(all));
  });
});

test('a hyperedge is one in GraphML, and a claim with its parties elsewhere', async () => {
  const entries = await entriesOf(
    graphml,
    `<graphml><graph id="h" edgedefault="undirected"><node id="a"/><node id="b"/><node id="c"/>
<hyperedge><endpoint node="a"/><endpoint node="b"/><endpoint node="c"/></hyperedge><edge source="a" target="b"/></graph></graphml>`,
  );
  expect(await textOf(graphml, entries)).toContain(
    '<endpoint node="a"/><endpoint node="b"/><endpoint node="c"/>',
  );
  const left = seen(gexf, await textOf(gexf, entries));
  expect(left.edges.filter(([, , undirected]) => undirected)).toHaveLength(1);
  for (const format of graphs)
    expect(byKind(await entriesOf(format, await textOf(format, entries)))).toEqual(byKind(entries));
});

test('what Entente added is judged anew where another program has saved the file', async () => {
  const left = await textOf(gexf, await entriesOf(gexf, inGexf));
  const saved = left.replace(/<\?entente .*\?>/, '');
  const again = await entriesOf(gexf, saved);
  expect(JSON.stringify(again)).not.toMatch(/"entente_/);
  expect(again.filter((e) => e.type === 'entity').map((e) => e.properties)).toEqual(
    (await entriesOf(gexf, inGexf)).filter((e) => e.type === 'entity').map((e) => e.properties),
  );
});

test('a graph without a title is called by its file, else by its own name', async () => {
  const text = '<graphml><graph id="trade"><node id="a"/></graph></graphml>';
  const titled = async (name?: string) => (await entriesOf(graphml, text, name))[0];
  expect(await titled('ports of call.graphml')).toMatchObject({ title: 'ports of call' });
  expect(await titled()).toMatchObject({ title: 'trade', id: expect.stringMatching(/^trade-/) });
});

test('a head that somebody changed is refused with what to do', async () => {
  const left = await textOf(gexf, await entriesOf(gexf, inGexf));
  await expect(entriesOf(gexf, left.replace('"pure":true', '"pure":1'))).rejects.toThrow(
    'take "entente" out',
  );
});
