// The same file by the API and on the command line.
import type { Exporting } from '../../export-plan.ts';
import { hasFigure, sameElsewhere } from '../../export-work.ts';
import { copy } from '../../share.ts';
import { get } from '../../store.ts';

export function Elsewhere({ now }: { now: Exporting }) {
  const same = sameElsewhere(get(), now);
  if (same === null) return null;
  return (
    <details className="elsewhere">
      <summary>The same file by address or command</summary>
      <Line label="Address" text={location.origin + same.path} said="Address copied" />
      <Line label="Command" text={same.command} said="Command copied" />
      {hasFigure(get(), now) && (
        <p className="muted">By the address it has no picture; the command takes the SVG of this dialog</p>
      )}
    </details>
  );
}

function Line({ label, text, said }: { label: string; text: string; said: string }) {
  return (
    <p className="line">
      <span>{label}</span>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key */}
      <code tabIndex={0}>{text}</code>
      <button
        type="button"
        className="button small"
        aria-label={`Copy the ${label.toLowerCase()}`}
        onClick={() => void copy(text, said)}
      >
        Copy
      </button>
    </p>
  );
}
