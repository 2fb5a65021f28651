// The field's questions: how each is asked of Entente, and how its answer is read. What is right stands in
// questions.jsonl, which has it from the files by other programs; nothing of it is here.
import { readFileSync } from 'node:fs';
import type { Answer } from '../../model/answer.ts';
import { shortState } from '../../model/id.ts';
import { stateOf } from '../../server/formats/table/states.ts';
import { dataFile, rowsOf } from './folder.ts';

/** One line of questions.jsonl. */
interface Line {
  id: string;
  dataset: string;
  kind: string;
  question: string;
  answer: unknown;
}

/** A question of Entente's with its parameters: those of an address, and options of the command line. */
export interface Asking {
  question: string;
  parameters: Record<string, string>;
}

export interface FieldQuestion {
  id: string;
  title: string;
  expected: unknown;
  asks: Asking[];
  read(answers: Answer[]): unknown;
}

const datasets: Record<string, string> = {
  'ATOP 5.1 member': 'atop-5.1',
  'COW MIDB 4.2': 'mid-4.2',
  'UNGA votes': 'unga',
};

/** Every question of the file. */
export function fieldQuestions(): FieldQuestion[] {
  const lines = readFileSync(dataFile('questions.jsonl'), 'utf8').trim().split('\n');
  const read = lines.map((line) => JSON.parse(line) as Line);
  return read.map((line, i) => {
    // "... and in which of them" goes on with the question before.
    const about = line.question.startsWith('...') ? `${read[i - 1]?.question}` : line.question;
    const made = ways[line.kind];
    const dataset = datasets[line.dataset];
    if (made === undefined || dataset === undefined)
      throw new Error(`${line.id} is of an unknown kind or data set`);
    const { asks, read: reading } = made(about);
    return {
      id: line.id,
      title: line.question.startsWith('...') ? `${about} ${line.question}` : line.question,
      expected: line.answer,
      asks: asks.map(({ question, parameters }) => ({ question, parameters: { dataset, ...parameters } })),
      read: reading,
    };
  });
}

type Way = (text: string) => Pick<FieldQuestion, 'asks' | 'read'>;

const one =
  (read: (answer: Answer) => unknown): FieldQuestion['read'] =>
  ([answer]) =>
    read(given(answer));

/** By the kind of question, from its text. */
const ways: Record<string, Way> = {
  size: (text) => {
    const [, least = '', more = ''] = /have (\d)(\+?) distinct members/.exec(text) ?? [];
    const fits = (n: number) => (more === '' ? n === Number(least) : n >= Number(least));
    return { asks: [ask('sizes')], read: one((a) => ofSize(a, fits)) };
  },
  'size-at-date': (text) => ({ asks: [ask('sizes', onDay(text))], read: one(twoThreeMore) }),
  projection: (text) => ({
    asks: [ask('pairs', onDay(text))],
    read: one((a) => [
      a.groupCount,
      pairsOf(a, (p) => p.bilateral > 0),
      pairsOf(a, (p) => p.least !== null && p.least >= 4),
    ]),
  }),
  'false-trilateral': (text) => ({ asks: [ask('pairs-only', onDay(text))], read: one((a) => a.groupCount) }),
  'true-trilateral': (text) => ({
    asks: [ask('trilateral', onDay(text))],
    read: one((a) =>
      a.groups
        .filter((g) => g.stands > 0)
        .map((g) => g.key.map(cowName).sort().join(' + '))
        .sort(),
    ),
  }),
  pair: (text) => ({ asks: [ask('joint', among(text))], read: one((a) => alliances(a, () => true)) }),
  triple: (text) => ({ asks: [ask('joint', among(text))], read: one((a) => alliances(a, () => true)) }),
  // `joint` tells the first day on which all of them surely are in it, and who is in it then.
  'pair-exact': (text) => ({
    asks: [ask('joint', among(text))],
    read: one((a) => alliances(a, (c) => c.principals.length === 2)),
  }),
  'event-size': () => ({ asks: [ask('sizes')], read: one(twoThreeMore) }),
  'event-sides': () => ({ asks: [ask('sides')], read: one(oneAgainstOne) }),
  'event-pair': (text) => ({
    asks: [ask('joint', { ...among(text), over: 'life' }), ask('sides', among(text))],
    read: ([joint, sides]) => [
      given(joint).count.stands,
      onSide(given(sides), 'opposite'),
      onSide(given(sides), 'same'),
      oneAgainstOne(given(sides)),
    ],
  }),
  'vote-agreement': (text) => {
    const year = / in (\d{4})/.exec(text)?.[1] ?? '';
    const when = { ...among(text), from: `${year}-01-01`, until: `${year}-12-31` };
    return {
      asks: [ask('sides', when), ask('joint', when)],
      read: ([sides, joint]) => [onSide(given(sides), 'same'), given(joint).count.stands],
    };
  },
};

const ask = (question: string, parameters: Record<string, string> = {}): Asking => ({ question, parameters });

function given(answer: Answer | undefined): Answer {
  if (answer === undefined) throw new Error('there is no answer');
  // A reading of claims and pairs is only right where the answer carries all of them.
  if (answer.truncated !== null || !answer.exact) throw new Error('the answer is not complete');
  return answer;
}

/** How many claims stand of the numbers of principals that fit; the group of `sizes` is the number. */
const ofSize = (a: Answer, fits: (n: number) => boolean) =>
  a.groups.filter((g) => fits(Number(g.key[0]))).reduce((n, g) => n + g.stands, 0);
const twoThreeMore = (a: Answer) => [
  ofSize(a, (n) => n === 2),
  ofSize(a, (n) => n === 3),
  ofSize(a, (n) => n >= 4),
];

const pairsOf = (a: Answer, fits: (pair: Answer['pairs'][number]) => boolean) =>
  new Set(a.pairs.filter(fits).map((p) => `${p.a} ${p.b}`)).size;

const surely = (a: Answer) => a.claims.filter((c) => c.stands && c.certainty === 'sure');
/** The numbers of the alliances, as ATOP has them. */
const alliances = (a: Answer, fits: (c: Answer['claims'][number]) => boolean) =>
  surely(a)
    .filter(fits)
    .map((c) => Number(c.claim.id.replace(/^.*\//, '')))
    .sort((x, y) => x - y);

const onSide = (a: Answer, side: 'same' | 'opposite') =>
  a.groups.filter((g) => g.key[0] === side).reduce((n, g) => n + g.stands, 0);
/** Disputes with two states, one on each side. */
const oneAgainstOne = (a: Answer) =>
  surely(a).filter((c) => c.principals.length === 2 && c.groups.some(([side]) => side === 'opposite')).length;

/** `On 1 July 1914` as a parameter. */
function onDay(text: string): { on: string } {
  const [, day = '', year = ''] = /^On (\d+) July (\d{4})/.exec(text) ?? [];
  return { on: `${year}-07-${day.padStart(2, '0')}` };
}

/** The states that a question names, by the names or letters of the Correlates of War. */
function among(text: string): { states: string } {
  const named =
    /^Which alliances ever had (?:both|all of) (.+) as members/.exec(text)?.[1] ??
    /^(.+?)(?: in \d{4})?:/.exec(text)?.[1] ??
    '';
  const states = named.split(/ and | \+ /).map((name) => {
    const row = cowRows().find((r) => r.StateNme === name || r.StateAbb === name);
    const id = stateOf(row?.CCode ?? '', ['cow-number']);
    if (id === null) throw new Error(`"${name}" of "${text}" is no state of the Correlates of War`);
    return shortState(id);
  });
  return { states: states.join(',') };
}

const cowRows = () => rowsOf('states', 'cow-country-codes.csv');

/** What the Correlates of War calls a state. */
function cowName(id: string): string {
  const row = cowRows().find((r) => stateOf(r.CCode ?? '', ['cow-number']) === id);
  return row?.StateNme ?? id;
}
