// A party as an edge: its attributes and the days on which it may be one, and back.
import type { Party } from '../../../model/claim.ts';
import { MAX_DAY, MIN_DAY, type Span, spellOf } from '../../../model/time.ts';
import { type Attributes, attributesOf } from './flat.ts';

/** First and last day on which something may be so; open ends are absent. */
export interface Days {
  start?: string;
  end?: string;
}

/** A party as the attributes of its edge. */
export function partyAttributes({ role, part, side, from, until, by }: Party, index: number): Attributes {
  const acting = Array.isArray(by) ? JSON.stringify(by) : by;
  return attributesOf({ role, part, side, from, until, order: index + 1, by: acting });
}

/** The days of its spell; undefined where it has none. */
export const spellDays = ({ from, until }: Party): Days | undefined =>
  from === undefined && until === undefined ? undefined : daysOf(spellOf(from, until));

/** The party that an edge tells, without its entity. What is computed or not of a party is passed over. */
export function partyFrom(attributes: ReadonlyMap<string, unknown>, more: Record<string, unknown>) {
  const all = { ...Object.fromEntries(attributes), ...more };
  const fields = ['role', 'part', 'side', 'from', 'until', 'by'].flatMap((name) => {
    const value = all[name];
    if (value === undefined) return [];
    return [
      [name, name === 'by' && String(value).startsWith('[') ? JSON.parse(String(value)) : String(value)],
    ];
  });
  return { order: Number(all.order ?? Number.POSITIVE_INFINITY), fields: Object.fromEntries(fields) };
}

/** First and last day of every reading. */
export function daysOf(span: Span | null): Days | undefined {
  if (span === null) return undefined;
  return {
    ...(span.startEarliest === MIN_DAY ? {} : { start: span.startEarliest }),
    ...(span.endLatest === MAX_DAY ? {} : { end: span.endLatest }),
  };
}

/** A spell within the time of its claim; alone where they do not meet, and the claim's where there is none. */
export function within(spell: Days | undefined, claim: Days | undefined): Days | undefined {
  if (spell === undefined || claim === undefined) return spell ?? claim;
  const start = [spell.start, claim.start]
    .filter((d) => d !== undefined)
    .sort()
    .at(-1);
  const end = [spell.end, claim.end].filter((d) => d !== undefined).sort()[0];
  if (start !== undefined && end !== undefined && start > end) return spell;
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}
