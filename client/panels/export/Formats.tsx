// The formats of an export, each with what it leaves out.

import type { Exporting } from '../../export-plan.ts';
import { choose } from '../../export-work.ts';
import { useStore } from '../../store.ts';

const pictures = [
  { id: 'svg', label: 'SVG, the picture', loses: ['statements, quotes and sources'] },
  {
    id: 'png',
    label: 'PNG, the picture',
    loses: ['statements, quotes and sources', 'sharpness when enlarged'],
  },
] as const;

export function Formats({ now }: { now: Exporting }) {
  const formats = useStore((s) => s.info?.formats) ?? [];
  const all = [...formats.filter((f) => f.writes), ...pictures];
  return (
    <fieldset className="choice">
      <legend>Format</legend>
      <div className="formats">
        {all.map(({ id, label, loses }) => (
          <label key={id} className="format">
            <input
              type="radio"
              name="format"
              value={id}
              checked={now.format === id}
              onChange={() => void choose({ format: id, form: 'claims' })}
            />
            <span>
              <b>{label}</b>
              <small>
                {loses.length === 0 ? 'Complete: can be loaded again' : `Leaves out: ${loses.join('; ')}`}
              </small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
