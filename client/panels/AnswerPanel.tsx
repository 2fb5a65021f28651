// The answer to the chosen question: its claims or groups, what it does not cover, and its query.
import type { Answer, Group, JudgedClaim } from '../../model/answer.ts';
import { happenings } from '../../model/changes.ts';
import { notStanding } from '../../model/count.ts';
import { actingWords, groupName, tellsGroups } from '../../model/group.ts';
import { many } from '../../model/phrase.ts';
import { againstIn } from '../../model/sides.ts';
import { lacks } from '../answers.ts';
import { besideWords } from '../canvas/counts.ts';
import { coverageWords } from '../coverage.ts';
import { questionHints } from '../icons.tsx';
import { nameIn, useNamed } from '../lookup.ts';
import { share } from '../share.ts';
import { useStore } from '../store.ts';
import { questionScope, sentence } from '../words.ts';
import { ClaimList } from './ClaimList.tsx';
import { Cypher } from './Cypher.tsx';
import { whatTable } from './changes/words.ts';
import { NoAnswer } from './NoAnswer.tsx';
import { statesText } from './Questions.tsx';

export function AnswerPanel() {
  const id = useStore((s) => s.view.question);
  const question = useStore((s) => s.info?.questions.find((q) => q.id === id));
  const answer = useStore((s) => s.question);
  const states = useStore((s) => s.view.filters.states);
  const busy = useStore((s) => s.busy);
  const held = useNamed();
  if (question === undefined)
    return (
      <>
        <h1 className="title">There is no question “{id}”.</h1>
        <p className="lead">The link may be of another version.</p>
      </>
    );
  const lack = lacks(question, states);
  if (lack !== null)
    return (
      <>
        <p className="kicker">{question.label}</p>
        <h1 className="title">{statesText(question, lack)}</h1>
      </>
    );
  if (answer === null || answer.question.id !== question.id)
    return (
      <div aria-busy={busy}>
        <p className="kicker">{question.label}</p>
        <h1 className="title">{sentence(questionHints[question.id] ?? question.label)}</h1>
        <p className="lead late">{busy ? 'Asking …' : 'No answer.'}</p>
      </div>
    );
  const names = answer.filters.states.map((s) => nameIn(held, s));
  return (
    <article>
      <p className="kicker">
        {question.label}, {questionScope(answer, names)}
      </p>
      <h1 className="title">{sentence(questionHints[question.id] ?? question.label)}</h1>
      <p className="note">{question.description}</p>
      <NoAnswer answer={answer} />
      <Acting answer={answer} />
      {tellsGroups(answer) ? <Groups answer={answer} /> : <ClaimList claims={answer.claims} />}
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

function Groups({ answer }: { answer: Answer }) {
  const held = useNamed();
  const claims = new Map(answer.claims.map((c) => [c.claim.id, c]));
  const several = Object.keys(answer.loads).length > 1;
  const vocabulary = useStore((s) => s.vocabulary);
  const { kinds } = vocabulary;
  const against = (g: Group) => (c: JudgedClaim) =>
    g.key[0] === 'opposite' ? againstIn(answer, c, vocabulary, (id) => nameIn(held, id)) : null;
  const changes = answer.changes !== null;
  const title = (g: Group) =>
    changes
      ? happenings.filter((w) => g.key.includes(w)).map((w) => whatTable[w].title)
      : sentence(groupName(answer, g.key, (id) => kinds.get(id)?.label ?? nameIn(held, id)));
  // What is gone stood on the earlier day only.
  const counted = (g: Group) => (changes ? many(g.claims.length, 'claim') : countWords(g));
  return (
    <>
      {answer.groups.map((g) => (
        <section key={`${g.dataset} ${g.key.join(' ')}`}>
          <h2 className="heading">
            {title(g)}{' '}
            <span className="muted">
              {several && `${g.dataset}: `}
              {counted(g)}
            </span>
          </h2>
          <ClaimList claims={g.claims.flatMap((id) => claims.get(id) ?? [])} beside={against(g)} />
        </section>
      ))}
    </>
  );
}

/** `3 claims stand, 1 contested, ~ 1 possible, 2 do not stand`: contested and unverified are named apart from asserted. */
function countWords({ count }: Group): string {
  const not = notStanding(count);
  return [
    many(count.stands, 'claim stands', 'claims stand'),
    ...(['contested', 'unverified'] as const).map((s) => (count[s] === 0 ? '' : `${count[s]} of them ${s}`)),
    besideWords(count),
    not === 0 ? '' : many(not, 'does not', 'do not'),
    count.out === 0 ? '' : `${count.out} out`,
  ]
    .filter((x) => x !== '')
    .join(', ');
}

/** In how many of the joint claims that stand all are actors, by data set. */
function Acting({ answer }: { answer: Answer }) {
  const sets = Object.keys(answer.loads).sort();
  return sets.map((set) => {
    const words = actingWords(answer, set);
    return words === null ? null : (
      <p key={set} className="lead">
        {sets.length > 1 && `${set}: `}
        {words}.
      </p>
    );
  });
}

/** What the data sets cover of what was asked: their silence says nothing outside of it, and inside only where exhaustive. */
export function Coverage({ answer }: { answer: Answer }) {
  if (answer.coverage.length === 0) return null;
  return (
    <>
      <h2 className="heading">What is covered</h2>
      <ul className="coverage">
        {answer.coverage.map((line) => {
          const { word, detail } = coverageWords(answer, line);
          return (
            <li key={line.dataset}>
              <b>{line.title}</b> ({word}): {detail}
            </li>
          );
        })}
      </ul>
    </>
  );
}
