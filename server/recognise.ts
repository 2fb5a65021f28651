// What a file is, by its beginning: entries in a format, a mapping, or a table with the shipped mappings that it fits.
import { HEAD_BYTES, type MappingInfo, type Recognised } from '../model/imports.ts';
import type { Mapping } from '../model/mapping.ts';
import { Table } from '../model/table-dialect.ts';
import { InvalidError } from './errors.ts';
import { decodeTable } from './formats/table/decode.ts';
import { draft } from './formats/table/draft.ts';
import { rowsOf } from './formats/table/rows.ts';
import { foreignTo, formatBy } from './load/read.ts';
import { type MappingFile, parseMapping, shippedMapping, shippedMappings } from './mapping.ts';

/** Of a table so much is read by each mapping: it is about the columns, and some rows. */
const TRIED_BYTES = 64_000;

/**
 * Recognises a file.
 * @param name its name, which the draft and errors tell
 * @param head its first `HEAD_BYTES`, or all of it where it is shorter
 * @throws InvalidError `invalid-file` where it is nothing that can be imported, saying what it seems to be, or where it
 *   is a mapping that is wrong
 */
export async function recognise(name: string, head: Buffer): Promise<Recognised> {
  const text = head.toString('utf8').replace(/^\uFEFF/, '');
  // A mapping begins as a data file does, with its data set; only a mapping has tables.
  if (/^tables\s*:/m.test(text) && /^(dataset|claims|entities)\s*:/m.test(text))
    return { is: 'mapping', mapping: infoOf(parseMapping(text, name), null) };
  const format = formatBy(name, head);
  if (format !== null && format.id !== 'table') return { is: 'entries', format: format.id };
  const foreign = foreignTo(head);
  if (foreign !== null) throw refused(name, foreign);
  const whole = head.length < HEAD_BYTES ? head : head.subarray(0, head.lastIndexOf(10) + 1);
  const fits = await fitsOf(name, whole);
  if (fits.length > 0) return { is: 'table', fits, draft: null };
  try {
    return { is: 'table', fits, draft: await draft(once(whole), name) };
  } catch (error) {
    if (!(error instanceof InvalidError)) throw error;
    throw refused(
      name,
      `this is neither a file that Entente knows nor a table: ${error.message.replace(/\.$/, '')}`,
    );
  }
}

const refused = (file: string, detail: string) =>
  new InvalidError('invalid-file', `${detail.replace(/^./, (first) => first.toUpperCase())}.`, {
    errors: [{ file, detail }],
  });

/** What has to be known of a mapping to bring its tables. */
function infoOf({ mapping }: MappingFile, id: string | null): MappingInfo {
  const tables = Object.entries(mapping.tables).map(([name, { file = null }]) => ({ name, file }));
  return { id, title: mapping.dataset.title, tables };
}

/** The shipped mappings that a table fits: first of the file's usual name, then those that name most of its columns. */
async function fitsOf(name: string, whole: Buffer): Promise<Extract<Recognised, { is: 'table' }>['fits']> {
  const cut = whole.length <= TRIED_BYTES ? whole.length : whole.lastIndexOf(10, TRIED_BYTES) + 1;
  const found = [];
  for (const id of shippedMappings()) {
    const file = shippedMapping(id);
    for (const [table, { file: usual }] of Object.entries(file.mapping.tables)) {
      const columns = await columnsFitting(file, table, whole.subarray(0, cut));
      if (columns === null) continue;
      const rank = columns + (usual === name ? 1000 : 0);
      found.push({ rank, fit: { mapping: infoOf(file, id), table } });
    }
  }
  return found.sort((a, b) => b.rank - a.rank).map(({ fit }) => fit);
}

/** How many columns of a table a mapping names; null where it names one that is not there. */
async function columnsFitting(file: MappingFile, table: string, head: Buffer): Promise<number | null> {
  const words = wordsOf(file.mapping);
  const dialect = file.mapping.tables[table];
  const columns = dialect === undefined ? null : await columnsOf(head, dialect);
  if (dialect === undefined || columns === null) return null;
  const names = Object.keys(file.mapping.tables);
  // What its other tables are is not asked here: each has every column, and no row.
  const any = Table.parse({ header: false, columns: [...words] });
  const mapping = {
    ...file.mapping,
    tables: Object.fromEntries(names.map((n) => [n, n === table ? dialect : any])),
  };
  const tables = Object.fromEntries(
    names.map((n) => [n, { path: n, open: () => once(n === table ? head : Buffer.alloc(0)) }]),
  );
  for await (const decoded of decodeTable({ ...file, mapping, tables })) {
    if (!('problem' in decoded)) continue;
    const { problem } = decoded;
    if (problem.file === file.file) return null;
    // A table without a header has the columns that the mapping gives it: what tells is whether its rows are so long.
    if (!dialect.header && problem.code === 'invalid-file') return null;
  }
  return columns.filter((c) => words.has(c)).length;
}

/** The names of the columns; null where it is not written as the mapping says. */
async function columnsOf(head: Buffer, dialect: Table): Promise<readonly string[] | null> {
  try {
    for await (const { cells } of rowsOf(once(head), dialect)) return cells;
  } catch (error) {
    if (!(error instanceof InvalidError)) throw error;
  }
  return null;
}

/** Every text of a mapping that may be the name of a column. */
function wordsOf(mapping: Mapping): Set<string> {
  const words = new Set<string>();
  const add = (text: string) => {
    words.add(text);
    for (const [, column = ''] of text.matchAll(/\{([^{}]+)\}/g)) words.add(column);
    const [, stem = '', first, last] = /^(.*?)(\d+)\.\.\1(\d+)$/.exec(text) ?? [];
    for (let n = Number(first); n <= Number(last); n++) words.add(`${stem}${n}`);
  };
  const walk = (value: unknown): void => {
    if (typeof value === 'string') add(value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        add(key);
        walk(inner);
      }
  };
  walk({ claims: mapping.claims, entities: mapping.entities });
  return words;
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}
