// Every number of the page says what it counts: what stands surely, what is only possible, hidden or affected beside it,
// by data set where there are several, and none before it is known.
import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { load } from '../../server/load/load.ts';
import {
  legendRows,
  openLegend,
  questionCounts,
  quiet,
  runForTests,
  running,
  said,
  says,
  soon,
  text,
} from '../support/running.ts';
import { onlySample } from '../support/sample.ts';

const harbours = path.resolve(import.meta.dirname, '../fixtures/harbours.yaml');
runForTests();
let page: Page;
afterEach(() => page?.close());

const toggles = async () => (await page.locator('.toggles button').allInnerTexts()).map(even);
const even = (line: string) => line.replace(/\s+/g, ' ').trim();
const mirrored = () => page.locator('#canvas ul.visually-hidden li').allTextContents();

test('what is only possible by a date is counted apart in status, legend, toggles and list of the canvas', async () => {
  page = await running.open('/?known=2025-09-03');
  await says(page, '#status', '0 claims stand · 25 possible');
  await expect
    .poll(async () => (await toggles()).slice(0, 2), soon)
    .toEqual(['Asserted ~23 possible or undated', 'Contested ~2 possible or undated']);
  await openLegend(page);
  await says(page, '#legend', '~ Possible');
  const rows = await legendRows(page);
  expect(rows.find((r) => r.startsWith('~ Possible'))).toMatch(/^~ Possible 23 · 8/);
  expect(rows.find((r) => r.startsWith('+ Cooperation'))).toMatch(
    /^\+ Cooperation ~11 possible or undated · 8 do not/,
  );
  await expect
    .poll(async () => (await mirrored()).find((x) => x.startsWith('China.')), soon)
    .toMatch(/^China\. takes part: 0 claims stand\. ~ 20 possible/);
  await page.goto(page.url().replace('?', '?sel=beijing-2025/gas-pipeline-memorandum&'));
  await says(page, '#right .banner', '~ Possible: only by some reading of a date');
});

test('before anything is known, and after a state that is none, there is no number', async () => {
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const hold = (p: Page) =>
    p.route('**/api/entities/**', async (route) => {
      await held;
      await route.continue();
    });
  page = await running.open('/?states=XYZ', { picture: false, before: hold });
  await says(page, '#notices', 'XYZ');
  const left = await text(page, '#left');
  expect(left).not.toMatch(/\b0 claims out|all 0|Asserted 0/);
  expect(await page.locator('.toggles em [aria-hidden]').allInnerTexts()).toEqual(Array(6).fill('–'));
  expect(await text(page, '#dock')).not.toMatch(/\d|No claim/);
  go();
  await says(page, '#notices', 'states: there is no state “XYZ”');
  await says(page, '#status', '25 claims stand');
});

test('there is no 0 on the way to the first count', async () => {
  const watch = (p: Page) =>
    p.addInitScript(() => {
      const seen = new Set<string>();
      Object.assign(window, { seen });
      const of = { childList: true, characterData: true, subtree: true };
      new MutationObserver(() => {
        const asserted = document.querySelector('.toggles button em');
        if (asserted !== null) seen.add(asserted.textContent ?? '');
      }).observe(document, of);
    });
  page = await running.open('/', { before: watch });
  await expect.poll(async () => (await toggles())[0], soon).toBe('Asserted 23 stand');
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  expect(seen).toEqual(['–not counted yet', '23 stand']);
});

test('the day of knowledge is named as the cause, and its button clears it', async () => {
  page = await running.open('/?known=2025-01-01');
  await says(page, '#main .empty', 'No claim stands as known on 2025-01-01.');
  await says(page, '#right', 'Out: nothing of it was known on 2025-01-01');
  await page.getByRole('button', { name: 'Clear “as known on”' }).click();
  await says(page, '#status', '25 claims stand');
});

test('outside of what is covered nothing is told as none', async () => {
  page = await running.open('/?q=trilateral&on=2024-01-01');
  await says(page, '#status', 'Not covered · 1 undated');
  await says(page, '#right', 'For 2024-01-01 it says nothing, which is not the same as none.');
  await quiet(page);
  const counts = await questionCounts(page);
  expect(counts.length).toBeGreaterThan(0);
  expect(counts).not.toContain('0');
});

test('what is hidden is said beside what stands, and shown again from there', async () => {
  page = await running.open('/?hide=sign:minus');
  await says(page, '#status', '19 claims stand: 17 asserted, 2 contested · Show 6 hidden');
  await page.getByRole('button', { name: 'Show 6 hidden' }).click();
  await says(page, '#status', '25 claims stand');
});

test('an empty question says in the table too what there is instead', async () => {
  page = await running.open('/?q=trilateral&states=CHN,RUS,IND');
  const words =
    'No claim joins all three. Claims of two alone: China and Russia (+ 3), China and India (+ 1, ○ 1).';
  await says(page, '#dock', words);
  await says(page, '#right', words);
  await says(page, '#right', 'None that stands: Russia and India.');
});

test('a claim that is out has no state in the answer', async () => {
  page = await running.open('/?q=trilateral&threshold=50');
  const item = page.locator('.claim-list li').filter({ hasText: 'as a coordinated bloc' });
  await expect
    .poll(() => said(item), soon)
    .toBe('China, Russia and North Korea as a coordinated bloc out: no statement counts');
});

test('canvas and table count alike: Ukraine takes part in one claim and is affected by two', async () => {
  page = await running.open();
  await page.getByRole('tab', { name: /Entities/ }).click();
  const row = page.locator('#dock tbody tr').filter({ hasText: 'Ukraine' });
  await expect.poll(() => said(row), soon).toMatch(/Ukraine State 1 0 2/);
  const ukraine = async () => (await mirrored()).find((x) => x.startsWith('Ukraine.'));
  await expect.poll(ukraine, soon).toBe('Ukraine. takes part: 1 claim stands. − 1. affected by 2');
  await page.goto(`${page.url()}?sel=state:UKR`);
  await says(page, '#right', 'named in 3 claims that stand, in whatever part');
});

test('at 390 pixels what is contested is named, in the line and with both numbers', async () => {
  page = await running.open('/', { width: 390, height: 844 });
  await says(page, '#status', '25 claims stand: 2 contested');
});

test('of two data sets each is counted by its name, and nothing is summed', async () => {
  try {
    await load(running.graph, [{ path: 'harbours.yaml', bytes: createReadStream(harbours) }]);
    page = await running.open('/?states=CHN,RUS,PRK');
    await says(page, '#status', 'beijing-2025: 25 stand: 23 asserted, 2 contested');
    await says(page, '#status', /harbours: \d stand/);
    await says(page, '#right', /beijing-2025: \d+ claims/);
    await says(page, '#left', 'claims of 2 data sets, one by one');
    await openLegend(page);
    await says(page, '#legend', 'Counted are claims of 2 data sets, one by one.');
  } finally {
    await onlySample(running.graph);
  }
});
