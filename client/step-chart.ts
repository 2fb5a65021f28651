// The geometry of a step chart over thresholds 0 to 100: 0 has a column of its own, for only there nothing is asked of a
// number; a step goes from its threshold to where the next begins.

/** What has one value from one threshold to another, both inclusive. */
interface Step {
  from: number;
  until: number;
  value: number;
}

interface StepChart {
  width: number;
  height: number;
  /** Where a threshold begins. */
  x(threshold: number): number;
  y(value: number): number;
  /** The line of the values, left to right. */
  line(steps: readonly Step[]): string;
  /** The same closed along the bottom. */
  area(steps: readonly Step[]): string;
  ticks: { at: number; label: string }[];
  rows: number[];
}

export const LEFT = 24;
const RIGHT = 14;
const TOP = 10;
export const BOTTOM = 24;
const WIDTH = 400;
/** The column of threshold 0. */
const ZERO = 34;
/** Labels keep this far apart. */
const APART = 26;
const MOST_ROWS = 6;

/**
 * @param most the highest value there can be
 * @param changes thresholds at which something changes
 */
export function stepChart(most: number, changes: readonly number[]): StepChart {
  const body = Math.min(150, Math.max(48, most * 22));
  const height = TOP + body + BOTTOM;
  const scale = (WIDTH - LEFT - RIGHT - ZERO) / 100;
  const x = (t: number) => (t <= 0 ? LEFT : LEFT + ZERO + (Math.min(t, 101) - 1) * scale);
  const y = (value: number) => TOP + body - (value / Math.max(1, most)) * body;
  const line = (steps: readonly Step[]) =>
    steps.map((s, i) => `${i === 0 ? `M${x(s.from)} ` : `V`}${y(s.value)}H${round(x(s.until + 1))}`).join('');
  const area = (steps: readonly Step[]) => {
    const [first] = steps;
    const last = steps.at(-1);
    if (first === undefined || last === undefined) return '';
    return `${line(steps)}V${y(0)}H${x(first.from)}Z`;
  };
  return { width: WIDTH, height, x, y, line, area, ticks: ticksOf(changes, x), rows: rowsOf(most) };
}

const round = (n: number) => Math.round(n * 100) / 100;

/** 0 in the middle of its column, the changes where they begin, and the end; what would lie on another is left out. */
function ticksOf(changes: readonly number[], x: (t: number) => number): StepChart['ticks'] {
  const end = { at: x(101), label: '100' };
  const ticks = [{ at: x(0) + ZERO / 2, label: '0' }];
  for (const t of [...new Set(changes)].sort((a, b) => a - b)) {
    const at = round(x(t));
    const before = ticks.at(-1)?.at ?? 0;
    const isFree = at - before >= (ticks.length === 1 ? ZERO / 2 : APART) && end.at - at >= APART;
    if (t > 0 && isFree) ticks.push({ at, label: String(t) });
  }
  return [...ticks, end];
}

/** Every whole number where they are few, else some. */
function rowsOf(most: number): number[] {
  const by = Math.ceil(most / MOST_ROWS);
  return Array.from({ length: Math.floor(most / Math.max(1, by)) + 1 }, (_, i) => i * by);
}
