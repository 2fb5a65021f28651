// How a table is written: the dialect words of W3C CSV on the Web, and a few beside them.
import * as z from 'zod';

/** A table of a mapping. The words are those of CSVW's dialect description where it has them. */
export const Table = z.strictObject({
  file: z
    .string()
    .min(1)
    .optional()
    .describe('Its usual file name: a file of that name on the command line is this table.'),
  delimiter: z.string().min(1).default(',').describe('What parts the cells of a row; "\\t" for TAB.'),
  header: z.boolean().default(true).describe('Whether the first row has the names of the columns.'),
  columns: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('The names of the columns, in order, where the table has no header.'),
  encoding: z.string().default('utf-8').describe('Its encoding, such as utf-8 or windows-1252.'),
  quoteChar: z
    .string()
    .length(1)
    .or(z.literal('none'))
    .default('"')
    .describe('What stands around a cell that has the delimiter in it; "none" where quotes mean nothing.'),
  doubleQuote: z
    .boolean()
    .default(true)
    .describe('Whether a quote within quotes is written twice; false where a backslash stands before it.'),
  commentPrefix: z.string().min(1).optional().describe('Lines that begin with it are passed over.'),
  skipRows: z.int().min(0).default(0).describe('How many lines stand before the header.'),
  null: z
    .array(z.string())
    .default([''])
    .describe('Texts of a cell that mean nothing is there; write the word in quotes: "null": ["", NA].'),
  trim: z.boolean().default(true).describe('Whether blanks around a cell are taken away.'),
  badBytes: z
    .enum(['stop', 'replace'])
    .default('stop')
    .describe('What to do with bytes that are not of the encoding: stop, or read a mark in their place.'),
  ragged: z
    .enum(['stop', 'fill'])
    .default('stop')
    .describe('What to do with a row that has fewer cells than the header: stop, or take the rest as empty.'),
});
export type Table = z.infer<typeof Table>;
