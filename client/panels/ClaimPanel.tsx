// One claim: what it is, in which state, for and against, its parties, and what each source says, side by side.
import type { Answer, JudgedClaim } from '../../model/answer.ts';
import { goneIn } from '../../model/brought.ts';
import { actingFor } from '../../model/claim.ts';
import type { Confidence } from '../../model/confidence.ts';
import type { EntityId } from '../../model/id.ts';
import { resolveLens } from '../../model/lens.ts';
import { many } from '../../model/phrase.ts';
import { endWords, precisionWords, whenWords } from '../../model/when.ts';
import { signWord } from '../canvas/chip.ts';
import { certaintyTable } from '../canvas/encoding.ts';
import { entityCode } from '../canvas/entity-glyph.ts';
import { outWords } from '../causes.ts';
import { partiesOf } from '../drawn.ts';
import { replace } from '../history.ts';
import { nameIn, useHeld } from '../lookup.ts';
import { share } from '../share.ts';
import { select } from '../steps.ts';
import { useStore } from '../store.ts';
import { arityWords, modalityWord, partWord, sentence, stanceCounts, stateBanner } from '../words.ts';
import { Cypher } from './Cypher.tsx';
import { ClaimGlyph } from './Glyph.tsx';
import { Statements } from './Statements.tsx';

/** A tie of the picture is one claim with exactly two principals; a claim that is drawn whole is not derived. */
const isTie = (c: JudgedClaim) => c.principals.length === 2 && !c.claim.incomplete;

export function ClaimPanel({ claim: c }: { claim: JudgedClaim }) {
  const draw = useStore((s) => s.view.draw);
  const kinds = useStore((s) => s.vocabulary.kinds);
  const kind = c.claim.kinds.map((id) => kinds.get(id)?.label ?? id).join(', ');
  return (
    <article>
      {draw === 'alignment' && isTie(c) && <p className="derived">Derived from one bilateral claim</p>}
      <div className="claim-head">
        <ClaimGlyph claim={c} size={58} bar />
        <div>
          <p className="kicker">
            {kind} · {c.nature} · {c.context} · {signWord[c.sign]}
          </p>
          <h1 className="title">{c.claim.title}</h1>
        </div>
      </div>
      <Banner claim={c} />
      <Numbers claim={c} />
      <Parties claim={c} />
      <Statements claim={c} />
      {c.claim.note !== undefined && <p className="note">{c.claim.note}</p>}
      <Free claim={c} />
      <div className="buttons">
        <Cypher of={c.claim.id} />
        <button type="button" className="button" onClick={() => void share()}>
          Copy link
        </button>
      </div>
    </article>
  );
}

/** The state in words; where nothing counts, that, and never a state that the claim has not. */
function Banner({ claim: c }: { claim: JudgedClaim }) {
  const lens = useStore((s) => s.rested ?? s.view.lens);
  const before = useStore((s) => s.ground?.claims.find((x) => x.claim.id === c.claim.id));
  const earlier = useStore((s) => earlierWords(s.question, c.claim.id));
  if (c.state === null)
    return (
      <p className="banner out">
        <b>Out</b>
        <span>{outWords(before, lens)}</span>
      </p>
    );
  const origins = c.state === 'asserted' ? ` (${many(c.originsFor, 'origin')})` : '';
  const few = c.stands || c.originsFor === 0 ? '' : `, fewer origins than ${lens.origins}: does not stand`;
  return (
    <p className={`banner ${c.state}`}>
      <b>
        {stateBanner[c.state]}
        {origins}
      </b>
      <span>
        {stanceCounts(c.statements)}
        {few}
      </span>
      {earlier !== null && <em className="unsure">{earlier}</em>}
      {c.certainty !== 'sure' && (
        <em className="unsure">
          {certaintyTable[c.certainty].mark} {certaintyTable[c.certainty].label}:{' '}
          {certaintyTable[c.certainty].why}
        </em>
      )}
    </p>
  );
}

/** What is gone of two days is told as it was on the earlier one, and the panel says so. */
function earlierWords(question: Answer | null, claim: string): string | null {
  const changes = question?.changes ?? null;
  if (changes === null || !goneIn(question).has(claim)) return null;
  const { between, from, to } = changes;
  return between === 'world'
    ? `As it was judged on ${from}: on ${to} it holds no more.`
    : `As it was judged by what was known on ${from}: by ${to} it is withdrawn.`;
}

function Numbers({ claim: c }: { claim: JudgedClaim }) {
  const lens = useStore((s) => s.rested ?? s.view.lens);
  const { rule } = resolveLens(lens);
  const { when, modality } = c.claim;
  const precision = when === undefined ? '' : precisionWords(when);
  return (
    <dl className="facts">
      <div>
        <dt>For</dt>
        <dd>{c.originsFor === 0 ? none : <Figure of={c.for} rule={rule} origins={c.originsFor} />}</dd>
      </div>
      <div>
        <dt>Against</dt>
        <dd>
          {c.originsAgainst === 0 ? none : <Figure of={c.against} rule={rule} origins={c.originsAgainst} />}
        </dd>
      </div>
      <div>
        <dt>Modality</dt>
        <dd>{modalityWord(modality)}</dd>
      </div>
      <div>
        <dt>When</dt>
        <dd>
          {when === undefined ? 'Not known' : whenWords(when)} <span className="muted">{precision}</span>
        </dd>
      </div>
      {c.commitment !== null && (
        <div>
          <dt>Commitment</dt>
          <dd>
            {c.commitment} <span className="muted">of 7</span>
          </dd>
        </div>
      )}
    </dl>
  );
}

const none = <span className="muted">no statement</span>;

/** A number with the rule that chose it and how many origins are behind it; unknown is said, never shown as 0. */
function Figure({ of, rule, origins }: { of: Confidence; rule: string; origins: number }) {
  return (
    <>
      <b>{of ?? '?'}</b>{' '}
      <span className="muted">
        {of === null ? 'unknown' : rule} · {many(origins, 'origin')}
      </span>
    </>
  );
}

function Parties({ claim: c }: { claim: JudgedClaim }) {
  const held = useHeld();
  const vocabulary = useStore((s) => s.vocabulary);
  const prepared = partiesOf(c, vocabulary);
  return (
    <>
      <h2 className="heading">
        Parties <span className="muted">{arityWords(c)}</span>
      </h2>
      <ul className="parties">
        {c.claim.parties.map((p, i) => {
          const entity = held.entities.get(p.entity);
          const part = prepared[i]?.part ?? 'actor';
          const role = vocabulary.roles.get(p.role)?.label ?? p.role;
          const spell = [p.from, p.until].filter((x) => x !== undefined);
          return (
            <li key={`${p.entity} ${p.role} ${p.from ?? ''}`} className={part}>
              <span className={`code ${entity?.label ?? ''}`}>
                {entity === undefined ? '?' : entityCode(entity)}
              </span>
              <span>
                <Entity id={p.entity} />
                {actingFor(p).map((by) => (
                  <small key={by}>
                    by <Entity id={by} />, for {nameIn(held, p.entity)}
                  </small>
                ))}
                {spell.length > 0 && (
                  <small>
                    {endWords(p.from)} to {endWords(p.until)}
                  </small>
                )}
              </span>
              <span className="role">
                {role} · {partWord[part]}
                {p.side !== undefined && ` · side ${p.side}`}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Entity({ id }: { id: EntityId }) {
  const held = useHeld();
  return (
    <button type="button" className="plain" onClick={() => replace(select(id))}>
      {nameIn(held, id)}
    </button>
  );
}

/** What a data set keeps on a claim beside the model, as it is. */
function Free({ claim: c }: { claim: JudgedClaim }) {
  const { properties, id } = c.claim;
  return (
    <dl className="facts wide">
      {Object.entries(properties ?? {}).map(([key, value]) => (
        <div key={key}>
          <dt>{sentence(key)}</dt>
          <dd>{String(value)}</dd>
        </div>
      ))}
      <div>
        <dt>Id</dt>
        <dd className="muted">{id}</dd>
      </div>
    </dl>
  );
}
