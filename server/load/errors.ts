// What is wrong with the files of a load: all of it is gathered, the first of it is told, and nothing is loaded.
import type { EntryType } from '../../model/entry.ts';
import type { ProblemCode, ProblemDetail } from '../../model/problem.ts';
import { InvalidError } from '../errors.ts';

/** How many errors are told; of the rest, how many there are. */
const SHOWN = 50;

const several: Record<EntryType, string> = {
  dataset: 'data sets',
  source: 'sources',
  entity: 'entities',
  claim: 'claims',
  statement: 'statements',
};

const one: Record<EntryType, string> = {
  dataset: 'data set',
  source: 'source',
  entity: 'entity',
  claim: 'claim',
  statement: 'statement',
};

/** Of how many errors those that are told are the first, by file and line; a file of wrong lines has no end of them. */
const KEPT = 20 * SHOWN;

/** Gathers errors in the order in which they are found. */
export class Errors {
  readonly #kept: (ProblemDetail & { code: string })[] = [];
  readonly #stops = new Set<ProblemDetail>();
  readonly #codes = new Set<string>();
  readonly #refused = new Map<EntryType, Set<number>>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Whether there are so many that nobody needs a hint at each. */
  get isFlood(): boolean {
    return this.#count > KEPT;
  }

  /** Whether a file was not read to its end: what is missing then is not known. */
  get isCut(): boolean {
    return this.#stops.size > 0;
  }

  add(problem: ProblemDetail, code: ProblemCode = 'invalid-entry'): void {
    this.#add({ ...problem, code: problem.code ?? code });
  }

  /** Adds what ended the reading of a file: the cause of much that is wrong in it, so it is told before the rest. */
  stop(problem: ProblemDetail): void {
    const error = { ...problem, code: problem.code ?? 'invalid-file' };
    this.#stops.add(error);
    this.#add(error);
  }

  #add(error: ProblemDetail & { code: string }): void {
    this.#count += 1;
    this.#codes.add(error.code);
    if (this.#count <= KEPT || this.#stops.has(error)) this.#kept.push(error);
  }

  /**
   * Counts an entry as refused; one with several errors is refused once.
   * @param n its place among all entries of the load
   */
  refuse(type: EntryType, n: number): void {
    const refused = this.#refused.get(type) ?? new Set();
    this.#refused.set(type, refused.add(n));
  }

  /** @throws InvalidError with the errors, by file and line, where there are any */
  throwIfAny(): void {
    if (this.#count === 0) return;
    const files = [...new Set(this.#kept.map((e) => e.file))];
    const rank = (e: ProblemDetail) => (this.#stops.has(e) ? 0 : 1);
    const sorted = [...this.#kept].sort(
      (a, b) =>
        files.indexOf(a.file) - files.indexOf(b.file) || rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0),
    );
    const [code] = this.#codes;
    throw new InvalidError(
      (this.#codes.size === 1 ? code : 'invalid-entry') as ProblemCode,
      `Nothing is loaded: ${this.#told()}.`,
      { errors: sorted.slice(0, SHOWN) },
    );
  }

  #told(): string {
    const count = this.#count;
    const errors = count === 1 ? '1 error' : `${count} errors`;
    const refused = (Object.keys(one) as EntryType[]).flatMap((type) => {
      const n = this.#refused.get(type)?.size ?? 0;
      return n === 0 ? [] : [`${n} ${n === 1 ? one[type] : several[type]}`];
    });
    const what = refused.length === 0 ? '' : ` (${refused.join(', ')} refused)`;
    return `${errors}${what}${count > SHOWN ? `; the first ${SHOWN} are shown` : ''}`;
  }
}
