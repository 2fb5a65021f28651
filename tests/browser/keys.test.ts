// Single keys: each does what its button does, and they can be switched off. No test of this file touches a pointer.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { keysOf } from '../support/keys.ts';
import { runForTests, running, says, soon } from '../support/running.ts';

runForTests();
let page: Page;
const { press, focused, entered } = keysOf(() => page);

test('1 to 8 ask the questions, and the same again clears', async () => {
  page = await running.open();
  const ids = [
    'bilateral',
    'trilateral',
    'joint',
    'pairs-only',
    'pairs-and-joint',
    'hub-and-spoke',
    'mixed-roles',
    'sides',
  ];
  for (const [i, id] of ids.entries()) {
    await press(String(i + 1));
    await expect.poll(() => new URL(page.url()).searchParams.get('q'), soon).toBe(id);
  }
  await says(page, '#status', 'Sides');
  await press('8');
  await says(page, '#status', '25 claims stand');
});

test('V changes the view, T the table, L the legend, I the inspector', async () => {
  page = await running.open();
  await press('v');
  await expect.poll(() => page.url(), soon).toContain('draw=claims');
  // The labels of this view need the room of the legend, which has folded by itself.
  await page.locator('#legend.pill').waitFor(soon);
  await press('l');
  await says(page, '.legend-foot', 'Every line is stored');
  await press('v');
  await expect.poll(() => page.url(), soon).not.toContain('draw=claims');
  const counts = () =>
    Promise.all(['#dock table', '#legend .legend-groups', '#right'].map((s) => page.locator(s).count()));
  await expect.poll(counts, soon).toEqual([1, 1, 1]);
  await press('t', 'l', 'i');
  await expect.poll(counts, soon).toEqual([0, 0, 0]);
  await press('t', 'l', 'i');
  await expect.poll(counts, soon).toEqual([1, 1, 1]);
  await expect.poll(focused, soon).toBe('right');
});

test('[ and ] move the confidence by five, and what is out is announced', async () => {
  page = await running.open();
  await press(']', ']');
  await expect.poll(() => page.url(), soon).toContain('threshold=10');
  await press('[');
  await expect.poll(() => page.url(), soon).toContain('threshold=5');
  await says(page, '[aria-live="polite"]', /^\d+ claims stand: .*\.$/);
  await press('[', '[');
  await expect.poll(() => page.url(), soon).not.toContain('threshold');
  await says(
    page,
    '[aria-live="polite"]',
    '25 claims stand: 23 asserted, 2 contested; 4 not found, 1 denied, 3 open.',
  );
});

test('C shows the Cypher, S copies the link', async () => {
  await running.browser.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: running.url });
  page = await running.open('/?q=joint&sel=beijing-2025/coordinated-bloc');
  await says(page, '#right .banner', 'Contested');
  await press('c');
  await expect.poll(() => page.locator('#right .cypher pre').count(), soon).toBeGreaterThan(1);
  await says(page, '#right .cypher', 'MATCH');
  await press('c');
  await expect.poll(() => page.locator('#right .cypher').isVisible(), soon).toBe(false);
  await press('s');
  await says(page, '[aria-live="polite"]', 'Link copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${running.url}/?q=joint&states=CHN,RUS,PRK&sel=beijing-2025/coordinated-bloc`,
  );
});

test('? lists the keys; Esc closes first and clears then', async () => {
  page = await running.open('/?sel=beijing-2025/joint-appearance');
  await says(page, '#right .banner', 'Asserted');
  await press('?');
  const map = page.getByRole('dialog');
  await map.waitFor(soon);
  await map.locator('tbody td').first().waitFor(soon);
  const keys = (await map.locator('tbody td:first-child').allInnerTexts()).join(' ');
  for (const key of [
    '/',
    'V',
    'E',
    'X',
    'Esc',
    'Ctrl+Z',
    'Ctrl+Shift+Z',
    '[',
    ']',
    'T',
    'L',
    'I',
    'C',
    'S',
    '?',
  ])
    expect(keys).toContain(key);
  await press('Escape');
  await expect.poll(() => map.count(), soon).toBe(0);
  expect(page.url()).toContain('sel=');
  await press('Escape');
  await expect.poll(() => page.url(), soon).not.toContain('sel=');
  await says(page, '#right', 'Start here');
});

test('Esc closes a menu, a list or a panel and leaves the selection as it is', async () => {
  page = await running.open('/?threshold=60&sel=beijing-2025/joint-appearance');
  await says(page, '#right .banner', 'Asserted');
  await page.getByRole('button', { name: /^Layout/ }).focus();
  await press('Enter');
  await entered('menu');
  await press('Escape');
  await expect.poll(() => page.getByRole('menu').count(), soon).toBe(0);
  expect(page.url()).toContain('sel=');
  await page.getByRole('button', { name: /^\d+ claims out$/ }).focus();
  await press('Enter');
  await entered('dialog');
  await press('Escape');
  await expect.poll(() => page.getByRole('dialog').count(), soon).toBe(0);
  expect(page.url()).toContain('sel=');
});

test('can be switched off, and stay off at the next visit', async () => {
  page = await running.open();
  await press('?');
  const all = page.getByRole('switch', { name: 'Single keys' });
  await all.focus();
  await press('Space');
  await expect.poll(() => all.isChecked(), soon).toBe(false);
  await press('Escape');
  await expect.poll(() => page.getByRole('dialog').count(), soon).toBe(0);
  await press('v', '2');
  expect(new URL(page.url()).search).toBe('');
  await page.close();
  page = await running.open();
  await press('v');
  expect(new URL(page.url()).search).toBe('');
  await page.evaluate(() => localStorage.removeItem('entente.keys'));
});

test('X hides what is selected, and it can be shown again', async () => {
  page = await running.open('/?sel=beijing-2025/joint-appearance');
  await says(page, '#right .banner', 'Asserted');
  await press('x');
  await says(page, '#status', '24 claims stand');
  await says(page, '#status', 'Show 1 hidden');
  await press('Control+z');
  await says(page, '#status', '25 claims stand');
  await press('Control+Shift+z');
  await says(page, '#status', '24 claims stand');
});
