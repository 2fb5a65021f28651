// The only fetch: asks the API, parses what comes back, and throws its problems.
import type { ZodType, z } from 'zod';
import { toSearch } from '../model/address.ts';
import { Answer } from '../model/answer.ts';
import {
  ClaimDetail,
  EntityDetail,
  Found,
  Info,
  Neighbours,
  QuestionCounts,
  TakenBack,
  Times,
} from '../model/api.ts';
import { Problem } from '../model/problem.ts';
import { Report } from '../model/report.ts';
import type { View } from '../model/view.ts';

/** A problem as the API told it, or as it looks from here where nothing answered. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

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

/** The address of an answer in a format of the registry, or as JSON where none is named. */
export function answerPath(view: View, question: string, format?: string): string {
  return `/api/questions/${question}${format === undefined ? '' : `.${format}`}${query(view)}`;
}

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
export const claim = (id: string, view: View, signal?: AbortSignal) =>
  get(ClaimDetail, `/api/claims/${id}${query(view)}`, signal);

/** The bytes of an answer in a format. */
export const file = async (view: View, question: string, format: string) =>
  (await request(answerPath(view, question, format))).blob();

/** Loads a file, or tells what it would change. @param name its name, by which errors tell it */
export const importFile = (file: Blob, name: string, dryRun: boolean) =>
  post(Report, `/api/imports?name=${encodeURIComponent(name)}&dry=${dryRun ? 1 : 0}`, file);
export const importSample = () => post(Report, '/api/imports/sample');
/** Undoes a load. */
export const takeBack = (load: string) =>
  post(TakenBack, `/api/imports/take-back?load=${encodeURIComponent(load)}`);
