// The report on a set of states (MODEL.md section 7): evidence on whether they are a bloc, by data set, without a verdict.
import * as z from 'zod';
import { ClaimId, DatasetId, EntityId } from './id.ts';
import { standing, states } from './judge.ts';
import { Day } from './time.ts';
import { Sign, TieSign } from './vocabulary.ts';

const Claims = z.array(ClaimId);
const Pair = z.tuple([EntityId, EntityId]);
const CertaintyName = z.enum(['sure', 'possible', 'undated']);
const Commitment = z.int().min(1).max(7).nullable();

/** A claim that has all of the states as principals, and who else is in it. */
export const JointClaim = z.object({
  claim: ClaimId,
  certainty: CertaintyName,
  joins: TieSign.nullable().describe(
    'The sign that it gives all their pairs; null where it does not tie all.',
  ),
  acting: z.boolean().describe('Whether all of them are actors in it.'),
  others: z.array(EntityId).describe('The other principals.'),
  alike: z.array(EntityId).describe('Those of them that it ties to all of the states as it ties the states.'),
  rivals: z.array(EntityId).describe('Those of them that are tied negatively with some of the states.'),
  elsewhere: z.array(EntityId).describe('Those of them that others bind more deeply, without these states.'),
});
export type JointClaim = z.infer<typeof JointClaim>;

/** Joint claims of one commitment, kind and state. */
export const JointLine = z.object({
  commitment: Commitment,
  kind: z.string(),
  state: z.enum(states),
  stands: z.boolean(),
  claims: z.array(JointClaim),
});
export type JointLine = z.infer<typeof JointLine>;

/** Ties of one pair of one sign, commitment and kind; `own` by claims of these two alone. */
export const PairTies = z.object({
  sign: TieSign,
  commitment: Commitment,
  kind: z.string(),
  own: z.boolean(),
  asserted: Claims,
  contested: Claims,
  unverified: Claims,
  possible: Claims,
  undated: Claims,
});
export type PairTies = z.infer<typeof PairTies>;

export const PairLine = z.object({
  pair: Pair,
  /** Surely tied with both signs: never netted. */
  mixed: z.boolean(),
  ties: z.array(PairTies),
});
export type PairLine = z.infer<typeof PairLine>;

/** A state that carries all ties of two among the states, at commitments from and up to. */
const HubLine = z.object({
  commitment: Commitment.describe('At least this commitment; null: of all claims.'),
  hub: EntityId,
  spokes: z.array(EntityId),
  apart: z.array(EntityId).describe('States that nobody of them is tied to.'),
  claims: Claims,
});

/** Claims among at least two of the states that are not simply asserted, by state. */
export const UnsettledLine = z.object({
  state: z.enum(states),
  claims: z.array(z.object({ claim: ClaimId, among: z.array(EntityId) })),
});
export type UnsettledLine = z.infer<typeof UnsettledLine>;

const Standing = z.object({
  claim: ClaimId,
  state: z.enum(standing as ['asserted', 'contested', 'unverified']),
});

/** What stands from one threshold to another; what follows from it counts what is sure. */
export const FiltrationStep = z.object({
  from: z.int(),
  until: z.int(),
  unknown: z.boolean().describe('Whether statements of unknown confidence count at it.'),
  pairs: z.array(z.object({ pair: Pair, certainty: CertaintyName, claims: z.array(Standing) })),
  joint: z.array(Standing.extend({ certainty: CertaintyName, joins: TieSign.nullable() })),
  tied: z.object({ size: z.int(), subsets: z.array(z.array(EntityId)) }),
  joined: z.object({
    size: z.int(),
    subsets: z.array(z.object({ states: z.array(EntityId), claims: Claims })),
  }),
  hub: EntityId.nullable(),
});
export type FiltrationStep = z.infer<typeof FiltrationStep>;

/** The steps of one commitment, from threshold 0 to 100. */
export const FiltrationLevel = z.object({
  commitment: Commitment.describe('At least this commitment; null: all claims.'),
  steps: z.array(FiltrationStep),
});
export type FiltrationLevel = z.infer<typeof FiltrationLevel>;

/** Three of the states with the signs of their own ties, and what they make together. */
export const Triad = z.object({
  states: z.tuple([EntityId, EntityId, EntityId]),
  verdict: z.enum(['balanced', 'unbalanced', 'indeterminate', 'not-closed']),
  ties: z.array(z.object({ pair: Pair, sign: Sign.nullable(), claims: Claims })),
  because: z.array(
    z.object({ pair: Pair, why: z.enum(['mixed', 'joint', 'possible', 'none']), claims: Claims }),
  ),
});
export type Triad = z.infer<typeof Triad>;

/** Somebody else who is joined to all of the states: by one claim, or by claims of two with each of them. */
const AlsoLine = z.object({
  entity: EntityId,
  how: z.enum(['one-claim', 'pairs']),
  sure: z.boolean(),
  claims: Claims,
});

/** How old what is told is: what the data set covers until, and the newest that was published, recorded, loaded. */
const Age = z.object({
  coveredUntil: z.string().nullable(),
  published: Day.nullable(),
  recorded: Day.nullable(),
  loaded: z.string(),
});

/** Lines of one part of the report, with the query that they rest on, as it is named in the answer. */
const section = <T extends z.ZodType>(line: T) => z.object({ query: z.string(), lines: z.array(line) });

/** The report by one data set: nothing is summed over data sets. */
export const BlocPart = z.object({
  dataset: DatasetId,
  joint: section(JointLine),
  /** The deepest commitment that stands: of a claim that joins all of them, and of a tie of any two. */
  deepest: z.object({
    query: z.string(),
    joint: z.object({ commitment: z.int(), claims: Claims }).nullable(),
    tie: z
      .object({
        commitment: z.int(),
        ties: z.array(z.object({ pair: Pair, own: z.boolean(), claims: Claims })),
      })
      .nullable(),
  }),
  pairs: section(PairLine),
  hubs: section(HubLine),
  unsettled: section(UnsettledLine),
  filtration: z.object({ query: z.string(), levels: z.array(FiltrationLevel) }),
  balance: section(Triad),
  also: section(AlsoLine),
  elsewhere: section(
    z.object({
      entity: EntityId,
      commitment: z.int(),
      partners: z.array(EntityId).describe('Others of the same joint claims that are in it too.'),
      claims: Claims,
    }),
  ),
  age: Age,
});
export type BlocPart = z.infer<typeof BlocPart>;

export const Bloc = z.object({
  states: z.array(EntityId),
  datasets: z.array(BlocPart),
  /** Evidence that others in joint claims are rivals, from all data sets looked at, of the time asked about and before. */
  rivals: section(
    z.object({
      entity: EntityId,
      state: EntityId,
      dataset: DatasetId,
      kind: z.string(),
      count: z.int(),
      first: Day.nullable(),
      last: Day.nullable(),
      claims: Claims,
    }),
  ),
});
export type Bloc = z.infer<typeof Bloc>;
