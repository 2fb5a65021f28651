// How values cross into Neo4j and back: whole numbers and days. The only place that knows how Neo4j has them.
import neo4j from 'neo4j-driver';
import type { Day } from '../../model/time.ts';

/** A value as the driver takes it: whole numbers become Neo4j's integers, absent ones null, in lists and maps too. */
export function toGraph(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toGraph);
  if (!isMap(value)) return value;
  // Loads convert millions of values: a plain loop takes half the time of entries that are mapped and put together.
  const converted: Record<string, unknown> = {};
  for (const key in value) converted[key] = toGraph(value[key]);
  return converted;
}

/** A value of the driver in plain JavaScript: numbers, and days as `YYYY-MM-DD`, in lists and maps too. */
export function fromGraph(value: unknown): unknown {
  if (neo4j.isInt(value)) return value.toNumber();
  if (neo4j.isDate(value)) return value.toString();
  if (Array.isArray(value)) return value.map(fromGraph);
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, fromGraph(v)]));
  return value;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** A day as the DATE it is stored as; nothing where there is none. */
export function date(day: Day | undefined): unknown {
  if (day === undefined) return undefined;
  const [year = 1, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  return new neo4j.types.Date(year, month, dayOfMonth);
}
