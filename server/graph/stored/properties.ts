// What entries share in how they are stored: their home, their spans, and which of their properties are kept as they are.
import type { FreeValues } from '../../../model/free.ts';
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

/** Stands before the name of what a data set keeps beside the model. */
const FREE = 'free_';

/** What a data set keeps beside the model, as it is stored. */
export function freeRow(free: FreeValues | undefined): Properties {
  const row: Properties = {};
  for (const name in free) row[`${FREE}${name}`] = free[name];
  return row;
}

/** What is stored beside the model, under `properties`; nothing where there is none. */
export function freeFrom(properties: Properties): { properties?: FreeValues } {
  const free: [string, FreeValues[string]][] = [];
  for (const key in properties)
    if (key.startsWith(FREE)) free.push([key.slice(FREE.length), properties[key] as FreeValues[string]]);
  // A name may be one that assignment treats otherwise, as __proto__.
  return free.length === 0 ? {} : { properties: Object.fromEntries(free) };
}

/** Properties put together: for the thirty of a claim a loop takes a third of the time of spreads. */
export function joined(...parts: readonly Properties[]): Properties {
  const all: Properties = {};
  for (const part of parts) for (const key in part) all[key] = part[key];
  return all;
}

/** Takes keys out of properties; those that are not there stay absent. */
export function take(properties: Properties, keys: readonly string[]): Properties {
  const taken: Properties = {};
  for (const key of keys)
    if (properties[key] !== undefined && properties[key] !== null) taken[key] = properties[key];
  return taken;
}
