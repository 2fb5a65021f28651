// A table that sorts by its columns; what is unknown comes last both ways, and the heading says so.
import { memo, type ReactNode, useEffect, useRef } from 'react';
import { isUncovered } from '../../model/coverage.ts';
import { many } from '../../model/phrase.ts';
import { uncoveredWords } from '../coverage.ts';
import { replace } from '../history.ts';
import { Icon } from '../icons.tsx';
import { modeNow } from '../mode.ts';
import { select, selectAlso } from '../steps.ts';
import { get, scratch, type Tab, useStore } from '../store.ts';

/** Rows drawn at once, until all are asked for. */
const ROWS = 100;

export interface Column<Row> {
  id: string;
  label: string;
  /** Stands in the head of the table in place of the label, which is read out; such a column is not sorted by. */
  head?: ReactNode;
  numeric?: boolean;
  /** What it is sorted by; null is unknown or none. */
  value(row: Row): string | number | null;
  /** What is shown; `on` where the row is selected. */
  cell(row: Row, on: boolean): ReactNode;
}

interface Props<Row> {
  tab: Tab;
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  /** What a row selects, and what makes it selected. */
  idOf(row: Row): string;
  keyOf?(row: Row): string;
  empty: string;
}

/** Selects; where the table covers the page, it gives way to what was selected. */
function choose(id: string, also: boolean) {
  replace(also ? selectAlso([id]) : select(id));
  if (modeNow() === 'narrow' && !also) scratch({ dock: false, sheet: 'half' });
}

function compare(a: string | number | null, b: string | number | null, down: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en');
  return down ? -order : order;
}

interface LineProps<Row> {
  id: string;
  row: Row;
  columns: readonly Column<Row>[];
  on: boolean;
}

function OneLine<Row>({ id, row, columns, on }: LineProps<Row>) {
  return (
    <tr aria-selected={on} onClick={(event) => choose(id, event.shiftKey || event.ctrlKey)}>
      {columns.map((c) => (
        <td key={c.id} className={c.numeric === true ? 'number' : undefined}>
          {c.cell(row, on)}
        </td>
      ))}
    </tr>
  );
}
/** Drawn anew only where the row is another object; `memo` forgets the type parameter. */
const Line = memo(OneLine) as typeof OneLine;

/** Outside of what is covered an empty table is no "none". */
function Nothing({ empty }: { empty: string }) {
  const picture = useStore((s) => s.picture);
  const words =
    picture !== null && isUncovered(picture) ? ['Not covered.', ...uncoveredWords(picture)].join(' ') : empty;
  return <p className="table-empty muted">{words}</p>;
}

export function Table<Row>({ tab, label, rows, columns, idOf, keyOf = idOf, empty }: Props<Row>) {
  const sort = useStore((s) => s.scratch.sort[tab]);
  const selection = useStore((s) => s.view.selection);
  const all = useStore((s) => s.scratch.allRows);
  const box = useRef<HTMLDivElement>(null);
  const by = columns.find((c) => c.id === sort?.column);
  const sorted =
    by === undefined || sort === null
      ? rows
      : [...rows].sort((a, b) => compare(by.value(a), by.value(b), sort.down));
  const shown = all ? sorted : sorted.slice(0, ROWS);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is sought when the selection changes
  useEffect(() => {
    const row = box.current?.querySelector<HTMLElement>('tr[aria-selected="true"]');
    const frame = box.current;
    if (row == null || frame === null) return;
    const top = row.offsetTop - 60;
    if (top < frame.scrollTop || row.offsetTop + row.offsetHeight > frame.scrollTop + frame.clientHeight)
      frame.scrollTop = Math.max(0, top);
  }, [selection]);

  if (rows.length === 0) return <Nothing empty={empty} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key
    <section className="table-box" ref={box} tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((c) => (
              <Heading key={c.id} tab={tab} column={c} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => {
            const id = idOf(row);
            return <Line key={keyOf(row)} id={id} row={row} columns={columns} on={selection.includes(id)} />;
          })}
        </tbody>
      </table>
      {shown.length < sorted.length && (
        <button type="button" className="button" onClick={() => scratch({ allRows: true })}>
          Show all {many(sorted.length, 'row')}
        </button>
      )}
    </section>
  );
}

function Heading<Row>({ tab, column }: { tab: Tab; column: Column<Row> }) {
  const sort = useStore((s) => s.scratch.sort[tab]);
  const on = sort?.column === column.id;
  const numeric = column.numeric === true;
  const turn = () => {
    const next = on && sort !== null ? (sort.down === numeric ? { ...sort, down: !sort.down } : null) : null;
    const first = on ? next : { column: column.id, down: numeric };
    scratch({ sort: { ...get().scratch.sort, [tab]: first } });
  };
  return (
    <th
      scope="col"
      className={numeric ? 'number' : undefined}
      aria-sort={on ? (sort?.down === true ? 'descending' : 'ascending') : undefined}
    >
      {column.head !== undefined || column.label === '' ? (
        <span className="sr">{column.label === '' ? 'Shape' : column.label}</span>
      ) : (
        <button type="button" onClick={turn} title={numeric ? 'Unknown sorts last both ways' : undefined}>
          {column.label}
          {on && <Icon name={sort?.down === true ? 'down' : 'up'} size={12} />}
        </button>
      )}
      {column.head}
    </th>
  );
}
