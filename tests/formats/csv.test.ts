// The table for spreadsheets: a row a claim, with lens and terms, and nothing that a spreadsheet would run.
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Answer } from '../../model/answer.ts';
import { defaultLens } from '../../model/lens.ts';
import { noFilters } from '../../model/question.ts';
import { ask, entriesOf } from '../../server/ask.ts';
import { csv } from '../../server/formats/csv.ts';
import { graph, withGraph } from '../support/graph.ts';
import { withSample } from '../support/sample.ts';

withGraph(withSample);

const asked = (question: string, threshold = 0) =>
  ask(graph, {
    question,
    filters: { ...noFilters, states: ['state:CHN', 'state:RUS', 'state:PRK'] },
    lens: { ...defaultLens, threshold, datasets: ['beijing-2025'] },
  });

async function text(answer: Answer): Promise<string> {
  let all = '';
  for await (const piece of csv.encode?.(answer, entriesOf(answer)) ?? []) all += piece;
  return all;
}

const rows = async (answer: Answer): Promise<Record<string, string>[]> =>
  parse(await text(answer), { columns: true, bom: true });

test('a row for each claim of the answer, with what the lens says of it', async () => {
  const table = await rows(await asked('trilateral'));
  expect(table).toHaveLength(10);
  expect(table.find((r) => r.claim === 'beijing-2025/joint-appearance')).toMatchObject({
    title: 'Joint appearance at the Victory Day parade',
    kinds: 'joint-appearance',
    commitment: '1',
    sign: 'cooperation',
    principals: 'state:CHN; state:PRK; state:RUS',
    'principals by name': 'China; North Korea; Russia',
    'other parties': 'Beijing (venue)',
    'parties known': 'all',
    state: 'asserted',
    stands: 'yes',
    for: '70',
    against: '',
    when: '2025-09-03',
    statements: '1',
    sources: 'Article on the Beijing parade of 3 September 2025',
    rule: 'highest',
    'data set': 'beijing-2025',
    licence: 'MIT',
    lens: expect.stringContaining('confidence at least 0, unknown kept; rule highest'),
  });
  expect(table.find((r) => r.claim === 'beijing-2025/coordinated-bloc')).toMatchObject({
    state: 'contested',
    for: 'unknown',
    against: 'unknown',
    statements: '2',
  });
  expect(table.filter((r) => r.stands === 'no')).toHaveLength(6);
});

test('what is out through the lens is not in the table', async () => {
  const table = await rows(await asked('trilateral', 60));
  expect(table.map((r) => r.claim)).toContain('beijing-2025/joint-appearance');
  expect(table.map((r) => r.claim)).not.toContain('beijing-2025/coordinated-bloc');
});

test('pairs are marked as derived', async () => {
  const table = await rows(await asked('pairs'));
  expect(table.length).toBeGreaterThan(2);
  expect(new Set(table.map((r) => r.derived))).toEqual(new Set(['tie derived from claims']));
  expect(new Set(table.map((r) => r.sign))).toEqual(new Set(['cooperation', 'conflict', 'neutral']));
});

test('nothing begins a formula, and a spreadsheet sees UTF-8', async () => {
  const answer = await asked('trilateral');
  const titles = ['=1+1', '+1', '-1', '@a', '\t=1', '\r=1', 'a "b", c\nd'];
  const claims = answer.claims.map((c, i) => ({
    ...c,
    claim: { ...c.claim, title: titles[i] ?? c.claim.title },
  }));
  const all = await text({ ...answer, claims });
  expect(all.startsWith('\uFEFF')).toBe(true);
  const table: Record<string, string>[] = parse(all, { columns: true, bom: true });
  for (const row of table) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  expect(table[0]?.title).toBe("'=1+1");
  expect(table[6]?.title).toBe('a "b", c\nd');
});

test('an empty answer is a table without rows', async () => {
  const answer = await asked('trilateral');
  const all = await text({ ...answer, claims: [] });
  expect(all.trim().split('\n')).toHaveLength(1);
  expect(all).toContain('claim,title,kinds');
});
