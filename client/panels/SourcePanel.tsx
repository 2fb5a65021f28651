// One source: what it is, its terms and its grade, and the claims that it speaks of.
import type { Source } from '../../model/source.ts';
import { Icon } from '../icons.tsx';
import { useRested } from '../store.ts';
import { many, precisionWords, whenWords } from '../words.ts';
import { ClaimList } from './ClaimList.tsx';
import { reliabilityWord } from './Statements.tsx';

export function SourcePanel({ source: s }: { source: Source }) {
  const drawn = useRested();
  const claims = (drawn?.claims ?? []).filter((c) => c.statements.some((x) => x.source === s.id));
  const statements = claims.flatMap((c) => c.statements).filter((x) => x.source === s.id).length;
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
      <p className="kicker">Source</p>
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
