// Checks each entry by its schema, as it comes, and brings it into the one form in which it is compared and stored.
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { Claim } from '../../model/claim.ts';
import { Dataset } from '../../model/dataset.ts';
import { Entity } from '../../model/entity.ts';
import type { Entry, EntryType } from '../../model/entry.ts';
import { type Fault, graded } from '../../model/grade.ts';
import { didYouMean } from '../../model/near.ts';
import { Source } from '../../model/source.ts';
import { canonical, identityOf, Statement } from '../../model/statement.ts';
import { vocabulary } from '../vocabulary.ts';
import type { Errors } from './errors.ts';
import { explain } from './explain.ts';
import type { Item, Place } from './read.ts';
import { type Named, namedIn, nearEntities } from './suggest.ts';

/** An entry that its schema has passed, and where it stands. */
export interface Placed<T extends Entry = Entry> {
  entry: T;
  /** Its place among all entries of the load, by which errors know it. */
  n: number;
  at(pointer: string): Place;
}

const schemas: Record<EntryType, z.ZodType<Entry>> = {
  dataset: Dataset,
  entity: Entity,
  source: Source,
  claim: Claim,
  statement: Statement,
};
const types = Object.keys(schemas);

/** Entries that are there and wrong: whoever refers to them is not told that they are missing. */
export interface Broken {
  /** Their ids, as far as they can be read. */
  ids: Set<string>;
  /** Claims that a wrong statement is about. */
  stated: Set<string>;
}

/** Checks entries one by one, each by itself. */
export class Parser {
  readonly broken: Broken = { ids: new Set(), stated: new Set() };
  /** Short names of sources that the files have used. */
  readonly keys: string[] = [];
  /** Entities that the files have declared, right or wrong, for telling what was probably meant. */
  readonly entities: Named[] = [];
  readonly #errors: Errors;
  #n = 0;

  constructor(errors: Errors) {
    this.#errors = errors;
  }

  /** The entry as its schema wants it, or what is left of a wrong one; what is wrong goes to the errors. */
  parse({ entry, key, at }: Item): Placed | null {
    const n = this.#n++;
    const type = typeOf(entry);
    if (key !== undefined) this.keys.push(key);
    if (type === null) {
      this.#errors.add({ ...at('/type'), detail: typeFault(entry) });
      return null;
    }
    if (type === 'entity') this.entities.push(...namedIn(entry as Fields));
    const faults: Fault[] = [];
    const given = type === 'statement' ? graded(entry as Fields, vocabulary().scales, faults) : entry;
    const parsed = schemas[type].safeParse(given);
    if (!parsed.success) {
      const { issues } = parsed.error;
      faults.push(...explain(issues, given, type, schemas[type], (field, value) => this.#near(field, value)));
    }
    const right = parsed.success && faults.length === 0 ? settled(parsed.data, faults) : null;
    if (right !== null && faults.length === 0) return { entry: right, n, at };
    for (const { pointer, detail } of faults) this.#errors.add({ ...at(pointer), detail });
    this.broken.ids.add(String((entry as Fields).id));
    if (type === 'statement') this.broken.stated.add(String((entry as Fields).claim));
    const rest = parsed.success ? null : withoutFaults(given as Fields, parsed.error.issues, schemas[type]);
    const left = rest === null ? null : settled(rest, []);
    this.#errors.refuse(type, n);
    return left === null ? null : { entry: left, n, at };
  }

  #near(field: string, value: string): string {
    if (this.#errors.isFlood) return '';
    if (field === 'source') return didYouMean(value, this.keys);
    return ['entity', 'by', 'attributedTo', 'states'].includes(field)
      ? nearEntities(value, this.entities)
      : '';
  }
}

type Fields = Record<string, unknown>;

/**
 * What is left of a wrong entry without the fields that are wrong, so that the others are checked as well and all
 * errors of a file are told at once. It is never stored: there is an error already.
 */
function withoutFaults(
  given: Fields,
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType<Entry>,
): Entry | null {
  const wrong = new Set(
    issues.flatMap((i) => (i.code === 'unrecognized_keys' ? i.keys : [String(i.path[0])])),
  );
  const rest = Object.fromEntries(Object.entries(given).filter(([key]) => !wrong.has(key)));
  // Of the fields that must be there, only the number may be unknown.
  if (wrong.has('confidence')) rest.confidence = null;
  return schema.safeParse(rest).data ?? null;
}

function typeOf(entry: unknown): EntryType | null {
  const type = (entry as { type?: unknown } | null)?.type;
  return types.includes(String(type)) ? (type as EntryType) : null;
}

function typeFault(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    return 'an entry has fields: write {"type": …}';
  const { type } = entry as { type?: unknown };
  if (type === undefined) return `type is missing: an entry is one of ${types.join(', ')}`;
  return `"${type}" is not one of ${types.join(', ')}${didYouMean(String(type), types)}`;
}

/** One form for what can be written in several: nothing where a list or map is empty, one name where a list has one. */
function settled(entry: Entry, faults: Fault[]): Entry {
  switch (entry.type) {
    case 'claim':
      return compact({
        ...entry,
        parties: entry.parties.map((p) =>
          Array.isArray(p.by) && p.by.length === 1 ? { ...p, by: p.by[0] } : p,
        ),
        properties: filled(entry.properties),
      });
    case 'entity':
      return compact({ ...entry, represents: filled(entry.represents) });
    case 'statement': {
      const statement = compact({ ...entry, properties: filled(entry.properties) });
      const id = `statement:${half(identityOf(statement))}`;
      if (entry.id !== undefined && entry.id !== id)
        faults.push({
          pointer: '/id',
          detail: 'the id is not that of what the statement says: leave it out, it is computed',
        });
      return { ...statement, id };
    }
    default:
      return compact(entry);
  }
}

const filled = <T extends object>(value: T | undefined) =>
  value === undefined || Object.keys(value).length === 0 ? undefined : value;
const compact = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Half of it. A slice would keep the whole in memory, and a load has very many of them. */
function half(text: string): string {
  return createHash('sha256').update(text).digest().toString('hex', 0, 16);
}

/** A hash of all that an entry says. */
export function hashOf(entry: Entry): string {
  return half(canonical(entry));
}
