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

/** Gathers errors in the order in which they are found. */
export class Errors {
  readonly #all: (ProblemDetail & { code: string })[] = [];
  readonly #refused = new Map<EntryType, Set<unknown>>();

  get count(): number {
    return this.#all.length;
  }

  /** Whether there are so many that nobody needs a hint at each. */
  get isFlood(): boolean {
    return this.#all.length > 20 * SHOWN;
  }

  add(problem: ProblemDetail, code: ProblemCode = 'invalid-entry'): void {
    this.#all.push({ ...problem, code: problem.code ?? code });
  }

  /** Counts an entry as refused; one with several errors is refused once. */
  refuse(type: EntryType, entry: unknown): void {
    const refused = this.#refused.get(type) ?? new Set();
    this.#refused.set(type, refused.add(entry));
  }

  /** @throws InvalidError with the errors, by file and line, where there are any */
  throwIfAny(): void {
    if (this.#all.length === 0) return;
    const files = [...new Set(this.#all.map((e) => e.file))];
    const sorted = [...this.#all].sort(
      (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || (a.line ?? 0) - (b.line ?? 0),
    );
    const codes = new Set(sorted.map((e) => e.code));
    const [code] = codes;
    throw new InvalidError(
      (codes.size === 1 ? code : 'invalid-entry') as ProblemCode,
      `Nothing is loaded: ${this.#told()}.`,
      { errors: sorted.slice(0, SHOWN) },
    );
  }

  #told(): string {
    const count = this.#all.length;
    const errors = count === 1 ? '1 error' : `${count} errors`;
    const refused = [...this.#refused].map(
      ([type, of]) => `${of.size} ${of.size === 1 ? one[type] : several[type]}`,
    );
    const what = refused.length === 0 ? '' : ` (${refused.join(', ')} refused)`;
    return `${errors}${what}${count > SHOWN ? `; the first ${SHOWN} are shown` : ''}`;
  }
}
