// Reads the files of a load: finds the format of each, decodes it, and keeps where every entry stands.
import { createReadStream, type ReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { didYouMean } from '../../model/near.ts';
import type { ProblemDetail } from '../../model/problem.ts';
import { EntenteError, InvalidError, MissingError } from '../errors.ts';
import type { DecodedEntry, DecodedProblem, Format } from '../formats/format.ts';
import { formats } from '../formats/index.ts';
import { decodeTable } from '../formats/table/decode.ts';
import type { TableInput } from '../formats/table/reading.ts';
import type { Errors } from './errors.ts';

/** A file to load: read from the disk, or its bytes as they come. */
export interface LoadInput {
  /** Its path, or the name it is told by. */
  path: string;
  /** Id of its format; found by its ending or its beginning where it is not given. */
  format?: string;
  bytes?: AsyncIterable<Uint8Array>;
  /** A mapping and its tables, in place of a file of entries; `path` names the mapping then. */
  table?: TableInput;
}

/** An entry as a file has it. */
export interface Item {
  entry: unknown;
  key?: string;
  /** Where a part of it stands. */
  at(pointer: string): Place;
}

export interface Place {
  file: string;
  line: number;
  pointer: string;
}

/** How much of a file is looked at to tell its format. */
const HEAD = 4096;
const readable = formats.filter((f) => f.decode !== undefined);
const readableNames = readable.map((f) => `${f.label} (.${f.extension})`).join(', ');

/**
 * The entries of a file one by one. What is wrong with the way it is written goes to `errors`.
 * @throws MissingError `unknown-format`
 */
export async function* readItems(input: LoadInput, errors: Errors): AsyncGenerator<Item> {
  const file = input.path;
  let items = 0;
  const before = errors.count;
  try {
    for await (const decoded of await decodedOf(input))
      if ('problem' in decoded) errors.add({ file, ...decoded.problem });
      else {
        items += 1;
        yield itemOf(decoded, file);
      }
    if (items === 0 && errors.count === before)
      errors.add({ file, code: 'invalid-file', detail: 'the file is empty' });
  } catch (error) {
    if (!(error instanceof EntenteError) || error.code !== 'invalid-file') throw error;
    const told: ProblemDetail[] = error.errors.length > 0 ? error.errors : [{ detail: error.message }];
    for (const detail of told) errors.stop({ file, ...detail });
  }
}

async function decodedOf(input: LoadInput): Promise<AsyncIterable<DecodedEntry | DecodedProblem>> {
  if (input.table !== undefined) return decodeTable(input.table);
  const { head, bytes } = await begin(input.bytes ?? opened(input.path));
  return formatOf(input, head).decode?.(bytes, path.basename(input.path)) ?? none();
}

async function* none() {}

function itemOf({ entry, line, at, key }: DecodedEntry, file: string): Item {
  return { entry, key, at: (pointer) => ({ file, ...(at?.(pointer) ?? { line, pointer }) }) };
}

/** A file on the disk. @throws InvalidError `invalid-file` where there is none, or it is empty */
export function opened(file: string): ReadStream {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new InvalidError('invalid-file', 'there is no such file');
  if (!stat.isFile()) throw new InvalidError('invalid-file', 'this is not a file');
  if (stat.size === 0) throw new InvalidError('invalid-file', 'the file is empty');
  return createReadStream(file);
}

/** The beginning of a file, and all of it. */
async function begin(
  source: AsyncIterable<Uint8Array>,
): Promise<{ head: Buffer; bytes: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD) {
    const next = await iterator.next();
    if (next.done === true) break;
    first.push(next.value);
    length += next.value.length;
  }
  if (length === 0) throw new InvalidError('invalid-file', 'the file is empty');
  async function* all() {
    yield* first;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  return { head: Buffer.concat(first).subarray(0, HEAD), bytes: all() };
}

/** The format of a file: the one that is asked for, else as its content and its ending tell. */
function formatOf({ path: file, format: asked }: LoadInput, head: Buffer): Format {
  if (asked !== undefined) {
    const found = readable.find((f) => f.id === asked);
    if (found !== undefined) return found;
    const ids = readable.map((f) => f.id);
    throw new MissingError(
      'unknown-format',
      `There is no format "${asked}" to read${didYouMean(asked, ids)}; there are ${ids.join(', ')}.`,
    );
  }
  const found = formatBy(file, head);
  if (found !== null) return found;
  const foreign = foreignTo(head);
  throw new InvalidError(
    'invalid-file',
    `${foreign ?? 'this is no file that Entente knows'}; Entente reads ${readableNames}`,
  );
}

/**
 * The format of a file by its content; its ending decides where the content is of several, or of none that is plain.
 * @param beginning of it, of which as much is looked at as a format asks for
 * @returns null where it is none of ours
 */
export function formatBy(file: string, beginning: Buffer): Format | null {
  const head = beginning.subarray(0, HEAD);
  const text = textOf(head);
  const extension = path.extname(file).slice(1).toLowerCase();
  const hasEnding = (f: Format) => f.extension === extension || (endings[f.id] ?? []).includes(extension);
  const byContent = readable.filter((f) => f.recognises?.(text, head) === true);
  const found = byContent.find(hasEnding) ?? byContent[0];
  if (found !== undefined) return found;
  return foreignTo(head) === null ? (readable.find(hasEnding) ?? null) : null;
}

const textOf = (head: Buffer) => head.toString('utf8').replace(/^\uFEFF/, '');

const endings: Record<string, string[]> = {
  yaml: ['yml'],
  jsonl: ['ndjson'],
  ftm: ['json', 'ijson', 'jsonl', 'ndjson'],
  table: ['tsv', 'tab'],
};

/** What a file is that is none of ours, by its first bytes; null where that is not plain. */
export function foreignTo(beginning: Buffer): string | null {
  const head = beginning.subarray(0, HEAD);
  const text = textOf(head);
  if (text.trim() === '' && head.length < HEAD) return 'the file is empty';
  if (head[0] === 0x1f && head[1] === 0x8b)
    return 'this is a gzip archive: unpack it, and bring what is in it';
  if (text.startsWith('PK\x05\x06')) return 'this zip archive is empty';
  if (text.startsWith('PK'))
    return 'this is a zip archive, or an office document, which is one: unpack it and bring the files in it, or save the table as CSV';
  if (text.startsWith('%PDF')) return 'this is a PDF';
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
    return 'this is UTF-16: save it as UTF-8';
  if (head.includes(0)) return 'this is not a text file';
  if (/^\s*</.test(text)) return 'this is XML or HTML';
  if (/^\s*(\[\s*[[{"\]]|\{\s*\})/.test(text)) return 'this is JSON of a form that Entente does not know';
  return null;
}
