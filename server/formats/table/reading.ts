// One reading of tables: what its parts share, the rows of a table, and how claims and unnamed entities become entries.
import type { Claim } from '../../../model/claim.ts';
import type { Mapping } from '../../../model/mapping.ts';
import type { ProblemDetail } from '../../../model/problem.ts';
import { Table } from '../../../model/table-dialect.ts';
import { EntenteError } from '../../errors.ts';
import type { DecodedEntry, DecodedProblem } from '../format.ts';
import type { BuiltClaim } from './claim.ts';
import { Columns } from './columns.ts';
import type { Entities } from './entity.ts';
import type { Faults } from './faults.ts';
import type { Row } from './quoted.ts';
import { rowsOf } from './rows.ts';
import type { TableSource } from './source.ts';
import type { TableReport, Tally } from './tally.ts';

/** What reading tables needs: a mapping, and its tables by name. */
export interface TableInput {
  mapping: Mapping;
  /** The mapping's own file, and the line of a part of it. */
  file: string;
  lineOf(pointer: string): number;
  tables: Readonly<Record<string, { path: string; open(): AsyncIterable<Uint8Array> }>>;
  /** What reading came to; there once all entries are read. */
  report?: TableReport;
}

export type Decoded = DecodedEntry | DecodedProblem;

/** What the parts of one reading share. */
export interface Reading {
  input: TableInput;
  mapping: Mapping;
  faults: Faults;
  entities: Entities;
  tally: Tally;
  /** The columns of each table, where there are several: a column that one lacks another may have. */
  headers: ReadonlyMap<string, readonly string[]>;
  /** Whether no rows are read: only what the mapping names is looked for. */
  isCheck: boolean;
}

/**
 * Reads a table and gives its rows to what `begin` makes of its columns.
 * @param begin called once with the table; where the mapping is wrong no row is read
 */
export async function* readTable(
  { input, mapping, faults, tally, headers, isCheck }: Reading,
  asked: string | undefined,
  begin: (source: TableSource) => (row: Row) => boolean | Iterable<Decoded>,
): AsyncGenerator<Decoded> {
  const name = asked ?? Object.keys(mapping.tables)[0] ?? '';
  const table = input.tables[name];
  if (table === undefined) return;
  let take: ((row: Row) => boolean | Iterable<Decoded>) | null = null;
  let rows = 0;
  let left = 0;
  let columns: Columns | null = null;
  const used = () => columns?.used() ?? [];
  try {
    for await (const row of rowsOf(table.open(), mapping.tables[name] ?? Table.parse({}), used)) {
      if (take === null) {
        columns = new Columns(name, row.cells, faults, headers);
        take = begin({ name, file: table.path, columns, faults });
        if (faults.isMappingWrong || isCheck) break;
        continue;
      }
      rows += 1;
      const taken = take(row);
      if (taken === false) left += 1;
      else if (taken !== true) yield* taken;
      yield* faults.told();
      if (faults.isFlood) break;
    }
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    const details: ProblemDetail[] = error.errors.length > 0 ? error.errors : [{ detail: error.message }];
    for (const { line, pointer, detail } of details)
      faults.file(
        table.path,
        { ...(line === undefined ? {} : { line }), ...(pointer === undefined ? {} : { pointer }) },
        detail,
      );
  }
  // A table of which no row was looked at has nothing to tell.
  if (!faults.isMappingWrong) tally.table(name, table.path, rows, left);
  yield* faults.told();
}

/** The columns of each table; of one that cannot be read there are none, which is told when its rows are read. */
export async function headersOf({ mapping, tables }: TableInput): Promise<Map<string, readonly string[]>> {
  const headers = new Map<string, readonly string[]>();
  if (Object.keys(tables).length < 2) return headers;
  for (const [name, table] of Object.entries(tables))
    try {
      for await (const { cells } of rowsOf(table.open(), mapping.tables[name] ?? Table.parse({}))) {
        headers.set(name, cells);
        break;
      }
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error;
    }
  return headers;
}

/** The unnamed entities met since, each before the claim that names it. */
export function* unnamed({ entities, tally, input }: Reading): Generator<Decoded> {
  for (const entity of entities.declared()) {
    tally.entity();
    yield {
      entry: entity,
      line: input.lineOf(''),
      at: (pointer) => ({ file: input.file, line: input.lineOf(''), pointer }),
    };
  }
}

/**
 * A claim and its statement as entries, each part with the line it comes from.
 * @param partyFile where the parties stand, where that is another table
 */
export function* entriesOf(
  { claim, statement, line, placeOf, idColumn }: BuiltClaim,
  file: string,
  partyFile: string,
): Generator<Decoded> {
  yield {
    entry: claim satisfies Claim,
    line,
    at: (pointer) => {
      const party = /^\/parties\/(\d+)/.exec(pointer)?.[1];
      if (pointer === '/id' && idColumn !== '') return { file, line, pointer: idColumn };
      if (party === undefined) return { file, line, pointer };
      const place = placeOf(Number(party));
      return { file: place.isOwn ? file : partyFile, line: place.line, pointer };
    },
  };
  yield { entry: statement, line, at: (pointer) => ({ file, line, pointer }) };
}
