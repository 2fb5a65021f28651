// datapackage.json: what the package says of itself and of its tables (Frictionless, Tabular Data Package v1).
import type { Head } from '../head.ts';
import { type Table, tableNames, tables } from './tables.ts';

export const DESCRIPTOR = 'datapackage.json';
export const fileOf = (table: string): string => `${table}.csv`;

const HOW = [
  'Claims that sources make about states, with who says so and how sure. One row in claims.csv is one claim; its parties are rows of parties.csv, and who says so rows of statements.csv.',
  'An empty cell is not known: a confidence that is empty is neither 0 nor 50.',
  'Columns that begin with "computed_" are worked out through the lens that stands under "entente", and are not read back.',
  'An apostrophe before =, +, -, @ and the like keeps spreadsheets from running a cell; a cell with nothing but an apostrophe is an empty text. Take it away before you compare texts.',
  'Pairs are not in this package: they are derived from claims, and no source states them.',
].join(' ');

/** The text of datapackage.json. Our own keys stand before the tables, so that they are seen first. */
export function descriptorOf(head: Head): string {
  const licences = [...new Set(head.datasets.flatMap((d) => d.licence ?? []))];
  const descriptor = {
    profile: 'tabular-data-package',
    name: `entente-${head.question}`,
    title: `Entente: ${head.datasets.map((d) => d.title).join('; ') || head.question}`,
    entente: { tables: 1, ...head },
    description: HOW,
    ...(licences.length === 0 ? {} : { licenses: licences.map(licence) }),
    sources: head.datasets.map((d) => ({ title: d.citation ?? d.title })),
    resources: tableNames.map((name) => resource(tables[name])),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

/** A licence's name is an id of letters, digits, dots and hyphens; the text as it is given is its title. */
const licence = (title: string) => ({
  name: title.replace(/[^-A-Za-z0-9._]+/g, '-').replace(/^-+|-+$/g, '') || 'other',
  title,
});

function resource({ name, title, columns, primaryKey, foreignKeys }: Table) {
  return {
    profile: 'tabular-data-resource',
    name,
    title,
    path: fileOf(name),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: columns,
      missingValues: [''],
      primaryKey,
      ...(foreignKeys.length === 0
        ? {}
        : {
            foreignKeys: foreignKeys.map(([fields, table, to]) => ({
              fields,
              reference: { resource: table, fields: to },
            })),
          }),
    },
  };
}
