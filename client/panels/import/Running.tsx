// A dry run or a load that is on its way: how far it is, and the button that stops it.
import type { ImportProgress } from '../../../model/imports.ts';
import type { Importing } from '../../store.ts';

type Now = Extract<Importing, { at: 'reading' | 'loading' }>;

const count = (n: number) => n.toLocaleString('en');

/** How far it is, in words. */
function told({ stage, done, total, lines = 0, what }: ImportProgress): string {
  if (stage === 'write') return `Writing ${what}: ${count(done)} of ${count(total)} entries and parties.`;
  if (done < total) return `Reading ${what}: ${count(lines)} lines.`;
  return `${count(lines)} lines read. Checking them …`;
}

export function Running({ now: { at, name, progress, run } }: { now: Now }) {
  const isLoading = at === 'loading';
  return (
    <>
      <p role="status">
        {isLoading ? 'Loading' : 'Reading'} {name} …
      </p>
      {run !== null && (
        <>
          <progress
            aria-label={isLoading ? 'How far it is loaded' : 'How far it is read'}
            max={progress?.total ?? 1}
            value={progress === null ? undefined : progress.done}
          />
          <p className="muted running">{progress === null ? 'Sending …' : told(progress)}</p>
          {isLoading && (
            <p className="muted">
              Until the last entry is written the graph stays as it is. To close this page stops the load.
            </p>
          )}
          <div className="buttons">
            <button type="button" className="button" onClick={() => run.abort()}>
              Stop
            </button>
          </div>
        </>
      )}
    </>
  );
}
