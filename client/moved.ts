// What moved: which claims the threshold changed, and why, so that no picture changes silently.
import type { Answer, JudgedClaim } from '../model/answer.ts';
import { type Lens, type ResolvedLens, resolveLens } from '../model/lens.ts';
import { listed, many } from '../model/phrase.ts';
import type { Stance, Statement } from '../model/statement.ts';
import { rejudge } from './rejudge.ts';

/** A claim that is not what it is with nothing below the threshold. */
export interface Change {
  claim: JudgedClaim;
  now: JudgedClaim;
}

/**
 * Every claim that a lens judges otherwise, those that are out first.
 * @param judged the claims of `ground` in the same order, as they are judged now
 */
export function changes(ground: Answer, judged: readonly JudgedClaim[]): Change[] {
  const found = judged.flatMap((now, i) => {
    const claim = ground.claims[i];
    return claim === undefined || (claim.state === now.state && claim.stands === now.stands)
      ? []
      : [{ claim, now }];
  });
  return found.sort((a, b) => Number(a.now.state !== null) - Number(b.now.state !== null));
}

/** Why: `out at 1, unknown switched off`, or `contested → asserted at 60, 1 denial below`. */
export function reason(ground: Answer, { claim: was, now }: Change, lens: Lens): string {
  if (was.state === now.state) return `${many(now.originsFor, 'origin')}, fewer than ${lens.origins}`;
  const resolved = resolveLens(lens, ground.question.over);
  const low = was.statements.filter((s) => s.confidence !== null && s.confidence < lens.threshold);
  const at = turningPoint(ground, was, now, lens, low);
  const head = now.state === null ? 'out' : `${was.state} → ${now.state}`;
  const unknown = !resolved.unknown && was.statements.some((s) => s.confidence === null);
  return [
    at === null ? head : `${head} at ${at}`,
    low.length > 0 ? `${stances(low)} below` : '',
    unknown ? 'unknown switched off' : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** The lowest threshold from which on a claim is what it is now; null where the threshold is not what moved it. */
function turningPoint(
  ground: Answer,
  was: JudgedClaim,
  now: JudgedClaim,
  lens: Lens,
  low: readonly Statement[],
): ResolvedLens['threshold'] | null {
  const steps = [1, ...low.map((s) => (s.confidence ?? 0) + 1)].filter((t) => t <= lens.threshold);
  const at = [0, ...steps.sort((a, b) => a - b)].find((threshold) => {
    const [judged] = rejudge({ ...ground, claims: [was] }, { ...lens, threshold });
    return judged?.state === now.state;
  });
  return at === undefined || at === 0 ? null : at;
}

const nouns: Record<Stance, [one: string, more: string]> = {
  asserts: ['assertion', 'assertions'],
  denies: ['denial', 'denials'],
  'reports-absence': ['report of absence', 'reports of absence'],
  qualifies: ['qualification', 'qualifications'],
};

const stances = (statements: readonly Statement[]) =>
  listed(
    Object.entries(nouns).flatMap(([stance, words]) => {
      const n = statements.filter((s) => s.stance === stance).length;
      return n === 0 ? [] : [many(n, ...words)];
    }),
  );
