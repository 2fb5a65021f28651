// What a load changes: each of its entries against the current load of its data set, by the hash of all it says.
import type { EntryType } from '../../model/entry.ts';
import type { Counts } from '../../model/report.ts';
import type { QuoteCheck } from '../../model/statement.ts';
import type { Graph } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';
import type { Kept } from './kept.ts';

type Kind = Exclude<EntryType, 'dataset'>;
const kinds: readonly Kind[] = ['source', 'entity', 'claim', 'statement'];

/** What is stored of a data set, held against its entries. */
export interface Stored {
  /** Hashes of the entries that are stored as well, by kind and by their place in the files. */
  hashes: Record<Kind, Map<number, string>>;
  /** The checks of their quotes, by the place of the statement. */
  checks: Map<number, QuoteCheck>;
  /** How many are stored and no longer in the files. */
  removed: Record<Kind, number>;
  /** Ids of the statements among them. */
  withdrawn: string[];
}

/**
 * Reads what a load holds.
 * @param load null where nothing is stored of the data set
 */
export async function storedIn(graph: Graph, load: string | null, kept: Kept): Promise<Stored> {
  const stored: Stored = {
    hashes: { source: new Map(), entity: new Map(), claim: new Map(), statement: new Map() },
    checks: new Map(),
    removed: { source: 0, entity: 0, claim: 0, statement: 0 },
    withdrawn: [],
  };
  if (load === null) return stored;
  for await (const row of graph.scan(query('load/hashes'), { load })) {
    const kind = row.kind as Kind;
    const id = String(row.id);
    const order = kept.of(kind).index.get(id);
    if (order === undefined) {
      stored.removed[kind] += 1;
      if (kind === 'statement') stored.withdrawn.push(id);
      continue;
    }
    stored.hashes[kind].set(order, String(row.hash));
    if (typeof row.result === 'string')
      stored.checks.set(order, {
        result: row.result as QuoteCheck['result'],
        ...(typeof row.textHash === 'string' ? { hash: row.textHash } : {}),
        by: String(row.by),
        at: String(row.at),
      });
  }
  return stored;
}

/** Compares the entries of a data set, without its head, with those that are stored. */
export function compare(kept: Kept, stored: Stored): Record<Kind, Counts> {
  const counts = kinds.map((kind): [Kind, Counts] => {
    const { hashes } = kept.of(kind);
    const before = stored.hashes[kind];
    const unchanged = hashes.filter((hash, order) => before.get(order) === hash).length;
    return [
      kind,
      {
        created: hashes.length - before.size,
        changed: before.size - unchanged,
        removed: stored.removed[kind],
        unchanged,
      },
    ];
  });
  return Object.fromEntries(counts) as Record<Kind, Counts>;
}
