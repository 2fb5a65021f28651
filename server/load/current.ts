// Makes loads current, each with the entities it declares, in one transaction: a reader sees all of it or nothing.
import { RefusedError } from '../errors.ts';
import type { Graph, Step } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';
import type { Properties } from '../graph/stored/properties.ts';

/** A load that is to become current. */
export interface Next {
  load: string;
  /** The load it takes the place of; null where there is none. */
  before: string | null;
  /** Properties of its data set. */
  dataset: Properties;
}

/**
 * Makes loads current, all of them at once.
 * @param holder who holds the lock
 * @param along what is to take effect with them, or not at all
 * @throws RefusedError `load-in-progress` where the lock is no longer held; nothing is changed then
 */
export async function makeCurrent(
  graph: Graph,
  holder: string,
  next: readonly Next[],
  along: readonly Step[] = [],
): Promise<void> {
  const now = new Date().toISOString();
  await graph.writeAll([
    ...next.map(({ load, dataset }) => ({
      query: query('load/make-current'),
      parameters: { load, dataset, now, holder },
      check: held,
    })),
    ...next.map(({ load }) => ({ query: query('load/declare'), parameters: { load, holder } })),
    ...next.map(({ before }) => ({ query: query('load/retire'), parameters: { load: before, holder } })),
    ...next.map(({ before }) => ({ query: query('load/redeclare'), parameters: { load: before, holder } })),
    ...along,
  ]);
}

/** A load is made current by who holds the lock, and by nobody else. */
function held(rows: readonly unknown[]): void {
  if (rows.length === 0)
    throw new RefusedError('load-in-progress', 'Another load has taken over; this one was too slow.');
}
