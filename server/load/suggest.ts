// Which entity was probably meant: by ids that are near, and by names.
import type { Entity } from '../../model/entity.ts';
import { meant, nearest } from '../../model/near.ts';
import { entityOf, vocabulary } from '../vocabulary.ts';

/** An entity that a file declares: its id and what it is called. */
export interface Named {
  id: string;
  names: string[];
}

/** The entity that an entry declares, as far as it can be read. */
export function namedIn({ id, names }: { id?: unknown; names?: unknown }): Named[] {
  if (typeof id !== 'string') return [];
  return [{ id, names: typeof names === 'object' && names !== null ? Object.values(names).map(String) : [] }];
}

/** `; did you mean "state:CHN"?` for `state:CHI`, `state:china` or `China`; nothing where nothing is near. */
export const nearEntities = (written: string, declared: readonly Named[]): string =>
  meant(nearIds(written, declared));

/** The ids of the states and of the declared entities that are nearest: by name, then by id, then by names that are near. */
export function nearIds(written: string, declared: readonly Named[]): string[] {
  const [type = ''] = /^[a-z]+:/i.exec(written) ?? [];
  const slug = written.slice(type.length);
  // A number of the Correlates of War whose state goes by its present code.
  const [, number] = /^state:cow-(\d+)$/.exec(written) ?? [];
  const numbered = [...vocabulary().states.values()].filter(
    (s) => number !== undefined && s.cow.includes(number),
  );
  if (numbered.length > 0) return numbered.map((s) => s.id);
  const known = [...states(), ...declared];
  const ofType = known.filter(({ id }) => id.startsWith(type.toLowerCase()));
  const word = slug.replaceAll(/[-_]/g, ' ').toLowerCase();
  for (const candidates of [ofType, known]) {
    const named = candidates.filter(({ names }) => names.some((n) => n.toLowerCase() === word));
    if (named.length > 0) return named.slice(0, 2).map((e) => e.id);
  }
  const ids = new Map(ofType.map((e) => [e.id.slice(e.id.indexOf(':') + 1), e.id]));
  const near = nearest(slug, ids.keys());
  if (near.length > 0) return near.map((n) => ids.get(n) ?? n);
  const names = new Map(known.flatMap((e) => e.names.map((n) => [n, e.id] as const)));
  return [...new Set(nearest(word, names.keys()).map((n) => names.get(n) ?? n))];
}

const states = (): Named[] =>
  [...vocabulary().states.values()].map(entityOf).map((e) => ({ id: e.id, names: namesOf(e) }));

const namesOf = (e: Entity) => [...Object.values(e.names), ...(e.aliases ?? [])];
