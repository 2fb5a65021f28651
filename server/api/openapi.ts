// GET /api/openapi.json: the API described, made from the routes and their zod schemas, and from nothing else.
import * as z from 'zod';
import { Answer, AnswerHead, Count, CoverageLine, Group, JudgedClaim, PairRow } from '../../model/answer.ts';
import {
  ClaimDetail,
  Datasets,
  EntityDetail,
  Found,
  Imports,
  Info,
  Neighbours,
  QuestionCounts,
  TakenBack,
} from '../../model/api.ts';
import { Bloc, BlocPart } from '../../model/bloc.ts';
import { Change, Changes } from '../../model/changes.ts';
import { Claim } from '../../model/claim.ts';
import { Dataset } from '../../model/dataset.ts';
import { Entity } from '../../model/entity.ts';
import { FormatInfo } from '../../model/format.ts';
import { Recognised } from '../../model/imports.ts';
import { Lens } from '../../model/lens.ts';
import { parameters } from '../../model/parameters.ts';
import { Path, Paths } from '../../model/path.ts';
import { Problem, type ProblemCode, problemCodes } from '../../model/problem.ts';
import { Filters, Question } from '../../model/question.ts';
import { Report } from '../../model/report.ts';
import { ListedView, SavedView, ViewChanges, ViewDraft, Views } from '../../model/saved-view.ts';
import { Source } from '../../model/source.ts';
import { Statement } from '../../model/statement.ts';
import { TableReport } from '../../model/table-report.ts';
import { Kind, Role, Scale } from '../../model/vocabulary.ts';
import { version } from '../version.ts';
import { FORM, FORM_HEADER } from './guards.ts';
import type { Route } from './route.ts';

/** The schemas that the document gives a name; the others stand where they are used. */
const named: Record<string, z.ZodType> = {
  ...{ Bloc, BlocPart, Change, Changes, Path, Paths },
  ...{ Answer, AnswerHead, Claim, ClaimDetail, Count, CoverageLine, Dataset, Datasets, Entity, EntityDetail },
  ...{
    Filters,
    FormatInfo,
    Found,
    Group,
    Imports,
    Info,
    JudgedClaim,
    Kind,
    Lens,
    Neighbours,
    PairRow,
    Problem,
  },
  ...{ Question, QuestionCounts, Recognised, Report, Role, Scale, Source, Statement, TableReport, TakenBack },
  ...{ ListedView, SavedView, ViewChanges, ViewDraft, Views },
};

/** A part of the document: JSON, as OpenAPI 3.1 has it. */
type Json = Record<string, unknown>;

export interface OpenApi extends Json {
  paths: Record<string, Partial<Record<Route['method'], Operation>>>;
  components: { schemas: Record<string, Json>; securitySchemes: Json };
}

export interface Operation extends Json {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; required: boolean; description: string; schema: Json }[];
  requestBody?: Json;
  responses: Record<string, { description: string; content?: Record<string, { schema: Json }> }>;
}

/** Codes that any route can answer with: the guards come before it, and Neo4j behind it. */
const always: readonly ProblemCode[] = [
  'invalid-parameter',
  'token-required',
  'forbidden-host',
  'url-too-long',
  'internal',
];
/** Codes that any route that changes something can answer with. */
const ofChanges: readonly ProblemCode[] = ['forbidden-origin', 'unsupported-media-type', 'body-too-large'];
const ofGraph: readonly ProblemCode[] = ['graph-unavailable', 'query-timeout'];

/** The codes of the problems that a route can answer with. */
function codesOf(route: Route): ProblemCode[] {
  const codes = new Set<ProblemCode>([...always, ...route.problems]);
  if (route.method !== 'get') for (const code of ofChanges) codes.add(code);
  if (route.dependsOn !== 'program') for (const code of ofGraph) codes.add(code);
  if (route.heavy) codes.add('too-many-requests');
  return [...codes];
}

/** `/api/claims/{id}` for Express's `/api/claims/*id`. */
export const documentedPath = (route: Route) => route.path.replace(/[:*](\w+)/g, '{$1}');

/** The OpenAPI 3.1 document of the routes. */
export function openApi(routes: readonly Route[]): OpenApi {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Entente',
      version,
      description:
        'Who is aligned with whom, how sure that is, and what was looked for and not found. Errors are RFC 9457 problems.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{}, { token: [] }],
    paths: pathsOf(routes),
    components: {
      schemas: namedSchemas(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Only where ENTENTE_TOKEN is set.' },
      },
    },
  };
}

/** Each address with all the methods that it takes. */
function pathsOf(routes: readonly Route[]): OpenApi['paths'] {
  const paths: OpenApi['paths'] = {};
  for (const route of routes) {
    const at = documentedPath(route);
    paths[at] = { ...paths[at], [route.method]: operationOf(route) };
  }
  return paths;
}

function operationOf(route: Route): Operation {
  const responses: Operation['responses'] = {};
  if (route.dependsOn !== 'moment')
    responses[304] = { description: 'Unchanged since the ETag that was sent.' };
  responses[200] = {
    description: 'The answer.',
    content: Object.fromEntries([
      ...(route.answer === null ? [] : [['application/json', { schema: refOf(route.answer) }]]),
      ...route.mediaTypes.map((type) => [type, { schema: { type: 'string' } }]),
    ]),
  };
  return {
    operationId: operationIdOf(route),
    summary: route.summary,
    parameters: [
      ...own(route.inPath, 'path'),
      ...own(route.inQuery, 'query'),
      ...(route.takesView ? ofView() : []),
      ...(route.takes.includes(FORM) ? [formHeader] : []),
    ],
    ...(route.takes.length === 0 ? {} : { requestBody: bodyOf(route) }),
    responses: { ...responses, ...problemsOf(route) },
  };
}

/** `questionsId`; of other methods than GET with the method, for an address may take several: `viewsIdPut`. */
const operationIdOf = (route: Route) =>
  [documentedPath(route).replace(/^\/api\//, ''), ...(route.method === 'get' ? [] : [route.method])]
    .join('/')
    .replace(/[^A-Za-z0-9]+(.)?/g, (_, c) => (c ?? '').toUpperCase());

const file = { type: 'string', format: 'binary' };

function bodyOf({ takes, body }: Route): Json {
  const bytes = body === null ? file : refOf(body);
  const schema = (type: string) => (type === FORM ? { type: 'object', additionalProperties: file } : bytes);
  return { content: Object.fromEntries(takes.map((type) => [type, { schema: schema(type) }])) };
}

const formHeader = {
  name: FORM_HEADER,
  in: 'header',
  required: false,
  description: `With ${FORM}: any value, for no other site's page can send it.`,
  schema: { type: 'string' },
};

function own(schema: z.ZodObject, where: 'path' | 'query'): Operation['parameters'] {
  return Object.entries(schema.shape).map(([name, type]) => {
    const { description = '', ...json } = plain(z.toJSONSchema(type as z.ZodType, { io: 'input' }));
    const required = where === 'path' || !(type as z.ZodType).safeParse(undefined).success;
    return { name, in: where, required, description: String(description), schema: json };
  });
}

function ofView(): Operation['parameters'] {
  return parameters
    .filter((p) => p.page !== true)
    .map((p) => ({
      name: p.key,
      in: 'query',
      required: false,
      description: p.doc,
      schema: { type: 'string' },
    }));
}

/** One response for each status; its description names the codes. */
function problemsOf(route: Route): Operation['responses'] {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codesOf(route)) {
    const { status } = problemCodes[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `${problemCodes[code].title} (\`${code}\`).`).join(' '),
        content: { 'application/problem+json': { schema: refOf(Problem) } },
      },
    ]),
  );
}

function refOf(schema: z.ZodType): Json {
  const name = Object.keys(named).find((n) => named[n] === schema);
  return name === undefined ? plain(z.toJSONSchema(schema)) : { $ref: `#/components/schemas/${name}` };
}

function namedSchemas(): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([id, json]) => [id, plain(json)]));
}

/** Without the keys that say which schema language it is: the document says it once. */
function plain(json: object): Json {
  const { $schema, $id, ...rest } = json as Json;
  return rest;
}
