// The rows of a table, one at a time, each with the line on which it begins; strict about quotes and lengths.
import { CsvError, parse } from 'csv-parse';
import type { Table } from '../../../model/table-dialect.ts';
import { InvalidError } from '../../errors.ts';
import { textOf } from './encoding.ts';

/** One row; a cell with nothing in it is an empty text. */
export interface Row {
  cells: string[];
  line: number;
}

/** A longer row is a quote that nobody closed. */
const LONGEST_ROW = 1_000_000;

/**
 * Reads a table.
 * @param dialect how it is written
 * @returns first the names of the columns, as the header or the mapping has them, then the rows
 * @throws InvalidError `invalid-file` with the line, where the table is not what its dialect says
 */
export async function* rowsOf(bytes: AsyncIterable<Uint8Array>, dialect: Table): AsyncGenerator<Row> {
  const nothing = new Set(dialect.null);
  let columns = dialect.header ? null : (dialect.columns ?? null);
  if (columns !== null) yield { cells: columns, line: 0 };
  for await (const { cells, line } of records(bytes, dialect)) {
    if (cells.length === 1 && cells[0] === '') continue;
    if (columns === null) {
      columns = cells.map((name) => name.trim());
      yield { cells: columns, line };
      continue;
    }
    if (cells.length !== columns.length) lengthen(cells, columns, line, dialect);
    for (const [i, cell] of cells.entries()) {
      const text = dialect.trim ? cell.trim() : cell;
      cells[i] = nothing.has(text) || nothing.has(cell) ? '' : text;
    }
    yield { cells, line };
  }
  if (columns === null) throw new InvalidError('invalid-file', 'the table is empty: it has no header');
}

/** Makes a row as long as the header where it may be; else it is refused. */
function lengthen(
  cells: string[],
  columns: readonly string[],
  line: number,
  { ragged, delimiter }: Table,
): void {
  if (ragged === 'fill' && cells.length < columns.length) {
    while (cells.length < columns.length) cells.push('');
    return;
  }
  const many = `${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}`;
  const why =
    cells.length > columns.length
      ? `a cell with ${shown(delimiter)} in it needs quotes around it`
      : `the first that is missing is "${columns[cells.length]}"; ragged: fill takes the rest as empty`;
  const detail = `this row has ${many}, and the header has ${columns.length}: ${why}`;
  throw new InvalidError('invalid-file', detail, { errors: [{ line, detail }] });
}

const shown = (delimiter: string) => (delimiter === '\t' ? 'a TAB' : `"${delimiter}"`);

/** Records as the parser finds them, with the line on which each begins. */
async function* records(bytes: AsyncIterable<Uint8Array>, dialect: Table): AsyncGenerator<Row> {
  const { quoteChar, doubleQuote, delimiter, commentPrefix, skipRows } = dialect;
  const text = textOf(bytes, dialect.encoding, dialect.badBytes)[Symbol.asyncIterator]();
  const first = await text.next();
  const head = first.done === true ? '' : first.value.replace(/^\uFEFF/, '');
  const end = /\r\n|\n|\r/.exec(head)?.[0] ?? '\n';
  const parser = parse({
    delimiter: delimiter === '\\t' ? '\t' : delimiter,
    quote: quoteChar === 'none' ? null : quoteChar,
    escape: doubleQuote && quoteChar !== 'none' ? quoteChar : '\\',
    // Telling it how lines end is twice as fast as letting it find out. Files of two programs mix both.
    record_delimiter: end === '\r' ? '\r' : ['\r\n', '\n'],
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  });
  let line = 1;
  const recent = new Recent();
  const feeding = feed(parser, head, text, recent);
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const row = { cells, line };
      line += 1;
      for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1;
      if (row.line <= skipRows) continue;
      if (commentPrefix !== undefined && cells[0]?.startsWith(commentPrefix) === true) continue;
      yield row;
    }
    await feeding;
  } catch (error) {
    throw told(error, () => recent.openRow(line, quoteChar), dialect);
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
  #line = 1;
  #held = 0;

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
function told(error: unknown, openRow: () => number, { quoteChar }: Table): unknown {
  if (!(error instanceof CsvError)) return error;
  const code = String(error.code);
  const [at, detail] =
    code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
      ? [openRow(), 'a quote is opened in this row and never closed']
      : code === 'CSV_INVALID_CLOSING_QUOTE'
        ? [Number(error.lines), 'after the closing quote of a cell something else stands']
        : code === 'INVALID_OPENING_QUOTE'
          ? [Number(error.lines), 'a quote stands in the middle of a cell that has none around it']
          : [Number(error.lines ?? 1), error.message];
  const advice = `; within quotes write ${quoteChar}${quoteChar} for one, or say quoteChar: none where quotes mean nothing`;
  const whole = /QUOTE|RECORD_SIZE/.test(code) ? `${detail}${advice}` : detail;
  return new InvalidError('invalid-file', whole, { errors: [{ line: at, detail: whole }], cause: error });
}
