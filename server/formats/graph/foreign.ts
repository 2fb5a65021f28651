// A graph of another program as a data set of its own: nodes are things, edges are links between them, the file is the
// source. Nothing is said that the file does not say: a link has no sign, no commitment and no confidence.
import type { DecodedEntry, DecodedProblem } from '../format.ts';
import { type About, type Declared, type Gathered, keptAbout } from './about.ts';
import type { ReadEdge, ReadNode, ReadValue } from './parts.ts';
import { claimOf, type End, entityOf, isOurs, sourceOf, statementOf, thingOf } from './plain.ts';

type Decoded = DecodedEntry | DecodedProblem;

/** Gathers the nodes and edges of a file; its entries have its hash in their ids, so they come when it has been read. */
export class Foreign {
  readonly #about: Gathered;
  readonly #name: string | undefined;
  readonly #nodes = new Map<string, ReadNode>();
  readonly #edges: ReadEdge[] = [];
  #size = 0;

  /**
   * @param about what the file says of itself, filled while it is read
   * @param name of the file, where it has one
   */
  constructor(about: Gathered, name?: string) {
    this.#about = about;
    this.#name = name;
  }

  *take(part: ReadNode | ReadEdge): Generator<Decoded> {
    this.#size += 1;
    if (this.#size > MOST) {
      if (this.#size === MOST + 1)
        yield problem(part.line, `a graph of another program may have ${MOST} nodes and edges at most`);
    } else if (part.is === 'edge') this.#edges.push(part);
    else if (part.id === '') yield problem(part.line, 'this node has no id');
    else if (this.#nodes.has(part.id))
      yield problem(part.line, `there are two nodes with the id "${part.id}"`);
    else this.#nodes.set(part.id, part);
  }

  /** @param hash of the file, `sha256:` and its digits */
  *finish(hash: string): Generator<Decoded> {
    const about = this.#whole(hash);
    const { creator, description } = about.meta;
    const title = titleOf(about, this.#name);
    const dataset = {
      type: 'dataset' as const,
      id: `${slug(title)}-${hash.slice(7, 15)}`,
      title,
      ...(creator?.trim() ? { publisher: creator.trim() } : {}),
      coverage: [{ kinds: ['link'], exhaustive: false, note: 'What the file does not hold may well be so.' }],
      ...(description?.trim() ? { description: description.trim() } : {}),
      properties: keptAbout(about),
    };
    yield at(1, dataset);
    yield at(1, sourceOf({ dataset, about }));
    for (const node of this.#nodes.values()) yield at(node.line, entityOf(node, dataset.id));
    const taken = new Set<string>();
    for (const [index, edge] of this.#edges.entries()) {
      const missing = edge.ends.find((id) => !this.#nodes.has(id));
      if (missing !== undefined || edge.ends.length === 0) {
        yield problem(edge.line, `this edge names "${missing ?? ''}", and there is no such node`);
        continue;
      }
      const ends = edge.ends.map((id) => this.#end(dataset.id, id));
      const claim = claimOf(edge, { dataset: dataset.id, ends, index });
      if (taken.has(claim.id)) yield problem(edge.line, `there are two edges with the id "${edge.id}"`);
      else {
        taken.add(claim.id);
        yield at(edge.line, claim);
        yield at(edge.line, statementOf(claim.id, about));
      }
    }
  }

  #end(dataset: string, id: string): End {
    return { entity: thingOf(dataset, id), label: this.#nodes.get(id)?.label || id };
  }

  /** What the file says of itself, with the types of what it does not declare. */
  #whole(hash: string): About {
    const { nodes, edges, ...rest } = this.#about;
    const pairs = this.#edges.map((e) => JSON.stringify(e.directed ? e.ends : [...e.ends].sort()));
    return {
      ...rest,
      nodes: [...nodes, ...undeclared(nodes, this.#nodes.values())].filter((d) => !isOurs(d.name)),
      edges: [...edges, ...undeclared(edges, this.#edges)].filter((d) => !isOurs(d.name)),
      parallel: new Set(pairs).size < pairs.length,
      hash,
    };
  }
}

/** Attributes that a file has and does not declare, with the type that all their values have. */
function undeclared(declared: readonly Declared[], parts: Iterable<ReadNode | ReadEdge>): Declared[] {
  const known = new Set(declared.map((d) => d.name));
  const types = new Map<string, Set<string>>();
  for (const { attributes } of parts)
    for (const [name, value] of attributes)
      if (!known.has(name)) {
        const of = types.get(name) ?? new Set();
        types.set(name, of.add(typeOf(name, value)));
      }
  return [...types].map(([name, of]) => {
    if (of.size === 2 && of.has('integer') && of.has('double')) return { name, type: 'double' };
    const [type = 'string'] = of;
    if (of.size > 1 || type === 'json') return { name, type: 'json' };
    return type === 'list' ? { name, type: 'string', list: true } : { name, type };
  });
}

/** GEXF gives these as numbers with a fraction, whatever they are. */
const fractions = /^(@weight|viz:(position|size|thickness)\..*|viz:color\.a)$/;

function typeOf(name: string, value: ReadValue): string {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return /^[[{]/.test(value) && isJson(value) ? 'json' : 'string';
  return Number.isSafeInteger(value) && !fractions.test(name) ? 'integer' : 'double';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A graph of others is held in memory while it is read. */
const MOST = 500_000;

const at = (line: number, entry: object): DecodedEntry => ({ entry, line });

const problem = (line: number, detail: string): DecodedProblem => ({
  problem: { line, code: 'invalid-file', detail },
});

/** What the file calls itself, else its name, else what its graph is called. */
function titleOf({ meta, graph }: About, name: string | undefined): string {
  const file = name?.replace(ENDING, '');
  const found = [meta.title, file, graph.label, graph.name, graph.id].find(
    (t) => t !== undefined && t.trim() !== '',
  );
  return found?.trim() ?? 'A graph';
}

const ENDING = /\.(gexf|graphml|cyjs|json|xml)$/i;

/** Letters and digits of a title, as ids of data sets want them. */
const slug = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(ENDING, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '') || 'graph';
