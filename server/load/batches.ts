// Entries and rows in batches: large enough to be quick, small enough for the memory of both sides.

/** How much is written at once: bytes of entries, as they wait on the disk, and rows of one transaction. */
const BYTES = 1_000_000;
const ROWS = 10_000;

/** Entries as they come, some at a time. */
export async function* batches<E extends { bytes: number }>(entries: AsyncIterable<E>): AsyncGenerator<E[]> {
  let batch: E[] = [];
  let bytes = 0;
  for await (const entry of entries) {
    batch.push(entry);
    bytes += entry.bytes;
    if (bytes < BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Rows that are all there, in batches. */
export function* split<R>(rows: readonly R[]): Generator<R[]> {
  for (let i = 0; i < rows.length; i += ROWS) yield rows.slice(i, i + ROWS);
}

/** Two writers are quicker than one, and four are not (measured on Neo4j 5.26). */
const WRITERS = 2;

/**
 * Does work on batches in no order, by two writers at once; the next batch is made while others are written.
 * Where one fails, no other is begun, and those on their way are waited for.
 */
export async function inTurns<B>(all: AsyncGenerator<B>, work: (batch: B) => Promise<void>): Promise<void> {
  const writer = async () => {
    for await (const batch of all) await work(batch);
  };
  const ended = await Promise.allSettled(Array.from({ length: WRITERS }, writer));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}

/** Different things, numbered in the order in which they come. */
export class Numbered<T> {
  readonly all: T[] = [];
  readonly #places = new Map<string, number>();

  /** The number of a thing. @param key the same for the same thing */
  place(key: string, thing: T): number {
    const before = this.#places.get(key);
    if (before !== undefined) return before;
    this.#places.set(key, this.all.length);
    return this.all.push(thing) - 1;
  }
}
