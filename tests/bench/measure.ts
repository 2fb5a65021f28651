// Ways of measuring on a noisy machine: medians, and ratios within one run.

/** One figure: what was measured, its value and unit, and what is aimed at. */
export interface Figure {
  what: string;
  value: number;
  unit: 's' | 'ms' | 'kB' | 'MB' | 'ratio' | 'rows/s' | 'count';
  aim?: string;
}

/** The middle value. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value that a share of all values lies below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Milliseconds of each of `n` runs, all at once. */
export async function allAtOnce(n: number, work: () => Promise<unknown>): Promise<number[]> {
  return Promise.all(Array.from({ length: n }, () => timed(work)));
}

/** A figure as a line for people. */
export function lineOf({ what, value, unit, aim }: Figure): string {
  const shown =
    unit === 'ratio'
      ? value.toFixed(2)
      : unit === 's'
        ? value.toFixed(1)
        : Math.round(value).toLocaleString('en');
  return `${what.padEnd(62)} ${shown.padStart(9)} ${unit === 'ratio' || unit === 'count' ? '' : unit}${aim === undefined ? '' : `   (aim ${aim})`}`;
}
