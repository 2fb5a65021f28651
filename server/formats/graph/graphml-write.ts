// Writes GraphML: types declared first, then nodes and edges as they come, so that a whole data set streams. Graphs of
// other programs leave as they came.
import type { Outgoing } from '../format.ts';
import { type About, isDirected } from './about.ts';
import { type Columns, type Declared, declared } from './columns.ts';
import type { GraphEdge, GraphElement, GraphNode } from './elements.ts';
import { graphmlPlain } from './graphml-plain.ts';
import { oursKey, oursTypes, type PlainColumn, typeIn } from './plain-columns.ts';
import { FORM_VALUE, headOfPlain } from './plain-head.ts';
import { FORM } from './returned.ts';
import { headLines, headValues, inChunks } from './told.ts';
import { escaped, shown, tokenOf } from './xml.ts';

const types = { string: 'string', integer: 'int', double: 'double', boolean: 'boolean' };

const OPENING = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`;

/** @param outgoing as claims, or as the ties that are derived from them */
export function encode(outgoing: Outgoing): AsyncGenerator<string | Uint8Array> {
  return inChunks(texts(outgoing));
}

async function* texts(outgoing: Outgoing): AsyncGenerator<string> {
  const all = await declared(outgoing, 'graphml', apart);
  const { nodes, edges, elements, plan } = all;
  const [graph] = plan?.pure === true ? plan.graphs.values() : [];
  const about = graph?.about.format === 'graphml' ? graph.about : null;
  const prefix = graph === undefined ? '' : 'entente_';
  const head = Object.entries(headValues(outgoing.head));
  yield OPENING;
  if (plan !== null) yield `${headOfPlain(plan)}\n`;
  yield `<desc>${shown(headLines(outgoing.head).join('\n')).replaceAll('&#10;', '\n')}</desc>\n`;
  for (const [n, [name]] of head.entries()) yield key('graph', `g${n}_`, `${prefix}${name}`, 'string');
  yield* keysText(all);
  for (const own of about?.own ?? [])
    yield key('graph', own.id ?? own.name, own.title ?? own.name, typeIn('graphml', own.type));
  yield `<graph${fieldsText(Object.entries(graphFields(outgoing, graph?.about)))}>\n`;
  if (about?.meta.description !== undefined) yield `<desc>${escaped(about.meta.description)}</desc>\n`;
  for (const own of about?.own ?? []) yield `${data(own.id ?? own.name, ownText(own))}\n`;
  for (const [n, [, value]] of head.entries()) yield `${data(`g${n}_`, shown(String(value)))}\n`;
  for await (const some of elements) yield some.map((e) => textOf(e, nodes, edges, all)).join('');
  yield '</graph>\n</graphml>\n';
}

/** An attribute of the graph; an extension is written as it came. */
const ownText = ({ type, value }: About['own'][number]): string =>
  type === 'extension' && typeof value === 'string' ? value : escaped(String(value));

function* keysText({ nodes, edges, plan, ours }: Declared): Generator<string> {
  const plain = { node: plan?.nodes.all() ?? [], edge: plan?.edges.all() ?? [] };
  // What is declared for nodes and edges alike has one id.
  const inNodes = new Set(plain.node.map((c) => c.key));
  const shared = new Set(plain.edge.flatMap((c) => (inNodes.has(c.key) ? [c.key] : [])));
  for (const of of ['node', 'edge'] as const) {
    const letter = of === 'node' ? 'n' : 'd';
    if (plan?.pure !== true)
      for (const { n, name, type } of of === 'node' ? nodes : edges)
        yield key(of, `${letter}${n}`, name, types[type]);
    if (plan === null) continue;
    for (const column of plain[of])
      if (!shared.has(column.key)) yield plainKey(of, column);
      else if (of === 'node') yield plainKey('all', column);
    for (const name of [...ours[of], ...(plan.pure ? [] : [FORM])])
      yield key(of, oursKey(of, name), name, typeIn('graphml', oursTypes[name] ?? 'string'));
  }
}

function plainKey(
  of: 'node' | 'edge' | 'all',
  { key: id, called, type, list, byDefault }: PlainColumn,
): string {
  const declared = list === true ? 'string' : typeIn('graphml', type);
  if (type === 'extension')
    return `<key id="${escaped(id)}" for="${of}" yfiles.type="${escaped(called)}"/>\n`;
  const inner = byDefault === undefined ? '' : `<default>${escaped(byDefault)}</default>`;
  return key(of, id, called, declared, inner);
}

const key = (of: string, id: string, name: string, type: string, inner = '') =>
  `<key id="${escaped(id)}" for="${of}" attr.name="${escaped(name)}" attr.type="${type}"${inner === '' ? '/>' : `>${inner}</key>`}\n`;

const data = (id: string, text: string) => `<data key="${escaped(id)}">${text}</data>`;

const fieldsText = (fields: readonly (readonly [string, string])[]) =>
  fields.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');

function graphFields({ form }: Outgoing, about: About | undefined): Record<string, string> {
  if (about?.format === 'graphml') return about.graph;
  const directed = about === undefined ? form !== 'pairs' : isDirected(about);
  return { id: 'entente', edgedefault: directed ? 'directed' : 'undirected' };
}

function textOf(element: GraphElement, nodes: Columns, edges: Columns, { plan }: Declared): string {
  if (element.is === 'plain-node' || element.is === 'plain-edge')
    return plan === null ? '' : graphmlPlain(element, plan);
  const mark = (of: 'node' | 'edge') => (plan === null ? '' : data(oursKey(of, FORM), FORM_VALUE));
  return element.is === 'node'
    ? nodeText(element, nodes, mark('node'))
    : edgeText(element, edges, mark('edge'));
}

function nodeText({ id, type, label, attributes }: GraphNode, columns: Columns, mark: string): string {
  const cell = (n: number, text: string) => data(`n${n}`, escaped(text));
  const named = data(`n${columns.numberOf('label')}`, shown(label)) + cell(columns.numberOf('type'), type);
  return `<node id="${tokenOf(id)}">${named}${columns.cells(attributes, cell)}${mark}</node>\n`;
}

function edgeText(
  { id, source, target, kind, attributes }: GraphEdge,
  columns: Columns,
  mark: string,
): string {
  const cell = (n: number, text: string) => data(`d${n}`, escaped(text));
  const named = cell(columns.numberOf('kind'), kind);
  return `<edge id="${id}" source="${tokenOf(source)}" target="${tokenOf(target)}">${named}${columns.cells(attributes, cell)}${mark}</edge>\n`;
}

/**
 * Elements of which no two edges have the same ends: Gephi merges those of GraphML, whatever their kinds, and gives one
 * of two spells the end of the other. The second goes by way of a node of its own.
 */
async function* apart(elements: AsyncIterable<GraphElement[]>): AsyncGenerator<GraphElement[]> {
  for await (const some of elements)
    yield some.flatMap((e) => (e.is === 'edge' && e.again ? byJoint(e) : [e]));
}

function byJoint(edge: GraphEdge): GraphElement[] {
  const { id, kind, target } = edge;
  // No other id has a space.
  const joint = `${kind} ${id}`;
  const to = new Map([['joint_to', target]]);
  return [
    { is: 'node', id: joint, type: 'joint', label: kind, attributes: to },
    { ...edge, target: joint },
    { ...edge, id: `${id}b`, source: joint, kind: 'continues', attributes: new Map() },
  ];
}
