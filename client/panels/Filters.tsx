// Which claims are looked at: by state, commitment, kind and modality, each with its counts.
import type { JudgedClaim } from '../../model/answer.ts';
import { modalities } from '../../model/claim.ts';
import { rungWords } from '../../model/commitment.ts';
import { standsSurely } from '../../model/count.ts';
import type { State as ClaimState } from '../../model/judge.ts';
import { withBeside } from '../canvas/counts.ts';
import { stateOrder, stateTable } from '../canvas/encoding.ts';
import { step } from '../history.ts';
import { clearFilter, setCommitment, setDegree, toggleFilter, toggleState } from '../steps.ts';
import { get, scratch, useStore } from '../store.ts';
import { passes } from '../tally.ts';
import { modalityWord } from '../words.ts';
import { ShapeGlyph } from './Glyph.tsx';
import { Stepper } from './Stepper.tsx';

import { Tally, useJudged, useOneByOne, useUncovered } from './Tally.tsx';

const plain = {
  principals: 1,
  incomplete: false,
  sign: '+',
  stands: true,
  modality: 'done',
  context: 'diplomatic',
  confidence: null,
  origins: 1,
} as const;

export function StateToggles() {
  const claims = useJudged();
  const filters = useStore((s) => s.view.filters);
  const oneByOne = useOneByOne();
  const isOn = (state: ClaimState) => filters.state.length === 0 || filters.state.includes(state);
  return (
    <section className="section" aria-labelledby="state-heading">
      <h2 className="heading" id="state-heading">
        State {oneByOne !== null && <span className="muted">{oneByOne}</span>}
      </h2>
      <div className="toggles">
        {stateOrder.map((state) => {
          const of = claims?.filter((c) => c.state === state && passes(c, filters, 'state')) ?? null;
          const { stands } = stateTable[state];
          return (
            <button
              key={state}
              type="button"
              className={of?.length === 0 ? 'none' : ''}
              aria-pressed={isOn(state)}
              onClick={() => step(toggleState(state))}
            >
              <ShapeGlyph shape={{ ...plain, state, stands }} size={17} />
              <span>{stateTable[state].label}</span>
              {stands || of === null || of.length === 0 ? <Tally claims={of} /> : <em>{of.length}</em>}
            </button>
          );
        })}
      </div>
    </section>
  );
}

const rungs = [1, 2, 3, 4, 5, 6, 7] as const;

/** On release the rung that the handle is on becomes the view's. */
function settle() {
  const { rung } = get().scratch;
  if (rung === null) return;
  scratch({ rung: null });
  step(setCommitment(rung === 0 ? null : rung));
}

/** At least this commitment; any at the left end, and claims without one drop out of it. */
export function Commitment() {
  const claims = useJudged();
  const filters = useStore((s) => s.view.filters);
  const moving = useStore((s) => s.scratch.rung);
  const chosen = moving === null ? filters.commitment : moving === 0 ? null : moving;
  const oneByOne = useOneByOne();
  const uncovered = useUncovered();
  const bins = rungs.map((r) => {
    const of =
      claims?.filter((c) => c.stands && c.commitment === r && passes(c, filters, 'commitment')) ?? [];
    const stands = of.filter(standsSurely).length;
    return { stands, apart: of.length - stands };
  });
  const most = Math.max(1, ...bins.map((b) => b.stands));
  const text = chosen === null ? 'any' : `at least ${chosen}: ${rungWords[chosen]}`;
  return (
    <section className="section" aria-labelledby="commitment-heading">
      <h2 className="heading" id="commitment-heading">
        Commitment <span className="muted">{text}</span>
      </h2>
      <div className="ladder">
        <div className="bins" aria-hidden="true" title={oneByOne ?? undefined}>
          <span />
          {bins.map(({ stands, apart }, i) => (
            <span key={rungs[i]}>
              <span className={stands === 0 ? 'bin-count muted' : 'bin-count'}>
                {claims === null || (uncovered && stands + apart === 0) ? '–' : withBeside(stands, apart)}
              </span>
              <i style={{ height: `${(stands / most) * 13}px` }} />
            </span>
          ))}
        </div>
        <input
          type="range"
          min={0}
          max={7}
          value={chosen ?? 0}
          aria-label="Commitment, at least"
          aria-valuetext={text}
          onChange={(event) => scratch({ rung: event.currentTarget.valueAsNumber })}
          onPointerUp={settle}
          onPointerCancel={settle}
          onBlur={settle}
          onKeyUp={settle}
        />
        <div className="rung-words" aria-hidden="true">
          <span>1 appearance</span>
          <span>4 material</span>
          <span>7 command</span>
        </div>
      </div>
    </section>
  );
}

/** Which states are drawn: those with at least so many claims. What is left out is told above the picture. */
export function Degree() {
  const degree = useStore((s) => s.view.degree);
  const draw = useStore((s) => s.view.draw);
  if (draw === 'claims') return null;
  return (
    <section className="section" aria-labelledby="degree-heading">
      <div className="row">
        <h2 className="heading" id="degree-heading">
          States drawn <span className="muted">{degree === 1 ? 'all' : `with ${degree} claims or more`}</span>
        </h2>
        <Stepper
          label="Claims"
          name="At least so many claims"
          value={degree}
          most={999}
          onValue={(n) => step(setDegree(n))}
        />
      </div>
    </section>
  );
}

export function KindFilter() {
  const kinds = useStore((s) => s.vocabulary.kinds);
  return (
    <ListFilter
      title="Kind"
      name="kind"
      valuesOf={(c) => c.claim.kinds}
      label={(id) => kinds.get(id)?.label ?? id}
    />
  );
}

export function ModalityFilter() {
  return (
    <ListFilter
      title="Modality"
      name="modality"
      order={modalities}
      valuesOf={(c) => [c.claim.modality]}
      label={(id) => modalityWord(id as JudgedClaim['claim']['modality'])}
    />
  );
}

interface ListProps {
  title: string;
  name: 'kind' | 'modality';
  order?: readonly string[];
  valuesOf(claim: JudgedClaim): readonly string[];
  label(id: string): string;
}

/** The values that claims in question have, with counts; none chosen means all. */
function ListFilter({ title, name, order, valuesOf, label }: ListProps) {
  const claims = useJudged();
  const filters = useStore((s) => s.view.filters);
  const chosen: readonly string[] = filters[name];
  const oneByOne = useOneByOne();
  const found = new Set([...(claims ?? []).flatMap(valuesOf), ...chosen]);
  const values = [...found].sort((a, b) =>
    order === undefined ? label(a).localeCompare(label(b)) : order.indexOf(a) - order.indexOf(b),
  );
  const all = claims === null ? 'all' : `all ${values.length}`;
  const text = chosen.length === 0 || claims === null ? all : `${chosen.length} of ${values.length}`;
  return (
    <details id={`filter-${name}`} className="section fold" open={chosen.length > 0}>
      <summary>
        <h2 className="heading">{title}</h2>
        <span className="muted">{text}</span>
      </summary>
      {chosen.length > 0 && (
        <button type="button" className="link" onClick={() => step(clearFilter(name))}>
          All {values.length}
        </button>
      )}
      <ul className="values" title={oneByOne ?? undefined}>
        {values.map((id) => (
          <li key={id}>
            <label className="check">
              <input
                type="checkbox"
                checked={chosen.length === 0 || chosen.includes(id)}
                onChange={() => step(toggleFilter(name, id, values))}
              />
              <span>{label(id)}</span>
              <Tally
                claims={claims?.filter((c) => valuesOf(c).includes(id) && passes(c, filters, name)) ?? null}
              />
            </label>
            <button
              type="button"
              className="link only"
              aria-label={`Only ${label(id)}`}
              onClick={() => step((view) => ({ ...view, filters: { ...view.filters, [name]: [id] } }))}
            >
              only
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
