// What is told of a format: the menu, the documentation and the API say the same.
import * as z from 'zod';
import { Form } from './export.ts';

export const FormatInfo = z.object({
  id: z.string(),
  label: z.string(),
  extension: z.string(),
  mediaType: z.string(),
  lossless: z.boolean(),
  loses: z.array(z.string()),
  /** What it can write; the first is what it writes where nothing is said. None where it only reads. */
  forms: z.array(Form),
  reads: z.boolean(),
  writes: z.boolean(),
});
export type FormatInfo = z.infer<typeof FormatInfo>;
