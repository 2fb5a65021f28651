// One entity: its names and codes, whom it acts for, and its claims by number of principals and sign.
import type { Entity } from '../../model/entity.ts';
import { many } from '../../model/phrase.ts';
import { endWords } from '../../model/when.ts';
import { takesPart } from '../answers.ts';
import { signsOf } from '../canvas/counts.ts';
import { openExpand } from '../expansion.ts';
import { replace, step } from '../history.ts';
import { nameIn, useNamed } from '../lookup.ts';
import { addState, removeState, select } from '../steps.ts';
import { useRested, useStore } from '../store.ts';
import { ClaimList } from './ClaimList.tsx';
import { EntityGlyph } from './Glyph.tsx';

export function EntityPanel({ entity: e }: { entity: Entity }) {
  const drawn = useRested();
  const claims = (drawn?.claims ?? []).filter((c) => takesPart(c.claim.parties, e.id));
  const principal = claims.filter((c) => c.principals.includes(e.id));
  const groups: [string, typeof claims][] = [
    ['Bilateral', principal.filter((c) => !c.claim.incomplete && c.principals.length === 2)],
    ['Trilateral', principal.filter((c) => !c.claim.incomplete && c.principals.length === 3)],
    ['Of four or more', principal.filter((c) => !c.claim.incomplete && c.principals.length > 3)],
    ['Parties not all known', principal.filter((c) => c.claim.incomplete)],
    ['Alone', principal.filter((c) => !c.claim.incomplete && c.principals.length === 1)],
    ['Not as a principal', claims.filter((c) => !principal.includes(c))],
  ];
  return (
    <article>
      <div className="claim-head">
        <EntityGlyph entity={e} size={46} />
        <div>
          <p className="kicker">{e.unnamed === true ? `${e.label}, unnamed in the source` : e.label}</p>
          <h1 className="title">{e.names.en}</h1>
        </div>
      </div>
      <EntityButtons entity={e} />
      <Facts entity={e} />
      {e.note !== undefined && <p className="note">{e.note}</p>}
      {claims.length === 0 && <p className="lead">No claim in the picture has it among its parties.</p>}
      {groups.map(
        ([title, list]) =>
          list.length > 0 && (
            <section key={title}>
              <h2 className="heading">
                {title} <span className="muted">{signsOf(list)}</span>
              </h2>
              <ClaimList claims={list} />
            </section>
          ),
      )}
    </article>
  );
}

function EntityButtons({ entity: e }: { entity: Entity }) {
  const states = useStore((s) => s.view.filters.states);
  const expanded = useStore((s) => s.view.expand.some((x) => x.entity === e.id));
  const within = states.includes(e.id);
  return (
    <div className="buttons">
      {e.label === 'State' && (
        <button
          type="button"
          className="button"
          onClick={() => step(within ? removeState(e.id) : addState(e.id))}
        >
          {within ? 'Remove from the states in question' : 'Add to the states in question'}
        </button>
      )}
      <button type="button" className="button" onClick={() => void openExpand(e.id)}>
        {expanded ? 'Collapse' : 'Expand'}
      </button>
    </div>
  );
}

function Facts({ entity: e }: { entity: Entity }) {
  const held = useNamed();
  const detail = useStore((s) => (s.scratch.entity?.entity.id === e.id ? s.scratch.entity : null));
  const names = Object.entries(e.names).filter(([lang, name]) => lang !== 'en' && name !== e.names.en);
  const codes = [
    e.iso3 === undefined ? '' : `ISO ${e.iso3}`,
    ...(e.cow ?? []).map((n) => `COW ${n}`),
    ...(e.cowLetters ?? []),
  ].filter((x) => x !== '');
  const all = detail?.claims;
  // Nothing is summed over data sets, and this count is of all that are loaded.
  const isOne = useStore((s) => s.info?.datasets.length === 1);
  return (
    <dl className="facts wide">
      {(e.represents ?? []).map((r) => (
        <div key={`${r.entity} ${r.office} ${r.from ?? ''}`}>
          <dt>For {nameIn(held, r.entity)}</dt>
          <dd>
            {r.office}{' '}
            <span className="muted">
              {endWords(r.from)} to {endWords(r.until)}
            </span>
          </dd>
        </div>
      ))}
      {detail !== null && detail.representedBy.length > 0 && (
        <div>
          <dt>Represented by</dt>
          <dd>
            {detail.representedBy.map((p) => (
              <button key={p.id} type="button" className="plain" onClick={() => replace(select(p.id))}>
                {p.names.en}
              </button>
            ))}
          </dd>
        </div>
      )}
      {all !== undefined && isOne && (
        <div>
          <dt>In the data set</dt>
          <dd>
            named in {many(all.stands, 'claim that stands', 'claims that stand')}, in whatever part
            {all.denied + all.unevidenced + all.open > 0 && (
              <span className="muted">
                , {all.denied + all.unevidenced + all.open} looked for, denied or unclear
              </span>
            )}
          </dd>
        </div>
      )}
      {names.length > 0 && (
        <div>
          <dt>Names</dt>
          <dd>
            {names.map(([lang, name]) => (
              <span key={lang} lang={lang}>
                {name}{' '}
              </span>
            ))}
          </dd>
        </div>
      )}
      {e.aliases !== undefined && (
        <div>
          <dt>Also</dt>
          <dd>{e.aliases.join(', ')}</dd>
        </div>
      )}
      {(codes.length > 0 || e.wikidata !== undefined) && (
        <div>
          <dt>Codes</dt>
          <dd>
            {codes.join(' · ')}{' '}
            {e.wikidata !== undefined && (
              <a href={`https://www.wikidata.org/wiki/${e.wikidata}`} target="_blank" rel="noreferrer">
                Wikidata {e.wikidata}
              </a>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}
