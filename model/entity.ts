// Someone or something that claims are about: a state, a person, an organisation, a group that a source leaves unnamed.
import * as z from 'zod';
import { FreeValues } from './free.ts';
import { DatasetId, EntityId, SourceId } from './id.ts';
import { EdtfEnd } from './time.ts';

/** The second labels of Entity in the graph; a closed list, for labels are set from it. */
const labels = ['State', 'Person', 'Organization', 'Group', 'Place', 'Weapon', 'Thing'] as const;
export const Label = z.enum(labels);
export type Label = z.infer<typeof Label>;

/** Why somebody may act for a party: an office, with its first and last day. */
export const Representation = z.strictObject({
  entity: EntityId.describe('The state or body that is represented.'),
  office: z.string().min(1),
  from: EdtfEnd.optional(),
  until: EdtfEnd.optional(),
  source: SourceId.optional(),
});
export type Representation = z.infer<typeof Representation>;

export const Entity = z.strictObject({
  type: z.literal('entity'),
  id: EntityId,
  dataset: DatasetId.nullable().describe('The data set that declares it; null for the vocabulary.'),
  label: Label,
  names: z
    .record(
      z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'write a language tag such as en'),
      z.string().min(1),
    )
    .refine((names) => 'en' in names, 'an English name, "en", is needed'),
  aliases: z.array(z.string().min(1)).optional(),
  unnamed: z
    .boolean()
    .optional()
    .describe('A group or voice that the source leaves unnamed; never resolved to a list.'),
  wikidata: z
    .string()
    .regex(/^Q\d+$/)
    .optional(),
  iso3: z.string().optional(),
  iso2: z.string().optional(),
  isoNumeric: z.string().optional(),
  cow: z.array(z.string()).optional(),
  cowLetters: z.array(z.string()).optional(),
  lon: z.number().optional(),
  lat: z.number().optional(),
  note: z.string().optional(),
  represents: z.array(Representation).optional(),
  properties: FreeValues.optional(),
});
export type Entity = z.infer<typeof Entity>;
