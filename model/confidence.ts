// Confidence: an integer 0..100, or null where it is not known; and the words and grades of the field beside it.
import * as z from 'zod';

/** STIX 2.1 section 3.2: 0..100. Absent is unknown; it is not 50 and not 0. */
export const Confidence = z
  .int('confidence is a whole number from 0 to 100, or absent')
  .min(0, 'confidence is a whole number from 0 to 100, or absent')
  .max(100, 'confidence is a whole number from 0 to 100, or absent')
  .nullable();
export type Confidence = z.infer<typeof Confidence>;

export const bands = ['high', 'medium', 'low', 'none', 'unknown'] as const;
export type Band = (typeof bands)[number];

/** The band of a number by STIX 2.1 appendix A (None / Low / Med / High), and `unknown` for null. */
export function bandOf(confidence: Confidence): Band {
  if (confidence === null) return 'unknown';
  if (confidence >= 70) return 'high';
  if (confidence >= 30) return 'medium';
  return confidence > 0 ? 'low' : 'none';
}

/** NATO Admiralty code: how far the source is to be relied on. */
export const Reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);
export type Reliability = z.infer<typeof Reliability>;

/** NATO Admiralty code: how credible the information is. */
export const Credibility = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
]);
export type Credibility = z.infer<typeof Credibility>;

/** Credibility to confidence, STIX 2.1 appendix A; 6 (cannot be judged) has no number. */
export const confidenceOfCredibility: Record<Credibility, Confidence> = {
  1: 90,
  2: 70,
  3: 50,
  4: 30,
  5: 10,
  6: null,
};

/** The Admiralty grade as it is written, "F3"; a dash where one half is not given. */
export function gradeOf(
  reliability: Reliability | undefined,
  credibility: Credibility | undefined,
): string | null {
  if (reliability === undefined && credibility === undefined) return null;
  return `${reliability ?? '–'}${credibility ?? '–'}`;
}

/** TLP 2.0, from what anybody may see to what only the recipients may. */
export const markings = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const;
export const Marking = z.enum(markings);
export type Marking = z.infer<typeof Marking>;

/** The markings that are stricter than a bound; none where there is no bound. */
export const markingsAbove = (bound: Marking | null): Marking[] =>
  bound === null ? [] : markings.slice(markings.indexOf(bound) + 1);

/** The strictest of some markings; null where nothing is marked. */
export function strictest(all: Iterable<Marking | null | undefined>): Marking | null {
  let rank = -1;
  for (const marking of all) if (marking != null) rank = Math.max(rank, markings.indexOf(marking));
  return markings[rank] ?? null;
}
