// What the tables for spreadsheets share: cells as text, and what every row carries of its data set and the lens.
import { stringify } from 'csv-stringify/sync';
import type { Sign } from '../../model/vocabulary.ts';
import type { Outgoing } from './format.ts';

export type Cells = Record<string, string | number | null>;

/** Signs in words: a spreadsheet would take + and - for the beginning of a formula. */
export const signWords: Record<Sign, string> = {
  '+': 'cooperation',
  '-': 'conflict',
  '±': 'mixed',
  '0': 'neutral',
};

/** What every row carries: its data set with its terms, and through which lens it was seen. */
export const everywhere = [
  'data set',
  'data set version',
  'data set load',
  'citation',
  'licence',
  'marking',
  'question',
  'lens',
  'program',
  'notes',
];

/** A roll call is in eighteen thousand pairs: so many groups of a claim are named, and of more the number. */
export const MOST_GROUPS = 50;

/** How many rows are turned into text at once. */
const BATCH = 500;

/**
 * Rows as CSV, with a line of column names before them.
 * @param nothing the row that stands where there is none: bare column names would say none, where perhaps nothing is covered
 */
export async function* tableOf(
  rows: AsyncIterable<Cells> | Iterable<Cells>,
  columns: readonly string[],
  nothing: Cells,
): AsyncGenerator<string> {
  yield table([], columns, true);
  let batch: Cells[] = [];
  let isEmpty = true;
  for await (const row of rows) {
    isEmpty = false;
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield table(batch, columns);
    batch = [];
  }
  if (isEmpty) batch = [nothing];
  if (batch.length > 0) yield table(batch, columns);
}

/** Text of rows. A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection). */
function table(rows: readonly Cells[], columns: readonly string[], heading = false): string {
  return stringify([...rows], {
    header: heading,
    columns: [...columns],
    // A spreadsheet takes a file without it for one in its own machine's encoding.
    bom: heading,
    escape_formulas: true,
    record_delimiter: 'windows',
    // By itself the library takes only both letters together for the end of a line.
    quote_record_delimiter: true,
  });
}

/** By data set, what its rows carry of it. */
export function datasetCells({ head }: Outgoing): Map<string, Cells> {
  return new Map(
    head.datasets.map((d) => [
      d.id,
      {
        'data set': d.id,
        'data set version': d.version ?? null,
        'data set load': d.load,
        citation: d.citation ?? null,
        licence: d.licence ?? null,
      },
    ]),
  );
}

export function lensCells({ head }: Outgoing): Cells {
  return {
    marking: head.marking,
    question: head.question,
    lens: head.lens,
    program: head.program,
    notes: head.notes.join(' '),
  };
}

export const list = (items: readonly string[]): string => [...new Set(items)].join('; ');
