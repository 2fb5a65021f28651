// What it looks like and keeps from doing: themes, widths, accessibility by axe, and nothing asked elsewhere.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { broken } from '../support/axe.ts';
import { complete, runForTests, running, says, soon } from '../support/running.ts';

runForTests();
let page: Page;
afterEach(async () => {
  if (page !== undefined && !page.isClosed()) await page.evaluate(() => localStorage.clear());
});

type Scheme = 'light' | 'dark';
const open = (address = '/', scheme: Scheme = 'light', width = 1600, height = 1000) =>
  running.open(address, {
    width,
    height,
    before: (p) => p.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' }),
  });

/** The colour of the canvas' ground, as UX.md section 4 gives it for both themes. */
const grounds = { light: 'rgb(246, 247, 249)', dark: 'rgb(15, 20, 27)' };
const ground = () =>
  page.evaluate(() => {
    const at = document.getElementById('main');
    let e: Element | null = at;
    while (e !== null && getComputedStyle(e).backgroundColor === 'rgba(0, 0, 0, 0)') e = e.parentElement;
    return e === null ? '' : getComputedStyle(e).backgroundColor;
  });

/** How many different colours a few lines of the canvas have: an empty one has its ground only. */
const painted = () =>
  page.evaluate(() => {
    const colours = new Set<string>();
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>('#canvas canvas')) {
      const pen = canvas.getContext('2d');
      if (pen === null || canvas.width === 0) continue;
      const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
      for (let i = 0; i < data.length; i += 4 * 97) colours.add(`${data[i]} ${data[i + 1]} ${data[i + 2]}`);
    }
    return colours.size;
  });

/** Nothing is wider than the page, so that nothing has to be scrolled sideways. */
const overflow = () =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each<[Scheme, number, number]>([
  ['light', 1600, 1000],
  ['dark', 1600, 1000],
  ['light', 390, 844],
  ['dark', 390, 844],
])('axe finds nothing, %s at %i × %i', (scheme, width, height) => {
  test('on the first screen', async () => {
    page = await open('/', scheme, width, height);
    expect(await broken(page)).toEqual([]);
  });

  test('with a claim selected and its question asked', async () => {
    page = await open('/?q=trilateral&sel=beijing-2025/coordinated-bloc', scheme, width, height);
    await says(page, '#right .banner', 'Contested');
    expect(await broken(page)).toEqual([]);
  });

  test('with a dialog open', async () => {
    page = await open('/', scheme, width, height);
    if (width < 760) await page.getByRole('button', { name: 'How to read the picture' }).click();
    else await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor(soon);
    await expect.poll(() => page.locator('.mini:empty, .minis:empty').count(), soon).toBe(0);
    expect(await broken(page)).toEqual([]);
  });
});

test('axe finds nothing in the menus, the filters over a narrow page and what moved', async () => {
  page = await open('/?threshold=60');
  await page.getByRole('button', { name: /^Layout/ }).click();
  await page.getByRole('menu').waitFor(soon);
  expect(await broken(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^\d+ claims out$/ }).click();
  await page.getByRole('dialog').waitFor(soon);
  expect(await broken(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Questions and filters' }).click();
  await page.locator('#left.over').waitFor(soon);
  expect(await broken(page)).toEqual([]);
});

describe('the theme', () => {
  test('follows the system, and a switch overrules it for later visits', async () => {
    page = await open('/', 'dark');
    expect(await ground()).toBe(grounds.dark);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(ground, soon).toBe(grounds.light);
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await expect.poll(ground, soon).toBe(grounds.dark);
    await page.reload();
    await complete(page);
    expect(await ground()).toBe(grounds.dark);
    await page.getByRole('button', { name: 'Light theme' }).click();
    await expect.poll(ground, soon).toBe(grounds.light);
  });
});

describe.each([
  [1600, 1000, 'wide'],
  [1280, 800, 'rail'],
  [1000, 800, 'menu'],
  [390, 844, 'narrow'],
])('at %i × %i', (width, height, mode) => {
  test('the picture is drawn, nothing scrolls sideways, and every function is at hand', async () => {
    page = await open('/', 'light', width, height);
    expect(await page.locator('#page').getAttribute('data-mode')).toBe(mode);
    await expect.poll(painted, soon).toBeGreaterThan(20);
    expect(await overflow()).toBe(0);
    const box = await page.locator('#canvas').boundingBox();
    expect(box?.width).toBeGreaterThan(mode === 'narrow' ? 380 : 500);
    await says(page, '#status', '25 claims stand');
    if (mode === 'wide') await page.getByRole('radio', { name: /^Joint/ }).click();
    else if (mode === 'rail')
      await page
        .locator('#rail')
        .getByRole('radio', { name: /^Joint/ })
        .click();
    else {
      await page.getByRole('button', { name: 'Questions and filters' }).click();
      await page
        .locator('#left')
        .getByRole('radio', { name: /^Joint/ })
        .click();
      await page.keyboard.press('Escape');
    }
    await says(page, '#status', '9 stand');
    await says(page, '#right', 'Joint');
    expect(await overflow()).toBe(0);
  });
});

test('the sheet of a narrow page has three stops, and the table is a page of its own', async () => {
  page = await open('/', 'light', 390, 844);
  const top = async () => Math.round((await page.locator('#right').boundingBox())?.y ?? -1);
  const handle = page.locator('.sheet-handle');
  const half = await top();
  await handle.focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(top, soon).toBeLessThan(half - 100);
  await page.keyboard.press('ArrowDown');
  await expect.poll(top, soon).toBe(half);
  await page.keyboard.press('ArrowDown');
  await expect.poll(top, soon).toBe(844 - 96);
  await handle.click();
  await expect.poll(top, soon).toBe(half);
  await page.getByRole('button', { name: 'Questions and filters' }).click();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(33);
  await page.locator('#dock .row-title').first().click();
  await says(page, '#right .banner', /\w/);
  expect(await overflow()).toBe(0);
});

test('at 320 wide it still flows, as at 400 % zoom', async () => {
  page = await open('/?sel=beijing-2025/coordinated-bloc', 'light', 320, 640);
  await says(page, '#right .banner', 'Contested');
  expect(await overflow()).toBe(0);
});

test('nothing moves for those who ask for reduced motion', async () => {
  page = await open();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor(soon);
  const long = await page.evaluate(() =>
    document
      .getAnimations()
      .map((a) => Number(a.effect?.getComputedTiming().duration ?? 0))
      .filter((ms) => ms > 10),
  );
  expect(long).toEqual([]);
});

test('no request leaves the origin, and nothing is told to the console', async () => {
  page = await open();
  await page.getByRole('radio', { name: /^Joint/ }).click();
  await says(page, '#status', '9 stand');
  await page.locator('#dock .row-title').first().click();
  await says(page, '#right .banner', /\w/);
  await page.getByRole('button', { name: 'Claims', exact: true }).click();
  // The labels of this view need the room of the legend, which has folded by itself.
  await page.locator('#legend.pill').click();
  await says(page, '.legend-foot', 'Every line is stored');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor(soon);
  await page.keyboard.press('Escape');
  expect(running.trouble(page)).toEqual({ told: [], outside: [] });
});

test('the policy of the page holds: a script in the page does not run, and is told', async () => {
  page = await open();
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.ran = "1"';
    document.body.append(script);
    return document.documentElement.dataset.ran ?? 'no';
  });
  expect(ran).toBe('no');
  // What the test before relies on: a violation would be seen.
  await expect.poll(() => running.trouble(page).told.join(' '), soon).toContain('Content Security Policy');
});
