// Checks the entities of a load: each named one is declared somewhere, and none otherwise than somewhere else.
import type { Entity } from '../../model/entity.ts';
import type { EntryType } from '../../model/entry.ts';
import { canonical } from '../../model/statement.ts';
import type { Graph } from '../graph/graph.ts';
import { vocabulary } from '../vocabulary.ts';
import type { Errors } from './errors.ts';
import type { Kept } from './kept.ts';
import { declaredInGraph } from './known.ts';
import type { Parser, Placed } from './parse.ts';
import type { Place } from './read.ts';
import { nearEntities } from './suggest.ts';

/** Where an entity was named first. */
export interface FirstNamed {
  /** The entry that names it. */
  n: number;
  type: EntryType;
  place: Place;
}

/**
 * Checks declarations and references of entities.
 * @param named entities that entries name, those of other data sets too; no states
 * @returns ids that are named and declared nowhere
 */
export async function checkEntities(
  datasets: readonly Kept[],
  named: ReadonlyMap<string, FirstNamed>,
  { broken, entities }: Parser,
  graph: Graph,
  errors: Errors,
): Promise<Set<string>> {
  const here = new Map<string, Placed<Entity>>();
  for (const { declared } of datasets)
    for (const p of declared) {
      checkNoState(p, errors);
      const before = here.get(p.entry.id);
      if (before === undefined) here.set(p.entry.id, p);
      else if (before.entry.dataset !== p.entry.dataset && !agree(before.entry, p.entry))
        conflict(p, `${before.at('').file}:${before.at('').line}`, before.entry, errors);
    }
  const sought = [...named].filter(([id]) => !here.has(id) && !broken.ids.has(id));
  const inGraph = await declaredInGraph(
    graph,
    [...here.keys(), ...sought.map(([id]) => id)],
    datasets.map((d) => d.id),
  );
  for (const p of here.values())
    for (const other of inGraph.get(p.entry.id) ?? [])
      if (other.dataset !== p.entry.dataset && !agree(other, p.entry))
        conflict(p, `the data set ${other.dataset}, which is loaded`, other, errors);
  const missing = sought.filter(([id]) => !inGraph.has(id));
  const help = (id: string) => {
    // Names of STIX are made of a random number: no other is near, and bundles often refer out of themselves.
    if (id.startsWith('stix:')) return ': load the bundle that has it, before this one or with it';
    return errors.isFlood ? '' : nearEntities(id, entities);
  };
  for (const [id, { n, type, place }] of missing) {
    errors.add({ ...place, detail: `there is no entity "${id}"${help(id)}` }, 'dangling-reference');
    errors.refuse(type, n);
  }
  return new Set(missing.map(([id]) => id));
}

function checkNoState({ entry, n, at }: Placed<Entity>, errors: Errors): void {
  if (!vocabulary().states.has(entry.id) && !entry.id.startsWith('state:') && entry.label !== 'State') return;
  const detail = vocabulary().states.has(entry.id)
    ? `${entry.id} is a state of the vocabulary: name it, and do not declare it`
    : 'states belong to the vocabulary: a new one is a row of data/vocabulary/states.csv';
  errors.add({ ...at('/id'), detail });
  errors.refuse('entity', n);
}

/** What an entity says of itself, without who says so and whom it represents. */
function sayings({ dataset, represents, type, ...says }: Entity): Record<string, unknown> {
  return says;
}

/** Two versions of an object of STIX are no contradiction: each data set keeps its own, and the newest counts (STIX 2.1, 3.6). */
const agree = (a: Entity, b: Entity) =>
  canonical(sayings(a)) === canonical(sayings(b)) ||
  (versionOf(a) !== null && versionOf(a) !== versionOf(b) && versionOf(b) !== null);

/**
 * When an object of STIX was changed last: that tells its versions; and by which STIX it is written, for 2.0 and 2.1 write
 * one version otherwise. Null where it is none, or has none.
 */
function versionOf({ id, properties }: Entity): string | null {
  // A marking has no later versions, and says only when it was created.
  const modified = properties?.['stix:modified'] ?? properties?.['stix:created'];
  const stix = properties?.['stix:spec_version'] ?? '2.0';
  return id.startsWith('stix:') && typeof modified === 'string' ? `${modified} (STIX ${stix})` : null;
}

function conflict(p: Placed<Entity>, where: string, other: Entity, errors: Errors): void {
  const mine = spread(sayings(p.entry));
  const theirs = spread(sayings(other));
  const field = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].find(
    (key) => canonical(mine[key]) !== canonical(theirs[key]),
  );
  const told = (says: Record<string, unknown>) => shortened(canonical(says[field ?? '']));
  const version = versionOf(p.entry);
  const what =
    version === null
      ? 'Name it without declaring it, or declare it the same'
      : `Both say that it is the version of ${version}: a changed object has a later "modified", and the newest counts. Remove the data set that is wrong, or load it anew`;
  errors.add(
    {
      ...p.at(`/${(field ?? 'id').replaceAll('.', '/')}`),
      detail: `${p.entry.id} is declared otherwise by ${where}: ${field} ${told(theirs)} there, ${told(mine)} here. ${what}`,
    },
    'conflicting-declaration',
  );
  errors.refuse('entity', p.n);
}

/** Free properties beside the other fields, so that the one that differs is named. */
function spread({ properties, ...rest }: Record<string, unknown>): Record<string, unknown> {
  const free = typeof properties === 'object' && properties !== null ? Object.entries(properties) : [];
  return { ...rest, ...Object.fromEntries(free.map(([name, value]) => [`properties.${name}`, value])) };
}

const LONGEST = 200;

const shortened = (text: string) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} …`);
