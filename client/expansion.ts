// What is not drawn yet around an entity: counted first, then added, and taken back exactly.
import { EXPANSION_LIMIT } from '../model/brought.ts';
import { bandOf, bands } from '../model/confidence.ts';
import type { EntityId } from '../model/id.ts';
import { takesPart } from './answers.ts';
import * as api from './api.ts';
import { step } from './history.ts';
import { collapse, expand } from './steps.ts';
import { get, type State, scratch, set } from './store.ts';

/** One line of the menu: claims of a kind and a band that are not in the picture. */
export interface Line {
  key: string;
  kind: string;
  band: string;
  count: number;
}

/** Opens the menu around an entity; where something was added around it, takes that back. */
export async function openExpand(entity: EntityId): Promise<void> {
  const { view } = get();
  if (view.expand.some((e) => e.entity === entity)) {
    step(collapse(entity));
    return;
  }
  scratch({ expanding: { entity, found: null, chosen: [] } });
  try {
    const world = { ...view, filters: { ...view.filters, states: [] } };
    const found = await api.neighbours(entity, world);
    if (get().scratch.expanding?.entity === entity) scratch({ expanding: { entity, found, chosen: [] } });
  } catch (error) {
    if (!(error instanceof api.ProblemError)) throw error;
    set({ problem: error.problem });
    scratch({ expanding: null });
  }
}

/** What is found around the entity and not drawn yet. */
export function lines(s: State): Line[] {
  const { expanding } = s.scratch;
  if (expanding?.found == null) return [];
  const claims = (s.picture?.claims ?? []).filter((c) => takesPart(c.claim.parties, expanding.entity));
  const drawn = (kind: string, band: string) =>
    claims.filter((c) => c.claim.kinds.includes(kind) && bandOf(c.for) === band).length;
  return expanding.found.neighbours
    .map((n) => ({
      key: `${n.kind}~${n.band}`,
      kind: n.kind,
      band: n.band,
      count: n.count - drawn(n.kind, n.band),
    }))
    .filter((line) => line.count > 0)
    .sort((a, b) => a.kind.localeCompare(b.kind) || bands.indexOf(a.band) - bands.indexOf(b.band));
}

/** Adds what was chosen, at most so much at once. */
export function add(s: State): void {
  const { expanding } = s.scratch;
  if (expanding === null) return;
  const chosen = lines(s).filter((line) => expanding.chosen.includes(line.key));
  scratch({ expanding: null });
  step(expand(chosen.map(({ kind, band }) => ({ entity: expanding.entity, kind, band }))));
}

/** How many of the chosen claims would be added, and whether that is all of them. */
export function chosenCount(s: State): { count: number; tooMany: boolean } {
  const chosen = s.scratch.expanding?.chosen ?? [];
  const count = lines(s)
    .filter((line) => chosen.includes(line.key))
    .reduce((sum, line) => sum + line.count, 0);
  return { count, tooMany: count > EXPANSION_LIMIT };
}
