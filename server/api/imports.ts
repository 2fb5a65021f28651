// Imports: a file that is sent is loaded as the command line loads it, or told what it would change.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { type Imports, TakenBack } from '../../model/api.ts';
import { Report } from '../../model/report.ts';
import { RefusedError } from '../errors.ts';
import { formats } from '../formats/index.ts';
import { undoLoad } from '../load/datasets.ts';
import { load } from '../load/load.ts';
import type { LoadInput } from '../load/read.ts';
import { shipped } from '../load/shipped.ts';
import { isReachable, type Settings } from '../settings.ts';
import { tooLarge } from './guards.ts';
import { route, type Services } from './route.ts';

/** Whether files can be imported, by the settings; where not, why, and what would switch that on. */
export function importsOf(settings: Settings): Imports {
  const limit = settings.ENTENTE_IMPORT_MB * 1_000_000;
  if (settings.ENTENTE_IMPORTS === 'off')
    return { on: false, why: 'ENTENTE_IMPORTS is off. Set it to auto or on, and start again.', limit };
  const open = isReachable(settings) && settings.ENTENTE_TOKEN === '';
  if (settings.ENTENTE_IMPORTS === 'auto' && open)
    return {
      on: false,
      why: 'Others may reach this server, and it asks nobody for a token. Set ENTENTE_TOKEN, or ENTENTE_IMPORTS=on where everybody who reaches it may change the graph, and start again.',
      limit,
    };
  return { on: true, why: null, limit };
}

/** Any of them will do: what the file is, its name and its beginning tell. No form can send one of these. */
const takes = [
  'application/octet-stream',
  ...formats.filter((f) => f.decode !== undefined).map((f) => f.mediaType),
];

const dry = z.enum(['0', '1']).default('0').describe('1 tells what would change, and changes nothing.');
const name = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^/\\\p{Cc}]+$/u, 'give the name of the file alone, without folders')
  .describe("The file's name: its ending tells the format, and errors name it.");

const shared = {
  method: 'post',
  inPath: z.object({}),
  dependsOn: 'moment',
  problems: ['imports-off', 'load-in-progress', 'too-many-requests'],
} as const;

const wrongFile = [
  'invalid-file',
  'invalid-entry',
  'dangling-reference',
  'duplicate-id',
  'conflicting-declaration',
  'no-office',
  'quote-not-found',
] as const;

export const importRoutes = [
  route({
    ...shared,
    path: '/api/imports',
    summary:
      'Loads the file that is the body, in place of what is loaded of its data sets; all of it or, where anything is wrong, nothing.',
    inQuery: z.object({ name, dry }),
    takes,
    answer: Report,
    problems: [...shared.problems, ...wrongFile],
    async handle({ query, body, signal }, services) {
      refuseOff(services);
      return received(body, services.imports.limit, signal, (bytes) =>
        loaded({ path: query.name, bytes }, query.dry === '1', services, signal),
      );
    },
  }),
  route({
    ...shared,
    path: '/api/imports/sample',
    summary: 'Loads the data set that comes with Entente. The body is empty.',
    inQuery: z.object({ dry }),
    takes: ['application/octet-stream'],
    answer: Report,
    async handle({ query, signal }, services) {
      refuseOff(services);
      const bytes = createReadStream(shipped);
      return loaded({ path: path.basename(shipped), bytes }, query.dry === '1', services, signal);
    },
  }),
  route({
    ...shared,
    path: '/api/imports/take-back',
    summary:
      'Undoes a load: what it took the place of is back; where that was nothing, its data set is removed. The body is empty.',
    inQuery: z.object({ load: z.string().min(1).max(300).describe('The load, as its report tells it.') }),
    takes: ['application/octet-stream'],
    answer: TakenBack,
    problems: [...shared.problems, 'unknown-load', 'unknown-dataset'],
    async handle({ query }, services) {
      refuseOff(services);
      return { json: { detail: await undoLoad(services.graph, query.load) } satisfies TakenBack };
    },
  }),
];

function refuseOff({ imports }: Services): void {
  if (!imports.on) throw new RefusedError('imports-off', imports.why ?? 'Imports are off.');
}

/** Waits at the gate once the file is here, so that a slow sender holds up nobody. */
async function loaded(
  input: LoadInput,
  dryRun: boolean,
  { graph, settings, gate }: Services,
  signal: AbortSignal,
): Promise<{ json: Report }> {
  const texts = settings.ENTENTE_TEXTS;
  return { json: await gate.run(() => load(graph, [input], { dryRun, texts }), signal) };
}

/**
 * Keeps what is sent in a temporary file while work reads it.
 * @throws LimitError `body-too-large` where more comes than is allowed
 */
async function received<T>(
  body: Readable,
  limit: number,
  signal: AbortSignal,
  work: (bytes: Readable) => Promise<T>,
): Promise<T> {
  // Readable by its owner alone, as mkdtemp makes it.
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-import-'));
  try {
    const file = path.join(folder, 'file');
    // A request that is cut off here could not be answered any more: it is left as it is.
    const pieces = body.iterator({ destroyOnReturn: false });
    await pipeline(measured(pieces, limit), createWriteStream(file), { signal });
    return await work(createReadStream(file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* measured(pieces: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > limit) throw tooLarge(limit);
    yield piece;
  }
}
