// The line above the picture: how much stands, by state, with what does not named apart; each part narrows the table.
import { useMemo } from 'react';
import { countOf } from '../../model/count.ts';
import { isUncovered, isUndeclared, UNDECLARED } from '../../model/coverage.ts';
import { type Drawn, type DrawnClaim, notDrawn } from '../../model/drawn.ts';
import { datasetOf } from '../../model/id.ts';
import { many } from '../../model/phrase.ts';
import { timeWords } from '../days.ts';
import { step } from '../history.ts';
import { Icon } from '../icons.tsx';
import { modeNow } from '../mode.ts';
import { clearKnown, clearMarking, clearTime, setDegree, showHidden } from '../steps.ts';
import { scratch, useDrawn, useStore } from '../store.ts';
import { present } from '../tally.ts';
import { StatusOfAnswer } from './StatusOfAnswer.tsx';
import { entitiesOf } from './tables.tsx';
import { Opened } from './views/Opened.tsx';

/** A part of the line: narrows the table to its claims. */
function Part({ claims, label, set }: { claims: readonly DrawnClaim[]; label: string; set?: string }) {
  const narrow = () => {
    const named = set === undefined ? label : `${set}: ${label}`;
    const only = { label: named, claims: claims.map((c) => c.claim.id) };
    scratch({ only, tab: 'claims', dock: true, sheet: modeNow() === 'narrow' ? 'peek' : 'half' });
  };
  return (
    <button type="button" className="link" onClick={narrow}>
      {label}
    </button>
  );
}

export function Status() {
  const drawn = useDrawn();
  const chosen = useStore((s) => s.view.question);
  if (drawn === null) return <div id="status" />;
  return (
    <div id="status">
      {chosen !== null && drawn.question !== null ? (
        <StatusOfAnswer drawn={drawn} answer={drawn.question} />
      ) : (
        <OfPicture drawn={drawn} />
      )}
      <Opened />
      <Clocks />
      <Degree drawn={drawn} />
    </div>
  );
}

/** One line for all, or one for each data set by its name: nothing is summed over data sets. */
function OfPicture({ drawn }: { drawn: Drawn }) {
  const view = useStore((s) => s.view);
  const vocabulary = useStore((s) => s.vocabulary);
  const claims = present(drawn.claims);
  const elsewhere = useMemo(() => present(notDrawn(drawn, view, vocabulary)), [drawn, view, vocabulary]);
  const sets = Object.keys(drawn.picture.loads).sort();
  const entities = view.draw === 'claims' ? `${entitiesOf(claims).length} entities` : null;
  if (sets.length < 2)
    return <Line claims={claims} elsewhere={elsewhere} drawn={drawn} entities={entities} />;
  return sets.map((set) => {
    const own = (c: DrawnClaim) => datasetOf(c.claim.id) === set;
    return (
      <Line
        key={set}
        set={set}
        claims={claims.filter(own)}
        elsewhere={elsewhere.filter(own)}
        drawn={drawn}
        entities={null}
      />
    );
  });
}

interface LineProps {
  claims: readonly DrawnClaim[];
  elsewhere: readonly DrawnClaim[];
  drawn: Drawn;
  entities: string | null;
  /** The data set that it is of, where there are several. */
  set?: string;
}

function Line({ claims, elsewhere, drawn, entities, set }: LineProps) {
  const count = countOf(claims);
  const sure = claims.filter((c) => c.certainty === 'sure');
  const of = (state: DrawnClaim['state']) => sure.filter((c) => c.stands && c.state === state);
  const unsure = (certainty: DrawnClaim['certainty']) =>
    claims.filter((c) => c.stands && c.certainty === certainty);
  const absent = claims.filter(
    (c) => c.state !== null && ['denied', 'unevidenced', 'open'].includes(c.state),
  );
  const few = claims.filter((c) => !c.stands && !absent.includes(c) && c.state !== null);
  const beside = [
    [unsure('possible'), `${count.possible} possible`],
    [unsure('undated'), `${count.undated} undated`],
  ] as const;
  const more = [
    [absent, `${absent.length} looked for, denied or unclear`],
    [few, `${few.length} with fewer origins than asked`],
    [elsewhere, `${elsewhere.length} not drawn here`],
  ] as const;
  const parts = more.filter(([list]) => list.length > 0);
  const disputed = (['contested', 'unverified'] as const).filter((s) => count[s] > 0);
  const uncovered = isUncovered(drawn.picture, set);
  const words =
    set === undefined
      ? many(count.stands, 'claim stands', 'claims stand')
      : many(count.stands, 'stands', 'stand');
  return (
    <>
      <p>
        {set !== undefined && `${set}: `}
        <b>{count.stands === 0 && uncovered ? 'Not covered' : words}</b>
        {disputed.length > 0 && ': '}
        {count.asserted > 0 && (
          <span className="asserted">
            {disputed.length === 0 && ': '}
            <Part set={set} claims={of('asserted')} label={`${count.asserted} asserted`} />
            {disputed.length > 0 && ', '}
          </span>
        )}
        {disputed.map((s, i) => (
          <span key={s}>
            {i > 0 && ', '}
            <Part set={set} claims={of(s)} label={`${count[s]} ${s}`} />
          </span>
        ))}
        {beside
          .filter(([list]) => list.length > 0)
          .map(([list, label]) => (
            <span key={label}>
              {' · '}
              <Part set={set} claims={list} label={label} />
            </span>
          ))}
        <Hidden claims={drawn.hidden.filter((c) => set === undefined || datasetOf(c.claim.id) === set)} />
        {count.stands > 0 && uncovered && ' · the time or kind asked is not covered'}
        {count.stands === 0 && isUndeclared(drawn.picture, set) && ` · ${UNDECLARED}`}
      </p>
      {(parts.length > 0 || entities !== null) && (
        <p className="second">
          {parts.map(([list, label], i) => (
            <span key={label}>
              {i > 0 && ' · '}
              <Part set={set} claims={list} label={label} />
            </span>
          ))}
          {entities !== null && `${parts.length > 0 ? ' · ' : ''}${entities}`}
        </p>
      )}
    </>
  );
}

/** What is hidden is counted beside what stands, for it has not fallen; a click shows it again. */
function Hidden({ claims }: { claims: readonly Pick<DrawnClaim, 'stands'>[] }) {
  const stand = claims.filter((c) => c.stands).length;
  if (claims.length === 0) return null;
  return (
    <>
      {' · '}
      <button type="button" className="link" onClick={() => step(showHidden)}>
        Show {claims.length} hidden
      </button>
      {stand < claims.length && stand > 0 && `, ${stand} of them ${stand === 1 ? 'stands' : 'stand'}`}
      {stand === 0 && ', none of them stands'}
    </>
  );
}

/** States that are left out of the picture are never left out silently. */
function Degree({ drawn }: { drawn: Drawn }) {
  const { degree, draw } = useStore((s) => s.view);
  if (degree === 1 || draw === 'claims') return null;
  const { few } = drawn;
  const shown = few === null ? 'all of them' : `${few.of - few.states.size} of ${few.of}`;
  return (
    <Clock icon="filter" text={`States with at least ${degree} claims: ${shown}`} clear={setDegree(1)} />
  );
}

/** What the two clocks and the bound on markings are set to is always seen beside the counts, and can be taken off there. */
function Clocks() {
  const lens = useStore((s) => s.view.lens);
  const world = timeWords(lens.from, lens.until);
  const known =
    lens.known === null ? null : `As known on ${lens.known}${lens.clock === 'held' ? ', as held here' : ''}`;
  return (
    <>
      {world !== null && <Clock text={world} clear={clearTime} />}
      {known !== null && <Clock text={known} clear={clearKnown} />}
      {lens.marking !== null && (
        <Clock icon="filter" text={`Nothing above ${lens.marking}`} clear={clearMarking} />
      )}
    </>
  );
}

interface ClockProps {
  text: string;
  clear: Parameters<typeof step>[0];
  icon?: 'clock' | 'filter';
}

function Clock({ text, clear, icon = 'clock' }: ClockProps) {
  return (
    <span className="chip clock">
      <Icon name={icon} size={14} />
      {text}
      <button type="button" aria-label={`Clear: ${text}`} onClick={() => step(clear)}>
        <Icon name="close" size={12} />
      </button>
    </span>
  );
}
