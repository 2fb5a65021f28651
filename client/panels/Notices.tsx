// What has to be told over the picture: that it is empty and why, that something failed, that a link was not all right.
import type { ReactNode } from 'react';
import { ClaimId } from '../../model/id.ts';
import { listed, many } from '../../model/phrase.ts';
import { act } from '../actions.ts';
import { refresh } from '../answers.ts';
import { begin, step } from '../history.ts';
import { Icon } from '../icons.tsx';
import { loadSample } from '../imports.ts';
import { useMode } from '../mode.ts';
import { setAllPairs, setDegree } from '../steps.ts';
import { get, set, useDrawn, useStore } from '../store.ts';
import { ImportsOff } from './ImportsOff.tsx';
import { Nothing } from './Nothing.tsx';

export function Notices() {
  const info = useStore((s) => s.info);
  const picture = useStore((s) => s.picture);
  const problem = useStore((s) => s.problem);
  const busy = useStore((s) => s.busy);
  const isEmpty = info?.datasets.length === 0;
  const isAnswered = picture !== null && !isEmpty;
  return (
    <>
      <div id="notices">
        <Trouble />
        <Link />
        {isAnswered && <Nothing beside />}
        <TooMuch />
      </div>
      {isEmpty && <EmptyGraph on={info.imports.on} />}
      <Dropping />
      {isAnswered && <Nothing beside={false} />}
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
        <p>{problem.detail}</p>
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

/** `1 claim in this link is`, `1 claim and 2 entities in this link are`. */
function goneWords(gone: readonly string[]): string {
  const claims = gone.filter((id) => ClaimId.safeParse(id).success).length;
  const entities = gone.length - claims;
  const told = [
    ...(claims === 0 ? [] : [many(claims, 'claim')]),
    ...(entities === 0 ? [] : [many(entities, 'entity', 'entities')]),
  ];
  return `${listed(told)} in this link ${gone.length === 1 ? 'is' : 'are'}`;
}

/** What of a link could not be followed: parameters that are not right, claims and entities that are gone. */
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
            {goneWords(gone)} no longer in the graph: {gone.join(', ')}. The rest is shown
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
      {pairs !== null && <TooManyPairs {...pairs} />}
    </>
  );
}

/** A narrow page leaves the picture no room beside all of its words: they fold. */
function TooManyPairs({ of, shown }: { of: number; shown: number }) {
  const degree = useStore((s) => s.view.degree);
  const isNarrow = useMode() === 'narrow';
  const told = `${many(of, 'pair')} would be drawn. Showing the ${shown} with most claims.`;
  const rule = <span className="muted">Of as many, those of the deepest commitment, then the surest.</span>;
  const ways = (
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
  );
  return (
    <Notice flat>
      {isNarrow ? (
        <details className="fold">
          <summary>{told}</summary>
          <p>{rule}</p>
          {ways}
        </details>
      ) : (
        <>
          <p>
            {told} {rule}
          </p>
          {ways}
        </>
      )}
    </Notice>
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
