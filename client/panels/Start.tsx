// Start here: what is loaded, and the claims that the data set says to look at first.

import { many } from '../../model/phrase.ts';
import { act } from '../actions.ts';
import { startOf } from '../address.ts';
import { outWords } from '../causes.ts';
import { replace } from '../history.ts';
import { isLarge } from '../large.ts';
import { select } from '../steps.ts';
import { judgedAtRest, useStore } from '../store.ts';
import { ClaimGlyph } from './Glyph.tsx';
import { World } from './World.tsx';

export function Start() {
  const info = useStore((s) => s.info);
  const view = useStore((s) => s.view);
  const ground = useStore((s) => s.ground);
  const lens = useStore((s) => s.rested ?? s.view.lens);
  const judged = useStore(judgedAtRest);
  const large = useStore(isLarge);
  if (info === null) return null;
  const dataset = startOf(info.datasets, view);
  if (dataset === null)
    return (
      <>
        <h1 className="title">Nothing selected.</h1>
        <p className="lead">
          What you select in the picture or the table opens here, with its statements and their sources
        </p>
      </>
    );
  const { start, counts } = dataset;
  const others = info.datasets.filter(
    (d) => d !== dataset && (view.lens.datasets.length === 0 || view.lens.datasets.includes(d.id)),
  );
  // As the data set's author saw them, with nothing below the threshold.
  const byId = new Map((ground?.claims ?? []).map((c) => [c.claim.id, c]));
  const claims = (start?.claims ?? []).filter((c) => byId.has(c.claim));
  const out = new Set(judged.filter((c) => c.state === null).map((c) => c.claim.id));
  return (
    <>
      <h1 className="title">{start?.heading ?? dataset.title}</h1>
      <p className="lead">
        {others.length > 0 && `${dataset.id}: `}
        {many(counts.claims, 'claim')}, {many(counts.statements, 'statement')},{' '}
        {many(counts.sources, 'source')}. {start?.text}
      </p>
      {others.length > 0 && (
        <p className="note">
          Beside it: {others.map((d) => `${d.id}, ${many(d.counts.claims, 'claim')}`).join('; ')}
        </p>
      )}
      {claims.length > 0 ? (
        <>
          <h2 className="heading start-heading">Start here</h2>
          {claims.map(({ claim: id, heading, text }) => {
            const claim = byId.get(id);
            return (
              <button key={id} type="button" className="start" onClick={() => replace(select(id))}>
                {claim !== undefined && <ClaimGlyph claim={claim} size={46} bar />}
                <span>
                  <b>{heading}</b>
                  <small>
                    {text}
                    {out.has(id) && ` Out: ${outWords(byId.get(id), lens)}.`}
                  </small>
                </span>
              </button>
            );
          })}
        </>
      ) : (
        <p className="lead">
          <b>Nothing selected.</b> What you select in the picture or the table opens here, with its statements
          and their sources
        </p>
      )}
      {large && <World />}
      <div className="buttons">
        <button type="button" className="button" onClick={() => act('read')}>
          How to read the picture
        </button>
      </div>
    </>
  );
}
