// The button that makes the file; while it is made, how far it is and the button that calls it off.
import { isBrief } from '../../../model/figure.ts';
import type { Exporting } from '../../export-plan.ts';
import { bytesWords, callOff, hasFigure, isPicture, saveFile } from '../../export-work.ts';
import { useStore } from '../../store.ts';

export function Making({ now }: { now: Exporting }) {
  const { run, leaves, problem, format } = now;
  const isWithFigure = useStore((s) => hasFigure(s, now));
  const waits = useStore((s) => s.busy) && (isPicture(format) || isWithFigure);
  if (run !== null)
    return (
      <div className="making">
        <progress aria-label="The file is being made" />
        <span role="status">{run.bytes === 0 ? 'Being made …' : `${bytesWords(run.bytes)} so far`}</span>
        <button type="button" className="button" onClick={callOff}>
          Cancel
        </button>
      </div>
    );
  return (
    <div className="making">
      <button
        type="button"
        className="button primary"
        disabled={leaves === null || problem !== null || waits}
        onClick={() => void saveFile()}
      >
        Save the file
      </button>
      {waits && <span className="muted">The answer is asked …</span>}
      {!waits && isWithFigure && <span className="muted">With the picture as it is drawn now</span>}
      {isBrief(format) && !isWithFigure && (
        <span className="muted">Without the picture: that of the page has another bound</span>
      )}
      {!waits && isPicture(format) && <span className="muted">As it is drawn now</span>}
    </div>
  );
}
