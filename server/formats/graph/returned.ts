// Reads a file in which Entente wrote graphs of other programs as they came, alone or beside claims of its own form.
import * as z from 'zod';
import { Dataset } from '../../../model/dataset.ts';
import { InvalidError } from '../../errors.ts';
import type { DecodedEntry, DecodedProblem } from '../format.ts';
import { type About, type GraphDataset, graphDataset } from './about.ts';
import { Entries } from './entries.ts';
import type { ReadEdge, ReadNode, ReadValue } from './parts.ts';
import { claimOf, type End, entityOf, LABEL, OURS, sourceOf, statementOf, withBeyond } from './plain.ts';
import { derivedLabel, derivesLabel, hasPlace, valueFrom } from './plain-columns.ts';
import { type PlainPlan, planOf } from './plain-elements.ts';

type Decoded = DecodedEntry | DecodedProblem;

/** Marks nodes and edges that are in the form of claims, where graphs of others are beside them. */
export const FORM = `${OURS}_form`;

const OursInFile = z.strictObject({
  pure: z.boolean(),
  datasets: z.array(z.unknown()),
  sources: z.array(z.looseObject({ dataset: z.string(), id: z.string() })),
});

/** What Entente says at the head of such a file. */
export type Ours = z.infer<typeof OursInFile>;

/** @throws InvalidError `invalid-file` where it is not what Entente writes there */
export function oursFrom(value: unknown): Ours {
  const ours = OursInFile.safeParse(value);
  if (ours.success) return ours.data;
  throw new InvalidError(
    'invalid-file',
    'what Entente says at the head of this graph has been changed: take "entente" out there, and it is read as a graph of another program',
  );
}

const Value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const ExtrasInFile = z.strictObject({
  entry: z.record(z.string(), z.unknown()).optional(),
  statements: z.array(z.record(z.string(), z.unknown())).optional(),
  attributes: z.record(z.string(), Value.nullable()).optional(),
  label: z.string().nullable().optional(),
  id: z.string().optional(),
});
type ExtrasRead = z.infer<typeof ExtrasInFile>;

/** Takes nodes and edges, and gives the entries that they are. */
export class Returned {
  readonly #ours: Ours;
  readonly #plan: PlainPlan;
  readonly #entries = new Entries();
  readonly #ends = new Map<string, End>();
  readonly #edges = new Map<string, number>();
  #begun = false;

  constructor(ours: Ours, format: About['format']) {
    this.#ours = ours;
    const graphs = ours.datasets.flatMap((entry) => {
      const dataset = Dataset.safeParse(entry);
      const graph = dataset.success ? graphDataset(dataset.data) : null;
      return graph === null ? [] : [[graph.dataset.id, graph] as const];
    });
    if (graphs.length === 0) oursFrom(null);
    this.#plan = planOf(new Map(graphs), format, ours.pure);
  }

  *take(part: ReadNode | ReadEdge): Generator<Decoded> {
    if (!this.#begun) yield* this.#head();
    this.#begun = true;
    if (part.attributes.has(FORM)) {
      yield* this.#entries.take(part);
      return;
    }
    const { graphs } = this.#plan;
    const [only] = graphs.values();
    const named = part.attributes.get(`${OURS}_dataset`);
    const graph = named === undefined && this.#ours.pure ? only : graphs.get(String(named));
    if (graph === undefined) {
      const detail = `${OURS}_dataset names no data set of this file: write ${[...graphs.keys()].join(' or ')}`;
      yield problem(part.line, detail);
      return;
    }
    const extras = extrasOf(part);
    if (extras === null)
      yield problem(part.line, `${OURS} is not what Entente writes there: take the attribute out`);
    else if (part.is === 'node') yield this.#node(part, graph, extras);
    else yield* this.#edge(part, graph, extras);
  }

  /** What is left when all has come. */
  *finish(): Generator<Decoded> {
    yield* this.#entries.finish();
  }

  /** The data sets, and their sources: the file of each is one, as it came or as it is told. */
  *#head(): Generator<Decoded> {
    const { datasets, sources } = this.#ours;
    for (const entry of datasets) yield { entry, line: 1 };
    for (const graph of this.#plan.graphs.values())
      if (!sources.some((s) => s.dataset === graph.dataset.id && s.id === graph.about.hash))
        yield { entry: sourceOf(graph), line: 1 };
    for (const entry of sources) yield { entry, line: 1 };
  }

  #node(part: ReadNode, graph: GraphDataset, extras: ExtrasRead): DecodedEntry {
    const { id: file, line } = part;
    const node = { ...this.#restored(part, graph, extras), id: idOf(part, extras) ?? file };
    const entry = withBeyond(entityOf(node, graph.dataset.id), extras.entry ?? {});
    const entity = String(entry.id);
    this.#ends.set(file, { entity, label: node.label || node.id });
    this.#entries.know(file, entity);
    return { entry, line };
  }

  *#edge(part: ReadEdge, graph: GraphDataset, extras: ExtrasRead): Generator<Decoded> {
    const { line } = part;
    const missing = part.ends.find((id) => !this.#ends.has(id));
    if (missing !== undefined || part.ends.length === 0) {
      yield problem(line, `this edge names "${missing ?? ''}", and there is no such node before it`);
      return;
    }
    const dataset = graph.dataset.id;
    const index = this.#edges.get(dataset) ?? 0;
    this.#edges.set(dataset, index + 1);
    const { id: _, ...restored } = this.#restored(part, graph, extras);
    const id = idOf(part, extras) ?? (this.#ours.pure ? part.id : undefined);
    const told = part.attributes.get(`${OURS}_directed`);
    const edge: ReadEdge = {
      ...restored,
      directed: typeof told === 'boolean' ? told : part.directed,
      ...(id === undefined ? {} : { id }),
    };
    const ends = part.ends.flatMap((end) => this.#ends.get(end) ?? []);
    const entry = withBeyond(claimOf(edge, { dataset, ends, index }), extras.entry ?? {});
    yield { entry, line };
    const claim = String(entry.id);
    const statements = extras.statements ?? [statementOf(claim, graph.about)];
    for (const statement of statements) yield { entry: statement, line };
  }

  /** A node or an edge with its attributes under the names by which entries keep them. */
  #restored<P extends ReadNode | ReadEdge>(part: P, { about }: GraphDataset, extras: ExtrasRead): P {
    const { format } = this.#plan;
    const columns = part.is === 'node' ? this.#plan.nodes : this.#plan.edges;
    const declared = part.is === 'node' ? about.nodes : about.edges;
    const attributes = new Map<string, ReadValue>();
    let label = format === 'gexf' ? part.label : undefined;
    for (const [called, value] of part.attributes) {
      const column = hasPlace(called, format, part.is, about) ? undefined : columns.named(called);
      const name = column?.name ?? called;
      if (name === LABEL) label = String(value);
      else if (column === undefined && isAdded(called, part.is, format, about)) continue;
      else {
        const of = declared.find((d) => d.name === name);
        attributes.set(
          name,
          format === 'cyjs' ? value : valueFrom(value, column === undefined ? undefined : of),
        );
      }
    }
    for (const [name, value] of Object.entries(extras.attributes ?? {}))
      if (value === null) attributes.delete(name);
      else attributes.set(name, value);
    if (derivesLabel(format, part.is, about)) label = derivedLabel({ ...part, attributes }, format, about);
    if (extras.label !== undefined) label = extras.label ?? undefined;
    const { label: _, ...rest } = part;
    return { ...rest, attributes, ...(label === undefined ? {} : { label }) } as P;
  }
}

/** What a writer adds because the readers of the format want it. */
function isAdded(called: string, of: 'node' | 'edge', format: About['format'], about: About): boolean {
  if (called.startsWith(OURS)) return true;
  if (format !== 'cyjs') return false;
  return of === 'edge' ? called === 'key' : called === 'name' && about.format !== 'cyjs';
}

const idOf = ({ attributes }: ReadNode | ReadEdge, extras: ExtrasRead): string | undefined => {
  const id = extras.id ?? attributes.get(`${OURS}_id`);
  return id === undefined ? undefined : String(id);
};

function extrasOf({ attributes }: ReadNode | ReadEdge): ExtrasRead | null {
  const text = attributes.get(OURS);
  if (text === undefined) return {};
  try {
    const extras = ExtrasInFile.safeParse(JSON.parse(String(text)));
    return extras.success ? extras.data : null;
  } catch {
    return null;
  }
}

const problem = (line: number, detail: string): DecodedProblem => ({
  problem: { line, code: 'invalid-file', detail },
});
