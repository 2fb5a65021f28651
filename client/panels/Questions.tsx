// The questions as radio buttons with what each would find: claims that stand, for the states in question.
import type { KeyboardEvent } from 'react';
import type { QuestionCounts } from '../../model/api.ts';
import { isUncovered } from '../../model/coverage.ts';
import type { Question } from '../../model/question.ts';
import { act, listedQuestions } from '../actions.ts';
import { lacks } from '../answers.ts';
import { withBeside } from '../canvas/counts.ts';
import { step } from '../history.ts';
import { QuestionPictogram, questionHints } from '../icons.tsx';
import { reports } from '../reports.ts';
import { toggleQuestion } from '../steps.ts';
import { get, useStore } from '../store.ts';
import { inWords } from '../words.ts';
import { useOneByOne } from './Tally.tsx';

/** What is said where a question needs other states than are chosen. */
export function statesText({ states: { min, max } }: Question, lack: 'fewer' | 'more'): string {
  const n = lack === 'more' && max !== null && max !== min ? `at most ${inWords(max)}` : inWords(min);
  return `Choose ${n} states to ask this question`;
}

/** How many stand, with a plus where not all were counted; null where the question was not asked. */
function found(
  counts: QuestionCounts | null,
  question: Question,
): { n: number; text: string; said: string } | null {
  const row = counts?.questions.find((q) => q.question.id === question.id);
  const n = question.counts === 'group' ? row?.groupCount : row?.count?.stands;
  if (row === undefined || n === undefined || n === null) return null;
  const apart =
    question.counts === 'group' || row.count === null ? 0 : row.count.possible + row.count.undated;
  const more = row.exact ? '' : '+';
  return {
    n,
    text: `${withBeside(n, apart)}${more}`,
    said: `${n.toLocaleString('en')}${more}${apart > 0 ? `, ${apart} possible or undated` : ''}`,
  };
}

/** Arrows walk through the list without asking anything; Enter and Space choose, and the same again clears. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const by = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (by === undefined) return;
  const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? radios.indexOf(focused) : -1;
  radios[(at + by + radios.length) % radios.length]?.focus();
  event.preventDefault();
}

export function Questions({ small = false }: { small?: boolean }) {
  useStore((s) => s.info);
  const chosen = useStore((s) => s.view.question);
  const states = useStore((s) => s.view.filters.states);
  const counts = useStore((s) => s.counts);
  const uncovered = useStore((s) => isUncovered(s.picture));
  const oneByOne = useOneByOne();
  const list = listedQuestions(get());
  const asked = list.find((q) => q.id === chosen);
  const lacking = asked === undefined ? null : lacks(asked, states);
  return (
    <section className="section questions" aria-labelledby={small ? undefined : 'question-heading'}>
      {!small && (
        <h2 className="heading" id="question-heading">
          Question <span className="muted">{oneByOne ?? 'claims that stand'}</span>
        </h2>
      )}
      <div role="radiogroup" aria-label="Question" onKeyDown={walk}>
        {list.map((q, i) => {
          const on = q.id === chosen;
          const lack = lacks(q, states);
          const told = lack === null ? found(counts, q) : null;
          // Outside of what is covered a 0 is no answer.
          const count = uncovered && told?.text === '0' ? null : told;
          const none = uncovered ? 'not covered' : 'not counted yet';
          const said = lack === null ? (count?.said ?? none) : statesText(q, lack);
          return (
            // biome-ignore lint/a11y/useSemanticElements: an input of type radio cannot be cleared by a second click
            <button
              key={q.id}
              type="button"
              role="radio"
              aria-checked={on}
              aria-label={`${q.label}, ${questionHints[q.id] ?? q.description}: ${said}`}
              title={small ? `${q.label}: ${questionHints[q.id] ?? q.description}` : undefined}
              tabIndex={on || (i === 0 && !list.some((x) => x.id === chosen)) ? 0 : -1}
              className={`question${count === null || count.n === 0 ? ' zero' : ''}`}
              onClick={() => step(toggleQuestion(q.id))}
            >
              <QuestionPictogram id={q.id} />
              {!small && (
                <span>
                  <b>{q.label}</b>
                  <small>{questionHints[q.id] ?? q.description}</small>
                </span>
              )}
              <em>{count?.text ?? '–'}</em>
            </button>
          );
        })}
      </div>
      {asked !== undefined && lacking !== null && !small && (
        <p className="hint">{statesText(asked, lacking)}</p>
      )}
      <ReportButtons small={small} />
    </section>
  );
}

/** The questions that are answered by a page. */
function ReportButtons({ small }: { small: boolean }) {
  const chosen = useStore((s) => s.view.question);
  const known = useStore((s) => s.info?.questions);
  return Object.entries(reports)
    .filter(([id]) => known?.some((q) => q.id === id))
    .map(([id, { label, key }]) => (
      <button
        key={id}
        type="button"
        className="question report-button"
        aria-pressed={id === chosen}
        aria-label={small ? label : undefined}
        title={small ? `${label} (${key.toUpperCase()})` : undefined}
        onClick={() => act(`report-${id}`)}
      >
        <QuestionPictogram id={id} />
        {!small && (
          <span>
            <b>{label}</b>
            <small>{questionHints[id]}</small>
          </span>
        )}
      </button>
    ));
}
