// What the data sets cover of what was asked: outside of it their silence says nothing, and no number stands for it.
import type { Answer, CoverageLine } from '../model/answer.ts';
import { timeWords } from './days.ts';

/** Said of a data set that declares no coverage: whether it looked for what was asked is not known. */
export const UNDECLARED = 'does not say what it covers';

type Told = Pick<Answer, 'coverage' | 'filters' | 'resolved'>;

/**
 * Whether what was asked lies outside of all that is covered: then there is no "none" and no 0.
 * @param set only what this data set covers
 */
export function isUncovered(answer: Told | null, set?: string): boolean {
  if (answer === null) return false;
  const coverage = answer.coverage.filter((line) => set === undefined || line.dataset === set);
  const covers = (line: CoverageLine) => line.covers !== 'no' && line.covers !== 'undeclared';
  return coverage.some((line) => line.covers === 'no') && !coverage.some(covers);
}

/** Whether none of the data sets looked at says what it covers: a 0 is then no "none" either. */
export const isUndeclared = (answer: Told, set?: string): boolean =>
  answer.coverage
    .filter((line) => set === undefined || line.dataset === set)
    .every((line) => line.covers === 'undeclared');

/** None is said only of what is covered, and only by a data set that tells all of it. */
export function nothingWords(answer: Told, dataset?: string): string {
  if (isUncovered(answer, dataset)) return 'Not covered';
  if (isUndeclared(answer, dataset)) return `None told: it ${UNDECLARED}`;
  const lines = answer.coverage.filter((line) => dataset === undefined || line.dataset === dataset);
  return lines.every((line) => line.exhaustive) ? 'None' : 'None told';
}

/** What one data set covers of what was asked: a word, and what it says of itself. */
export function coverageWords(answer: Told, line: CoverageLine): { word: string; detail: string } {
  const own = sentenceOf(line.detail);
  const detail = line.exhaustive ? own : `${own} Its silence says nothing.`;
  switch (line.covers) {
    case 'yes':
      return { word: 'covered', detail };
    case 'partly':
      return { word: 'covered in part', detail };
    case 'undeclared':
      return { word: UNDECLARED, detail: 'What it does not tell may be so all the same.' };
    case 'no':
      return { word: 'not covered', detail: `It covers ${own} ${saysNothing(answer)}` };
  }
}

/** `The Beijing parade covers all kinds, on 2025-09-03. For 2024-01-01 it says nothing, …`, of each data set. */
export function uncoveredWords(answer: Told): string[] {
  return answer.coverage.map((line) =>
    line.covers !== 'undeclared'
      ? `${line.title} covers ${sentenceOf(line.detail)} ${saysNothing(answer)}`
      : `${line.title} ${UNDECLARED}: that it tells nothing here is not the same as none.`,
  );
}

function saysNothing({ filters, resolved }: Told): string {
  const time = timeWords(resolved.from, resolved.until)?.replace(/^(On|From) /, '');
  const what =
    time?.replace(/^U/, 'u') ?? (filters.kind.length > 0 ? filters.kind.join(', ') : 'what was asked');
  return `For ${what} it says nothing, which is not the same as none.`;
}

/** With its full stop, where a note in brackets has not brought one. */
const sentenceOf = (text: string) => (/[.][)]?$/.test(text) ? text : `${text}.`);
