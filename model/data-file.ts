// The native file as people write it: a data set with its sources, entities and claims, statements nested under claims.
import * as z from 'zod';
import { Claim, Modality, Party } from './claim.ts';
import { Dataset } from './dataset.ts';
import { Entity } from './entity.ts';
import { OwnId } from './id.ts';
import { Source } from './source.ts';
import { Quote, Statement } from './statement.ts';

const FileStatement = Statement.omit({ type: true, id: true, claim: true }).extend({
  source: z.string().min(1).describe('Id of a source, or its short key in this file.'),
  confidence: Statement.shape.confidence.optional(),
  basis: Statement.shape.basis.default('stated'),
  quote: z
    .union([z.string().min(1), Quote])
    .optional()
    .describe('The words, or an object with exact, prefix, suffix.'),
});

const FileClaim = Claim.omit({ type: true, id: true, kinds: true }).extend({
  id: OwnId.describe("The claim's own id; the data set goes before it by itself."),
  kind: z.string().min(1).optional().describe('Its kind; or kinds, where it has several.'),
  kinds: Claim.shape.kinds.optional(),
  modality: Modality.default('done'),
  incomplete: z.boolean().default(false),
  parties: z.array(Party).min(1),
  statements: z.array(FileStatement).min(1, 'a claim needs at least one statement'),
});

/** The shape of a YAML data file. A JSON Schema of it lets editors complete and check the file. */
export const DataFile = z.strictObject({
  $schema: z.string().optional(),
  dataset: Dataset.omit({ type: true }).extend({
    coverage: Dataset.shape.coverage.default([]),
    start: z
      .strictObject({
        states: z.array(z.string()),
        heading: z.string().optional(),
        text: z.string().optional(),
        claims: z
          .array(z.strictObject({ claim: OwnId, heading: z.string().min(1), text: z.string() }))
          .max(12)
          .default([]),
      })
      .optional(),
  }),
  sources: z
    .array(
      Source.omit({ type: true, dataset: true }).extend({
        key: z
          .string()
          .regex(/^[a-z0-9-]+$/)
          .optional()
          .describe('A short name for this source within the file.'),
      }),
    )
    .default([]),
  entities: z.array(Entity.omit({ type: true, dataset: true })).default([]),
  claims: z.array(FileClaim).default([]),
});
export type DataFile = z.infer<typeof DataFile>;
