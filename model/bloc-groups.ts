// Lines of the report on a bloc that say the same, put together: so that text and page tell them once.
import type { BlocPart, FiltrationLevel, FiltrationStep } from './bloc.ts';
import type { EntityId } from './id.ts';

/** Least commitments at which the same stands from threshold to threshold. */
export interface SameLevels {
  /** null: all claims. */
  commitments: (number | null)[];
  steps: FiltrationStep[];
}

/** The levels of a filtration; those that say the same are told once. */
export function sameLevels(levels: readonly FiltrationLevel[]): SameLevels[] {
  const found = new Map<string, SameLevels>();
  for (const { commitment, steps } of levels) {
    const key = JSON.stringify(steps);
    const same = found.get(key);
    if (same === undefined) found.set(key, { commitments: [commitment], steps });
    else same.commitments.push(commitment);
  }
  return [...found.values()];
}

type Also = BlocPart['also']['lines'][number];
export type SameCompany = Omit<Also, 'entity'> & { entities: EntityId[] };

/** Those who are joined to all of the states by the same claims. */
export function sameCompany(lines: readonly Also[]): SameCompany[] {
  const found = new Map<string, SameCompany>();
  for (const { entity, ...line } of lines) {
    const key = JSON.stringify(line);
    const same = found.get(key);
    if (same === undefined) found.set(key, { ...line, entities: [entity] });
    else same.entities.push(entity);
  }
  return [...found.values()];
}

/** All claims that a step of the filtration rests on. */
export const claimsOfStep = (step: FiltrationStep): string[] => [
  ...new Set([
    ...step.pairs.flatMap((p) => p.claims.map((c) => c.claim)),
    ...step.joint.map((c) => c.claim),
    ...step.joined.subsets.flatMap((s) => s.claims),
  ]),
];
