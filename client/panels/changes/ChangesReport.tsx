// What changed between two days, data set by data set: what happened to which claims, each before and after.
import type { Answer, JudgedClaim } from '../../../model/answer.ts';
import { MOST_BROUGHT } from '../../../model/brought.ts';
import { type Change, type Changes, happenings, type What } from '../../../model/changes.ts';
import { nothingWords } from '../../../model/coverage.ts';
import type { Dataset } from '../../../model/dataset.ts';
import { datasetOf } from '../../../model/id.ts';
import { many, nameOf } from '../../../model/phrase.ts';
import { coverageWords } from '../../coverage.ts';
import { useStore } from '../../store.ts';
import { inWords, sentence } from '../../words.ts';
import { ClaimCount, ClaimName, lights } from '../Lights.tsx';
import { Cut, Section } from '../ReportParts.tsx';
import { apart, countWords, movesOf, spanWords, togetherTold, whatTable, whoWords } from './words.ts';

/** The query runs once for each of the two days. */
const QUERY = 'questions/changes';

interface Telling {
  answer: Answer;
  changes: Changes;
  name(id: string): string;
  claim(id: string): JudgedClaim | undefined;
}

export default function ChangesReport({ answer }: { answer: Answer }) {
  const undated = useStore((s) => s.times?.undated ?? 0);
  const { changes } = answer;
  if (changes === null) return null;
  const claims = new Map(answer.claims.map((c) => [c.claim.id, c]));
  const telling = {
    answer,
    changes,
    name: (id: string) => nameOf(answer, id),
    claim: (id: string) => claims.get(id),
  };
  return (
    <>
      <p className="note">
        {spanWords(changes, answer.lens.clock)}, by the same way of looking on both days. What is new or gone
        is lit in the picture.
      </p>
      {changes.between === 'world' && undated > 0 && (
        <p className="note">
          {many(undated, 'claim')} of these states {undated === 1 ? 'is' : 'are'} undated: of no day, so no
          change of theirs is told here.
        </p>
      )}
      {answer.datasets.map((dataset) => (
        <OfDataset key={dataset.id} dataset={dataset} telling={telling} />
      ))}
    </>
  );
}

function OfDataset({ dataset, telling }: { dataset: Dataset; telling: Telling }) {
  const { answer, changes } = telling;
  const rows = changes.rows.filter((r) => datasetOf(r.claim) === dataset.id);
  return (
    <section className="report-set" aria-label={dataset.id}>
      <h2>{dataset.title}</h2>
      <Covered dataset={dataset.id} telling={telling} />
      {answer.filters.states.length > 1 && <Together dataset={dataset.id} rows={rows} telling={telling} />}
      {rows.length === 0 && (
        <p className="line">Changes: {nothingWords(answer, dataset.id).toLowerCase()}.</p>
      )}
      {happenings.map((what) => {
        const own = rows.filter((r) => r.what.includes(what));
        return own.length === 0 ? null : <Happening key={what} what={what} rows={own} telling={telling} />;
      })}
    </section>
  );
}

/** What is not covered on one of the days seems new or gone there, and may be neither. */
function Covered({ dataset, telling: { answer, changes } }: { dataset: string; telling: Telling }) {
  const line = answer.coverage.find((c) => c.dataset === dataset);
  const told = line === undefined ? null : coverageWords(answer, line);
  return (
    <>
      {told !== null && (
        <p className="note">
          <b>{sentence(told.word)}.</b> {told.detail}
        </p>
      )}
      {changes.uncovered.includes(dataset) && (
        <p className="note">
          <b>{changes.from} is not covered.</b> What seems new since then may be older.
        </p>
      )}
      {line?.covers === 'no' && changes.between === 'world' && (
        <p className="note">
          <b>{changes.to} is not covered.</b> What seems gone by then may not be.
        </p>
      )}
    </>
  );
}

/** Who is together in a claim now and was not before, in words. */
function Together({
  dataset,
  rows,
  telling,
}: {
  dataset: string;
  rows: readonly Change[];
  telling: Telling;
}) {
  const { answer, changes, name, claim } = telling;
  const { states } = answer.filters;
  const told = togetherTold(rows, changes, states, claim, name);
  const both = states.length === 2 ? 'both' : `all ${inWords(states.length)}`;
  const nothing = nothingWords(answer, dataset);
  return (
    <Section title={`Claims of ${both} together`} query={QUERY}>
      {told.length === 0 && (
        <p className="muted">
          {nothing === 'None'
            ? `No claim that stands came to have ${both}, and none ceased to.`
            : `${nothing}.`}
        </p>
      )}
      <Cut lines={told} most={6} what="claims">
        {(shown) => (
          <ul className="report-lines">
            {shown.map(({ change, sentences }) => (
              <li key={change.claim} {...lights([change.claim])}>
                <ClaimName id={change.claim} claim={claim(change.claim)} />
                <p>{sentences.join(' ')}</p>
              </li>
            ))}
          </ul>
        )}
      </Cut>
    </Section>
  );
}

function Happening({ what, rows, telling }: { what: What; rows: readonly Change[]; telling: Telling }) {
  const { title, why } = whatTable[what];
  const isPale = what === 'gone' || what === 'withdrawn';
  return (
    <Section title={`${title}: ${countWords(rows)}`} hint={why} query={QUERY}>
      {isPale && rows.length > MOST_BROUGHT && (
        <p className="note">The picture shows {MOST_BROUGHT} of them at most; the others are in this list.</p>
      )}
      {apart(rows).map((group) => (
        <Rows key={group.title} what={what} rows={group.rows} title={group.title} telling={telling} />
      ))}
    </Section>
  );
}

interface RowsProps {
  what: What;
  rows: readonly Change[];
  /** Null for those that surely stand. */
  title: string | null;
  telling: Telling;
}

function Rows({ what, rows, title, telling }: RowsProps) {
  const claims = rows.map((r) => r.claim);
  if (rows.length === 0) return null;
  const count = <ClaimCount claims={claims} label={`${whatTable[what].title}, ${title ?? 'that stand'}`} />;
  return (
    <div {...lights(claims)}>
      {title === null ? (
        <p className="note">{count}</p>
      ) : (
        <h4>
          {title}: {count}
        </h4>
      )}
      <Cut lines={rows} what="claims">
        {(shown) => (
          <ul className="report-lines">
            {shown.map((change) => (
              <Row key={change.claim} what={what} change={change} telling={telling} />
            ))}
          </ul>
        )}
      </Cut>
    </div>
  );
}

function Row({ what, change, telling }: { what: What; change: Change; telling: Telling }) {
  const { answer, name, claim } = telling;
  const { states } = answer.filters;
  const ids = (change.after?.principals.length ? change.after : change.before)?.principals ?? [];
  const who = (list: readonly string[]) => whoWords(list, states, name);
  return (
    <li {...lights([change.claim])}>
      <ClaimName id={change.claim} claim={claim(change.claim)} />
      <p className="muted">
        {what === 'joined' && `Joined by ${who(change.joined)}.`}
        {what === 'left' && `Left by ${who(change.left)}.`}
        {what !== 'joined' && what !== 'left' && who(ids)}
      </p>
      <dl className="moves">
        {movesOf(change).map((m) => (
          <div key={m.what}>
            <dt className={m.what === '' ? 'sr' : undefined}>{m.what === '' ? 'state' : m.what}</dt>
            <dd>
              {m.before} <span aria-hidden="true">→</span>
              <span className="sr"> then </span> <b>{m.after}</b>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
