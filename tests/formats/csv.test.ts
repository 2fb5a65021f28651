// The table for spreadsheets: a row a claim, with lens and terms, and nothing that a spreadsheet would run.
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { defaultLens } from '../../model/lens.ts';
import { noFilters } from '../../model/question.ts';
import { defaultView } from '../../model/view.ts';
import { leave } from '../../server/export/outgoing.ts';
import { csv } from '../../server/formats/csv.ts';
import type { Outgoing, Told } from '../../server/formats/format.ts';
import { pairs } from '../../server/formats/pairs.ts';
import { graph, withGraph } from '../support/graph.ts';
import { bytesOf } from '../support/outgoing.ts';
import { withSample } from '../support/sample.ts';

withGraph(withSample);

async function asked(question: string, threshold = 0): Promise<Outgoing> {
  const view = {
    ...defaultView,
    filters: { ...noFilters, states: ['state:CHN', 'state:RUS', 'state:PRK'] },
    lens: { ...defaultLens, threshold, datasets: ['beijing-2025'] },
  };
  return (await leave(graph, { question, view, part: 'answer', form: 'claims' })).outgoing;
}

/** The same with other claims in it. */
const changed = (outgoing: Outgoing, change: (told: Told, i: number) => Told | null): Outgoing => ({
  ...outgoing,
  async *pieces() {
    let i = 0;
    for await (const piece of outgoing.pieces()) {
      const kept = piece.type === 'told' ? change(piece, i++) : piece;
      if (kept !== null) yield kept;
    }
  },
});

const text = async (outgoing: Outgoing) => (await bytesOf(csv, outgoing)).toString();
const parsed = (all: string): Record<string, string>[] => parse(all, { columns: true, bom: true });
const rows = async (outgoing: Outgoing) => parsed(await text(outgoing));

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
    said:
      'Some US and Western intelligence assessments: asserts (confidence unknown, F6, implied); ' +
      'Other US and Western intelligence assessments: denies (confidence unknown, F6, implied)',
  });
  expect(table.filter((r) => r.stands === 'no')).toHaveLength(6);
});

test('what is out through the lens is not in the table', async () => {
  const table = await rows(await asked('trilateral', 60));
  expect(table.map((r) => r.claim)).toContain('beijing-2025/joint-appearance');
  expect(table.map((r) => r.claim)).not.toContain('beijing-2025/coordinated-bloc');
});

test('the groups of a claim are named up to fifty; of more, the number', async () => {
  const groups = (n: number) => Array.from({ length: n }, (_, i) => ['state:CHN', `place:p${i}`]);
  const table = parsed(
    await text(changed(await asked('trilateral'), (told, i) => ({ ...told, groups: groups(49 + i) }))),
  );
  expect(table[1]?.groups).toBe(
    groups(50)
      .map((g) => g.join(' '))
      .join('; '),
  );
  expect(table[2]?.groups).toBe('51 groups, too many to name');
});

test('pairs are marked as derived', async () => {
  const table = parsed((await bytesOf(pairs, await asked('pairs'))).toString());
  expect(table.length).toBeGreaterThan(2);
  expect(new Set(table.map((r) => r.derived))).toEqual(new Set(['tie derived from claims']));
  expect(new Set(table.map((r) => r.sign))).toEqual(new Set(['cooperation', 'conflict', 'neutral']));
});

test('nothing begins a formula, and a spreadsheet sees UTF-8', async () => {
  const titles = ['=1+1', '+1', '-1', '@a', '\t=1', '\r=1', 'a "b", c\nd', 'e\nf'];
  const all = await text(
    changed(await asked('trilateral'), (told, i) => ({
      ...told,
      claim: { ...told.claim, title: titles[i] ?? told.claim.title },
    })),
  );
  expect(all.startsWith('\uFEFF')).toBe(true);
  const table = parsed(all);
  for (const row of table) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  expect(table[0]?.title).toBe("'=1+1");
  expect(table[6]?.title).toBe('a "b", c\nd');
  expect(table[7]?.title).toBe('e\nf');
});

test('an empty answer is one row without a claim, which tells the lens and what is not covered', async () => {
  const all = await text(changed(await asked('trilateral'), () => null));
  expect(all).toContain('claim,title,kinds');
  expect(parsed(all)).toMatchObject([
    { claim: '', title: '', question: 'trilateral', lens: expect.stringContaining('confidence at least 0') },
  ]);
});
