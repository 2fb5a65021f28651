// How many claims: what stands surely, what is only possible or undated, what does not stand; no number until it is known.
import { useDeferredValue, useMemo } from 'react';
import type { JudgedClaim } from '../../model/answer.ts';
import { countOf, notStanding } from '../../model/count.ts';
import { isUncovered } from '../../model/coverage.ts';
import { besideText } from '../canvas/counts.ts';
import { judgedAtRest, useStore } from '../store.ts';

/** What is in question and not out, since the handle last rested; null until it is known. */
export function useJudged(): readonly JudgedClaim[] | null {
  // One value, so that nobody reads that they are known beside the list of before.
  const claims = useDeferredValue(useStore((s) => (s.ground === null ? null : judgedAtRest(s))));
  return useMemo(() => claims?.filter((c) => c.state !== null) ?? null, [claims]);
}

/** `claims of 2 data sets, one by one`, where counts have claims of several; else null. */
export function useOneByOne(): string | null {
  const sets = useStore((s) => (s.picture === null ? 0 : Object.keys(s.picture.loads).length));
  return sets < 2 ? null : `claims of ${sets} data sets, one by one`;
}

/** Outside of what is covered a count of nothing is no count. */
export const useUncovered = () => useStore((s) => isUncovered(s.ground));

/** `11 ~2 · 8`, or a dash where there is no number to tell. */
export function Tally({ claims }: { claims: readonly JudgedClaim[] | null }) {
  const uncovered = useUncovered();
  if (claims === null || (claims.length === 0 && uncovered)) return <NoNumber uncovered={uncovered} />;
  const count = countOf(claims);
  return (
    <Numbers stands={count.stands} apart={count.possible + count.undated} others={notStanding(count)} bold />
  );
}

interface NumbersProps {
  stands: number;
  /** What stands and is only possible or undated. */
  apart: number;
  others: number;
  /** Whether "stand" is said of the first number, in bold. */
  bold?: boolean;
}

/** The numbers, each with its word for whoever hears them. */
export function Numbers({ stands, apart, others, bold = false }: NumbersProps) {
  const some = stands > 0 || apart === 0;
  return (
    <em>
      {some && (bold ? <b>{stands}</b> : stands)}
      {some && bold && <span className="sr"> stand</span>}
      {besideText(stands, apart)}
      {apart > 0 && <span className="sr"> possible or undated</span>}
      {others > 0 && ` · ${others}`}
      {others > 0 && <span className="sr"> do not</span>}
    </em>
  );
}

function NoNumber({ uncovered }: { uncovered: boolean }) {
  return (
    <em>
      <span aria-hidden="true">–</span>
      <span className="sr">{uncovered ? 'not covered' : 'not counted yet'}</span>
    </em>
  );
}
