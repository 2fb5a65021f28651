// A line of FollowTheMoney: an entity with lists of values, and what else its writer put beside them.
import { createHash } from 'node:crypto';
import { InvalidError } from '../../errors.ts';
import { wrongAt } from '../json-list.ts';

/** An entity as FollowTheMoney has it. */
export interface FtmEntity {
  id: string;
  schema: string;
  properties: Record<string, string[]>;
  /** What its tools keep and do not look at: data sets, caption, when it was first seen. */
  [context: string]: unknown;
}

/** The id of an entity of ours: letters and digits alone are allowed there, and hashes are the custom. */
export const hashOf = (...key: string[]) => createHash('sha1').update(key.join('\n')).digest('hex');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What a line holds, taken out of the envelope of a delta.
 * @throws InvalidError `invalid-file` where it is no entity
 */
export function entityAt(value: unknown, line: number): FtmEntity {
  if (!isObject(value))
    throw wrongAt(line, 'an entity has to be here: {"id": …, "schema": …, "properties": {…}}');
  if (isObject(value.entity) && typeof value.op === 'string') {
    if (value.op === 'DEL')
      throw wrongAt(
        line,
        'this deletes an entity of another file: load the whole data set in place of what changed',
      );
    return entityAt(value.entity, line);
  }
  const { id, schema, properties } = value;
  if (typeof id !== 'string' || typeof schema !== 'string' || !isObject(properties))
    throw wrongAt(line, 'an entity of FollowTheMoney has an id, a schema and properties');
  for (const [name, values] of Object.entries(properties))
    if (!Array.isArray(values) || values.some((v) => typeof v !== 'string'))
      throw wrongAt(line, `the property "${name.slice(0, 100)}" has to be a list of texts`);
  return { ...value, id, schema, properties: properties as FtmEntity['properties'] };
}

/** A field of ours beside the properties; tools keep what they do not know there, and refuse unknown properties. */
export const OURS = 'entente';

/** What Entente put on a line; null where it is of others. */
export function ownOf(entity: FtmEntity): Record<string, unknown> | null {
  const own = entity[OURS];
  return isObject(own) ? own : null;
}

/** An entity without what Entente put on it. */
export function theirs(entity: FtmEntity): FtmEntity {
  const { [OURS]: _, id, schema, properties, ...context } = entity;
  return { id, schema, properties, ...context };
}

/** Problems of one line, for readers that go on after it. */
export function problemsOf(error: unknown) {
  if (!(error instanceof InvalidError)) throw error;
  return error.errors.map((e) => ({ problem: { ...e, code: 'invalid-file' as const } }));
}
