// Stopping: the first Ctrl-C asks for it, the second one ends the program at once.
import { exitCodes } from './complain.ts';

/** Aborted by the first Ctrl-C, SIGTERM or closed terminal. */
export function stopOnSignal(): AbortSignal {
  const stop = new AbortController();
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(exitCodes.refused);
    stop.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return stop.signal;
}

/** Resolves when a signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/**
 * Work that cannot be broken off, as a download or the start of Neo4j: whoever stops does not wait for it. What it has
 * begun is told to end when this program does, and is cleared up by the next start.
 */
export async function unlessStopped<T>(work: Promise<T>, stop: AbortSignal): Promise<T> {
  const done = new AbortController();
  void aborted(stop).then(() => {
    if (!done.signal.aborted) process.exit(exitCodes.refused);
  });
  try {
    return await work;
  } finally {
    done.abort();
  }
}
