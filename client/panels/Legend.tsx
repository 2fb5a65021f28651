// The legend: made from what is in the picture; every entry has its count and hides or shows what it stands for.
import { useDeferredValue } from 'react';
import { act, legendIsOpen } from '../actions.ts';
import { type LegendGroup, type LegendRow, legend } from '../canvas/legend.ts';
import { step } from '../history.ts';
import { Icon } from '../icons.tsx';
import { onlyLegend, toggleLegend } from '../steps.ts';
import { useRested, useStore } from '../store.ts';
import { useTheme } from '../theme.tsx';
import { Drawing } from './Glyph.tsx';

export function Legend() {
  const now = useRested();
  // It may come after the picture while a handle moves; at first it has to be there, for the picture makes room for it.
  const drawn = useDeferredValue(now) ?? now;
  const view = useStore((s) => s.view);
  const vocabulary = useStore((s) => s.vocabulary);
  useStore((s) => s.scratch.legend);
  const open = useStore(legendIsOpen);
  const theme = useTheme();
  if (drawn === null || drawn.picture.claims.length === 0) return null;
  if (!open)
    return (
      <button type="button" id="legend" className="pill" aria-expanded={false} onClick={() => act('legend')}>
        Legend
      </button>
    );
  const { groups, foot } = legend(drawn, view, { theme, vocabulary });
  return (
    <section id="legend" aria-label="Legend">
      <div className="legend-groups">
        {groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </div>
      <div className="legend-foot">
        <p>{foot}</p>
        <button
          type="button"
          className="icon-button"
          aria-label="Fold the legend"
          aria-expanded
          onClick={() => act('legend')}
        >
          <Icon name="down" />
        </button>
      </div>
    </section>
  );
}

function Group({ group }: { group: LegendGroup }) {
  const keys = group.rows.map((row) => row.key);
  return (
    <div>
      <h3>{group.heading}</h3>
      <ul>
        {group.rows.map((row) => (
          <li key={row.key}>
            <button
              type="button"
              aria-pressed={row.on}
              title="Click hides or shows; Alt-click shows only this"
              onClick={(event) => step(event.altKey ? onlyLegend(row.key, keys) : toggleLegend(row.key))}
            >
              <Drawing svg={row.svg} width={group.id === 'principals' || group.id === 'context' ? 20 : 34} />
              <span>
                {row.mark !== null && `${row.mark} `}
                {row.label}
              </span>
              <RowCount row={row} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What stands, and after it what does not: never one number for both. */
function RowCount({ row }: { row: LegendRow }) {
  if (!row.on) return <em>hidden</em>;
  if (row.counts === 'stands') return <em>{row.stands}</em>;
  if (row.counts === 'all') return <em>{row.stands + row.others}</em>;
  return (
    <em>
      <b>{row.stands}</b>
      <span className="sr"> stand</span>
      {row.others > 0 && ` · ${row.others}`}
      {row.others > 0 && <span className="sr"> do not</span>}
    </em>
  );
}
