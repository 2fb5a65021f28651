// What was loaded together: a data set, its terms, what it covers, and where to start looking.
import * as z from 'zod';
import { Marking } from './confidence.ts';
import { FreeValues } from './free.ts';
import { ClaimId, DatasetId, EntityId } from './id.ts';
import { EdtfDate } from './time.ts';

/** What a data set looks at: outside of it its silence says nothing. */
export const Coverage = z.strictObject({
  kinds: z.array(z.string()).min(1).optional().describe('The kinds it covers; all where absent.'),
  from: EdtfDate.optional(),
  until: EdtfDate.optional(),
  exhaustive: z.boolean().describe('Whether what is not in it, within this coverage, is said not to be.'),
  note: z.string().optional(),
});
export type Coverage = z.infer<typeof Coverage>;

/** A place on the canvas, in model units. */
const Place = z.tuple([z.number(), z.number()]);

export const Dataset = z.strictObject({
  type: z.literal('dataset'),
  id: DatasetId,
  title: z.string().min(1),
  short: z.string().optional().describe('A title of a few words for the header.'),
  version: z.string().optional(),
  publisher: z.string().optional(),
  url: z.url().optional(),
  licence: z.string().optional(),
  citation: z.string().optional(),
  description: z.string().optional(),
  coder: z.string().optional().describe('Who graded the statements.'),
  marking: Marking.optional(),
  coverage: z.array(Coverage),
  start: z
    .strictObject({
      states: z.array(EntityId).describe('The states in question at first.'),
      heading: z.string().optional(),
      text: z.string().optional(),
      claims: z
        .array(z.strictObject({ claim: ClaimId, heading: z.string().min(1), text: z.string() }))
        .max(12),
    })
    .optional(),
  places: z
    .strictObject({
      alignment: z.record(z.string(), Place).optional(),
      claims: z.record(z.string(), Place).optional(),
    })
    .optional()
    .describe('Saved places on the canvas by business key.'),
  properties: FreeValues.optional().describe('What the file it came in says of itself beside the model.'),
});
export type Dataset = z.infer<typeof Dataset>;
