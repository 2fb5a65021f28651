// The words that panels say: of states, stances, modalities, counts and times, each in one place.
import type { Answer, Count, JudgedClaim } from '../model/answer.ts';
import type { Modality } from '../model/claim.ts';
import { bandOf, type Confidence } from '../model/confidence.ts';
import { type State, standing } from '../model/judge.ts';
import { listed } from '../model/phrase.ts';
import type { Quote, QuoteResult, Stance, Statement } from '../model/statement.ts';
import type { Part } from '../model/vocabulary.ts';

/** What stands at the head of a claim. */
export const stateBanner: Record<State, string> = {
  asserted: 'Asserted',
  contested: 'Contested',
  unverified: 'Unverified',
  denied: 'Denied by the sources',
  unevidenced: 'Looked for, not found',
  open: 'Unclear',
};

/** States in counts of what does not stand. */
const absentWord: Partial<Record<State, string>> = {
  unevidenced: 'not found',
  denied: 'denied',
  open: 'open',
};

export const stanceWord: Record<Stance, [one: string, more: string]> = {
  asserts: ['asserts', 'assert'],
  denies: ['denies', 'deny'],
  'reports-absence': ['reports absence', 'report absence'],
  qualifies: ['qualifies', 'qualify'],
};

export const partWord: Record<Part, string> = {
  actor: 'actor',
  addressee: 'addressee',
  affected: 'affected, not a principal',
  context: 'context, not a principal',
};

const bandWord = { high: 'high', medium: 'medium', low: 'low', none: 'none', unknown: 'unknown' } as const;

/** The word of a number on STIX 2.1's scale None / Low / Med / High. */
export const confidenceWord = (c: Confidence) => bandWord[bandOf(c)];

/** `In force` for `in-force`. */
export function modalityWord(modality: Modality): string {
  return sentence(modality.replace('-', ' '));
}

/** With its first letter as a capital. */
export const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
export const inWords = (n: number) => numberWords[n] ?? String(n);

/** `2 assert, 1 denies`, of all statements that are given. */
export function stanceCounts(statements: readonly Statement[]): string {
  return (['asserts', 'denies', 'reports-absence', 'qualifies'] as const)
    .map((stance) => [stance, statements.filter((s) => s.stance === stance).length] as const)
    .filter(([, n]) => n > 0)
    .map(([stance, n]) => `${n} ${stanceWord[stance][n === 1 ? 0 : 1]}`)
    .join(', ');
}

/** `trilateral: three principals`, or `parties incomplete: three or more principals`. */
export function arityWords(c: JudgedClaim): string {
  const n = c.principals.length;
  if (c.claim.incomplete) return `parties incomplete: ${inWords(n)} or more principals`;
  const word = ['', 'unilateral', 'bilateral', 'trilateral'][n] ?? 'plurilateral';
  return `${word}: ${inWords(n)} ${n === 1 ? 'principal' : 'principals'}`;
}

/** `3 asserted, 1 contested`: what stands, by state. */
export function standingWords(count: Pick<Count, 'asserted' | 'contested' | 'unverified'>): string {
  return standing
    .map((s) => [s, count[s as 'asserted' | 'contested' | 'unverified']] as const)
    .filter(([, n]) => n > 0)
    .map(([s, n]) => `${n} ${s}`)
    .join(', ');
}

/** `4 not found, 1 denied, 1 open`: what does not stand, by state. */
export function absentWords(count: Pick<Count, 'unevidenced' | 'denied' | 'open'>): string {
  return (['unevidenced', 'denied', 'open'] as const)
    .filter((s) => count[s] > 0)
    .map((s) => `${count[s]} ${absentWord[s]}`)
    .join(', ');
}

/** A check that this program made, with its text at hand; any other is the author's, whose text is not held here. */
export const isOwnCheck = (quote: Quote) => /^Entente \d/.test(quote.check?.by ?? '');

/** Results of looking for quotes, as they are counted when a file is loaded. */
export const quoteResultWord: Record<QuoteResult, string> = {
  verbatim: 'found',
  'verbatim-normalised': 'found, spacing differs',
  ambiguous: 'found in several places',
  'not-found': 'not found',
  'text-not-held': 'not checked, as the source text is not held',
};

/** What is told of the check of a quote: found is not true, so it is neither praised nor blamed. */
export function quoteWords(quote: Quote): string {
  const check = quote.check;
  if (check === undefined) return 'Not checked against the source';
  if (check.result === 'not-found') return 'Not in the source';
  if (check.result === 'text-not-held') return 'Source text not held; not checked';
  if (!isOwnCheck(quote)) return `Source text not held; checked by the data set's author on ${check.at}`;
  switch (check.result) {
    case 'verbatim':
      return 'Words found in the source';
    case 'verbatim-normalised':
      return 'Found, spacing differs';
    case 'ambiguous':
      return 'Found in several places';
  }
}

/** Whose the grade of a statement is. */
export function graderWords(statement: Statement): string | null {
  switch (statement.assessedBy) {
    case 'source':
      return "the source's own grade";
    case 'coder':
      return 'coder’s grade';
    case 'analyst':
      return 'analyst’s grade';
    case undefined:
      return statement.confidence === null ? null : 'grader not told';
  }
}

/** The states that a question was asked for, as words: `exactly China, Russia and North Korea`. */
export function questionScope(answer: Answer, names: readonly string[]): string {
  if (names.length === 0) return 'all states';
  const all = listed(names);
  switch (answer.question.id) {
    case 'bilateral':
      return names.length === 2 ? `exactly ${all}` : `exactly two of ${all}`;
    case 'trilateral':
      return names.length === 3 ? `exactly ${all}` : `exactly three of ${all}`;
    case 'joint':
      return `${all} together, others too`;
    default:
      return all;
  }
}
