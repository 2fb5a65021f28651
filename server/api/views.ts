// Saved views: listed, read, kept, removed, told what changed since, and as files.
import type { Readable } from 'node:stream';
import * as z from 'zod';
import type { ProblemDetail } from '../../model/problem.ts';
import { Removed, SavedView, ViewChanges, ViewDraft, Views } from '../../model/saved-view.ts';
import { SavedViewId } from '../../model/view.ts';
import { InvalidError, LimitError, RefusedError } from '../errors.ts';
import { briefOn, briefs } from '../views/brief.ts';
import { changesSince } from '../views/changes.ts';
import { LARGEST_VIEW, readView, viewText, writings } from '../views/file.ts';
import { createView, keepViews, removeView, savedView, savedViews, saveView } from '../views/store.ts';
import { route, type Services } from './route.ts';

const inPath = z.object({ id: SavedViewId.describe('A saved view, such as beijing-parade.') });
const flag = z.enum(['0', '1']).default('0');

/** What any route that changes a view has in common. */
const changing = { dependsOn: 'moment', problems: ['imports-off', 'too-many-requests'] } as const;

export const viewRoutes = [
  route({
    path: '/api/views',
    summary: 'The saved views, by title, without the claims they were made on.',
    inPath: z.object({}),
    inQuery: z.object({}),
    dependsOn: 'moment',
    answer: Views,
    async handle(_call, { graph }) {
      return { json: { views: await savedViews(graph) } satisfies Views };
    },
  }),
  route({
    ...changing,
    method: 'post',
    path: '/api/views',
    summary: 'Keeps the view of the file that is the body, YAML or JSON, as the file has it.',
    inPath: z.object({}),
    inQuery: z.object({
      name: z.string().min(1).max(200).default('the file').describe('Its name, by which errors tell it.'),
      replace: flag.describe('1 replaces a view that has its id; else that is refused.'),
    }),
    takes: ['application/octet-stream', 'application/yaml', 'application/json'],
    answer: SavedView,
    problems: [...changing.problems, 'invalid-file', 'view-exists'],
    async handle({ query, body }, services) {
      refuseOff(services);
      const view = await readView(body.iterator({ destroyOnReturn: false }), query.name);
      await (query.replace === '1' ? keepViews(services.graph, [view]) : createView(services.graph, view));
      return { json: view };
    },
  }),
  route({
    path: '/api/views/:id',
    summary: 'A saved view with all that it was made on.',
    inPath,
    inQuery: z.object({}),
    dependsOn: 'moment',
    answer: SavedView,
    problems: ['unknown-view'],
    async handle({ path }, { graph }) {
      return { json: await savedView(graph, path.id) };
    },
  }),
  route({
    ...changing,
    method: 'put',
    path: '/api/views/:id',
    summary:
      'Keeps the view that the body drafts. What it is made on, loads and verdicts, is read from the graph where the draft does not say it.',
    inPath,
    inQuery: z.object({
      fresh: flag.describe('1 refuses an id that another view has; else that one is replaced.'),
    }),
    takes: ['application/json'],
    body: ViewDraft,
    answer: SavedView,
    problems: [
      ...changing.problems,
      'invalid-body',
      'view-exists',
      'unknown-dataset',
      'unknown-entity',
      'unknown-question',
    ],
    async handle({ path, query, body, signal }, services) {
      refuseOff(services);
      const draft = checked(await jsonOf(body));
      const save = () => saveView(services.graph, path.id, draft, query.fresh === '1');
      return { json: await services.gate.run(save, signal) };
    },
  }),
  route({
    path: '/api/views/:id/changes',
    summary: 'What changed since a view was saved, claim by claim, and which data sets are of another load.',
    inPath,
    inQuery: z.object({}),
    dependsOn: 'moment',
    heavy: true,
    answer: ViewChanges,
    problems: ['unknown-view', 'invalid-body'],
    async handle({ path }, { graph }) {
      return { json: await changesSince(graph, await savedView(graph, path.id)) };
    },
  }),
  route({
    path: '/api/views/:id/file',
    summary: 'A saved view as a file, as entente views export writes it.',
    inPath,
    inQuery: z.object({ as: z.enum(writings).default('yaml').describe('How it is written.') }),
    dependsOn: 'moment',
    answer: null,
    mediaTypes: ['application/yaml', 'application/json'],
    problems: ['unknown-view'],
    async handle({ path, query }, { graph }) {
      const text = viewText(await savedView(graph, path.id), query.as);
      return { chunks: once(text), mediaType: `application/${query.as}`, fileName: `${path.id}.${query.as}` };
    },
  }),
  route({
    path: '/api/views/:id/brief',
    summary: 'The brief on a saved view: the judgement that was written, then what its question finds now.',
    inPath,
    inQuery: z.object({ as: z.enum(briefs).default('brief').describe('Markdown, or HTML in one file.') }),
    dependsOn: 'moment',
    heavy: true,
    answer: null,
    mediaTypes: ['text/markdown', 'text/html'],
    problems: ['unknown-view', 'invalid-body', 'unknown-question', 'unknown-dataset', 'unknown-entity'],
    async handle({ path, query, signal }, { graph }) {
      return briefOn(graph, await savedView(graph, path.id), query.as, signal);
    },
  }),
  route({
    ...changing,
    method: 'delete',
    path: '/api/views/:id',
    summary: 'Removes a saved view.',
    inPath,
    inQuery: z.object({}),
    answer: Removed,
    problems: ['imports-off', 'unknown-view'],
    async handle({ path }, services) {
      refuseOff(services);
      return { json: { detail: await removeView(services.graph, path.id) } };
    },
  }),
];

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** Who may not import may not save: both change the graph. */
function refuseOff({ imports }: Services): void {
  if (!imports.on)
    throw new RefusedError('imports-off', `Views cannot be saved here. ${imports.why ?? ''}`.trim());
}

/** @throws LimitError `body-too-large`; InvalidError `invalid-body` */
async function jsonOf(body: Readable): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body.iterator({ destroyOnReturn: false })) {
    length += (piece as Uint8Array).length;
    if (length > LARGEST_VIEW)
      throw new LimitError('body-too-large', `A saved view has at most ${LARGEST_VIEW / 1_000_000} MB.`);
    pieces.push(piece as Uint8Array);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'));
  } catch (error) {
    throw new InvalidError('invalid-body', 'The body is not JSON.', { cause: error });
  }
}

function checked(body: unknown): ViewDraft {
  const parsed = ViewDraft.safeParse(body);
  if (parsed.success) return parsed.data;
  const errors: ProblemDetail[] = parsed.error.issues.map((issue) => ({
    pointer: `/${issue.path.map(String).join('/')}`,
    detail: issue.message,
  }));
  throw new InvalidError('invalid-body', errors.map((e) => `${e.pointer}: ${e.detail}`).join('; '), {
    errors,
  });
}
