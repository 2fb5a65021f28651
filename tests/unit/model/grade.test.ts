// Words of confidence and their numbers, by the tables of STIX 2.1 appendix A.
import { expect, test } from 'vitest';
import { type Fault, graded } from '../../../model/grade.ts';
import { vocabulary } from '../../../server/vocabulary.ts';

function grade(statement: Record<string, unknown>) {
  const faults: Fault[] = [];
  const { confidence, word } = graded(statement, vocabulary().scales, faults);
  return { confidence, word, faults: faults.map((f) => f.pointer) };
}
const stix = { scale: 'stix-none-low-med-high' };

test('a word of a computed scale gives the number of its table, and is kept as it was written', () => {
  expect(grade({ ...stix, confidence: 'high' })).toEqual({ confidence: 85, word: 'high', faults: [] });
  expect(grade({ ...stix, word: 'Low' })).toEqual({ confidence: 15, word: 'Low', faults: [] });
  expect(grade({ ...stix, word: 'None', confidence: null })).toEqual({
    confidence: 0,
    word: 'None',
    faults: [],
  });
  expect(grade({ scale: 'stix-0-10', confidence: '7' })).toEqual({ confidence: 70, word: '7', faults: [] });
});

test('what cannot be judged has no number', () => {
  const unjudged = { scale: 'admiralty-credibility', word: '6 - Truth cannot be judged' };
  expect(grade(unjudged)).toEqual({ confidence: null, word: unjudged.word, faults: [] });
  expect(grade({ ...unjudged, confidence: 50 }).faults).toEqual(['/confidence']);
});

test('credibility has its number where no other is given, and null stays unknown', () => {
  expect([1, 2, 3, 4, 5, 6].map((credibility) => grade({ credibility }).confidence)).toEqual([
    90,
    70,
    50,
    30,
    10,
    null,
  ]);
  expect(grade({ credibility: 2, confidence: 55 }).confidence).toBe(55);
  expect(grade({ credibility: 2, confidence: null }).confidence).toBeNull();
  expect(grade({ credibility: 2, confidence: 'Low', ...stix }).confidence).toBe(15);
  expect(grade({ credibility: 2, word: 'Low', ...stix }).confidence).toBe(15);
  // A word of likelihood has no number, and takes none away.
  expect(grade({ credibility: 2, scale: 'dni', word: 'Almost No Chance / Remote' }).confidence).toBe(70);
  expect(grade({ credibility: 7 }).confidence).toBeNull();
});

test('the grades of the Admiralty code are known by their numbers too', () => {
  expect(grade({ scale: 'admiralty-credibility', confidence: '2' })).toEqual({
    confidence: 70,
    word: '2',
    faults: [],
  });
  expect(grade({ scale: 'admiralty-credibility', confidence: '7' }).faults).toEqual(['/confidence']);
});

test('number and word may stand together where they agree', () => {
  expect(grade({ ...stix, word: 'High', confidence: 70 })).toEqual({
    confidence: 70,
    word: 'High',
    faults: [],
  });
  expect(grade({ ...stix, word: 'High', confidence: 69 }).faults).toEqual(['/confidence']);
});

test('absent stays unknown, and 0 stays 0', () => {
  expect(grade({})).toEqual({ confidence: null, word: undefined, faults: [] });
  expect(grade({ confidence: 0 })).toEqual({ confidence: 0, word: undefined, faults: [] });
  expect(grade({ word: 'sure', confidence: 0 })).toEqual({ confidence: 0, word: 'sure', faults: [] });
});

test('words of likelihood never give a number', () => {
  for (const scale of ['wep', 'dni']) {
    const word = vocabulary().scales.get(scale)?.values[0]?.word;
    expect(grade({ scale, word })).toEqual({ confidence: null, word, faults: [] });
    expect(grade({ scale, confidence: word }).faults).toEqual(['/confidence']);
  }
});

test('two words that differ, no word of the scale, no scale', () => {
  expect(grade({ ...stix, confidence: 'High', word: 'Low' }).faults).toEqual(['/word']);
  expect(grade({ ...stix, confidence: 'certain' }).faults).toEqual(['/confidence']);
  expect(grade({ confidence: 'high' }).faults).toEqual(['/confidence']);
  expect(grade({ scale: 'stix', confidence: 'high' }).faults).toEqual(['/scale']);
});
