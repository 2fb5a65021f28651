// Several things selected: the claims that the chosen entities have in common, or the chosen claims.
import type { JudgedClaim } from '../../model/answer.ts';
import { ClaimId } from '../../model/id.ts';
import { listed, many } from '../../model/phrase.ts';
import { takesPart } from '../answers.ts';
import { signsOf } from '../canvas/counts.ts';
import { nameIn, useHeld } from '../lookup.ts';
import { share } from '../share.ts';
import { useRested, useStore } from '../store.ts';
import { ClaimList } from './ClaimList.tsx';
import { Cypher } from './Cypher.tsx';

export function Several({ ids }: { ids: readonly string[] }) {
  const held = useHeld();
  const drawn = useRested();
  const draw = useStore((s) => s.view.draw);
  const claims = ids.filter((id) => ClaimId.safeParse(id).success);
  const entities = ids.filter((id) => !claims.includes(id));
  const chosen = claims.flatMap((id) => held.claims.get(id) ?? []);
  const common = (drawn?.claims ?? []).filter((c) => entities.every((id) => takesPart(c.claim.parties, id)));
  const derived = draw === 'alignment' && chosen.length > 0 && chosen.every(isBilateral);
  return (
    <>
      {entities.length > 0 && (
        <>
          <p className="kicker">{entities.length > 1 ? 'Common claims' : 'Claims'}</p>
          <h1 className="title">{listed(entities.map((id) => nameIn(held, id)))}</h1>
          <Groups claims={common} pair={entities.length === 2 && draw === 'alignment'} />
        </>
      )}
      {chosen.length > 0 && (
        <>
          {derived && <p className="derived">Derived from {many(chosen.length, 'bilateral claim')}</p>}
          <h1 className="title">{many(chosen.length, 'claim')}</h1>
          <p className="muted">{signsOf(chosen)}</p>
          <ClaimList claims={chosen} />
        </>
      )}
      <div className="buttons">
        <Cypher of={drawn?.picture.queries ?? []} />
        <button type="button" className="button" onClick={() => void share()}>
          Copy link
        </button>
      </div>
    </>
  );
}

const isBilateral = (c: JudgedClaim) => c.principals.length === 2 && !c.claim.incomplete;

/** Claims of two apart from claims of more: what joins three is not what ties a pair. */
function Groups({ claims, pair }: { claims: readonly JudgedClaim[]; pair: boolean }) {
  const bilateral = claims.filter(isBilateral);
  const joint = claims.filter((c) => !isBilateral(c));
  if (claims.length === 0) return <p className="lead">No claim in the picture has all of them.</p>;
  return (
    <>
      {bilateral.length > 0 && (
        <>
          <h2 className="heading">
            Bilateral <span className="muted">{signsOf(bilateral)}</span>
          </h2>
          {pair && <p className="derived">Derived from {many(bilateral.length, 'bilateral claim')}</p>}
          <ClaimList claims={bilateral} />
        </>
      )}
      {joint.length > 0 && (
        <>
          <h2 className="heading">
            With others <span className="muted">{signsOf(joint)}</span>
          </h2>
          <ClaimList claims={joint} />
        </>
      )}
    </>
  );
}
