// CSV: an answer's claims as one table for a spreadsheet; every row carries its data set, its terms and the lens.
import type { Confidence } from '../../model/confidence.ts';
import { datasetOf } from '../../model/id.ts';
import {
  type Cells,
  datasetCells,
  everywhere,
  lensCells,
  list,
  MOST_GROUPS,
  signWords,
  tableOf,
} from './cells.ts';
import type { Format, Outgoing, Told } from './format.ts';
import { Named } from './said.ts';
import { standsWord } from './words.ts';

export const csv: Format = {
  id: 'csv',
  label: 'CSV for spreadsheets',
  extension: 'csv',
  mediaType: 'text/csv',
  lossless: false,
  loses: [
    'of the statements all but who says it, the stance, the confidence, the grade and the source',
    'spells and sides of parties, and who acted for them',
    'entities and sources beyond their names',
    'the pairs, triads or sides that a claim is in, where they are more than fifty: their number is told',
    'notes and values that a data set keeps beside the model',
    'an apostrophe at the beginning of a cell that a spreadsheet would run as a formula: it is added',
  ],
  forms: ['claims'],
  encode,
};

async function* encode(outgoing: Outgoing): AsyncGenerator<string> {
  const isDated = outgoing.answer.resolved.from !== null || outgoing.answer.lens.known !== null;
  const lens = lensCells(outgoing);
  const datasets = datasetCells(outgoing);
  const named = new Named();
  async function* rows(): AsyncGenerator<Cells> {
    for await (const piece of outgoing.pieces())
      if (piece.type !== 'told') named.take(piece);
      else
        yield {
          ...claimCells(piece, named, isDated),
          rule: outgoing.head.rule,
          ...datasets.get(datasetOf(piece.claim.id)),
          ...lens,
        };
  }
  yield* tableOf(rows(), [...claimColumns, ...everywhere], lens);
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
  'said',
  'sources',
];
/** Empty where no such statement counts, `unknown` where one does and none has a number. */
const number = (confidence: Confidence, origins: number) => confidence ?? (origins === 0 ? null : 'unknown');

function claimCells(judged: Told, named: Named, isDated: boolean): Cells {
  const { claim, statements } = judged;
  const { name } = named;
  const others = claim.parties.filter((p) => !judged.principals.includes(p.entity));
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
    stands: standsWord(judged),
    for: number(judged.for, judged.originsFor),
    against: number(judged.against, judged.originsAgainst),
    'origins for': judged.originsFor,
    'origins against': judged.originsAgainst,
    modality: claim.modality,
    when: claim.when ?? null,
    // Without a date in the lens nothing is sure or possible about a claim's time.
    certainty: isDated ? judged.certainty : null,
    day: judged.day,
    groups: groupsIn(judged.groups),
    statements: statements.length,
    said: named.said(statements),
    sources: list(statements.map((s) => named.source(s)?.title ?? s.source)),
  };
}

/** They follow from question and parties, and a cell of a spreadsheet holds 32,767 characters. */
function groupsIn(groups: Told['groups']): string {
  return groups.length > MOST_GROUPS
    ? `${groups.length} groups, too many to name`
    : groups
        .map((g) => g.join(' '))
        .filter((g) => g !== '')
        .join('; ');
}
