// What a graph file of another program says of itself beside its nodes and edges: which attributes it declares with
// which types, its direction, its own attributes. It is kept with the data set, so that the graph leaves as it came.
import * as z from 'zod';
import type { Dataset } from '../../../model/dataset.ts';
import type { FreeValues } from '../../../model/free.ts';
import { TextHash } from '../../../model/id.ts';

/** An attribute of nodes, of edges or of the graph. */
const Declared = z.strictObject({
  /** Under which name entries keep it. */
  name: z.string(),
  /** How the file calls it, where that is not its name. */
  title: z.string().optional(),
  /** By which id the file refers to it. */
  id: z.string().optional(),
  /** The type as the file writes it; `json` where it is not a value of one type. */
  type: z.string(),
  byDefault: z.string().optional(),
  /** Whether it holds lists: of values that are so for a time, or of texts. */
  list: z.literal(true).optional(),
});
export type Declared = z.infer<typeof Declared>;

const Texts = z.record(z.string(), z.string());

const About = z.strictObject({
  /** In which format it came. */
  format: z.enum(['gexf', 'graphml', 'cyjs']),
  hash: TextHash,
  /** What stands on the element of the graph. */
  graph: Texts,
  /** What the file says of itself: title, creator, and so on. */
  meta: Texts,
  nodes: z.array(Declared),
  edges: z.array(Declared),
  /** Attributes of the graph itself. */
  own: z.array(z.strictObject({ ...Declared.shape, value: z.unknown() })),
  /** Whether two edges have the same ends. */
  parallel: z.boolean(),
});
export type About = z.infer<typeof About>;

/** What a reader gathers while it reads. */
export type Gathered = Omit<About, 'hash' | 'parallel'>;

export const gathered = (format: About['format']): Gathered => ({
  format,
  graph: {},
  meta: {},
  nodes: [],
  edges: [],
  own: [],
});

/** Under which a data set keeps it. */
const KEPT = 'graph (JSON)';

export const keptAbout = (about: About): FreeValues => ({ [KEPT]: JSON.stringify(about) });

/** A data set that came in as a graph of another program. */
export interface GraphDataset {
  dataset: Dataset;
  about: About;
}

/** A data set with what its file said of itself; null where it is no graph of another program. */
export function graphDataset(dataset: Dataset): GraphDataset | null {
  const text = dataset.properties?.[KEPT];
  if (typeof text !== 'string') return null;
  try {
    const about = About.safeParse(JSON.parse(text));
    return about.success ? { dataset, about: about.data } : null;
  } catch {
    return null;
  }
}

/** Whether its edges are directed where they do not say so themselves. */
export function isDirected({ format, graph }: Pick<About, 'format' | 'graph'>): boolean {
  if (format === 'gexf') return graph.defaultedgetype === 'directed';
  return format === 'graphml' ? graph.edgedefault !== 'undirected' : graph.directed !== 'false';
}
