// The left side: states in question, questions, and the filters; a rail, or behind a button, where there is less room.
import { useEffect, useRef } from 'react';
import { act } from '../actions.ts';
import type { Mode } from '../mode.ts';
import { scratch, useStore } from '../store.ts';
import { Confidence } from './Confidence.tsx';
import { Commitment, Degree, KindFilter, ModalityFilter, StateToggles } from './Filters.tsx';
import { DatasetMenu, PageButtons } from './Header.tsx';
import { IconButton } from './IconButton.tsx';
import { Questions } from './Questions.tsx';
import { Search } from './Search.tsx';
import { StatesInQuestion } from './StatesInQuestion.tsx';
import { Time } from './Time.tsx';

export function Left({ mode }: { mode: Mode }) {
  const open = useStore((s) => s.scratch.left);
  if (mode === 'wide')
    return (
      <aside id="left" aria-label="Question and filters">
        <Sections />
      </aside>
    );
  return (
    <>
      {mode === 'rail' && (
        <aside id="rail" aria-label="Questions">
          <IconButton
            icon="filter"
            label="Questions and filters"
            size={18}
            expanded={open}
            onClick={() => scratch({ left: !open })}
          />
          <Questions small />
        </aside>
      )}
      {open && <Over mode={mode} />}
    </>
  );
}

/** The whole left side over the canvas, which stays in sight where there is room. */
function Over({ mode }: { mode: Mode }) {
  const aside = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    aside.current?.focus();
    return () => {
      // What was chosen in it may have taken the focus elsewhere.
      const isFree = document.activeElement === document.body;
      if (isFree && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <aside id="left" className="over" aria-label="Question and filters" tabIndex={-1} ref={aside}>
      <div className="over-head">
        <b>Question and filters</b>
        <IconButton icon="close" label="Close" onClick={() => scratch({ left: false })} />
      </div>
      {mode === 'narrow' && (
        <section className="section">
          <Search id="search" />
          <div className="row">
            <DatasetMenu />
            <PageButtons />
          </div>
          <button
            type="button"
            className="button"
            onClick={() => {
              scratch({ left: false });
              act('table');
            }}
          >
            Table
          </button>
        </section>
      )}
      <Sections />
    </aside>
  );
}

function Sections() {
  return (
    <>
      <StatesInQuestion />
      <Questions />
      <Confidence />
      <StateToggles />
      <Time />
      <Commitment />
      <Degree />
      <KindFilter />
      <ModalityFilter />
    </>
  );
}
