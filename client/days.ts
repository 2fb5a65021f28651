// Days as numbers on a line, and the next and the previous day on which something changes.
import { type Day, MAX_DAY, MIN_DAY } from '../model/time.ts';

const DAY_MS = 86_400_000;

/** The day of a number, within the years that Entente knows. */
export function dayOf(n: number): Day {
  const iso = new Date(Math.round(n) * DAY_MS).toISOString();
  return iso.startsWith('-') ? MIN_DAY : iso.startsWith('+') ? MAX_DAY : iso.slice(0, 10);
}

/** The first of the sorted days after a day; null where there is none. */
export const after = (days: readonly Day[], day: Day): Day | null => days.find((d) => d > day) ?? null;

/** The last of the sorted days before a day; null where there is none. */
export const before = (days: readonly Day[], day: Day): Day | null => days.findLast((d) => d < day) ?? null;

/** Today, by the reader's own calendar. */
export function today(): Day {
  const now = new Date();
  return dayOf(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY_MS);
}

/** What a lens asks of world time, in words. */
export function timeWords(from: Day | null, until: Day | null): string | null {
  if (from === null && until === null) return null;
  if (from === until) return `On ${from}`;
  if (from === null) return `Until ${until}`;
  return until === null ? `From ${from}` : `From ${from} until ${until}`;
}
