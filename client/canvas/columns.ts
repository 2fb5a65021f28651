// Places in columns with headings: by the time of the first claim, or by sign. States in question stand so far apart that
// a field with its rows has room between them.
import type { EntityId } from '../../model/id.ts';
import { exchange } from './circle.ts';
import { signTable } from './encoding.ts';
import type { Point } from './geometry.ts';
import type { Reading } from './reading.ts';

/** A column, with what stands over it. */
export interface Column {
  title: string;
  ids: EntityId[];
  /** Whether it stands below the column before it, for it would make the picture too wide. */
  below?: boolean;
}

const STEP = 290;
const ROW = 190;
/** Between two columns with a field between them. */
const FIELD = 710;
/** Three and more of one column, with the rows of their field between them. */
const FIGURE = { half: 340, top: -140, bottom: 390 };
/** Two of one column. */
const PAIR = 250;
/** More periods than this, and they are taken together. */
const MOST_PERIODS = 12;
const UNDATED = 'Undated';

/**
 * By the time of its first dated claim: months where all fall into one year, years, or decades where there are many.
 * Those without a date come last.
 */
export function timeColumns(ids: readonly EntityId[], readings: readonly Reading[]): Column[] {
  const first = new Map<EntityId, string>();
  for (const r of readings) {
    const date = r.was.claim.when?.match(/\d{4}(-\d\d)?/)?.[0];
    if (date === undefined) continue;
    for (const id of r.principals) {
      const before = first.get(id);
      if (before === undefined || date < before) first.set(id, date);
    }
  }
  const dates = ids.flatMap((id) => first.get(id) ?? []);
  const years = new Set(dates.map((d) => d.slice(0, 4)));
  const period = (date: string | undefined) => {
    if (date === undefined) return UNDATED;
    if (years.size === 1) return date;
    return years.size > MOST_PERIODS ? `${date.slice(0, 3)}0s` : date.slice(0, 4);
  };
  const titles = [...new Set(ids.map((id) => period(first.get(id))))].sort();
  return titles.map((title) => ({ title, ids: ids.filter((id) => period(first.get(id)) === title) }));
}

/** By the signs of its claims that stand: cooperation only, both, conflict only, neither. */
export function signColumns(ids: readonly EntityId[], readings: readonly Reading[]): Column[] {
  const columnOf = (id: EntityId) => {
    const tones = new Set(
      readings
        .filter((r) => r.was.stands && r.principals.includes(id))
        .map((r) => signTable[r.was.sign].tone),
    );
    if (tones.has('plus')) return tones.has('minus') ? 1 : 0;
    return tones.has('minus') ? 2 : 3;
  };
  return ['Cooperation only', 'Cooperation and conflict', 'Conflict only', 'Neither']
    .map((title, n): Column => ({ title, ids: ids.filter((id) => columnOf(id) === n), below: n === 3 }))
    .filter((c) => c.ids.length > 0);
}

/**
 * Places in columns, from left to right in their order.
 * @param asked the states in question
 * @param links pairs that should stand near each other
 */
export function inColumns(
  columns: readonly Column[],
  asked: readonly EntityId[],
  links: readonly (readonly [EntityId, EntityId])[],
): Map<EntityId, Point> {
  const places = new Map<EntityId, Point>();
  const cores = columns.map((c) => asked.filter((id) => c.ids.includes(id)));
  const isSpread = cores.filter((c) => c.length > 0).length > 2;
  let x = 0;
  let half = 0;
  let isFirst = true;
  let wasCore = false;
  let low = 0;
  let last = -1;
  /** Goes on to the right, to where the next column has its middle. */
  const go = (width: number, isCore: boolean) => {
    if (!isFirst) x += half + width + (isCore && wasCore ? FIELD : STEP);
    [isFirst, half, wasCore] = [false, width, isCore];
  };
  for (const [i, column] of columns.entries()) {
    const core = cores[i] ?? [];
    const others = column.ids.filter((id) => !core.includes(id));
    if (column.below === true && last >= 0 && core.length === 0) {
      for (const [k, id] of others.entries()) places.set(id, { x, y: low + ROW * 1.5 + k * ROW });
      continue;
    }
    const isLastCore = cores.slice(i + 1).every((c) => c.length === 0);
    // Beside two or more stands the rest on the side where no field is.
    const beside = core.length > 1 && others.length > 0;
    if (beside && !isLastCore) {
      go(0, false);
      stack(others, x, 0, places);
    }
    go(core.length > 2 ? FIGURE.half : 0, core.length > 0);
    if (core.length > 2) figure(core, x, places);
    else if (core.length === 2)
      for (const [k, id] of core.entries()) places.set(id, { x, y: k === 0 ? -PAIR : PAIR });
    else {
      const middle = Math.ceil(others.length / 2);
      const all = [...others.slice(0, middle), ...core, ...others.slice(middle)];
      const from = core.length === 1 && isSpread ? (i % 2 === 0 ? -140 : 240) : 0;
      stack(all, x, from - (core.length === 1 ? middle - (all.length - 1) / 2 : 0) * ROW, places);
    }
    if (beside && isLastCore) {
      go(0, false);
      stack(others, x, 0, places);
    }
    low = Math.max(...column.ids.map((id) => places.get(id)?.y ?? 0));
    last = i;
  }
  for (const [i, { ids }] of columns.entries()) {
    const core = cores[i] ?? [];
    exchange(core, links, places);
    exchange(
      ids.filter((id) => !core.includes(id)),
      links,
      places,
    );
  }
  return places;
}

function stack(ids: readonly EntityId[], x: number, middle: number, places: Map<EntityId, Point>): void {
  for (const [k, id] of ids.entries()) places.set(id, { x, y: middle + (k - (ids.length - 1) / 2) * ROW });
}

/** Corners of a figure: two of three at the top, so that one leg goes down between the rows. */
function figure(ids: readonly EntityId[], x: number, places: Map<EntityId, Point>): void {
  const middle = (FIGURE.top + FIGURE.bottom) / 2;
  const start = -Math.PI / 2 - Math.PI / ids.length;
  for (const [i, id] of ids.entries()) {
    if (ids.length === 3) {
      places.set(
        id,
        i === 2 ? { x, y: FIGURE.bottom } : { x: x + (i === 0 ? -1 : 1) * FIGURE.half, y: FIGURE.top },
      );
      continue;
    }
    const angle = start + (i / ids.length) * 2 * Math.PI;
    places.set(id, { x: x + Math.cos(angle) * FIGURE.half * 1.3, y: middle + Math.sin(angle) * 330 });
  }
}
