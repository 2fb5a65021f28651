// What the API says of a file before it is imported, and while it is.
import * as z from 'zod';
import { Problem } from './problem.ts';
import { Report } from './report.ts';

/** How much of a file is looked at to tell what it is, in bytes: its beginning. */
export const HEAD_BYTES = 2_000_000;

/** A table of a mapping, and the usual name of its file where the mapping tells one. */
const TableOf = z.object({ name: z.string(), file: z.string().nullable() });

/** A mapping, as far as one has to know it to bring its tables. */
export const MappingInfo = z.object({
  id: z.string().nullable().describe('The name of a shipped mapping; null for one that is brought.'),
  title: z.string().describe('Title of the data set.'),
  tables: z.array(TableOf),
});
export type MappingInfo = z.infer<typeof MappingInfo>;

/** `POST /api/imports/recognise`: what a file is, by its content. */
export const Recognised = z.discriminatedUnion('is', [
  z.object({ is: z.literal('entries'), format: z.string().describe('Id of its format.') }),
  z.object({
    is: z.literal('table'),
    fits: z
      .array(z.object({ mapping: MappingInfo, table: z.string().describe('Which of its tables this is.') }))
      .describe('The shipped mappings whose columns it has, the best first.'),
    draft: z
      .string()
      .nullable()
      .describe('A mapping guessed from it, as YAML, to be edited; null where a shipped one fits.'),
  }),
  z.object({ is: z.literal('mapping'), mapping: MappingInfo }),
]);
export type Recognised = z.infer<typeof Recognised>;

/** How far an import is. */
export const ImportProgress = z.object({
  stage: z.enum(['read', 'write']).describe('Files are read and checked whole before anything is written.'),
  done: z.int(),
  total: z.int().describe('Of bytes while it reads, of entries and parties while it writes.'),
  lines: z.int().optional().describe('Lines read so far, while it reads.'),
  what: z.string().describe('What is being read or written.'),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

/** A line of `POST /api/imports?progress=1`: the last is the report, or what is wrong. */
export const ImportLine = z.union([
  z.object({ progress: ImportProgress }),
  z.object({ report: Report }),
  z.object({ problem: Problem }),
]);
export type ImportLine = z.infer<typeof ImportLine>;
