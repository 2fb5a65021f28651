// Writes what comes in pieces to a file, whole or not at all, or to standard output.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InvalidError } from '../errors.ts';

type Pieces = Iterable<string> | AsyncIterable<string | Uint8Array>;

/**
 * A file is whole or not there: it is written beside its name first. A device or a pipe is written to as it is, and a link
 * stays one: a file that took its place would be in the way of whoever else uses it.
 * @throws InvalidError `unwritable-file` with the reason
 */
export async function into(pieces: Pieces, out: string | undefined): Promise<void> {
  if (out === undefined) return toStandardOutput(pieces);
  const there = await stat(out).catch(() => null);
  if (there !== null && !there.isFile()) return pipeline(Readable.from(pieces), createWriteStream(out));
  const file = there === null ? out : await realpath(out);
  const beside = `${file}.part`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(beside));
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw unwritable(error, out);
  }
}

/** A pipeline would leave its listeners on a stream that does not end. */
async function toStandardOutput(pieces: Pieces): Promise<void> {
  for await (const piece of pieces) {
    process.stdout.write(piece);
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
  }
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'its folder is a file',
  EEXIST: 'it is there already; name another, or remove it first',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
};

/** A file that the system does not let write, told by its name; any other error as it is. */
export function unwritable(error: unknown, file: string): unknown {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  const reason = syscall === undefined ? undefined : reasons[code ?? ''];
  return reason === undefined
    ? error
    : new InvalidError('unwritable-file', `${file} cannot be written: ${reason}.`, { cause: error });
}
