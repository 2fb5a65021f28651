// Reads a bundle, object by object. What Entente wrote is taken as it was; what others wrote is made entries of, as soon
// as what it relates has come.
import type { Dataset } from '../../../model/dataset.ts';
import type { Entry } from '../../../model/entry.ts';
import { DatasetId } from '../../../model/id.ts';
import { many } from '../../../model/phrase.ts';
import type { DecodedEntry } from '../format.ts';
import { type Member, membersOf, wrongAt } from '../json-list.ts';
import {
  claimFrom,
  type Evidence,
  entityFrom,
  isRelating,
  type Known,
  nameOf,
  opinionFrom,
  relates,
  text,
} from './foreign.ts';
import { ENTENTE, EXTENSION, type StixObject } from './ids.ts';
import { isDefinition } from './markings.ts';

/** So much may wait for what it relates, as it is written: objects of a bundle may stand in any order. */
const MOST_WAITING = 128 * 1024 * 1024;

/** Standard types of objects (STIX 2.1); others are extensions of somebody. */
const standard = new Set(
  'attack-pattern campaign course-of-action grouping identity incident indicator infrastructure intrusion-set location malware malware-analysis note observed-data opinion report threat-actor tool vulnerability relationship sighting marking-definition extension-definition language-content artifact autonomous-system directory domain-name email-addr email-message file ipv4-addr ipv6-addr mac-addr mutex network-traffic process software url user-account windows-registry-key x509-certificate'.split(
    ' ',
  ),
);

/** Reads a bundle. @throws InvalidError `invalid-file` where it is none */
export async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<DecodedEntry> {
  const bundle = new Bundle();
  for await (const member of membersOf(bytes, 'objects')) yield* bundle.take(member);
  yield* bundle.end();
}

interface Waiting {
  object: StixObject;
  home: string;
  line: number;
}

class Bundle {
  #id: string | null = null;
  #type: unknown = null;
  /** Data sets that the file says it is of; null where Entente did not write it. */
  #ours: string[] | null = null;
  #objects = 0;
  #title: string | null = null;
  #waitingBytes = 0;
  readonly #waiting: Waiting[] = [];
  readonly #known = new Map<string, Known>();
  /** Claims that Entente wrote, by the ids of their objects: others may have an opinion on them. */
  readonly #claims = new Map<string, string>();
  readonly #sources = new Set<string>();
  readonly #kinds = new Map<string, number>();

  *take({ key, value, line, bytes }: Member): Generator<DecodedEntry> {
    if (key === 'id') this.#id ??= text(value) ?? null;
    if (key === 'type') this.#type = value;
    if (key !== null) return;
    const object = objectAt(value, line);
    this.#objects += 1;
    this.#id ??= String(object.id);
    const own = ownOf(object);
    if (own === null) {
      const home = this.#ours?.[0] ?? this.#datasetId();
      if (!this.#isFixed(object)) yield* this.#foreign({ object, home, line }, bytes);
    } else if (typeof own.home === 'string')
      yield* this.#foreign({ object: theirs(object), home: own.home, line }, bytes);
    else yield* this.#own(own, object, line);
  }

  *end(): Generator<DecodedEntry> {
    if (this.#type !== 'bundle')
      throw wrongAt(1, 'this is no STIX bundle: write {"type": "bundle", "id": …, "objects": […]}');
    for (const waiting of this.#waiting) yield* this.#entries(waiting);
    if (this.#ours === null && this.#objects > 0) yield { entry: this.#dataset(), line: 1 };
  }

  /** Something that is the same in all files: the standard's markings, and in ours what we are. */
  #isFixed({ id, type }: StixObject): boolean {
    if (type === 'marking-definition') return isDefinition(String(id));
    return this.#ours !== null && (id === ENTENTE || id === EXTENSION);
  }

  *#own(own: StixObject, object: StixObject, line: number): Generator<DecodedEntry> {
    const { head, entry, entity } = own;
    if (isObject(head)) this.#ours = datasetsOf(head);
    if (typeof entity === 'string') this.#known.set(String(object.id), { entity, name: nameOf(object) });
    if (!isObject(entry)) return;
    if (entry.type === 'entity')
      this.#known.set(String(object.id), { entity: String(entry.id), name: nameOf(object) });
    if (entry.type === 'claim') this.#claims.set(String(object.id), String(entry.id));
    if (entry.type === 'source') this.#sources.add(`${String(entry.dataset)} ${String(entry.id)}`);
    yield { entry, line };
  }

  *#foreign(waiting: Waiting, bytes: number): Generator<DecodedEntry> {
    const { object, line } = waiting;
    const type = String(object.type);
    this.#kinds.set(type, (this.#kinds.get(type) ?? 0) + 1);
    if (['report', 'grouping', 'x-mitre-collection'].includes(type))
      this.#title ??= text(object.name) ?? null;
    const isEntity = !isRelating(String(object.id));
    if (isEntity)
      this.#known.set(String(object.id), { entity: `stix:${String(object.id)}`, name: nameOf(object) });
    const needs = isEntity
      ? []
      : [
          ...relates(object).filter((id) => !isRelating(id)),
          ...[object.created_by_ref ?? []].flat().map(String),
        ];
    // An opinion may stand before the claim that it is on.
    const waits = type === 'opinion' || needs.some((id) => !this.#known.has(id));
    if (!waits) {
      yield* this.#entries(waiting);
      return;
    }
    this.#waitingBytes += bytes;
    if (this.#waitingBytes > MOST_WAITING)
      throw wrongAt(
        line,
        `more than ${MOST_WAITING / 1024 / 1024} MB of objects stand before what they relate, or without it: put relationships behind what they relate`,
      );
    this.#waiting.push(waiting);
  }

  /** What an object of others says. */
  *#entries({ object, home, line }: Waiting): Generator<DecodedEntry> {
    const knows = (id: string) => this.#known.get(id);
    if (!isRelating(String(object.id))) {
      yield { entry: entityFrom(object, home), line };
      return;
    }
    const evidence = claimFrom(object, home, knows);
    const isOnClaims = evidence === null && object.type === 'opinion' && relates(object).length > 0;
    if (evidence !== null) yield* this.#evidence(evidence, line, evidence.claim);
    else if (isOnClaims)
      yield* this.#evidence(
        opinionFrom(object, (ref) => this.#claims.get(ref) ?? `${home}/${ref}`, knows),
        line,
      );
    else yield { entry: entityFrom(object, home), line };
  }

  *#evidence(
    { sources, statements }: Omit<Evidence, 'claim'>,
    line: number,
    claim?: Entry,
  ): Generator<DecodedEntry> {
    for (const source of sources) {
      const key = `${source.dataset} ${source.id}`;
      if (!this.#sources.has(key)) yield { entry: source, line };
      this.#sources.add(key);
    }
    if (claim !== undefined) yield { entry: claim, line };
    for (const statement of statements) yield { entry: statement, line };
  }

  #datasetId(): string {
    const id = this.#id ?? '';
    const own = `stix-${id.slice(id.indexOf('--') + 2).toLowerCase()}`;
    return DatasetId.safeParse(own).success ? own : 'stix-bundle';
  }

  /** The data set that a bundle of others is, with what was kept as it is. */
  #dataset(): Dataset {
    const told = ([type, n]: [string, number]) => `${type} ${n}`;
    const all = [...this.#kinds].sort(([a], [b]) => (a < b ? -1 : 1));
    const unknown = all.filter(([type]) => !standard.has(type));
    return {
      type: 'dataset',
      id: this.#datasetId(),
      title: this.#title ?? `STIX ${this.#id ?? 'bundle'}`,
      description: [
        `Read from a STIX bundle of ${many(this.#objects, 'object')}: ${all.map(told).join(', ')}.`,
        'What the model has no place for is kept as it is, in properties that begin with stix:.',
        ...(unknown.length === 0
          ? []
          : [`Types that STIX 2.1 does not have, kept as things: ${unknown.map(told).join(', ')}.`]),
      ].join(' '),
      coverage: [],
    };
  }
}

const isObject = (value: unknown): value is StixObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object of a bundle. @throws InvalidError `invalid-file` where it lacks what each has */
function objectAt(value: unknown, line: number): StixObject {
  if (!isObject(value)) throw wrongAt(line, 'an entry of "objects" has to be an object, { … }');
  const { type, id } = value;
  if (typeof type !== 'string' || typeof id !== 'string')
    throw wrongAt(
      line,
      'an object has no type or no id: each has both, such as "identity" and "identity--<UUID>"',
    );
  if (!id.startsWith(`${type}--`))
    throw wrongAt(
      line,
      `the id "${id.slice(0, 100)}" does not begin with its type, "${type.slice(0, 100)}--"`,
    );
  return value;
}

/** What Entente put on an object; null where it is of others. */
function ownOf({ extensions }: StixObject): StixObject | null {
  const own = isObject(extensions) ? extensions[EXTENSION] : null;
  return isObject(own) ? own : null;
}

/** An object of others without what Entente put on it. */
function theirs({ extensions, ...object }: StixObject): StixObject {
  const { [EXTENSION]: _, ...rest } = isObject(extensions) ? extensions : {};
  return Object.keys(rest).length === 0 ? object : { ...object, extensions: rest };
}

function datasetsOf({ datasets }: StixObject): string[] {
  return Array.isArray(datasets) ? datasets.flatMap((d: unknown) => (isObject(d) ? [String(d.id)] : [])) : [];
}
