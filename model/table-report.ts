// What reading tables by a mapping came to: rows, claims by arity and kind, what was left out and why, the first in words.
import * as z from 'zod';

/** A text that leads to no entity, how often it stands, and what became of it. */
const Unknown = z.object({
  table: z.string(),
  column: z.string(),
  text: z.string(),
  rows: z.int(),
  line: z.int().describe('Where it stands first.'),
  became: z.enum(['stop', 'skip', 'unnamed']),
});

export const TableReport = z.object({
  dataset: z.string(),
  tables: z.array(
    z.object({
      name: z.string(),
      file: z.string(),
      rows: z.int(),
      left: z.int().describe('Rows that the mapping leaves out by where.'),
    }),
  ),
  claims: z.int(),
  statements: z.int(),
  entities: z.int(),
  sizes: z
    .record(z.string(), z.int())
    .describe('Claims by the number of principals there ever were; "at least n" where not all are known.'),
  kinds: z.record(z.string(), z.int()).describe('Claims by kind; one may have several.'),
  unknown: z.array(Unknown).describe('Codes and names that lead to no entity.'),
  notes: z.array(z.string()).describe('What was left out, joined or changed, each with how often.'),
  first: z.array(z.string()).describe('The first claims in words.'),
});
export type TableReport = z.infer<typeof TableReport>;
