// How many claims: what stands surely, what is only possible or undated, what does not stand; no number until it is known.

import { useDeferredValue, useMemo } from 'react';
import type { JudgedClaim } from '../../model/answer.ts';
import { countOf, notStanding } from '../../model/count.ts';
import { besideText } from '../canvas/counts.ts';
import { isUncovered } from '../coverage.ts';
import { judgedAtRest, useStore } from '../store.ts';

/** What is in question and not out, since the handle last rested; null until it is known. */
export function useJudged(): readonly JudgedClaim[] | null {
  const isKnown = useStore((s) => s.ground !== null);
  const claims = useDeferredValue(useStore(judgedAtRest));
  return useMemo(() => (isKnown ? claims.filter((c) => c.state !== null) : null), [claims, isKnown]);
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
  const apart = count.possible + count.undated;
  const not = notStanding(count);
  const spoken = [
    count.stands > 0 || apart === 0 ? 'stand' : '',
    apart > 0 ? `${apart} possible or undated` : '',
    not > 0 ? `${not} do not` : '',
  ].filter((x) => x !== '');
  return (
    <em>
      {(count.stands > 0 || apart === 0) && <b>{count.stands}</b>}
      {besideText(count.stands, apart)}
      {not > 0 && ` · ${not}`}
      <span className="sr"> {spoken.join(', ')}</span>
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
