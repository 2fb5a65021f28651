// Writes Cytoscape JSON: a node or an edge a line, with the places of the view. Nodes come before edges, which wait until
// all nodes are written. Graphs of other programs leave as they came.
import type { Outgoing } from '../format.ts';
import { isDirected } from './about.ts';
import { declared } from './columns.ts';
import { cyjsPlain } from './cyjs-plain.ts';
import { edgesLast } from './edges-last.ts';
import type { GraphEdge, GraphElement, GraphNode } from './elements.ts';
import type { Attributes, Scalar } from './flat.ts';
import type { PlainPlan } from './plain-elements.ts';
import { FORM_VALUE, oursOf } from './plain-head.ts';
import { FORM } from './returned.ts';
import { headValues, inChunks } from './told.ts';

/** @param outgoing as claims, or as the ties that are derived from them */
export function encode(outgoing: Outgoing): AsyncGenerator<string | Uint8Array> {
  return inChunks(texts(outgoing));
}

async function* texts(outgoing: Outgoing): AsyncGenerator<string | Uint8Array> {
  const { plan, elements } = await declared(outgoing, 'cyjs');
  yield `${JSON.stringify(about(outgoing, plan)).slice(0, -1)},\n"elements":{"nodes":[\n`;
  yield* edgesLast(elements, listed(plan), '\n],"edges":[\n', listed(plan));
  yield '\n]}}\n';
}

/** What the network says of itself; by `directed` and `multigraph` networkx knows what to make of it. */
function about({ head, form }: Outgoing, plan: PlainPlan | null): Record<string, unknown> {
  const [graph] = plan?.pure === true ? plan.graphs.values() : [];
  const said = headValues(head);
  const ours = plan === null ? {} : { entente: oursOf(plan) };
  if (graph === undefined) {
    const name = `${head.program}: ${head.question}`;
    return {
      format_version: '1.0',
      generated_by: head.program,
      target_cytoscapejs_version: '~3.0',
      directed: form === 'claims',
      multigraph: true,
      ...ours,
      data: { name, shared_name: name, ...said },
    };
  }
  const { format, graph: fields, own, parallel } = graph.about;
  const others = format === 'cyjs' ? Object.entries(fields).map(([k, v]) => [k, parsed(v)]) : [];
  const values =
    format === 'cyjs' ? own.map(({ name, value }) => [name, value]) : [['name', graph.dataset.title]];
  return {
    format_version: '1.0',
    generated_by: head.program,
    target_cytoscapejs_version: '~3.0',
    directed: isDirected(graph.about),
    multigraph: parallel,
    ...Object.fromEntries(others),
    ...ours,
    data: {
      ...Object.fromEntries(values),
      ...Object.fromEntries(Object.entries(said).map(([k, v]) => [`entente_${k}`, v])),
    },
  };
}

/** What the reader kept as text. */
function parsed(text: string): unknown {
  if (!/^([[{]|true$|false$|-?\d+(\.\d+)?$)/.test(text) || text === '1.0') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Texts of elements as those of a list. */
function listed(plan: PlainPlan | null): (element: GraphElement) => string {
  let before = '';
  const mark: Record<string, string> = plan === null ? {} : { [FORM]: FORM_VALUE };
  return (element) => {
    const text = `${before}${jsonOf(element, mark, plan)}`;
    before = ',\n';
    return text;
  };
}

function jsonOf(element: GraphElement, mark: Record<string, string>, plan: PlainPlan | null): string {
  if (element.is === 'node') return JSON.stringify(nodeOf(element, mark));
  if (element.is === 'edge') return JSON.stringify(edgeOf(element, mark));
  return plan === null ? '' : cyjsPlain(element, plan);
}

/** networkx wants `value` in a node and `key` in an edge, Cytoscape a `name` and an `interaction`. */
function nodeOf({ id, type, label, attributes, place }: GraphNode, mark: Record<string, string>) {
  const data = withAttributes({ id, value: id, name: label, label, type, ...mark }, attributes);
  return place === undefined ? { data } : { data, position: { x: place[0], y: place[1] } };
}

function edgeOf({ id, source, target, kind, attributes }: GraphEdge, mark: Record<string, string>) {
  return {
    data: withAttributes({ id, key: id, source, target, interaction: kind, kind, ...mark }, attributes),
  };
}

/** Written out for speed: a loop takes a third of the time of entries that are put together. */
function withAttributes(data: Record<string, Scalar>, attributes: Attributes): Record<string, Scalar> {
  for (const [name, value] of attributes) data[name] = value;
  return data;
}
