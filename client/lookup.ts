// Finds claims, entities and sources by id in everything that the page holds.
import type { JudgedClaim } from '../model/answer.ts';
import type { Entity } from '../model/entity.ts';
import type { Source } from '../model/source.ts';
import { drawnNow, type State, useStore } from './store.ts';

/** What the page holds, by id. */
export interface Held {
  claims: ReadonlyMap<string, JudgedClaim>;
  entities: ReadonlyMap<string, Entity>;
  sources: ReadonlyMap<string, Source>;
}

let last: { key: readonly unknown[]; value: Held } | null = null;

/** Later ones win: what is drawn now is how a claim is judged now. */
export function held(s: State): Held {
  const drawn = drawnNow(s);
  const key = [drawn, s.ground, s.question, s.scratch.beside, s.scratch.entity];
  if (last?.key.every((k, i) => k === key[i])) return last.value;
  const answers = [s.ground, ...s.scratch.beside, s.question, s.picture].filter((a) => a !== null);
  const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((x) => [x.id, x]));
  const claims = [...answers.flatMap((a) => a.claims), ...(drawn?.claims ?? [])];
  const detail = s.scratch.entity;
  const more = detail === null ? [] : [detail.entity, ...detail.represents, ...detail.representedBy];
  const value: Held = {
    claims: new Map(claims.map((c) => [c.claim.id, c])),
    entities: byId([...more, ...answers.flatMap((a) => a.entities)]),
    sources: byId(answers.flatMap((a) => a.sources)),
  };
  last = { key, value };
  return value;
}

export const useHeld = () => useStore(held);

/** The English name of an entity, or its id where the page does not hold it. */
export const nameIn = (h: Held, id: string) => h.entities.get(id)?.names.en ?? id;
