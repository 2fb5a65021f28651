// What is wrong with a table or its mapping: gathered with file, line and column, told between the rows.
import type { ProblemCode, ProblemDetail } from '../../../model/problem.ts';
import type { DecodedProblem } from '../format.ts';

/** After so many errors nobody reads on. */
const MOST = 1000;

export class Faults {
  readonly #mapping: { file: string; lineOf(pointer: string): number };
  #waiting: ProblemDetail[] = [];
  #count = 0;
  #ofMapping = 0;
  #ofFile = 0;

  constructor(mapping: { file: string; lineOf(pointer: string): number }) {
    this.#mapping = mapping;
  }

  /** Whether something is wrong with the mapping itself: rows need not be looked at then. */
  get isMappingWrong(): boolean {
    return this.#ofMapping > 0;
  }

  /** Whether a table could not be read to its end: claims are put together from all of its rows, or not at all. */
  get isFileWrong(): boolean {
    return this.#ofFile > 0;
  }

  get isFlood(): boolean {
    return this.#count >= MOST;
  }

  /** Something wrong with the mapping. @param pointer where in it */
  mapping(pointer: string, detail: string): void {
    this.#ofMapping += 1;
    this.#add({ file: this.#mapping.file, line: this.#mapping.lineOf(pointer), pointer, detail });
  }

  /** Something wrong with a cell. @param column its name; empty for the row itself */
  row(file: string, line: number, column: string, detail: string, code?: ProblemCode): void {
    this.#add({
      file,
      line,
      ...(column === '' ? {} : { pointer: column }),
      detail,
      ...(code === undefined ? {} : { code }),
    });
  }

  /** Something wrong with how a table is written. @param where line and column, as far as they are known */
  file(file: string, where: Pick<ProblemDetail, 'line' | 'pointer'>, detail: string): void {
    this.#ofFile += 1;
    this.#add({ file, ...where, code: 'invalid-file', detail });
  }

  #add(problem: ProblemDetail): void {
    this.#count += 1;
    if (this.#count < MOST) this.#waiting.push({ code: 'invalid-entry', ...problem });
    else if (this.#count === MOST)
      this.#waiting.push({
        code: 'invalid-file',
        file: problem.file,
        detail: `after ${MOST} errors the rest is not read`,
      });
  }

  /** The problems found since it was asked last. */
  *told(): Generator<DecodedProblem> {
    const told = this.#waiting;
    if (told.length === 0) return;
    this.#waiting = [];
    for (const problem of told) yield { problem };
  }
}
