// What the panels count: claims by filter, and statements by confidence.
import type { Answer, JudgedClaim } from '../model/answer.ts';
import type { DrawnClaim } from '../model/drawn.ts';
import type { Lens } from '../model/lens.ts';
import type { Filters } from '../model/question.ts';
import { isJudgedAlike } from './drawn.ts';

/** The claims of the picture without those that are out while a handle moves. */
export const present = (claims: readonly DrawnClaim[]) => claims.filter((c) => !c.out);

/** Whether a claim passes the filters; `except` leaves one of them out, for the counts of its own values. */
export function passes(c: JudgedClaim, filters: Filters, except?: keyof Filters): boolean {
  const has = (key: keyof Filters, chosen: readonly string[], values: readonly string[]) =>
    key === except || chosen.length === 0 || values.some((v) => chosen.includes(v));
  return (
    has('kind', filters.kind, c.claim.kinds) &&
    has('nature', filters.nature, [c.nature]) &&
    has('context', filters.context, [c.context]) &&
    has('modality', filters.modality, [c.claim.modality]) &&
    has('sign', filters.sign, [c.sign]) &&
    has('state', filters.state, c.state === null ? [] : [c.state]) &&
    (except === 'commitment' ||
      filters.commitment === null ||
      (c.commitment !== null && c.commitment >= filters.commitment))
  );
}

/** Statements by confidence: ten bins of ten, 100 in the last, and the unknown ones apart. */
export function histogram(ground: Answer, known: Lens['known']): { bins: number[]; unknown: number } {
  const bins = Array.from({ length: 10 }, () => 0);
  let unknown = 0;
  for (const s of ground.claims.flatMap((c) => c.statements)) {
    if (known === null && s.supersededAt !== undefined) continue;
    if (s.confidence === null) unknown += 1;
    else {
      const bin = Math.min(9, Math.floor(s.confidence / 10));
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
  }
  return { bins, unknown };
}

/**
 * The claims of `now`, each as the object of `before` where it is judged alike: while a handle moves every claim is
 * judged anew and few are judged otherwise, so that few rows are drawn anew.
 */
export function keepAlike<T extends JudgedClaim>(before: ReadonlyMap<string, T>, now: readonly T[]): T[] {
  return now.map((c) => {
    const was = before.get(c.claim.id);
    return was !== undefined && isJudgedAlike(was, c) ? was : c;
  });
}
