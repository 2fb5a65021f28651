// Checks the entities of a load: each named one is declared somewhere, and none otherwise than somewhere else.
import type { Entity } from '../../model/entity.ts';
import { type Entry, refersTo } from '../../model/entry.ts';
import { canonical } from '../../model/statement.ts';
import type { Graph } from '../graph/graph.ts';
import { vocabulary } from '../vocabulary.ts';
import type { CheckedDataset } from './checked.ts';
import type { Errors } from './errors.ts';
import { declaredInGraph } from './known.ts';
import type { Broken, Placed } from './parse.ts';
import type { Item } from './read.ts';
import { nearEntities } from './suggest.ts';

/**
 * Checks declarations and references of entities.
 * @param placed all entries, those of other data sets too
 * @returns ids that are named and declared nowhere
 */
export async function checkEntities(
  datasets: readonly CheckedDataset[],
  placed: readonly Placed[],
  broken: Broken,
  items: readonly Item[],
  graph: Graph,
  errors: Errors,
): Promise<Set<string>> {
  const { states } = vocabulary();
  const here = new Map<string, Placed<Entity>>();
  for (const { entities } of datasets)
    for (const p of entities) {
      checkNoState(p, errors);
      const before = here.get(p.entry.id);
      if (before === undefined) here.set(p.entry.id, p);
      else if (before.entry.dataset !== p.entry.dataset && !agree(before.entry, p.entry))
        conflict(p, `${before.at('').file}:${before.at('').line}`, before.entry, errors);
    }
  const named = new Map<string, { p: Placed; pointer: string }>();
  for (const p of placed)
    for (const { to, id, pointer } of refersTo(p.entry))
      if (to === 'entity' && !states.has(id) && !here.has(id) && !broken.ids.has(id) && !named.has(id))
        named.set(id, { p, pointer });
  const anew = datasets.map((d) => d.dataset.entry.id);
  const inGraph = await declaredInGraph(graph, [...here.keys(), ...named.keys()], anew);
  for (const p of here.values())
    for (const other of inGraph.get(p.entry.id) ?? [])
      if (other.dataset !== p.entry.dataset && !agree(other, p.entry))
        conflict(p, `the data set ${other.dataset}, which is loaded`, other, errors);
  const missing = new Set([...named.keys()].filter((id) => !inGraph.has(id)));
  for (const [id, { p, pointer }] of named) {
    if (!missing.has(id)) continue;
    errors.add(
      {
        ...p.at(pointer),
        detail: `there is no entity "${id}"${errors.isFlood ? '' : nearEntities(id, items)}`,
      },
      'dangling-reference',
    );
    errors.refuse(p.entry.type, p.entry);
  }
  return missing;
}

function checkNoState({ entry, at }: Placed<Entity>, errors: Errors): void {
  if (!vocabulary().states.has(entry.id) && !entry.id.startsWith('state:') && entry.label !== 'State') return;
  const detail = vocabulary().states.has(entry.id)
    ? `${entry.id} is a state of the vocabulary: name it, and do not declare it`
    : 'states belong to the vocabulary: a new one is a row of data/vocabulary/states.csv';
  errors.add({ ...at('/id'), detail });
  errors.refuse('entity', entry);
}

/** What an entity says of itself, without who says so and whom it represents. */
function sayings({ dataset, represents, type, ...says }: Entity): Record<string, unknown> {
  return says;
}

const agree = (a: Entity, b: Entity) => canonical(sayings(a)) === canonical(sayings(b));

function conflict(p: Placed<Entity>, where: string, other: Entity, errors: Errors): void {
  const mine = sayings(p.entry);
  const theirs = sayings(other);
  const field = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].find(
    (key) => canonical(mine[key]) !== canonical(theirs[key]),
  );
  const told = (says: Record<string, unknown>) => canonical(says[field ?? '']);
  errors.add(
    {
      ...p.at(`/${field ?? 'id'}`),
      detail: `${p.entry.id} is declared otherwise by ${where}: ${field} ${told(theirs)} there, ${told(mine)} here. Name it without declaring it, or declare it the same`,
    },
    'conflicting-declaration',
  );
  errors.refuse('entity', p.entry);
}

/** Ids of all entities that entries name. */
export function entitiesNamed(entries: Iterable<Entry>): Set<string> {
  const named = new Set<string>();
  for (const entry of entries) for (const { to, id } of refersTo(entry)) if (to === 'entity') named.add(id);
  return named;
}
