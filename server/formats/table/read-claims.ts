// The claims of a mapping, in each of the four shapes: a row a claim, a row a party, a row a pair, two tables joined.
import type { ClaimsSpec } from '../../../model/mapping.ts';
import { type Build, claimsOf } from './claim.ts';
import type { Faults } from './faults.ts';
import { kindsOf } from './kinds.ts';
import { comparing } from './own-fields.ts';
import { partiesOf, type RowParties } from './party.ts';
import type { Row } from './quoted.ts';
import { type Decoded, entriesOf, type Reading, readTable, unnamed } from './reading.ts';
import { cellOf, fault, type Read, type TableSource } from './source.ts';
import { PartyStore } from './store.ts';
import { columnsIn, conditionsOf, templateOf } from './words.ts';

/** Reads the claims. Rows of one claim may stand anywhere in their table. */
export async function* readClaims(reading: Reading, spec: ClaimsSpec): AsyncGenerator<Decoded> {
  if (spec.row !== 'pair' && spec.id === undefined) {
    reading.faults.mapping(
      '/claims/id',
      'write id: a claim needs one; only that of a pair is made from its parties',
    );
    return;
  }
  if (spec.join !== undefined) yield* joinedTables(reading, spec, spec.join);
  else if (spec.row === 'claim') yield* oneByOne(reading, spec);
  else yield* grouped(reading, spec);
}

const partiesIn = (
  { entities, tally }: Reading,
  source: TableSource,
  { parties, reversed, join }: ClaimsSpec,
): Read<RowParties> =>
  partiesOf(source, parties, '/claims/parties', reversed, entities, tally, ({ table }) =>
    join === undefined ? true : (table ?? join.table) === source.name,
  );

/** A row a claim: nothing is kept. */
async function* oneByOne(reading: Reading, spec: ClaimsSpec): AsyncGenerator<Decoded> {
  const { mapping, entities, tally } = reading;
  yield* readTable(reading, spec.table, (source) => {
    const build = claimsOf(source, mapping, spec, entities, tally);
    const parties = partiesIn(reading, source, spec);
    const kinds = kindsOf(source, spec.kinds, '/claims/kinds');
    const holds = conditionsOf(source, spec.where, '/claims/where');
    return (row) => {
      if (!holds(row)) return false;
      const { told, ...found } = parties(row);
      if (told && found.parties.length === 0) return true;
      const lines = found.parties.map(() => row.line);
      return claimOf(reading, build, row, { ...found, lines, kinds: kinds(row) }, source.file);
    };
  });
}

function* claimOf(
  reading: Reading,
  build: Build,
  row: Row,
  gathered: Parameters<Build>[1],
  file: string,
  { pair, partyFile = file }: { pair?: string; partyFile?: string } = {},
): Generator<Decoded> {
  const built = build(row, gathered, pair);
  yield* unnamed(reading);
  if (built !== null) yield* entriesOf(built, file, partyFile);
}

/** A row a party, a spell, a phase or a pair: rows are kept small by the claim's id, and claims follow at the end. */
async function* grouped(reading: Reading, spec: ClaimsSpec): AsyncGenerator<Decoded> {
  const { mapping, entities, tally } = reading;
  const store = new PartyStore();
  const heads = new Map<string, { row: Row; pair: string | undefined }>();
  tally.isPairs = spec.row === 'pair';
  let build: Build | null = null;
  let file = '';
  yield* readTable(reading, spec.table, (source) => {
    build = claimsOf(source, mapping, spec, entities, tally);
    file = source.file;
    const id = spec.id === undefined ? () => '' : templateOf(source, spec.id, '/claims/id');
    const parties = partiesIn(reading, source, spec);
    const kinds = kindsOf(source, spec.kinds, '/claims/kinds');
    const holds = conditionsOf(source, spec.where, '/claims/where');
    const compare = comparing(source, spec, tally);
    const kept = keeper(source);
    return (row) => {
      if (!holds(row)) return false;
      const own = id(row);
      if (own === null) {
        fault(source, row, columnsIn(spec.id ?? '').join(', '), 'the row names no claim: the cell is empty');
        return true;
      }
      const found = parties(row);
      const pair = spec.row === 'pair' ? pairOf(reading, source, row, found) : undefined;
      if (pair === null) return true;
      const key = pair === undefined ? own : `${own}\0${pair}`;
      const claim = store.claim(key);
      const head = heads.get(key);
      if (head === undefined) heads.set(key, { row: kept(row), pair });
      else compare(claim, head.row, row);
      for (const party of found.parties) store.add(claim, party, row.line);
      if (found.incomplete) store.markIncomplete(claim);
      store.addKinds(claim, kinds(row));
      return unnamed(reading);
    };
  });
  if (isInVain(reading.faults)) return;
  for (const [key, { row, pair }] of heads) {
    const gathered = store.of(key);
    if (gathered !== null && build !== null) yield* claimOf(reading, build, row, gathered, file, { pair });
    yield* reading.faults.told();
  }
}

/** Whether reading on tells nothing more. */
const isInVain = (faults: Faults) => faults.isMappingWrong || faults.isFileWrong || faults.isFlood;

/** Keeps of a row the cells that are used, each text once. */
function keeper(source: TableSource): (row: Row) => Row {
  const texts = new Map<string, string>();
  const used = source.columns.used();
  return ({ cells, line }) => {
    const kept: string[] = [];
    for (const place of used) {
      const text = cells[place] ?? '';
      const same = texts.get(text);
      if (same === undefined) texts.set(text, text);
      kept[place] = same ?? text;
    }
    return { cells: kept, line };
  };
}

/** The two of a pair as part of an id, in the same order whichever stands first; null where there are not two. */
function pairOf(reading: Reading, source: TableSource, row: Row, { parties }: RowParties): string | null {
  const two = [...new Set(parties.map((p) => p.entity))].sort();
  if (two.length === 2) return two.map((id) => id.slice(id.indexOf(':') + 1)).join('-');
  if (two.length > 2) fault(source, row, '', `a pair has two parties, and this row has ${two.length}`);
  else reading.tally.halfPairs += 1;
  return null;
}

/** Two tables: the parties are kept small by their key, then the claims are read one by one, with parties of their own. */
async function* joinedTables(
  reading: Reading,
  spec: ClaimsSpec,
  join: NonNullable<ClaimsSpec['join']>,
): AsyncGenerator<Decoded> {
  const { mapping, entities, tally, faults } = reading;
  const store = new PartyStore();
  let partyFile = '';
  yield* readTable(reading, join.table, (source) => {
    partyFile = source.file;
    const parties = partiesIn(reading, source, spec);
    const key = keyOf(source, Object.values(join.on), Object.keys(join.on));
    return (row) => {
      const found = parties(row);
      const claim = store.claim(key(row));
      for (const party of found.parties) store.add(claim, party, row.line);
      if (found.incomplete) store.markIncomplete(claim);
      return unnamed(reading);
    };
  });
  if (isInVain(faults)) return;
  const met = new Set<string>();
  yield* readTable(reading, spec.table, (source) => {
    const build = claimsOf(source, mapping, spec, entities, tally);
    const own = partiesIn(reading, source, spec);
    const kinds = kindsOf(source, spec.kinds, '/claims/kinds');
    const holds = conditionsOf(source, spec.where, '/claims/where');
    const key = keyOf(source, Object.keys(join.on), Object.keys(join.on));
    return (row) => {
      const of = key(row);
      met.add(of);
      if (!holds(row)) return false;
      const here = own(row);
      const there = store.of(of);
      if (here.told && here.parties.length === 0 && there === null) return true;
      const gathered = {
        parties: [...here.parties, ...(there?.parties ?? [])],
        lines: [...here.parties.map(() => row.line), ...(there?.lines ?? [])],
        own: here.parties.length,
        incomplete: here.incomplete || there?.incomplete === true,
        kinds: kinds(row),
      };
      return claimOf(reading, build, row, gathered, source.file, { partyFile });
    };
  });
  if (isInVain(faults)) return;
  for (const { key, line, rows } of store.keys()) {
    if (met.has(key)) continue;
    const shown = key.replaceAll('\0', ', ');
    if (join.withoutClaim === 'skip') {
      tally.withoutClaim = {
        rows: tally.withoutClaim.rows + rows,
        keys: tally.withoutClaim.keys + 1,
        first: tally.withoutClaim.first || shown,
      };
      continue;
    }
    const column = Object.values(join.on).join(', ');
    faults.row(
      partyFile,
      line,
      column,
      `there is no claim "${shown}" in the table of claims; withoutClaim: skip leaves such rows out`,
    );
    yield* faults.told();
  }
}

/** The cells by which two tables are joined. */
function keyOf(source: TableSource, columns: readonly string[], names: readonly string[]): Read<string> {
  const cells = columns.map((column, i) => cellOf(source, column, `/claims/join/on/${names[i]}`));
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) return only;
  return (row) => cells.map((cell) => cell(row)).join('\0');
}
