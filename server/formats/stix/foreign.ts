// Objects that other programs wrote, as entries: what is something is an entity, what relates things is a claim with a
// statement for each external reference. What the model has no place for stays in the entry's properties, so that the
// object can be made of it again.
import { v5 } from 'uuid';
import type { Claim, Party } from '../../../model/claim.ts';
import type { Entity, Label } from '../../../model/entity.ts';
import type { FreeValues } from '../../../model/free.ts';
import { type ClaimId, datasetOf, SourceId } from '../../../model/id.ts';
import type { Source } from '../../../model/source.ts';
import { identityOf, type Stance, type Statement } from '../../../model/statement.ts';
import { kept, unkept } from '../kept.ts';
import { claimStixId, type StixObject } from './ids.ts';
import { markingOf } from './markings.ts';

/** An object that was told before, as an entity. */
export interface Known {
  entity: string;
  name: string;
}
/** What an id of STIX means, where it is an entity. */
export type Knows = (id: string) => Known | undefined;

export interface Evidence {
  claim: Claim;
  sources: Source[];
  statements: Statement[];
}

/** Before the name of what is kept. */
const PREFIX = 'stix:';

/** Types that relate others; every other one is something. */
const relating = new Set(['relationship', 'sighting', 'report', 'grouping', 'note', 'opinion']);
export const isRelating = (id: string) => relating.has(id.slice(0, id.indexOf('--')));

const labels: Record<string, Label> = {
  location: 'Place',
  'threat-actor': 'Group',
  'intrusion-set': 'Group',
};
/** By identity class (STIX 2.1, 10.8). */
const byClass: Record<string, Label> = {
  individual: 'Person',
  group: 'Group',
  class: 'Group',
  organization: 'Organization',
  system: 'Thing',
};

export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((v) => typeof v === 'string') : [];
const dayOf = (value: unknown): string | undefined => /^\d{4}-\d{2}-\d{2}/.exec(String(value))?.[0];

/** What an object is called. */
export function nameOf(object: StixObject): string {
  for (const key of ['name', 'value', 'abstract', 'pattern', 'path', 'definition_type', 'subject', 'user_id'])
    if (text(object[key]) !== undefined) return String(object[key]);
  return String(object.id);
}

/** The field of an object that is the note of its entry. */
type Words = 'description' | 'explanation';

/** All of an object but its words, which have a place. */
function keptOf(object: StixObject, words: Words = 'description'): FreeValues {
  const { [words]: note, ...rest } = object;
  return kept(text(note) === undefined ? object : rest, PREFIX);
}

const noteOf = ({ description }: StixObject) =>
  text(description) === undefined ? {} : { note: String(description) };

/** The object that an entry was, as it was; null where it was none. */
export function objectOf(
  { note, properties }: Pick<Entity, 'note' | 'properties'>,
  words: Words = 'description',
): StixObject | null {
  const object = unkept(properties, PREFIX);
  if (text(object.type) === undefined || text(object.id) === undefined) return null;
  const { type, id, ...rest } = note === undefined ? object : { ...object, [words]: note };
  const sorted = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  return { type, id, ...Object.fromEntries(sorted) };
}

/** An object as an entity. */
export function entityFrom(object: StixObject, dataset: string): Entity {
  const aliases = texts(object.aliases ?? object.x_mitre_aliases).filter((a) => a !== '');
  const { country, latitude, longitude } = object;
  const label =
    object.type === 'identity' ? byClass[String(object.identity_class)] : labels[String(object.type)];
  return {
    type: 'entity',
    id: `stix:${String(object.id)}`,
    dataset,
    label: label ?? 'Thing',
    names: { en: nameOf(object) },
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? { iso2: country } : {}),
    ...(typeof latitude === 'number' && typeof longitude === 'number'
      ? { lon: longitude, lat: latitude }
      : {}),
    ...noteOf(object),
    properties: keptOf(object),
  };
}

/** Ids that an object relates. */
export function relates(object: StixObject): string[] {
  return [
    ...texts([object.source_ref, object.target_ref, object.sighting_of_ref]),
    ...texts(object.where_sighted_refs),
    ...texts(object.observed_data_refs),
    ...texts(object.object_refs),
  ];
}

/** An object that relates others, as a claim with its evidence; null where it relates only claims, or nothing. */
export function claimFrom(object: StixObject, dataset: string, knows: Knows): Evidence | null {
  const parties = partiesOf(object, knows);
  if (parties.length === 0) return null;
  const id = `${dataset}/${String(object.id)}`;
  const when = whenOf(object);
  const claim: Claim = {
    type: 'claim',
    id,
    title: titleOf(object, knows),
    kinds: ['link'],
    ...(when === undefined ? {} : { when }),
    modality: 'done',
    incomplete: false,
    parties,
    ...noteOf(object),
    properties: keptOf(object),
  };
  return { claim, ...statementsOf(object, id, dataset, knows, 'asserts') };
}

function partiesOf(object: StixObject, knows: Knows): Party[] {
  const party = (id: unknown, role: string, part?: Party['part']): Party[] =>
    typeof id !== 'string' || isRelating(id)
      ? []
      : [{ entity: knows(id)?.entity ?? `stix:${id}`, role, ...(part === undefined ? {} : { part }) }];
  return [
    ...party(object.source_ref, 'link-from'),
    ...party(object.target_ref, 'link-to'),
    ...party(object.sighting_of_ref, 'party'),
    ...texts(object.where_sighted_refs).flatMap((id) => party(id, 'observer')),
    // To be named in one report is not to act together.
    ...[...new Set(texts(object.object_refs))].flatMap((id) => party(id, 'party', 'context')),
  ];
}

function titleOf(object: StixObject, knows: Knows): string {
  const name = (id: unknown) => knows(String(id))?.name ?? String(id);
  const words = (value: unknown) => String(value).replaceAll('-', ' ');
  switch (object.type) {
    case 'relationship':
      return `${name(object.source_ref)} ${words(object.relationship_type)} ${name(object.target_ref)}`;
    case 'sighting':
      return `Sighting of ${name(object.sighting_of_ref)}`;
    default:
      return text(object.name) ?? text(object.abstract) ?? `${words(object.type)} ${String(object.id)}`;
  }
}

/** When it was so: an interval where the object has one, the day of publication of a report. */
function whenOf(object: StixObject): string | undefined {
  const from = dayOf(object.start_time ?? object.first_seen);
  const until = dayOf(object.stop_time ?? object.last_seen);
  if (from === undefined && until === undefined) return dayOf(object.published);
  if (from !== undefined && until !== undefined && until < from) return undefined;
  return from === until ? from : `${from ?? '..'}/${until ?? '..'}`;
}

const stances: Record<string, Stance> = {
  'strongly-disagree': 'denies',
  disagree: 'denies',
  neutral: 'qualifies',
  agree: 'asserts',
  'strongly-agree': 'asserts',
};

/**
 * An opinion on claims as statements on them; on entities it is a claim.
 * @param claimOf the claim that an id of STIX means
 */
export function opinionFrom(
  object: StixObject,
  claimOf: (id: string) => ClaimId,
  knows: Knows,
): Omit<Evidence, 'claim'> {
  const stance = stances[String(object.opinion)] ?? 'qualifies';
  const note = text(object.explanation);
  const says = { ...(note === undefined ? {} : { note }), properties: keptOf(object, 'explanation') };
  const all = texts(object.object_refs).map((id) => {
    const claim = claimOf(id);
    return statementsOf(object, claim, datasetOf(claim), knows, stance);
  });
  return {
    sources: all.flatMap((a) => a.sources),
    statements: all.flatMap((a) => a.statements).map((s) => ({ ...s, ...says })),
  };
}

/**
 * The opinion that a statement is of, as it was; null where there is none, or the statement was changed since.
 * @returns with it, how many statements are of it
 */
export function opinionOf(statement: Statement): { opinion: StixObject; statements: number } | null {
  const opinion = objectOf(statement, 'explanation');
  if (opinion === null || !relates(opinion).includes(claimStixId(statement.claim))) return null;
  const { statements } = opinionFrom(
    opinion,
    () => statement.claim,
    () => undefined,
  );
  const isSame = statements.some((s) => wholeOf(s) === wholeOf(statement));
  return isSame ? { opinion, statements: statements.length } : null;
}

/** All that a statement says, and from when on it does not count any more. */
export const wholeOf = (s: Statement) => `${identityOf(s)} ${s.supersededAt ?? ''}`;

/** A statement for each external reference, which all go back to who created the object: repeats share an origin. */
function statementsOf(object: StixObject, claim: string, dataset: string, knows: Knows, stance: Stance) {
  const sources = sourcesOf(object, dataset, knows);
  const { confidence, created, modified, revoked, created_by_ref: by } = object;
  const isNumber =
    typeof confidence === 'number' && Number.isInteger(confidence) && confidence >= 0 && confidence <= 100;
  const marking = texts(object.object_marking_refs)
    .map(markingOf)
    .find((m) => m !== undefined);
  const recordedAt = dayOf(created);
  const supersededAt = revoked === true ? (dayOf(modified) ?? recordedAt) : undefined;
  const statements = sources.map(
    (source): Statement => ({
      type: 'statement',
      claim,
      source: source.id,
      stance,
      confidence: isNumber ? confidence : null,
      ...(typeof by === 'string' && SourceId.safeParse(`stix:${by}`).success ? { origin: `stix:${by}` } : {}),
      basis: 'stated',
      ...(recordedAt === undefined ? {} : { recordedAt }),
      ...(supersededAt === undefined ? {} : { supersededAt, reason: 'revoked' }),
      ...(marking === undefined ? {} : { marking }),
    }),
  );
  return { sources, statements };
}

/** The external references as sources; where there is none, who created the object, else the object itself. */
function sourcesOf(object: StixObject, dataset: string, knows: Knows): Source[] {
  const references = Array.isArray(object.external_references) ? object.external_references : [];
  const sources = references.flatMap((r: unknown) =>
    typeof r === 'object' && r !== null ? [sourceFrom(r as StixObject, dataset)] : [],
  );
  if (sources.length > 0) return [...new Map(sources.map((s) => [s.id, s])).values()];
  const by = text(object.created_by_ref) ?? String(object.id);
  return [{ type: 'source', id: `stix:${by}`, dataset, title: knows(by)?.name ?? by }];
}

function sourceFrom(reference: StixObject, dataset: string): Source {
  const { source_name: name, description, url, external_id: own } = reference;
  const isUrl = typeof url === 'string' && URL.canParse(url) && SourceId.safeParse(url).success;
  const says = text(description);
  return {
    type: 'source',
    id: isUrl ? url : `urn:uuid:${v5(JSON.stringify([name, own, description]), v5.URL)}`,
    dataset,
    title: text(name) ?? says ?? 'A source without a name',
    ...(isUrl ? { url } : {}),
    ...(says === undefined ? {} : { citation: says }),
  };
}
