// The folder with the field's own files: what the tests of this folder run on, and what is read of them by hand.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as stream } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { readSettings } from '../../server/settings.ts';

export type Cells = Record<string, string>;

/**
 * The path of a file in the folder that ENTENTE_TEST_DATA names.
 * @throws Error in one sentence where there is no such folder, or no such file in it
 */
export function dataFile(...parts: string[]): string {
  const folder = readSettings().ENTENTE_TEST_DATA;
  if (folder === '' || !existsSync(folder)) throw new Error(whatToDo(folder));
  const file = path.join(folder, ...parts);
  if (!existsSync(file))
    throw new Error(
      `There is no ${parts.join('/')} in ${folder}: docs/mappings.md tells where to get the files.`,
    );
  return file;
}

/** What to do where the folder is not there. */
export const whatToDo = (folder: string): string =>
  `ENTENTE_TEST_DATA must name the folder with the field's files${folder === '' ? '' : `, and there is no ${folder}`}: get them from their makers as docs/mappings.md tells, and put them as CONTRIBUTING.md has them.`;

/** The rows of a small table of the folder. */
export const rowsOf = (...parts: string[]): Cells[] =>
  parse(readFileSync(dataFile(...parts)), { columns: true, bom: true, trim: true }) as Cells[];

/** The rows of a table, one by one, read by nothing of ours. */
export const eachRow = (
  file: string,
  dialect: { delimiter?: string; quote?: false; columns?: string[] } = {},
): AsyncIterable<Cells> =>
  createReadStream(file).pipe(stream({ columns: true, bom: true, trim: true, ...dialect }));
