// What a load did, or would do: the answer of an import, and what the command line writes as JSON.
import * as z from 'zod';
import { QuoteResult } from './statement.ts';
import { TableReport } from './table-report.ts';

/** How many entries of one kind come, change, go and stay. */
export const Counts = z.object({
  created: z.int(),
  changed: z.int(),
  removed: z.int().describe('Of statements: dropped without being superseded.'),
  unchanged: z.int(),
});
export type Counts = z.infer<typeof Counts>;

/** One data set of a load. */
export const DatasetReport = z.object({
  dataset: z.string(),
  title: z.string(),
  load: z
    .string()
    .nullable()
    .describe('The load that is current after it; null in a dry run that would write one.'),
  written: z.boolean().describe('Whether anything is, or would be, written.'),
  counts: z
    .object({ dataset: Counts, source: Counts, entity: Counts, claim: Counts, statement: Counts })
    .describe('Of statements, what is removed is withdrawn: dropped without being superseded.'),
  withdrawn: z.array(z.string()).describe('Ids of the statements that are withdrawn.'),
  quotes: z.partialRecord(QuoteResult, z.int()).describe('How many quotes have which result.'),
  notes: z.array(z.string()),
});
export type DatasetReport = z.infer<typeof DatasetReport>;

export const Report = z.object({
  dryRun: z.boolean(),
  datasets: z.array(DatasetReport),
  table: TableReport.optional().describe('What reading tables by a mapping came to.'),
});
export type Report = z.infer<typeof Report>;
