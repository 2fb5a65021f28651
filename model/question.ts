// A question described: what its Cypher file's head says, and the filters that every question takes.
import * as z from 'zod';
import { modalities } from './claim.ts';
import { EntityId } from './id.ts';
import { states } from './judge.ts';
import { contexts, natures, signs } from './vocabulary.ts';

/** How many states a question takes; where none are given it is about the whole world, unless it needs some. */
const StatesParameter = z.object({ min: z.int(), max: z.int().nullable(), needed: z.boolean() });

export const Question = z.object({
  id: z.string(),
  label: z.string(),
  description: z.string(),
  /** What its count counts: claims, or groups of claims (pairs, triads, hubs). */
  counts: z.enum(['claim', 'group', 'pair']),
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
