// No answer is an answer: what there is instead is said, in the panel and in the table, and one click away.
import type { Answer } from '../../model/answer.ts';
import { emptyWords } from '../empty.ts';
import { step } from '../history.ts';
import { nameIn, useNamed } from '../lookup.ts';
import { toggleQuestion } from '../steps.ts';
import { useDrawn } from '../store.ts';

/** The words for an answer that has neither claims nor groups; null for any other. */
function useWords(answer: Answer | null) {
  const held = useNamed();
  const drawn = useDrawn();
  if (answer === null || drawn === null || answer.claims.length + answer.groups.length > 0) return null;
  return emptyWords(answer, drawn.picture.claims, (id) => nameIn(held, id));
}

/** What the table says where it has no row. */
export function useEmpty(): string {
  const drawn = useDrawn();
  const words = useWords(drawn?.question ?? null);
  // Before the picture is there, nothing is known of it.
  if (drawn === null) return '';
  return words === null ? 'No claim in the picture.' : [words.head, ...words.instead].join(' ');
}

export function NoAnswer({ answer }: { answer: Answer }) {
  const words = useWords(answer);
  if (words === null) return null;
  return (
    <>
      <p className="lead">
        <b>{words.head}</b> {words.instead.join(' ')}
      </p>
      <div className="buttons">
        {words.pairs > 0 && (
          <button type="button" className="button" onClick={() => step(toggleQuestion('bilateral'))}>
            Show the pairs
          </button>
        )}
        {words.joint > 0 && (
          <button type="button" className="button" onClick={() => step(toggleQuestion('joint'))}>
            Show what joins all
          </button>
        )}
      </div>
    </>
  );
}
