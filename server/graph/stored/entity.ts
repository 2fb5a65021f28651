// An entity as the properties it is stored by, with whom it represents, and back.
import type { Entity, Representation } from '../../../model/entity.ts';
import { spellOf } from '../../../model/time.ts';
import { ends, freeFrom, freeRow, type Properties, take } from './properties.ts';

const entityTexts = [
  'label',
  'aliases',
  'unnamed',
  'wikidata',
  'iso3',
  'iso2',
  'isoNumeric',
  'cow',
  'cowLetters',
  'lon',
  'lat',
  'note',
] as const;

/** What an entity says of itself, as it is stored; whom it represents is stored apart. */
export function entityRow(entity: Entity): Properties {
  return {
    id: entity.id,
    dataset: entity.dataset,
    ...take(entity, entityTexts),
    name: entity.names.en,
    names: Object.entries(entity.names).map(([language, name]) => `${language}:${name}`),
    searchText: searchText(entity),
    ...freeRow(entity.properties),
  };
}

/** All names and codes in lower case, each also without its diacritics. */
function searchText(entity: Entity): string {
  const codes = [entity.iso3, entity.iso2, ...(entity.cowLetters ?? []), entity.id.replace(/^[a-z]+:/, '')];
  const words = [...Object.values(entity.names), ...(entity.aliases ?? []), ...codes]
    .flatMap((word) => (word === undefined ? [] : [word.toLowerCase()]))
    .flatMap((word) => [word, word.normalize('NFD').replace(/\p{M}/gu, '')]);
  return [...new Set(words)].join(' ');
}

/** Whom an entity represents, as cypher/load takes it. */
export function representationRows(entity: Entity, load: string): Properties[] {
  return (entity.represents ?? []).map((r, index) => ({
    entity: entity.id,
    represented: r.entity,
    properties: {
      load,
      dataset: entity.dataset,
      office: r.office,
      from: r.from,
      until: r.until,
      source: r.source,
      ...ends(spellOf(r.from, r.until)),
      index,
    },
  }));
}

/** An entity as it was loaded. @param represents properties of REPRESENTS with `entity`, sorted by `index` */
export function entityFrom(properties: Properties, represents: readonly Properties[]): Entity {
  const names = (properties.names as string[] | undefined) ?? [];
  const offices = represents.map(
    (r) => take(r, ['entity', 'office', 'from', 'until', 'source']) as unknown as Representation,
  );
  return {
    type: 'entity',
    id: properties.id,
    dataset: properties.dataset ?? null,
    names: Object.fromEntries(names.map((n) => [n.slice(0, n.indexOf(':')), n.slice(n.indexOf(':') + 1)])),
    ...take(properties, entityTexts),
    ...(offices.length === 0 ? {} : { represents: offices }),
    ...freeFrom(properties),
  } as Entity;
}
