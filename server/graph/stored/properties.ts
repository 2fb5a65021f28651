// What entries share in how they are stored: their home, their spans, and which of their properties are kept as they are.
import type { Span } from '../../../model/time.ts';
import { date } from '../values.ts';

export type Properties = Record<string, unknown>;

/** The four ends of a span, and whether it is uncertain; nothing where there is none. */
export function ends(span: Span | null): Properties {
  if (span === null) return {};
  return {
    startEarliest: date(span.startEarliest),
    startLatest: date(span.startLatest),
    endEarliest: date(span.endEarliest),
    endLatest: date(span.endLatest),
    uncertain: span.uncertain || undefined,
  };
}

/** When something may have begun, by name: for the publication of a source and the time a statement speaks about. */
export function starts(prefix: string, span: Span | null): Properties {
  if (span === null) return {};
  return {
    [`${prefix}Earliest`]: date(span.startEarliest),
    [`${prefix}Latest`]: date(span.startLatest),
    [`${prefix}Uncertain`]: span.uncertain || undefined,
  };
}

/** What is kept on every node of a load. */
export interface Home {
  load: string;
  dataset: string;
  /** Its place among its kind in the file. */
  order: number;
  /** A hash of the whole entry, for telling what changed. */
  hash: string;
}

/** Takes keys out of properties; those that are not there stay absent. */
export function take(properties: Properties, keys: readonly string[]): Properties {
  const taken: Properties = {};
  for (const key of keys)
    if (properties[key] !== undefined && properties[key] !== null) taken[key] = properties[key];
  return taken;
}
