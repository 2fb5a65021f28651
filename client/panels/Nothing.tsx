// What is told where nothing stands: not covered, nothing known of these states, or the cause that takes out the last claim.
import { memo, type ReactNode } from 'react';
import type { Answer, JudgedClaim } from '../../model/answer.ts';
import { isUncovered } from '../../model/coverage.ts';
import type { Drawn } from '../../model/drawn.ts';
import type { View } from '../../model/view.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { causes } from '../causes.ts';
import { uncoveredWords } from '../coverage.ts';
import { step } from '../history.ts';
import { isLarge } from '../large.ts';
import { useMode } from '../mode.ts';
import { clearFilters } from '../steps.ts';
import { judgedNow, useDrawn, useStore } from '../store.ts';

/** @param beside whether it is the words beside what is drawn all the same; else those in the place of a picture */
export function Nothing({ beside }: { beside: boolean }) {
  const drawn = useDrawn();
  const ground = useStore((s) => s.ground);
  const judged = useStore(judgedNow);
  const kinds = useStore((s) => s.vocabulary.kinds);
  const view = useStore((s) => s.view);
  const moving = useStore((s) => s.preview !== null);
  if (drawn === null || ground === null || (moving && !beside)) return null;
  return <Words {...{ beside, drawn, ground, judged, kinds, view, moving }} />;
}

interface WordsProps {
  beside: boolean;
  drawn: Drawn;
  ground: Answer;
  judged: readonly JudgedClaim[];
  kinds: Vocabulary['kinds'];
  view: View;
  moving: boolean;
}

/** While a handle moves they stay as they are: where they came and went, the picture would move. */
const Words = memo(WordsNow, (_, next) => next.moving);

function WordsNow({ beside, drawn, ground, judged, kinds, view }: WordsProps) {
  if (drawn.claims.length > 0 !== beside) return null;
  // Those that are possible on a day, or undated, do not cover it.
  if (drawn.claims.every((c) => c.certainty !== 'sure') && isUncovered(drawn.picture))
    return (
      <Uncovered beside={beside}>
        {uncoveredWords(drawn.picture).map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Uncovered>
    );
  if (drawn.claims.some((c) => c.stands)) return null;
  const found = causes(ground, judged, view, (id) => kinds.get(id)?.label ?? id);
  if (found.length === 0)
    return beside ? null : (
      <section className="empty">
        <h2>No claim names these states.</h2>
        <p>Add other states, or look at all of them.</p>
      </section>
    );
  return (
    <section className={beside ? 'empty aside' : 'empty'}>
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

/** Beside a picture it folds, and does so by itself where the picture needs the room: line and table say it too. */
function Uncovered({ beside, children }: { beside: boolean; children: ReactNode }) {
  const mode = useMode();
  const large = useStore(isLarge);
  if (!beside)
    return (
      <section className="empty">
        <h2>Not covered</h2>
        {children}
      </section>
    );
  return (
    <details className="empty aside fold" open={mode !== 'narrow' && !large}>
      <summary>
        <h2>Not covered</h2>
      </summary>
      {children}
    </details>
  );
}
