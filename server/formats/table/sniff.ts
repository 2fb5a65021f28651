// Looks at the beginning of a table: how it is written, its columns, and what stands in them.
import { Table } from '../../../model/table-dialect.ts';
import { InvalidError } from '../../errors.ts';
import type { Row } from './quoted.ts';
import { rowsOf } from './rows.ts';

/** How many bytes and rows are looked at. */
const MOST_BYTES = 2_000_000;
const MOST_ROWS = 5000;

export interface Sample {
  dialect: Table;
  /** Names of the columns; made up where there is no header. */
  columns: string[];
  /** The texts of each column, without empty ones. */
  texts: Map<string, string[]>;
  rows: number;
  hasHeader: boolean;
}

/** @throws InvalidError `invalid-file` where it cannot be read as a table */
export async function sampleOf(bytes: AsyncIterable<Uint8Array>): Promise<Sample> {
  const whole = await beginning(bytes);
  const written = encodingOf(whole);
  const head = whole
    .subarray(0, 20_000)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .slice(0, 20);
  const delimiter = delimiterOf(head);
  const first = await records(
    whole,
    Table.parse({ ...written, delimiter, quoteChar: quoteOf(head, delimiter) }),
  );
  const [names] = first;
  if (names === undefined || names.cells.length < 2)
    throw new InvalidError('invalid-file', 'this does not look like a table: its rows have one cell');
  const hasHeader = looksLikeHeader(names.cells);
  const columns = hasHeader ? names.cells : names.cells.map((_, i) => `column${i + 1}`);
  const rows = hasHeader ? first.slice(1) : first;
  const texts = new Map(
    columns.map((name, i) => [name, rows.flatMap(({ cells }) => (cells[i] ? [cells[i]] : []))] as const),
  );
  const dialect = Table.parse({
    ...written,
    delimiter,
    quoteChar: quoteOf(head, delimiter),
    ...(hasHeader ? {} : { header: false, columns }),
  });
  return { dialect, columns, texts, rows: rows.length, hasHeader };
}

/** The beginning, up to its last whole line. */
async function beginning(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isCut = false;
  for await (const piece of bytes) {
    pieces.push(piece);
    length += piece.length;
    isCut = length > MOST_BYTES;
    if (isCut) break;
  }
  const whole = Buffer.concat(pieces);
  return isCut ? whole.subarray(0, whole.lastIndexOf(10) + 1) : whole;
}

/** UTF-8 where most of what is not ASCII is; a few bytes that are not are read over. */
function encodingOf(bytes: Buffer): { encoding: string; badBytes?: 'replace' } {
  const text = bytes.toString('utf8');
  const bad = text.split('\uFFFD').length - 1;
  if (bad === 0) return { encoding: 'utf-8' };
  const good = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return good > bad ? { encoding: 'utf-8', badBytes: 'replace' } : { encoding: 'windows-1252' };
}

/** The delimiter that parts the first lines into the most cells. */
function delimiterOf(lines: readonly string[]): string {
  const candidates = ['\t', ',', ';', '|'];
  const cells = (delimiter: string) => (lines[0] ?? '').split(delimiter).length;
  return candidates.reduce((best, d) => (cells(d) > cells(best) ? d : best), ',');
}

/** TABs with quotes in the middle of cells are a table where quotes mean nothing. */
const quoteOf = (lines: readonly string[], delimiter: string) =>
  delimiter === '\t' && !lines.some((line) => line.startsWith('"') || line.includes('\t"')) ? 'none' : '"';

/** The first rows, the header among them; a fault after some rows ends them. */
async function records(whole: Buffer, dialect: Table): Promise<Row[]> {
  const rows: Row[] = [];
  try {
    for await (const row of rowsOf(once(whole), { ...dialect, ragged: 'fill' })) {
      rows.push(row);
      if (rows.length > MOST_ROWS) break;
    }
  } catch (error) {
    if (rows.length < 2) throw error;
  }
  return rows;
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/** A header has names: none is empty twice over, none is a number. */
function looksLikeHeader(cells: readonly string[]): boolean {
  return (
    !cells.some((cell) => /^-?[\d.]+$/.test(cell)) && cells.filter((c) => c === '').length <= cells.length / 3
  );
}
