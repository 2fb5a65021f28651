// One thing that is so or is said to be so, with any number of parties. Being stored does not make it true.
import * as z from 'zod';
import { FreeValues } from './free.ts';
import { ClaimId, EntityId } from './id.ts';
import { EdtfEnd, EdtfText, spellOf } from './time.ts';
import { Part } from './vocabulary.ts';

export const modalities = [
  'done',
  'in-force',
  'agreed',
  'announced',
  'planned',
  'alleged',
  'forecast',
  'hypothetical',
] as const;
export const Modality = z.enum(modalities);
export type Modality = z.infer<typeof Modality>;

/** The side of a party that abstains; it is on no side against anybody. */
export const ABSTAIN = 'abstain';

export const Party = z
  .strictObject({
    entity: EntityId,
    role: z.string().min(1).describe('A role of the vocabulary, such as signatory.'),
    part: Part.optional().describe('How it takes part, where the data set overrides what its role says.'),
    side: z
      .string()
      .min(1)
      .optional()
      .describe('Its side in a dispute or a roll call; "abstain" is no side.'),
    from: EdtfEnd.optional().describe('First day of its spell; "[..]" where it is not known.'),
    until: EdtfEnd.optional().describe(
      'Last day of its spell, inclusive; "[2018-12-31..]" where it is not before a day, "[..]" where it is not known.',
    ),
    by: z
      .union([EntityId, z.array(EntityId).min(1)])
      .optional()
      .describe('The person or body that acted for it.'),
  })
  .refine((p) => spellOf(p.from, p.until) !== null, {
    path: ['until'],
    message: 'the spell ends before it starts',
  });
export type Party = z.infer<typeof Party>;

export const Claim = z.strictObject({
  type: z.literal('claim'),
  id: ClaimId,
  title: z.string().min(1),
  short: z.string().min(1).optional().describe('A name of one to three words for the canvas.'),
  kinds: z.array(z.string().min(1)).min(1).describe('Kinds of the vocabulary; the deepest commitment leads.'),
  when: EdtfText.optional().describe('World time as EDTF; absent where it is not known.'),
  modality: Modality,
  incomplete: z.boolean().describe('Whether not all parties are known.'),
  parties: z.array(Party).min(1),
  note: z.string().optional(),
  properties: FreeValues.optional(),
});
export type Claim = z.infer<typeof Claim>;

/** Who acted for a party, as a list. */
export function actingFor(party: Party): EntityId[] {
  return party.by === undefined ? [] : Array.isArray(party.by) ? party.by : [party.by];
}
