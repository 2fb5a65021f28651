// The frame of every report: a page beside the picture with its heading, a sentence to quote and a way back. Whatever in it
// carries `lights(…)` lights its claims in the picture while it is pointed at or has the focus.
import { type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Answer } from '../../model/answer.ts';
import { many } from '../../model/phrase.ts';
import { sentence } from '../../model/sentence.ts';
import { step } from '../history.ts';
import { type Mode, modeNow } from '../mode.ts';
import { copy, share } from '../share.ts';
import { toggleQuestion } from '../steps.ts';
import { get, scratch, useStore } from '../store.ts';
import { IconButton } from './IconButton.tsx';
import { showClaims } from './Lights.tsx';

/** Where there is no room beside the picture the page covers it, and what it covers is out of reach. */
export const coversPicture = (mode: Mode): boolean => mode === 'narrow' || mode === 'menu';

interface Props {
  title: string;
  /** What it is about, under the title. */
  about: string;
  /** What is chosen on the page itself. */
  form?: ReactNode;
  /** What the sentence is made of; null until it is there. */
  answer: Answer | null;
  /** What stands in its place where it cannot be asked. */
  instead?: string | null;
  children?: ReactNode;
}

export function ReportPage({ title, about, form, answer, instead = null, children }: Props) {
  const page = useRef<HTMLElement>(null);
  const busy = useStore((s) => s.busy);
  useEffect(() => {
    const before = document.activeElement;
    page.current?.querySelector('h1')?.focus({ preventScroll: true });
    scratch({ left: false, ...(modeNow() === 'narrow' ? { sheet: 'peek' } : {}) });
    return () => {
      scratch({ lit: [] });
      // What opened it may be gone, and the reader may be elsewhere by now.
      if (document.activeElement !== document.body) return;
      const back = before instanceof HTMLElement && before.isConnected ? before : null;
      (back ?? document.querySelector<HTMLElement>('#canvas'))?.focus();
    };
  }, []);
  useUnfoldedInPrint(page);
  return (
    <section id="report" aria-labelledby="report-title" aria-busy={busy} ref={page} {...lighting}>
      <div className="report-head">
        <div>
          <p className="kicker">Report</p>
          <h1 className="title" id="report-title" tabIndex={-1}>
            {title}
          </h1>
        </div>
        <IconButton icon="close" label="Close the report" keys="Esc" onClick={closeReport} />
      </div>
      <p className="report-about">{about}</p>
      {form}
      {instead !== null && <p className="lead">{instead}</p>}
      {instead === null && answer === null && <p className="lead late">{busy ? 'Asking …' : 'No answer.'}</p>}
      {answer !== null && instead === null && (
        <>
          <Quotable answer={answer} />
          {children}
        </>
      )}
    </section>
  );
}

function closeReport(): void {
  const { question } = get().view;
  if (question !== null) step(toggleQuestion(question));
}

/** The sentence with its numbers, lens and limits. */
function Quotable({ answer }: { answer: Answer }) {
  const text = sentence(answer);
  const claims = answer.claims.map((c) => c.claim.id);
  return (
    <figure className="quotable">
      <blockquote>{text}</blockquote>
      <div className="buttons">
        <button type="button" className="button small" onClick={() => void copy(text, 'Sentence copied')}>
          Copy the sentence
        </button>
        <button type="button" className="button small" onClick={() => void share()}>
          Copy link
        </button>
        <button type="button" className="button small" onClick={() => print()}>
          Print
        </button>
        {claims.length > 0 && (
          <button
            type="button"
            className="button small"
            onClick={() => showClaims(claims, 'Claims of the report')}
          >
            Show its {many(claims.length, 'claim')}
          </button>
        )}
      </div>
    </figure>
  );
}

const light = (target: EventTarget): void => {
  const ids = target instanceof Element ? target.closest('[data-lights]')?.getAttribute('data-lights') : null;
  const lit = ids == null || ids === '' ? [] : ids.split(' ');
  if (lit.join() !== get().scratch.lit.join()) scratch({ lit });
};
const dark = () => {
  if (get().scratch.lit.length > 0) scratch({ lit: [] });
};

const lighting = {
  onPointerOver: (event: PointerEvent) => light(event.target),
  onPointerLeave: dark,
  onFocus: (event: { target: EventTarget }) => light(event.target),
  onBlur: dark,
};

/** What is folded away would be missing on paper. */
function useUnfoldedInPrint(page: { current: HTMLElement | null }): void {
  useEffect(() => {
    const unfold = () => {
      for (const fold of page.current?.querySelectorAll('details') ?? []) fold.open = true;
    };
    addEventListener('beforeprint', unfold);
    return () => removeEventListener('beforeprint', unfold);
  }, [page]);
}
