// Reads a data package back: its description, then its tables row by row; what is computed is passed over.
import * as z from 'zod';
import { didYouMean } from '../../../model/near.ts';
import type { ProblemDetail } from '../../../model/problem.ts';
import { Table as Dialect } from '../../../model/table-dialect.ts';
import { EntenteError, InvalidError } from '../../errors.ts';
import type { DecodedEntry, DecodedProblem } from '../format.ts';
import { rowsOf } from '../table/rows.ts';
import { wholeText } from '../text.ts';
import { valueIn } from './cells.ts';
import { DESCRIPTOR, fileOf } from './descriptor.ts';
import { Gathered } from './parties.ts';
import { COMPUTED, type Column, type TableName, tableNames, tables } from './tables.ts';
import { Zip } from './zip.ts';

type Decoded = DecodedEntry | DecodedProblem;
type Fields = Record<string, unknown>;

/** A row as fields, without what is empty or computed. */
interface Read {
  fields: Fields;
  line: number;
}

/** What has to be in datapackage.json; the rest of it is for other programs. */
const Descriptor = z.object({
  entente: z.object({ tables: z.literal(1) }),
  resources: z.array(
    z.object({ name: z.string(), path: z.union([z.string(), z.tuple([z.string()]).transform(([p]) => p)]) }),
  ),
});

/** A description of more is none. */
const MOST_DESCRIPTOR = 4 << 20;

/** So many parties are gathered by claim; larger data sets have JSON Lines, which stream. */
const MOST_PARTIES = 10_000_000;

const refuse = (detail: string, file?: string) =>
  new InvalidError('invalid-file', detail, file === undefined ? {} : { errors: [{ file, detail }] });

/**
 * The entries of a data package that Entente wrote, also when its tables were edited since.
 * @throws InvalidError `invalid-file` where it is no such package, or a zip that is not to be unpacked
 */
export async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Decoded> {
  const zip = await Zip.open(bytes);
  try {
    yield* new Package(zip, await filesOf(zip)).entries();
  } finally {
    await zip.close();
  }
}

/** The file of each table. */
async function filesOf(zip: Zip): Promise<Record<TableName, string>> {
  if (!zip.has(DESCRIPTOR)) {
    const inside = zip.names().find((name) => name.endsWith(`/${DESCRIPTOR}`));
    throw refuse(
      inside === undefined
        ? `this zip archive has no ${DESCRIPTOR}: it is no data package. Unpack it, and load what is in it`
        : `${DESCRIPTOR} stands in a folder, "${inside}": pack the files themselves and not their folder`,
    );
  }
  const text = await wholeText(zip.read(DESCRIPTOR), MOST_DESCRIPTOR, `${DESCRIPTOR} is too long`);
  const descriptor = Descriptor.safeParse(json(text));
  if (!descriptor.success) {
    const at = descriptor.error.issues[0]?.path ?? [];
    throw refuse(
      at[0] === 'entente'
        ? `this data package was not written by Entente: its ${DESCRIPTOR} has no "entente". Read its tables by a mapping`
        : `${DESCRIPTOR} has no right "${at.join('.')}": write what a Tabular Data Package has there`,
      DESCRIPTOR,
    );
  }
  const paths = new Map(descriptor.data.resources.map((r) => [r.name, r.path]));
  const files = tableNames.map((name) => [name, paths.get(name) ?? fileOf(name)] as const);
  for (const [name, file] of files)
    if (!zip.has(file)) throw refuse(`the table "${name}" is missing: there is no ${file} in the archive`);
  return Object.fromEntries(files) as Record<TableName, string>;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw refuse(`${DESCRIPTOR} is not JSON: ${why}`, DESCRIPTOR);
  }
}

class Package {
  readonly #zip: Zip;
  readonly #files: Record<TableName, string>;

  constructor(zip: Zip, files: Record<TableName, string>) {
    this.#zip = zip;
    this.#files = files;
  }

  async *entries(): AsyncGenerator<Decoded> {
    yield* this.#each('datasets', (fields) => ({ ...fields, type: 'dataset' }));
    yield* this.#each('sources', (fields) => ({ ...fields, type: 'source' }));
    yield* this.#each('entities', entityFrom, { name: 'names', otherNames: 'names' });
    yield* this.#claims();
    yield* this.#each('statements', statementFrom, quotePlaces);
  }

  /** The entries of a table that has a row for each; none where a row gives null. */
  async *#each(
    name: TableName,
    entryOf: (fields: Fields) => Fields | null,
    places: Record<string, string> = {},
  ): AsyncGenerator<Decoded> {
    for await (const read of this.#rows(name)) {
      if ('problem' in read) yield read;
      else {
        const entry = entryOf(read.fields);
        if (entry !== null) yield { entry, line: read.line, at: this.#placed(name, read.line, places) };
      }
    }
  }

  async *#claims(): AsyncGenerator<Decoded> {
    const gathered = new Gathered();
    let rows = 0;
    for await (const read of this.#rows('parties')) {
      if ('problem' in read) {
        yield read;
        continue;
      }
      rows += 1;
      if (rows > MOST_PARTIES) {
        const detail = `there are more than ${MOST_PARTIES} parties: write the data set as JSON Lines, which stream`;
        throw refuse(detail, this.#files.parties);
      }
      const { claim, position, ...party } = read.fields;
      gathered.add(String(claim), partyFrom(party), Number(position ?? rows), read.line);
    }
    for await (const read of this.#rows('claims')) {
      if ('problem' in read) {
        yield read;
        continue;
      }
      const parties = gathered.take(String(read.fields.id));
      const own = this.#placed('claims', read.line);
      yield {
        entry: { ...read.fields, type: 'claim', parties: parties.map((p) => p.party) },
        line: read.line,
        at: (pointer) => {
          const [, n, rest = ''] = /^\/parties\/(\d+)(.*)$/.exec(pointer) ?? [];
          const row = parties[Number(n)];
          return row === undefined ? own(pointer) : this.#placed('parties', row.line)(rest);
        },
      };
    }
    for (const { claim, line } of gathered.rest())
      yield this.#problem('parties', line, 'claim', `there is no claim "${claim}" in ${this.#files.claims}`);
  }

  /** Where a part of an entry stands: the pointer begins with the name of the column. */
  #placed(name: TableName, line: number, places: Record<string, string> = {}) {
    const file = this.#files[name];
    return (pointer: string) => {
      const column = Object.keys(places).find((c) => pointer === `/${places[c]}`);
      return { file, line, pointer: column === undefined ? pointer : `/${column}` };
    };
  }

  #problem(name: TableName, line: number, column: string, detail: string): DecodedProblem {
    return {
      problem: {
        file: this.#files[name],
        line,
        ...(column === '' ? {} : { pointer: `/${column}` }),
        code: 'invalid-entry',
        detail,
      },
    };
  }

  /** The rows of a table as fields. */
  async *#rows(name: TableName): AsyncGenerator<Read | DecodedProblem> {
    const file = this.#files[name];
    const rows = rowsOf(this.#zip.read(file), dialect);
    let columns: (Column | null)[] | null = null;
    try {
      for await (const { cells, line } of rows) {
        if (columns === null) {
          columns = this.#columns(name, cells);
          continue;
        }
        const fields: Fields = {};
        for (const [i, cell] of cells.entries()) {
          const column = columns[i];
          if (column === null || column === undefined || cell === '') continue;
          try {
            fields[column.name] = valueIn(cell, column.type);
          } catch {
            const what = column.type === 'array' ? 'a list, such as ["a","b"]' : 'a map, such as {"a":"b"}';
            yield this.#problem(name, line, column.name, `this is not JSON: write ${what}`);
          }
        }
        yield { fields, line };
      }
    } catch (error) {
      throw inFile(error, file);
    }
  }

  /** The column of each cell; null where it is passed over. */
  #columns(name: TableName, cells: readonly string[]): (Column | null)[] {
    const file = this.#files[name];
    const { columns } = tables[name];
    const known = columns.filter((c) => !c.name.startsWith(COMPUTED));
    const names = known.map((c) => c.name);
    const wrong: ProblemDetail[] = [];
    const tell = (detail: string) => wrong.push({ file, line: 1, code: 'invalid-file', detail });
    for (const [i, cell] of cells.entries())
      if (cells.indexOf(cell) < i) tell(`the column "${cell}" is there twice`);
      else if (!cell.startsWith(COMPUTED) && !names.includes(cell))
        tell(
          `there is no column "${cell}" in this table${didYouMean(cell, names) || `; there are ${names.join(', ')}`}`,
        );
    for (const column of known)
      if (column.constraints?.required === true && !cells.includes(column.name))
        tell(`the column "${column.name}" is missing`);
    if (wrong.length > 0)
      throw new InvalidError('invalid-file', `${file} has not the columns of its table`, { errors: wrong });
    return cells.map((cell) => known.find((c) => c.name === cell) ?? null);
  }
}

/** Our tables as we write them: nothing is trimmed, and only an empty cell is empty. */
const dialect: Dialect = Dialect.parse({ trim: false });

/** What is wrong with a table, with its name; a broken archive has none. */
function inFile(error: unknown, file: string): unknown {
  if (!(error instanceof EntenteError)) return error;
  const errors = error.errors.length > 0 ? error.errors : [{ detail: error.message }];
  return new InvalidError('invalid-file', error.message, {
    cause: error,
    errors: errors.map((e) => ({ file, ...e })),
  });
}

function entityFrom({ elsewhere, name, otherNames, dataset = null, ...rest }: Fields): Fields | null {
  if (elsewhere === true) return null;
  const others = typeof otherNames === 'object' ? otherNames : {};
  return {
    ...rest,
    ...(elsewhere === undefined || elsewhere === false ? {} : { elsewhere }),
    type: 'entity',
    dataset,
    names: { ...(name === undefined ? {} : { en: name }), ...others },
  };
}

function partyFrom({ by, ...party }: Fields): Fields {
  if (by === undefined) return party;
  return { ...party, by: Array.isArray(by) && by.length === 1 ? by[0] : by };
}

/** Where the parts of a quote stand. */
const quotePlaces = {
  quote: 'quote/exact',
  quotePrefix: 'quote/prefix',
  quoteSuffix: 'quote/suffix',
  quoteResult: 'quote/check/result',
  quoteHash: 'quote/check/hash',
  quoteBy: 'quote/check/by',
  quoteAt: 'quote/check/at',
};

function statementFrom({
  quote,
  quotePrefix,
  quoteSuffix,
  quoteResult,
  quoteHash,
  quoteBy,
  quoteAt,
  ...rest
}: Fields): Fields {
  const check = given({ result: quoteResult, hash: quoteHash, by: quoteBy, at: quoteAt });
  const words = given({ exact: quote, prefix: quotePrefix, suffix: quoteSuffix, check });
  return {
    confidence: null,
    ...rest,
    type: 'statement',
    ...(words === undefined ? {} : { quote: words }),
  };
}

/** What is there of some fields; nothing where none is. */
function given(fields: Fields): Fields | undefined {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined);
  return there.length === 0 ? undefined : Object.fromEntries(there);
}
