// Data sets that came in as graphs of other programs leave as graphs: their entities as nodes, their links as edges, each
// with its own attributes. What Entente says of them stands beside, in attributes of its own.
import type { Entity } from '../../../model/entity.ts';
import { datasetOf } from '../../../model/id.ts';
import type { Source } from '../../../model/source.ts';
import type { Outgoing, Told } from '../format.ts';
import { said } from '../said.ts';
import { type About, type GraphDataset, graphDataset } from './about.ts';
import type { ReadEdge, ReadNode, ReadValue } from './parts.ts';
import { beyond, claimOf, type End, edgeOf, entityOf, isAsCame, nodeOf, OURS, sourceOf } from './plain.ts';
import { derivedLabel, derivesLabel, hasPlace, holds, PlainColumns } from './plain-columns.ts';
import { holdsInPlace } from './plain-places.ts';
import { isXml, tokenOf } from './xml.ts';

type FormatId = About['format'];

/** A node as it came, under the id that it has in this file. */
export interface PlainNode {
  is: 'plain-node';
  graph: GraphDataset;
  id: string;
  node: ReadNode;
  /** What Entente says beside it. */
  ours: Map<string, ReadValue>;
}

/** An edge as it came, with the ids that its nodes have in this file. */
export interface PlainEdge {
  is: 'plain-edge';
  graph: GraphDataset;
  id?: string;
  ends: string[];
  edge: ReadEdge;
  /** Its place among the edges of its graph. */
  index: number;
  ours: Map<string, ReadValue>;
}

/** What is written of a node or an edge besides what the graph itself says. */
export interface Extras {
  /** Fields of the entity or the claim that are not as the node or the edge alone makes them. */
  entry?: Record<string, unknown>;
  /** Statements, where they are not the file's own word alone. */
  statements?: unknown[];
  /** Values that the format cannot hold; null where there is none and the file has a default. */
  attributes?: Record<string, ReadValue | null>;
  label?: string | null;
  id?: string;
}

/** How graphs of others are written into a file. */
export interface PlainPlan {
  format: FormatId;
  graphs: ReadonlyMap<string, GraphDataset>;
  /** Whether one such graph leaves and nothing else: then ids are those of the file that came in. */
  pure: boolean;
  nodes: PlainColumns;
  edges: PlainColumns;
  /** Sources of the graphs but for their own files: they are gathered when all is looked through. */
  sources: Map<string, Source>;
}

/**
 * The data sets that leave and came in as graphs, by their ids.
 * @returns them, and what leaves once more: what was read of it to tell is not read again
 */
export async function graphsOf(
  outgoing: Outgoing,
): Promise<{ graphs: Map<string, GraphDataset>; whole: Outgoing }> {
  const graphs = new Map<string, GraphDataset>();
  if (outgoing.form === 'pairs') return { graphs, whole: outgoing };
  const iterator = outgoing.pieces()[Symbol.asyncIterator]();
  const first: Piece[] = [];
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
    first.push(next.value);
    if (next.value.type !== 'dataset') break;
    const graph = graphDataset(next.value);
    if (graph !== null) graphs.set(next.value.id, graph);
  }
  async function* begun() {
    try {
      yield* first;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
        yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  let isBegun = false;
  const pieces = () => {
    if (isBegun) return outgoing.pieces();
    isBegun = true;
    return begun();
  };
  return { graphs, whole: { ...outgoing, pieces } };
}

type Piece = ReturnType<Outgoing['pieces']> extends AsyncIterable<infer P> ? P : never;

/** @param pure whether one graph leaves and nothing else */
export function planOf(
  graphs: ReadonlyMap<string, GraphDataset>,
  format: FormatId,
  pure: boolean,
  sources: PlainPlan['sources'] = new Map(),
): PlainPlan {
  const all = [...graphs.values()];
  const keeps = pure && all.every((g) => g.about.format === format);
  return {
    format,
    graphs,
    pure,
    nodes: new PlainColumns('node', format, all, keeps),
    edges: new PlainColumns('edge', format, all, keeps),
    sources,
  };
}

/** Makes nodes and edges of what leaves of such data sets. */
export class Plain {
  readonly #plan: PlainPlan;
  readonly #ends = new Map<string, End & { id: string; file: string; dataset: string }>();
  readonly #sources = new Map<string, Source>();
  readonly #edges = new Map<string, number>();

  constructor(plan: PlainPlan) {
    this.#plan = plan;
  }

  /** Whether a source is one of a graph: it is told at the head of the file, and the graph's own file with its data set. */
  tells(source: Source): boolean {
    const graph = this.#plan.graphs.get(source.dataset);
    this.#sources.set(`${source.dataset} ${source.id}`, source);
    if (graph !== undefined && Object.keys(beyond(source, sourceOf(graph))).length > 0)
      this.#plan.sources.set(`${source.dataset} ${source.id}`, source);
    return graph !== undefined;
  }

  node(entity: Entity, graph: GraphDataset): PlainNode {
    const node = nodeOf(entity);
    const extras = this.#extras('node', node, graph);
    const entry = beyond(entity, entityOf(node, graph.dataset.id));
    if (Object.keys(entry).length > 0) extras.entry = entry;
    const file = this.#fileId(node.id, entity.id, extras);
    this.#ends.set(entity.id, {
      entity: entity.id,
      label: node.label || node.id,
      id: node.id,
      file,
      dataset: graph.dataset.id,
    });
    return { is: 'plain-node', graph, id: file, node, ours: new Map(this.#beside(extras, graph, node.id)) };
  }

  /** The edge of a claim; null where no edge can tell it, or it is of another data set. */
  edge(told: Told): PlainEdge | null {
    const { claim, statements } = told;
    const { format, graphs } = this.#plan;
    const dataset = datasetOf(claim.id);
    const graph = graphs.get(dataset);
    if (graph === undefined) return null;
    const endOf = (id: string) => {
      const end = this.#ends.get(id);
      return end?.dataset === dataset ? end : undefined;
    };
    const found = edgeOf(claim, endOf, format === 'graphml' ? Number.POSITIVE_INFINITY : 2);
    if (found === null) return null;
    const { edge, ends } = found;
    const index = this.#edges.get(dataset) ?? 0;
    this.#edges.set(dataset, index + 1);
    const extras = this.#extras('edge', edge, graph);
    const entry = beyond(claim, claimOf(edge, { dataset, ends, index }));
    if (Object.keys(entry).length > 0) extras.entry = entry;
    if (!isAsCame(statements, claim.id, graph.about)) extras.statements = statements;
    const id = edge.id === undefined ? undefined : this.#fileId(edge.id, claim.id, extras);
    return {
      is: 'plain-edge',
      graph,
      ...(id === undefined ? {} : { id }),
      ends: ends.map((e) => this.#ends.get(e.entity)?.file ?? ''),
      edge,
      index,
      ours: new Map([...this.#beside(extras, graph, edge.id), ...this.#evidence(told)]),
    };
  }

  #fileId(id: string, key: string, extras: Extras): string {
    if (!this.#plan.pure) return key;
    if (this.#plan.format === 'cyjs' || isXml(id)) return id;
    extras.id = id;
    return tokenOf(id);
  }

  #beside(extras: Extras, { dataset }: GraphDataset, id: string | undefined): [string, ReadValue][] {
    return [
      ...(this.#plan.pure ? [] : [[`${OURS}_dataset`, dataset.id] as [string, string]]),
      ...(this.#plan.pure || id === undefined || !isXml(id) ? [] : [[`${OURS}_id`, id] as [string, string]]),
      ...(Object.keys(extras).length === 0 ? [] : [[OURS, JSON.stringify(extras)] as [string, string]]),
    ];
  }

  /** Who says it, how sure, and where it stands. */
  #evidence(told: Told): [string, ReadValue][] {
    const { claim, statements } = told;
    const home = datasetOf(claim.id);
    const words = statements.map((s) =>
      said(s, this.#sources.get(`${home} ${s.source}`), (id) => this.#ends.get(id)?.label ?? id),
    );
    const values: Record<string, ReadValue | null> = {
      state: told.state,
      stands: told.stands,
      for: told.for,
      against: told.against,
      said: words.join('; '),
    };
    return Object.entries(values).flatMap(([name, value]) =>
      value === null ? [] : [[`${OURS}_${name}`, value] as [string, ReadValue]],
    );
  }

  /** What the format cannot hold of a node or an edge. */
  #extras(of: 'node' | 'edge', part: ReadNode | ReadEdge, { about }: GraphDataset): Extras {
    const { format, pure } = this.#plan;
    const columns = of === 'node' ? this.#plan.nodes : this.#plan.edges;
    const lost: Record<string, ReadValue | null> = {};
    for (const [name, value] of part.attributes) {
      const own = (of === 'node' ? about.nodes : about.edges).find((d) => d.name === name);
      const kept = hasPlace(name, format, of, about)
        ? holdsInPlace(name, value, format, pure)
        : columns.get(name) !== undefined && own !== undefined && (format === 'cyjs' || holds(value, own));
      if (!kept) lost[name] = value;
    }
    if (format !== 'cyjs')
      for (const column of columns.all())
        if (column.byDefault !== undefined && !part.attributes.has(column.name)) lost[column.name] = null;
    const extras: Extras = {};
    if (Object.keys(lost).length > 0) extras.attributes = lost;
    const { label } = part;
    const isKept = derivesLabel(format, of, about)
      ? derivedLabel(part, format, about) === label
      : label === undefined || format === 'cyjs' || isXml(label);
    if (!isKept) extras.label = label ?? null;
    return extras;
  }
}
