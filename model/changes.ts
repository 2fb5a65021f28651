// What changed between two days of knowledge, or between two days of the world: each claim before and after.
import * as z from 'zod';
import { Confidence } from './confidence.ts';
import { ClaimId, DatasetId, EntityId } from './id.ts';
import { states } from './judge.ts';
import { Day } from './time.ts';
import { Sign } from './vocabulary.ts';

/**
 * What can have happened to a claim: it is new, or gone (withdrawn, where what is known changed); its state or standing
 * turned; a number for or against it went up, down, was given where there was none, or is not known any more; principals
 * joined or left it.
 */
export const happenings = [
  'new',
  'gone',
  'withdrawn',
  'turned',
  'raised',
  'lowered',
  'graded',
  'ungraded',
  'joined',
  'left',
] as const;
const What = z.enum(happenings);
export type What = z.infer<typeof What>;

/** A claim as it is judged on one of the two days. */
const Side = z.object({
  principals: z.array(EntityId),
  sign: Sign,
  state: z.enum(states).nullable(),
  for: Confidence,
  against: Confidence,
  originsFor: z.int(),
  originsAgainst: z.int(),
  stands: z.boolean(),
  certainty: z.enum(['sure', 'possible', 'undated']),
});

export const Change = z.object({
  claim: ClaimId,
  what: z.array(What).min(1),
  /** Null where the claim does not hold on that day. */
  before: Side.nullable(),
  after: Side.nullable(),
  joined: z.array(EntityId),
  left: z.array(EntityId),
  certainty: z.enum(['sure', 'possible']).describe('Possible where only some reading of a date gives it.'),
});
export type Change = z.infer<typeof Change>;

const Counts = z.record(DatasetId, z.partialRecord(What, z.int()));

export const Changes = z.object({
  between: z.enum(['world', 'knowledge']),
  from: Day,
  to: Day,
  /** How many claims each happened to, surely and possibly; by data set, for nothing is summed over data sets. */
  sure: Counts,
  possible: Counts,
  uncovered: z
    .array(DatasetId)
    .describe('Data sets that do not cover the earlier day: all of theirs seems new.'),
  rows: z.array(Change),
});
export type Changes = z.infer<typeof Changes>;

/** Whether a claim stands on the later day, or stood on the earlier one where it is there no more. */
export const doesStand = ({ before, after }: Change): boolean =>
  (after === null || after.state === null ? before : after)?.stands === true;

/** Claims that came to have all of some entities as principals between the two days, and those that have them no more. */
interface Together {
  came: Change[];
  ceased: Change[];
}

/**
 * Which claims came to join all of these, or joined all and do so no more. Only what stands joins anybody.
 * @param ids two or more; of fewer nothing is told
 */
export function togetherIn(rows: readonly Change[], ids: readonly EntityId[]): Together {
  const has = (side: Change['before']) =>
    side?.stands === true && ids.every((id) => side.principals.includes(id));
  const told = ids.length < 2 ? [] : rows;
  return {
    came: told.filter((r) => has(r.after) && !has(r.before)),
    ceased: told.filter((r) => has(r.before) && !has(r.after)),
  };
}
