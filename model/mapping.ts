// A mapping: how the rows of any CSV or TSV table become claims, or entities with their offices.
import * as z from 'zod';
import { DataFile } from './data-file.ts';
import { Entity, Label } from './entity.ts';
import { SourceId } from './id.ts';
import { Column, Condition, DateSpec, EntityRef, Kinds, Property, Template, Word } from './mapping-values.ts';
import { Source } from './source.ts';
import { bases } from './statement.ts';
import { Table } from './table-dialect.ts';

/** What to do with what the data set has wrong. */
const stopOr = <T extends string>(other: T) => z.enum(['stop', other]).default('stop' as never);

/** Who takes part: an entity, or several, with role, side and spell. */
export const PartySpec = z.strictObject({
  table: z
    .string()
    .optional()
    .describe(
      'Where two tables are joined: the one that has its columns; that of the parties where left out.',
    ),
  entity: EntityRef.describe('Who it is; several of one row are a party each.'),
  role: Word.describe('A role of the vocabulary.'),
  part: Word.optional().describe(
    'actor, addressee, affected or context, where it is not what the role says.',
  ),
  side: Word.optional().describe('Its side; "abstain" is none.'),
  from: DateSpec.optional().describe('First day of its spell; left out, it is there from the beginning.'),
  until: DateSpec.optional().describe('Last day of its spell, inclusive; left out, it stays.'),
  where: z.array(Condition).optional().describe('Rows that have this party; all conditions must hold.'),
  empty: z
    .enum(['nobody', 'incomplete', 'stop'])
    .default('nobody')
    .describe('An empty cell: nobody is meant; somebody is and is not told (incomplete); or stop.'),
});
export type PartySpec = z.infer<typeof PartySpec>;

/** What the source's statement on each claim says beside asserting it. What the data do not have stays absent. */
const StatementSpec = z.strictObject({
  confidence: z
    .union([
      Column,
      z.strictObject({
        column: Column,
        values: z
          .record(z.string(), z.coerce.number().int().min(0).max(100))
          .optional()
          .describe('Text of the cell to whole number; the text is kept as the word.'),
        scale: z.string().optional().describe('A scale of the vocabulary whose words the column has.'),
      }),
    ])
    .optional()
    .describe('A column with whole numbers from 0 to 100, or with words.'),
  credibility: Word.optional().describe(
    'Admiralty credibility, 1 to 6; its number by STIX 2.1 where there is no confidence.',
  ),
  likelihood: Word.optional().describe('A word of likelihood, kept and never computed.'),
  assessedBy: z.enum(['source', 'coder', 'analyst']).optional().describe('Whose the grades are.'),
  basis: z
    .enum(bases)
    .default('stated')
    .describe('Whether the source says so, implies it, or the coder infers it.'),
  locator: Template.optional().describe('Where in the source it stands.'),
  recordedAt: DateSpec.optional().describe('The day on which it was recorded.'),
  note: Template.optional(),
});

const ClaimsSpec = z.strictObject({
  table: z.string().optional().describe('The table whose rows are the claims, where there are several.'),
  row: z
    .enum(['claim', 'party', 'pair'])
    .default('claim')
    .describe(
      'What a row is: a claim; a party, a spell or a phase of one (rows of one id are one claim); or a pair.',
    ),
  where: z.array(Condition).optional().describe('Rows that are read; all conditions must hold.'),
  id: Template.optional().describe("The claim's own id. May be left out for pairs."),
  repeated: z
    .enum(['stop', 'first', 'number'])
    .default('stop')
    .describe('An id that stands twice: stop, take the first row, or number the others: id.2.'),
  title: z
    .union([Template, z.array(Template).min(1)])
    .default(['{_kind}: {_parties}'])
    .describe('Its title; of several, the first whose columns are all filled.'),
  short: Template.optional().describe('A name of one to three words for the canvas.'),
  kinds: Kinds.describe('Its kinds: the deepest commitment leads.'),
  modality: Word.default({ is: 'done' }).describe(
    'done, in-force, agreed, announced, planned, alleged, forecast, hypothetical.',
  ),
  incomplete: z
    .union([z.boolean(), Condition])
    .default(false)
    .describe('Whether not all parties are in the table.'),
  when: z
    .union([
      z.literal('parties').describe('From the first day of the first spell to the last of the last.'),
      z.strictObject({ date: DateSpec.describe('The day, or all that is known of it.') }),
      z.strictObject({
        from: DateSpec.describe('When it begins.'),
        until: DateSpec.describe('When it ends, inclusive.'),
      }),
    ])
    .optional()
    .describe('World time: a date, from and until, or that of the spells of the parties.'),
  parties: z.array(PartySpec).min(1).describe('Who takes part.'),
  join: z
    .strictObject({
      table: z
        .string()
        .describe(
          'The table that has the parties; their columns are columns of it, unless a party names a table.',
        ),
      on: z.record(Column, Column).describe('Columns of the claims, and those of the parties with the same.'),
      withoutClaim: stopOr('skip').describe('A row whose claim is not there.'),
    })
    .optional()
    .describe('Where the parties stand in another table.'),
  withoutParties: stopOr('skip').describe('A claim that has no party.'),
  reversed: z
    .enum(['stop', 'leave-out', 'keep-start'])
    .default('stop')
    .describe(
      'A time that ends before it starts: stop, take neither date as known (leave-out), or the end as not told (keep-start): of a claim it is not known, and a party stays.',
    ),
  statement: StatementSpec.prefault({}).describe('What the data set says of each claim.'),
  properties: z.record(z.string(), Property).optional().describe('Columns that are kept, by name.'),
  note: Template.optional().describe('A note on the claim.'),
});
export type ClaimsSpec = z.infer<typeof ClaimsSpec>;

/** Rows that declare entities, such as leaders with their terms. */
export const EntitiesSpec = z.strictObject({
  table: z.string().optional().describe('The table whose rows are meant, where there are several.'),
  where: z.array(Condition).optional().describe('Rows that are read; all conditions must hold.'),
  id: Template.describe(
    'Its id, such as "person:{leadid}"; rows of one id are one entity with several terms.',
  ),
  label: Label.default('Person').describe('What it is.'),
  name: Template.describe('Its English name.'),
  note: Template.optional(),
  wikidata: Column.optional().describe('A column with Wikidata ids.'),
  represents: z
    .strictObject({
      entity: EntityRef.describe('The state or body that is represented.'),
      office: Word.describe('The office, such as { is: president }.'),
      from: DateSpec.optional().describe('First day of the term.'),
      until: DateSpec.optional().describe('Last day of the term, inclusive.'),
    })
    .optional()
    .describe('The office that the row tells of; by it a person may act for a party.'),
  reversed: stopOr('leave-out').describe(
    'A term that ends before it starts: stop, or take neither date as known.',
  ),
});
export type EntitiesSpec = z.infer<typeof EntitiesSpec>;

/** A mapping file. */
export const Mapping = z
  .strictObject({
    $schema: z.string().optional(),
    dataset: DataFile.shape.dataset.describe('The head of the data set, as in a data file.'),
    source: Source.omit({ type: true, dataset: true, id: true, title: true })
      .extend({ id: SourceId.optional(), title: z.string().min(1).optional() })
      .prefault({})
      .describe('The source that asserts the claims; by default the data set itself, by its url and title.'),
    tables: z
      .record(z.string().regex(/^[a-z0-9-]+$/), Table.prefault({}))
      .describe('The tables, each by a name.'),
    declare: z
      .array(Entity.omit({ type: true, dataset: true }))
      .default([])
      .describe('Entities that are no states and that values lead to.'),
    claims: ClaimsSpec.optional().describe('How rows become claims.'),
    entities: z
      .array(EntitiesSpec)
      .default([])
      .describe('How rows declare entities, such as leaders with their terms.'),
  })
  .refine((m) => m.claims !== undefined || m.entities.length > 0, {
    path: ['claims'],
    message: 'a mapping has claims, or entities, or both',
  });
export type Mapping = z.infer<typeof Mapping>;
