// What the data sets cover of what was asked, in words: outside of it their silence says nothing.
import type { Answer, CoverageLine } from '../model/answer.ts';
import { UNDECLARED } from '../model/coverage.ts';
import { timeWords } from './days.ts';

type Told = Pick<Answer, 'coverage' | 'filters' | 'resolved'>;

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
