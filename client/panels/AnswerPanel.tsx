// The answer to the chosen question: its claims or groups, what it does not cover, and its query.
import type { Answer, Group } from '../../model/answer.ts';
import type { QuestionCounts } from '../../model/api.ts';
import { lacks } from '../answers.ts';
import { step } from '../history.ts';
import { questionHints } from '../icons.tsx';
import { nameIn, useNamed } from '../lookup.ts';
import { share } from '../share.ts';
import { toggleQuestion } from '../steps.ts';
import { useStore } from '../store.ts';
import { inWords, listed, many, questionScope, sentence } from '../words.ts';
import { ClaimList } from './ClaimList.tsx';
import { Cypher } from './Cypher.tsx';
import { fewerText } from './Questions.tsx';

export function AnswerPanel() {
  const id = useStore((s) => s.view.question);
  const question = useStore((s) => s.info?.questions.find((q) => q.id === id));
  const answer = useStore((s) => s.question);
  const states = useStore((s) => s.view.filters.states);
  const held = useNamed();
  if (question === undefined)
    return (
      <>
        <h1 className="title">There is no question “{id}”.</h1>
        <p className="lead">The link may be of another version.</p>
      </>
    );
  if (lacks(question, states) !== null)
    return (
      <>
        <p className="kicker">{question.label}</p>
        <h1 className="title">{fewerText(question)}</h1>
      </>
    );
  if (answer === null || answer.question.id !== question.id) return null;
  const names = states.map((s) => nameIn(held, s));
  return (
    <article>
      <p className="kicker">
        {question.label}, {questionScope(answer, names)}
      </p>
      <h1 className="title">{sentence(questionHints[question.id] ?? question.label)}</h1>
      <p className="note">{question.description}</p>
      {answer.claims.length === 0 && answer.groups.length === 0 && <NoAnswer answer={answer} names={names} />}
      {answer.groups.length > 0 && answer.question.counts === 'group' ? (
        <Groups answer={answer} />
      ) : (
        <ClaimList claims={answer.claims} />
      )}
      <Coverage answer={answer} />
      <div className="buttons">
        <Cypher of={answer.queries} />
        <button type="button" className="button" onClick={() => void share()}>
          Copy link
        </button>
      </div>
    </article>
  );
}

const stands = (counts: QuestionCounts | null, id: string): number => {
  const row = counts?.questions.find((q) => q.question.id === id);
  return row?.groupCount ?? row?.count?.stands ?? 0;
};

/** No answer is an answer: what there is instead is said, and one click away. */
function NoAnswer({ answer, names }: { answer: Answer; names: readonly string[] }) {
  const counts = useStore((s) => s.counts);
  const { id, label } = answer.question;
  const all = listed(names);
  if ((id !== 'joint' && id !== 'trilateral') || names.length < 2)
    return (
      <p className="lead">
        <b>None.</b> Nothing of {all === '' ? 'all states' : all} answers “{label}”.
      </p>
    );
  const pairs = stands(counts, 'bilateral');
  const instead = stands(counts, 'pairs-only') > 0 ? 'pairs-only' : 'bilateral';
  return (
    <>
      <p className="lead">
        <b>No claim joins all {inWords(names.length)}.</b>{' '}
        {pairs > 0
          ? `${all} are tied in pairs only.`
          : `Nor is any pair of ${all} tied by a claim of its own.`}
      </p>
      {pairs > 0 && (
        <div className="buttons">
          <button type="button" className="button" onClick={() => step(toggleQuestion(instead))}>
            Show the pairs
          </button>
        </div>
      )}
    </>
  );
}

function Groups({ answer }: { answer: Answer }) {
  const held = useNamed();
  const claims = new Map(answer.claims.map((c) => [c.claim.id, c]));
  const title = (g: Group) => listed(g.key.map((k) => nameIn(held, k)));
  return (
    <>
      {answer.groups.map((g) => (
        <section key={`${g.dataset} ${g.key.join(' ')}`}>
          <h2 className="heading">
            {title(g)}{' '}
            <span className="muted">
              {many(g.count.stands, 'claim stands', 'claims stand')}
              {g.certainty !== 'sure' && `, ${g.certainty}`}
            </span>
          </h2>
          <ClaimList claims={g.claims.flatMap((id) => claims.get(id) ?? [])} />
        </section>
      ))}
    </>
  );
}

/** What the data sets cover of what was asked: silence outside of it says nothing. */
function Coverage({ answer }: { answer: Answer }) {
  if (answer.coverage.length === 0) return null;
  return (
    <>
      <h2 className="heading">Covered by</h2>
      <ul className="coverage">
        {answer.coverage.map((line) => (
          <li key={line.dataset}>
            <b>{line.title}</b>: {line.covers}
            {line.detail !== '' && `. ${line.detail}`}
          </li>
        ))}
      </ul>
    </>
  );
}
