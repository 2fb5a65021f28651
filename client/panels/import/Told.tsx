// What a load changes, or would change, of each data set.
import { many } from '../../../model/phrase.ts';
import type { Counts, DatasetReport, Report } from '../../../model/report.ts';
import { quoteResultWord } from '../../words.ts';

export function Told({ report }: { report: Report }) {
  return report.datasets.map((d) => <OfDataset key={d.dataset} of={d} />);
}

const rows: [keyof DatasetReport['counts'], label: string][] = [
  ['claim', 'Claims'],
  ['statement', 'Statements'],
  ['source', 'Sources'],
  ['entity', 'Entities'],
];
const columns: [keyof Counts, label: string][] = [
  ['created', 'New'],
  ['changed', 'Changed'],
  ['removed', 'Removed'],
  ['unchanged', 'Unchanged'],
];

function OfDataset({ of }: { of: DatasetReport }) {
  const quotes = Object.entries(of.quotes) as [keyof typeof quoteResultWord, number][];
  return (
    <section className="told">
      <h3>{of.title}</h3>
      <p className="muted">{of.dataset}</p>
      {!of.written && <p>Nothing changes: all of it is loaded already.</p>}
      <table className="expand">
        <thead>
          <tr>
            <td />
            {columns.map(([key, label]) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([type, label]) => (
            <tr key={type}>
              <th scope="row">{label}</th>
              {columns.map(([key]) => (
                <td key={key} className={of.counts[type][key] === 0 ? 'muted' : undefined}>
                  {of.counts[type][key].toLocaleString('en')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {of.counts.dataset.changed > 0 && <p>The description of the data set changes.</p>}
      {of.withdrawn.length > 0 && (
        <p>
          {many(of.withdrawn.length, 'statement is withdrawn', 'statements are withdrawn')}: dropped without
          being superseded.
        </p>
      )}
      {quotes.length > 0 && (
        <p>
          Quotes:{' '}
          {quotes.map(([result, n]) => `${n.toLocaleString('en')} ${quoteResultWord[result]}`).join(', ')}.
        </p>
      )}
      {of.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </section>
  );
}
