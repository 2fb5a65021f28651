// What reading tables by a mapping came to: the first claims in words, what there is of which size and kind, the codes
// that no state has, and what was left out.
import type { ReactNode } from 'react';
import { listed, many } from '../../../model/phrase.ts';
import type { TableReport } from '../../../model/table-report.ts';
import { useStore } from '../../store.ts';

/** How many unknown codes are listed; the rest is counted. */
const MOST = 20;
const count = (n: number) => n.toLocaleString('en');

export function OfTables({ report }: { report: TableReport }) {
  const kinds = useStore((s) => s.info?.vocabulary.kinds);
  const { tables, claims, entities, sizes, unknown, notes, first } = report;
  const kindName = (id: string) => kinds?.find((k) => k.id === id)?.label ?? id;
  return (
    <section className="told of-tables">
      <h3>What was read</h3>
      <p>
        {listed(
          tables.map(
            ({ file, rows, left }) =>
              `${many(rows, 'row')} of ${file}${left === 0 ? '' : ` (${count(left)} left out by the mapping’s where)`}`,
          ),
        )}
        {claims > 0 && `: ${many(claims, 'claim')}, with one statement each`}
        {entities > 0 && `; ${many(entities, 'entity', 'entities')} declared`}.
      </p>
      {first.length > 0 && (
        <Part head={`The first ${first.length === 1 ? 'claim' : `${first.length} claims`}`}>
          <ol className="first">
            {first.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ol>
        </Part>
      )}
      {unknown.length > 0 && (
        <Part head="Codes and names that lead to no entity">
          <table className="expand">
            <thead>
              <tr>
                <th scope="col">Column</th>
                <th scope="col">Text</th>
                <th scope="col">What becomes of it</th>
                <th scope="col">Rows</th>
                <th scope="col">First line</th>
              </tr>
            </thead>
            <tbody>
              {unknown.slice(0, MOST).map(({ table, column, text, rows, line, became }) => (
                <tr key={`${table} ${column} ${text}`}>
                  <th scope="row">{column}</th>
                  <th scope="row">{text}</th>
                  <th scope="row">{fate[became]}</th>
                  <td>{count(rows)}</td>
                  <td>{count(line)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {unknown.length > MOST && <p>And {count(unknown.length - MOST)} more.</p>}
        </Part>
      )}
      {notes.length > 0 && (
        <Part head="Left out, joined or changed">
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Part>
      )}
      {claims > 0 && (
        <>
          <Part head="Claims by principals over their whole life">
            <Counted counts={Object.entries(sizes).map(([size, n]) => [`of ${size}`, n])} />
          </Part>
          <Part head="Claims by kind; one may have several">
            <Counted counts={Object.entries(report.kinds).map(([id, n]) => [kindName(id), n])} />
          </Part>
        </>
      )}
    </section>
  );
}

const fate = { stop: 'refused', skip: 'skipped', unnamed: 'kept as an unnamed entity' } as const;

const Part = ({ head, children }: { head: string; children: ReactNode }) => (
  <>
    <h4>{head}</h4>
    {children}
  </>
);

const Counted = ({ counts }: { counts: [name: string, n: number][] }) => (
  <ul className="counted">
    {counts.map(([name, n]) => (
      <li key={name}>
        <b>{count(n)}</b> {name}
      </li>
    ))}
  </ul>
);
