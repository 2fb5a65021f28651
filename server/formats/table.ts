// Tables: any CSV or TSV, by a mapping that says how its rows become claims (docs/mappings.md).
import { InvalidError } from '../errors.ts';
import type { DecodedEntry, Format } from './format.ts';

export const table: Format = {
  id: 'table',
  label: 'Table by a mapping',
  extension: 'csv',
  mediaType: 'text/csv',
  lossless: false,
  forms: [],
  loses: ['columns that the mapping does not name'],
  decode: withoutMapping,
};

/** A table by itself does not say what its rows are; with a mapping `decodeTable` reads it. */
// biome-ignore lint/correctness/useYield: it gives no entry, and says why
async function* withoutMapping(): AsyncGenerator<DecodedEntry> {
  throw new InvalidError(
    'invalid-file',
    'a table needs a mapping: --mapping NAME takes a shipped one, entente mapping draft FILE writes one to edit',
  );
}
