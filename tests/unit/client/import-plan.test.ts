// Files that are brought together, or one after the other, become one import, or it is told what they lack.
import { expect, test } from 'vitest';
import { type Brought, isLack, type Plan, planOf, together } from '../../../client/import-plan.ts';
import type { MappingInfo, Recognised } from '../../../model/imports.ts';

const bytes = new Blob([]);
const file = (name: string, is: Recognised): Brought => ({ name, bytes, is });
const entries = (name: string) => file(name, { is: 'entries', format: 'yaml' });
const mapping = (id: string | null, ...tables: (string | null)[]): MappingInfo => ({
  id,
  title: `Title of ${id ?? 'mine'}`,
  tables: tables.map((f, i) => ({ name: `t${i}`, file: f })),
});
const own = (name: string, ...tables: (string | null)[]) =>
  file(name, { is: 'mapping', mapping: mapping(null, ...tables) });
const table = (name: string, ...fits: [MappingInfo, string][]) =>
  file(name, {
    is: 'table',
    fits: fits.map(([of, t]) => ({ mapping: of, table: t })),
    draft: fits.length === 0 ? 'claims:' : null,
  });
const mid = mapping('mid', 'a.csv', 'b.csv');

/** What is sent, part by part, and by which shipped mapping; or why not. */
function told(plan: Plan): unknown {
  if (isLack(plan)) return plan.why;
  return [plan.mapping?.id ?? null, plan.files.map((f) => `${f.part}=${f.name}`)];
}

test('data files go together, and not with tables', () => {
  expect(told(planOf([entries('a.yaml'), entries('b.yaml')]))).toEqual([
    null,
    ['file=a.yaml', 'file=b.yaml'],
  ]);
  expect(told(planOf([entries('a.yaml'), table('t.csv', [mid, 't0'])]))).toMatch(/^a\.yaml needs no mapping/);
});

test('two tables of a shipped mapping, in any order and by any name', () => {
  const two = [table('second', [mid, 't1']), table('first', [mid, 't0'])];
  expect(told(planOf(two))).toEqual(['mid', ['t1=second', 't0=first']]);
});

test('one of two says which is lacking, and the other completes it', () => {
  const first = [table('x.csv', [mid, 't0'])];
  expect(told(planOf(first))).toBe('Title of mid: this is x.csv. Bring b.csv too; both are read together.');
  const both = together(first, [table('y.csv', [mid, 't1'])]);
  expect(told(planOf(both))).toEqual(['mid', ['t0=x.csv', 't1=y.csv']]);
  // The same file again is no second one.
  expect(together(first, [table('x.csv', [mid, 't0'])])).toHaveLength(1);
  // Something else is another import.
  expect(together(first, [entries('a.yaml')]).map((f) => f.name)).toEqual(['a.yaml']);
});

test('the same table twice, or tables of two mappings, are no import', () => {
  const twice = [table('x.csv', [mid, 't0']), table('y.csv', [mid, 't0'])];
  expect(told(planOf(twice))).toMatch(/^No mapping that comes with Entente reads x\.csv and y\.csv together/);
  const other = [table('x.csv', [mid, 't0']), table('y.csv', [mapping('other', 'y.csv'), 't0'])];
  expect(told(planOf(other))).toMatch(/together/);
});

test('of several mappings that fit the first is taken, or the one that is chosen', () => {
  const one = mapping('one', 'x.csv');
  const two = mapping('two', 'y.csv');
  const tables = [table('x.csv', [mid, 't0'], [one, 't0'], [two, 't0'])];
  const plan = planOf(tables);
  expect(told(plan)).toEqual(['one', ['t0=x.csv']]);
  expect(isLack(plan) ? [] : plan.choices.map((c) => c.id)).toEqual(['one', 'two']);
  expect(told(planOf(tables, 'two'))).toEqual(['two', ['t0=x.csv']]);
});

test('a table that nothing fits comes with a draft; its mapping joins it, and a mended one takes its place', () => {
  const before = [table('my.table.csv')];
  const plan = planOf(before);
  expect(isLack(plan) && plan.draft).toEqual({ name: 'my.table.mapping.yaml', text: 'claims:' });
  const first = together(before, [own('m.yaml', null)]);
  expect(told(planOf(first))).toEqual([null, ['mapping=m.yaml', 't0=my.table.csv']]);
  const mended = together(first, [own('m2.yaml', null)]);
  expect(told(planOf(mended))).toEqual([null, ['mapping=m2.yaml', 't0=my.table.csv']]);
  // So does a mended table, by its name; one of another name is another import.
  expect(together(mended, [table('my.table.csv')])).toHaveLength(2);
  expect(together(mended, [table('another.csv')]).map((f) => f.name)).toEqual(['another.csv']);
});

test('a mapping that is brought goes before shipped ones, and names what it reads', () => {
  const mine = own('m.yaml', 'a.csv', null);
  const a = table('a.csv', [mid, 't0']);
  const other = table('other.csv');
  expect(told(planOf([other, a, mine]))).toEqual([null, ['mapping=m.yaml', 't1=other.csv', 't0=a.csv']]);
  expect(told(planOf([mine]))).toBe('m.yaml reads a.csv and its table t1. Bring a.csv and its table t1 too.');
  expect(told(planOf([mine, a]))).toBe('m.yaml reads a.csv and its table t1. Bring its table t1 too.');
  expect(told(planOf([mine, a, other, table('z.csv')]))).toMatch(/3 tables are here/);
  expect(told(planOf([mine, own('n.yaml', null)]))).toBe(
    'm.yaml and n.yaml are mappings: bring one, with the tables that it reads.',
  );
});
