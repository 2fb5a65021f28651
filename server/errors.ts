// The errors of the server: five kinds, by who can mend them. Anything else that is thrown is a bug.
import { type Problem, type ProblemCode, type ProblemDetail, problemCodes } from '../model/problem.ts';
import type { TableReport } from '../model/table-report.ts';

interface Extra {
  cause?: unknown;
  errors?: ProblemDetail[];
  table?: TableReport;
}

/**
 * An error that a person can do something about.
 * @param code a key of `problemCodes`; it gives the HTTP status and the title
 * @param detail one sentence: what is wrong and what would be right
 */
export class EntenteError extends Error {
  readonly code: ProblemCode;
  readonly errors: ProblemDetail[];
  readonly table: TableReport | undefined;
  constructor(code: ProblemCode, detail: string, extra: Extra = {}) {
    super(detail, extra.cause === undefined ? undefined : { cause: extra.cause });
    this.name = new.target.name;
    this.code = code;
    this.errors = extra.errors ?? [];
    this.table = extra.table;
  }
  /** The error as RFC 9457 problem details. */
  toProblem(instance?: string): Problem {
    const { status, title } = problemCodes[this.code];
    return {
      type: `/problems/${this.code}`,
      title,
      status,
      detail: this.message,
      code: this.code,
      ...(instance === undefined ? {} : { instance }),
      ...(this.errors.length === 0 ? {} : { errors: this.errors }),
      ...(this.table === undefined ? {} : { table: this.table }),
    };
  }
}

/** 400, 415, 422: mended by who sent it. */
export class InvalidError extends EntenteError {}
/** 404: what was asked for is not there. */
export class MissingError extends EntenteError {}
/** 401, 403, 405, 409: a rule refuses it. */
export class RefusedError extends EntenteError {}
/** 413, 414, 429, 504: a limit was reached. */
export class LimitError extends EntenteError {}
/** What makes an answer smaller, for who is told that it is too large or takes too long. */
export const narrow = 'Name a day, states, or both; fewer kinds, or one data set';

/** 503: mended by who runs the program. */
export class UnavailableError extends EntenteError {}
