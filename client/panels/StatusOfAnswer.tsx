// The line above the picture while a question is asked: what the answer has, by data set where there are several.
import type { Answer, Count } from '../../model/answer.ts';
import { countOf } from '../../model/count.ts';
import { datasetOf } from '../../model/id.ts';
import { many } from '../../model/phrase.ts';
import { isUncovered, isUndeclared, UNDECLARED } from '../coverage.ts';
import type { Drawn } from '../drawn.ts';
import { replace, step } from '../history.ts';
import { nameIn, useNamed } from '../lookup.ts';
import { showHidden } from '../steps.ts';
import { scratch, useStore } from '../store.ts';
import { present } from '../tally.ts';
import { absentWords, questionScope, standingWords } from '../words.ts';

export function StatusOfAnswer({ drawn, answer }: { drawn: Drawn; answer: Answer }) {
  const held = useNamed();
  const states = useStore((s) => s.view.filters.states);
  const open = useStore((s) => s.scratch.cypher);
  const kept = present(drawn.claims).filter((c) => !c.dim);
  // What the picture does not hold is counted by the answer: a question may find more than is drawn.
  const isWhole = answer.claims.every((c) => drawn.claims.some((d) => d.claim.id === c.claim.id));
  const sets = Object.keys(answer.loads).sort();
  const names = states.map((id) => nameIn(held, id));
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
      {sets.length < 2 ? (
        <Found answer={answer} count={isWhole ? countOf(kept) : answer.count} groups={answer.groupCount} />
      ) : (
        sets.map((set) => {
          const own = kept.filter((c) => datasetOf(c.claim.id) === set);
          const count = isWhole ? countOf(own) : answer.byDataset[set];
          const sure = answer.groups.filter((g) => g.dataset === set && g.certainty === 'sure').length;
          const groups = answer.groupCount === null ? null : sure;
          return count === undefined ? null : (
            <Found key={set} set={set} answer={answer} count={count} groups={groups} />
          );
        })
      )}
    </>
  );
}

interface FoundProps {
  answer: Answer;
  count: Count;
  groups: number | null;
  set?: string;
}

/** How much stands and how much does not; outside of what is covered there is no 0. */
function Found({ answer, count, groups, set }: FoundProps) {
  const not = count.denied + count.unevidenced + count.open;
  const words = standingWords(count);
  const stands =
    groups === null
      ? many(count.stands, 'stands', 'stand')
      : `${many(groups, 'group stands', 'groups stand')}${count.stands > 0 ? `, by ${many(count.stands, 'claim')}` : ''}`;
  const none = (groups ?? count.stands) === 0;
  return (
    <p>
      {set !== undefined && `${set}: `}
      <b>{none && isUncovered(answer, set) ? 'Not covered' : stands}</b>
      {words !== '' && `: ${words}`}
      {not > 0 && ` · ${not} ${not === 1 ? 'does' : 'do'} not: ${absentWords(count)}`}
      {count.possible > 0 && ` · ${count.possible} possible`}
      {count.undated > 0 && ` · ${count.undated} undated`}
      {count.tooFewOrigins > 0 && ` · ${count.tooFewOrigins} with fewer origins than asked`}
      {none && isUndeclared(answer, set) && ` · ${UNDECLARED}`}
    </p>
  );
}
