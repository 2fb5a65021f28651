// Beside a picture of very many states: the claims that join most of them, and the states with most claims.
import { useMemo } from 'react';
import { standsSurely } from '../../model/count.ts';
import type { DrawnClaim } from '../../model/drawn.ts';
import { datasetOf } from '../../model/id.ts';
import { many } from '../../model/phrase.ts';
import { nameOf } from '../canvas/entity-glyph.ts';
import { replace } from '../history.ts';
import { stage } from '../stage.ts';
import { select } from '../steps.ts';
import { useRested } from '../store.ts';
import { ClaimGlyph } from './Glyph.tsx';

const LISTED = 12;
const STATES = 8;

/** What stands out, told in words: each line opens what it tells. */
export function World() {
  const drawn = useRested();
  const standing = useMemo(() => (drawn?.claims ?? []).filter((c) => standsSurely(c) && !c.out), [drawn]);
  const joint = useMemo(() => jointOf(standing), [standing]);
  const isOne = useMemo(() => new Set(standing.map((c) => datasetOf(c.claim.id))).size === 1, [standing]);
  // Nothing is summed over data sets.
  const states = useMemo(() => (isOne ? mostClaims(standing) : []), [standing, isOne]);
  const names = new Map(drawn?.picture.entities.map((e) => [e.id, nameOf(e)]));
  const choose = (id: string) => {
    replace(select(id));
    stage()?.zoomTo([id]);
  };
  return (
    <>
      {joint.length > 0 && (
        <section aria-labelledby="joint-heading">
          <h2 className="heading start-heading" id="joint-heading">
            Claims of three and more {isOne && <span className="muted">{joint.length}</span>}
          </h2>
          <ul className="ranked">
            {joint.slice(0, LISTED).map((c) => (
              <li key={c.claim.id}>
                <button type="button" onClick={() => choose(c.claim.id)}>
                  <ClaimGlyph claim={c} size={20} />
                  <span>{c.claim.title}</span>
                  <em>{many(c.principals.length, 'party', 'parties')}</em>
                </button>
              </li>
            ))}
          </ul>
          {joint.length > LISTED && (
            <p className="muted">
              {isOne ? `${joint.length - LISTED} more` : 'More'} of fewer parties stand in the table.
            </p>
          )}
        </section>
      )}
      {states.length > 0 && (
        <section aria-labelledby="most-heading">
          <h2 className="heading start-heading" id="most-heading">
            States with most claims
          </h2>
          <ul className="ranked">
            {states.map(([id, n]) => (
              <li key={id}>
                <button type="button" onClick={() => choose(id)}>
                  <span>{names.get(id) ?? id}</span>
                  <em>{many(n, 'claim')}</em>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Those of most parties first. */
function jointOf(claims: readonly DrawnClaim[]): DrawnClaim[] {
  return claims
    .filter((c) => c.principals.length > 2)
    .sort((a, b) => b.principals.length - a.principals.length || (a.claim.id < b.claim.id ? -1 : 1));
}

/** How many of the claims each state is a principal of. */
function mostClaims(claims: readonly DrawnClaim[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const c of claims) for (const id of c.principals) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, STATES);
}
