// Which entity was probably meant: by ids that are near, and by names.
import type { Entity } from '../../model/entity.ts';
import { entityOf, vocabulary } from '../vocabulary.ts';
import { meant, nearest } from './near.ts';
import type { Item } from './read.ts';

/** `; did you mean "state:CHN"?` for `state:CHI`, `state:china` or `China`; nothing where nothing is near. */
export function nearEntities(written: string, items: readonly Item[]): string {
  const known = knownEntities(items);
  const word = written.replace(/^[a-z]+:/i, '').replaceAll(/[-_]/g, ' ');
  const byName = known.filter(({ names }) => names.some((n) => n.toLowerCase() === word.toLowerCase()));
  const type = /^[a-z]+:/.exec(written)?.[0];
  const named = byName.filter(({ id }) => type === undefined || id.startsWith(type));
  if (byName.length > 0) return meant((named.length > 0 ? named : byName).slice(0, 2).map((e) => e.id));
  const near = nearest(
    written,
    known.map((e) => e.id),
  );
  if (near.length > 0) return meant(near);
  const names = new Map(known.flatMap((e) => e.names.map((n) => [n, e.id] as const)));
  return meant([...new Set(nearest(word, names.keys()).map((n) => names.get(n) ?? n))]);
}

function knownEntities(items: readonly Item[]): { id: string; names: string[] }[] {
  const states = [...vocabulary().states.values()]
    .map(entityOf)
    .map((e) => ({ id: e.id, names: namesOf(e) }));
  const declared = items.flatMap(({ entry }) => {
    const e = entry as Partial<Entity> | null;
    if (e?.type !== 'entity' || typeof e.id !== 'string') return [];
    return [{ id: e.id, names: typeof e.names === 'object' ? Object.values(e.names).map(String) : [] }];
  });
  return [...states, ...declared];
}

const namesOf = (e: Entity) => [
  ...Object.values(e.names),
  ...(e.aliases ?? []),
  ...((e.iso2 ?? '') ? [e.iso2 ?? ''] : []),
];
