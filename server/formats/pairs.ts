// Pairs: the ties that are derived from claims as one table for a spreadsheet, each row named derived.
import type { Tie } from '../../model/ties.ts';
import { type Cells, datasetCells, everywhere, lensCells, list, signWords, tableOf } from './cells.ts';
import type { Format, Outgoing } from './format.ts';

export const pairs: Format = {
  id: 'pairs',
  label: 'Pairs, derived (CSV)',
  extension: 'csv',
  mediaType: 'text/csv',
  lossless: false,
  loses: [
    'the claims, of which it names up to twenty for each pair, their statements and sources',
    'which claim ties three and more at once',
    'what does not stand',
  ],
  forms: ['pairs'],
  encode,
};

const columns = [
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
  'for',
  'against',
  'rule',
  'of two parties alone',
  'least number of principals',
  'some of the claims',
];

async function* encode(outgoing: Outgoing): AsyncGenerator<string> {
  const { entities, ties } = await outgoing.ties();
  const names = new Map(entities.map((e) => [e.id, e.names.en ?? e.id]));
  const datasets = datasetCells(outgoing);
  const lens = { rule: outgoing.head.rule, ...lensCells(outgoing) };
  const rows = ties.map((tie) => ({ ...tieCells(tie, names), ...datasets.get(tie.dataset), ...lens }));
  yield* tableOf(rows, [...columns, ...everywhere], lens);
}

function tieCells(tie: Tie, names: ReadonlyMap<string, string>): Cells {
  const sure = tie.asserted + tie.contested + tie.unverified;
  return {
    a: tie.a,
    b: tie.b,
    'a by name': names.get(tie.a) ?? tie.a,
    'b by name': names.get(tie.b) ?? tie.b,
    sign: signWords[tie.sign],
    derived: 'tie derived from claims',
    asserted: tie.asserted,
    contested: tie.contested,
    unverified: tie.unverified,
    possible: tie.possible,
    undated: tie.undated,
    for: tie.for ?? (sure === 0 ? null : 'unknown'),
    against: tie.against ?? (tie.contested + tie.unverified === 0 ? null : 'unknown'),
    'of two parties alone': tie.bilateral,
    'least number of principals': tie.least,
    'some of the claims': list(tie.claims),
  };
}
