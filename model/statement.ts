// One source's word on one claim.
import * as z from 'zod';
import { Confidence, Credibility, Marking } from './confidence.ts';
import { FreeValues } from './free.ts';
import { ClaimId, EntityId, SourceId, StatementId, TextHash } from './id.ts';
import { Day, EdtfText } from './time.ts';

export const stances = ['asserts', 'denies', 'qualifies', 'reports-absence'] as const;
export const Stance = z.enum(stances);
export type Stance = z.infer<typeof Stance>;

export const bases = ['stated', 'implied', 'inferred'] as const;

const quoteResults = ['verbatim', 'verbatim-normalised', 'ambiguous', 'not-found', 'text-not-held'] as const;
export const QuoteResult = z.enum(quoteResults);
export type QuoteResult = z.infer<typeof QuoteResult>;

/** The result of looking for a quote in its source's text: against which text, by whom, and when. */
export const QuoteCheck = z.strictObject({
  result: QuoteResult,
  hash: TextHash.optional(),
  by: z.string().min(1),
  at: Day,
});
export type QuoteCheck = z.infer<typeof QuoteCheck>;

/** A quote as a W3C Web Annotation TextQuoteSelector, with the result of its check. */
export const Quote = z.strictObject({
  exact: z.string().min(1),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  check: QuoteCheck.optional(),
});
export type Quote = z.infer<typeof Quote>;

export const Statement = z.strictObject({
  type: z.literal('statement'),
  id: StatementId.optional().describe('Computed by the loader; a hash of all the statement says.'),
  claim: ClaimId,
  source: SourceId,
  stance: Stance,
  confidence: Confidence,
  scale: z.string().optional().describe('The scale of the word, such as stix-none-low-med-high.'),
  word: z.string().optional().describe('The word of that scale; kept as it was written.'),
  likelihood: z.string().optional().describe('A word of likelihood (ICD 203, WEP), kept and never computed.'),
  credibility: Credibility.optional(),
  assessedBy: z.enum(['source', 'coder', 'analyst']).optional().describe('Whose the grade is.'),
  attributedTo: EntityId.optional().describe('Who is quoted, when it is not the publisher.'),
  origin: z.string().optional().describe('Whom it goes back to; by default who is quoted, else the source.'),
  basis: z.enum(bases),
  asOf: EdtfText.optional().describe("The time the source speaks about, where it differs from the claim's."),
  quote: Quote.optional(),
  locator: z.string().optional(),
  recordedAt: Day.optional(),
  supersededAt: Day.optional(),
  supersededBy: StatementId.optional(),
  reason: z.string().optional(),
  marking: Marking.optional(),
  note: z.string().optional(),
  properties: FreeValues.optional(),
});
export type Statement = z.infer<typeof Statement>;

/** Whom a statement goes back to: its own origin, else who is quoted, else the source (MODEL.md section 3). */
export function originOf(statement: Pick<Statement, 'origin' | 'attributedTo' | 'source'>): string {
  return statement.origin ?? statement.attributedTo ?? statement.source;
}

/**
 * What a statement's id is the hash of: all it says, except the quote check's result and its supersession.
 * @returns a text that is the same for the same statement, whatever the order of its keys
 */
export function identityOf(statement: Statement): string {
  const { type, id, supersededAt, supersededBy, reason, quote, ...says } = statement;
  const { check, ...words } = quote ?? {};
  const all: Record<string, unknown> = { ...says, ...(quote === undefined ? {} : { quote: words }) };
  return canonical(all);
}

/** A value as JSON that is the same whatever the order of its keys; keys without a value are left out. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = value as Record<string, unknown>;
  const pairs: string[] = [];
  for (const key of Object.keys(fields).sort())
    if (fields[key] !== undefined) pairs.push(`${JSON.stringify(key)}:${canonical(fields[key])}`);
  return `{${pairs.join(',')}}`;
}
