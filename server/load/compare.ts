// What a load changes: each of its entries against the current load of its data set, by the hash of all it says.
import type { Entry, EntryType } from '../../model/entry.ts';
import type { Counts } from '../../model/report.ts';
import type { QuoteCheck } from '../../model/statement.ts';
import type { Graph } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';
import { hashOf } from './parse.ts';

/** The entries of a load as they are stored. */
export interface Stored {
  /** Hash by kind and id. */
  hashes: ReadonlyMap<string, string>;
  /** The check of a statement's quote, by the statement's id. */
  checks: ReadonlyMap<string, QuoteCheck>;
}

export const nothing: Stored = { hashes: new Map(), checks: new Map() };

/** Reads what a load holds. */
export async function storedIn(graph: Graph, load: string): Promise<Stored> {
  const hashes = new Map<string, string>();
  const checks = new Map<string, QuoteCheck>();
  // Reading a large load may take longer than an answer is given time.
  for (const row of (await graph.autoCommit(query('load/hashes'), { load })).records) {
    hashes.set(keyOf(String(row.kind), String(row.id)), String(row.hash));
    if (typeof row.result === 'string')
      checks.set(String(row.id), {
        result: row.result as QuoteCheck['result'],
        ...(typeof row.textHash === 'string' ? { hash: row.textHash } : {}),
        by: String(row.by),
        at: String(row.at),
      });
  }
  return { hashes, checks };
}

const keyOf = (kind: string, id: string) => `${kind} ${id}`;

/**
 * Compares entries with those that are stored.
 * @param entries of a data set, without its head
 * @returns counts by kind, and the ids of what goes
 */
export function compare(
  entries: Iterable<Exclude<Entry, { type: 'dataset' }>>,
  stored: Stored,
): { counts: Record<Exclude<EntryType, 'dataset'>, Counts>; gone: string[] } {
  const counts = { source: zero(), entity: zero(), claim: zero(), statement: zero() };
  const left = new Set(stored.hashes.keys());
  for (const entry of entries) {
    const key = keyOf(entry.type, entry.id ?? '');
    const before = stored.hashes.get(key);
    left.delete(key);
    if (before === undefined) counts[entry.type].created += 1;
    else if (before === hashOf(entry)) counts[entry.type].unchanged += 1;
    else counts[entry.type].changed += 1;
  }
  for (const key of left) counts[key.slice(0, key.indexOf(' ')) as keyof typeof counts].removed += 1;
  return { counts, gone: [...left].map((key) => key.slice(key.indexOf(' ') + 1)) };
}

const zero = (): Counts => ({ created: 0, changed: 0, removed: 0, unchanged: 0 });
