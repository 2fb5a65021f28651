// From a route to Express: reads the request, answers 304 where nothing changed, waits at the gate, sends the reply.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import { listed } from '../../model/phrase.ts';
import { RefusedError } from '../errors.ts';
import type { Log } from '../log.ts';
import { currentLoads } from '../scope.ts';
import { checkType } from './guards.ts';
import { jsonPieces } from './json.ts';
import { logged } from './problems.ts';
import { JSON_LINES, type Reply, type Route, readCall, type Services } from './route.ts';

/** Serves one route. */
export function serve(route: Route, services: Services): RequestHandler {
  return async (req, res) => {
    const signal = goneSignal(res);
    if (route.takes.length > 0) checkType(route.takes, req.headers);
    const call = {
      ...readCall(route, paramsOf(req), searchOf(req)),
      body: req,
      type: req.headers['content-type'] ?? '',
      signal,
    };
    const tagged = etagOf(route, req, services);
    // Where an answer fails before it is asked for its tag, nobody comes to know how that went.
    tagged.catch(() => {});
    // What is heavy begins with `currentLoads` and shares that reading, or has a later one: its tag is never of newer
    // loads than the answer. Anything else is read once the tag is.
    if (!route.heavy) await tagged;
    res.set('Cache-Control', route.dependsOn === 'moment' ? 'no-store' : 'private, no-cache');
    if (services.settings.ENTENTE_TOKEN !== '') res.vary('Authorization');
    if (req.get('If-None-Match') !== undefined && isKnown(await tagged, req)) {
      res
        .set('ETag', (await tagged) ?? '')
        .status(304)
        .end();
      return;
    }
    const answer = async () => {
      const [reply, etag] = await Promise.all([route.handle(call, services), tagged]);
      if (etag !== null) res.set('ETag', etag);
      if ('lines' in reply) await sendLines(req, res, reply.lines, services.log);
      else await send(res, reply, req.method === 'HEAD');
    };
    await (route.heavy ? services.gate.run(answer, signal) : answer()).catch((error: unknown) => {
      // Nobody is there to read what went wrong.
      if (!signal.aborted) throw error;
      services.log.debug({ requestId: res.get('X-Request-Id') }, 'the client went away');
    });
  };
}

/** Answers another method than those that an address takes. */
export function refuseMethod(methods: readonly Route['method'][] = ['get']): RequestHandler {
  const taken = methods.flatMap((m) => (m === 'get' ? ['GET', 'HEAD'] : [m.toUpperCase()]));
  return (req, res) => {
    res.set('Allow', taken.join(', '));
    const are = taken.length === 1 ? 'is' : 'are';
    throw new RefusedError('method-not-allowed', `${req.method} is not taken here; ${listed(taken)} ${are}.`);
  };
}

/** Aborted when the client goes away before its answer is whole. */
function goneSignal(res: Response): AbortSignal {
  const gone = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** The path's parameters as texts; a wildcard's segments are one text with slashes. */
function paramsOf(req: Request): Record<string, string> {
  const params = Object.entries(req.params as Record<string, string | string[]>);
  return Object.fromEntries(params.map(([k, v]) => [k, Array.isArray(v) ? v.join('/') : v]));
}

function searchOf(req: Request): string {
  const at = req.originalUrl.indexOf('?');
  return at < 0 ? '' : req.originalUrl.slice(at + 1);
}

/** Weak, for the same answer may be told at another time and compressed otherwise. */
async function etagOf(route: Route, req: Request, services: Services): Promise<string | null> {
  if (route.dependsOn === 'moment') return null;
  const loads = route.dependsOn === 'graph' ? await currentLoads(services.graph) : null;
  // Some questions mean today where no day is said.
  const today = new Date().toISOString().slice(0, 10);
  const all = JSON.stringify([services.sources, services.imports, loads, today, req.originalUrl]);
  return `W/"${createHash('sha256').update(all).digest('base64url').slice(0, 27)}"`;
}

/** Whether the client has this answer already; it may ask so with `Cache-Control: no-cache` as well. */
function isKnown(etag: string | null, req: Request): boolean {
  const known = (req.get('If-None-Match') ?? '').split(',').map((tag) => tag.trim());
  return etag !== null && (known.includes(etag) || known.includes('*'));
}

/** Lines of JSON, each as it comes: nothing on the way gathers them. What goes wrong is the last. */
async function sendLines(req: Request, res: Response, lines: AsyncIterable<object>, log: Log): Promise<void> {
  res.type(JSON_LINES).set('Cache-Control', 'no-store, no-transform').set('X-Accel-Buffering', 'no');
  const text = async function* () {
    try {
      for await (const line of lines) yield `${JSON.stringify(line)}\n`;
    } catch (error) {
      if (res.destroyed) throw error;
      yield `${JSON.stringify({ problem: logged(error, log, req, res).toProblem() })}\n`;
    }
  };
  await write(res, text(), false);
}

async function send(
  res: Response,
  reply: Exclude<Reply, { lines: unknown }>,
  headOnly: boolean,
): Promise<void> {
  if ('json' in reply) {
    res.type('application/json');
    await write(res, jsonPieces(reply.json), headOnly);
  } else if ('html' in reply) {
    res.type('html');
    await write(res, [reply.html], headOnly);
  } else {
    // The first piece is asked for before anything is sent: what goes wrong until then is told as a problem.
    const pieces = reply.chunks[Symbol.asyncIterator]();
    try {
      const first = await pieces.next();
      res.type(reply.mediaType);
      res.set('Content-Disposition', `attachment; filename="${reply.fileName}"`);
      await write(res, whole(first, pieces), headOnly);
    } finally {
      // Who goes away, or asks for the head alone, leaves it in the middle, with the files that it has open.
      await pieces.return?.();
    }
  }
}

async function* whole<T>(first: IteratorResult<T>, rest: AsyncIterator<T>): AsyncGenerator<T> {
  for (let piece = first; piece.done !== true; piece = await rest.next()) yield piece.value;
}

/** Writes pieces as fast as the client takes them. */
async function write(
  res: Response,
  pieces: Iterable<string> | AsyncIterable<string | Uint8Array>,
  headOnly: boolean,
): Promise<void> {
  if (res.destroyed) return;
  if (headOnly) {
    res.end();
    return;
  }
  try {
    await pipeline(Readable.from(pieces), res);
  } catch (error) {
    // Who went away has no use for the rest.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
