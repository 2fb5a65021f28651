// What the API answers beside answers: what it knows, how many each question finds, and what a search finds.
import * as z from 'zod';
import { Answer, Count } from './answer.ts';
import { bands } from './confidence.ts';
import { Dataset } from './dataset.ts';
import { Entity } from './entity.ts';
import { FormatInfo } from './format.ts';
import { EntityId, LoadId } from './id.ts';
import { Question } from './question.ts';
import { Day } from './time.ts';
import { Kind, Role, Scale } from './vocabulary.ts';

/** How many claims, or pairs, an answer tells at most. */
export const LIMIT = 5000;
const wrongLimit = `limit is a whole number from 0 to ${LIMIT}`;
/** The parameter `limit` of an address, and `--limit` of the command line, as a text. */
export const Limit = z.coerce
  .number(wrongLimit)
  .int(wrongLimit)
  .min(0, wrongLimit)
  .max(LIMIT, wrongLimit)
  .default(LIMIT)
  .describe(`How many claims, or pairs, are told at most, 0 to ${LIMIT}; what is counted stays the same.`);

/** A current data set with how much it holds; a claim is counted whether it stands or not. */
export const LoadedDataset = Dataset.extend({
  load: LoadId,
  loadedAt: z.string(),
  counts: z.object({
    claims: z.int(),
    statements: z.int(),
    sources: z.int(),
    entities: z.int(),
    /** Of the entities those that no claim names. */
    unconnected: z.int(),
  }),
});
export type LoadedDataset = z.infer<typeof LoadedDataset>;

/** `GET /api/datasets` */
export const Datasets = z.object({ datasets: z.array(LoadedDataset) });
export type Datasets = z.infer<typeof Datasets>;

/** Whether files can be imported by the page and the API. */
export const Imports = z.object({
  on: z.boolean(),
  why: z.string().nullable().describe('Why they are off, and what would switch them on.'),
  limit: z.int().describe('The largest file that is taken, in bytes.'),
});
export type Imports = z.infer<typeof Imports>;

/** `POST /api/imports/take-back` */
export const TakenBack = z.object({ detail: z.string().describe('What was done, in a sentence.') });
export type TakenBack = z.infer<typeof TakenBack>;

/** `GET /api/info`: the vocabulary, and what can be asked, read and written here. */
export const Info = z.object({
  version: z.string(),
  vocabulary: z.object({ kinds: z.array(Kind), roles: z.array(Role), scales: z.array(Scale) }),
  /** Where the capitals of all states are, of today and of the past. */
  capitals: z.array(z.object({ id: EntityId, lon: z.number(), lat: z.number() })),
  formats: z.array(FormatInfo),
  questions: z.array(Question),
  datasets: z.array(LoadedDataset),
  neo4j: z.object({
    version: z.string(),
    /** Whether Entente started it itself. */
    embedded: z.boolean(),
    /** Where it is, without user and password. */
    uri: z.string(),
  }),
  imports: Imports,
  /** Every parameter of an address, as `parameters` of view.ts has them. */
  parameters: z.array(z.object({ key: z.string(), doc: z.string(), page: z.boolean() })),
});
export type Info = z.infer<typeof Info>;

/** `GET /api/questions`: what each question would count, for the states, filters and lens of the address. */
export const QuestionCounts = z.object({
  questions: z.array(
    z.object({
      question: Question,
      /** Null where the question does not take that many states, or there is too much to count. */
      count: Count.nullable(),
      groupCount: z.int().nullable(),
      exact: z.boolean(),
    }),
  ),
});
export type QuestionCounts = z.infer<typeof QuestionCounts>;

/** One thing that a search found: under which of its names, and what tells it from others of that name. */
export const Hit = z.object({
  kind: z.enum(['entity', 'claim', 'source']),
  id: z.string(),
  name: z.string(),
  /** `State`, `Person` … of an entity; the leading kind of a claim; the publisher of a source or empty. */
  label: z.string(),
  detail: z.string(),
  score: z.number(),
});
export type Hit = z.infer<typeof Hit>;

/** `GET /api/entities?find=` */
export const Found = z.object({
  hits: z.array(Hit),
  /** The nearest name, where nothing is named as asked. */
  suggestion: z.string().nullable(),
});
export type Found = z.infer<typeof Found>;

/** `GET /api/entities/:id` */
export const EntityDetail = z.object({
  entity: Entity,
  /** Whom it represents: the entities that `entity.represents` names. */
  represents: z.array(Entity),
  /** Who represents it. */
  representedBy: z.array(Entity),
  /** Claims that it takes part or acts in, without filters, by state. */
  claims: Count,
});
export type EntityDetail = z.infer<typeof EntityDetail>;

/** Of one kind and one band of `for`: how many claims an entity takes part in, and how many of them stand. */
export const Neighbours = z.object({
  entity: EntityId,
  neighbours: z.array(z.object({ kind: z.string(), band: z.enum(bands), count: z.int(), stands: z.int() })),
  total: z.int(),
});
export type Neighbours = z.infer<typeof Neighbours>;

/** `GET /api/times`: when claims are dated, as they are stored: nothing here is judged. */
export const Times = z.object({
  /** First and last day that any claim, spell or coverage names; null where none is dated. */
  extent: z.object({ from: Day, until: Day }).nullable(),
  dated: z.int(),
  undated: z.int(),
  /** Equal stretches of the extent: how many claims may hold on some day of each. */
  bars: z.array(z.object({ from: Day, until: Day, claims: z.int() })),
  /** The claims' own times one by one, where they are few: a day, or a span where the date is less precise or long. */
  marks: z.array(z.object({ from: Day, until: Day, claims: z.int() })).nullable(),
  /** The days on which something begins or has ended, claims and spells of their parties. */
  changes: z.array(Day),
  /** The days on which something was published, or recorded here. */
  known: z.object({ public: z.array(Day), held: z.array(Day) }),
});
export type Times = z.infer<typeof Times>;

/** `GET /api/claims/*id`: an answer of one claim, without what only a question has. */
export const ClaimDetail = Answer.pick({
  claims: true,
  entities: true,
  sources: true,
  datasets: true,
  queries: true,
});
export type ClaimDetail = z.infer<typeof ClaimDetail>;

/** `GET /api/health`: a problem with status 503 where Neo4j does not answer. */
export const Health = z.object({ status: z.literal('ok'), version: z.string() });
export type Health = z.infer<typeof Health>;
