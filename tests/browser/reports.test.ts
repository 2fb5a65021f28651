// The pages beside the picture: what changed between two days, and chains between two entities. By pointer, key and address, on paper, and by axe.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { broken } from '../support/axe.ts';
import { keysOf } from '../support/keys.ts';
import { quiet, runForTests, running, says, soon, text } from '../support/running.ts';

runForTests();
let page: Page;
const { press, focused, marked } = keysOf(() => page);

const asked = (key: string) => new URL(page.url()).searchParams.get(key);
const report = () => page.locator('#report');
const lit = () =>
  page.evaluate(() => document.activeElement?.closest('[data-lights]')?.getAttribute('data-lights') ?? '');
const overflow = () =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('what changed', () => {
  const parade = '/?q=changes&states=CHN,RUS,PRK&since=2025-09-02&on=2025-09-03';
  const after = '/?q=changes&states=CHN,RUS,PRK&since=2025-09-03&on=2025-09-04';

  test('opens by its key with the last change, and Esc closes it with its days', async () => {
    page = await running.open();
    // When there was a change is told after the picture.
    await quiet(page);
    await press('d');
    await says(page, '#report h1', 'What changed?');
    await expect.poll(focused, soon).toBe('report-title');
    expect([asked('q'), asked('since')]).toEqual(['changes', '2025-09-03']);
    expect(asked('on')).toMatch(/^\d{4}-\d\d-\d\d$/);
    await says(page, '[aria-live="polite"]', /In the world, from 2025-09-03 to .*gone \d+/);
    await press('Escape');
    await expect.poll(() => report().count(), soon).toBe(0);
    expect([asked('q'), asked('since')]).toEqual([null, null]);
  });

  test('tells new claims apart by how they stand, who came together, and what is not covered', async () => {
    page = await running.open(parade);
    await says(page, '#report .quotable', 'Between 2025-09-02 and 2025-09-03');
    await says(page, '#report', '2025-09-02 is not covered.');
    // What is undated is asked apart, and told last.
    await says(page, '#report', /\d+ claims? of these states (is|are) undated/);
    const told = await text(page, '#report');
    expect(told).toMatch(/New: \d+, \d+ that do not stand and 2 possible/);
    expect(told).toContain('New, with all three: China, Russia and North Korea.');
    expect(told).toMatch(/bloc New, with all three.*It is contested\./);
    expect(told).toMatch(/nothing → then unverified|nothing → then contested|nothing → then asserted/);
  });

  test('what is gone is in the picture, pale and in no count; a click selects it', async () => {
    page = await running.open(after);
    await says(page, '#report', /Gone: \d+/);
    const items = page.locator('#canvas li', { hasText: 'Joint appearance' });
    await expect.poll(() => items.count(), soon).toBe(1);
    const name = report().getByRole('button', { name: 'Joint appearance' }).first();
    await name.focus();
    expect(await lit()).toContain('beijing-2025/');
    await press('Enter');
    await expect.poll(() => asked('sel'), soon).toMatch(/^beijing-2025\//);
    // It is told as it was, and the inspector says so.
    await says(page, '#right .banner', 'As it was judged on 2025-09-03: on 2025-09-04 it holds no more.');
  });

  test('the days are chosen in fields and by steps, and are in the address', async () => {
    page = await running.open(after);
    const earlier = page.locator('#day-earlier-day');
    await earlier.fill('2025-09-05');
    await press('Enter');
    await says(page, '#report [role="alert"]', 'not after 2025-09-03');
    await earlier.fill('2024-01-01');
    await press('Enter');
    await expect.poll(() => asked('since'), soon).toBe('2024-01-01');
    await page.getByRole('button', { name: 'Later day: previous change' }).click();
    await expect.poll(() => asked('on'), soon).toBe('2025-09-03');
    await page.getByRole('button', { name: 'In what is known' }).click();
    await expect.poll(() => asked('knew'), soon).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect([asked('since'), asked('on')]).toEqual([null, null]);
    expect(asked('known')).toMatch(/^\d{4}-\d\d-\d\d$/);
    await says(page, '#report', /In what was published, from/);
    await report().getByRole('button', { name: 'Held here' }).click();
    await expect.poll(() => asked('clock'), soon).toBe('held');
  });

  test('an address without an earlier day asks for it, and asks the graph nothing', async () => {
    page = await running.open('/?q=changes');
    await says(page, '#report', 'Choose the earlier day.');
    expect(running.trouble(page).told).toEqual([]);
  });

  test('is whole on paper, without its form', async () => {
    page = await running.open(parade);
    await says(page, '#report', /New: \d+/);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('#report .report-form').isVisible()).toBe(false);
    expect(await page.locator('#report .more:visible').count()).toBe(0);
    await says(page, '#report', 'from 2025-09-02 to 2025-09-03');
  });
});

describe('chains between two', () => {
  test('two entities are picked by their names, of any kind, by key alone', async () => {
    page = await running.open();
    await press('h');
    await says(page, '#report h1', 'Chains between two');
    await says(page, '#report', 'Choose two entities of any kind');
    await page.getByRole('combobox', { name: 'From' }).focus();
    await page.keyboard.type('Xi Jinping');
    await marked(/Xi Jinping/);
    await press('Enter');
    await page.getByRole('combobox', { name: 'To', exact: true }).focus();
    await page.keyboard.type('Japan');
    await marked(/Japan/);
    await press('Enter');
    await expect.poll(() => asked('states'), soon).toBe('person:xi-jinping,JPN');
    await says(page, '#report .quotable', 'The shortest chain between Xi Jinping and Japan is of 2 claims');
    await says(page, '#report .chain >> nth=0', 'one acts for the other · asserted · for 70');
    await says(page, '[aria-live="polite"]', /chains told between Xi Jinping and Japan/);
  });

  test('a chain lights up as a whole, what was not in the picture is brought in, a click selects', async () => {
    page = await running.open('/?q=paths&states=PRK,JPN');
    const chain = page.locator('#report .chain').first();
    await says(page, '#report .chain >> nth=0', 'North Korea');
    await says(page, '#report', 'Without one of these there is no chain of at most 4 claims: Japan was not');
    await chain.getByRole('button', { name: 'Japan was not at the parade' }).focus();
    expect((await lit()).split(' ')).toHaveLength(2);
    await quiet(page);
    const drawn = (await page.locator('#canvas li').allTextContents()).join(' ');
    for (const id of (await lit()).split(' ')) {
      const { claims } = await running.api<{ claims: { claim: { title: string; short?: string } }[] }>(
        `/api/claims/${id}`,
      );
      expect(drawn).toContain(claims[0]?.claim.title ?? 'nothing');
    }
    await press('Enter');
    await expect.poll(() => asked('sel'), soon).toBe('beijing-2025/japan-not-at-parade');
    await says(page, '#report .said >> nth=0', /Weakest link, for 70:.*Breaks at a confidence of 71, by:/);
  });

  test('where there is none the limits are named, and taken away by a click', async () => {
    page = await running.open('/?q=paths&states=PRK,JPN&threshold=90');
    await says(page, '#report', 'No chain of claims that stand joins North Korea and Japan.');
    await says(page, '#report .coverage', 'Its silence says nothing.');
    await page.getByRole('button', { name: 'Look for up to 6 claims' }).click();
    await expect.poll(() => asked('length'), soon).toBe('6');
    await page.getByRole('button', { name: 'Look at any confidence' }).click();
    await expect.poll(() => asked('threshold'), soon).toBe(null);
    await says(page, '#report .chain >> nth=0', 'Japan');
    await press('Escape');
    await expect.poll(() => asked('length'), soon).toBe(null);
  });
});

describe.each([
  ['light', 1600, 1000],
  ['dark', 1366, 800],
  ['dark', 390, 844],
] as const)('axe finds nothing, %s at %i × %i', (scheme, width, height) => {
  const open = (address: string) =>
    running.open(address, {
      ...{ width, height },
      before: (p) => p.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' }),
    });

  test('in what changed', async () => {
    page = await open('/?q=changes&states=CHN,RUS,PRK&since=2025-09-02&on=2025-09-03');
    await says(page, '#report', /New: \d+/);
    expect(await broken(page)).toEqual([]);
    expect(await overflow()).toBe(0);
  });

  test('in chains between two, with a list of what was found', async () => {
    page = await open('/?q=paths&states=PRK,JPN');
    await says(page, '#report .chain >> nth=0', 'Japan');
    await page.getByRole('combobox', { name: 'From' }).fill('Russia');
    await page
      .getByRole('option', { name: /Russia/ })
      .first()
      .waitFor(soon);
    expect(await broken(page)).toEqual([]);
    expect(await overflow()).toBe(0);
  });
});
