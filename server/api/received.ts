// What is sent to be imported, kept in temporary files while it is worked on: a body that is a file, or a form of files.

import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { EntenteError, InvalidError } from '../errors.ts';
import { FORM, tooLarge } from './guards.ts';

/** A mapping and its tables are fewer. */
const MOST_FILES = 20;
const LONGEST_NAME = 200;

/** A file that was sent. */
export interface Received {
  /** The part of the form that it is; null where the body is the file. */
  part: string | null;
  /** Its name, by which errors tell it. */
  name: string;
  path: string;
  size: number;
}

/** What was sent, until it is let go. */
export interface Kept {
  files: readonly Received[];
  letGo(): Promise<void>;
}

/** How a body is written: its media type, and the name of the file where it is one. */
export interface Body {
  stream: Readable;
  type: string;
  name: string | undefined;
}

/**
 * Keeps what is sent in temporary files.
 * @throws LimitError `body-too-large` where more comes than is allowed; InvalidError `invalid-body` where it is not the
 *   form that it says it is, `invalid-parameter` where a file has no name
 */
export async function received(body: Body, limit: number, signal: AbortSignal): Promise<Kept> {
  const isForm = body.type.startsWith(FORM);
  if (!isForm && body.name === undefined)
    throw new InvalidError('invalid-parameter', 'name is missing: give the name of the file.', {
      errors: [{ pointer: 'name', detail: 'name is missing' }],
    });
  // Readable by its owner alone, as mkdtemp makes it.
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-import-'));
  const letGo = () => rm(folder, { recursive: true, force: true });
  try {
    // A request that is cut off here could not be answered any more: it is left as it is.
    const pieces = measured(body.stream.iterator({ destroyOnReturn: false }), limit);
    if (isForm) return { files: await formOf(pieces, body.type, folder, signal), letGo };
    const file = { part: null, name: body.name ?? '', path: path.join(folder, 'file'), size: 0 };
    await pipeline(pieces, createWriteStream(file.path), { signal });
    return { files: [await withSize(file)], letGo };
  } catch (error) {
    await letGo();
    throw error;
  }
}

/** The files of a form, each under a name of ours in the folder. */
async function formOf(
  pieces: AsyncIterable<Uint8Array>,
  type: string,
  folder: string,
  signal: AbortSignal,
): Promise<Received[]> {
  // Each file on its way listens to it, and a piece may begin them all: no leak, of which Node would warn at eleven.
  setMaxListeners(MOST_FILES + 10, signal);
  const files: Received[] = [];
  const written: Promise<void>[] = [];
  const wrong = (detail: string) => new InvalidError('invalid-body', detail);
  let form: BusboyInstance;
  try {
    form = new Busboy({
      headers: { 'content-type': type },
      limits: { files: MOST_FILES, fieldNameSize: LONGEST_NAME, headerPairs: 20 },
      // A part is a file even where it has no name of its own.
      isPartAFile: () => true,
    });
  } catch (error) {
    throw wrong(`This form cannot be read: ${messageOf(error)}.`);
  }
  form.on('file', (part, stream, named) => {
    const name = (named ?? part).slice(0, LONGEST_NAME);
    const file = { part, name, path: path.join(folder, randomUUID()), size: 0 };
    files.push(file);
    const writing = pipeline(stream, createWriteStream(file.path), { signal });
    // Where the form fails, that is what is told.
    writing.catch(() => {});
    written.push(writing);
  });
  let tooMany = false;
  form.once('filesLimit', () => {
    tooMany = true;
  });
  try {
    await pipeline(pieces, form, { signal });
  } catch (error) {
    if (signal.aborted || error instanceof EntenteError) throw error;
    throw wrong(`This form cannot be read: ${messageOf(error)}.`);
  } finally {
    await Promise.allSettled(written);
  }
  await Promise.all(written);
  if (tooMany) throw wrong(`A form of at most ${MOST_FILES} files is taken.`);
  if (files.length === 0) throw wrong('The form has no file: send the mapping and each table as a part.');
  return Promise.all(files.map(withSize));
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const withSize = async (file: Received): Promise<Received> => ({
  ...file,
  size: (await stat(file.path)).size,
});

/** What comes, as long as it is no more than that. @throws LimitError `body-too-large`, in those words */
export async function* measured(
  pieces: AsyncIterable<Uint8Array>,
  limit: number,
  more = tooLarge,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > limit) throw more(limit);
    yield piece;
  }
}
