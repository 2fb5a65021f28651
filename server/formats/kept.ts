// What another program's file says and the model has no place for: kept as free values, and made of them again.
import type { FreeValues } from '../../model/free.ts';

/** Behind the name of a field whose value is neither a text, a number, a switch nor a list of texts. */
const AS_JSON = ' (JSON)';

/**
 * Fields as free values; whatever they are, `unkept` gives them back.
 * @param prefix goes before each name, so that it is told from a data set's own
 */
export function kept(fields: Readonly<Record<string, unknown>>, prefix: string): FreeValues {
  const values: FreeValues = {};
  for (const [key, value] of Object.entries(fields)) {
    const plain = key.endsWith(AS_JSON) ? null : plainValue(value);
    if (plain === null) values[`${prefix}${key}${AS_JSON}`] = JSON.stringify(value);
    else values[`${prefix}${key}`] = plain;
  }
  return values;
}

function plainValue(value: unknown): FreeValues[string] | null {
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  const isList = Array.isArray(value) && value.length > 0 && value.every((v) => typeof v === 'string');
  return isList ? value : null;
}

/** The fields that were kept under a prefix. A value that says it is JSON and is none stays the text that it is. */
export function unkept(values: FreeValues | undefined, prefix: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values ?? {})) {
    if (!name.startsWith(prefix)) continue;
    const key = name.slice(prefix.length);
    const json = key.endsWith(AS_JSON) && typeof value === 'string' ? parsed(value) : undefined;
    if (json === undefined) fields[key] = value;
    else fields[key.slice(0, -AS_JSON.length)] = json;
  }
  return fields;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
