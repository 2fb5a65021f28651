// Imports: a file that is sent is loaded as the command line loads it, or told what it would change.
import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import * as z from 'zod';
import { type Imports, TakenBack } from '../../model/api.ts';
import { HEAD_BYTES, Recognised } from '../../model/imports.ts';
import { Report } from '../../model/report.ts';
import { InvalidError, LimitError, RefusedError } from '../errors.ts';
import { formats } from '../formats/index.ts';
import { undoLoad } from '../load/datasets.ts';
import { load } from '../load/load.ts';
import type { LoadInput } from '../load/read.ts';
import { shipped } from '../load/shipped.ts';
import { recognise } from '../recognise.ts';
import { isReachable, type Settings } from '../settings.ts';
import { FORM } from './guards.ts';
import { counted, inputsOf } from './import-inputs.ts';
import { type Tell, told } from './import-lines.ts';
import { measured, received } from './received.ts';
import { JSON_LINES, route, type Services } from './route.ts';

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

/** Any of them will do for a file: what it is, its content tells. No form can send one of these. */
const takesFile = [
  'application/octet-stream',
  ...formats.filter((f) => f.decode !== undefined).map((f) => f.mediaType),
];

const flag = z.enum(['0', '1']).default('0');
const dry = flag.describe('1 tells what would change, and changes nothing.');
const progress = flag.describe(
  '1 answers in lines of JSON, each {"progress": …} as the import goes on; the last is {"report": …} or {"problem": …}.',
);
const name = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^/\\\p{Cc}]+$/u, 'give the name of the file alone, without folders')
  .describe(
    "The file's name: errors name it, and where its content does not tell the format its ending does.",
  );

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
      'Loads the file that is the body, or the files of a form, in place of what is loaded of their data sets; all of it or, where anything is wrong, nothing. Tables are read by a mapping: a shipped one, or the part "mapping" of the form.',
    inQuery: z.object({
      name: name.optional(),
      mapping: z
        .string()
        .min(1)
        .max(100)
        .optional()
        .describe('The shipped mapping by which tables are read.'),
      quotes: z
        .enum(['stop', 'allow'])
        .default('stop')
        .describe('allow loads although a quote is not in the text of its source.'),
      dry,
      progress,
    }),
    takes: [...takesFile, FORM],
    answer: Report,
    mediaTypes: [JSON_LINES],
    problems: [...shared.problems, ...wrongFile, 'invalid-body', 'unknown-format'],
    async handle({ query, body, type, signal }, services) {
      refuseOff(services);
      const sent = { stream: body, type, name: query.name };
      const kept = await received(sent, services.imports.limit, signal);
      const total = kept.files.reduce((sum, f) => sum + f.size, 0);
      const work = async (tell: Tell) => {
        try {
          const read = counted(signal, (done, lines, what) =>
            tell({ stage: 'read', done: Math.min(done, total), total, lines, what }),
          );
          const inputs = await inputsOf(kept.files, query.mapping, read);
          return await loaded(inputs, query, services, signal, tell);
        } finally {
          await kept.letGo();
        }
      };
      return query.progress === '1' ? { lines: told(work) } : { json: await work(() => {}) };
    },
  }),
  route({
    ...shared,
    path: '/api/imports/recognise',
    summary: `What a file is, by its content: entries in a format, a mapping, or a table, with the shipped mappings that it fits. The body is its beginning, at most ${HEAD_BYTES} bytes. Nothing is loaded.`,
    inQuery: z.object({ name }),
    takes: takesFile,
    answer: Recognised,
    problems: ['imports-off', 'too-many-requests', 'invalid-file'],
    async handle({ query, body, signal }, services) {
      refuseOff(services);
      const head = await headOf(body);
      return { json: await services.gate.run(() => recognise(query.name, head), signal) };
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
      const input = { path: path.basename(shipped), bytes: createReadStream(shipped, { signal }) };
      return { json: await loaded([input], { ...query, quotes: 'stop' }, services, signal, () => {}) };
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

/** Waits at the gate once the files are here, so that a slow sender holds up nobody. */
async function loaded(
  inputs: LoadInput[],
  { dry, quotes }: { dry: '0' | '1'; quotes: 'stop' | 'allow' },
  { graph, settings, gate }: Services,
  signal: AbortSignal,
  tell: Tell,
): Promise<Report> {
  const table = inputs[0]?.table;
  const options = {
    dryRun: dry === '1',
    texts: settings.ENTENTE_TEXTS,
    allowQuotesNotFound: quotes === 'allow',
    signal,
    onProgress: (done: number, total: number, what: string) => tell({ stage: 'write', done, total, what }),
  };
  try {
    const report = await gate.run(() => load(graph, inputs, options), signal);
    return table?.report === undefined ? report : { ...report, table: table.report };
  } catch (error) {
    // What was read helps to see why it is refused.
    if (!(error instanceof InvalidError) || table?.report === undefined) throw error;
    const { code, message, errors } = error;
    throw new InvalidError(code, message, { errors, table: table.report, cause: error });
  }
}

const tooMuch = (limit: number) =>
  new LimitError('body-too-large', `The beginning of a file is enough: its first ${limit} bytes, or fewer.`);

/** The beginning of a file that is sent. @throws LimitError `body-too-large` where more is sent */
async function headOf(body: Readable): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of measured(body.iterator({ destroyOnReturn: false }), HEAD_BYTES, tooMuch))
    pieces.push(piece);
  return Buffer.concat(pieces);
}
