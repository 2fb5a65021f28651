// Words of confidence and grades of credibility as numbers, by the tables of STIX 2.1 and nothing else; both are kept.
import { Credibility, confidenceOfCredibility } from './confidence.ts';
import { didYouMean } from './near.ts';
import type { Scale } from './vocabulary.ts';

/** Something wrong with a part of an entry. */
export interface Fault {
  pointer: string;
  detail: string;
}

type Fields = Record<string, unknown>;

/**
 * A statement whose word has its number: `confidence: High` with a scale, or `word: High` with a scale and no number;
 * where neither is there, its credibility has one. `confidence: null` is unknown, and stays so whatever the credibility.
 * What is wrong goes to `faults`, and stays as it is.
 * Source: STIX 2.1 appendix A; words of likelihood never give a number (MODEL.md section 3).
 */
export function graded(statement: Fields, scales: ReadonlyMap<string, Scale>, faults: Fault[]): Fields {
  const { scale: name, word } = statement;
  const isWord = typeof word === 'string' && scales.get(String(name))?.computed === true;
  const { confidence = isWord ? null : byCredibility(statement) } = statement;
  const fault = (field: string, detail: string) => {
    faults.push({ pointer: `/${field}`, detail });
    // The number is told of already; the schema need not stumble over it as well.
    return typeof confidence === 'string' ? { ...statement, confidence: null } : { ...statement, confidence };
  };
  if (name === undefined) {
    if (typeof confidence !== 'string') return { ...statement, confidence };
    const computed = [...scales.values()].filter((s) => s.computed).map((s) => s.id);
    const why = /^\d+$/.test(confidence)
      ? 'is text; write the number without quotes'
      : `needs a scale: write scale, one of ${computed.join(', ')}, or a number from 0 to 100`;
    return fault('confidence', `"${confidence}" ${why}`);
  }
  const scale = scales.get(String(name));
  if (scale === undefined)
    return fault(
      'scale',
      `"${name}" is not a scale${didYouMean(String(name), scales.keys()) || `; there are ${[...scales.keys()].join(', ')}`}`,
    );
  const given = typeof confidence === 'string' ? confidence : word;
  const field = typeof confidence === 'string' ? 'confidence' : 'word';
  if (typeof given !== 'string') return { ...statement, confidence };
  if (typeof confidence === 'string' && typeof word === 'string' && !same(confidence, word))
    return fault('word', `confidence says "${confidence}" and word says "${word}"`);
  const found = scale.values.find((v) => same(v.word, given) || same(numberOf(v.word), given));
  if (found === undefined) {
    const words = scale.values.map((v) => v.word);
    return fault(
      field,
      `"${given}" is not a word of ${scale.id}${didYouMean(given, words)}${didYouMean(given, words) === '' ? ';' : ''} it has ${words.join(', ')}`,
    );
  }
  if (!scale.computed) {
    if (typeof confidence !== 'string') return { ...statement, confidence };
    return fault(
      'confidence',
      `"${confidence}" is a word of likelihood, which is not confidence: write likelihood: ${confidence}`,
    );
  }
  if (typeof confidence === 'number') {
    if (!inRange(confidence, found)) return fault('confidence', disagreement(confidence, scale, found));
    return statement;
  }
  return { ...statement, confidence: found.value, word: given };
}

/** Absent where there is no such grade, which the schema tells. */
function byCredibility({ credibility }: Fields) {
  // Most statements have none, and a schema that fails takes as long as all else of a statement.
  if (credibility === undefined) return null;
  const grade = Credibility.safeParse(credibility);
  return grade.success ? confidenceOfCredibility[grade.data] : null;
}

/** The number before a word, as in `2 - Probably True`, by which the grades of the Admiralty code are mostly written. */
const numberOf = (word: string) => /^(\d+) - /.exec(word)?.[1] ?? word;

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

type Word = Scale['values'][number];

const inRange = (n: number, { from, to }: Word) => from !== null && to !== null && n >= from && n <= to;

function disagreement(n: number, scale: Scale, { word, from, to }: Word): string {
  const means = from === null ? 'has no number' : `is ${from === to ? from : `${from} to ${to}`}`;
  return `${n} and "${word}" disagree: by ${scale.id} "${word}" ${means}`;
}
