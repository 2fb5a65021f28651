// Markdown: an answer's claims as a table to paste into a text; over it what it is of, under it where it is from.
import { plainMarkdown as plain } from '../../model/escape.ts';
import { numberWords } from '../../model/phrase.ts';
import type { Format, Outgoing, Told } from './format.ts';
import { Named } from './said.ts';

export const markdown: Format = {
  id: 'markdown',
  label: 'Markdown table',
  extension: 'md',
  mediaType: 'text/markdown',
  lossless: false,
  loses: [
    'all of a claim but its title, principals, kinds, time, state and the two numbers',
    'of the statements all but who says it, the stance, the confidence and the grade',
    'the sources, where a statement is attributed to somebody they name',
  ],
  forms: ['claims'],
  encode,
};

const columns = ['Claim', 'Who', 'Kind', 'When', 'State', 'For', 'Against', 'Said', 'Id'];

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;

async function* encode(outgoing: Outgoing): AsyncGenerator<string> {
  const { head } = outgoing;
  yield `Claims, question ${plain(head.question)}. Counted are ${plain(head.lens)}.\n\n`;
  yield row(columns) + row(columns.map(() => '---'));
  const named = new Named();
  for await (const piece of outgoing.pieces())
    if (piece.type === 'told') yield row(cellsOf(piece, named).map(plain));
    else named.take(piece);
  yield '\n';
  for (const { id, title, version, citation, licence, load } of head.datasets)
    yield `${plain(`Data: ${citation ?? [title, version].filter(Boolean).join(', ')} (${[id, licence, `load ${load}`].filter(Boolean).join('; ')}).`)}\n\n`;
  yield `${[head.marking === null ? '' : `${head.marking}.`, ...head.notes, `${head.program}.`]
    .filter((text) => text !== '')
    .map(plain)
    .join(' ')}\n`;
}

function cellsOf(told: Told, named: Named): string[] {
  const { claim, principals, state, stands } = told;
  return [
    claim.title,
    `${principals.map(named.name).join(', ')}${claim.incomplete ? ', and others not known' : ''}${told.day === null ? '' : `, on ${told.day}`}`,
    claim.kinds.join(', '),
    `${claim.when ?? 'not dated'}${told.certainty === 'sure' ? '' : ` (${told.certainty})`}`,
    `${state ?? 'out'}${stands ? '' : ', does not stand'}`,
    numberWords(told.for, told.originsFor),
    numberWords(told.against, told.originsAgainst),
    named.said(told.statements),
    claim.id,
  ];
}
