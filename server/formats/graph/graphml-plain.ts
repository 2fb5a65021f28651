// A node and an edge of another program's graph in GraphML: attributes under their own keys, extensions as they were
// written, and what the program put on the elements themselves.
import { isDirected } from './about.ts';
import type { ReadValue } from './parts.ts';
import { LABEL } from './plain.ts';
import { hasPlace, isDefault, oursKey, textOf } from './plain-columns.ts';
import type { PlainEdge, PlainNode, PlainPlan } from './plain-elements.ts';
import { holdsInPlace } from './plain-places.ts';
import { escaped, isXml, tokenOf } from './xml.ts';

/** A node or an edge, by what the file says of it. */
export function graphmlPlain(element: PlainNode | PlainEdge, plan: PlainPlan): string {
  const of = element.is === 'plain-node' ? 'node' : 'edge';
  const part = element.is === 'plain-node' ? element.node : element.edge;
  const columns = of === 'node' ? plan.nodes : plan.edges;
  const { about } = element.graph;
  const own: [string, string][] = [];
  const inner: string[] = [];
  const add = (name: string, value: ReadValue) => {
    const column = columns.get(name);
    const text = textOf(value);
    if (column === undefined || !isXml(text) || isDefault(column, value)) return;
    const isElement = column.type === 'extension' && /^\s*</.test(text);
    inner.push(data(column.key, isElement ? text : escaped(text)));
  };
  if (part.label !== undefined) add(LABEL, part.label);
  for (const [name, value] of part.attributes)
    if (!hasPlace(name, 'graphml', of, about)) add(name, value);
    else if (!holdsInPlace(name, value, 'graphml', plan.pure)) continue;
    else if (name === '@desc') inner.unshift(`<desc>${escaped(String(value))}</desc>`);
    else own.push([name.slice(1), String(value)]);
  for (const [name, value] of element.ours) inner.push(data(oursKey(of, name), escaped(textOf(value))));
  const id = (text: string) => (plan.pure ? text : tokenOf(text));
  const head: [string, string][] = element.id === undefined ? [] : [['id', id(element.id)]];
  if (element.is === 'plain-node') return `<node${fieldsText([...head, ...own])}>${inner.join('')}</node>\n`;
  if (element.ends.length > 2) {
    const endpoints = element.ends.map((end) => `<endpoint node="${escaped(id(end))}"/>`);
    return `<hyperedge${fieldsText([...head, ...own])}>${endpoints.join('')}${inner.join('')}</hyperedge>\n`;
  }
  const [source = '', target = ''] = element.ends;
  const byDefault = plan.pure ? isDirected(about) : true;
  const { directed } = element.edge;
  const said: [string, string][] = directed === byDefault ? [] : [['directed', String(directed)]];
  const ends: [string, string][] = [
    ['source', id(source)],
    ['target', id(target)],
  ];
  return `<edge${fieldsText([...head, ...ends, ...said, ...own])}>${inner.join('')}</edge>\n`;
}

const data = (id: string, text: string) => `<data key="${escaped(id)}">${text}</data>`;

const fieldsText = (fields: readonly (readonly [string, string])[]) =>
  fields.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
