// The line above the picture while a question is asked: what the answer has, by data set where there are several.
import type { Answer } from '../../model/answer.ts';
import type { Drawn } from '../../model/drawn.ts';
import { foundIn } from '../found.ts';
import { replace, step } from '../history.ts';
import { nameIn, useNamed } from '../lookup.ts';
import { showHidden } from '../steps.ts';
import { scratch, useStore } from '../store.ts';
import { questionScope } from '../words.ts';

export function StatusOfAnswer({ drawn, answer }: { drawn: Drawn; answer: Answer }) {
  const held = useNamed();
  const open = useStore((s) => s.scratch.cypher);
  const names = answer.filters.states.map((id) => nameIn(held, id));
  const inAnswer = new Set(answer.claims.map((c) => c.claim.id));
  const hidden = drawn.hidden.filter((c) => inAnswer.has(c.claim.id)).length;
  return (
    <>
      <p>
        <b>{answer.question.label}</b>, {questionScope(answer, names)} ·{' '}
        <button
          type="button"
          className="link"
          aria-expanded={open}
          onClick={() => {
            replace((v) => ({ ...v, selection: [] }));
            scratch({ cypher: !open, right: true });
          }}
        >
          Show the Cypher
        </button>
        {hidden > 0 && (
          <>
            {' · '}
            <button type="button" className="link" onClick={() => step(showHidden)}>
              Show {hidden} hidden
            </button>
          </>
        )}
      </p>
      {foundIn(drawn, answer).map(({ set, head, rest }) => (
        <p key={set}>
          {set !== null && `${set}: `}
          <b>{head}</b>
          {rest}
        </p>
      ))}
    </>
  );
}
