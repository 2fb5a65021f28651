// A route of the API described: path, parameters, answer and handler. Express, OpenAPI and the contract test walk these.
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { toSearch } from '../../model/address.ts';
import type { Imports } from '../../model/api.ts';
import type { ProblemCode, ProblemDetail } from '../../model/problem.ts';
import type { View } from '../../model/view.ts';
import { InvalidError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import type { Log } from '../log.ts';
import { readView } from '../read-view.ts';
import type { Settings } from '../settings.ts';
import type { Gate } from './gate.ts';

/** What the routes work with. */
export interface Services {
  graph: Graph;
  settings: Settings;
  log: Log;
  gate: Gate;
  /** Changes when the sources change, so that nobody keeps an answer of an older program. */
  sources: string;
  /** Whether files can be imported. */
  imports: Imports;
  /** Where the graph is, without user and password. */
  neo4j: { embedded: boolean; uri: string };
}

/** One request, read and checked. */
export interface Call<P, Q> {
  path: P;
  query: Q;
  view: View;
  /** The view as the codec writes it: the same question, the same text. */
  search: string;
  /** What was sent with it, as it comes in. */
  body: Readable;
  /** Its media type, as it was told. */
  type: string;
  signal: AbortSignal;
}

/** The media type of lines. */
export const JSON_LINES = 'application/jsonl';

/** What a route answers: JSON, a file in pieces, or lines of JSON as they come, of which the last may be a problem. */
export type Reply =
  | { json: object }
  | { lines: AsyncIterable<object> }
  | { chunks: AsyncIterable<string | Uint8Array>; mediaType: string; fileName: string }
  | { html: string };

type Shape = z.ZodObject<Record<string, z.ZodType>>;

interface Described<P extends Shape, Q extends Shape> {
  method: 'get' | 'post' | 'put' | 'delete';
  /** As Express reads it. */
  path: string;
  summary: string;
  /** What stands in the path, as texts. */
  inPath: P;
  /** Parameters of its own. */
  inQuery: Q;
  /** Whether it takes filters and lens as well, by the codec of model/address.ts. */
  takesView: boolean;
  /** Whether it takes what else only the page uses: what is selected, and where things stand. */
  takesPage: boolean;
  /** The schema of its JSON; null where it answers something else. */
  answer: z.ZodType | null;
  /** Media types where it answers something else than JSON. */
  mediaTypes: readonly string[];
  /** Media types of the body that it takes; none where it takes none. */
  takes: readonly string[];
  /** The schema of a body of JSON; null where it takes bytes. */
  body: z.ZodType | null;
  /** What its answer depends on, for ETag: the graph, the program alone, or the moment. */
  dependsOn: 'graph' | 'program' | 'moment';
  /** Whether it waits at the gate. */
  heavy: boolean;
  /** Whether it is answered without the token: it tells of the program, not of the graph. */
  open: boolean;
  problems: readonly ProblemCode[];
  handle(call: Call<z.infer<P>, z.infer<Q>>, services: Services): Promise<Reply>;
}

/** A route with its parameters' types put away, so that all of them stand in one list. */
export type Route = Omit<Described<Shape, Shape>, 'handle'> & {
  handle(call: Call<unknown, unknown>, services: Services): Promise<Reply>;
};

/** Describes a route; what is not said is: no parameters, no view, JSON, depending on the graph, light, with token. */
export function route<P extends Shape, Q extends Shape>(
  described: Pick<Described<P, Q>, 'path' | 'summary' | 'inPath' | 'inQuery' | 'answer' | 'handle'> &
    Partial<Described<P, Q>>,
): Route {
  const full: Described<P, Q> = {
    method: 'get',
    takesView: false,
    takesPage: false,
    mediaTypes: [],
    takes: [],
    body: null,
    dependsOn: 'graph',
    heavy: false,
    open: false,
    problems: [],
    ...described,
  };
  return full as unknown as Route;
}

/**
 * Reads the parameters of a request.
 * @param params what Express found in the path
 * @param search the query string as it was sent
 * @throws InvalidError `invalid-parameter`, with each parameter that is wrong
 */
export function readCall(
  route: Route,
  params: Record<string, string>,
  search: string,
): Omit<Call<unknown, unknown>, 'signal' | 'body' | 'type'> {
  const errors: ProblemDetail[] = [];
  const own: Record<string, string> = {};
  const rest = new URLSearchParams();
  for (const [key, text] of new URLSearchParams(search))
    if (!(key in route.inQuery.shape)) rest.append(key, text);
    else if (key in own) errors.push({ pointer: key, detail: `${key} is given twice` });
    else own[key] = text;
  const { view, errors: wrong } = readView(rest.toString(), route.takesPage ? 'page' : 'api');
  if (route.takesView) errors.push(...wrong);
  else
    for (const key of new Set(rest.keys()))
      errors.push({ pointer: key, detail: `${key} is not a parameter of this address` });
  const query = route.inQuery.safeParse(own);
  const path = route.inPath.safeParse(params);
  for (const parsed of [path, query])
    for (const issue of parsed.error?.issues ?? [])
      errors.push({ pointer: issue.path.join('/'), detail: issue.message });
  if (errors.length > 0)
    throw new InvalidError('invalid-parameter', errors.map((e) => e.detail).join('; '), { errors });
  return {
    path: path.data,
    query: query.data,
    view,
    search: toSearch(view, route.takesPage ? 'page' : 'api'),
  };
}
