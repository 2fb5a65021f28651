// How a mapping reads one value out of a row: a word, an entity, a date, a condition, a text put together.
import * as z from 'zod';
import { EntityId } from './id.ts';

/** A text of a cell, as it stands in the table; `-9` and `01` are texts. */
const CellText = z.string();
/** The name of a column. */
export const Column = z.string().min(1).meta({ id: 'Column', description: 'A column, by its name.' });
/** A text with columns in braces, such as `"{rcid}"` or `"{short} ({_when})"`. */
export const Template = z.string().min(1).meta({
  id: 'Template',
  description:
    'A text with columns in braces, such as "{name}, {year}". In titles also {_parties}, {_kind} and {_when}.',
});

/** When a row or a value is meant. */
export const Condition = z
  .strictObject({
    column: Column.describe('The column that is looked at.'),
    is: z.array(CellText).min(1).optional().describe('One of these texts stands in the cell.'),
    not: z.array(CellText).min(1).optional().describe('None of these texts stands in the cell.'),
    empty: z.boolean().optional().describe('Whether the cell is empty.'),
  })
  .refine((c) => [c.is, c.not, c.empty].filter((x) => x !== undefined).length === 1, {
    message: 'a condition has one of is, not and empty',
  })
  .meta({ id: 'Condition' });
export type Condition = z.infer<typeof Condition>;

/** A word of the model, such as a role: the text of a column, a constant, or a text by a table of values. */
export const Word = z
  .union([
    Column.describe('A column whose text is the word.'),
    z.strictObject({ is: z.string().min(1).describe('The same for every row.') }),
    z.strictObject({
      column: Column,
      values: z.record(CellText, z.string().min(1)).optional().describe('Text of the cell to word.'),
      otherwise: z.string().min(1).optional().describe('The word where the text is not in values, or empty.'),
    }),
  ])
  .meta({ id: 'Word' });
export type Word = z.infer<typeof Word>;

/** Ways to name a state. */
const codeSystems = [
  'iso2',
  'iso3',
  'iso-numeric',
  'cow-number',
  'cow-letters',
  'fips',
  'wikidata',
  'name',
  'id',
] as const;
export const CodeSystem = z.enum(codeSystems);
export type CodeSystem = z.infer<typeof CodeSystem>;

const unknowns = ['stop', 'skip', 'unnamed'] as const;

const readAs = {
  as: z
    .union([CodeSystem, z.array(CodeSystem).min(1)])
    .describe('What the texts are: codes of states, names, or ids of entities; several are tried in order.'),
  separator: z.string().min(1).optional().describe('What parts the items where a cell holds a list.'),
  values: z
    .record(CellText, z.union([EntityId, z.enum(['nobody', 'unnamed'])]))
    .optional()
    .describe("The table's own spellings: text to entity id, to nobody, or to unnamed."),
  unknown: z
    .enum(unknowns)
    .default('stop')
    .describe(
      'A text that leads to no entity: stop the load, skip it (its claim is then incomplete), or keep it as an unnamed entity.',
    ),
};

/** Which entity a row means. */
export const EntityRef = z
  .union([
    z.strictObject({ is: EntityId.describe('The same for every row.') }),
    z.strictObject({ column: Column, ...readAs }),
    z.strictObject({
      columns: z
        .union([
          z.string().regex(/^\S+\d+\.\.\S+\d+$/, 'write a range as mem1..mem59'),
          z.array(Column).min(1),
        ])
        .describe('Several columns, an entity each: a list, or a range of numbered ones as mem1..mem59.'),
      ...readAs,
    }),
  ])
  .meta({ id: 'EntityRef' });
export type EntityRef = z.infer<typeof EntityRef>;

const dateCodes = {
  missing: z
    .array(CellText)
    .default([])
    .describe(
      "The data set's codes for a date, month or day that is not known, such as -9; an empty cell is one.",
    ),
  open: z
    .array(CellText)
    .default([])
    .describe(
      'Texts (of the year, where there is one) for an end that has not come when the data end, such as 0, 9999 or "".',
    ),
  openWhere: Condition.optional().describe('When the end has not come, whatever date stands there.'),
};

/** A date of a row, as EDTF: one column, or year, month and day. */
export const DateSpec = z
  .union([
    Column.describe('A column with dates in EDTF, such as 1990-03-01 or 1990-03.'),
    z.strictObject({ is: z.string().min(1).describe('An EDTF date, the same for every row.') }),
    z.strictObject({
      column: z
        .union([Column, z.array(Column).min(1)])
        .describe('A column, or several of which the first that has a date counts.'),
      format: z
        .string()
        .regex(
          /^(?=.*yyyy)[^a-zA-Z]*((yyyy|MM|dd|HH|mm|ss)[^a-zA-Z]*)+$/,
          'write a format of dd, MM and yyyy, as dd/MM/yyyy: they are digits, and names of months are not read (HH, mm and ss are passed over)',
        )
        .optional()
        .describe('How a date is written, such as yyyyMMdd or dd/MM/yyyy; EDTF where absent.'),
      values: z
        .record(CellText, z.string())
        .optional()
        .describe("The table's own spellings: text to EDTF date, or to nothing."),
      ...dateCodes,
    }),
    z.strictObject({
      year: Column,
      month: Column.optional(),
      day: Column.optional(),
      ...dateCodes,
    }),
  ])
  .meta({ id: 'DateSpec' });
export type DateSpec = z.infer<typeof DateSpec>;

/** A free value that a claim keeps beside the model. */
export const Property = z.union([
  Column,
  z.strictObject({
    column: Column,
    datatype: z
      .enum(['string', 'number', 'boolean'])
      .default('string')
      .describe('What the value is kept as.'),
  }),
]);
export type Property = z.infer<typeof Property>;

/** The kinds of a claim. */
export const Kinds = z.union([
  z.strictObject({
    is: z
      .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
      .describe('A kind of the vocabulary, or several, the same for every row.'),
  }),
  z.strictObject({
    flags: z
      .record(Column, z.string().min(1))
      .describe('Dummy columns, and the kind that each of them says.'),
    set: z.array(CellText).default(['1']).describe('Texts that mean yes.'),
    otherwise: z.string().min(1).optional().describe('The kind where none of them says yes.'),
  }),
  z.strictObject({
    column: Column,
    as: z
      .literal('cameo-root')
      .optional()
      .describe('The texts are CAMEO codes: the kind is that of their first two digits.'),
    values: z
      .record(CellText, z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]))
      .optional()
      .describe('Text of the cell to kind, or to several.'),
    otherwise: z.string().min(1).optional().describe('The kind where the text is not in values, or empty.'),
  }),
]);
export type Kinds = z.infer<typeof Kinds>;
