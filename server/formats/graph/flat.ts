// An entry as flat, typed attributes, and back: what tables of nodes and edges can hold. Derived from the schemas of the
// model, so that a new field of an entry travels without a line here.
import type * as z from 'zod';
import { Claim } from '../../../model/claim.ts';
import { Dataset } from '../../../model/dataset.ts';
import { Entity } from '../../../model/entity.ts';
import type { EntryType } from '../../../model/entry.ts';
import { Source } from '../../../model/source.ts';
import { Statement } from '../../../model/statement.ts';

export type Scalar = string | number | boolean;
export type Attributes = Map<string, Scalar>;

/** What a field holds: one value, JSON text where it is a list, fields of its own, or values by free names. */
type Kind = 'string' | 'integer' | 'double' | 'boolean' | 'json' | 'free' | { fields: Map<string, Kind> };

/** Attributes of those values that are there. */
export function attributesOf(values: Record<string, Scalar | null | undefined>): Attributes {
  const attributes: Attributes = new Map();
  for (const name in values) {
    const value = values[name];
    if (value !== undefined && value !== null) attributes.set(name, value);
  }
  return attributes;
}

/** Where an attribute that has no column of its own, or whose value its column cannot hold, stands as JSON text. */
export const MORE = 'more';

/** Ends the name of an attribute that holds a list of texts as JSON. */
const LIST = '[]';

const schemas = { dataset: Dataset, entity: Entity, source: Source, claim: Claim, statement: Statement };

const kinds = Object.fromEntries(
  Object.entries(schemas).map(([type, schema]) => [type, kindOf(schema)]),
) as Record<EntryType, Kind>;

function kindOf(schema: z.core.$ZodType): Kind {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return kindOf(def.innerType);
    case 'number':
      return (def as { format?: string }).format === undefined ? 'double' : 'integer';
    case 'boolean':
      return 'boolean';
    case 'literal':
      return typeof def.values[0] === 'number' ? 'integer' : 'string';
    case 'union':
      return def.options[0] === undefined ? 'string' : kindOf(def.options[0]);
    case 'object':
      return { fields: new Map(Object.entries(def.shape).map(([name, field]) => [name, kindOf(field)])) };
    case 'record': {
      const values = (def.valueType._zod as z.core.$ZodTypes['_zod']).def.type;
      return values === 'union' || values === 'string' ? 'free' : 'json';
    }
    case 'array':
    case 'tuple':
      return 'json';
    default:
      return 'string';
  }
}

/** Names and types of the attributes that an entry of any kind can have, without those that a data set names freely. */
export const columnsOfModel: ReadonlyMap<string, 'string' | 'integer' | 'double' | 'boolean'> = new Map(
  Object.entries(kinds).flatMap(([type, kind]) =>
    (['string', 'integer', 'double', 'boolean'] as const).flatMap((wanted) =>
      namesOf(type, kind, (k) => k === wanted || (wanted === 'string' && k === 'json')).map(
        (name) => [name, wanted] as const,
      ),
    ),
  ),
);

function namesOf(name: string, kind: Kind, wanted: (kind: Kind) => boolean): string[] {
  if (typeof kind === 'string') return wanted(kind) ? [name] : [];
  return [...kind.fields].flatMap(([field, k]) => namesOf(`${name}_${field}`, k, wanted));
}

/**
 * An entry as attributes: `entity_names_en`, `statement_quote_exact`, `claim_properties_code`; a list is JSON text.
 * What is absent or null has none.
 * @param without fields that travel in another way
 */
export function flatten(type: EntryType, entry: object, without: readonly string[] = []): Attributes {
  const flat = new Attributed();
  for (const [field, value] of Object.entries(entry))
    if (field !== 'type' && !without.includes(field))
      flat.add(`${type}_${field}`, value, fieldOf(kinds[type], field));
  return flat.whole();
}

const fieldOf = (kind: Kind, field: string): Kind | undefined =>
  typeof kind === 'object' ? kind.fields.get(field) : undefined;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Gathers attributes; what cannot be told by its name alone goes to the rest. */
class Attributed {
  readonly #attributes: Attributes = new Map();
  readonly #rest: Record<string, unknown> = {};

  add(name: string, value: unknown, kind: Kind | undefined): void {
    if (value === undefined || value === null) return;
    if (isObject(value) && (kind === 'free' || typeof kind === 'object')) {
      const fields = Object.entries(value);
      if (fields.length === 0) this.#rest[name] = value;
      for (const [field, v] of fields)
        if (kind === 'free') this.#free(`${name}_${field}`, v);
        else this.add(`${name}_${field}`, v, kind.fields.get(field));
    } else if (kind === 'json') this.#attributes.set(name, JSON.stringify(value));
    else if (isScalar(value)) this.#attributes.set(name, value);
    else this.#rest[name] = value;
  }

  #free(name: string, value: unknown): void {
    if (isScalar(value) && !name.endsWith(LIST)) this.#attributes.set(name, value);
    else if (Array.isArray(value) && !name.endsWith(LIST))
      this.#attributes.set(`${name}${LIST}`, JSON.stringify(value));
    else this.#rest[name] = value;
  }

  whole(): Attributes {
    if (Object.keys(this.#rest).length > 0) this.#attributes.set(MORE, JSON.stringify(this.#rest));
    return this.#attributes;
  }
}

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** An attribute whose text is not what its name says; `pointer` is its field. */
export class NotReadable extends Error {
  readonly pointer: string;

  constructor(pointer: string, detail: string) {
    super(detail);
    this.pointer = pointer;
  }
}

/**
 * The entry that attributes tell. Those without the prefix of its type, such as what is computed, are passed over.
 * @throws NotReadable where a list is not JSON
 */
export function unflatten(
  type: EntryType,
  attributes: ReadonlyMap<string, unknown>,
): Record<string, unknown> {
  const entry: Record<string, unknown> = { type };
  const prefix = `${type}_`;
  for (const [name, value] of attributes)
    if (name.startsWith(prefix)) put(entry, name.slice(prefix.length), value, kinds[type]);
  for (const [name, value] of Object.entries(moreOf(attributes)))
    if (name.startsWith(prefix)) put(entry, name.slice(prefix.length), value, kinds[type], true);
  return entry;
}

/** The attributes that stand as JSON text in one. @throws NotReadable */
export function moreOf(attributes: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const text = attributes.get(MORE);
  if (text === undefined || text === '') return {};
  const more = typeof text === 'string' ? parsed(text, MORE) : text;
  if (isObject(more)) return more;
  throw new NotReadable(`/${MORE}`, `${MORE} is not JSON of attributes by name`);
}

/** @param whole whether the value is as the entry has it, and not text of it */
function put(entry: Record<string, unknown>, name: string, value: unknown, kind: Kind, whole = false): void {
  if (typeof kind !== 'object') return;
  const own = kind.fields.get(name);
  if (own !== undefined) {
    entry[name] = whole && isObject(value) ? value : fieldValue(value, own, name);
    return;
  }
  const field = name.slice(0, Math.max(0, name.indexOf('_')));
  const inner = kind.fields.get(field);
  if (inner !== 'free' && typeof inner !== 'object') {
    entry[name] = value;
    return;
  }
  const fields = isObject(entry[field]) ? entry[field] : {};
  entry[field] = fields;
  const rest = name.slice(field.length + 1);
  if (inner !== 'free') put(fields, rest, value, inner, whole);
  else if (!whole && rest.endsWith(LIST)) fields[rest.slice(0, -LIST.length)] = parsed(String(value), name);
  else fields[rest] = value;
}

/** A value as its field wants it; other programs write numbers as text and text that looks like numbers as numbers. */
function fieldValue(value: unknown, kind: Kind, name: string): unknown {
  if (kind === 'json') return typeof value === 'string' ? parsed(value, name) : value;
  if (kind === 'string') return isScalar(value) ? String(value) : value;
  if (typeof value !== 'string') return value;
  if (kind === 'boolean' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return (kind === 'integer' || kind === 'double') && value.trim() !== '' && Number.isFinite(Number(value))
    ? Number(value)
    : value;
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotReadable(
      `/${name.replaceAll('_', '/')}`,
      `${name} is not JSON: a list is written as ["a", "b"]`,
    );
  }
}
