// Reads tables by a mapping: entries one at a time, whatever the order of the rows.
import type { Mapping } from '../../../model/mapping.ts';
import { didYouMean } from '../../../model/near.ts';
import type { ProblemDetail } from '../../../model/problem.ts';
import type { DecodedEntry } from '../format.ts';
import { isEncoding } from './encoding.ts';
import { declarationsOf } from './entities.ts';
import { Entities } from './entity.ts';
import { Faults } from './faults.ts';
import { readClaims } from './read-claims.ts';
import { type Decoded, headersOf, type Reading, readTable, type TableInput, unnamed } from './reading.ts';
import { sourceOf } from './statement.ts';
import { Tally } from './tally.ts';

/** The entries of the tables; with the tables as they are it may be called again and gives the same. */
export async function* decodeTable(input: TableInput): AsyncGenerator<Decoded> {
  yield* decoded(input, false);
}

/** What is wrong with a mapping for the heads of its tables: columns, kinds, roles, entities. No row is read. */
export async function wrongIn(input: TableInput): Promise<ProblemDetail[]> {
  const problems: ProblemDetail[] = [];
  for await (const found of decoded({ ...input }, true)) if ('problem' in found) problems.push(found.problem);
  return problems;
}

async function* decoded(input: TableInput, isCheck: boolean): AsyncGenerator<Decoded> {
  const { mapping } = input;
  const faults = new Faults(input);
  const entities = new Entities(mapping.dataset.id, mapping.declare);
  const tally = new Tally(mapping.dataset.id);
  const headers = await headersOf(input);
  const reading: Reading = { input, mapping, faults, entities, tally, headers, isCheck };
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
  const { claims } = mapping;
  for (const [i, { table }] of (claims?.parties ?? []).entries()) {
    const may = [claims?.table ?? names[0], claims?.join?.table];
    if (table !== undefined && !may.includes(table))
      faults.mapping(
        `/claims/parties/${i}/table`,
        `the parties are read from ${may.flatMap((t) => (t === undefined ? [] : [`"${t}"`])).join(' and ')}, not from "${table}"`,
      );
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
