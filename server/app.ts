// app(graph, settings, …): builds Express and listens to nothing.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import express, { type Express, type Request, type RequestHandler } from 'express';
import compressed from 'express-static-gzip';
import helmet from 'helmet';
import { Gate } from './api/gate.ts';
import { checkBody, checkHost, checkLength, checkSite, checkToken } from './api/guards.ts';
import { importsOf } from './api/imports.ts';
import { problemPage, problems } from './api/problems.ts';
import type { Services } from './api/route.ts';
import { routes } from './api/routes.ts';
import { refuseMethod, serve } from './api/serve.ts';
import { MissingError } from './errors.ts';
import type { Graph } from './graph/graph.ts';
import { type Log, logOf } from './log.ts';
import type { Settings } from './settings.ts';
import { root, sourceHash } from './version.ts';

/** How many heavy questions run at once: the driver has more connections than a small machine has cores. */
const AT_ONCE = 8;
/** How many more may wait. */
const QUEUE = 100;

/** The gate before the questions; planning goes by it too. */
export const gateOfQuestions = () => new Gate(AT_ONCE, QUEUE);

export interface AppOptions {
  log?: Log;
  gate?: Gate;
  neo4j: Services['neo4j'];
  /** Folder of the built client. */
  client?: string;
}

/**
 * The application: guards, API, problem pages and the page itself.
 * @param graph connected, or one that answers again later: every error of it becomes a problem
 */
export function app(graph: Graph, settings: Settings, options: AppOptions): Express {
  const log = options.log ?? logOf(settings);
  const services: Services = {
    graph,
    settings,
    log,
    gate: options.gate ?? gateOfQuestions(),
    neo4j: options.neo4j,
    imports: importsOf(settings),
    sources: sourceHash('package.json', 'cypher', 'data/vocabulary', 'model', 'server'),
  };
  const open = new Set(routes.filter((r) => r.open).map((r) => r.path));
  const built = express();
  built.disable('x-powered-by').disable('etag').set('query parser', false).set('strict routing', false);
  built.use(
    identify(log),
    policy,
    checkLength,
    checkHost(settings),
    checkSite,
    checkBody(services.imports.limit),
  );
  built.use(
    '/api',
    compression(quick),
    checkToken(settings, (at) => open.has(at)),
  );
  for (const at of new Set(routes.map((r) => r.path))) {
    const taken = routes.filter((r) => r.path === at);
    const address = built.route(at);
    for (const route of taken) address[route.method](serve(route, services));
    address.all(refuseMethod(taken.map((r) => r.method)));
  }
  built.use('/api', nothingHere);
  built.use(compression());
  built.route('/problems/:code').get(problemPage).all(refuseMethod());
  built.use(...client(options.client ?? path.join(root, 'dist', 'client')));
  built.use(nothingHere, problems(log));
  return built;
}

/**
 * An answer is compressed each time it is given: half the time for a tenth more bytes than by default. What stays on the
 * machine is not, for that takes longer than to hand the bytes over.
 */
const quick: compression.CompressionOptions = {
  level: 3,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } },
  filter: (req, res) => !staysHere(req) && compression.filter(req, res),
};

/** Whether who asks is on this machine: both ends of the connection are, and no proxy says that it asks for another. */
function staysHere({ socket, headers }: Request): boolean {
  const through = ['forwarded', 'via', 'x-forwarded-for'].some((name) => name in headers);
  return socket.remoteAddress === socket.localAddress && !through;
}

/** Gives each request an id, in the answer and in the log, and logs how it ended. */
function identify(log: Log): RequestHandler {
  return (req, res, next) => {
    const given = req.get('X-Request-Id') ?? '';
    const requestId = /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
    const began = performance.now();
    res.set('X-Request-Id', requestId).set('Server', 'Entente');
    res.once('close', () => {
      const ms = Math.round(performance.now() - began);
      log.info({ requestId, method: req.method, url: req.originalUrl, status: res.statusCode, ms });
    });
    next();
  };
}

const policy = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      // Style attributes are how the canvas and the components place things.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  // Entente speaks plain HTTP on loopback; TLS and its promises belong to a proxy before it.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' },
});

/** The built page: hashed assets for a year, the page itself asked for anew each time. */
function client(folder: string): RequestHandler[] {
  const index = path.join(folder, 'index.html');
  return [
    (req, res, next) => {
      if (req.path !== '/' || (req.method !== 'GET' && req.method !== 'HEAD')) return next();
      if (!existsSync(index))
        throw new MissingError('not-found', 'The page is not built: run npm run build, or entente up.');
      res.sendFile(index, { cacheControl: false, headers: { 'Cache-Control': 'no-cache' } });
    },
    // Scripts and styles lie there compressed already.
    compressed(folder, {
      enableBrotli: true,
      orderPreference: ['br'],
      index: false,
      serveStatic: {
        redirect: false,
        setHeaders: (res, file) => {
          const hashed = path.relative(folder, file).startsWith(`assets${path.sep}`);
          res.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      },
    }),
  ];
}

const nothingHere: RequestHandler = (req, res, next) => {
  if (req.method !== 'GET' && req.method !== 'HEAD') return refuseMethod()(req, res, next);
  throw new MissingError('not-found', `There is nothing at ${req.originalUrl.slice(0, 200)}.`);
};
