// An answer: claims judged through a lens, their entries, a count, what it does not cover, and the queries that found them.
import * as z from 'zod';
import { Bloc } from './bloc.ts';
import { Changes } from './changes.ts';
import { Claim } from './claim.ts';
import { Confidence } from './confidence.ts';
import { Dataset } from './dataset.ts';
import { Entity } from './entity.ts';
import { ClaimId, DatasetId, EntityId, LoadId } from './id.ts';
import { states } from './judge.ts';
import { Lens } from './lens.ts';
import { Paths, Place } from './path.ts';
import { Filters, Options, Question } from './question.ts';
import { Source } from './source.ts';
import { Statement } from './statement.ts';
import { Day } from './time.ts';
import { Context, Nature, Sign, TieSign } from './vocabulary.ts';

const StateName = z.enum(states);
const CertaintyName = z.enum(['sure', 'possible', 'undated']);

/** One row of a question about claims: these columns, so that one route, one panel and one exporter serve them all. */
export const ClaimRow = z.object({
  claim: ClaimId,
  group: z.array(z.string()),
  /** How many principals. */
  arity: z.int(),
  /** Null where they never change: they are then as the claim has them, which a hundred rows need not say of a roll call. */
  principals: z.array(EntityId).nullable(),
  actors: z.array(EntityId).nullable(),
  sign: Sign,
  state: StateName.nullable(),
  for: Confidence,
  against: Confidence,
  originsFor: z.int(),
  originsAgainst: z.int(),
  stands: z.boolean(),
  certainty: CertaintyName,
  day: Day.nullable(),
});
export type ClaimRow = z.infer<typeof ClaimRow>;

/** One row of `paths`: a claim that stands, on one of its days, with everybody who is in it; chains are made from these. */
export const LinkRow = ClaimRow.extend({
  within: TieSign,
  across: TieSign,
  surely: z.boolean().describe('Whether its time and its statements surely give it.'),
  places: z.array(Place),
});
export type LinkRow = z.infer<typeof LinkRow>;

/** One row of `pairs`: the ties of one sign between two entities, derived from claims of any arity, by data set. */
export const PairRow = z.object({
  a: EntityId,
  b: EntityId,
  dataset: DatasetId,
  sign: TieSign,
  asserted: z.int(),
  contested: z.int(),
  unverified: z.int(),
  possible: z.int(),
  undated: z.int(),
  /** How many of those that stand have exactly two principals. */
  bilateral: z.int(),
  /** The least number of principals of a claim that surely ties them; at least so many where not all are known. */
  least: z.int().nullable(),
  claims: z.array(ClaimId).describe('Some of the claims behind it.'),
});
export type PairRow = z.infer<typeof PairRow>;

/** A claim of an answer, as it is stored and as it is judged. */
export const JudgedClaim = ClaimRow.omit({ group: true, arity: true }).extend({
  claim: Claim,
  principals: z.array(EntityId),
  actors: z.array(EntityId),
  statements: z.array(Statement),
  groups: z.array(z.array(z.string())),
  nature: Nature,
  context: Context,
  commitment: z.int().nullable(),
});
export type JudgedClaim = z.infer<typeof JudgedClaim>;

/** How many, by state, what stands apart from what does not, and what is only possible or undated apart from both. */
export const Count = z.object({
  /** Surely, and standing. */
  stands: z.int(),
  asserted: z.int(),
  contested: z.int(),
  unverified: z.int(),
  denied: z.int(),
  unevidenced: z.int(),
  open: z.int(),
  /** Claims with a standing state and too few independent origins. */
  tooFewOrigins: z.int(),
  /** Claims of which no statement counts. */
  out: z.int(),
  /** Standing by some reading of a date only. */
  possible: z.int(),
  /** Standing, without a time, where a time was asked. */
  undated: z.int(),
  /** Those that stand, by sign. */
  bySign: z.object({ '+': z.int(), '-': z.int(), '±': z.int(), '0': z.int() }),
});
export type Count = z.infer<typeof Count>;

/** A pair, triad, hub, side or size, with its claims. */
export const Group = z.object({
  key: z.array(z.string()),
  /** The data set whose claims make it: nothing is summed over data sets. */
  dataset: DatasetId,
  stands: z.int(),
  /** The state that it rests on: of each of its ties, and of what joins all, the best; of these the weakest. */
  rests: z.enum(['asserted', 'contested', 'unverified']).nullable(),
  certainty: CertaintyName,
  count: Count,
  claims: z.array(ClaimId),
});
export type Group = z.infer<typeof Group>;

/** What one data set covers of what was asked. */
export const CoverageLine = z.object({
  dataset: DatasetId,
  title: z.string(),
  /** `undeclared` where the data set does not say what it covers: whether it covers this is then not known. */
  covers: z.enum(['yes', 'partly', 'no', 'undeclared']),
  exhaustive: z.boolean(),
  detail: z.string(),
});
export type CoverageLine = z.infer<typeof CoverageLine>;

/** A query as it ran. */
export const RanQuery = z.object({
  name: z.string(),
  cypher: z.string(),
  parameters: z.record(z.string(), z.unknown()),
});
export type RanQuery = z.infer<typeof RanQuery>;

/** Everything about an answer but its entries: what an export says at its head. */
export const AnswerHead = z.object({
  question: Question,
  filters: Filters,
  options: Options,
  lens: Lens,
  /** The lens with nothing left open. */
  resolved: z.object({
    unknown: z.boolean(),
    over: z.enum(['day', 'life']),
    from: Day.nullable(),
    until: Day.nullable(),
  }),
  loads: z.record(DatasetId, LoadId),
  count: Count,
  byDataset: z.record(DatasetId, Count),
  /** How many groups stand by every reading of the dates, where the question counts groups. */
  groupCount: z.int().nullable(),
  /** Whether the counts are of everything, or of what was read before a limit. */
  exact: z.boolean(),
  truncated: z.object({ shown: z.int(), of: z.int() }).nullable(),
  coverage: z.array(CoverageLine),
  queries: z.array(RanQuery),
  answeredAt: z.string(),
  version: z.string(),
});
export type AnswerHead = z.infer<typeof AnswerHead>;

export const Answer = AnswerHead.extend({
  claims: z.array(JudgedClaim),
  groups: z.array(Group),
  pairs: z.array(PairRow),
  /** The report of `bloc`; null for other questions. */
  bloc: Bloc.nullable(),
  /** The chains of `paths`; null for other questions. */
  paths: Paths.nullable(),
  /** What `changes` found; null for other questions. */
  changes: Changes.nullable(),
  entities: z.array(Entity),
  sources: z.array(Source),
  datasets: z.array(Dataset),
});
export type Answer = z.infer<typeof Answer>;
