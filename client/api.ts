// The only fetch: asks the API, parses what comes back, and throws its problems.
import type { ZodType, z } from 'zod';
import { toSearch } from '../model/address.ts';
import { Answer } from '../model/answer.ts';
import {
  ClaimDetail,
  Datasets,
  EntityDetail,
  Found,
  Info,
  Neighbours,
  QuestionCounts,
  TakenBack,
  Times,
} from '../model/api.ts';
import { Leaves, type Part, pathOfFile } from '../model/export.ts';
import { ImportLine, type ImportProgress, Recognised } from '../model/imports.ts';
import { Problem } from '../model/problem.ts';
import { Report } from '../model/report.ts';
import { Removed, SavedView, ViewChanges, type ViewDraft, Views } from '../model/saved-view.ts';
import type { View } from '../model/view.ts';
import type { Sending } from './import-plan.ts';

/** A problem as the API told it, or as it looks from here where nothing answered. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** What went wrong as a problem to tell; `title` where it is none of the API's. */
export const problemOf = (error: unknown, title: string): Problem =>
  (error instanceof ProblemError ? error : problem('internal', title, 0, wordsOf(error))).problem;

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const TOKEN = 'entente.token';

/** Keeps the token that the server asked for, for this tab only. */
export function keepToken(token: string): void {
  sessionStorage.setItem(TOKEN, token);
}

function problem(code: Problem['code'], title: string, status: number, detail: string): ProblemError {
  return new ProblemError({ type: `/problems/${code}`, code, title, status, detail });
}

/** @throws ProblemError where the server refuses or does not answer; `AbortError` where it was called off */
async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  const token = sessionStorage.getItem(TOKEN);
  if (token !== null) headers.set('Authorization', `Bearer ${token}`);
  const response = await fetch(path, { ...init, headers }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw problem('internal', 'Entente does not answer', 0, 'The server of this page does not answer.');
  });
  if (response.ok) return response;
  const told = Problem.safeParse(await response.json().catch(() => null));
  if (told.success) throw new ProblemError(told.data);
  throw problem('internal', response.statusText, response.status, `The server answered ${response.status}.`);
}

const get = <S extends ZodType>(schema: S, path: string, signal?: AbortSignal) =>
  read(schema, path, { signal });

/** Sends bytes, as a media type that no other site's form can send. */
const post = <S extends ZodType>(schema: S, path: string, body?: Blob) =>
  read(schema, path, { method: 'POST', body, headers: { 'Content-Type': 'application/octet-stream' } });

async function read<S extends ZodType>(schema: S, path: string, init: RequestInit): Promise<z.output<S>> {
  const body: unknown = await (await request(path, init)).json();
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw problem('internal', 'The answer cannot be read', 200, `${path}: ${where} ${issue?.message ?? ''}`);
}

const query = (view: View) => {
  const search = toSearch(view, 'api');
  return search === '' ? '' : `?${search}`;
};

/** The address of an answer. */
export const answerPath = (view: View, question: string): string =>
  `/api/questions/${question}${query(view)}`;

/** Asks a question with the filters and the lens of a view. */
export const ask = (view: View, question: string, signal?: AbortSignal) =>
  get(Answer, answerPath(view, question), signal);

export const info = () => get(Info, '/api/info');
export const counts = (view: View, signal?: AbortSignal) =>
  get(QuestionCounts, `/api/questions${query(view)}`, signal);
export const find = (text: string, signal?: AbortSignal) =>
  get(Found, `/api/entities?find=${encodeURIComponent(text)}`, signal);
export const entity = (id: string, signal?: AbortSignal) =>
  get(EntityDetail, `/api/entities/${encodeURIComponent(id)}`, signal);
export const neighbours = (id: string, view: View, signal?: AbortSignal) =>
  get(Neighbours, `/api/entities/${encodeURIComponent(id)}/neighbours${query(view)}`, signal);
export const times = (view: View, signal?: AbortSignal) => get(Times, `/api/times${query(view)}`, signal);
/** The address of a claim as a view judges it. */
export const claimPath = (id: string, view: View): string => `/api/claims/${id}${query(view)}`;
export const claim = (path: string, signal?: AbortSignal) => get(ClaimDetail, path, signal);

/** What a file would hold. */
export const leaves = (view: View, question: string, part: Part, signal: AbortSignal) =>
  get(Leaves, pathOfFile(view, { question, part }), signal);

/**
 * The bytes of a file and the name that the server gives it.
 * @param path as `pathOfFile` makes it
 * @param take is told how many bytes have come
 * @throws ProblemError; `AbortError` where it was called off
 */
export async function file(
  path: string,
  take: (bytes: number) => void,
  signal: AbortSignal,
): Promise<{ blob: Blob; name: string }> {
  const response = await request(path, { signal });
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'entente';
  const pieces: BlobPart[] = [];
  let bytes = 0;
  for await (const piece of piecesOf(response)) {
    pieces.push(piece);
    bytes += piece.length;
    take(bytes);
  }
  return { blob: new Blob(pieces, { type: response.headers.get('Content-Type') ?? '' }), name };
}

/** What a file is. @param head its beginning */
export const recognise = (head: Blob, name: string) =>
  post(Recognised, `/api/imports/recognise?name=${encodeURIComponent(name)}`, head);

/**
 * Loads files, or tells what they would change.
 * @param take is told how far it is
 * @throws ProblemError; `AbortError` where it was called off
 */
export async function importFiles(
  { files, mapping }: Sending,
  { dry, allowed }: { dry: boolean; allowed: boolean },
  take: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<Report> {
  const form = new FormData();
  for (const { part, name, bytes } of files) form.append(part, bytes, name);
  const asked = new URLSearchParams({
    progress: '1',
    dry: dry ? '1' : '0',
    quotes: allowed ? 'allow' : 'stop',
  });
  if (mapping !== null && mapping.id !== null) asked.set('mapping', mapping.id);
  const response = await request(`/api/imports?${asked}`, {
    method: 'POST',
    body: form,
    // No other site's form can send it.
    headers: { 'X-Entente-Import': '1' },
    signal,
  });
  for await (const text of linesOf(response)) {
    const line = ImportLine.parse(JSON.parse(text));
    if ('report' in line) return line.report;
    if ('problem' in line) throw new ProblemError(line.problem);
    take(line.progress);
  }
  throw cut();
}

const cut = () =>
  problem(
    'internal',
    'The connection was cut',
    0,
    'Entente went away before it was done. Look what is loaded.',
  );

/** The bytes of an answer, as they come. */
async function* piecesOf(response: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  while (reader !== undefined) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw cut();
    });
    if (done) return;
    yield value;
  }
}

/** Its lines. */
async function* linesOf(response: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of piecesOf(response)) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** What is loaded. */
export const datasets = () => get(Datasets, '/api/datasets');
export const importSample = () => post(Report, '/api/imports/sample');
/** Undoes a load. */
export const takeBack = (load: string) =>
  post(TakenBack, `/api/imports/take-back?load=${encodeURIComponent(load)}`);

const viewPath = (id: string) => `/api/views/${encodeURIComponent(id)}`;
export const views = () => get(Views, '/api/views');
export const savedView = (id: string) => get(SavedView, viewPath(id));
export const viewChanges = (id: string) => get(ViewChanges, `${viewPath(id)}/changes`);
/** Keeps a view. @param fresh refuses an id that another view has */
export const keepView = (id: string, draft: ViewDraft, fresh = false) =>
  read(SavedView, `${viewPath(id)}?fresh=${fresh ? 1 : 0}`, {
    method: 'PUT',
    body: JSON.stringify(draft),
    headers: { 'Content-Type': 'application/json' },
  });
export const removeView = (id: string) => read(Removed, viewPath(id), { method: 'DELETE' });
export const viewFile = async (id: string) => (await request(`${viewPath(id)}/file`)).blob();
export const importView = (file: Blob, name: string) =>
  post(SavedView, `/api/views?name=${encodeURIComponent(name)}`, file);
