// The legend: made from what is in the picture; every entry has its count and hides or shows what it stands for.
import { useDeferredValue, useMemo } from 'react';
import { act, legendIsOpen } from '../actions.ts';
import { type LegendGroup, type LegendRow, legend } from '../canvas/legend.ts';
import { step } from '../history.ts';
import { Icon } from '../icons.tsx';
import { isLarge } from '../large.ts';
import { onlyLegend, toggleLegend } from '../steps.ts';
import { scratch, useRested, useStore } from '../store.ts';
import { useTheme } from '../theme.tsx';
import { Drawing } from './Glyph.tsx';
import { Numbers, useOneByOne } from './Tally.tsx';

export function Legend() {
  const now = useRested();
  // It may come after the table when a handle rests; at first it has to be there, for the picture makes room for it.
  const drawn = useDeferredValue(now) ?? now;
  const view = useStore((s) => s.view);
  const vocabulary = useStore((s) => s.vocabulary);
  useStore((s) => s.scratch.legend);
  const open = useStore(legendIsOpen);
  const large = useStore(isLarge);
  const capitals = useStore((s) => s.info?.capitals ?? null);
  const theme = useTheme();
  const oneByOne = useOneByOne();
  const made = useMemo(
    () => (drawn === null || !open ? null : legend(drawn, view, { theme, vocabulary, large, capitals })),
    [drawn, open, view, theme, vocabulary, large, capitals],
  );
  if (drawn === null || drawn.picture.claims.length === 0) return null;
  if (made === null)
    return (
      <button type="button" id="legend" className="pill" aria-expanded={false} onClick={() => act('legend')}>
        Legend
      </button>
    );
  const { groups, foot } = made;
  // Counts are longer where some are only possible: the samples give way, so that the groups keep to one row.
  const tight = groups.some((g) => g.rows.some((row) => row.apart > 0));
  return (
    <section id="legend" aria-label="Legend">
      <div className={tight ? 'legend-groups tight' : 'legend-groups'}>
        {groups.map((group) => (
          <Group key={group.id} group={group} tight={tight} />
        ))}
      </div>
      <div className="legend-foot">
        <p>
          {foot}
          {oneByOne !== null && ` Counted are ${oneByOne}.`}
        </p>
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

function Group({ group, tight }: { group: LegendGroup; tight: boolean }) {
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
              onClick={(event) => {
                // Who uses it wants it there: it folds no more by itself.
                scratch({ legend: true });
                step(event.altKey ? onlyLegend(row.key, keys) : toggleLegend(row.key));
              }}
            >
              <Drawing
                svg={row.svg}
                width={group.id === 'principals' || group.id === 'context' ? 20 : tight ? 22 : 34}
              />
              <span>
                {row.mark !== null && `${row.mark} `}
                {row.label}
              </span>
              {row.on ? <RowCount row={row} /> : <em>hidden</em>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What stands, what is only possible or undated, what does not: never one number for all. */
function RowCount({ row }: { row: LegendRow }) {
  if (!row.on) return <em>hidden</em>;
  const { stands, apart, others } = row;
  switch (row.counts) {
    case 'both':
      return <Numbers stands={stands} apart={apart} others={others} bold />;
    case 'stands':
      return <Numbers stands={stands} apart={apart} others={0} />;
    case 'others':
      return <Numbers stands={others} apart={0} others={0} />;
    case 'apart':
      return <Numbers stands={apart} apart={0} others={others} />;
  }
}
