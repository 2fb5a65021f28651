// The report on a set of states (MODEL.md section 7), data set by data set, nothing summed: evidence, and no verdict.
import type { Answer } from '../../../model/answer.ts';
import type { BlocPart } from '../../../model/bloc.ts';
import { isUncovered, nothingWords } from '../../../model/coverage.ts';
import { nameOf } from '../../../model/phrase.ts';
import { coverageWords } from '../../coverage.ts';
import { useStore } from '../../store.ts';
import { sentence } from '../../words.ts';
import { Balance } from './Balance.tsx';
import { Filtration } from './Filtration.tsx';
import { Joint } from './Joint.tsx';
import { Elsewhere, Others, RivalLines } from './Others.tsx';
import { Pairs } from './Pairs.tsx';
import { type Telling, TellingProvider, useTelling } from './telling.ts';
import { Unsettled } from './Unsettled.tsx';

/** Whether a data set says anything of these states together. */
const isSaid = (part: BlocPart) =>
  part.joint.lines.length + part.unsettled.lines.length > 0 ||
  part.pairs.lines.some((l) => l.ties.length > 0);

export default function BlocReport({ answer }: { answer: Answer }) {
  const kinds = useStore((s) => s.vocabulary.kinds);
  const { bloc } = answer;
  if (bloc === null) return null;
  const claims = new Map(answer.claims.map((c) => [c.claim.id, c]));
  const telling = (part: BlocPart, dataset?: string): Telling => ({
    answer,
    part,
    name: (id) => nameOf(answer, id),
    kind: (id) => kinds.get(id)?.label ?? id,
    claim: (id) => claims.get(id),
    nothing: nothingWords(answer, dataset),
    uncovered: isUncovered(answer, dataset),
  });
  const said = bloc.datasets.filter(isSaid);
  const silent = bloc.datasets.filter((part) => !said.includes(part));
  const [first] = bloc.datasets;
  return (
    <>
      <p className="note">
        Evidence, computed from claims. It gives no verdict: likelihood and judgement are an analyst’s,
        written and signed.
      </p>
      {said.map((part) => (
        <TellingProvider key={part.dataset} value={telling(part, part.dataset)}>
          <Part part={part} />
        </TellingProvider>
      ))}
      {silent.map((part) => (
        <section key={part.dataset} className="report-set">
          <h2>{titleOf(answer, part)}</h2>
          <p>
            {isUncovered(answer, part.dataset)
              ? 'Not covered.'
              : 'It tells nothing of these states together.'}
          </p>
          <Coverage answer={answer} part={part} />
        </section>
      ))}
      {first !== undefined && (
        <TellingProvider value={telling(first)}>
          <RivalLines rivals={bloc.rivals} />
        </TellingProvider>
      )}
    </>
  );
}

const titleOf = (answer: Answer, part: BlocPart) =>
  answer.datasets.find((d) => d.id === part.dataset)?.title ?? part.dataset;

function Part({ part }: { part: BlocPart }) {
  const { answer } = useTelling();
  return (
    <section className="report-set" aria-label={part.dataset}>
      <h2>{titleOf(answer, part)}</h2>
      <Joint />
      <Pairs />
      <Unsettled />
      <Filtration />
      <Balance />
      <Others />
      <Elsewhere />
      <section className="report-part">
        <h3>Coverage and age</h3>
        <Coverage answer={answer} part={part} />
      </section>
    </section>
  );
}

/** What it covers of what was asked, and how old what it says is. */
function Coverage({ answer, part }: { answer: Answer; part: BlocPart }) {
  const line = answer.coverage.find((c) => c.dataset === part.dataset);
  const { coveredUntil, published, recorded, loaded } = part.age;
  const told = line === undefined ? null : coverageWords(answer, line);
  return (
    <>
      {told !== null && (
        <p className="line">
          <b>{sentence(told.word)}.</b> {told.detail}
        </p>
      )}
      <dl className="age">
        <div>
          <dt>Covers until</dt>
          <dd>{coveredUntil ?? 'no end told'}</dd>
        </div>
        <div>
          <dt>Newest source</dt>
          <dd>{published ?? 'of no known day'}</dd>
        </div>
        <div>
          <dt>Last recorded</dt>
          <dd>{recorded ?? 'on no known day'}</dd>
        </div>
        <div>
          <dt>Loaded</dt>
          <dd>{loaded.slice(0, 10)}</dd>
        </div>
      </dl>
    </>
  );
}
