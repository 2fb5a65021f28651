// The queries behind what is shown, as they ran, with their parameters.
import { useEffect, useId } from 'react';
import type { RanQuery } from '../../model/answer.ts';
import { pasteable } from '../../model/cypher-literal.ts';
import * as api from '../api.ts';
import { copy } from '../share.ts';
import { get, scratch, set, useStore } from '../store.ts';

interface Props {
  /** The queries of an answer, or the claim whose query is asked for when it is unfolded. */
  of: readonly RanQuery[] | string;
}

/** Unfolds in place. */
export function Cypher({ of }: Props) {
  const open = useStore((s) => s.scratch.cypher);
  const held = useStore((s) => s.scratch.queries);
  const id = useId();
  const path = useStore((s) => (typeof of === 'string' ? api.claimPath(of, s.view) : null));
  useEffect(() => {
    if (!open || path === null || get().scratch.queries?.path === path) return;
    const controller = new AbortController();
    api
      .claim(path, controller.signal)
      .then((detail) => scratch({ queries: { path, ran: detail.queries } }))
      .catch((error: unknown) => {
        if (error instanceof api.ProblemError) set({ problem: error.problem });
      });
    return () => controller.abort();
  }, [open, path]);
  const queries = typeof of !== 'string' ? of : held?.path === path ? held.ran : [];
  return (
    <>
      <button
        type="button"
        className="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => scratch({ cypher: !open })}
      >
        {open ? 'Hide the Cypher' : 'Show the Cypher'}
      </button>
      <div id={id} className="cypher" hidden={!open}>
        {queries.map((q) => (
          <section key={`${q.name} ${JSON.stringify(q.parameters)}`} aria-label={q.name}>
            <div className="row">
              <b>{q.name}</b>
              <button
                type="button"
                className="button small"
                onClick={() => copy(pasteable(q), 'Query copied')}
              >
                Copy
              </button>
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key */}
            <pre tabIndex={0}>{q.cypher}</pre>
            <p className="muted">Parameters</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key */}
            <pre tabIndex={0}>{JSON.stringify(q.parameters, null, 1)}</pre>
          </section>
        ))}
      </div>
    </>
  );
}
