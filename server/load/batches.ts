// Rows in batches, each one transaction: large enough to be quick, small enough for the memory of both sides.

/** How many rows are written in one transaction. */
const BATCH = 10_000;

/**
 * Rows as they come, some at a time.
 * @param weight how many rows of the graph one of them becomes
 */
export async function* batches<R>(
  rows: AsyncIterable<R>,
  weight: (row: R) => number = () => 1,
): AsyncGenerator<R[]> {
  let batch: R[] = [];
  let heavy = 0;
  for await (const row of rows) {
    batch.push(row);
    heavy += weight(row);
    if (heavy < BATCH) continue;
    yield batch;
    batch = [];
    heavy = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Rows that are all there, in batches. */
export function* split<R>(rows: readonly R[]): Generator<R[]> {
  for (let i = 0; i < rows.length; i += BATCH) yield rows.slice(i, i + BATCH);
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
