// The right side: what is selected, with its statements and their sources; else the answer, else where to start.
import { ClaimId, EntityId } from '../../model/id.ts';
import { sourcesOf, useHeld } from '../lookup.ts';
import type { Mode } from '../mode.ts';
import { useRested, useStore } from '../store.ts';
import { AnswerPanel } from './AnswerPanel.tsx';
import { ClaimPanel } from './ClaimPanel.tsx';
import { EntityPanel } from './EntityPanel.tsx';
import { Several } from './Several.tsx';
import { SheetHandle } from './SheetHandle.tsx';
import { SourcePanel } from './SourcePanel.tsx';
import { Start } from './Start.tsx';

export function Inspector({ mode }: { mode: Mode }) {
  return (
    <aside id="right" aria-label="Inspector" tabIndex={-1}>
      {mode === 'narrow' && <SheetHandle />}
      <div className="inspector">
        <Selected />
      </div>
    </aside>
  );
}

function Selected() {
  const selection = useStore((s) => s.view.selection);
  const chosen = useStore((s) => s.view.question);
  const drawn = useRested();
  const held = useHeld();
  const [id, ...more] = selection;
  if (id === undefined) {
    if (chosen !== null) return <AnswerPanel />;
    return drawn === null ? <Asking /> : <Start />;
  }
  if (more.length > 0) return <Several ids={selection} />;
  if (ClaimId.safeParse(id).success) {
    const claim = held.claims.get(id);
    return claim === undefined ? <Asking /> : <ClaimPanel claim={claim} />;
  }
  if (EntityId.safeParse(id).success) {
    const entity = held.entities.get(id);
    return entity === undefined ? <Asking /> : <EntityPanel entity={entity} />;
  }
  return <SourcePanel sources={sourcesOf(held, id)} />;
}

/** Nothing is there yet; where nobody is asked, what has gone wrong is told above the picture. */
function Asking() {
  const busy = useStore((s) => s.busy);
  return busy ? (
    <p className="lead late" aria-busy>
      Asking …
    </p>
  ) : null;
}
