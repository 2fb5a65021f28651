// Other programs of JavaScript read our graphs: graphology its GraphML and GEXF, Cytoscape its JSON; all find the same
// nodes, edges, types, dates and confidences. The traps of yet others are held here too (networkx, Gephi: tests/readers).
import cytoscape from 'cytoscape';
import Graph from 'graphology';
import gexfReader from 'graphology-gexf';
import graphmlReader from 'graphology-graphml';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { tokens } from '../../../../client/canvas/tokens.ts';
import type { Entry } from '../../../../model/entry.ts';
import type { Form } from '../../../../model/export.ts';
import { cyjs } from '../../../../server/formats/cyjs.ts';
import type { Format } from '../../../../server/formats/format.ts';
import { gexf } from '../../../../server/formats/gexf.ts';
import { printed } from '../../../../server/formats/graph/looks.ts';
import { graphml } from '../../../../server/formats/graphml.ts';
import { bytesOf, outgoingOf, read } from '../../../support/outgoing.ts';
import { shipped, spells } from './graph-samples.ts';

type Values = Record<string, unknown>;

/** Nodes and edges as another program has them. */
interface Seen {
  nodes: Map<string, Values>;
  edges: { source: string; target: string; values: Values }[];
}

const places = new Map([['state:CHN', [10, -20] as const]]);

async function written(format: Format, entries: readonly Entry[], form: Form = 'claims'): Promise<string> {
  return (await bytesOf(format, outgoingOf(entries, form, places))).toString();
}

function seenBy(graph: Graph): Seen {
  return {
    nodes: new Map(graph.mapNodes((id, values) => [id, values])),
    edges: graph.mapEdges((_, values, source, target) => ({ source, target, values })),
  };
}

const Position = z.object({ x: z.number(), y: z.number() });
const NodeData = z.looseObject({ id: z.string() });
const EdgeData = NodeData.extend({ source: z.string(), target: z.string() });
const File = z.object({
  elements: z.object({
    nodes: z.array(z.object({ data: NodeData, position: Position.default({ x: 0, y: 0 }) })),
    edges: z.array(z.object({ data: EdgeData })),
  }),
});

function seenByCytoscape(text: string): Seen {
  const { elements } = File.parse(JSON.parse(text));
  const cy = cytoscape({ headless: true, elements, layout: { name: 'preset' } });
  return {
    nodes: new Map(cy.nodes().map((n) => [n.id(), { ...n.data(), ...n.position() }])),
    edges: cy.edges().map((e) => ({ source: e.source().id(), target: e.target().id(), values: e.data() })),
  };
}

const readers: [Format, (text: string) => Seen, (id: string) => string][] = [
  [
    graphml,
    (text) => seenBy(graphmlReader.parse(Graph, text)),
    // The reverse of what the schema of GraphML asks for.
    (id) =>
      id.replace(/_([0-9a-f]*)_/g, (_, c) => (c === '' ? '_' : String.fromCodePoint(Number.parseInt(c, 16)))),
  ],
  [gexf, (text) => seenBy(gexfReader.parse(Graph, text)), (id) => id],
  [cyjs, seenByCytoscape, (id) => id],
];

const ofType = (seen: Seen, type: string) => [...seen.nodes.values()].filter((n) => n.type === type);
const ofKind = (seen: Seen, kind: RegExp) => seen.edges.filter((e) => kind.test(String(e.values.kind)));

for (const [format, reader, idOf] of readers)
  describe(format.id, () => {
    test('every node and edge is seen, with its type', async () => {
      const entries = await shipped();
      const seen = reader(await written(format, entries));
      for (const type of ['dataset', 'entity', 'source', 'claim', 'statement'])
        expect(ofType(seen, type)).toHaveLength(entries.filter((e) => e.type === type).length);
      const claims = entries.filter((e) => e.type === 'claim');
      expect(ofKind(seen, /^party$/)).toHaveLength(claims.flatMap((c) => c.parties).length);
      expect(ofKind(seen, /^about$/)).toHaveLength(ofType(seen, 'statement').length);
      expect(ofKind(seen, /^from$/)).toHaveLength(ofType(seen, 'statement').length);
      for (const claim of claims) {
        const node = [...seen.nodes].find(([id]) => idOf(id) === claim.id)?.[1];
        expect(node).toMatchObject({
          label: claim.title,
          claim_id: claim.id,
          claim_incomplete: claim.incomplete,
        });
        expect(node?.claim_when).toBe(claim.when);
      }
    });

    test('a confidence is a number or absent', async () => {
      const entries = await shipped();
      const seen = reader(await written(format, [...entries, ...spells]));
      const told = [...entries, ...spells].flatMap((e) => (e.type === 'statement' ? [e.confidence] : []));
      expect(told).toContain(null);
      expect(told).toContain(0);
      expect(ofType(seen, 'statement').map((n) => n.statement_confidence ?? null)).toEqual(told);
      expect(ofType(seen, 'claim').filter((n) => n.computed_for === 70).length).toBeGreaterThan(0);
    });

    test('spells are edges of their own, each with its dates', async () => {
      const seen = reader(await written(format, spells));
      const parties = ofKind(seen, /^party$/).map((e) => [
        idOf(e.source),
        e.values.kind,
        e.values.from,
        e.values.until,
      ]);
      expect(parties).toEqual([
        ['state:CHN', 'party', undefined, '1995-06-30'],
        ['state:RUS', 'party', '1991', undefined],
        ['state:CHN', 'party', '1999-01-01', undefined],
      ]);
      for (const kind of [/^acts$/, /^represents$/]) expect(ofKind(seen, kind)).toHaveLength(2);
      expect(ofType(seen, 'claim')[0]).toMatchObject({
        claim_properties_code: 12.5,
        claim_properties_remark: 'a',
        label: 'A pact & its "spells"',
      });
    });

    test('ties are named derived, and are not read as claims', async () => {
      const text = await written(format, await shipped(), 'pairs');
      const { ties } = await outgoingOf(await shipped(), 'pairs').ties();
      const seen = reader(text);
      const told = ofKind(seen, /^derived-tie$/);
      expect(told).toHaveLength(ties.length);
      for (const { values } of told) {
        expect(values.derived).toContain('no source states it');
      }
      expect(text.slice(0, 4000)).toContain('Derived: ties between pairs are counted from claims');
      await expect(read(format, Buffer.from(text))).rejects.toThrow('load the file of the claims');
    });
  });

test('GraphML: ids are tokens, as its schema wants them, and no two are the same', async () => {
  const text = await written(graphml, [...(await shipped()), ...spells]);
  const ids = [...text.matchAll(/<node id="([^"]*)"/g)].map((m) => m[1] ?? '');
  expect(ids.length).toBeGreaterThan(100);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9._:-]+$/);
  expect(new Set(ids).size).toBe(ids.length);
});

test('GraphML: no two edges have the same ends, of which Gephi would make one', async () => {
  for (const form of ['claims', 'pairs'] as const) {
    const text = await written(graphml, [...(await shipped()), ...spells], form);
    const ends = [...text.matchAll(/<edge id="[^"]*" (source="[^"]*" target="[^"]*")/g)].map((m) => m[1]);
    expect(ends.length).toBeGreaterThan(25);
    expect(new Set(ends).size).toBe(ends.length);
    expect(text).toContain('joint');
  }
});

test('GEXF: parallel edges are of kinds of their own, for Gephi makes one of two of one kind', async () => {
  for (const form of ['claims', 'pairs'] as const) {
    const text = await written(gexf, [...(await shipped()), ...spells], form);
    const ends = [...text.matchAll(/<edge id="[^"]*" (source="[^"]*" target="[^"]*" kind="[^"]*")/g)].map(
      (m) => m[1],
    );
    expect(ends.length).toBeGreaterThan(25);
    expect(new Set(ends).size).toBe(ends.length);
  }
});

test('GEXF: what networkx and graphology need', async () => {
  const text = await written(gexf, spells);
  expect(text).toContain('xmlns="http://gexf.net/1.3"');
  expect(text).toContain('timeformat="date"');
  for (const [, id] of text.matchAll(/<attribute id="([^"]*)"/g)) expect(id).toMatch(/^\d+$/);
});

test('GEXF: claims and parties are on the timeline, from their first day to their last', async () => {
  const text = await written(gexf, spells);
  expect(text).toMatch(/<node id="spells\/pact"[^>]* start="1990-02-01">/);
  const spans = [...text.matchAll(/kind="(party[^"]*)"([^>]*)>/g)].map((m) => `${m[1]}${m[2]}`);
  expect(spans).toEqual([
    'party start="1990-02-01" end="1995-06-30"',
    'party start="1991-01-01"',
    'party-2 start="1999-01-01"',
  ]);
});

test('places of the view: y goes down on the canvas and in Cytoscape, and up in Gephi', async () => {
  const inGephi = seenBy(gexfReader.parse(Graph, await written(gexf, spells)));
  expect(inGephi.nodes.get('state:CHN')).toMatchObject({ x: 10, y: 20 });
  expect(seenByCytoscape(await written(cyjs, spells)).nodes.get('state:CHN')).toMatchObject({
    x: 10,
    y: -20,
  });
});

test('Cytoscape JSON: what networkx needs', async () => {
  const { elements } = File.parse(JSON.parse(await written(cyjs, spells)));
  for (const { data } of elements.nodes) expect(data.value).toBe(data.id);
  expect(new Set(elements.edges.map((e) => e.data.key)).size).toBe(elements.edges.length);
});

test('colours in print are those of the light canvas', () => {
  expect(tokens.light).toMatchObject(printed);
});
