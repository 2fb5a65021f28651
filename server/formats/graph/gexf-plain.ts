// A node and an edge of another program's graph in GEXF: times, weights and looks in their places, all else as values.
import { isDirected } from './about.ts';
import type { ReadValue } from './parts.ts';
import { hasPlace, isDefault, type PlainColumns, textOf } from './plain-columns.ts';
import type { PlainEdge, PlainNode, PlainPlan } from './plain-elements.ts';
import { holdsInPlace } from './plain-places.ts';
import { ends } from './spells.ts';
import { escaped, isXml } from './xml.ts';

/** A node or an edge, by what the file says of it. */
export function gexfPlain(element: PlainNode | PlainEdge, plan: PlainPlan, mixed: boolean): string {
  const of = element.is === 'plain-node' ? 'node' : 'edge';
  const part = element.is === 'plain-node' ? element.node : element.edge;
  const columns = of === 'node' ? plan.nodes : plan.edges;
  const own: [string, string][] = [];
  const values: string[] = [];
  const looks = new Map<string, [string, string][]>();
  const lists: string[] = [];
  for (const [name, value] of part.attributes) {
    if (!hasPlace(name, 'gexf', of, element.graph.about)) {
      values.push(...valuesOf(columns, name, value));
      continue;
    }
    if (!holdsInPlace(name, value, 'gexf', plan.pure)) continue;
    const [, look, field] = /^viz:(\w+)\.(.*)$/.exec(name) ?? [];
    if (look !== undefined && field !== undefined)
      looks.set(look, [...(looks.get(look) ?? []), [field, String(value)]]);
    else if (Array.isArray(value)) lists.push(listOf(name, value));
    else own.push([name.slice(1), String(value)]);
  }
  for (const [name, value] of element.ours) values.push(valueText(name, value));
  const { label } = part;
  const head: [string, string][] = [
    ...(element.id === undefined ? [] : ([['id', element.id]] as [string, string][])),
    ...(element.is === 'plain-edge' ? endsOf(element, mixed) : []),
    ...(label === undefined || !isXml(label) ? [] : ([['label', label]] as [string, string][])),
    ...own,
  ];
  const inner = [
    ...(values.length === 0 ? [] : [`<attvalues>${values.join('')}</attvalues>`]),
    ...[...looks].map(([look, fields]) => `<viz:${look}${fieldsText(fields)}/>`),
    ...lists,
  ].join('');
  return `<${of}${fieldsText(head)}${inner === '' ? '/>' : `>${inner}</${of}>`}\n`;
}

function endsOf({ ends: nodes, edge, graph }: PlainEdge, mixed: boolean): [string, string][] {
  const [source = '', target = ''] = nodes;
  const byDefault = mixed || isDirected(graph.about);
  const mutual = edge.attributes.get('@type') === 'mutual';
  const type =
    edge.directed === byDefault || mutual ? [] : [['type', edge.directed ? 'directed' : 'undirected']];
  return [['source', source], ['target', target], ...(type as [string, string][])];
}

function valuesOf(columns: PlainColumns, name: string, value: ReadValue): string[] {
  const column = columns.get(name);
  if (column === undefined || !isXml(textOf(value)) || isDefault(column, value)) return [];
  if (!Array.isArray(value) || value.some((v) => ends(v) === null)) return [valueText(column.key, value)];
  return value.map((v) => {
    const timed = ends(v);
    return `<attvalue for="${escaped(column.key)}" value="${escaped(timed?.before ?? '')}"${fieldsText(Object.entries(timed?.ends ?? {}))}/>`;
  });
}

const valueText = (key: string, value: ReadValue) =>
  `<attvalue for="${escaped(key)}" value="${escaped(textOf(value))}"/>`;

function listOf(name: string, values: readonly string[]): string {
  if (name === '@parents')
    return `<parents>${values.map((v) => `<parent for="${escaped(v)}"/>`).join('')}</parents>`;
  return `<spells>${values.map((v) => `<spell${fieldsText(Object.entries(ends(v)?.ends ?? {}))}/>`).join('')}</spells>`;
}

const fieldsText = (fields: readonly (readonly [string, string])[]) =>
  fields.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
