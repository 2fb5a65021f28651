// Which attributes a file declares before its first node, and the values that they can hold.

import type { Outgoing } from '../format.ts';
import type { About } from './about.ts';
import type { GraphElement } from './elements.ts';
import { type Attributes, columnsOfModel, MORE, type Scalar } from './flat.ts';
import { elementsIn } from './form.ts';
import { OURS } from './plain.ts';
import { graphsOf, type PlainPlan, planOf } from './plain-elements.ts';
import { isXml } from './xml.ts';

export type ColumnType = 'string' | 'integer' | 'double' | 'boolean';

/** So many nodes and edges are looked at before the first is written. */
const LOOK_AHEAD = 5_000;

const text = (...names: string[]) => names.map((name) => [name, 'string'] as const);
const number = (...names: string[]) => names.map((name) => [name, 'integer'] as const);

/** What nodes can have: the fields of entries, and what the program adds to them. */
const ofNodes: ReadonlyMap<string, ColumnType> = new Map([
  ...text('type', 'label', MORE, 'joint_to'),
  ...columnsOfModel,
  ...number('claim_parties', 'computed_for', 'computed_against', 'computed_origins_for'),
  ...number('computed_origins_against', 'computed_commitment', 'computed_principal_count'),
  ...text('computed_state', 'computed_certainty', 'computed_nature', 'computed_context', 'computed_sign'),
  ...text('computed_principals', 'computed_first_day', 'computed_last_day'),
  ['computed_stands', 'boolean'],
]);

/** What edges can have: of parties, of those who act, of offices, and of ties that are derived. */
const ofEdges: ReadonlyMap<string, ColumnType> = new Map([
  ...text('kind', MORE, 'role', 'part', 'side', 'from', 'until', 'by', 'for', 'office', 'source_id'),
  ...number('order'),
  ...text('derived', 'dataset', 'sign', 'computed_rule', 'claims'),
  ...number('computed_asserted', 'computed_contested', 'computed_unverified', 'computed_possible'),
  ...number('computed_undated', 'computed_for', 'computed_against', 'computed_bilateral'),
  ...number('computed_least_principals'),
]);

/** The columns of nodes or of edges: name, type, and a number by which the file calls it. */
export class Columns {
  readonly #columns = new Map<string, { n: number; type: ColumnType }>();
  readonly #known: ReadonlyMap<string, ColumnType>;

  /**
   * @param known what the program writes itself
   * @param always those of them that every file has
   */
  constructor(known: ReadonlyMap<string, ColumnType>, always: readonly string[]) {
    this.#known = known;
    for (const name of always) this.#add(name, known.get(name) ?? 'string');
  }

  /** Declares those that some attributes need. */
  declare(attributes: Iterable<readonly [string, Scalar]>): void {
    for (const [name, value] of attributes) this.#add(name, this.#known.get(name) ?? typeOf(value));
  }

  /** Declares all that the program writes itself. */
  declareAll(): void {
    for (const [name, type] of this.#known) this.#add(name, type);
  }

  #add(name: string, type: ColumnType): void {
    if (isXml(name) && !this.#columns.has(name)) this.#columns.set(name, { n: this.#columns.size, type });
  }

  /** @throws Error where there is no such column */
  numberOf(name: string): number {
    const column = this.#columns.get(name);
    if (column === undefined) throw new Error(`there is no column ${name}`);
    return column.n;
  }

  *[Symbol.iterator](): Generator<{ n: number; name: string; type: ColumnType }> {
    for (const [name, column] of this.#columns) yield { name, ...column };
  }

  /**
   * The values of a node or an edge as text. What no column can hold, because it was not declared, is of another type,
   * or has characters that XML does not allow, goes into the last as JSON text.
   * @param cell text of one value by the number of its column
   */
  cells(attributes: Attributes, cell: (n: number, text: string) => string): string {
    const rest: Record<string, unknown> = {};
    let cells = '';
    for (const [name, value] of attributes) {
      const column = this.#columns.get(name);
      if (name === MORE) Object.assign(rest, JSON.parse(String(value)));
      else if (column === undefined || !holds(column.type, value)) rest[name] = value;
      else cells += cell(column.n, String(value));
    }
    const more = this.#columns.get(MORE);
    return more === undefined || Object.keys(rest).length === 0
      ? cells
      : cells + cell(more.n, asciiJson(rest));
  }
}

function holds(type: ColumnType, value: Scalar): boolean {
  if (typeof value === 'string') return type === 'string' && isXml(value);
  if (typeof value === 'boolean') return type === 'boolean';
  return type === 'double' || (type === 'integer' && Number.isSafeInteger(value));
}

const typeOf = (value: Scalar): ColumnType =>
  typeof value === 'string' ? 'string' : typeof value === 'boolean' ? 'boolean' : 'double';

/** JSON in which what XML cannot hold is written as `\uXXXX`. */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007F-\uFFFF]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The columns of both, and the elements whole again from the first. */
export interface Declared {
  nodes: Columns;
  edges: Columns;
  elements: AsyncIterable<GraphElement[]>;
  /** How graphs of other programs leave; null where there are none. */
  plan: PlainPlan | null;
  /** What Entente says beside their nodes and edges. */
  ours: { node: ReadonlySet<string>; edge: ReadonlySet<string> };
}

const columnsOf = () => ({
  nodes: new Columns(ofNodes, ['type', 'label', MORE]),
  edges: new Columns(ofEdges, ['kind', MORE]),
});

/**
 * What a file declares before its first node. Where graphs of other programs leave all is looked through first, for
 * what their nodes and edges are called depends on what else there is.
 * @param each changes what is written, such as edges that go by way of another node
 */
export async function declared(
  outgoing: Outgoing,
  format: About['format'],
  each: (elements: AsyncIterable<GraphElement[]>) => AsyncIterable<GraphElement[]> = (all) => all,
): Promise<Declared> {
  const { graphs, whole } = await graphsOf(outgoing);
  if (graphs.size === 0) return ahead(each(elementsIn(whole, null)));
  const scanned = { ...columnsOf(), node: new Set<string>(), edge: new Set<string>() };
  const alone = graphs.size === 1 && outgoing.head.datasets.length === 1;
  let pure = alone;
  const first = planOf(graphs, format, alone);
  for await (const some of each(elementsIn(whole, first)))
    for (const element of some)
      if (element.is === 'plain-node') for (const name of element.ours.keys()) scanned.node.add(name);
      else if (element.is === 'plain-edge') for (const name of element.ours.keys()) scanned.edge.add(name);
      else {
        pure = false;
        (element.is === 'node' ? scanned.nodes : scanned.edges).declare(element.attributes);
      }
  const plan = planOf(graphs, format, pure, first.sources);
  if (!pure)
    for (const beside of [scanned.node, scanned.edge])
      for (const name of [`${OURS}_dataset`, `${OURS}_id`, OURS]) beside.add(name);
  const { nodes, edges, ...ours } = scanned;
  return { nodes, edges, ours, plan, elements: each(elementsIn(whole, plan)) };
}

/**
 * Looks ahead, so that a file declares what it has before its first node and is written in one go. Where there is more
 * than it looks at, all that the model knows is declared as well; a name that only a data set knows and that comes later
 * travels in the column for the rest.
 */
async function ahead(elements: AsyncIterable<GraphElement[]>): Promise<Declared> {
  const iterator = elements[Symbol.asyncIterator]();
  const first: GraphElement[][] = [];
  let seen = 0;
  const { nodes, edges } = columnsOf();
  let next = await iterator.next();
  for (; next.done !== true && seen < LOOK_AHEAD; next = await iterator.next()) {
    first.push(next.value);
    seen += next.value.length;
    for (const element of next.value)
      if (element.is === 'node') nodes.declare(element.attributes);
      else if (element.is === 'edge') edges.declare(element.attributes);
  }
  if (next.done !== true) for (const columns of [nodes, edges]) columns.declareAll();
  async function* all() {
    try {
      yield* first;
      for (; next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { nodes, edges, elements: all(), plan: null, ours: { node: new Set(), edge: new Set() } };
}
