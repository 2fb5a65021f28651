// The only fetch: asks the API, parses what comes back, and throws its problems.
import type { ZodType, z } from 'zod';
import { Answer } from '../model/answer.ts';
import { ClaimDetail, EntityDetail, Found, Info, Neighbours, QuestionCounts, Times } from '../model/api.ts';
import { Problem } from '../model/problem.ts';
import { toSearch, type View } from '../model/view.ts';

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
async function request(path: string, signal?: AbortSignal): Promise<Response> {
  const token = sessionStorage.getItem(TOKEN);
  const headers = token === null ? undefined : { Authorization: `Bearer ${token}` };
  const response = await fetch(path, { headers, signal }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw problem('internal', 'Entente does not answer', 0, 'The server of this page does not answer.');
  });
  if (response.ok) return response;
  const told = Problem.safeParse(await response.json().catch(() => null));
  if (told.success) throw new ProblemError(told.data);
  throw problem('internal', response.statusText, response.status, `The server answered ${response.status}.`);
}

async function get<S extends ZodType>(schema: S, path: string, signal?: AbortSignal): Promise<z.output<S>> {
  const body: unknown = await (await request(path, signal)).json();
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
