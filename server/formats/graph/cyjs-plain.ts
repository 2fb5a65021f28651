// A node and an edge of another program's graph in Cytoscape JSON: values as what they are, numbers with a fraction also
// where the fraction is nothing, so that they are read as such.
import { isDirected } from './about.ts';
import type { ReadValue } from './parts.ts';
import { LABEL, OURS } from './plain.ts';
import { hasPlace, type PlainColumn } from './plain-columns.ts';
import type { PlainEdge, PlainNode, PlainPlan } from './plain-elements.ts';

/** Members of an object, each with its value as JSON. */
type Members = [name: string, json: string][];

/** A node or an edge, by what the file says of it, as JSON. */
export function cyjsPlain(element: PlainNode | PlainEdge, plan: PlainPlan): string {
  const of = element.is === 'plain-node' ? 'node' : 'edge';
  const part = element.is === 'plain-node' ? element.node : element.edge;
  const columns = of === 'node' ? plan.nodes : plan.edges;
  const { about } = element.graph;
  const data: Members = element.is === 'plain-node' ? nodeMembers(element) : edgeMembers(element, plan);
  const position: Members = [];
  const beside: Members = [];
  const add = (name: string, value: ReadValue) => {
    const column = columns.get(name);
    if (column !== undefined) data.push([column.called, jsonOf(value, column)]);
  };
  if (part.label !== undefined) add(LABEL, part.label);
  for (const [name, value] of part.attributes)
    if (!hasPlace(name, 'cyjs', of, about)) add(name, value);
    else if (name.startsWith('viz:position.')) position.push([name.slice(13), JSON.stringify(value)]);
    else if (name !== '@value') beside.push([name.slice(1), jsonOf(value, { type: 'json' })]);
  // Cytoscape calls a node by its name.
  if (of === 'node' && about.format !== 'cyjs' && columns.named('name') === undefined)
    data.push(['name', JSON.stringify(part.label ?? element.id)]);
  for (const [name, value] of element.ours) data.push([name, JSON.stringify(value)]);
  return objectOf([
    ['data', objectOf(data)],
    ...(position.length === 0 ? [] : ([['position', objectOf(position)]] as Members)),
    ...beside,
  ]);
}

/** networkx takes `value` for the node itself. */
function nodeMembers({ id, node }: PlainNode): Members {
  const value = node.attributes.get('@value');
  return [
    ['id', JSON.stringify(id)],
    ['value', value === undefined ? JSON.stringify(id) : jsonOf(value, { type: 'json' })],
  ];
}

function edgeMembers(
  { id, ends: [source = '', target = ''], edge, graph, index }: PlainEdge,
  plan: PlainPlan,
): Members {
  const byDefault = plan.pure ? isDirected(graph.about) : true;
  // networkx tells parallel edges by their keys.
  const isKeyed = graph.about.format !== 'cyjs' && graph.about.parallel;
  return [
    ...(isKeyed ? ([['key', JSON.stringify(id ?? `edge-${index + 1}`)]] as Members) : []),
    ...(id === undefined ? [] : ([['id', JSON.stringify(id)]] as Members)),
    ['source', JSON.stringify(source)],
    ['target', JSON.stringify(target)],
    ...(edge.directed === byDefault ? [] : ([[`${OURS}_directed`, String(edge.directed)]] as Members)),
  ];
}

const objectOf = (members: Members): string =>
  `{${[...new Map(members)].map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(',')}}`;

function jsonOf(value: ReadValue, { type }: Pick<PlainColumn, 'type'>): string {
  if (typeof value === 'number' && /^(float|double)$/.test(type) && Number.isSafeInteger(value))
    return `${Object.is(value, -0) ? '-0' : value}.0`;
  if (type !== 'json' || typeof value !== 'string' || !/^[[{]/.test(value)) return JSON.stringify(value);
  try {
    return JSON.stringify(JSON.parse(value)) === value ? value : JSON.stringify(value);
  } catch {
    return JSON.stringify(value);
  }
}
