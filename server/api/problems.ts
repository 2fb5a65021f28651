// The last middleware: any error becomes application/problem+json; and the pages that say what a code means.
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { escapeHtml } from '../../model/escape.ts';
import { type ProblemCode, problemCodes } from '../../model/problem.ts';
import { EntenteError, InvalidError, MissingError } from '../errors.ts';
import type { Log } from '../log.ts';
import { page } from './html.ts';

/** How many seconds later to ask again, where asking again helps. */
const retryAfter: Partial<Record<ProblemCode, string>> = {
  'too-many-requests': '1',
  'graph-unavailable': '5',
};

/** Turns every error into a problem; one that is not ours is a bug: logged whole, told without detail. */
export function problems(log: Log): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    const ours = logged(error, log, req, res);
    if (res.headersSent) {
      // Half an answer is out: to end it here would look whole, so the connection is cut.
      res.destroy();
      return;
    }
    sendProblem(res, ours, req.originalUrl);
  };
}

/** What is told of an error; it is in the log then. */
export function logged(error: unknown, log: Log, req: Request, res: Response): EntenteError {
  const ours = oursOf(error);
  const requestId = res.get('X-Request-Id');
  if (ours.code === 'internal') log.error({ requestId, err: error, url: req.originalUrl }, 'internal error');
  else log.info({ requestId, code: ours.code, detail: ours.message }, 'refused');
  return ours;
}

/** Sends a problem in place of an answer. */
function sendProblem(res: Response, error: EntenteError, instance: string): void {
  const problem = error.toProblem(instance.slice(0, 200));
  for (const header of ['ETag', 'Content-Disposition', 'Content-Type']) res.removeHeader(header);
  const seconds = retryAfter[error.code];
  if (seconds !== undefined) res.set('Retry-After', seconds);
  if (error.code === 'token-required') res.set('WWW-Authenticate', 'Bearer realm="entente"');
  res
    .status(problem.status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}

function oursOf(error: unknown): EntenteError {
  if (error instanceof EntenteError) return error;
  // What Express itself says of an address that cannot be decoded.
  if (error instanceof URIError || statusOf(error) === 400)
    return new InvalidError('invalid-parameter', 'The address cannot be read: check its percent signs.');
  return new EntenteError('internal', 'Something went wrong; the log has the details under the request id.', {
    cause: error,
  });
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
}

/** What a code means: the address that a problem's `type` gives. */
export const problemPage: RequestHandler = (req: Request, res: Response) => {
  const code = String(req.params.code);
  if (!isCode(code)) throw new MissingError('not-found', `${code} is not a code of a problem.`);
  const { status, title } = problemCodes[code];
  const told = { type: `/problems/${code}`, code, title, status };
  res.set('Cache-Control', 'no-cache').vary('Accept');
  if (req.accepts(['html', 'json']) === 'json') res.json(told);
  else
    res
      .type('html')
      .send(
        page(title, `<h1>${escapeHtml(title)}</h1><p>HTTP status ${status}, code <code>${code}</code>.</p>`),
      );
};

function isCode(text: string): text is ProblemCode {
  return Object.hasOwn(problemCodes, text);
}
