// A gate before the work that is heavy for Neo4j: so many at once, so many waiting, and no more.
import { LimitError } from '../errors.ts';

interface Waiter {
  enter(): void;
}

/** Lets a number of works run at once; others wait in order, and beyond the queue they are refused. */
export class Gate {
  readonly #atOnce: number;
  readonly #queue: number;
  readonly #waiting = new Set<Waiter>();
  readonly #idle = new Set<() => void>();
  #running = 0;

  constructor(atOnce: number, queue: number) {
    this.#atOnce = atOnce;
    this.#queue = queue;
  }

  /**
   * Runs work when its turn comes.
   * @param signal who asked has gone away: the place in the queue is given up
   * @throws LimitError `too-many-requests` where the queue is full
   */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.#running >= this.#atOnce) await this.#turn(signal);
    else this.#running += 1;
    try {
      return await work();
    } finally {
      const [next] = this.#waiting;
      // Its place goes to who waits, so the number of those that run stays as it is.
      if (next === undefined) this.#running -= 1;
      else next.enter();
      if (this.#running === 0) for (const tell of this.#idle) tell();
    }
  }

  /** Resolves when no work runs: for what may wait for everybody. */
  async idle(): Promise<void> {
    while (this.#running > 0) {
      let tell = () => {};
      const ended = new Promise<void>((resolve) => {
        tell = resolve;
      });
      this.#idle.add(tell);
      await ended;
      this.#idle.delete(tell);
    }
  }

  #turn(signal: AbortSignal): Promise<void> {
    if (this.#waiting.size >= this.#queue)
      throw new LimitError(
        'too-many-requests',
        `${this.#atOnce} questions are being answered and ${this.#queue} wait; ask again in a moment.`,
      );
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.delete(waiter);
        reject(signal.reason);
      };
      const waiter: Waiter = {
        enter: () => {
          this.#waiting.delete(waiter);
          signal.removeEventListener('abort', leave);
          resolve();
        },
      };
      this.#waiting.add(waiter);
      signal.addEventListener('abort', leave, { once: true });
    });
  }
}
