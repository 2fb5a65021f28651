// One source: what it is, its terms and its grade, and the claims that it speaks of; once for each data set that tells it.
import { datasetOf } from '../../model/id.ts';
import { many } from '../../model/phrase.ts';
import type { Source } from '../../model/source.ts';
import type { Statement } from '../../model/statement.ts';
import { precisionWords, whenWords } from '../../model/when.ts';
import { Icon } from '../icons.tsx';
import { useRested, useStore } from '../store.ts';
import { ClaimList } from './ClaimList.tsx';
import { reliabilityWord } from './Statements.tsx';

export function SourcePanel({ sources }: { sources: readonly Source[] }) {
  const datasets = useStore((s) => s.info?.datasets);
  const titleOf = (id: string) => datasets?.find((d) => d.id === id)?.title ?? id;
  return sources.map((s) => (
    <OneSource
      key={s.dataset}
      source={s}
      kicker={sources.length === 1 ? 'Source' : `Source, as told by ${titleOf(s.dataset)}`}
    />
  ));
}

function OneSource({ source: s, kicker }: { source: Source; kicker: string }) {
  const drawn = useRested();
  const isFrom = (x: Statement) => x.source === s.id && datasetOf(x.claim) === s.dataset;
  const claims = (drawn?.claims ?? []).filter((c) => c.statements.some(isFrom));
  const statements = claims.flatMap((c) => c.statements).filter(isFrom).length;
  const rows: [string, string | undefined][] = [
    ['Publisher', s.publisher],
    [
      'Published',
      s.published === undefined ? undefined : `${whenWords(s.published)} ${precisionWords(s.published)}`,
    ],
    [
      'Reliability',
      s.reliability === undefined ? undefined : `${s.reliability}, ${reliabilityWord[s.reliability]}`,
    ],
    ['Licence', s.licence],
    ['Citation', s.citation],
    ['Marking', s.marking],
    ['Data set', s.dataset],
    ['Text', s.textHash === undefined ? undefined : s.textHash.slice(0, 23)],
  ];
  return (
    <article>
      <p className="kicker">{kicker}</p>
      <h1 className="title">{s.title}</h1>
      {s.url !== undefined && (
        <p>
          <a href={s.url} target="_blank" rel="noreferrer">
            {s.url}
            <Icon name="out" size={13} />
          </a>
        </p>
      )}
      <dl className="facts wide">
        {rows.map(
          ([name, value]) =>
            value !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {s.note !== undefined && <p className="note">{s.note}</p>}
      <h2 className="heading">
        Claims <span className="muted">{many(statements, 'statement')} in the picture</span>
      </h2>
      <ClaimList claims={claims} />
    </article>
  );
}
