// Values as cells of a table and back: JSON for lists and maps, an apostrophe before what a spreadsheet would run.
import type { Column } from './tables.ts';

/**
 * What a spreadsheet may take for a formula, by its first character (OWASP, CSV injection, with the full-width ones);
 * and what begins like a text that was guarded, so that guarding can be taken back.
 */
const RISKY = /^(?:[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]|'(?:$|[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20']))/;
const GUARDED = /^'(?:$|[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20'])/;

/** A text as a cell. An empty text is a lone apostrophe, for an empty cell is none. */
export const guarded = (text: string): string => (text === '' || RISKY.test(text) ? `'${text}` : text);

/** The text of a cell. */
const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);

/** A value as a cell of its type; nothing is an empty cell. */
export function cellOf(value: unknown, type: Column['type']): string {
  if (value === undefined || value === null) return '';
  if (type === 'array' || type === 'object') return JSON.stringify(value);
  return typeof value === 'string' ? guarded(value) : String(value);
}

/** A cell as it stands in a line: in quotes where it needs them (RFC 4180). */
export const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A row as a line. The library that writes our other tables takes ten times as long, and votes are a million rows. */
export const lineOf = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

/**
 * The value of a cell by its type. What is not of its type stays a text: the entry's schema says what would be right.
 * @returns undefined where the cell is empty
 * @throws SyntaxError where it should be JSON and is not
 */
export function valueIn(cell: string, type: Column['type']): unknown {
  if (cell === '') return undefined;
  switch (type) {
    case 'string':
      return unguarded(cell);
    case 'integer':
    case 'number': {
      const number = Number(cell);
      return Number.isFinite(number) && cell.trim() !== '' ? number : cell;
    }
    case 'boolean':
      // Spreadsheets write them in capitals.
      return /^true$/i.test(cell) ? true : /^false$/i.test(cell) ? false : cell;
    case 'array':
    case 'object':
      return JSON.parse(cell);
    default:
      return cell;
  }
}
