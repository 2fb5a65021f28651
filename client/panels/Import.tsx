// The dialog of an import: a file is chosen, what it would change is told, and only then it is loaded.
import { FileButton } from '@mantine/core';
import { listed, many } from '../../model/phrase.ts';
import type { Problem } from '../../model/problem.ts';
import type { Counts, DatasetReport, Report } from '../../model/report.ts';
import { claimsIn, closeImport, loadFile, openImport, readFile, takeBack } from '../imports.ts';
import { useStore } from '../store.ts';
import { quoteResultWord } from '../words.ts';
import { ImportsOff } from './ImportsOff.tsx';

export default function Import() {
  const importing = useStore((s) => s.scratch.importing);
  const imports = useStore((s) => s.info?.imports);
  if (importing === null || imports === undefined) return null;
  if (!imports.on) return <ImportsOff />;
  switch (importing.at) {
    case 'choose':
      return <Choose />;
    case 'reading':
      return <p role="status">Reading {importing.name} …</p>;
    case 'loading':
      return <p role="status">Loading {importing.name} …</p>;
    case 'refused':
      return <Refused problem={importing.problem} name={importing.name} />;
    case 'told': {
      const { report, name } = importing;
      const n = claimsIn(report);
      return (
        <>
          <p className="muted">{name}. Nothing is loaded yet.</p>
          <Told report={report} />
          <div className="buttons">
            {report.datasets.some((d) => d.written) && (
              <button type="button" className="button primary" onClick={() => void loadFile(importing)}>
                Load {n === 0 ? 'it' : many(n, 'claim')}
              </button>
            )}
            <Other />
          </div>
        </>
      );
    }
    case 'done':
      return importing.takenBack === null ? (
        <>
          <p role="status">
            <b>{many(claimsIn(importing.report), 'claim')} loaded.</b>
          </p>
          <Told report={importing.report} />
          <div className="buttons">
            <button type="button" className="button primary" onClick={closeImport}>
              Close
            </button>
            <button type="button" className="button" onClick={() => void takeBack(importing)}>
              Take it back
            </button>
          </div>
        </>
      ) : (
        <>
          {importing.takenBack.map((line) => (
            <p key={line} role="status">
              {line}
            </p>
          ))}
          <div className="buttons">
            <button type="button" className="button primary" onClick={closeImport}>
              Close
            </button>
          </div>
        </>
      );
  }
}

/** What the file chooser offers: a table needs a mapping, which only the command line takes. */
const useReadable = () => useStore((s) => s.info?.formats)?.filter((f) => f.reads && f.id !== 'table') ?? [];

function Choose() {
  const readable = useReadable();
  const names = readable.map((f) => `${f.label} (.${f.extension})`);
  return (
    <div className="drop-here">
      <p>Drop a file here, or choose one: {listed(names, 'or')}.</p>
      <Chooser label="Choose a file" primary />
      <p className="muted">A dry run shows what would change first</p>
    </div>
  );
}

function Chooser({ label, primary = false }: { label: string; primary?: boolean }) {
  return (
    <FileButton
      onChange={(file) => {
        if (file !== null) void readFile(file);
      }}
    >
      {(props) => (
        <button {...props} type="button" className={primary ? 'button primary' : 'button'}>
          {label}
        </button>
      )}
    </FileButton>
  );
}

const Other = () => (
  <button type="button" className="button" onClick={openImport}>
    Another file
  </button>
);

function Told({ report }: { report: Report }) {
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

/** Every error with its line and its field, as far as they are told. */
function Refused({ problem, name }: { problem: Problem; name: string }) {
  const errors = problem.errors ?? [];
  return (
    <div className="refused">
      <p role="alert">
        <b>
          {name}: {problem.title}.
        </b>{' '}
        {problem.detail}
      </p>
      {errors.length > 0 && (
        <table className="expand">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Field</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {errors.map((e) => (
              <tr key={`${e.line} ${e.pointer} ${e.detail}`}>
                <td>{e.line}</td>
                <td>
                  <code>{e.pointer}</code>
                </td>
                <td>{e.detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="buttons">
        <Other />
      </div>
    </div>
  );
}
