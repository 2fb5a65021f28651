// What is told of a format: the menu, the documentation and the API say the same.
import * as z from 'zod';

export const FormatInfo = z.object({
  id: z.string(),
  label: z.string(),
  extension: z.string(),
  mediaType: z.string(),
  lossless: z.boolean(),
  loses: z.array(z.string()),
  reads: z.boolean(),
  writes: z.boolean(),
});
export type FormatInfo = z.infer<typeof FormatInfo>;
