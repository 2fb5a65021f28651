// Chains of claims between two entities: their links, the weakest of them, and what would break them.
import * as z from 'zod';
import { Confidence } from './confidence.ts';
import { ClaimId, DatasetId, EntityId } from './id.ts';
import { standing } from './judge.ts';
import { Part, Sign } from './vocabulary.ts';

const Claims = z.array(ClaimId);
const CertaintyName = z.enum(['sure', 'possible']);

/** Where an entity stands in a claim: as a principal, or acting for one. */
export const Place = z.object({
  entity: EntityId,
  part: Part,
  side: z.string().nullable(),
  for: EntityId.nullable().describe('For whom it acts; null where it is a principal itself.'),
  sure: z.boolean(),
});
export type Place = z.infer<typeof Place>;

/** One claim of a chain, between two who are in it. */
export const PathLink = z.object({
  claim: ClaimId,
  from: EntityId,
  to: EntityId,
  sign: Sign.nullable().describe('Of the tie between the two; null where one acts for the other.'),
  state: z.enum(standing as ['asserted', 'contested', 'unverified']),
  for: Confidence,
  certainty: CertaintyName,
});
export type PathLink = z.infer<typeof PathLink>;

/** A chain: no claim and no entity is in it twice. */
export const Path = z.object({
  links: z.array(PathLink).min(1),
  datasets: z.array(DatasetId).describe('Of its claims; more than one where it crosses data sets.'),
  certainty: CertaintyName,
  /** The lowest number for one of its claims, and which have it; unknown ones are named apart. */
  weakest: z.object({ for: Confidence, claims: Claims }),
  unknown: Claims,
  /** The lowest threshold at which some claim of it no longer stands, and which; null where all stand up to 100. */
  breaks: z.object({ threshold: z.int().nullable(), claims: Claims }),
});
export type Path = z.infer<typeof Path>;

export const Paths = z.object({
  from: EntityId,
  to: EntityId,
  longest: z.int().describe('The longest chain looked for, in claims.'),
  shortest: z.array(Path).describe('The shortest by number of claims.'),
  strongest: z.array(Path).describe('Those whose weakest link is the strongest.'),
  needed: Claims.describe(
    'Claims that every chain of at most that length needs: without one of them there is none.',
  ),
  breaksAt: z.int().nullable().describe('The lowest threshold that breaks all chains that are told.'),
  exact: z.boolean().describe('Whether everything of that length was looked at.'),
});
export type Paths = z.infer<typeof Paths>;
