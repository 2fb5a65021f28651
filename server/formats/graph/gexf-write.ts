// Writes GEXF 1.3: claims and spells with the days on which they may be so, for a timeline; colours by sign, sizes, and
// the places of the view. Nodes come before edges, which wait until all nodes are written. Graphs of other programs leave as they
// came.
import type { Outgoing } from '../format.ts';
import { type About, isDirected } from './about.ts';
import { type Columns, type Declared, declared } from './columns.ts';
import { edgesLast } from './edges-last.ts';
import type { GraphEdge, GraphElement, GraphNode } from './elements.ts';
import type { Attributes } from './flat.ts';
import { gexfPlain } from './gexf-plain.ts';
import { colourOf, printed, sizes } from './looks.ts';
import type { Days } from './party.ts';
import { oursTypes, typeIn } from './plain-columns.ts';
import { FORM_VALUE, headOfPlain } from './plain-head.ts';
import { FORM } from './returned.ts';
import { headLines, inChunks } from './told.ts';
import { escaped, shown } from './xml.ts';

/** networkx knows 1.3 by this name alone. */
const NAMESPACE = 'http://gexf.net/1.3';

const OPENING = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="${NAMESPACE}" xmlns:viz="${NAMESPACE}/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} ${NAMESPACE}/gexf.xsd" version="1.3">
`;

/** @param outgoing as claims, or as the ties that are derived from them */
export function encode(outgoing: Outgoing): AsyncGenerator<string | Uint8Array> {
  return inChunks(texts(outgoing));
}

async function* texts(outgoing: Outgoing): AsyncGenerator<string | Uint8Array> {
  const all = await declared(outgoing, 'gexf');
  const { plan } = all;
  yield OPENING;
  if (plan !== null) yield `${headOfPlain(plan)}\n`;
  yield* headText(outgoing, all);
  const { nodes, edges } = all;
  yield '<nodes>\n';
  const between = '</nodes>\n<edges>\n';
  yield* edgesLast(
    all.elements,
    (n) => textOf(n, nodes, all),
    between,
    (e) => textOf(e, edges, all),
  );
  yield '</edges>\n</graph>\n</gexf>\n';
}

/** What stands before the nodes: what the file says of itself, and its attributes. */
function* headText(outgoing: Outgoing, { nodes, edges, plan, ours }: Declared): Generator<string> {
  const about = headLines(outgoing.head).join('\n');
  const [graph] = plan?.pure === true ? plan.graphs.values() : [];
  const { lastmodifieddate, creator, description, ...meta } =
    graph?.about.format === 'gexf' ? graph.about.meta : {};
  const changed = lastmodifieddate === undefined ? '' : ` lastmodifieddate="${escaped(lastmodifieddate)}"`;
  const says = description ? `${description}\n\n${about}` : about;
  yield `<meta${changed}>${element('creator', creator ?? outgoing.head.program)}`;
  for (const [name, text] of Object.entries(meta)) if (/^[a-z]+$/.test(name)) yield element(name, text);
  yield `${element('description', says)}</meta>\n`;
  yield `<graph${Object.entries(graphFields(outgoing, graph?.about))
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('')}>\n`;
  for (const of of ['node', 'edge'] as const) {
    const columns = of === 'node' ? nodes : edges;
    const plain = plan === null ? [] : (of === 'node' ? plan.nodes : plan.edges).all();
    const isTimed = (c: { list?: true; type: string }) => c.list === true;
    yield attributes(of, 'static', [
      ...(plan?.pure === true ? [] : [...columns].filter((c) => c.name !== 'label').map(ownColumn)),
      ...plain.filter((c) => !isTimed(c)).map(plainColumn),
      ...[...ours[of], ...(plan === null || plan.pure ? [] : [FORM])].map((name) =>
        column(name, name, oursTypes[name] ?? 'string'),
      ),
    ]);
    if (plain.some(isTimed)) yield attributes(of, 'dynamic', plain.filter(isTimed).map(plainColumn));
  }
}

const element = (name: string, text: string) => `<${name}>${shown(text).replaceAll('&#10;', '\n')}</${name}>`;

/** What stands on the element of the graph; without a time format networkx fails on the first date. */
function graphFields({ form }: Outgoing, about?: Pick<About, 'format' | 'graph'>): Record<string, string> {
  if (about?.format === 'gexf') return { mode: about.graph.type ?? 'static', ...about.graph };
  if (about !== undefined)
    return {
      defaultedgetype: isDirected(about) ? 'directed' : 'undirected',
      idtype: 'string',
      mode: 'static',
    };
  const time = { mode: 'dynamic', timeformat: 'date', timerepresentation: 'interval' };
  return form === 'pairs'
    ? { defaultedgetype: 'undirected', idtype: 'string', mode: 'static' }
    : { defaultedgetype: 'directed', idtype: 'string', ...time };
}

/** Ids of our own attributes are numbers: graphology takes any other for the name. The label has a place of its own. */
const ownColumn = ({ n, name, type }: { n: number; name: string; type: string }) =>
  column(`${n}`, name, type);
const plainColumn = (c: { key: string; called: string; type: string; byDefault?: string | undefined }) =>
  column(c.key, c.called, typeIn('gexf', c.type), c.byDefault);

const column = (id: string, title: string, type: string, byDefault?: string) =>
  `<attribute id="${escaped(id)}" title="${escaped(title)}" type="${escaped(type)}"${byDefault === undefined ? '/>' : `><default>${escaped(byDefault)}</default></attribute>`}\n`;

const attributes = (of: 'node' | 'edge', mode: 'static' | 'dynamic', lines: readonly string[]): string =>
  `<attributes class="${of}" mode="${mode}">\n${lines.join('')}</attributes>\n`;

function textOf(element: GraphElement, columns: Columns, { plan }: Declared): string {
  if (element.is === 'plain-node' || element.is === 'plain-edge')
    return plan === null ? '' : gexfPlain(element, plan, !plan.pure);
  const form = plan === null ? '' : `<attvalue for="${FORM}" value="${FORM_VALUE}"/>`;
  return element.is === 'node' ? nodeText(element, columns, form) : edgeText(element, columns, form);
}

const days = ({ start, end }: Days = {}) =>
  `${start === undefined ? '' : ` start="${start}"`}${end === undefined ? '' : ` end="${end}"`}`;

const cell = (n: number, text: string) => `<attvalue for="${n}" value="${escaped(text)}"/>`;

/** @param first what is told before all others */
function values(
  columns: Columns,
  [name, text]: readonly [string, string],
  attributes: Attributes,
  form: string,
): string {
  return `<attvalues>${cell(columns.numberOf(name), text)}${columns.cells(attributes, cell)}${form}</attvalues>`;
}

function nodeText(node: GraphNode, columns: Columns, form: string): string {
  const { id, type, label, place, sign } = node;
  const cells = values(columns, ['type', type], node.attributes, form);
  // Places are told with y going down, and Gephi's y goes up.
  const position = place === undefined ? '' : `<viz:position x="${place[0]}" y="${0 - place[1]}" z="0"/>`;
  const colour = colour3(
    colourOf(sign, type === 'entity' || type === 'named' ? printed.ink : printed.neutral),
  );
  const looks = `${colour}${position}<viz:size value="${sizes[type]}"/>`;
  return `<node id="${escaped(id)}" label="${shown(label)}"${days(node.days)}>${cells}${looks}</node>\n`;
}

/** Gephi keeps parallel edges between two nodes only where their kinds differ. */
function edgeText(edge: GraphEdge, columns: Columns, form: string): string {
  const { id, source, target, kind, nth, sign } = edge;
  const own = nth === 1 ? kind : `${kind}-${nth}`;
  const cells = values(columns, ['kind', kind], edge.attributes, form);
  const ends = `source="${escaped(source)}" target="${escaped(target)}"`;
  const looks = colour3(colourOf(sign, printed.line));
  return `<edge id="${id}" ${ends} kind="${own}"${days(edge.days)}>${cells}${looks}</edge>\n`;
}

function colour3(hex: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`;
}
