// The records of a table with quotes, as a parser finds them; what it finds wrong is told with the line of the row.
import { CsvError, parse } from 'csv-parse';
import type { Table } from '../../../model/table-dialect.ts';
import { InvalidError } from '../../errors.ts';

/** One row; a cell with nothing in it is an empty text. */
export interface Row {
  cells: string[];
  line: number;
}

/** A longer row is a quote that nobody closed. */
export const LONGEST_ROW = 1_000_000;

/**
 * Records with the line on which each begins.
 * @param head the text up to which the rest is not read yet; a row begins with it
 * @param first the line of that row
 * @param end how lines end
 * @param nameOf the name of a column, where the header is known
 * @throws InvalidError `invalid-file` with the line
 */
export async function* quotedRows(
  head: string,
  rest: AsyncIterator<string>,
  first: number,
  end: '\r' | '\n',
  dialect: Table,
  nameOf: (place: number) => string | undefined,
): AsyncGenerator<Row> {
  const { quoteChar, doubleQuote, delimiter } = dialect;
  const parser = parse({
    delimiter: delimiter === '\\t' ? '\t' : delimiter,
    quote: quoteChar === 'none' ? null : quoteChar,
    escape: doubleQuote && quoteChar !== 'none' ? quoteChar : '\\',
    // Telling it how lines end is twice as fast as letting it find out. Files of two programs mix both.
    record_delimiter: end === '\r' ? '\r' : ['\r\n', '\n'],
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  });
  let line = first;
  const recent = new Recent(first);
  const feeding = feed(parser, head, rest, recent);
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      yield { cells, line };
      line += 1;
      for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1;
    }
    await feeding;
  } catch (error) {
    throw told(error, first, () => recent.openRow(line, quoteChar), nameOf, dialect);
  } finally {
    parser.destroy();
    await feeding.catch(() => {});
  }
}

/**
 * The text read last. A parser that fails drops the records it has found in the same piece, so the line of a quote that
 * is never closed is not known by counting them: it is looked for from the last row that came out on.
 */
class Recent {
  #pieces: string[] = [];
  #line: number;
  #held = 0;

  /** @param line the one with which the text begins */
  constructor(line: number) {
    this.#line = line;
  }

  add(piece: string): void {
    this.#pieces.push(piece);
    this.#held += piece.length;
    while (this.#held - (this.#pieces[0]?.length ?? 0) > 2 * LONGEST_ROW) {
      const gone = this.#pieces.shift() ?? '';
      this.#held -= gone.length;
      this.#line += gone.split('\n').length - 1;
    }
  }

  /** The line of the last row that begins outside quotes. @param from a line on which a row begins */
  openRow(from: number, quote: string): number {
    let line = this.#line;
    let begun = from;
    let isInside = false;
    for (const char of this.#pieces.join('')) {
      if (char === quote && line >= from) isInside = !isInside;
      if (char !== '\n') continue;
      line += 1;
      if (!isInside && line > from) begun = line;
    }
    return begun;
  }
}

/** Writes the text into the parser as fast as it takes it; an error of the text ends the parser with it. */
async function feed(
  parser: ReturnType<typeof parse>,
  head: string,
  rest: AsyncIterator<string>,
  recent: Recent,
): Promise<void> {
  try {
    for (let piece = head; ; ) {
      if (parser.destroyed) return;
      recent.add(piece);
      if (piece !== '' && !parser.write(piece)) await ready(parser);
      const next = await rest.next();
      if (next.done === true) break;
      piece = next.value;
    }
    parser.end();
  } catch (error) {
    parser.destroy(error as Error);
  } finally {
    await rest.return?.();
  }
}

const ready = (parser: ReturnType<typeof parse>) =>
  new Promise<void>((resolve) => {
    const done = () => {
      parser.off('drain', done).off('close', done);
      resolve();
    };
    parser.once('drain', done).once('close', done);
  });

/** What the parser found wrong, in words, with the line. */
function told(
  error: unknown,
  first: number,
  openRow: () => number,
  nameOf: (place: number) => string | undefined,
  { quoteChar }: Table,
): unknown {
  if (!(error instanceof CsvError)) return error;
  const code = String(error.code);
  const line = first - 1 + Number(error.lines ?? 1);
  const [at, detail] =
    code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
      ? [openRow(), 'a quote is opened in this row and never closed']
      : code === 'CSV_INVALID_CLOSING_QUOTE'
        ? [line, 'after the closing quote of a cell something else stands']
        : code === 'INVALID_OPENING_QUOTE'
          ? [line, 'a quote stands in the middle of a cell that has none around it']
          : [line, error.message];
  const advice = `; within quotes write ${quoteChar}${quoteChar} for one, or say quoteChar: none where quotes mean nothing`;
  const whole = /QUOTE|RECORD_SIZE/.test(code) ? `${detail}${advice}` : detail;
  const column =
    code.startsWith('CSV_QUOTE') || code === 'CSV_MAX_RECORD_SIZE' ? null : placeOf(error, nameOf);
  return new InvalidError('invalid-file', whole, {
    errors: [{ line: at, ...(column === null ? {} : { pointer: column }), detail: whole }],
    cause: error,
  });
}

/** The column of an error; by its number where the parser fails before it gives the header. */
function placeOf({ column }: CsvError, nameOf: (place: number) => string | undefined): string | null {
  if (typeof column !== 'number') return null;
  return nameOf(column) ?? `column ${column + 1}`;
}
