// The handle of the bottom sheet on a narrow page: dragged, clicked or moved by key between its three stops.
import { useRef } from 'react';
import { type SheetStop, scratch, useStore } from '../store.ts';

const stops: readonly SheetStop[] = ['peek', 'half', 'full'];
const words: Record<SheetStop, string> = { peek: 'folded', half: 'half open', full: 'open' };
/** A press is a drag from here on. */
const DRAG = 24;

export function SheetHandle() {
  const now = useStore((s) => s.scratch.sheet);
  const from = useRef<number | null>(null);
  const to = (by: number) => {
    const next = stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(now) + by))];
    if (next !== undefined) scratch({ sheet: next });
  };
  return (
    <button
      type="button"
      className="sheet-handle"
      aria-label={`Inspector, ${words[now]}: open further`}
      onPointerDown={(event) => {
        from.current = event.clientY;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerUp={(event) => {
        const moved = event.clientY - (from.current ?? event.clientY);
        from.current = null;
        if (Math.abs(moved) < DRAG)
          scratch({ sheet: now === 'full' ? 'peek' : now === 'half' ? 'full' : 'half' });
        else to((moved < 0 ? 1 : -1) * (Math.abs(moved) > 300 ? 2 : 1));
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') to(1);
        else if (event.key === 'ArrowDown') to(-1);
        else if (event.key === 'Enter' || event.key === ' ') to(now === 'full' ? -2 : 1);
        else return;
        event.preventDefault();
      }}
    />
  );
}
