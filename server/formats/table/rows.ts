// The rows of a table, one at a time, each with the line on which it begins; strict about quotes and lengths.
import type { Table } from '../../../model/table-dialect.ts';
import { InvalidError } from '../../errors.ts';
import { textOf } from './encoding.ts';
import { withoutPassedOver } from './passed-over.ts';
import { LONGEST_ROW, quotedRows, type Row } from './quoted.ts';

/**
 * Reads a table.
 * @param dialect how it is written
 * @param used the places of the cells that are looked at, asked for at the first row; the others stay as they are
 *   written. All are, where it is not given.
 * @returns first the names of the columns, as the header or the mapping has them, then the rows
 * @throws InvalidError `invalid-file` with the line, where the table is not what its dialect says
 */
export async function* rowsOf(
  bytes: AsyncIterable<Uint8Array>,
  dialect: Table,
  used?: () => readonly number[],
): AsyncGenerator<Row> {
  const { trim } = dialect;
  const nothing = new Set(dialect.null);
  let columns = dialect.header ? null : (dialect.columns ?? null);
  let places: readonly number[] | undefined;
  if (columns !== null) yield { cells: columns, line: 0 };
  for await (const { cells, line } of records(bytes, dialect, (place) => columns?.[place])) {
    if (cells.length === 1 && cells[0] === '') continue;
    if (columns === null) {
      columns = cells.map((name) => name.trim());
      yield { cells: columns, line };
      continue;
    }
    if (cells.length !== columns.length) lengthen(cells, columns, line, dialect);
    places ??= used?.() ?? [...columns.keys()];
    for (const place of places) {
      const cell = cells[place] ?? '';
      const text = trim ? cell.trim() : cell;
      cells[place] = nothing.has(text) || nothing.has(cell) ? '' : own(text);
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
  const missing = columns[cells.length];
  throw new InvalidError('invalid-file', detail, {
    errors: [{ line, ...(missing === undefined ? {} : { pointer: missing }), detail }],
  });
}

const shown = (delimiter: string) => (delimiter === '\t' ? 'a TAB' : `"${delimiter}"`);

/** A text of its own. One that is cut out of another keeps the whole of that in memory, and short ones are copied. */
const own = (text: string) => (text.length < SHORTEST_CUT ? text : Buffer.from(text).toString());
const SHORTEST_CUT = 13;

/**
 * Records with the line on which each begins. Without a quote a line is a record, and most public tables have none:
 * splitting them takes a tenth of the time. From the first line with a quote on a parser reads.
 */
async function* records(
  bytes: AsyncIterable<Uint8Array>,
  dialect: Table,
  nameOf: (place: number) => string | undefined,
): AsyncGenerator<Row> {
  const quote = dialect.quoteChar === 'none' ? null : dialect.quoteChar;
  const delimiter = dialect.delimiter === '\\t' ? '\t' : dialect.delimiter;
  const text = textOf(bytes, dialect.encoding, dialect.badBytes);
  const { head, end } = await beginningOf(text);
  const pieces = withoutPassedOver(head, text, end, dialect);
  let next = await pieces.next();
  let piece = next.done === true ? '' : next.value;
  const ends = end === '\r' ? end : /\r?\n/;
  let line = 1;
  let rest = '';
  try {
    while (piece !== '' || next.done !== true) {
      const quoted = quote === null ? -1 : piece.indexOf(quote);
      const lines = (rest + (quoted < 0 ? piece : piece.slice(0, quoted))).split(ends);
      rest = lines.pop() ?? '';
      for (const text of lines) yield { cells: text.split(delimiter), line: line++ };
      if (quoted >= 0 || rest.length > LONGEST_ROW) {
        yield* quotedRows(rest + piece.slice(Math.max(quoted, 0)), pieces, line, end, dialect, nameOf);
        return;
      }
      if (next.done !== true) next = await pieces.next();
      piece = next.done === true ? '' : next.value;
    }
    if (rest !== '') yield { cells: rest.split(delimiter), line };
  } finally {
    await pieces.return?.(undefined);
  }
}

/** So much of a text that its first line has ended, which tells how all of them end. */
async function beginningOf(text: AsyncIterator<string>): Promise<{ head: string; end: '\r' | '\n' }> {
  let next = await text.next();
  let head = next.done === true ? '' : next.value.replace(/^\uFEFF/, '');
  while (next.done !== true && !/\n|\r[^\n]/.test(head) && head.length < LONGEST_ROW) {
    next = await text.next();
    head += next.done === true ? '' : next.value;
  }
  return { head, end: /\r\n|\n|\r/.exec(head)?.[0] === '\r' ? '\r' : '\n' };
}
