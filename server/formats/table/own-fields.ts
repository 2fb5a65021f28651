// What a claim says of itself stands in each of its rows: the first row counts, and rows that say otherwise are told.
import type { ClaimsSpec } from '../../../model/mapping.ts';
import type { DateSpec, Word } from '../../../model/mapping-values.ts';
import type { Row } from './quoted.ts';
import { cellOf, type TableSource } from './source.ts';
import type { Tally } from './tally.ts';
import { columnsIn } from './words.ts';

const wordColumns = (word: Word | undefined): string[] =>
  typeof word === 'string' ? [word] : word !== undefined && 'column' in word ? [word.column] : [];

/** The columns of a date. */
export function dateColumns(date: DateSpec | undefined): string[] {
  if (date === undefined || typeof date === 'string') return date === undefined ? [] : [date];
  if ('is' in date) return [];
  if ('column' in date) return [date.column].flat();
  return [date.year, date.month, date.day].filter((column) => column !== undefined);
}

/** The fields of a claim and its statement by name, each with the columns it is read from. */
function ownFields(spec: ClaimsSpec): [string, string[]][] {
  const { when, incomplete, statement } = spec;
  const { confidence } = statement;
  const templates = (...all: (string | undefined)[]) => all.flatMap((t) => columnsIn(t ?? ''));
  const fields: [string, string[]][] = [
    ['title', templates(...[spec.title].flat())],
    ['short', templates(spec.short)],
    ['note', templates(spec.note)],
    ['modality', wordColumns(spec.modality)],
    ['incomplete', typeof incomplete === 'boolean' ? [] : [incomplete.column]],
    [
      'when',
      when === undefined || when === 'parties'
        ? []
        : 'date' in when
          ? dateColumns(when.date)
          : [...dateColumns(when.from), ...dateColumns(when.until)],
    ],
    [
      'confidence',
      confidence === undefined ? [] : [typeof confidence === 'string' ? confidence : confidence.column],
    ],
    ['credibility', wordColumns(statement.credibility)],
    ['likelihood', wordColumns(statement.likelihood)],
    ['locator', templates(statement.locator)],
    ['recordedAt', dateColumns(statement.recordedAt)],
    ['note of the statement', templates(statement.note)],
    ...Object.entries(spec.properties ?? {}).map(([name, property]): [string, string[]] => [
      `property ${name}`,
      [typeof property === 'string' ? property : property.column],
    ]),
  ];
  return fields.filter(([, columns]) => columns.length > 0);
}

/** Compares a later row of a claim with its first: what is empty says nothing, what differs goes to the tally. */
export function comparing(
  source: TableSource,
  spec: ClaimsSpec,
  tally: Tally,
): (claim: number, first: Row, row: Row) => void {
  const id = new Set(columnsIn(spec.id ?? ''));
  const fields = ownFields(spec).map(([field, columns]) => ({
    field,
    cells: [...new Set(columns)]
      .filter((column) => !id.has(column))
      .map((column) => cellOf(source, column, '/claims')),
  }));
  return (claim, first, row) => {
    for (const { field, cells } of fields)
      for (const cell of cells) {
        const text = cell(row);
        if (text === '' || text === cell(first)) continue;
        tally.differ(field, claim, { line: first.line, text: cell(first) }, { line: row.line, text });
        break;
      }
  };
}
