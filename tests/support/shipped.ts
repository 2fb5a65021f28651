// The shipped case without a graph: as its file has it, and as it leaves.
import path from 'node:path';
import { type Entry, refersTo } from '../../model/entry.ts';
import { Errors } from '../../server/load/errors.ts';
import { Parser } from '../../server/load/parse.ts';
import { readItems } from '../../server/load/read.ts';
import { entityOf, vocabulary } from '../../server/vocabulary.ts';

const file = path.resolve(import.meta.dirname, '../../data/beijing-2025.yaml');

/** What its file declares, as the loader takes it: entries of one form, graded, statements with their ids. */
export async function fromFile(): Promise<Entry[]> {
  const errors = new Errors();
  const parser = new Parser(errors);
  const entries: Entry[] = [];
  for await (const item of readItems({ path: file }, errors)) {
    const placed = parser.parse(item);
    if (placed !== null) entries.push(placed.entry);
  }
  if (errors.count > 0) throw new Error(`${file} is wrong`);
  return entries;
}

/** The shipped case as it leaves: with the states that it names. */
export async function shipped(): Promise<Entry[]> {
  const entries = await fromFile();
  const named = new Set(entries.flatMap((e) => refersTo(e).map((r) => r.id)));
  const states = [...vocabulary().states.values()].filter((s) => named.has(s.id));
  return [...entries.slice(0, 1), ...states.map(entityOf), ...entries.slice(1)];
}

/** What comes back: states of the vocabulary are named and not declared. */
export const declared = (entries: Entry[]) =>
  entries.filter((e) => e.type !== 'entity' || e.dataset !== null);
