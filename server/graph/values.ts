// How values cross into Neo4j and back: whole numbers and days. The only place that knows how Neo4j has them.
import neo4j from 'neo4j-driver';
import type { Day } from '../../model/time.ts';

/** Values as the driver takes them, by name: whole numbers become Neo4j's integers; one that is absent is null. */
export function parametersToGraph(parameters: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, toGraph(value)]));
}

/** A value as the driver takes it, in lists and maps too; what is absent in a map is left out, which says null as well. */
function toGraph(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toGraph);
  if (!isMap(value)) return value;
  // Loads convert millions of values: a plain loop takes half the time of entries that are mapped and put together.
  const converted: Record<string, unknown> = {};
  for (const key in value) if (value[key] !== undefined) converted[key] = toGraph(value[key]);
  return converted;
}

/**
 * A value of the driver in plain JavaScript: numbers, and days as `YYYY-MM-DD`. Lists and maps are changed where they
 * stand: nobody else has them, an answer has hundreds of thousands of values, and hardly any of them is a day.
 */
export function fromGraph(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++)
      if (typeof value[i] === 'object' && value[i] !== null) value[i] = fromGraph(value[i]);
    return value;
  }
  if (isMap(value)) {
    for (const key in value) {
      const item = value[key];
      if (typeof item === 'object' && item !== null) value[key] = fromGraph(item);
    }
    return value;
  }
  if (neo4j.isInt(value)) return value.toNumber();
  if (neo4j.isDate(value)) return value.toString();
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
