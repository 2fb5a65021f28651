// A file is imported by the page: told first, loaded only when the reader says so, refused with line and field, and
// taken back.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Datasets } from '../../model/api.ts';
import { load } from '../../server/load/load.ts';
import { serve } from '../api/served.ts';
import { everyPair } from '../bench/generated.ts';
import { broken } from '../support/axe.ts';
import { complete, runForTests, running, said, says, soon, tableTitles, text } from '../support/running.ts';
import { onlySample } from '../support/sample.ts';

const harbours = path.resolve(import.meta.dirname, '../fixtures/harbours.yaml');
runForTests();
let page: Page;
beforeEach(() => onlySample(running.graph));
afterEach(() => page?.close());

const loaded = async () => (await running.api<Datasets>('/api/datasets')).datasets.map((d) => d.id);
const dialog = '[role="dialog"]';
const choose = (file: Parameters<Page['setInputFiles']>[1]) =>
  page.setInputFiles(`${dialog} input, input[type=file]`, file);
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** Opens the dialog from the menu of data sets. */
async function openDialog(): Promise<void> {
  await page.locator('button.dataset').click();
  await page.getByRole('menuitem', { name: 'Import a file' }).click();
  await says(
    page,
    dialog,
    /Drop files here, or choose them: YAML \(\.yaml\), JSON Lines \(\.jsonl\), .* or a table \(CSV, TSV\)\./,
  );
}

test('a chosen file: what would change, then loaded and shown, then taken back', async () => {
  page = await running.open();
  await openDialog();
  await choose(harbours);
  await says(page, dialog, 'harbours.yaml. Nothing is loaded yet.');
  await says(page, dialog, /Claims 2 0 0 0 Statements 3 0 0 0 Sources 2 0 0 0 Entities 2 0 0 0/);
  await says(page, dialog, 'Quotes: 2 not checked');
  expect(await loaded()).toEqual(['beijing-2025']);
  await button('Load 2 claims').click();
  await says(page, dialog, '2 claims loaded.');
  expect(await loaded()).toEqual(['beijing-2025', 'harbours']);
  await says(page, '#status', '1 claim stands');
  expect(new URL(page.url()).searchParams.get('dataset')).toBe('harbours');
  await expect.poll(() => tableTitles(page), soon).toEqual(['A visit to the harbour', 'A paper on harbours']);
  await button('Take it back').click();
  await says(page, dialog, 'harbours is removed.');
  await page.keyboard.press('Escape');
  await says(page, '#status', '25 claims stand');
  expect(await loaded()).toEqual(['beijing-2025']);
  expect(running.trouble(page)).toEqual({ told: [], outside: [] });
});

test('entities that no claim names are told of in the menu of data sets and in the dialog of an export', async () => {
  const gexf =
    '<gexf version="1.3"><graph><nodes><node id="a"/><node id="b"/><node id="c"/></nodes><edges><edge id="0" source="a" target="b"/></edges></graph></gexf>';
  page = await running.open();
  await openDialog();
  await choose({ name: 'ports.gexf', mimeType: 'application/xml', buffer: Buffer.from(gexf) });
  await button('Load 1 claim').click();
  await says(page, dialog, '1 claim loaded.');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count(), soon).toBe(0);
  await says(page, '#status', '1 claim stands');
  await page.locator('button.dataset').click();
  await says(page, '[role="menu"]', /ports .*1 claim.*, 1 entity without a claim/);
  await page.keyboard.press('Escape');
  await button('Export').click();
  await says(page, '.weight', /^1 claim: .* and 1 entity that no claim names/);
});

test('closing the dry run loads nothing; what is loaded already would change nothing', async () => {
  page = await running.open();
  await openDialog();
  await choose(harbours);
  await button('Load 2 claims').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count(), soon).toBe(0);
  expect(await loaded()).toEqual(['beijing-2025']);
  await openDialog();
  await choose(path.resolve('data/beijing-2025.yaml'));
  await says(page, dialog, 'Nothing changes: all of it is loaded already.');
  expect(await button(/^Load/).count()).toBe(0);
});

test('a refused file: every error with its line and field, and another may be chosen', async () => {
  page = await running.open();
  await openDialog();
  await choose({
    name: 'notes.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from(
      'dataset:\n  id: notes\n  title: Notes\n  colour: red\nclaims:\n  - id: a\n    title: A\n    kind: summit\n',
    ),
  });
  await says(page, dialog, /notes\.yaml: An entry is not valid\. Nothing is loaded: \d+ errors/);
  await says(page, dialog, /4 \/dataset\/colour "colour" is not a key here/);
  await says(page, dialog, '6 /claims/0/parties parties is missing');
  const shown = page.locator(`${dialog} .row-text`);
  await page.getByRole('button', { name: 'Show line 4' }).click();
  await expect.poll(() => said(shown), soon).toBe('3 title: Notes 4 colour: red 5 claims:');
  await page.getByRole('button', { name: 'Show line 4' }).click();
  await expect.poll(() => shown.count(), soon).toBe(0);
  expect(await loaded()).toEqual(['beijing-2025']);
  await button('Another file').click();
  await says(page, dialog, 'Drop files here');
});

test.each([
  ['light', 1600, 1000],
  ['dark', 390, 844],
] as const)(
  'axe finds nothing in what is told and what is refused, %s at %i × %i',
  async (scheme, width, height) => {
    const drop = (name: string, content: string) =>
      page.evaluate(
        ([name, content]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([content], name));
          dispatchEvent(new DragEvent('drop', { dataTransfer }));
        },
        [name, content] as const,
      );
    page = await running.open('/', { width, height, before: (p) => p.emulateMedia({ colorScheme: scheme }) });
    await drop('harbours.yaml', readFileSync(harbours, 'utf8'));
    await button('Load 2 claims').waitFor();
    expect(await broken(page)).toEqual([]);
    await drop('wrong.yaml', 'dataset:\n  id: notes\n  colour: red\n');
    await says(page, dialog, 'What is wrong');
    await page.getByRole('button', { name: 'Show line 3' }).click();
    await says(page, `${dialog} .row-text`, 'colour: red');
    expect(await broken(page)).toEqual([]);
    await button('Another file').click();
    await says(page, dialog, 'Drop files here');
    expect(await broken(page)).toEqual([]);
  },
);

test('a file that is too large is told before it is sent', async () => {
  const small = await serve(running.graph, { ENTENTE_IMPORT_MB: '1' });
  try {
    page = await running.browser.newPage();
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    await page.goto(small.url);
    await complete(page);
    await openDialog();
    await choose({ name: 'big.jsonl', mimeType: '', buffer: Buffer.alloc(1_000_001, 32) });
    await says(page, dialog, 'big.jsonl has 1 MB; 1 MB is the most (ENTENTE_IMPORT_MB)');
    expect(sent).toEqual([]);
  } finally {
    await small.stop();
  }
});

test('a file that is dropped on the picture opens the same dialog', async () => {
  page = await running.open();
  const transfer = await page.evaluateHandle(() => {
    const held = new DataTransfer();
    held.items.add(new File(['dataset: { id: dropped, title: Dropped }'], 'dropped.yaml'));
    return held;
  });
  await page.dispatchEvent('#canvas', 'dragover', { dataTransfer: transfer });
  await says(page, '#main', 'Drop the file to import it.');
  await page.dispatchEvent('#canvas', 'drop', { dataTransfer: transfer });
  await says(page, dialog, 'dropped.yaml');
  await expect.poll(() => page.locator('.dropping').count(), soon).toBe(0);
  expect(await loaded()).toEqual(['beijing-2025']);
});

test('where imports are off the dialog says why, and how else', async () => {
  const off = await serve(running.graph, { ENTENTE_ALLOWED_HOSTS: 'atlas.example' });
  try {
    page = await running.browser.newPage();
    await page.goto(off.url);
    await complete(page);
    await page.locator('button.dataset').click();
    await page.getByRole('menuitem', { name: 'Import a file' }).click();
    await says(page, dialog, 'Imports are off here. Others may reach this server');
    await says(page, dialog, 'entente load FILE --dry-run');
    expect(await page.locator('input[type=file]').count()).toBe(0);
  } finally {
    await off.stop();
  }
});

test('too many pairs: those with most claims are drawn, the rest stays in the table, and all are drawn when asked', async () => {
  const lines = [Buffer.from([...everyPair('pairs', 27)].join('\n'))];
  const bytes = (async function* () {
    yield* lines;
  })();
  await load(running.graph, [{ path: 'pairs.jsonl', bytes }]);
  // Questions of 27 states take longer than this test is worth.
  const uncounted = (p: Page) =>
    p.route(/\/api\/questions(\?|$)/, (route) => route.fulfill({ json: { questions: [] } }));
  page = await running.open('/?dataset=pairs', { before: uncounted });
  await says(page, '#notices', '351 pairs would be drawn. Showing the 300 with most claims.');
  await says(page, '#status', '533 claims stand');
  await says(page, '#status', '51 not drawn here');
  await says(page, '#dock [role="tablist"]', 'Claims 533');
  // Nothing says what the data set covers; that is no reason to write over its picture.
  expect(await page.locator('#main .empty').count()).toBe(0);

  await button('Narrow by kind').click();
  await expect.poll(() => page.locator('#filter-kind[open]').count(), soon).toBe(1);
  await button('Draw all').click();
  await expect.poll(() => text(page, '#notices'), soon).toBe('');
  expect(new URL(page.url()).searchParams.get('pairs')).toBe('all');
  await says(page, '#status', '533 claims stand');
  expect(await text(page, '#status')).not.toContain('not drawn here');
  await page.goBack();
  await says(page, '#notices', '351 pairs would be drawn.');

  await button('Only Tension').click();
  await says(page, '#status', '182 claims stand');
  await expect.poll(() => text(page, '#notices'), soon).toBe('');
});
