// What the sources say of one claim: those who assert apart from those who deny or found nothing, nothing merged.
import type { JudgedClaim } from '../../model/answer.ts';
import { type Credibility, gradeOf, type Reliability } from '../../model/confidence.ts';
import { hearing, weighable } from '../../model/judge.ts';
import { type Lens, resolveLens } from '../../model/lens.ts';
import type { Source } from '../../model/source.ts';
import type { Statement } from '../../model/statement.ts';
import { replace } from '../history.ts';
import { Icon } from '../icons.tsx';
import { nameIn, sourceOf, useHeld } from '../lookup.ts';
import { select } from '../steps.ts';
import { useStore } from '../store.ts';
import { confidenceWord, graderWords, isOwnCheck, quoteWords } from '../words.ts';

/** NATO Admiralty code, in words. */
export const reliabilityWord: Record<Reliability, string> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
};
const credibilityWord: Record<Credibility, string> = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
};

export function Statements({ claim }: { claim: JudgedClaim }) {
  const of = (...stances: Statement['stance'][]) =>
    claim.statements.filter((s) => stances.includes(s.stance));
  const scales = useStore((s) => s.info?.vocabulary.scales);
  const used = new Set(claim.statements.map((s) => s.scale).filter((s) => s !== undefined));
  const names = [...used].map((id) => scales?.find((s) => s.id === id)?.label ?? id);
  return (
    <>
      <Side title="Asserts" statements={of('asserts')} />
      <Side title="Denies or reports absence" statements={of('denies', 'reports-absence')} />
      <Side title="Qualifies" statements={of('qualifies')} />
      <p className="scale">
        Confidence is STIX 2.1, 0 to 100; the grade is the Admiralty code: source A to F, information 1 to 6.
        {names.length > 0 && ` Words of: ${names.join(', ')}.`}
      </p>
    </>
  );
}

function Side({ title, statements }: { title: string; statements: readonly Statement[] }) {
  if (statements.length === 0) return null;
  return (
    <>
      <h2 className="heading side">
        {title} <em>{statements.length}</em>
      </h2>
      {statements.map((s, i) => (
        <OneStatement key={s.id ?? i} statement={s} />
      ))}
    </>
  );
}

/** Who is quoted; else who published it. */
export function speakerOf(s: Statement, source: Source | undefined, name: (id: string) => string): string {
  return s.attributedTo === undefined
    ? (source?.publisher ?? source?.title ?? s.source)
    : name(s.attributedTo);
}

function OneStatement({ statement: s }: { statement: Statement }) {
  const held = useHeld();
  const lens = useStore((st) => st.rested ?? st.view.lens);
  const source = sourceOf(held, s);
  const grade = gradeOf(source?.reliability, s.credibility);
  const why = whyNotCounted(s, source, lens);
  const grader = graderWords(s);
  return (
    <article className={`statement ${s.stance}`}>
      <div className="statement-head">
        <b>{speakerOf(s, source, (id) => nameIn(held, id))}</b>
        {grade !== null && (
          <span className="grade" title={gradeWords(source?.reliability, s.credibility)}>
            {grade}
            <span className="sr"> {gradeWords(source?.reliability, s.credibility)}</span>
          </span>
        )}
      </div>
      {s.stance === 'reports-absence' && <p className="muted">reports that there is no evidence of it</p>}
      {s.quote !== undefined && <blockquote>“{s.quote.exact}”</blockquote>}
      <div className="statement-line">
        <Meter confidence={s.confidence} />
        <span className="basis">
          {[s.basis === 'stated' ? '' : s.basis, grader ?? ''].filter((x) => x !== '').join(' · ')}
        </span>
      </div>
      {(s.word !== undefined || s.likelihood !== undefined) && (
        <p className="muted">
          {s.word !== undefined && `In the source's words: ${s.word}. `}
          {s.likelihood !== undefined && `Likelihood: ${s.likelihood}.`}
        </p>
      )}
      {why !== null && <p className="below">Does not count: {why}</p>}
      <div className="statement-source">
        {s.quote !== undefined && (
          <span className="quote-mark">
            <Icon name={isFound(s) ? 'check' : 'dash'} size={14} />
            {quoteWords(s.quote)}
          </span>
        )}
        <button type="button" className="link cut-short" onClick={() => replace(select(s.source))}>
          <span className="sr">Source: </span>
          {source?.title ?? s.source}
        </button>
        {source?.url !== undefined && (
          <a href={source.url} target="_blank" rel="noreferrer">
            Open
            <Icon name="out" size={13} />
            <span className="sr"> {source.title}, in a new tab</span>
          </a>
        )}
        {s.locator !== undefined && <span className="muted">{s.locator}</span>}
        {s.marking !== undefined && <span className="muted">{s.marking}</span>}
      </div>
      {s.note !== undefined && <p className="note">{s.note}</p>}
    </article>
  );
}

/** A neutral mark: the words stand there, which does not make them true. */
const isFound = (s: Statement) =>
  s.quote?.check !== undefined &&
  isOwnCheck(s.quote) &&
  !['not-found', 'text-not-held'].includes(s.quote.check.result);

/** Why a statement does not count through a lens; null where it does. */
export function whyNotCounted(s: Statement, source: Source | undefined, lens: Lens): string | null {
  const isHeld = lens.clock === 'held';
  switch (hearing(weighable(s, source), resolveLens(lens))) {
    case 'unknown':
      return 'unknown switched off';
    case 'below':
      return `below ${lens.threshold}`;
    case 'marked':
      return `marked above ${lens.marking}`;
    case 'superseded':
      return `superseded on ${s.supersededAt}`;
    case 'undated':
      return isHeld ? 'not known when it was recorded' : 'not known when it was published';
    case 'not yet':
      return `${isHeld ? 'recorded' : 'published'} after ${lens.known}`;
    case 'later':
      return 'as of a later time than the one looked at';
    default:
      return null;
  }
}

export function gradeWords(
  reliability: Reliability | undefined,
  credibility: Credibility | undefined,
): string {
  const source = reliability === undefined ? 'source not graded' : `source ${reliabilityWord[reliability]}`;
  const word =
    credibility === undefined ? 'information not graded' : `information ${credibilityWord[credibility]}`;
  return `${source}, ${word}`;
}

/** A bar filled to the number; where it is unknown an empty one with a dashed rim, and the word. */
export function Meter({ confidence }: { confidence: Statement['confidence'] }) {
  return (
    <span className="meter-line">
      <span className={confidence === null ? 'meter unknown' : 'meter'} aria-hidden="true">
        <i style={{ width: `${confidence ?? 0}%` }} />
      </span>
      {confidence === null ? (
        <span className="muted">unknown</span>
      ) : (
        <span>
          <b>{confidence}</b> {confidenceWord(confidence)}
        </span>
      )}
    </span>
  );
}
