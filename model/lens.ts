// The lens: how one looks. Which data sets, from what confidence on, by which rule, when, and as known when.
import * as z from 'zod';
import { Marking, markingsAbove } from './confidence.ts';
import { DatasetId } from './id.ts';
import { Day, MAX_DAY, MIN_DAY } from './time.ts';

export const rules = ['highest', 'lowest'] as const;

export const Lens = z.object({
  datasets: z.array(DatasetId).describe('The data sets looked at; none means all.'),
  threshold: z.int().min(0).max(100).describe('Statements count from this confidence on.'),
  unknown: z.boolean().nullable().describe('Whether unknown confidence counts; null: only at threshold 0.'),
  rule: z.enum(rules).describe('Which number of several: the highest or the lowest.'),
  origins: z.int().min(1).max(99).describe('Independent asserting origins that a claim needs to stand.'),
  from: Day.nullable().describe('First day of the world time looked at.'),
  until: Day.nullable().describe('Last day of the world time looked at, inclusive.'),
  over: z
    .enum(['day', 'life'])
    .nullable()
    .describe("A range means one day of it or the claim's whole life; null: as the question does."),
  known: Day.nullable().describe('As known on this day; null: as known now.'),
  clock: z.enum(['public', 'held']).describe('Known by publication, or by when it was recorded here.'),
  marking: Marking.nullable().describe('Statements count up to this marking (TLP 2.0); null: all of them.'),
});
export type Lens = z.infer<typeof Lens>;

export const defaultLens: Lens = {
  datasets: [],
  threshold: 0,
  unknown: null,
  rule: 'highest',
  origins: 1,
  from: null,
  until: null,
  over: null,
  known: null,
  clock: 'public',
  marking: null,
};

/** The lens with nothing left open, as `lens.cypher` and `judge` take it. */
export interface ResolvedLens {
  threshold: number;
  unknown: boolean;
  rule: 'highest' | 'lowest';
  origins: number;
  /** Both null where no world time is asked; else both set. */
  from: Day | null;
  until: Day | null;
  over: 'day' | 'life';
  known: Day | null;
  clock: 'public' | 'held';
  /** Markings of which no statement counts, be it its own or its source's. */
  above: Marking[];
}

/**
 * Fills in what a lens leaves open.
 * @param over what the question means where the reader did not choose
 * Source: MODEL.md section 3 (keep unknown: on at threshold 0, off above) and section 4 (`over`).
 */
export function resolveLens(lens: Lens, over: 'day' | 'life' = 'day'): ResolvedLens {
  const dated = lens.from !== null || lens.until !== null;
  return {
    threshold: lens.threshold,
    unknown: lens.unknown ?? lens.threshold === 0,
    rule: lens.rule,
    origins: lens.origins,
    from: dated ? (lens.from ?? MIN_DAY) : null,
    until: dated ? (lens.until ?? MAX_DAY) : null,
    over: lens.over ?? (dated ? 'day' : over),
    known: lens.known,
    clock: lens.clock,
    above: markingsAbove(lens.marking),
  };
}
