// A document or a published data set that statements come from.
import * as z from 'zod';
import { Marking, Reliability } from './confidence.ts';
import { DatasetId, SourceId, TextHash } from './id.ts';
import { EdtfText } from './time.ts';

export const Source = z.strictObject({
  type: z.literal('source'),
  id: SourceId,
  dataset: DatasetId,
  title: z.string().min(1),
  publisher: z.string().optional(),
  published: EdtfText.optional().describe('When it was published, as EDTF.'),
  url: z.url().optional(),
  licence: z.string().optional(),
  citation: z.string().optional(),
  reliability: Reliability.optional().describe('NATO Admiralty code, A to F.'),
  textHash: TextHash.optional().describe('SHA-256 of the text that quotes are checked against.'),
  marking: Marking.optional(),
  note: z.string().optional(),
});
export type Source = z.infer<typeof Source>;
