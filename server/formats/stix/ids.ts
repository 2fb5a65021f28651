// Ids and times of STIX objects: from business keys and loads, so that the same thing has the same id in every file.
import { v5 } from 'uuid';
import type { Dataset } from '../../../model/dataset.ts';
import type { Entity, Label } from '../../../model/entity.ts';
import type { Entry } from '../../../model/entry.ts';
import { identityOf, type Statement } from '../../../model/statement.ts';
import type { Outgoing } from '../format.ts';

/** An object of a bundle, as it is written. */
export type StixObject = Record<string, unknown>;

/** The namespace of Entente's UUIDv5; drawn once. STIX's own is for cyber observables only (STIX 2.1, 2.9). */
const NAMESPACE = '8f0c2a0e-6b5d-4f57-9d0b-1f3a7c1b5e42';

/** The id of an object of ours. @param key a business key, told from those of other things */
export const idOf = (type: string, key: string) => `${type}--${v5(key, NAMESPACE)}`;

/** Our own objects, the same in every file. */
export const ENTENTE = idOf('identity', 'Entente');
export const EXTENSION = idOf('extension-definition', 'Entente claims');
/** When these were first written: their text is fixed, so is their time. */
export const FIXED = '2026-01-01T00:00:00.000Z';

/** An id of a STIX object: its type and a UUID (STIX 2.1, 2.9; custom types have hyphens and may begin with x-). */
const STIX_ID = /^[a-z0-9][a-z0-9-]*--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id that an object of another program came with; null where an entity or a claim is not from STIX. */
export function foreignId(key: string): string | null {
  const id = key.startsWith('stix:') ? key.slice('stix:'.length) : key.slice(key.indexOf('/') + 1);
  return STIX_ID.test(id) ? id : null;
}

/** What kinds of objects are made of labels; Weapon and Thing are physical resources in the words of the standard. */
const types: Record<Label, 'identity' | 'location' | 'infrastructure'> = {
  State: 'location',
  Person: 'identity',
  Organization: 'identity',
  Group: 'identity',
  Place: 'location',
  Weapon: 'infrastructure',
  Thing: 'infrastructure',
};

/** Whether a place has what a location must have (STIX 2.1, 4.11): a country, or coordinates. */
export const isPlaced = ({ iso2, lat, lon }: Entity) =>
  iso2 !== undefined || (lat !== undefined && lon !== undefined);

/** Ids of entities, kept as they are told: an entity without a country or a place on the map is no location. */
export class EntityIds {
  readonly #ids = new Map<string, string>();

  /** What a second data set says of one is an object of its own, but for another version of one that came from STIX. */
  of(entity: Entity): string {
    const type = types[entity.label];
    const isAgain = this.#ids.has(entity.id);
    const key = isAgain ? `${entity.dataset} ${entity.id}` : entity.id;
    const id =
      foreignId(entity.id) ?? idOf(type === 'location' && !isPlaced(entity) ? 'identity' : type, key);
    if (!isAgain) this.#ids.set(entity.id, id);
    return id;
  }

  /** The id of an entity that was told before. */
  get(entity: string): string | undefined {
    return this.#ids.get(entity);
  }
}

export const claimStixId = (claim: string) => foreignId(claim) ?? idOf('grouping', claim);
export const statementStixId = (statement: Statement) =>
  idOf(statement.stance === 'asserts' ? 'note' : 'opinion', identityOf(statement));
export const datasetStixId = (dataset: string) => idOf('identity', `data set ${dataset}`);

/** When the loads of what leaves were made: STIX wants to know of each object when it was created. */
export class Times {
  readonly #loads = new Map<string, string>();
  readonly #latest: string;

  constructor({ head }: Outgoing) {
    for (const { id, load } of head.datasets) {
      // A load is named by its data set and the time when it began, with letters behind it.
      const [time] = /(?<=@)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/.exec(load) ?? [];
      if (time !== undefined) this.#loads.set(id, time);
    }
    this.#latest = [...this.#loads.values()].sort().at(-1) ?? FIXED;
  }

  /** Of a data set; of the file where it is of none. */
  of(dataset: string | null): string {
    return (dataset === null ? undefined : this.#loads.get(dataset)) ?? this.#latest;
  }

  /** @param recorded a day from which on it is known, where one is told */
  both(dataset: string | null, recorded?: string): { created: string; modified: string } {
    const modified = this.of(dataset);
    const day = recorded === undefined ? modified : `${recorded}T00:00:00.000Z`;
    return { created: day < modified ? day : modified, modified };
  }
}

/** What is ours on an object: the entry as it is, which reading takes, and what the lens made of it, which it does not. */
export function ours(content: { entry?: Entry; [computed: string]: unknown }): StixObject {
  return { [EXTENSION]: { extension_type: 'property-extension', ...content } };
}

/** By whom a data set is: whoever graded it, else published it. */
export const authorOf = ({ coder, publisher, title }: Dataset) => coder ?? publisher ?? title;
