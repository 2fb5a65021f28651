// The tables of the data package: their columns with types and rules (Frictionless Table Schema v1), and their keys.
import { modalities } from '../../../model/claim.ts';
import { Credibility, markings, Reliability } from '../../../model/confidence.ts';
import { Label } from '../../../model/entity.ts';
import { bases, QuoteResult, Statement, stances } from '../../../model/statement.ts';

export interface Column {
  name: string;
  /** A type of Table Schema; `array` and `object` are JSON in a cell. */
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'array' | 'object';
  constraints?: { required?: true; enum?: readonly string[]; minimum?: number; maximum?: number };
  description?: string;
}

/** A foreign key: own columns, the table and its columns. */
type ForeignKey = [own: string[], table: string, columns: string[]];

export interface Table {
  name: string;
  title: string;
  columns: readonly Column[];
  primaryKey: readonly string[];
  foreignKeys: readonly ForeignKey[];
}

/** What begins like this is worked out when the file is written, and passed over when it is read. */
export const COMPUTED = 'computed_';

const text = (name: string, description?: string): Column => ({
  name,
  type: 'string',
  ...(description === undefined ? {} : { description }),
});
const must = (column: Column): Column => ({
  ...column,
  constraints: { ...column.constraints, required: true },
});
const oneOf = (name: string, words: readonly string[]): Column => ({
  ...text(name),
  constraints: { enum: words },
});
const typed = (name: string, type: Column['type'], description?: string): Column => ({
  ...text(name, description),
  type,
});
const between = (column: Column, minimum: number, maximum: number): Column => ({
  ...column,
  constraints: { minimum, maximum },
});
const free = typed('properties', 'object', 'What the data set keeps beside the model, by its own names.');
const marking = oneOf('marking', markings);
const edtf = (name: string, what: string) => text(name, `${what}, as EDTF (ISO 8601-2).`);
const grades = Credibility.options.map((o) => o.value);

const datasets: Table = {
  name: 'datasets',
  title: 'Data sets: what was loaded together, and its terms',
  columns: [
    must(text('id')),
    must(text('title')),
    ...['short', 'version', 'publisher', 'url', 'licence', 'citation', 'description', 'coder'].map((n) =>
      text(n),
    ),
    marking,
    must(typed('coverage', 'array', 'What it looks at: outside of it its silence says nothing.')),
    typed('start', 'object', 'Where to begin to look.'),
    typed('places', 'object', 'Saved places on the canvas by business key.'),
    free,
    text(`${COMPUTED}load`, 'The load that the rows were read from.'),
  ],
  primaryKey: ['id'],
  foreignKeys: [],
};

const sources: Table = {
  name: 'sources',
  title: 'Sources: documents and published data sets that statements come from',
  columns: [
    must(text('dataset')),
    must(text('id', 'Its address, or the SHA-256 of its text.')),
    must(text('title')),
    text('publisher'),
    edtf('published', 'When it was published'),
    ...['url', 'licence', 'citation'].map((n) => text(n)),
    { ...oneOf('reliability', Reliability.options), description: 'NATO Admiralty code, A to F.' },
    text('textHash'),
    marking,
    text('note'),
  ],
  primaryKey: ['dataset', 'id'],
  foreignKeys: [[['dataset'], 'datasets', ['id']]],
};

const entities: Table = {
  name: 'entities',
  title: 'Entities: states, persons, organisations and others that claims are about',
  columns: [
    must(text('id')),
    text('dataset', 'The data set that declares it; empty for the vocabulary of Entente.'),
    typed(
      'elsewhere',
      'boolean',
      'True where it belongs to a data set that is not in this package: it is here for its name, and is not read back.',
    ),
    oneOf('label', Label.options),
    text('name', 'Its name in English.'),
    typed('otherNames', 'object', 'Its names in other languages, by language tag.'),
    typed('aliases', 'array'),
    typed('unnamed', 'boolean', 'A group or voice that the source leaves unnamed.'),
    ...['wikidata', 'iso3', 'iso2', 'isoNumeric'].map((n) => text(n)),
    typed('cow', 'array', 'Numbers of the Correlates of War project.'),
    typed('cowLetters', 'array'),
    typed('lon', 'number'),
    typed('lat', 'number'),
    text('note'),
    typed('represents', 'array', 'Offices: for whom it may act, as what, from when until when.'),
    free,
  ],
  // Several data sets may declare one entity alike.
  primaryKey: ['id', 'dataset'],
  foreignKeys: [],
};

const claims: Table = {
  name: 'claims',
  title: 'Claims: what is so or is said to be so; whether it stands is computed',
  columns: [
    must(text('id')),
    must(text('title')),
    text('short'),
    must(typed('kinds', 'array')),
    edtf('when', 'World time; empty where it is not known'),
    must(oneOf('modality', modalities)),
    must(typed('incomplete', 'boolean', 'Whether not all parties are known.')),
    text('note'),
    free,
    text(`${COMPUTED}dataset`),
    text(`${COMPUTED}nature`),
    text(`${COMPUTED}context`),
    typed(`${COMPUTED}commitment`, 'integer', 'Depth of commitment, 1 to 7: an order, not a measure.'),
    text(`${COMPUTED}sign`, 'cooperation, conflict, mixed or neutral.'),
    typed(`${COMPUTED}earliest`, 'date', 'The first day of any reading of its time; empty where it is open.'),
    typed(`${COMPUTED}latest`, 'date', 'The last day of any reading of its time; empty where it is open.'),
    text(`${COMPUTED}state`, 'What the statements that count make of it, through the lens of this package.'),
    typed(`${COMPUTED}stands`, 'boolean'),
    typed(`${COMPUTED}for`, 'integer', 'By the rule of the lens; empty is unknown, which is not 0.'),
    typed(`${COMPUTED}against`, 'integer', 'By the rule of the lens; empty is unknown, which is not 0.'),
    typed(`${COMPUTED}originsFor`, 'integer', 'Independent origins of what asserts it.'),
    typed(`${COMPUTED}originsAgainst`, 'integer'),
    text(`${COMPUTED}certainty`, 'Of its time, where the lens has one.'),
    typed(`${COMPUTED}day`, 'date', 'The day on which it is judged, where its parties change.'),
    typed(
      `${COMPUTED}principals`,
      'integer',
      'How many do it or have it done to them; at least so many where it is incomplete. Which, parties.csv tells.',
    ),
    typed(
      `${COMPUTED}groups`,
      'array',
      'The pairs, triads or sides that the question finds it in; empty where there are more than fifty.',
    ),
  ],
  primaryKey: ['id'],
  foreignKeys: [[[`${COMPUTED}dataset`], 'datasets', ['id']]],
};

const parties: Table = {
  name: 'parties',
  title: 'Parties of claims: a claim about three states has three rows',
  columns: [
    must(text('claim')),
    must(typed('position', 'integer', 'Its place among the parties of its claim.')),
    must(text('entity')),
    must(text('role')),
    text('part', 'How it takes part, where the data set says otherwise than its role.'),
    text('side', 'Its side in a dispute or a roll call; "abstain" is no side.'),
    edtf('from', 'First day of its spell'),
    edtf('until', 'Last day of its spell, inclusive'),
    typed('by', 'array', 'Who acted for it.'),
    text(`${COMPUTED}name`, 'The name of the entity in English.'),
    typed(
      `${COMPUTED}principal`,
      'boolean',
      'Whether it does it, or has it done to it, as the claim is judged.',
    ),
    typed(`${COMPUTED}actor`, 'boolean', 'Whether it does it.'),
  ],
  primaryKey: ['claim', 'position'],
  foreignKeys: [
    [['claim'], 'claims', ['id']],
    [['entity'], 'entities', ['id']],
  ],
};

const statements: Table = {
  name: 'statements',
  title: 'Statements: the word of one source on one claim',
  columns: [
    text(`${COMPUTED}id`, 'A hash of all that it says.'),
    must(text('claim')),
    text(`${COMPUTED}dataset`),
    must(text('source')),
    must(oneOf('stance', stances)),
    between(typed('confidence', 'integer', '0 to 100; empty is unknown, which is not 0 and not 50.'), 0, 100),
    text('scale'),
    text('word', 'The word of that scale, as it was written.'),
    text('likelihood'),
    between(
      typed('credibility', 'integer', 'NATO Admiralty code, 1 to 6.'),
      Math.min(...grades),
      Math.max(...grades),
    ),
    oneOf('assessedBy', Statement.shape.assessedBy.unwrap().options),
    text('attributedTo', 'Who is quoted, where it is not the publisher.'),
    text('origin', 'Whom it goes back to.'),
    must(oneOf('basis', bases)),
    edtf('asOf', 'The time that the source speaks about'),
    text('quote', 'The exact words.'),
    text('quotePrefix'),
    text('quoteSuffix'),
    oneOf('quoteResult', QuoteResult.options),
    text('quoteHash'),
    text('quoteBy'),
    typed('quoteAt', 'date'),
    text('locator'),
    typed('recordedAt', 'date'),
    typed('supersededAt', 'date'),
    text('supersededBy'),
    text('reason'),
    marking,
    text('note'),
    free,
  ],
  primaryKey: [`${COMPUTED}id`],
  foreignKeys: [
    [['claim'], 'claims', ['id']],
    [[`${COMPUTED}dataset`, 'source'], 'sources', ['dataset', 'id']],
    [['attributedTo'], 'entities', ['id']],
  ],
};

export const tables = { datasets, sources, entities, claims, parties, statements };
export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];
