// Everything by keyboard alone: no test of this file touches a pointer.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { keysOf } from '../support/keys.ts';
import { quiet, runForTests, running, says, soon, text } from '../support/running.ts';

runForTests();
let page: Page;
const { press, focused, marked } = keysOf(() => page);

/** The region of the page that has the focus. */
const region = () =>
  page.evaluate(() => {
    const places: [string, string][] = [
      ['.skips', 'skips'],
      ['.search', 'search'],
      ['.view-switch', 'view'],
      ['#left', 'left'],
      ['#tools', 'toolbar'],
      ['#canvas', 'canvas'],
      ['#legend', 'legend'],
      ['#dock', 'table'],
      ['#right', 'inspector'],
      ['#status', 'status'],
      ['header', 'header'],
    ];
    const at = document.activeElement;
    return places.find(([selector]) => at?.closest(selector) != null)?.[1] ?? at?.tagName ?? '';
  });

/** What the canvas names to a screen reader. */
const item = () =>
  page.evaluate(() => {
    const id = document.getElementById('canvas')?.getAttribute('aria-activedescendant');
    return id == null ? null : (document.getElementById(id)?.textContent ?? null);
  });

describe('search', () => {
  test('forgives a typing error: "Tianjn" offers Tianjin', async () => {
    page = await running.open();
    await press('/');
    await expect.poll(focused, soon).toBe('search');
    await page.keyboard.type('Tianjn');
    const found = page.getByRole('listbox', { name: 'Found' });
    // While it is typed, what is found by its beginning comes and goes.
    await marked(/Tianjin/);
    await press('Enter');
    // A suggestion is typed for the reader and looked up; what is found is opened.
    await expect
      .poll(async () => {
        if ((await text(page, '#right')).includes('Tianjin') && page.url().includes('sel=')) return true;
        const options = await found.getByRole('option').allInnerTexts();
        if (options.some((o) => o.startsWith('Tianjin'))) await press('Enter');
        return false;
      }, soon)
      .toBe(true);
  });

  test('finds a state by another name and opens it; Escape empties the field', async () => {
    page = await running.open();
    await press('/');
    await expect.poll(focused, soon).toBe('search');
    await page.keyboard.type('DPRK');
    await marked(/North Korea/);
    await press('Enter');
    await says(page, '#right .title', 'North Korea');
    await page.keyboard.type('zzzzqqqq');
    await says(page, '.search', 'Nothing named “zzzzqqqq”.');
    await press('Escape');
    await expect.poll(() => page.getByRole('combobox').inputValue(), soon).toBe('');
  });

  test('Enter takes nothing of what an earlier text has found', async () => {
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    page = await running.open('/', {
      before: (p) =>
        p.route(/\/api\/entities\?find=Japan$/, async (route) => {
          await held;
          await route.continue();
        }),
    });
    await press('/');
    await expect.poll(focused, soon).toBe('search');
    await page.keyboard.type('Japa');
    await marked(/Japan/);
    await page.keyboard.type('n');
    await press('Enter');
    expect(await page.getByRole('combobox').inputValue()).toBe('Japan');
    expect(page.url()).not.toContain('sel=');
    go();
    await marked(/Japan/);
    await press('Enter');
    await says(page, '#right .title', 'Japan');
  });

  test('keeps single keys for itself while something is typed', async () => {
    page = await running.open();
    await press('/');
    await expect.poll(focused, soon).toBe('search');
    await page.keyboard.type('v1t?s');
    await expect.poll(() => page.getByRole('combobox').inputValue(), soon).toBe('v1t?s');
    expect(new URL(page.url()).search).toBe('');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(33);
  });
});

describe('Tab', () => {
  test('walks through the regions in the order in which they are read', async () => {
    page = await running.open();
    await quiet(page);
    const visited: string[] = [];
    for (let i = 0; i < 140 && visited.at(-1) !== 'inspector'; i += 1) {
      await press('Tab');
      const at = await region();
      if (at !== visited.at(-1)) visited.push(at);
    }
    const wanted = ['search', 'view', 'left', 'toolbar', 'canvas', 'legend', 'table', 'inspector'];
    expect(visited.filter((v) => wanted.includes(v))).toEqual(wanted);
    expect(visited[0]).toBe('skips');
  });

  test('shows where the focus is', async () => {
    page = await running.open();
    await quiet(page);
    for (let i = 0; i < 12; i += 1) {
      await press('Tab');
      const outline = await page.evaluate(() => {
        const at = document.activeElement;
        if (at === null || at === document.body) return 'nothing';
        const chain = [at, at.parentElement].filter((e) => e !== null).map((e) => getComputedStyle(e));
        const isSeen = chain.some(
          (s) =>
            (s.outlineStyle !== 'none' && Number.parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none',
        );
        return isSeen ? 'seen' : at.outerHTML.slice(0, 120);
      });
      expect(outline).toBe('seen');
    }
  });

  test('skips to the picture', async () => {
    page = await running.open();
    await press('Tab', 'Enter');
    await expect.poll(focused, soon).toBe('canvas');
  });
});

describe('the canvas', () => {
  test('is one stop; arrows go to the nearest item, Enter selects it, and it is said', async () => {
    page = await running.open();
    await quiet(page);
    await page.locator('#canvas').focus();
    await expect.poll(item, soon).not.toBeNull();
    const seen = new Set<string | null>([await item()]);
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown']) {
      const before = await item();
      await press(key);
      seen.add(await item());
      expect(await item(), key).not.toBeNull();
      if (key === 'ArrowDown') expect(await item()).not.toBe(before);
    }
    expect(seen.size).toBeGreaterThan(2);
    expect(await page.locator('.canvas-ring').isVisible()).toBe(true);
    const name = (await item())?.split('. ')[0] ?? '';
    await press('Enter');
    await expect.poll(() => page.url(), soon).toContain('sel=');
    await says(page, '[aria-live="polite"]', name);
    await says(page, '#right .title', name);
  });

  test('N and P walk along the claims of a state, Space adds to the selection', async () => {
    // On a ring a state with claims of its own stands at the top.
    page = await running.open('/?layout=circle');
    await quiet(page);
    await page.locator('#canvas').focus();
    await press('Home');
    const state = await item();
    expect(state).toMatch(/^India\. takes part: 3 claims stand/);
    await press('n');
    const first = await item();
    await press('n');
    const second = await item();
    expect(new Set([state, first, second]).size).toBe(3);
    await press('p');
    expect(await item()).toBe(first);
    await press('Enter', 'n', 'Space');
    await says(page, '[aria-live="polite"]', '2 selected');
  });

  test('Alt with an arrow moves an item, and that can be undone', async () => {
    page = await running.open();
    await page.locator('#canvas').focus();
    await press('Home', 'Alt+ArrowRight');
    await expect.poll(() => page.url(), soon).toContain('at=');
    await press('Control+z');
    await expect.poll(() => page.url(), soon).not.toContain('at=');
  });
});

describe('expand', () => {
  test('counts first, adds what is chosen, and takes exactly that back', async () => {
    page = await running.open('/?states=RUS,PRK&sel=state:CHN');
    await says(page, '#right .title', 'China');
    await quiet(page);
    const rows = () => page.locator('#dock tbody tr').count();
    const before = await rows();
    await press('e');
    const dialog = page.getByRole('dialog');
    await says(page, '[role="dialog"]', 'Claims of China, by kind and by confidence for them');
    await dialog.getByRole('checkbox').first().focus();
    await press('Space');
    const add = dialog.getByRole('button', { name: /^Add \d+ claims?$/ });
    const n = Number(/\d+/.exec((await add.textContent()) ?? '')?.[0]);
    expect(n).toBeGreaterThan(0);
    await add.focus();
    await press('Enter');
    await expect.poll(rows, soon).toBe(before + n);
    expect(page.url()).toContain('expand=CHN~');
    await press('Control+z');
    await expect.poll(rows, soon).toBe(before);
    await press('Control+Shift+z');
    await expect.poll(rows, soon).toBe(before + n);
    await press('e');
    await expect.poll(rows, soon).toBe(before);
    expect(page.url()).not.toContain('expand=');
  });
});

test('the table is worked by key: tabs by arrows, a heading sorts, a row is chosen', async () => {
  page = await running.open();
  await page.getByRole('tab', { name: /^Claims/ }).focus();
  await press('ArrowRight');
  await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(22);
  await press('ArrowRight');
  await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(43);
  await press('ArrowRight');
  await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(2);
  await press('Home');
  await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(33);
  const heading = page.locator('#dock th button').filter({ hasText: 'For' });
  const numbers = () => page.locator('#dock tbody td:nth-child(7)').allInnerTexts();
  for (const direction of ['descending', 'ascending']) {
    await heading.focus();
    await press('Enter');
    await expect
      .poll(() => page.locator('#dock th[aria-sort]').getAttribute('aria-sort'), soon)
      .toBe(direction);
    const known = (await numbers()).map((n) => Number.parseInt(n, 10));
    const first = known.findIndex((n) => Number.isNaN(n));
    // Unknown is never among the numbers: it comes last both ways.
    expect(known.slice(first).every((n) => Number.isNaN(n))).toBe(true);
    const sorted = known.slice(0, first);
    expect(sorted).toEqual([...sorted].sort((a, b) => (direction === 'ascending' ? a - b : b - a)));
  }
  await page.locator('#dock .row-title').first().focus();
  await press('Enter');
  await expect.poll(() => page.locator('#dock tr[aria-selected="true"]').count(), soon).toBe(1);
});
