// The filtration: what of them is still tied, and still joined, as the threshold rises; as charts and as tables.
import type { FiltrationStep } from '../../../model/bloc.ts';
import { claimsOfStep, type SameLevels, sameLevels } from '../../../model/bloc-groups.ts';
import { shortState } from '../../../model/id.ts';
import { listed } from '../../../model/phrase.ts';
import { useStore } from '../../store.ts';
import { ClaimCount, lights } from '../Lights.tsx';
import { Section } from '../ReportParts.tsx';
import { StepChart } from './StepChart.tsx';
import { useNone, useTelling } from './telling.ts';
import { levelWords, pairName, rangeOf } from './words.ts';

export function Filtration() {
  const { part } = useTelling();
  const { levels, query } = part.filtration;
  return (
    <Section
      title="As the threshold rises"
      hint="The largest subset that is still tied pairwise, by cooperative claims of two, and the largest that one claim still joins. What is only possible is not counted."
      query={query}
    >
      <ul className="chart-key" aria-hidden="true">
        <li>
          <svg width="34" height="16" viewBox="0 0 34 16" className="step-chart" aria-hidden="true">
            <path className="tied" d="M1 8H33" />
          </svg>
          tied pairwise
        </li>
        <li>
          <svg width="34" height="16" viewBox="0 0 34 16" className="step-chart" aria-hidden="true">
            <path className="hatched" d="M4 15L18 1M12 15L26 1M20 15L33 2" />
            <path className="joined-line" d="M1 2H33V15" />
          </svg>
          joined by one claim
        </li>
        <li>
          <svg width="14" height="12" viewBox="0 0 14 12" className="step-chart" aria-hidden="true">
            <path className="now" d="M7 2l-5 8h10Z" />
          </svg>
          the threshold now
        </li>
      </ul>
      {sameLevels(levels).map((same, i) => (
        <Level key={same.commitments.join(' ')} same={same} open={i === 0} />
      ))}
    </Section>
  );
}

function Level({ same: { commitments, steps }, open }: { same: SameLevels; open: boolean }) {
  const { answer } = useTelling();
  const threshold = useStore((s) => s.view.lens.threshold);
  const label = levelWords(commitments);
  return (
    <figure className="level">
      <figcaption>
        <b>{label}</b>
      </figcaption>
      <StepChart steps={steps} states={answer.filters.states.length} threshold={threshold} label={label} />
      <details open={open}>
        <summary>As a table</summary>
        <Steps steps={steps} label={label} />
      </details>
    </figure>
  );
}

function Steps({ steps, label }: { steps: readonly FiltrationStep[]; label: string }) {
  return (
    <div className="table-scroll">
      <table className="steps">
        <caption className="sr">{label}, from threshold to threshold</caption>
        <thead>
          <tr>
            <th scope="col">Threshold</th>
            <th scope="col">Pairs tied</th>
            <th scope="col">Joint claims</th>
            <th scope="col">Tied pairwise</th>
            <th scope="col">Joined by one claim</th>
            <th scope="col">Hub</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((s) => (
            <StepRow key={s.from} step={s} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const MOST_NAMED = 6;

function StepRow({ step: s }: { step: FiltrationStep }) {
  const none = useNone();
  const zero = useNone('0');
  const { name } = useTelling();
  const range = rangeOf(s);
  const codes = (ids: readonly string[]) => ids.map(shortState).join(' ');
  const some = <T,>(list: readonly T[]) => list.slice(0, MOST_NAMED);
  const rest = (list: readonly unknown[]) =>
    list.length > MOST_NAMED ? <li className="muted">and {list.length - MOST_NAMED} more</li> : null;
  const isKept = s.unknown && s.pairs.length + s.joint.length > 0;
  return (
    <tr {...lights(claimsOfStep(s))}>
      <th scope="row">
        {range}
        {isKept && <small>unknown kept</small>}
      </th>
      <td>
        {s.pairs.length === 0 && zero}
        <ul>
          {some(s.pairs).map((p) => {
            const ids = p.claims.map((c) => c.claim);
            return (
              <li key={p.pair.join(' ')} {...lights(ids)}>
                <abbr title={pairName(p.pair, name)}>{codes(p.pair)}</abbr>{' '}
                <ClaimCount claims={ids} label={`${pairName(p.pair, name)} at ${range}`}>
                  {ids.length}
                </ClaimCount>
                {p.certainty !== 'sure' && ` ${p.certainty}`}
              </li>
            );
          })}
          {rest(s.pairs)}
        </ul>
      </td>
      <td>
        <ClaimCount claims={s.joint.map((c) => c.claim)} label={`joint claims at ${range}`}>
          {s.joint.length || zero}
        </ClaimCount>
        {s.joint.some((c) => c.certainty !== 'sure') && (
          <small>{s.joint.filter((c) => c.certainty !== 'sure').length} possible</small>
        )}
      </td>
      <td>
        <b>{s.tied.size || zero}</b>
        <ul>
          {some(s.tied.subsets).map((ids) => (
            <li key={ids.join(' ')}>
              <abbr title={listed(ids.map(name))}>{codes(ids)}</abbr>
            </li>
          ))}
          {rest(s.tied.subsets)}
        </ul>
      </td>
      <td>
        <b>{s.joined.size || zero}</b>
        <ul>
          {some(s.joined.subsets).map(({ states, claims }) => (
            <li key={states.join(' ')} {...lights(claims)}>
              <abbr title={listed(states.map(name))}>{codes(states)}</abbr>{' '}
              <ClaimCount claims={claims} label={`claims that join ${listed(states.map(name))} at ${range}`}>
                {claims.length}
              </ClaimCount>
            </li>
          ))}
          {rest(s.joined.subsets)}
        </ul>
      </td>
      <td>{s.hub === null ? <span className="muted">{none}</span> : name(s.hub)}</td>
    </tr>
  );
}
