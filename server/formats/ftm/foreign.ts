// Entities that other programs wrote, as entries: what is something is an entity, what relates things is a claim. All that
// they say stays in the entry's properties, so that the line can be made of it again.
import type { Claim, Party } from '../../../model/claim.ts';
import type { Entity } from '../../../model/entity.ts';
import type { FreeValues } from '../../../model/free.ts';
import { SourceId } from '../../../model/id.ts';
import type { Source } from '../../../model/source.ts';
import type { Statement } from '../../../model/statement.ts';
import { EdtfDate, EdtfText } from '../../../model/time.ts';
import { kept, unkept } from '../kept.ts';
import type { FtmEntity } from './line.ts';
import { labels, relating } from './schemata.ts';

/** The name of an entity by its id there. */
export type Knows = (id: string) => { entity: string; name: string } | undefined;

export interface Evidence {
  claim: Claim;
  sources: Source[];
  statements: Statement[];
}

/** Before the names of properties, and of what stands beside them. */
const PROPERTY = 'ftm:';
const CONTEXT = 'ftm.';

const valuesOf = (entity: FtmEntity, ...names: string[]): string[] =>
  names.flatMap((name) => entity.properties[name] ?? []).filter((v) => v.trim() !== '');
const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string' && v !== '') : [];

/** What an entity is called. */
export function nameOf(entity: FtmEntity): string {
  const caption = typeof entity.caption === 'string' && entity.caption.trim() !== '' ? [entity.caption] : [];
  const names = valuesOf(entity, 'name', 'title', 'fileName', 'full', 'number', 'subject', 'summary');
  return [...caption, ...names][0] ?? `${entity.schema} ${entity.id}`;
}

function keptOf({ id, properties, ...context }: FtmEntity): FreeValues {
  return { ...kept(context, CONTEXT), ...kept(properties, PROPERTY) };
}

/** The line that an entity or a claim was; null where it was none. @param id its id there */
export function lineOf(id: string, properties: FreeValues | undefined): FtmEntity | null {
  const { schema, ...context } = unkept(properties, CONTEXT);
  if (typeof schema !== 'string') return null;
  const values = Object.entries(unkept(properties, PROPERTY)).map(([name, value]) => [name, asTexts(value)]);
  return { id, schema, properties: Object.fromEntries(values), ...context };
}

/** Values of a property as they were, empty ones too. */
const asTexts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);

/** An entity as an entity. */
export function entityFrom(entity: FtmEntity, dataset: string): Entity {
  const name = nameOf(entity);
  const aliases = [...new Set(valuesOf(entity, 'name', 'alias', 'weakAlias', 'previousName'))].filter(
    (a) => a !== name,
  );
  const wikidata = valuesOf(entity, 'wikidataId').find((id) => /^Q\d+$/.test(id));
  return {
    type: 'entity',
    id: `ftm:${entity.id}`,
    dataset,
    label: labels[entity.schema] ?? 'Thing',
    names: { en: name },
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(wikidata === undefined ? {} : { wikidata }),
    properties: keptOf(entity),
  };
}

/** The ids that an entity relates; none where it is something. */
export const relates = (entity: FtmEntity): string[] =>
  (relating[entity.schema] ?? []).flatMap(([property]) => valuesOf(entity, property));

/** What relates others, as a claim with its evidence; null where it names nobody. */
export function claimFrom(entity: FtmEntity, dataset: string, knows: Knows): Evidence | null {
  const ends = relating[entity.schema] ?? [];
  const parties = ends.flatMap(([property, role]) =>
    valuesOf(entity, property).map((id): Party => ({ entity: knows(id)?.entity ?? `ftm:${id}`, role })),
  );
  if (parties.length === 0) return null;
  const id = `${dataset}/${entity.id}`;
  const when = whenOf(entity);
  const note = valuesOf(entity, 'summary', 'description', 'reason', 'purpose')[0];
  const names = relates(entity).map((ref) => knows(ref)?.name ?? ref);
  const isSanction = entity.schema === 'Sanction';
  const claim: Claim = {
    type: 'claim',
    id,
    title: `${entity.schema}: ${[...valuesOf(entity, 'role', 'relationship', 'authority').slice(0, 1), ...names].join(', ')}`,
    kinds: [isSanction ? 'sanctions' : 'link'],
    ...(when === undefined ? {} : { when }),
    modality: 'done',
    // Who imposed a sanction is told in words; and a relation may leave out an end.
    incomplete: isSanction || ends.some(([property]) => valuesOf(entity, property).length === 0),
    parties,
    ...(note === undefined ? {} : { note }),
    properties: keptOf(entity),
  };
  return { claim, ...statementsOf(entity, id, dataset) };
}

function whenOf(entity: FtmEntity): string | undefined {
  const day = (...names: string[]) =>
    valuesOf(entity, ...names)
      .map((v) => v.slice(0, 10))
      .find((v) => EdtfDate.safeParse(v).success);
  const [from, until] = [day('startDate'), day('endDate')];
  if (from === undefined && until === undefined) return day('date', 'listingDate');
  const text = from === until ? from : `${from ?? '..'}/${until ?? '..'}`;
  return EdtfText.safeParse(text).success ? text : undefined;
}

/** A statement for each address it was found at, which all go back to its data set; else for each data set it is in. */
function statementsOf(entity: FtmEntity, claim: string, dataset: string) {
  const datasets = textsOf(entity.datasets);
  const lists = (datasets.length === 0 ? [dataset] : datasets).map(
    (d) => [`ftm:${d.replaceAll(/[\s<>"]/g, '_')}`, d] as const,
  );
  const urls = [...new Set(valuesOf(entity, 'sourceUrl'))].filter(
    (u) => URL.canParse(u) && SourceId.safeParse(u).success,
  );
  const publisher = valuesOf(entity, 'publisher')[0];
  const sources = [
    ...urls.map(
      (url): Source => ({
        type: 'source',
        id: url,
        dataset,
        title: publisher ?? url,
        ...(publisher === undefined ? {} : { publisher }),
        url,
      }),
    ),
    ...(urls.length > 0 ? [] : lists.map(([id, title]): Source => ({ type: 'source', id, dataset, title }))),
  ];
  const recordedAt = /^\d{4}-\d{2}-\d{2}/.exec(String(entity.first_seen))?.[0];
  const [first] = lists;
  const statements = sources.map(
    (source): Statement => ({
      type: 'statement',
      claim,
      source: source.id,
      stance: 'asserts',
      confidence: null,
      ...(urls.length === 0 || first === undefined ? {} : { origin: first[0] }),
      basis: 'stated',
      ...(recordedAt === undefined ? {} : { recordedAt }),
    }),
  );
  return { sources, statements };
}
