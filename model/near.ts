// What is close to a word that is none of those known: for errors that say what was probably meant.
import { distance } from 'fastest-levenshtein';

/** How many near words are offered at most. */
const MOST = 2;

/**
 * The known words nearest to one that is not known; none where nothing is near.
 * @param known words to choose from
 */
export function nearest(word: string, known: Iterable<string>): string[] {
  const sought = word.toLowerCase();
  const allowed = Math.max(sought.length < 4 ? 1 : 2, Math.floor(sought.length / 3));
  const ranked: { word: string; far: number }[] = [];
  for (const candidate of known) {
    const lower = candidate.toLowerCase();
    const far = lower.includes(sought) && sought.length >= 4 ? 1 : distance(lower, sought);
    if (far <= allowed || beginAlike(lower, sought)) ranked.push({ word: candidate, far });
  }
  ranked.sort((a, b) => a.far - b.far);
  const best = ranked[0]?.far;
  return ranked
    .filter((r) => r.far === best)
    .slice(0, MOST)
    .map((r) => r.word);
}

/** `deny` and `denies`, `ratify` and `ratifier`. */
function beginAlike(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a[same] === b[same]) same += 1;
  return same >= 3 && same >= most * 0.6 && Math.abs(a.length - b.length) <= 4;
}

/** `; did you mean "x"?`, or nothing where nothing is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  return meant(nearest(word, known));
}

/** The same for words that are found already. */
export function meant(words: readonly string[]): string {
  return words.length === 0 ? '' : `; did you mean ${words.map((w) => `"${w}"`).join(' or ')}?`;
}
