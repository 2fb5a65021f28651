// Checks each entry by its schema, and brings it into the one form in which it is compared and stored.
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { Claim } from '../../model/claim.ts';
import { Dataset } from '../../model/dataset.ts';
import { Entity } from '../../model/entity.ts';
import type { Entry, EntryType } from '../../model/entry.ts';
import { Source } from '../../model/source.ts';
import { canonical, identityOf, Statement } from '../../model/statement.ts';
import { vocabulary } from '../vocabulary.ts';
import type { Errors } from './errors.ts';
import { explain, type Fault } from './explain.ts';
import { graded } from './grade.ts';
import { didYouMean } from './near.ts';
import type { Item, Place } from './read.ts';
import { nearEntities } from './suggest.ts';

/** An entry that its schema has passed, and where it stands. */
export interface Placed<T extends Entry = Entry> {
  entry: T;
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
  ids: ReadonlySet<string>;
  /** Claims that a wrong statement is about. */
  stated: ReadonlySet<string>;
}

/** The entries of all files. */
export interface Parsed {
  items: readonly Item[];
  placed: Placed[];
  broken: Broken;
}

/** The entries that are what their schemas say; what is wrong with the others goes to `errors`. */
export function parse(items: readonly Item[], errors: Errors): Parsed {
  const keys = items.flatMap((i) => i.key ?? []);
  const near = (field: string, value: string) => {
    if (errors.isFlood) return '';
    if (field === 'source') return didYouMean(value, keys);
    return ['entity', 'by', 'attributedTo', 'states'].includes(field) ? nearEntities(value, items) : '';
  };
  const ids = new Set<string>();
  const stated = new Set<string>();
  const placed = items.flatMap(({ entry, at }) => {
    const type = typeOf(entry);
    if (type === null) {
      errors.add({ ...at('/type'), detail: typeFault(entry) });
      return [];
    }
    const faults: Fault[] = [];
    const given = type === 'statement' ? graded(entry as Fields, vocabulary().scales, faults) : entry;
    const parsed = schemas[type].safeParse(given);
    if (!parsed.success) faults.push(...explain(parsed.error.issues, given, type, schemas[type], near));
    const right = parsed.success && faults.length === 0 ? settled(parsed.data, faults) : null;
    const found = faults.length === 0 ? right : null;
    for (const { pointer, detail } of faults) errors.add({ ...at(pointer), detail });
    if (found !== null) return [{ entry: found, at }];
    ids.add(String((entry as Fields).id));
    if (type === 'statement') stated.add(String((entry as Fields).claim));
    const rest = parsed.success ? null : withoutFaults(given as Fields, parsed.error.issues, schemas[type]);
    const left = rest === null ? null : settled(rest, []);
    // Refused as what the later checks see, so that it is counted once.
    errors.refuse(type, left ?? entry);
    return left === null ? [] : [{ entry: left, at }];
  });
  return { items, placed, broken: { ids, stated } };
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
      const id = `statement:${sha256(identityOf(entry)).slice(0, 32)}`;
      if (entry.id !== undefined && entry.id !== id)
        faults.push({
          pointer: '/id',
          detail: 'the id is not that of what the statement says: leave it out, it is computed',
        });
      return compact({ ...entry, id });
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

const hashes = new WeakMap<Entry, string>();

/** A hash of all that an entry says; from then on the entry must stay as it is. */
export function hashOf(entry: Entry): string {
  const known = hashes.get(entry);
  if (known !== undefined) return known;
  const hash = sha256(canonical(entry)).slice(0, 32);
  hashes.set(entry, hash);
  return hash;
}
