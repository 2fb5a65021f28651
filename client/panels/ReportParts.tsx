// What the parts of a report are made of: a section with its query, a list that is cut where nobody would read on.
import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { replace } from '../history.ts';
import { modeNow } from '../mode.ts';
import { select } from '../steps.ts';
import { get, scratch } from '../store.ts';

interface SectionProps {
  title: string;
  /** What the part tells, and how it is to be read. */
  hint?: string;
  /** The query that it rests on, as the answer names it. */
  query: string;
  children: ReactNode;
}

export function Section({ title, hint, query, children }: SectionProps) {
  return (
    <section className="report-part">
      <div className="report-part-head">
        <h3>{title}</h3>
        <button
          type="button"
          className="link query"
          aria-label={`Show the Cypher of: ${title}`}
          onClick={() => showQuery(query)}
        >
          Cypher
        </button>
      </div>
      {hint !== undefined && <p className="note">{hint}</p>}
      {children}
    </section>
  );
}

/** Opens the queries of the answer in the inspector, at this one. */
function showQuery(name: string): void {
  scratch({ cypher: true, right: true, sheet: modeNow() === 'narrow' ? 'full' : get().scratch.sheet });
  replace(select());
  requestAnimationFrame(() => {
    const shown = document.querySelector<HTMLElement>(`#right .cypher section[aria-label="${name}"]`);
    shown?.scrollIntoView({ block: 'start' });
    shown?.querySelector('button')?.focus({ preventScroll: true });
  });
}

/** So few more are worth no button. */
const FEW_MORE = 3;

/** The first of many lines, and the rest on demand: how many that are is said. */
export function Cut<T>({
  lines,
  most = 12,
  what,
  children,
}: {
  lines: readonly T[];
  most?: number;
  what: string;
  children(lines: readonly T[]): ReactNode;
}) {
  const [all, setAll] = useState(false);
  const rest = lines.length - most > FEW_MORE ? lines.length - most : 0;
  useEffect(() => {
    // Paper has no button to ask for the rest.
    const unfold = () => flushSync(() => setAll(true));
    addEventListener('beforeprint', unfold);
    return () => removeEventListener('beforeprint', unfold);
  }, []);
  return (
    <>
      {children(all || rest === 0 ? lines : lines.slice(0, most))}
      {rest > 0 && (
        <button type="button" className="button small more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? `Show the first ${most} ${what}`
            : `Show ${rest.toLocaleString('en')} more of ${lines.length.toLocaleString('en')} ${what}`}
        </button>
      )}
    </>
  );
}
