// Reads tables by a mapping: entries one at a time, whatever the order of the rows.
import type { Claim } from '../../../model/claim.ts';
import type { Mapping } from '../../../model/mapping.ts';
import type { ProblemDetail } from '../../../model/problem.ts';
import { Table } from '../../../model/table-dialect.ts';
import { EntenteError } from '../../errors.ts';
import { didYouMean } from '../../load/near.ts';
import type { DecodedEntry, DecodedProblem } from '../format.ts';
import type { BuiltClaim } from './claim.ts';
import { Columns } from './columns.ts';
import { isEncoding } from './encoding.ts';
import { declarationsOf } from './entities.ts';
import { Entities } from './entity.ts';
import { Faults } from './faults.ts';
import { readClaims } from './read-claims.ts';
import { type Row, rowsOf } from './rows.ts';
import type { TableSource } from './source.ts';
import { sourceOf } from './statement.ts';
import { type TableReport, Tally } from './tally.ts';

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

type Decoded = DecodedEntry | DecodedProblem;

/** What the parts of one reading share. */
export interface Reading {
  input: TableInput;
  mapping: Mapping;
  faults: Faults;
  entities: Entities;
  tally: Tally;
}

/** The entries of the tables; with the tables as they are it may be called again and gives the same. */
export async function* decodeTable(input: TableInput): AsyncGenerator<Decoded> {
  const { mapping } = input;
  const faults = new Faults(input);
  const entities = new Entities(mapping.dataset.id, mapping.declare);
  const tally = new Tally(mapping.dataset.id);
  const reading: Reading = { input, mapping, faults, entities, tally };
  try {
    yield* head(reading);
    checkTables(reading);
    if (!faults.isMappingWrong) {
      for (const [i, spec] of mapping.entities.entries())
        yield* readEntities(reading, spec, `/entities/${i}`);
      if (mapping.claims !== undefined) yield* readClaims(reading, mapping.claims);
    }
    tally.unknowns.tell();
    yield* faults.told();
  } finally {
    input.report = tally.report();
  }
}

/** The data set, its source and the entities that the mapping declares. */
function* head({ input, mapping }: Reading): Generator<Decoded> {
  const { dataset } = mapping;
  const inMapping = (entry: unknown, at: string): DecodedEntry => ({
    entry,
    line: input.lineOf(at),
    at: (pointer) => ({
      file: input.file,
      line: input.lineOf(`${at}${pointer}`),
      pointer: `${at}${pointer}`,
    }),
  });
  const start =
    dataset.start === undefined
      ? {}
      : {
          start: {
            ...dataset.start,
            claims: dataset.start.claims.map((c) => ({ ...c, claim: `${dataset.id}/${c.claim}` })),
          },
        };
  yield inMapping({ ...dataset, ...start, type: 'dataset' }, '/dataset');
  yield inMapping(sourceOf(mapping), '/source');
  for (const [i, entity] of mapping.declare.entries())
    yield inMapping({ ...entity, type: 'entity', dataset: dataset.id }, `/declare/${i}`);
}

/** Each table that is named is there, has a file, and can be decoded. */
function checkTables({ mapping, input, faults }: Reading): void {
  const names = Object.keys(mapping.tables);
  const used: [string | undefined, string][] = [
    ...mapping.entities.map((e, i): [string | undefined, string] => [e.table, `/entities/${i}/table`]),
  ];
  if (mapping.claims !== undefined) {
    used.push([mapping.claims.table, '/claims/table']);
    if (mapping.claims.join !== undefined) used.push([mapping.claims.join.table, '/claims/join/table']);
  }
  for (const [name, at] of used) {
    if (name === undefined && names.length !== 1)
      faults.mapping(at, `write table: there are ${names.length}: ${names.join(', ')}`);
    if (name !== undefined && mapping.tables[name] === undefined)
      faults.mapping(
        at,
        `there is no table "${name}"${didYouMean(name, names) || `; there are ${names.join(', ')}`}`,
      );
  }
  for (const [name, { encoding, header, columns }] of Object.entries(mapping.tables)) {
    if (!isEncoding(encoding))
      faults.mapping(
        `/tables/${name}/encoding`,
        `"${encoding}" is not an encoding; most tables are utf-8 or windows-1252`,
      );
    if (!header && columns === undefined)
      faults.mapping(
        `/tables/${name}/header`,
        'a table without a header needs its columns: write columns: [name, …]',
      );
    if (input.tables[name] === undefined)
      faults.mapping(`/tables/${name}`, `no file is given for the table "${name}"`);
  }
}

/**
 * Reads a table and gives its rows to what `begin` makes of its columns.
 * @param begin called once with the table; where the mapping is wrong no row is read
 */
export async function* readTable(
  { input, mapping, faults, tally }: Reading,
  asked: string | undefined,
  begin: (source: TableSource) => (row: Row) => boolean | Iterable<Decoded>,
): AsyncGenerator<Decoded> {
  const name = asked ?? Object.keys(mapping.tables)[0] ?? '';
  const table = input.tables[name];
  if (table === undefined) return;
  let take: ((row: Row) => boolean | Iterable<Decoded>) | null = null;
  let rows = 0;
  let left = 0;
  try {
    for await (const row of rowsOf(table.open(), mapping.tables[name] ?? Table.parse({}))) {
      if (take === null) {
        take = begin({ name, file: table.path, columns: new Columns(name, row.cells, faults), faults });
        if (faults.isMappingWrong) break;
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
    for (const { line, detail } of details) faults.file(table.path, line, detail);
  }
  tally.table(name, table.path, rows, left);
  yield* faults.told();
}

async function* readEntities(
  reading: Reading,
  spec: Mapping['entities'][number],
  at: string,
): AsyncGenerator<Decoded> {
  const { mapping, entities, tally } = reading;
  let declared: ReturnType<typeof declarationsOf> | null = null;
  let file = '';
  yield* readTable(reading, spec.table, (source) => {
    const reader = declarationsOf(source, mapping, spec, at, entities, tally);
    declared = reader;
    file = source.file;
    return (row) => reader.add(row);
  });
  yield* unnamed(reading);
  const all: ReturnType<typeof declarationsOf> | null = declared as never;
  for (const { entity, line, lines } of (all as ReturnType<typeof declarationsOf> | null)?.all() ?? []) {
    tally.entity();
    yield {
      entry: entity,
      line,
      at: (pointer) => {
        const nth = /^\/represents\/(\d+)/.exec(pointer)?.[1];
        return { file, line: (nth === undefined ? undefined : lines[Number(nth)]) ?? line, pointer };
      },
    };
  }
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
  { claim, statement, line, lineOf }: BuiltClaim,
  file: string,
  partyFile: string,
): Generator<Decoded> {
  yield {
    entry: claim satisfies Claim,
    line,
    at: (pointer) => {
      const party = /^\/parties\/(\d+)/.exec(pointer)?.[1];
      return party === undefined
        ? { file, line, pointer }
        : { file: partyFile, line: lineOf(Number(party)), pointer };
    },
  };
  yield { entry: statement, line, at: (pointer) => ({ file, line, pointer }) };
}
