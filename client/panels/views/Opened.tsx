// The saved view that is open, beside the counts: on which loads it was made, what changed since, and what was written to it.
import { Popover } from '@mantine/core';
import { type PointerEvent, useEffect } from 'react';
import type { ViewChange, ViewChanges } from '../../../model/saved-view.ts';
import { Icon } from '../../icons.tsx';
import { useHeld } from '../../lookup.ts';
import { scratch, useStore } from '../../store.ts';
import { leaveView } from '../../views.ts';
import { ClaimGlyph } from '../Glyph.tsx';
import { lights, showClaims } from '../Lights.tsx';
import { Judgement } from './Judgement.tsx';
import { changeWords, loadWord, madeWords, sinceWords } from './words.ts';

export function Opened() {
  const opened = useStore((s) => s.opened);
  const since = useStore((s) => s.since);
  const about = useStore((s) => s.scratch.about);
  const isLeft = useStore((s) => s.view.saved === null);
  // Said once, when it is known; the counts of the picture are said after it.
  useEffect(() => {
    if (opened !== null && since !== null)
      scratch({ said: `Saved view ${opened.title}: ${sinceWords(since)}.` });
  }, [opened, since]);
  if (opened === null) return null;
  const told = sinceWords(since);
  return (
    <span className="chip clock opened-view">
      <Icon name="views" size={14} />
      <Popover
        opened={about}
        onChange={(open) => scratch({ about: open })}
        position="bottom-start"
        width={400}
        trapFocus
        returnFocus
        closeOnEscape={false}
      >
        <Popover.Target>
          <button type="button" className="link" onClick={() => scratch({ about: !about })}>
            {opened.title}
            {isLeft && ', a step or more from it'}
            {told !== '' && `: ${told}`}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label="About the saved view">
          <About />
        </Popover.Dropdown>
      </Popover>
      <button type="button" aria-label="Leave the saved view" onClick={leaveView}>
        <Icon name="close" size={12} />
      </button>
    </span>
  );
}

function About() {
  const opened = useStore((s) => s.opened);
  const since = useStore((s) => s.since);
  if (opened === null) return null;
  const { made, notes, judgement, created, changed } = opened;
  return (
    <div className="about-view">
      <p>
        Made on {madeWords(made)}.{' '}
        <span className="muted">
          Saved {created}
          {changed !== created && `, last changed ${changed}`}.
        </span>
      </p>
      {notes !== undefined && <p className="pre">{notes}</p>}
      {judgement !== undefined && <Judgement of={judgement} />}
      {since !== null && ('changes' in since ? <Since since={since} /> : <p>{since.detail}</p>)}
    </div>
  );
}

const light = (target: EventTarget, all: readonly string[]): void => {
  const ids = target instanceof Element ? target.closest('[data-lights]')?.getAttribute('data-lights') : null;
  scratch({ lit: ids == null ? all : ids.split(' ') });
};

/** What changed, lit in the picture while it is read; one claim alone while that one is pointed at. */
function Since({ since }: { since: ViewChanges }) {
  const { datasets, changes, compared, of } = since;
  const all = changes.map((c) => c.claim);
  useEffect(() => {
    scratch({ lit: since.changes.map((c) => c.claim) });
    return () => scratch({ lit: [] });
  }, [since]);
  return (
    <section aria-label="What changed since">
      <h3 className="heading">
        Since then <span className="muted">{sinceWords(since)}</span>
      </h3>
      {datasets.map((d) => (
        <p key={d.dataset} className="muted">
          {d.dataset}: {d.before === null ? 'was not loaded' : loadWord(d.before)} →{' '}
          {d.now === null ? 'not loaded' : loadWord(d.now)}
        </p>
      ))}
      {compared < of && (
        <p className="muted">
          Kept are the first {compared.toLocaleString('en')} of {of.toLocaleString('en')} claims; of the rest
          it is not known.
        </p>
      )}
      {changes.length > 0 && (
        <ul
          className="since"
          onPointerOver={(event: PointerEvent) => light(event.target, all)}
          onPointerLeave={() => scratch({ lit: all })}
          onFocus={(event) => light(event.target, all)}
        >
          {changes.map((c) => (
            <li key={c.claim}>
              <Changed change={c} />
              <span>{changeWords(c)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A claim by its title; one that the graph holds no more by its id. */
function Changed({ change: { claim: id, title } }: { change: ViewChange }) {
  const claim = useHeld().claims.get(id);
  if (title === null) return <b>{id}</b>;
  return (
    <button
      type="button"
      className="claim-name"
      {...lights([id])}
      onClick={() => {
        scratch({ about: false });
        showClaims([id], title);
      }}
    >
      {claim !== undefined && <ClaimGlyph claim={claim} size={20} />}
      <span className="link">{title}</span>
    </button>
  );
}
