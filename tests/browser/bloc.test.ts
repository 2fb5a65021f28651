// "Is it a bloc?": the page beside the picture, with every line of SAMPLE.md's last section and of a look-alike of the alliances.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../model/answer.ts';
import { sentence } from '../../model/sentence.ts';
import { vocabulary } from '../../server/vocabulary.ts';
import { broken } from '../support/axe.ts';
import { DATASET } from '../support/cases.ts';
import { keysOf } from '../support/keys.ts';
import { lookAlike } from '../support/look-alike.ts';
import { quiet, runForTests, running, said, says, soon, text } from '../support/running.ts';
import { onlySample } from '../support/sample.ts';
import { store } from '../support/store.ts';

runForTests();
let page: Page;
const { press, focused } = keysOf(() => page);

const question = () => new URL(page.url()).searchParams.get('q');
const selected = () => new URL(page.url()).searchParams.get('sel');
const part = (title: string) =>
  page
    .locator('#report .report-part')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
/** What is seen of a text, without what numbers say to those who hear them alone. */
const seen = (told: string) =>
  told
    .replace(/\s+/g, ' ')
    .replace(/ \([^)]*\)/g, '')
    .replace(/ ,/g, ',')
    .trim();
const line = async (title: string) => seen(await said(part(title)));
const ready = () => part('What joins all of them').first().waitFor(soon);
const open = async (address = '/?q=bloc', options: Parameters<typeof running.open>[1] = {}) => {
  page = await running.open(address, options);
  await ready();
};

/** The claims of the picture that are lit. */
const lit = () =>
  page.evaluate(() => {
    type Element_ = { data(name: string): unknown };
    type Registered = { _cyreg?: { cy: { elements(of: string): { map<T>(f: (e: Element_) => T): T[] } } } };
    const stage = document.querySelector('#canvas > div') as (Element & Registered) | null;
    const found = stage?._cyreg?.cy.elements('.lit').map((e) => e.data('claims')) ?? [];
    return [...new Set(found.flat().map(String))].sort();
  });

describe('the shipped case', () => {
  test('what joins all of them: one appearance of commitment 1 and an opposition; nothing deeper stands', async () => {
    await open();
    const told = await line('What joins all of them');
    expect(told).toContain(
      'Deepest that joins all of them Commitment 1, appearance or statement Joint appearance at the Victory Day parade',
    );
    expect(told).toContain('Deepest tie of any two Commitment 4, material support North Korea – Russia');
    expect(told).toContain('No claim that joins all of them is as deep.');
    expect(told).toMatch(/Stand: 9 claims/);
    expect(told).toMatch(/Do not stand: 6 claims/);
    expect(told).toContain('Alignment · no commitment · contested: 1 claim');
    expect(told).toContain('Defence pact · commitment 6 · no evidence: 1 claim');
    expect(told).toMatch(
      /accusation of conspiring .*not all of them act in it; 1 other is in it: United States/,
    );
  });

  test('each pair by sign, commitment and kind; Russia is the hub at commitments 2 and 3', async () => {
    await open();
    const pairs = await page.locator('#report .pair').allInnerTexts();
    expect(pairs.map(seen).map((p) => p.slice(0, p.indexOf(' By claims of more')))).toEqual([
      'China – North Korea 9 claims, mixed: both signs stand By claims of these two alone − conflict: Tension no commitment 1 asserted',
      'China – Russia 11 claims, mixed: both signs stand By claims of these two alone + cooperation: Memorandum commitment 3 1 asserted + cooperation: Bilateral ties no commitment 1 asserted + cooperation: Economic cooperation no commitment 1 asserted',
      'North Korea – Russia 10 claims, mixed: both signs stand By claims of these two alone + cooperation: Personnel support commitment 4 1 asserted + cooperation: Troop deployment commitment 4 1 contested + cooperation: Bilateral ties no commitment 1 asserted',
    ]);
    const told = await line('Each pair');
    expect(told).toContain('Pairs with no tie: none');
    expect(told).toContain(
      'Commitment 2 and deeper, and the same for 3: Russia carries all ties of two, with China and North Korea; no claim joins it with two of them · 3 claims',
    );
  });

  test('what was looked for, denied, contested and open, with the statements of both sides', async () => {
    await open();
    const told = await line('Looked for, denied, contested, open');
    for (const words of [
      'Looked for, not found: 4 claims',
      'Denied: 1 claim',
      'Contested: 2 claims',
      'Open: 3 claims',
    ])
      expect(told).toContain(words);
    const bloc = page.locator('#report .unsettled').filter({ hasText: 'as a coordinated bloc' });
    expect(await said(bloc.getByRole('list', { name: 'Asserts' }))).toMatch(
      /asserts F6 “assessments remain split” unknown/,
    );
    expect(await said(bloc.getByRole('list', { name: 'Denies or reports absence' }))).toMatch(
      /denies F6 “assessments remain split” unknown/,
    );
  });

  test('the filtration, as charts that are read without colour and as tables', async () => {
    await open();
    const charts = page.locator('#report .level');
    expect(await charts.locator('figcaption').allInnerTexts()).toEqual([
      'All claims',
      'Commitment 1 and deeper',
      'Commitment 2 and deeper, and the same for 3',
      'Commitment 4 and deeper',
      'Commitment 5 and deeper, and the same for 6 and 7',
    ]);
    expect(await charts.first().locator('svg').getAttribute('aria-label')).toBe(
      'All claims: at 0 2 tied pairwise and 3 joined by one claim; at 1 to 30 2 tied pairwise and 3 joined by one claim; at 31 to 50 2 tied pairwise and 3 joined by one claim; at 51 to 70 2 tied pairwise and 3 joined by one claim; at 71 to 100 0 tied pairwise and 0 joined by one claim. The table below has the same.',
    );
    // A thick line, and a hatched ground under a dashed one.
    const looks = await charts.first().evaluate((figure) => {
      const style = (selector: string) => getComputedStyle(figure.querySelector(selector) ?? figure);
      return [style('.tied').strokeDasharray, style('.joined-line').strokeDasharray, style('.joined').fill];
    });
    expect(looks[0]).toBe('none');
    expect(looks[1]).not.toBe('none');
    expect(looks[2]).toMatch(/^url\(/);
    const rows = async (level: number) =>
      (await charts.nth(level).locator('tbody tr').allInnerTexts()).map(seen);
    expect(await rows(0)).toEqual([
      '0 unknown kept CHN RUS 3 PRK RUS 3 9 2 CHN RUS PRK RUS 3 CHN PRK RUS 4 none',
      '1–30 CHN RUS 3 PRK RUS 3 6 2 CHN RUS PRK RUS 3 CHN PRK RUS 2 none',
      '31–50 CHN RUS 3 PRK RUS 2 6 2 CHN RUS PRK RUS 3 CHN PRK RUS 2 none',
      '51–70 CHN RUS 2 4 2 CHN RUS 3 CHN PRK RUS 2 none',
      '71–100 0 0 0 0 none',
    ]);
    await charts.nth(2).locator('summary').click();
    expect((await rows(2)).map((r) => r.split(' ').at(-1))).toEqual([
      'Russia',
      'Russia',
      'Russia',
      'none',
      'none',
    ]);
  });

  test('balance by name: indeterminate, and why', async () => {
    await open();
    const told = await line('Structural balance');
    expect(told).toContain('Indeterminate: 1 China, North Korea and Russia');
    expect(told).toContain(
      'China – North Korea 1 claim is tied with the other sign by claims of more: 5 claims',
    );
    expect(told).not.toMatch(/Balanced:|Unbalanced:/);
  });

  test('coverage and age, and none only as far as it is covered', async () => {
    await open();
    expect(await line('Coverage and age')).toMatch(
      /^Coverage and age Covered\. .* Covers until 2025-09-03 Newest source 2025-09-03/,
    );
    expect(await line('Who else is joined to all of them')).toContain('None told');
    await open('/?q=bloc&on=2019-01-01');
    expect(await line('Who else is joined to all of them')).toContain('Not covered');
    expect(await line('Coverage and age')).toContain('Not covered.');
    const steps = page.locator('#report .level').first();
    expect(await steps.locator('tbody td').allInnerTexts()).toContain('not covered');
    expect(await steps.locator('tbody td').allInnerTexts()).not.toContain('0');
    expect(await steps.locator('svg').getAttribute('aria-label')).toMatch(/not covered tied pairwise/);
    expect(await steps.locator('svg').getAttribute('aria-label')).not.toMatch(/\b0 tied|\b0 joined/);
  });

  test('a sentence to quote, the same as elsewhere, is copied by a button', async () => {
    await open('/?q=bloc&threshold=20');
    const answer = await running.api<Answer>('/api/questions/bloc?states=CHN,RUS,PRK&threshold=20');
    expect(await text(page, '#report blockquote >> nth=0')).toBe(sentence(answer));
    expect(sentence(answer)).toContain('at a confidence of at least 20, unknown confidence left out');
    await page.getByRole('button', { name: 'Copy the sentence' }).click();
    await says(page, '[aria-live="polite"]', /Sentence copied|Not copied/);
  });
});

describe('the page', () => {
  test('is opened by B, is a link, and is closed by Back, by Esc and by its button', async () => {
    page = await running.open();
    await press('b');
    await expect.poll(question, soon).toBe('bloc');
    await ready();
    await expect.poll(focused, soon).toBe('report-title');
    expect(
      await page.getByRole('button', { name: /^Report: is it a bloc/ }).getAttribute('aria-pressed'),
    ).toBe('true');
    await page.goBack();
    await expect.poll(() => page.locator('#report').count(), soon).toBe(0);
    await page.goForward();
    await ready();
    await press('Escape');
    await expect.poll(() => page.locator('#report').count(), soon).toBe(0);
    expect(question()).toBeNull();
    await says(page, '#status', '25 claims stand');
    await page.getByRole('button', { name: /^Report: is it a bloc/ }).click();
    await ready();
    await page.getByRole('button', { name: 'Close the report' }).click();
    await expect.poll(() => page.locator('#report').count(), soon).toBe(0);
    // The focus is back where it was.
    await expect.poll(focused, soon).toMatch(/^Report: is it a bloc/);
  });

  test('stands beside the picture, and pointing at a line lights its claims there', async () => {
    await open();
    const box = await page.locator('#report').boundingBox();
    const main = await page.locator('#main').boundingBox();
    expect(box?.width ?? 0).toBeLessThan((main?.width ?? 0) * 0.6);
    expect(await lit()).toEqual([]);
    await page.locator('#report .triad-ties li').first().locator('.link').first().hover();
    await expect.poll(lit, soon).toEqual(['beijing-2025/china-north-korea-tension']);
    await page.locator('#report .joint-claim').filter({ hasText: 'Joint appearance' }).hover();
    await expect.poll(lit, soon).toEqual(['beijing-2025/joint-appearance']);
    await page.locator('#tools').hover();
    await expect.poll(lit, soon).toEqual([]);
    expect(running.trouble(page)).toEqual({ told: [], outside: [] });
  });

  test('every number shows its claims: in the address, the table and the inspector', async () => {
    await open();
    await part('Structural balance')
      .getByRole('button', { name: /^5 claims/ })
      .click();
    await expect.poll(() => selected()?.split(',').length, soon).toBe(5);
    await says(page, '#right', '5 claims');
    // The table is folded where the picture needs its room.
    await quiet(page);
    if ((await page.locator('#dock tbody').count()) === 0) await press('t');
    await expect.poll(() => page.locator('#dock tr[aria-selected="true"]').count(), soon).toBe(5);
    await page.locator('#report .deepest .claim-name').first().click();
    await says(page, '#right .title', 'Joint appearance at the Victory Day parade');
    // The report stays open until it is closed, and the selection after it.
    await press('Escape');
    await expect.poll(question, soon).toBeNull();
    expect(selected()).toBe('beijing-2025/joint-appearance');
    await open('/?q=bloc');
    const numbers = page.locator('#report button[data-lights]');
    const all = await numbers.evaluateAll((buttons) =>
      buttons.map((b) => b.getAttribute('data-lights') ?? ''),
    );
    expect(all.length).toBeGreaterThan(80);
    expect(all.filter((ids) => !ids.startsWith('beijing-2025/'))).toEqual([]);
  });

  test('shows the query of each part', async () => {
    await open();
    await page.getByRole('button', { name: 'Show the Cypher of: As the threshold rises' }).click();
    await expect.poll(focused, soon).toBe('Copy');
    expect(
      await page.evaluate(() => document.activeElement?.closest('section')?.getAttribute('aria-label')),
    ).toBe('bloc/claims');
  });

  test('is worked by key alone', async () => {
    page = await running.open();
    await press('b');
    await ready();
    await expect.poll(focused, soon).toBe('report-title');
    for (let i = 0; i < 30 && (await focused()) !== 'Joint appearance at the Victory Day parade'; i += 1)
      await press('Tab');
    await expect.poll(lit, soon).toEqual(['beijing-2025/joint-appearance']);
    await press('Enter');
    await says(page, '#right .title', 'Joint appearance at the Victory Day parade');
    expect(selected()).toBe('beijing-2025/joint-appearance');
    // From the report the way leads on to the picture.
    await page.locator('#report button').last().focus();
    await press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#tools') !== null)).toBe(true);
  });

  test('says how many states it takes', async () => {
    page = await running.open('/?q=bloc&states=CHN');
    await says(page, '#report', 'Choose two states to ask this question');
  });
});

describe('where there is less room', () => {
  test('it covers the picture, which is out of reach until it is closed', async () => {
    await open('/?q=bloc', { width: 390, height: 844 });
    const box = await page.locator('#report').boundingBox();
    expect(box?.width).toBe(390);
    expect(await page.locator('.picture').evaluate((e) => (e as HTMLElement).inert)).toBe(true);
    const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(wide)).toBe(0);
    await page.locator('#report .deepest .claim-name').first().click();
    await says(page, '#right .title', 'Joint appearance at the Victory Day parade');
    await page.getByRole('button', { name: 'Close the report' }).click();
    await expect
      .poll(() => page.locator('.picture').evaluate((e) => (e as HTMLElement).inert), soon)
      .toBe(false);
  });

  test.each([
    [683, 384],
    [800, 500],
    [1366, 768],
  ])('at %i × %i nothing is lost at its sides', async (width, height) => {
    await open('/?q=bloc', { width, height });
    const lost = await page.locator('#report').evaluate((e) => e.scrollWidth - e.clientWidth);
    expect(lost).toBe(0);
  });
});

test('on paper there is the report and nothing else, all of it, dark on light', async () => {
  await open('/?q=bloc', { before: (p) => p.emulateMedia({ colorScheme: 'dark' }) });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  for (const other of ['header', '#left', '#dock', '#right', '#canvas', '#tools'])
    expect(await page.locator(other).first().isVisible(), other).toBe(false);
  expect(await page.locator('#report details:not([open])').count()).toBe(0);
  expect(await page.getByText(/^Show \d+ more of/).count()).toBe(0);
  const [shown, whole, ink] = await page
    .locator('#report')
    .evaluate((e) => [e.clientHeight, e.scrollHeight, getComputedStyle(e).color]);
  expect(shown).toBe(whole);
  expect(ink).toBe('rgb(23, 32, 43)');
});

describe.each<['light' | 'dark', number, number]>([
  ['light', 1600, 1000],
  ['dark', 1600, 1000],
  ['light', 390, 844],
  ['dark', 1366, 768],
])('axe finds nothing, %s at %i × %i', (colorScheme, width, height) => {
  test('in the report with its tables unfolded', async () => {
    const before = (p: Page) => p.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open('/?q=bloc', { width, height, before });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await broken(page)).toEqual([]);
  });
});

describe('a look-alike of the alliances', () => {
  beforeAll(async () => {
    await store(running.graph, DATASET, lookAlike, vocabulary());
  });
  afterAll(() => onlySample(running.graph));

  test('in 2000 three pacts of two, and no joint claim', async () => {
    await open(`/?q=bloc&states=CHN,RUS,PRK&dataset=${DATASET}&on=2000-07-01`);
    const told = await line('What joins all of them');
    expect(told).toContain('Deepest that joins all of them No claim that has a commitment and stands.');
    expect(told).toMatch(
      /Deepest tie of any two Commitment 6, defence or offence pact China – North Korea, by claims of these two alone: defence/,
    );
    expect(await line('Structural balance')).toContain('Balanced: 1');
  });

  test('in 2018 one of commitment 5, which binds them to rivals as much as to each other', async () => {
    await open(`/?q=bloc&states=CHN,RUS,PRK&dataset=${DATASET}&on=2018-07-01`);
    const told = await line('What joins all of them');
    expect(told).toContain('Commitment 5, neutrality or non-aggression pact amity');
    expect(told).toContain(
      'It ties 3 others to them as it ties them to each other, so it binds nobody to anybody against these.',
    );
    expect(told).toContain(
      'Rivals among these, tied negatively with some of them by other claims: United States.',
    );
    expect(told).toContain('Bound more deeply elsewhere, without them: Japan.');
    // The one defence obligation among the three is of two of them.
    expect(told).toContain(
      'Commitment 6, defence or offence pact China – North Korea, by claims of these two alone: defence',
    );
    expect(told).toContain('No claim that joins all of them is as deep.');
    expect(await line('Rivals among the others')).toContain(
      'United States with China and North Korea: War, 1950-06-25 to 1953-07-27, in cases, 1 claim',
    );
    expect(await line('Bound more deeply without them')).toContain(
      'Japan, with United States: commitment 6, 1 claim',
    );
    // What is not in the picture is looked up.
    await part('Bound more deeply without them')
      .getByRole('button', { name: /^1 claim/ })
      .first()
      .click();
    await says(page, '#right .title', 'alliance');
  });

  test('two data sets stand in parts of their own, nothing summed', async () => {
    await open('/?q=bloc&states=CHN,RUS,PRK');
    expect(await page.locator('#report .report-set > h2').allInnerTexts()).toEqual([
      'The Beijing parade, 3 September 2025',
      DATASET,
    ]);
    expect(await part('What joins all of them').count()).toBe(2);
  });
});
