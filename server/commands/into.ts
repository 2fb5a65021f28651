// Writes what comes in pieces to a file, whole or not at all, or to standard output.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

type Pieces = Iterable<string> | AsyncIterable<string | Uint8Array>;

/**
 * A file is whole or not there: it is written beside its name first. A device or a pipe is written to as it is, and a link
 * stays one: a file that took its place would be in the way of whoever else uses it.
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
    await rm(beside, { force: true });
    throw error;
  }
}

/** A pipeline would leave its listeners on a stream that does not end. */
async function toStandardOutput(pieces: Pieces): Promise<void> {
  for await (const piece of pieces) {
    process.stdout.write(piece);
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
  }
}
