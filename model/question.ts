// A question described: what its Cypher file's head says, and the filters that every question takes.
import * as z from 'zod';
import { modalities } from './claim.ts';
import { EntityId } from './id.ts';
import { states } from './judge.ts';
import { Day } from './time.ts';
import { contexts, natures, signs } from './vocabulary.ts';

/** How many states a question takes; where none are given it is about the whole world, unless it needs some. */
const StatesParameter = z.object({ min: z.int(), max: z.int().nullable(), needed: z.boolean() });

export const Question = z.object({
  id: z.string(),
  label: z.string(),
  description: z.string(),
  /** What its count counts: claims, groups of claims (pairs, triads, hubs), ties by pair, chains, or changes. */
  counts: z.enum(['claim', 'group', 'pair', 'path', 'change']),
  /** What a lens without a date means for it: one day, or the whole life. */
  over: z.enum(['day', 'life']),
  states: StatesParameter,
});
export type Question = z.infer<typeof Question>;

/** What a question may be narrowed to (MODEL.md section 6). Empty lists mean all. */
export const Filters = z.object({
  states: z.array(EntityId).describe('The states in question; none means the whole world.'),
  kind: z.array(z.string().regex(/^[a-z0-9-]+$/)).describe('Kinds of claim.'),
  nature: z.array(z.enum(natures)),
  context: z.array(z.enum(contexts)),
  modality: z.array(z.enum(modalities)),
  sign: z
    .array(z.enum(signs))
    .describe('Signs of claims; for triads the sign of the ties, + unless told otherwise.'),
  state: z.array(z.enum(states)).describe('States of claims.'),
  commitment: z
    .int()
    .min(1)
    .max(7)
    .nullable()
    .describe('At least this commitment; claims without one drop out.'),
});
export type Filters = z.infer<typeof Filters>;

export const noFilters: Filters = {
  states: [],
  kind: [],
  nature: [],
  context: [],
  modality: [],
  sign: [],
  state: [],
  commitment: null,
};

/** The longest chain of claims that may be asked for, and the one that is where nothing is said. */
export const LONGEST = 6;
export const USUAL_LENGTH = 4;

/** What only one question takes. */
export const Options = z.object({
  length: z
    .int()
    .min(1)
    .max(LONGEST)
    .nullable()
    .describe('The longest chain of claims, for paths; null: the usual one.'),
  since: Day.nullable().describe('The earlier day of the world, for changes.'),
  knew: Day.nullable().describe('The earlier day of knowledge, for changes.'),
});
export type Options = z.infer<typeof Options>;

export const noOptions: Options = { length: null, since: null, knew: null };
