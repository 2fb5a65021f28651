// What a file says of itself before its entries: which question and lens, of which loads, and under which terms. It does
// not say when it was written: the same view of the same loads is the same file, and the loads tell of when the data are.
import type { AnswerHead } from '../../model/answer.ts';
import type { Marking } from '../../model/confidence.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Form, Part } from '../../model/export.ts';
import { many } from '../../model/phrase.ts';

export interface Head {
  question: string;
  states: string[];
  /** The lens in words: threshold, unknown, rule, origins, time, as known when, filters. */
  lens: string;
  rule: string;
  program: string;
  datasets: {
    id: string;
    title: string;
    version?: string;
    licence?: string;
    citation?: string;
    load: string;
  }[];
  /** The strictest marking of what is in the file; null where nothing is marked. */
  marking: Marking | null;
  /** What the file does not hold, what is derived in it, what is not covered; one sentence each. */
  notes: string[];
}

/** What of an answer leaves. */
interface Leaving {
  form: Form;
  part: Part;
  marking: Marking | null;
  withheld: { claims: number; statements: number };
  /** What the picture leaves out, where what is drawn leaves. */
  leftOut?: string;
}

/** What the head of every file tells. @param datasets those that the file holds something of */
export function headOf(answer: AnswerHead, datasets: readonly Dataset[], leaving: Leaving): Head {
  return {
    question: answer.question.id,
    states: answer.filters.states,
    lens: [...lensWords(answer), ...filterWords(answer), ...optionWords(answer)].join('; '),
    rule: answer.lens.rule,
    program: `Entente ${answer.version}`,
    datasets: datasets.map(({ id, title, version, licence, citation }) => ({
      id,
      title,
      ...(version === undefined ? {} : { version }),
      ...(licence === undefined ? {} : { licence }),
      ...(citation === undefined ? {} : { citation }),
      load: answer.loads[id] ?? '',
    })),
    marking: leaving.marking,
    notes: [...formNotes(leaving.form), ...partNotes(answer, leaving), ...coverageNotes(answer)],
  };
}

/** The head's data sets with their terms, its marking and its notes, a line each: what people read at the top of a file. */
export function termLines(head: Pick<Head, 'datasets' | 'marking' | 'notes'>): string[] {
  return [
    ...head.datasets.flatMap((d) => [
      `Data set: ${d.id}${d.version === undefined ? '' : ` ${d.version}`}, load ${d.load}`,
      ...(d.citation === undefined ? [] : [`Cite as: ${d.citation}`]),
      ...(d.licence === undefined ? [] : [`Licence: ${d.licence}`]),
    ]),
    ...(head.marking === null ? [] : [head.marking]),
    ...head.notes,
  ];
}

const formNotes = (form: Form) => [
  form === 'pairs'
    ? 'Derived: ties between pairs are counted from claims; no source states them.'
    : 'Ties between pairs are derived from claims and are not in this file.',
];

function partNotes(
  { exact, lens, count, question }: AnswerHead,
  { part, withheld, leftOut }: Leaving,
): string[] {
  const { claims, statements } = withheld;
  // A file of what stands at a high threshold would else read as all there is.
  const out = question.counts === 'claim' && part === 'answer' ? count.out : 0;
  return [
    ...(part === 'selected' ? ['Only what is selected is in this file.'] : []),
    ...(part === 'drawn'
      ? [
          `Only what is drawn is in this file. The picture leaves out, where there are any: ${leftOut ?? 'nothing'}.`,
        ]
      : []),
    ...(out === 0 ? [] : [`Left out: ${many(out, 'claim')} of which no statement counts through the lens.`]),
    ...(exact ? [] : ['Cut: there are more claims than one answer may have.']),
    ...(lens.marking === null
      ? []
      : [
          `Nothing above ${lens.marking} is in this file: ${many(claims, 'claim')} and ${many(statements, 'statement')} are withheld.`,
        ]),
  ];
}

/** What of the question the data sets do not cover: there silence says nothing, and a file without claims is no "none". */
const coverageNotes = ({ coverage }: AnswerHead) => coverage.flatMap(coverageNote);

function coverageNote({ dataset, covers, detail, exhaustive }: AnswerHead['coverage'][number]): string[] {
  const own = /[.][)]?$/.test(detail) ? detail : `${detail}.`;
  switch (covers) {
    case 'yes':
      return exhaustive ? [] : [`${dataset} is not exhaustive: its silence says nothing.`];
    case 'partly':
      return [
        `${dataset} covers what was asked in part${exhaustive ? '' : ', and not exhaustively'}: ${own}`,
      ];
    case 'no':
      return [`Not covered by ${dataset}: its silence is not the same as none. It covers ${own}`];
    case 'undeclared':
      return [`${dataset} does not say what it covers: its silence is not the same as none.`];
  }
}

function lensWords({ lens, resolved }: AnswerHead): string[] {
  const time =
    resolved.from === null
      ? 'at any time'
      : resolved.from === resolved.until
        ? `on ${resolved.from}`
        : `from ${resolved.from} until ${resolved.until}`;
  return [
    `confidence at least ${lens.threshold}, unknown ${resolved.unknown ? 'kept' : 'left out'}`,
    `rule ${lens.rule}`,
    `origins at least ${lens.origins}`,
    `${time}, over ${resolved.over === 'day' ? 'a day' : 'the whole life'}`,
    lens.known === null ? 'as known now' : `as known on ${lens.known} (${lens.clock})`,
    ...(lens.marking === null ? [] : [`nothing above ${lens.marking}`]),
  ];
}

function filterWords({ filters }: AnswerHead): string[] {
  const { states, commitment, ...lists } = filters;
  return [
    ...Object.entries(lists).flatMap(([name, list]) =>
      list.length === 0 ? [] : [`${name} ${list.join(', ')}`],
    ),
    ...(commitment === null ? [] : [`commitment at least ${commitment}`]),
  ];
}

function optionWords({ options, question }: AnswerHead): string[] {
  return [
    ...(question.counts === 'path' && options.length !== null
      ? [`chains of at most ${options.length} claims`]
      : []),
    ...(options.since === null ? [] : [`compared with ${options.since}`]),
    ...(options.knew === null ? [] : [`compared with what was known on ${options.knew}`]),
  ];
}
