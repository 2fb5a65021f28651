// model/confidence.ts: 0, 100 and null, the bands and the Admiralty code, as STIX 2.1 and its appendix A have them.
import { expect, test } from 'vitest';
import { bandOf, Confidence, confidenceOfCredibility, gradeOf } from '../../../model/confidence.ts';

test('a whole number from 0 to 100, or null', () => {
  for (const c of [0, 1, 55, 100, null]) expect(Confidence.parse(c)).toBe(c);
  for (const c of [-1, 101, 55.5, '55', 'high', undefined, Number.NaN])
    expect(Confidence.safeParse(c).success, String(c)).toBe(false);
});

test('bands: None, Low, Med, High, and unknown apart', () => {
  expect([0, 1, 29, 30, 69, 70, 100, null].map(bandOf)).toEqual([
    'none',
    'low',
    'low',
    'medium',
    'medium',
    'high',
    'high',
    'unknown',
  ]);
});

test('credibility: 90, 70, 50, 30, 10, and 6 cannot be judged', () => {
  expect(confidenceOfCredibility).toEqual({ 1: 90, 2: 70, 3: 50, 4: 30, 5: 10, 6: null });
});

test('the grade as it is written', () => {
  expect(gradeOf('F', 3)).toBe('F3');
  expect(gradeOf(undefined, 3)).toBe('–3');
  expect(gradeOf('F', undefined)).toBe('F–');
  expect(gradeOf(undefined, undefined)).toBeNull();
});
