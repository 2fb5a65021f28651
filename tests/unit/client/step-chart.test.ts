// The geometry of step charts: a column for 0, steps that meet, ticks that do not lie on each other.
import { expect, test } from 'vitest';
import { stepChart } from '../../../client/step-chart.ts';

const points = (line: string) =>
  [...line.matchAll(/([MVH])([\d.]+)(?: ([\d.]+))?/g)].map((m) => m.slice(1, 4));

test('a line goes level along each step and straight down between two', () => {
  const chart = stepChart(3, [0, 51]);
  const line = chart.line([
    { from: 0, until: 50, value: 3 },
    { from: 51, until: 100, value: 1 },
  ]);
  const at = (t: number) => String(Math.round(chart.x(t) * 100) / 100);
  expect(points(line)).toEqual([
    ['M', String(chart.x(0)), String(chart.y(3))],
    ['H', at(51), undefined],
    ['V', String(chart.y(1)), undefined],
    ['H', at(101), undefined],
  ]);
  expect(chart.area([{ from: 0, until: 100, value: 2 }])).toMatch(/Z$/);
  expect(chart.area([])).toBe('');
});

test('threshold 0 has a column of its own, and no threshold lies outside', () => {
  const { x, width } = stepChart(3, []);
  expect(x(1) - x(0)).toBeGreaterThan(3 * (x(2) - x(1)));
  expect(x(101)).toBeLessThan(width);
  expect(x(200)).toBe(x(101));
  expect(x(-1)).toBe(x(0));
});

test('more is higher, and 0 is the bottom', () => {
  const { y, height } = stepChart(4, []);
  expect(y(4)).toBeLessThan(y(1));
  expect(y(1)).toBeLessThan(y(0));
  expect(y(0)).toBeLessThan(height);
  // Where there are no states nothing is divided by.
  expect(Number.isFinite(stepChart(0, []).y(0))).toBe(true);
});

test('ticks are the changes that have room, between 0 and 100', () => {
  const labels = (changes: number[]) => stepChart(3, changes).ticks.map((t) => t.label);
  expect(labels([0, 1, 31, 51, 71])).toEqual(['0', '1', '31', '51', '71', '100']);
  expect(labels([0, 1, 2, 3, 50, 51, 99])).toEqual(['0', '1', '50', '100']);
  const { ticks } = stepChart(3, [0, 20, 21, 40, 60, 61, 97]);
  for (const [i, t] of ticks.entries()) if (i > 0) expect(t.at).toBeGreaterThan((ticks[i - 1]?.at ?? 0) + 15);
});

test('rows are whole numbers, and not too many', () => {
  expect(stepChart(3, []).rows).toEqual([0, 1, 2, 3]);
  expect(stepChart(40, []).rows.length).toBeLessThanOrEqual(7);
  expect(stepChart(40, []).rows.every(Number.isInteger)).toBe(true);
});
