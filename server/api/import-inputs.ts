// What files that were sent are to the loader: entries, or the tables of a mapping that comes with Entente or with them.
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { HEAD_BYTES } from '../../model/imports.ts';
import { InvalidError } from '../errors.ts';
import type { LoadInput } from '../load/read.ts';
import { type MappingFile, parseMapping, shippedMapping, tableInput } from '../mapping.ts';
import { recognise } from '../recognise.ts';
import type { Received } from './received.ts';

/** Reads a file that was sent; who is told of it sees its bytes as they are read. */
export type Open = (file: Received) => AsyncIterable<Uint8Array>;

/** The part of a form that is a mapping. */
const MAPPING = 'mapping';
/** Larger mappings are none. */
const MOST_MAPPING_BYTES = 1_000_000;

/**
 * What is to be loaded.
 * @param shipped the name of a shipped mapping, where one is asked for
 * @throws MissingError `unknown-format` where there is no such mapping; InvalidError `invalid-file` where a mapping is
 *   wrong, or a table has none; `invalid-parameter` where two mappings are given, or it cannot be told which file is which
 *   table
 */
export async function inputsOf(
  files: readonly Received[],
  shipped: string | undefined,
  read: Open,
): Promise<LoadInput[]> {
  const own = files.find((f) => f.part === MAPPING);
  if (own !== undefined && shipped !== undefined)
    throw new InvalidError('invalid-parameter', 'Two mappings are given: send one, or name one.');
  const mapping =
    own !== undefined ? await mappingIn(own) : shipped === undefined ? null : shippedMapping(shipped);
  if (mapping !== null) {
    const tables = files.filter((f) => f !== own);
    const table = tableInput(
      mapping,
      tables.map((f) => ({ table: f.part ?? undefined, path: f.name, open: () => read(f) })),
    );
    return [{ path: mapping.file, table }];
  }
  for (const file of files) await refuseTable(file);
  return files.map((f) => ({ path: f.name, bytes: read(f) }));
}

async function mappingIn(file: Received): Promise<MappingFile> {
  if (file.size > MOST_MAPPING_BYTES) {
    const detail = `a mapping has at most ${MOST_MAPPING_BYTES / 1_000_000} MB`;
    throw new InvalidError('invalid-file', `${file.name}: ${detail}.`, {
      errors: [{ file: file.name, detail }],
    });
  }
  return parseMapping(await readFile(file.path, 'utf8'), file.name);
}

/** A table does not say what its rows are: which mappings say so is told. */
async function refuseTable({ name, path, size }: Received): Promise<void> {
  if (size === 0) return;
  const what = await recognise(name, await headOf(path)).catch((error: unknown) => {
    // What else is wrong with it, its reader tells better.
    if (error instanceof InvalidError) return null;
    throw error;
  });
  if (what === null || what.is === 'entries') return;
  const detail =
    what.is === 'mapping'
      ? `this is a mapping: send it as the part ${MAPPING} of a form, with its tables`
      : what.fits.length === 0
        ? `this is a table, and no shipped mapping fits it: send one with it, as the part ${MAPPING} of a form`
        : `this is a table: say by which mapping it is read; mapping=${what.fits.map((f) => f.mapping.id).join(' or mapping=')} fits it`;
  throw new InvalidError('invalid-file', `${name}: ${detail}.`, { errors: [{ file: name, detail }] });
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/**
 * Reads files and counts what is read.
 * @param signal calls it off
 * @param tell how many bytes and lines have been read of all files so far, and which file is being read
 */
export function counted(
  signal: AbortSignal,
  tell: (bytes: number, lines: number, file: string) => void,
): Open {
  let bytes = 0;
  let lines = 0;
  return async function* read({ path, name }) {
    for await (const piece of createReadStream(path, { signal }) as AsyncIterable<Buffer>) {
      bytes += piece.length;
      for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines += 1;
      tell(bytes, lines, name);
      yield piece;
    }
  };
}
