// One table that is being read: its name and file, its columns, and where its faults go.
import type { Columns } from './columns.ts';
import type { Faults } from './faults.ts';
import type { Row } from './quoted.ts';

export interface TableSource {
  name: string;
  file: string;
  columns: Columns;
  faults: Faults;
}

/** Reads something out of a row. */
export type Read<T> = (row: Row) => T;

/** The text of a column. @param at where in the mapping the column is named */
export function cellOf(source: TableSource, column: string, at: string): Read<string> {
  const place = source.columns.place(column, at);
  return (row) => row.cells[place] ?? '';
}

/** Tells a fault of a cell, with its column. */
export function fault(source: TableSource, row: Row, column: string, detail: string): void {
  source.faults.row(source.file, row.line, column, detail);
}
