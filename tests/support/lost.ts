// What formats that lose something take away, and nothing else: by the id of the format, as its `loses` says it.
import type { Entry } from '../../model/entry.ts';

/** Entries as they come back from a file of a format; a format that is not here loses nothing. */
export const afterLoss: Record<string, (entries: readonly Entry[]) => Entry[]> = {};
