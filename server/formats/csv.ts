// CSV: an answer's claims as one table for a spreadsheet; every row carries its data set, its terms and the lens.
import { stringify } from 'csv-stringify/sync';
import type { Answer, JudgedClaim, PairRow } from '../../model/answer.ts';
import type { Confidence } from '../../model/confidence.ts';
import type { Entry } from '../../model/entry.ts';
import { datasetOf } from '../../model/id.ts';
import type { Statement } from '../../model/statement.ts';
import type { Sign } from '../../model/vocabulary.ts';
import type { Format } from './format.ts';
import { headOf } from './head.ts';

export const csv: Format = {
  id: 'csv',
  label: 'CSV for spreadsheets',
  extension: 'csv',
  mediaType: 'text/csv',
  lossless: false,
  loses: [
    'the statements, of which it has the number, the sources and the two numbers of the lens',
    'spells and sides of parties, and who acted for them',
    'entities and sources beyond their names',
    'notes and values that a data set keeps beside the model',
  ],
  encode,
};

type Cells = Record<string, string | number | null>;

/** Signs in words: a spreadsheet would take + and - for the beginning of a formula. */
const signWords: Record<Sign, string> = { '+': 'cooperation', '-': 'conflict', '±': 'mixed', '0': 'neutral' };
/** How many rows are turned into text at once. */
const BATCH = 500;

async function* encode(answer: Answer, entries: Iterable<Entry>): AsyncGenerator<string> {
  const ofPairs = answer.question.counts === 'pair';
  const columns = [...(ofPairs ? pairColumns : claimColumns), ...everywhere];
  yield table([], columns, true);
  let batch: Cells[] = [];
  for (const row of ofPairs ? pairRows(answer) : claimRows(answer, entries)) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield table(batch, columns);
    batch = [];
  }
  if (batch.length > 0) yield table(batch, columns);
}

/** Text of rows. A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
function table(rows: readonly Cells[], columns: readonly string[], heading = false): string {
  return stringify([...rows], {
    header: heading,
    columns: [...columns],
    // A spreadsheet takes a file without it for one in its own machine's encoding.
    bom: heading,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

const claimColumns = [
  'claim',
  'title',
  'kinds',
  'nature',
  'context',
  'commitment',
  'sign',
  'principals',
  'principals by name',
  'actors',
  'other parties',
  'parties known',
  'state',
  'stands',
  'for',
  'against',
  'rule',
  'origins for',
  'origins against',
  'modality',
  'when',
  'certainty',
  'day',
  'groups',
  'statements',
  'sources',
];
const pairColumns = [
  'a',
  'b',
  'a by name',
  'b by name',
  'sign',
  'derived',
  'asserted',
  'contested',
  'unverified',
  'possible',
  'undated',
  'of two parties alone',
  'least number of principals',
  'some of the claims',
];
/** What every row carries: its data set with its terms, and through which lens it was seen. */
const everywhere = [
  'data set',
  'data set version',
  'citation',
  'licence',
  'question',
  'lens',
  'answered at',
  'program',
  'notes',
];

function* claimRows(answer: Answer, entries: Iterable<Entry>): Generator<Cells> {
  const statements = new Map<string, Statement[]>();
  for (const entry of entries)
    if (entry.type === 'statement')
      statements.set(entry.claim, [...(statements.get(entry.claim) ?? []), entry]);
  const names = namesOf(answer);
  const titles = new Map(answer.sources.map((s) => [`${s.dataset} ${s.id}`, s.title]));
  const lens = lensCells(answer);
  const isDated = answer.resolved.from !== null || answer.lens.known !== null;
  for (const judged of answer.claims)
    if (judged.state !== null)
      yield {
        ...claimCells(judged, statements.get(judged.claim.id) ?? [], names, titles, isDated),
        rule: answer.lens.rule,
        ...datasetCells(answer, datasetOf(judged.claim.id)),
        ...lens,
      };
}

/** Empty where no such statement counts, `unknown` where one does and none has a number. */
const number = (confidence: Confidence, origins: number) => confidence ?? (origins === 0 ? null : 'unknown');

function claimCells(
  judged: JudgedClaim,
  statements: readonly Statement[],
  names: ReadonlyMap<string, string>,
  titles: ReadonlyMap<string, string>,
  isDated: boolean,
): Cells {
  const { claim } = judged;
  const name = (id: string) => names.get(id) ?? id;
  const dataset = datasetOf(claim.id);
  const others = claim.parties.filter((p) => !judged.principals.includes(p.entity));
  const sources = statements.map((s) => titles.get(`${dataset} ${s.source}`) ?? s.source);
  return {
    claim: claim.id,
    title: claim.title,
    kinds: list(claim.kinds),
    nature: judged.nature,
    context: judged.context,
    commitment: judged.commitment,
    sign: signWords[judged.sign],
    principals: list(judged.principals),
    'principals by name': list(judged.principals.map(name)),
    actors: list(judged.actors),
    'other parties': list(others.map((p) => `${name(p.entity)} (${p.role})`)),
    'parties known': claim.incomplete ? 'not all' : 'all',
    state: judged.state,
    stands: judged.stands ? 'yes' : 'no',
    for: number(judged.for, judged.originsFor),
    against: number(judged.against, judged.originsAgainst),
    'origins for': judged.originsFor,
    'origins against': judged.originsAgainst,
    modality: claim.modality,
    when: claim.when ?? null,
    // Without a date in the lens nothing is sure or possible about a claim's time.
    certainty: isDated ? judged.certainty : null,
    day: judged.day,
    groups: judged.groups
      .map((g) => g.join(' '))
      .filter((g) => g !== '')
      .join('; '),
    statements: statements.length,
    sources: list(sources),
  };
}

/** Ties by pair: counted from claims, and said to be so in every row. */
function* pairRows(answer: Answer): Generator<Cells> {
  const names = namesOf(answer);
  const lens = lensCells(answer);
  for (const pair of answer.pairs)
    yield { ...pairCells(pair, names), ...datasetCells(answer, pair.dataset), ...lens };
}

function pairCells(pair: PairRow, names: ReadonlyMap<string, string>): Cells {
  return {
    a: pair.a,
    b: pair.b,
    'a by name': names.get(pair.a) ?? pair.a,
    'b by name': names.get(pair.b) ?? pair.b,
    sign: signWords[pair.sign],
    derived: 'tie derived from claims',
    asserted: pair.asserted,
    contested: pair.contested,
    unverified: pair.unverified,
    possible: pair.possible,
    undated: pair.undated,
    'of two parties alone': pair.bilateral,
    'least number of principals': pair.least,
    'some of the claims': list(pair.claims),
  };
}

function datasetCells(answer: Answer, id: string): Cells {
  const dataset = answer.datasets.find((d) => d.id === id);
  return {
    'data set': id,
    'data set version': dataset?.version ?? null,
    citation: dataset?.citation ?? null,
    licence: dataset?.licence ?? null,
  };
}

function lensCells(answer: Answer): Cells {
  const head = headOf(answer);
  return {
    question: head.question,
    lens: head.lens,
    'answered at': head.answeredAt,
    program: head.program,
    notes: head.notes.join(' '),
  };
}

const list = (items: readonly string[]) => [...new Set(items)].join('; ');
const namesOf = (answer: Answer) => new Map(answer.entities.map((e) => [e.id, e.names.en ?? e.id]));
