// One load at a time: a lock in the graph that its holder keeps renewing, and that falls free when the holder dies.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { RefusedError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';

/** How long a lock holds without being renewed, in seconds, and how often it is renewed. */
const SECONDS = 15;
const RENEW_MS = 3000;

/** The lock as its holder has it. */
export interface Lock {
  holder: string;
  /** @throws RefusedError `load-in-progress` where somebody else has taken it over */
  assertHeld(): void;
}

/**
 * Does work that nobody else may do on the graph at the same time.
 * @throws RefusedError `load-in-progress` where somebody else is at it
 */
export async function locked<T>(graph: Graph, work: (lock: Lock) => Promise<T>): Promise<T> {
  const holder = randomUUID();
  await acquire(graph, holder);
  let lost = false;
  let renewal: Promise<void> | null = null;
  const renewing = setInterval(() => {
    renewal ??= take(graph, holder).then(
      (row) => {
        lost ||= row.holder !== holder;
      },
      // The next renewal tries again; in the end the lock falls free, and the last transaction finds out.
      () => {},
    );
    renewal.finally(() => {
      renewal = null;
    });
  }, RENEW_MS);
  renewing.unref();
  try {
    return await work({
      holder,
      assertHeld() {
        if (lost) throw inProgress('Another load has taken over; this one was too slow.');
      },
    });
  } finally {
    clearInterval(renewing);
    // One that is still on its way would take the lock again after it was given back.
    await renewal;
    // Where even that fails, the lock falls free by itself; what went wrong before is what is told.
    await graph.write(query('load/unlock'), { holder }).catch(() => {});
  }
}

const inProgress = (detail: string) => new RefusedError('load-in-progress', detail);

interface LockRow {
  holder: string;
  process: string;
  until: string;
}

const thisProcess = `${hostname()} ${process.pid}`;

async function take(graph: Graph, holder: string, dead: string | null = null): Promise<LockRow> {
  const { records } = await graph.write(query('load/lock'), {
    holder,
    process: thisProcess,
    seconds: SECONDS,
    dead,
  });
  return records[0] as unknown as LockRow;
}

/** Takes the lock; that of a dead process of this machine at once, any other dead one's when it was not renewed. */
async function acquire(graph: Graph, holder: string): Promise<void> {
  let row = await take(graph, holder);
  const first = row;
  const deadline = Date.now() + (SECONDS + 2) * 1000;
  while (row.holder !== holder) {
    if (isDead(row.process)) row = await take(graph, holder, row.holder);
    else if (
      row.holder !== first.holder ||
      row.until !== first.until ||
      isMine(row.process) ||
      Date.now() > deadline
    )
      throw inProgress(`Another load is being written (process ${row.process}). Try again when it is done.`);
    else {
      await wait(500);
      row = await take(graph, holder);
    }
  }
}

const isMine = (text: string) => text.startsWith(`${hostname()} `);

/** Whether a process of this machine is gone; of another machine's nothing is known. */
function isDead(text: string): boolean {
  if (!isMine(text)) return false;
  try {
    process.kill(Number(text.slice(text.lastIndexOf(' ') + 1)), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
