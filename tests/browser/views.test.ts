// Saved views on the page: kept with notes and a judgement, opened by a short address, told what changed since, handed on,
// written anew, duplicated and deleted; by keys alone as well.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { SavedView, Views } from '../../model/saved-view.ts';
import { load } from '../../server/load/load.ts';
import { parseView, viewText } from '../../server/views/file.ts';
import { keepViews } from '../../server/views/store.ts';
import { serve } from '../api/served.ts';
import { broken } from '../support/axe.ts';
import { complete, places, quiet, runForTests, running, says, soon, text } from '../support/running.ts';
import { onlySample } from '../support/sample.ts';
import { savedView } from '../support/saved-view.ts';

runForTests();
beforeEach(() => onlySample(running.graph));

const dialog = '[role="dialog"]';
const named = (page: Page, name: string | RegExp) =>
  page.locator(dialog).getByRole('button', { name, exact: typeof name === 'string' });
const kept = async (id: string) => SavedView.parse(await running.api(`/api/views/${id}`));
const listed = async () => Views.parse(await running.api('/api/views')).views.map((v) => v.id);

/** Saves what is shown, by keys and the form. */
async function keep(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Shift+S');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await named(page, 'Save').click();
  await expect.poll(() => page.locator(dialog).count(), soon).toBe(0);
  await says(page, '.opened-view', name);
}

/** Loads the shipped case with a statement less sure. */
async function reload(): Promise<void> {
  const file = path.resolve(import.meta.dirname, '../../data/beijing-2025.yaml');
  const before = readFileSync(file, 'utf8');
  const changed = before.replace(/(- id: joint-appearance\n(?: {4}.*\n)*)/, (claim) =>
    claim.replace(/confidence: 70/g, 'confidence: 30'),
  );
  expect(changed).not.toBe(before);
  async function* bytes() {
    yield Buffer.from(changed);
  }
  await load(running.graph, [{ path: 'beijing-2025.yaml', bytes: bytes() }], { allowQuotesNotFound: true });
}

test('a view is kept with what was written, and its short address opens it as it was, places and all', async () => {
  const page = await running.open('/?q=trilateral&threshold=40&states=CHN,RUS,PRK&at=CHN~55~-40');
  await page.keyboard.press('w');
  await says(page, dialog, 'No view is saved yet.');
  await named(page, 'Save this view').click();
  await page.getByLabel('Name', { exact: true }).fill('Beijing parade');
  await page.getByLabel('Notes').fill('Ask who else was there.');
  await named(page, 'Write a judgement').click();
  await page.getByLabel('Judgement', { exact: true }).fill('They will appear together again.');
  await page.getByLabel('Likelihood (ICD 203)').selectOption('likely');
  await page.getByLabel('Confidence in the judgement').selectOption('low');
  await page.getByLabel('Signed by').fill('A. Analyst');
  expect(await broken(page)).toEqual([]);
  await named(page, 'Save').click();
  await says(page, '.opened-view', 'Beijing parade: nothing changed since');
  expect(new URL(page.url()).search).toBe('?saved=beijing-parade');
  const view = await kept('beijing-parade');
  expect(view).toMatchObject({
    title: 'Beijing parade',
    notes: 'Ask who else was there.',
    address: 'q=trilateral&states=CHN,RUS,PRK&threshold=40',
    places: { 'state:CHN': [55, -40] },
    judgement: { text: 'They will appear together again.', likelihood: 'likely', confidence: 'low' },
  });
  expect(view.thumbnail?.length).toBeGreaterThan(2000);
  const other = await running.open('/?saved=beijing-parade', { fresh: true });
  await quiet(page);
  await expect.poll(() => text(other, '#status'), soon).toBe(await text(page, '#status'));
  await expect.poll(async () => (await places(other))['state:CHN'], soon).toEqual([55, -40]);
  await other.locator('.opened-view .link').click();
  await says(other, dialog, 'Likelihood: likely (ICD 203)');
  await says(other, dialog, 'Made on the load of');
  expect(await broken(other)).toEqual([]);
  expect(running.trouble(other)).toEqual({ told: [], outside: [] });
  expect(running.trouble(page)).toEqual({ told: [], outside: [] });
});

test('what else is in the address overrides the saved view, and a step from it has the whole address', async () => {
  await keepViews(running.graph, [{ ...savedView, places: {} }]);
  const page = await running.open('/?saved=beijing-parade&threshold=60');
  await says(page, '#status', 'Trilateral');
  await says(page, '.opened-view', 'a step or more from it');
  await page.keyboard.press('[');
  await expect
    .poll(() => new URL(page.url()).search, soon)
    .toBe('?q=trilateral&states=CHN,RUS,PRK&threshold=55');
  await page.reload();
  await complete(page);
  // The page still knows which view it comes from.
  await says(page, '.opened-view', savedView.title);
  await page.locator('.opened-view').getByRole('button', { name: 'Leave the saved view' }).click();
  await expect.poll(() => page.locator('.opened-view').count(), soon).toBe(0);
  await page.reload();
  await complete(page);
  expect(await page.locator('.opened-view').count()).toBe(0);
});

test('a saved view that is not there is told, and the rest of the address is shown', async () => {
  const page = await running.open('/?saved=never-was&threshold=60');
  await says(page, '#notices', 'There is no saved view "never-was"');
  await says(page, '#status', 'stand');
  expect(await page.locator('.opened-view').count()).toBe(0);
});

test('when its data are loaded anew, what changed is listed claim by claim, and lit while it is pointed at', async () => {
  const page = await running.open('/?states=CHN,RUS,PRK');
  await keep(page, 'Before');
  await reload();
  await page.reload();
  await complete(page);
  await says(page, '.opened-view', 'Before: 1 claim changed since');
  await page.locator('.opened-view .link').click();
  await says(page, dialog, /beijing-2025: .* UTC → .* UTC/);
  await says(page, dialog, /for 70 → 30/);
  const lit = () =>
    page.evaluate(() => {
      type Node = { id(): string };
      type Registered = { _cyreg?: { cy: { nodes(of: string): { map<T>(f: (n: Node) => T): T[] } } } };
      const stage = document.querySelector('#canvas > div') as (Element & Registered) | null;
      return stage?._cyreg?.cy.nodes('.lit').map((n) => n.id()) ?? [];
    });
  await expect.poll(lit, soon).toContain('beijing-2025/joint-appearance');
  await page
    .locator(dialog)
    .getByRole('button', { name: /Joint appearance/ })
    .click();
  await expect
    .poll(() => new URL(page.url()).searchParams.get('sel'), soon)
    .toBe('beijing-2025/joint-appearance');
  await expect.poll(lit, soon).toEqual([]);
});

test('the list opens, renames, duplicates, hands on and deletes; what cannot be undone is asked for first', async () => {
  const page = await running.open('/?states=CHN,RUS,PRK');
  await keep(page, 'First');
  await page.keyboard.press('w');
  const item = (name: string) =>
    page.locator('.views > li', { has: page.getByRole('heading', { name, exact: true }) });
  const press = (name: string, label: string) => item(name).getByRole('button', { name: label }).click();
  await press('First', 'Edit: First');
  await page.getByLabel('Name', { exact: true }).fill('Renamed');
  const before = await kept('first');
  await named(page, 'Save').click();
  await item('Renamed').waitFor(soon);
  const { title, made } = await kept('first');
  expect([title, made]).toEqual(['Renamed', before.made]);
  await press('Renamed', 'Duplicate: Renamed');
  await page.getByLabel('Name', { exact: true }).fill('Second');
  await named(page, 'Save').click();
  await item('Second').waitFor(soon);
  expect(await listed()).toEqual(['first', 'renamed-copy']);
  const download = page.waitForEvent('download');
  await press('Second', 'Save as a file: Second');
  const file = await (await download).path();
  expect(parseView(readFileSync(file, 'utf8'), 'file')).toEqual(await kept('renamed-copy'));
  await press('Second', 'Delete: Second');
  await says(page, '.views', 'Delete “Second” for good?');
  await press('Second', 'Keep it');
  expect(await listed()).toHaveLength(2);
  await press('Second', 'Delete: Second');
  await item('Second').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect.poll(listed, soon).toEqual(['first']);
  await page
    .locator(dialog)
    .locator('input[type=file]')
    .or(page.locator('input[type=file]'))
    .first()
    .setInputFiles({
      name: 'parade.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from(viewText(savedView, 'yaml')),
    });
  await item(savedView.title).waitFor(soon);
  expect(await kept('beijing-parade')).toEqual(savedView);
  expect(await broken(page)).toEqual([]);
  await item(savedView.title)
    .getByRole('button', { name: `Open ${savedView.title}` })
    .click();
  await expect.poll(() => new URL(page.url()).search, soon).toBe('?saved=beijing-parade');
  await page.goBack();
  await says(page, '.opened-view', 'Renamed');
  expect(running.trouble(page)).toEqual({ told: [], outside: [] });
});

test('where others reach the server without a token, views are shown and none is kept', async () => {
  await keepViews(running.graph, [savedView]);
  const open = await serve(running.graph, { ENTENTE_ALLOWED_HOSTS: 'entente.example.org' });
  const page = await running.browser.newPage();
  await page.goto(open.url);
  await complete(page);
  await page.keyboard.press('w');
  await says(page, dialog, 'Views cannot be saved here.');
  await says(page, dialog, savedView.title);
  expect(await named(page, 'Save this view').count()).toBe(0);
  expect(await named(page, /^Delete/).count()).toBe(0);
  await page.close();
  await open.stop();
});
