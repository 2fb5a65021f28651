// Tables as LibreOffice Calc opens them: numbers are numbers, nothing runs, and a row tells who says it and how sure.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Entry } from '../../model/entry.ts';
import { csv } from '../../server/formats/csv.ts';
import { pairs } from '../../server/formats/pairs.ts';
import { bytesOf, outgoingOf } from '../support/outgoing.ts';
import { shipped } from '../unit/server/formats/graph-samples.ts';
import { python } from './python.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-readers-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Sheet {
  columns: string[];
  formulas: number;
  types: Record<string, string[]>;
  rows: Record<string, string | number | null>[];
}

async function opened(format: typeof csv, entries: readonly Entry[], form: 'claims' | 'pairs') {
  const outgoing = outgoingOf(entries, form);
  const file = path.join(folder, `${format.id}.csv`);
  writeFileSync(file, await bytesOf(format, outgoing));
  return { outgoing, sheet: python('spreadsheet.py', 'openpyxl and LibreOffice (SOFFICE)', file) as Sheet };
}

test('claims', async () => {
  const entries = (await shipped()).map(
    (e): Entry => (e.type === 'claim' && e.id.endsWith('/joint-appearance') ? { ...e, title: '=1+1' } : e),
  );
  const { sheet } = await opened(csv, entries, 'claims');
  expect(sheet.formulas).toBe(0);
  expect(sheet.rows).toHaveLength(entries.filter((e) => e.type === 'claim').length);
  expect(sheet.rows.map((r) => r.title)).toContain("'=1+1");
  // A number, or the word for one that is not known.
  expect(sheet.types.for).toEqual(['n', 's']);
  expect(sheet.types['origins against']).toEqual(['n']);
  const deployed = sheet.rows.find((r) => r.claim === 'beijing-2025/permanent-combat-deployment');
  expect(deployed).toMatchObject({ state: 'contested', for: 30, against: 70 });
  expect(deployed?.said).toContain(
    'Reports: asserts (confidence 30, F4); Those who contest the reports: denies',
  );
  for (const row of sheet.rows) expect(row.licence).toBe('MIT');
});

test('pairs, each told to be derived', async () => {
  const { sheet, outgoing } = await opened(pairs, await shipped(), 'pairs');
  expect(sheet.rows).toHaveLength((await outgoing.ties()).ties.length);
  expect(sheet.formulas).toBe(0);
  expect(new Set(sheet.rows.map((r) => r.derived))).toEqual(new Set(['tie derived from claims']));
  expect(sheet.types.asserted).toEqual(['n']);
});
