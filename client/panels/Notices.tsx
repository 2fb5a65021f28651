// What has to be told over the picture: that it is empty and why, that something failed, that a link was not all right.
import type { ReactNode } from 'react';
import { many } from '../../model/phrase.ts';
import { act } from '../actions.ts';
import { refresh } from '../answers.ts';
import { causes } from '../causes.ts';
import { isUncovered, uncoveredWords } from '../coverage.ts';
import { begin, step } from '../history.ts';
import { Icon } from '../icons.tsx';
import { loadSample } from '../imports.ts';
import { clearFilters, setAllPairs, setDegree } from '../steps.ts';
import { get, judgedNow, set, useDrawn, useStore } from '../store.ts';
import { ImportsOff } from './ImportsOff.tsx';

export function Notices() {
  const info = useStore((s) => s.info);
  const picture = useStore((s) => s.picture);
  const problem = useStore((s) => s.problem);
  const busy = useStore((s) => s.busy);
  const isEmpty = info?.datasets.length === 0;
  return (
    <>
      <div id="notices">
        <Trouble />
        <Link />
        <TooMuch />
      </div>
      {isEmpty && <EmptyGraph on={info.imports.on} />}
      <Dropping />
      {picture !== null && !isEmpty && <Nothing />}
      {picture === null && !isEmpty && (busy || info === null) && problem === null && (
        <div className="skeleton" aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
      )}
    </>
  );
}

interface NoticeProps {
  children: ReactNode;
  onClose?: () => void;
  /** Its buttons stand beside its words. */
  flat?: boolean;
}

function Notice({ children, onClose, flat = false }: NoticeProps) {
  return (
    <div className={flat ? 'notice flat' : 'notice'}>
      <Icon name="warn" />
      <div>{children}</div>
      {onClose !== undefined && (
        <button type="button" className="icon-button" aria-label="Close this notice" onClick={onClose}>
          <Icon name="close" size={14} />
        </button>
      )}
    </div>
  );
}

const clock = (iso: string) =>
  new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Where the data base is away, the picture that is held stays, with its age. */
function Trouble() {
  const problem = useStore((s) => s.problem);
  const picture = useStore((s) => s.picture);
  const uri = useStore((s) => s.info?.neo4j.uri);
  if (problem === null || problem.code === 'token-required') return null;
  const again = () => void (get().info === null ? begin() : refresh(true));
  const close = picture === null ? undefined : () => set({ problem: null });
  if (problem.code === 'query-timeout')
    return (
      <Notice onClose={close}>
        <p>{problem.detail.replace(/\.$/, '')}. Add a time range or fewer states</p>
      </Notice>
    );
  const away = problem.code === 'graph-unavailable';
  return (
    <Notice onClose={close}>
      <p>
        <b>{problem.title}</b>
        {away && uri !== undefined ? ` at ${uri}. ` : `. ${away ? '' : problem.detail} `}
        {picture !== null && `The picture below is from ${clock(picture.answeredAt)}.`}
      </p>
      {problem.errors?.map((e) => (
        <p key={`${e.pointer} ${e.detail}`}>
          {e.pointer}: {e.detail}
        </p>
      ))}
      <button type="button" className="button small" onClick={again}>
        Try again
      </button>
    </Notice>
  );
}

/** What of a link could not be followed: parameters that are not right, claims that are gone. */
function Link() {
  const wrong = useStore((s) => s.wrong);
  const gone = useStore((s) => s.gone);
  return (
    <>
      {wrong.length > 0 && (
        <Notice onClose={() => set({ wrong: [] })}>
          <p>
            <b>This link is not all right.</b> What is not was left out.
          </p>
          {wrong.map((e) => (
            <p key={`${e.pointer} ${e.detail}`}>
              <code>{e.pointer}</code>: {e.detail}
            </p>
          ))}
        </Notice>
      )}
      {gone.length > 0 && (
        <Notice onClose={() => set({ gone: [] })}>
          <p>
            {many(gone.length, 'claim in this link is', 'claims in this link are')} no longer in the graph:{' '}
            {gone.join(', ')}. The rest is shown
          </p>
        </Notice>
      )}
    </>
  );
}

/** What the server cut off, and what the picture leaves out of what came. */
function TooMuch() {
  const cut = useStore((s) => s.picture?.truncated ?? null);
  const pairs = useDrawn()?.pairs ?? null;
  const degree = useStore((s) => s.view.degree);
  return (
    <>
      {cut !== null && (
        <Notice>
          <p>
            {many(cut.of, 'claim')} would be drawn. Showing {cut.shown.toLocaleString('en')}: narrow by kind,
            by state or by states in question.
          </p>
        </Notice>
      )}
      {pairs !== null && (
        <Notice flat>
          <p>
            {many(pairs.of, 'pair')} would be drawn. Showing the {pairs.shown} with most claims.{' '}
            <span className="muted">Of as many, those of the deepest commitment, then the surest.</span>
          </p>
          <div className="buttons">
            <button type="button" className="button small" onClick={() => act('kinds')}>
              Narrow by kind
            </button>
            <button type="button" className="button small" onClick={() => step(setDegree(degree + 2))}>
              States with {degree + 2} claims or more
            </button>
            <button type="button" className="button small" onClick={() => step(setAllPairs(true))}>
              Draw all
            </button>
          </div>
        </Notice>
      )}
    </>
  );
}

/** Where a file is held over the page: what will happen when it is let go. */
function Dropping() {
  const dropping = useStore((s) => s.scratch.dropping);
  if (!dropping) return null;
  return (
    <div className="dropping" aria-hidden="true">
      <p>
        <b>Drop the file to import it.</b> A dry run shows what would change first
      </p>
    </div>
  );
}

function EmptyGraph({ on }: { on: boolean }) {
  return (
    <section className="empty" aria-labelledby="empty-heading">
      <h2 id="empty-heading">The graph is empty.</h2>
      {on ? (
        <>
          <p>Load the sample to see how claims, statements and sources look, or import your own file.</p>
          <div className="buttons">
            <button type="button" className="button primary" onClick={() => void loadSample()}>
              Load the sample
            </button>
            <button type="button" className="button" onClick={() => act('import')}>
              Import a file
            </button>
          </div>
          <p className="muted">Any format that Entente reads. A dry run shows what would change first</p>
        </>
      ) : (
        <>
          <ImportsOff sample />
          <button type="button" className="button" onClick={() => void begin()}>
            Look again
          </button>
        </>
      )}
    </section>
  );
}

/** Where nothing is to be seen: not covered, nothing known of these states, or the cause that takes out the last claim. */
function Nothing() {
  const drawn = useDrawn();
  const ground = useStore((s) => s.ground);
  const judged = useStore(judgedNow);
  const kinds = useStore((s) => s.vocabulary.kinds);
  const view = useStore((s) => s.view);
  const preview = useStore((s) => s.preview);
  if (drawn === null || ground === null || preview !== null) return null;
  // Those that are possible on a day, or undated, do not cover it.
  if (drawn.claims.every((c) => c.certainty !== 'sure') && isUncovered(drawn.picture))
    return (
      <section className={drawn.claims.length > 0 ? 'empty aside' : 'empty'}>
        <h2>Not covered</h2>
        {uncoveredWords(drawn.picture).map((text) => (
          <p key={text}>{text}</p>
        ))}
      </section>
    );
  if (drawn.claims.some((c) => c.stands)) return null;
  const found = causes(ground, judged, view, (id) => kinds.get(id)?.label ?? id);
  if (found.length === 0)
    return drawn.claims.length > 0 ? null : (
      <section className="empty">
        <h2>No claim names these states.</h2>
        <p>Add other states, or look at all of them.</p>
      </section>
    );
  return (
    <section className={drawn.claims.length > 0 ? 'empty aside' : 'empty'}>
      <p>
        <b>No claim stands</b> {found.map((c) => c.text).join(' and ')}.
      </p>
      <div className="buttons">
        {found.map((c) => (
          <button key={c.button} type="button" className="button" onClick={() => step(c.clear)}>
            {c.button}
          </button>
        ))}
        {!found.some((c) => c.isClock) && (
          <button type="button" className="button" onClick={() => step(clearFilters)}>
            Clear all filters
          </button>
        )}
      </div>
    </section>
  );
}
