// Thresholds at which something can change: what the filtration steps through, and where a claim stops standing.
import type { Confidence } from './confidence.ts';
import { type Weighable, weigh } from './judge.ts';
import { type Lens, type ResolvedLens, resolveLens } from './lens.ts';

/** The last threshold there is. */
export const TOP = 100;

/** Each threshold at which other statements count than just below it: 0, 1 (unknown ones go), just above each number. */
export function thresholdsOf(statements: Iterable<{ confidence: Confidence }>): number[] {
  const found = new Set([0, 1]);
  for (const { confidence } of statements)
    if (confidence !== null && confidence < TOP) found.add(confidence + 1);
  return [...found].sort((a, b) => a - b);
}

/** The reader's lens at another threshold; unknown confidence counts as the reader chose, else at 0 only. */
export function atThreshold(lens: Lens, threshold: number, over: 'day' | 'life'): ResolvedLens {
  return resolveLens({ ...lens, threshold }, over);
}

/** The highest threshold at which a claim stands; null where it stands at none. */
export function standsUntil(
  statements: readonly Weighable[],
  lens: Lens,
  over: 'day' | 'life',
): number | null {
  const thresholds = thresholdsOf(statements);
  const stand = thresholds.map((t) => weigh(statements, atThreshold(lens, t, over)).stands);
  const last = stand.lastIndexOf(true);
  return last < 0 ? null : (thresholds[last + 1] ?? TOP + 1) - 1;
}
