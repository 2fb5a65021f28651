// The dialog of an import: files are chosen, what they would change is told, and only then they are loaded.
import { FileButton } from '@mantine/core';
import { listed, many } from '../../model/phrase.ts';
import type { Problem } from '../../model/problem.ts';
import { claimsIn, loadFiles, takeBack, tellAgain, tellOf } from '../import-work.ts';
import { bring, closeImport, openImport } from '../imports.ts';
import { save } from '../share.ts';
import { type Importing, useStore } from '../store.ts';
import { ImportsOff } from './ImportsOff.tsx';
import { Refused } from './import/Refused.tsx';
import { Running } from './import/Running.tsx';
import { OfTables } from './import/Tables.tsx';
import { Told } from './import/Told.tsx';

type At<K extends Importing['at']> = Extract<Importing, { at: K }>;

export default function Import() {
  const importing = useStore((s) => s.scratch.importing);
  const imports = useStore((s) => s.info?.imports);
  if (importing === null || imports === undefined) return null;
  if (!imports.on) return <ImportsOff />;
  switch (importing.at) {
    case 'choose':
      return <Choose />;
    case 'looking':
      return <p role="status">Looking at {importing.name} …</p>;
    case 'lacking':
      return <Lacking lack={importing.lack} />;
    case 'reading':
    case 'loading':
      return <Running now={importing} />;
    case 'told':
      return <DryRun now={importing} />;
    case 'refused':
      return (
        <>
          <Refused problem={importing.problem} name={importing.name} brought={importing.brought} />
          <Waiting brought={importing.brought} />
          {importing.problem.table?.tables.some((t) => t.rows > 0) === true && (
            <OfTables report={importing.problem.table} />
          )}
          <div className="buttons kept">
            <Again now={importing} />
            <Other />
          </div>
        </>
      );
    case 'stopped':
      return (
        <>
          <p role="status">
            {importing.isLoaded ? (
              <b>{importing.name} was loaded before it could be stopped.</b>
            ) : (
              <>
                <b>Stopped.</b> Nothing of {importing.name} was loaded: the graph is as it was.
              </>
            )}
          </p>
          <div className="buttons">
            <Other />
          </div>
        </>
      );
    case 'done':
      return <Done now={importing} />;
  }
}

function Choose() {
  const readable = useStore((s) => s.info?.formats)?.filter((f) => f.reads && f.id !== 'table') ?? [];
  const names = readable.map((f) => `${f.label} (.${f.extension})`);
  return (
    <div className="drop-here">
      <p>Drop files here, or choose them: {listed([...names, 'a table (CSV, TSV)'], 'or')}.</p>
      <Chooser label="Choose files" primary />
      <p className="muted">
        A table is read by a mapping: one that comes with Entente, or yours, beside it. A dry run shows what
        would change first
      </p>
    </div>
  );
}

function Chooser({ label, primary = false }: { label: string; primary?: boolean }) {
  return (
    <FileButton multiple onChange={(files) => void bring(files)}>
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

/** What is lacking: another table, or a mapping, of which a draft is there. */
function Lacking({ lack: { why, draft } }: { lack: At<'lacking'>['lack'] }) {
  return (
    <>
      <p role="status">{why}</p>
      {draft !== null && (
        <>
          <p className="muted">
            A draft is made from its head and first rows. Save it, look at every line with “guessed”, and
            bring it here: it is tried on the table at once.
          </p>
          <textarea
            className="draft"
            aria-label="Draft of the mapping"
            readOnly
            rows={14}
            value={draft.text}
          />
        </>
      )}
      <div className="buttons">
        {draft !== null && (
          <button
            type="button"
            className="button primary"
            onClick={() => save(new Blob([draft.text], { type: 'application/yaml' }), draft.name)}
          >
            Save the draft
          </button>
        )}
        <Chooser label={draft === null ? 'Choose it' : 'Bring a mapping'} primary={draft === null} />
        <Other />
      </div>
    </>
  );
}

function DryRun({ now }: { now: At<'told'> }) {
  const { report, sending, brought } = now;
  const n = claimsIn(report);
  const { mapping, choices } = sending;
  return (
    <>
      <p className="muted">{sending.name}. Nothing is loaded yet.</p>
      {mapping !== null && (
        <p className="by-mapping">
          {choices.length > 1 ? (
            <label>
              Read by the mapping{' '}
              <select
                value={mapping.id ?? ''}
                onChange={(event) => void tellOf(brought, event.currentTarget.value)}
              >
                {choices.map(({ id, title }) => (
                  <option key={id} value={id ?? ''}>
                    {id}: {title}
                  </option>
                ))}
              </select>
            </label>
          ) : (
            `Read by the mapping ${mapping.id ?? sending.files[0]?.name}.`
          )}
        </p>
      )}
      <Told report={report} />
      {report.table !== undefined && <OfTables report={report.table} />}
      <div className="buttons kept">
        {report.datasets.some((d) => d.written) && (
          <button type="button" className="button primary" onClick={() => void loadFiles(now)}>
            Load {n === 0 ? 'it' : many(n, 'claim')}
          </button>
        )}
        <Other />
      </div>
    </>
  );
}

/** Tables stay here while their mapping is mended. */
function Waiting({ brought }: { brought: At<'refused'>['brought'] }) {
  const tables = brought.filter((f) => f.is.is === 'table' && f.is.fits.length === 0).map((f) => f.name);
  if (tables.length === 0) return null;
  return (
    <p className="muted">
      {listed(tables)} {tables.length === 1 ? 'stays' : 'stay'} here: mend what is wrong, in the mapping or in
      the table, and bring that again.
    </p>
  );
}

/** What may be right the next time: a server that was busy, or quotes that are kept although they are not found. */
const busy: readonly Problem['code'][] = ['load-in-progress', 'too-many-requests', 'graph-unavailable'];

function Again({ now: { problem, brought, sending } }: { now: At<'refused'> }) {
  const isOfQuotes = problem.code === 'quote-not-found';
  if (sending === null || !(isOfQuotes || busy.includes(problem.code))) return null;
  return (
    <button type="button" className="button" onClick={() => void tellAgain(brought, sending, isOfQuotes)}>
      {isOfQuotes ? 'Keep these quotes, marked as not found' : 'Try again'}
    </button>
  );
}

function Done({ now }: { now: At<'done'> }) {
  const { report, takenBack } = now;
  return (
    <>
      {takenBack === null ? (
        <>
          <p role="status">
            <b>{many(claimsIn(report), 'claim')} loaded.</b>
          </p>
          <Told report={report} />
        </>
      ) : (
        takenBack.map((line) => (
          <p key={line} role="status">
            {line}
          </p>
        ))
      )}
      <div className="buttons">
        <button type="button" className="button primary" onClick={closeImport}>
          Close
        </button>
        {takenBack === null && (
          <button type="button" className="button" onClick={() => void takeBack(now)}>
            Take it back
          </button>
        )}
      </div>
    </>
  );
}
