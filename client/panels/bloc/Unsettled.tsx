// What was looked for and not found, what is denied, contested, unverified or open, each with the statements of both sides.
import type { JudgedClaim } from '../../../model/answer.ts';
import type { UnsettledLine } from '../../../model/bloc.ts';
import { gradeOf } from '../../../model/confidence.ts';
import { listed } from '../../../model/phrase.ts';
import type { Statement } from '../../../model/statement.ts';
import { nameIn, sourceOf, useHeld } from '../../lookup.ts';
import { useStore } from '../../store.ts';
import { stanceWord } from '../../words.ts';
import { ClaimCount, ClaimName, lights } from '../Lights.tsx';
import { Cut, Section } from '../ReportParts.tsx';
import { gradeWords, Meter, speakerOf, whyNotCounted } from '../Statements.tsx';
import { useTelling } from './telling.ts';
import { unsettledOrder, unsettledTitle } from './words.ts';

export function Unsettled() {
  const { part, nothing } = useTelling();
  const { lines, query } = part.unsettled;
  const of = (state: UnsettledLine['state']) => lines.find((l) => l.state === state)?.claims ?? [];
  return (
    <Section
      title="Looked for, denied, contested, open"
      hint="Claims among at least two of them that are not simply asserted, with what each side says."
      query={query}
    >
      {unsettledOrder.map((state) => (
        <div key={state} {...lights(of(state).map((c) => c.claim))}>
          <h4>
            {unsettledTitle[state]}:{' '}
            <ClaimCount claims={of(state).map((c) => c.claim)} label={unsettledTitle[state]}>
              {of(state).length === 0 ? nothing.toLowerCase() : undefined}
            </ClaimCount>
          </h4>
          <Cut lines={of(state)} what="claims">
            {(shown) => shown.map((c) => <OneClaim key={c.claim} id={c.claim} among={c.among} />)}
          </Cut>
        </div>
      ))}
    </Section>
  );
}

function OneClaim({ id, among }: { id: string; among: readonly string[] }) {
  const { claim: find, name } = useTelling();
  const claim = find(id);
  return (
    <div className="unsettled" {...lights([id])}>
      <ClaimName id={id} claim={claim} />
      <p className="muted">Among {listed(among.map(name))}</p>
      {claim !== undefined && <Sides claim={claim} />}
    </div>
  );
}

const sides = [
  ['Asserts', ['asserts']],
  ['Denies or reports absence', ['denies', 'reports-absence']],
  ['Qualifies', ['qualifies']],
] as const;

function Sides({ claim }: { claim: JudgedClaim }) {
  return (
    <div className="sides">
      {sides.map(([title, stances]) => {
        const of = claim.statements.filter((s) => (stances as readonly string[]).includes(s.stance));
        return of.length === 0 ? null : (
          <ul key={title} aria-label={title}>
            {of.map((s, i) => (
              <OneSaid key={s.id ?? i} statement={s} />
            ))}
          </ul>
        );
      })}
    </div>
  );
}

/** A statement in short: who says it, what, with which number. All of it is in the inspector, one click away. */
function OneSaid({ statement: s }: { statement: Statement }) {
  const held = useHeld();
  const lens = useStore((st) => st.rested ?? st.view.lens);
  const source = sourceOf(held, s);
  const grade = gradeOf(source?.reliability, s.credibility);
  const why = whyNotCounted(s, source, lens);
  return (
    <li className={`statement short ${s.stance}`}>
      <p className="who">
        <b>{speakerOf(s, source, (id) => nameIn(held, id))}</b>
        <span className="muted">{stanceWord[s.stance][0]}</span>
        {grade !== null && (
          <span className="grade" title={gradeWords(source?.reliability, s.credibility)}>
            {grade}
          </span>
        )}
      </p>
      {s.quote !== undefined && <blockquote>“{s.quote.exact}”</blockquote>}
      <Meter confidence={s.confidence} />
      {why !== null && <p className="below">Does not count: {why}</p>}
    </li>
  );
}
