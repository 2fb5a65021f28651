// What a data set keeps on an entry beside the model, by its own names.
import * as z from 'zod';

/** Such as a coder's own code, or an attribute of a file of another program. */
const FreeValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).min(1)]);

export const FreeValues = z.record(z.string().min(1), FreeValue);
export type FreeValues = z.infer<typeof FreeValues>;
