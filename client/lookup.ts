// Finds claims, entities and sources in everything that the page holds.
import type { JudgedClaim } from '../model/answer.ts';
import type { Entity } from '../model/entity.ts';
import { datasetOf } from '../model/id.ts';
import type { Source } from '../model/source.ts';
import type { Statement } from '../model/statement.ts';
import { restedNow, type State, useStore } from './store.ts';

/** What the page holds, by id; sources by data set and id, for two data sets may tell the same source differently. */
interface Held {
  claims: ReadonlyMap<string, JudgedClaim>;
  entities: ReadonlyMap<string, Entity>;
  sources: ReadonlyMap<string, Source>;
}

export type Named = Pick<Held, 'entities' | 'sources'>;

let lastNamed: { key: readonly unknown[]; value: Named } | null = null;
let last: { key: readonly unknown[]; value: Held } | null = null;

const isSame = (a: readonly unknown[], b: readonly unknown[]) => a.every((x, i) => x === b[i]);
const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((x) => [x.id, x]));
const sourceKey = (dataset: string, id: string) => `${dataset} ${id}`;
const answersOf = (s: State) =>
  [s.ground, ...s.scratch.beside, s.question, s.picture].filter((a) => a !== null);

/** Entities and sources: they stay the same objects while only the judgement changes. */
function named(s: State): Named {
  const detail = s.scratch.entity;
  const key = [s.picture, s.ground, s.question, s.scratch.beside, detail];
  if (lastNamed !== null && isSame(lastNamed.key, key)) return lastNamed.value;
  const answers = answersOf(s);
  const more = detail === null ? [] : [detail.entity, ...detail.represents, ...detail.representedBy];
  const value = {
    entities: byId([...more, ...answers.flatMap((a) => a.entities)]),
    sources: new Map(answers.flatMap((a) => a.sources).map((s) => [sourceKey(s.dataset, s.id), s])),
  };
  lastNamed = { key, value };
  return value;
}

/** Later ones win: what is drawn now is how a claim is judged now. */
export function held(s: State): Held {
  const drawn = restedNow(s);
  const key = [drawn, s.ground, s.question, s.scratch.beside, s.scratch.entity];
  if (last !== null && isSame(last.key, key)) return last.value;
  const claims = [...answersOf(s).flatMap((a) => a.claims), ...(drawn?.claims ?? [])];
  const value: Held = { ...named(s), claims: new Map(claims.map((c) => [c.claim.id, c])) };
  last = { key, value };
  return value;
}

export const useHeld = () => useStore(held);
/** Entities and sources alone, for what is drawn often. */
export const useNamed = () => useStore(named);

/** The source of a statement, as the statement's own data set tells it. */
export const sourceOf = (h: Pick<Held, 'sources'>, s: Statement) =>
  h.sources.get(sourceKey(datasetOf(s.claim), s.source));

/** A source as each data set that the page holds tells it, in the order of the data sets' ids. */
export const sourcesOf = (h: Pick<Held, 'sources'>, id: string): Source[] =>
  [...h.sources.values()].filter((s) => s.id === id).sort((a, b) => a.dataset.localeCompare(b.dataset));

/** The English name of an entity, or its id where the page does not hold it. */
export const nameIn = (h: Pick<Held, 'entities'>, id: string) => h.entities.get(id)?.names.en ?? id;
