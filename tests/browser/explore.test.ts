// The first screen and the first minute: what is shown with nothing clicked, and what a question and a claim open.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  legendRows,
  questionCounts,
  quiet,
  runForTests,
  running,
  said,
  says,
  soon,
  tableTitles,
  text,
} from '../support/running.ts';

runForTests();
let page: Page;

const claimOf = (title: string) => page.locator('#right .start').filter({ hasText: title });

describe('the first screen', () => {
  test('counts what stands apart from what does not, in every place', async () => {
    page = await running.open();
    await says(page, '#status', '25 claims stand: 23 asserted, 2 contested');
    await says(page, '#status', '8 looked for, denied or unclear · 2 not drawn here');
    await expect.poll(() => questionCounts(page), soon).toEqual(['7', '4', '9', '0', '0', '0', '0', '3']);
    const states = async () =>
      (await page.locator('.toggles button').allInnerTexts()).map((s) => s.replace(/\s+/g, ' ').trim());
    await expect
      .poll(states, soon)
      .toEqual([
        'Asserted 23 stand',
        'Contested 2 stand',
        'Unverified 0 stand',
        'No evidence 4',
        'Denied 1',
        'Open 3',
      ]);
    await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(33);
    expect(await text(page, '#dock [role="tablist"]')).toBe(
      'Claims 33 Entities 22 Statements 43 Disputes 2 Timeline 24',
    );
    expect(await text(page, '#dock .in-step')).toBe('In step with the picture');
  });

  test('has a legend of what is in the picture', async () => {
    page = await running.open();
    const rows = async () => (await legendRows(page)).map((row) => row.replace(/ (stand|do not)\b/g, ''));
    await expect
      .poll(rows, soon)
      .toEqual([
        '+ Cooperation 11 · 8',
        '− Conflict 6',
        '± With and against 2',
        '○ Neutral 4',
        'Done, in force 17',
        'Agreed, announced 2',
        'Planned, alleged … 4 · 8',
        'High 13',
        'Medium 7',
        'Unknown 3',
        '≠ Contested 2',
        '∅ No evidence 4',
        '× Denied 1',
        '? Open 3',
        'Two 11 · 2',
        'Three 4 · 6',
        'Four or more 2',
        'Not all known 6',
        'Military 3 · 4',
        'Economic 3 · 1',
        'Diplomatic 16 · 2',
        'Other 1 · 1',
      ]);
    await says(page, '.legend-foot', 'A line between two states is derived from one bilateral claim.');
  });

  test('says where to look first', async () => {
    page = await running.open();
    await says(page, '#right', '33 claims, 43 statements, 1 source.');
    const headings = await page.locator('#right .start b').allInnerTexts();
    expect(headings).toEqual([
      'They appeared together',
      'A pact: looked for, not found',
      'A bloc: the statements disagree',
      'A memorandum is not a pipeline',
    ]);
  });

  test('names the picture and every item of it to those who do not see it', async () => {
    page = await running.open();
    const canvas = page.locator('#canvas');
    expect(await canvas.getAttribute('aria-label')).toBe(
      'Network of states and their claims round China, Russia and North Korea. 33 claims, 25 stand.',
    );
    const items = await canvas.locator('li').allTextContents();
    expect(items[0]).toMatch(/claims? stands?/);
    const joint = items.filter((item) => item.startsWith('Joint appearance'));
    expect(joint).toHaveLength(1);
    expect(joint[0]).toContain('asserted. 70. China, Russia and North Korea');
  });

  test('narrows the table by a part of the line above it', async () => {
    page = await running.open();
    await page.getByRole('button', { name: '8 looked for, denied or unclear' }).click();
    await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(8);
    await page.getByRole('button', { name: /^Show all, not only/ }).click();
    await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(33);
    await page.getByRole('button', { name: '2 not drawn here' }).click();
    await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(2);
  });
});

describe('the answer to a question', () => {
  test('tells in how many joint claims all act, and each group apart', async () => {
    page = await running.open('/?q=joint');
    await says(page, '#right', 'In 7 of the 9 claims that stand all of them are actors.');
    await says(page, '#right', 'All of them are actors 7 claims stand, 1 of them contested, 6 do not');
    page = await running.open('/?q=bilateral');
    await says(page, '#right', 'North Korea and Russia 3 claims stand, 1 of them contested');
    page = await running.open('/?q=sides');
    await says(page, '#right', 'On the same side: China, Russia and North Korea 3 claims stand');
  });
});

describe('a contested claim', () => {
  test('shows both sides with their quotes, and nothing as settled', async () => {
    page = await running.open();
    await claimOf('A bloc: the statements disagree').click();
    await says(page, '#right .banner', 'Contested');
    await says(page, '#right .banner', '1 asserts, 1 denies');
    await says(page, '#right .title', 'China, Russia and North Korea as a coordinated bloc');
    const sides = await page.locator('#right .side').allInnerTexts();
    expect(sides.map((s) => s.replace(/\s+/g, ' ').toLowerCase())).toEqual([
      'asserts 1',
      'denies or reports absence 1',
    ]);
    const statements = page.locator('#right .statement');
    expect(await statements.count()).toBe(2);
    for (const statement of await statements.all()) {
      const quote = (await said(statement.locator('blockquote'))).replace(/[“”]/g, '');
      expect(quote.split(' ').length).toBeGreaterThan(1);
      expect(await said(statement.locator('.grade'))).toMatch(/^F\d/);
      expect(await said(statement.locator('.meter-line'))).toContain('unknown');
    }
    await says(page, '#right', /F6/);
    // Each number has its own line, and both are unknown.
    const facts = await text(page, '#right .facts >> nth=0');
    expect(facts).toMatch(/For \? unknown · 1 origin/);
    expect(facts).toMatch(/Against \? unknown · 1 origin/);
  });

  test('has no colour of success on a quote: found is not true', async () => {
    page = await running.open('/?sel=beijing-2025/coordinated-bloc');
    await says(page, '#right .quote-mark', /Words found in the source|Source text not held/);
    const [mark, success, ink2] = await page.evaluate(() => {
      const root = getComputedStyle(document.documentElement);
      const span = document.querySelector('.quote-mark');
      const probe = document.createElement('i');
      document.body.append(probe);
      const seen = (name: string) => {
        probe.style.color = root.getPropertyValue(name);
        return getComputedStyle(probe).color;
      };
      const icon = span?.querySelector('svg');
      const colours = [span, icon].map((e) => (e == null ? '' : getComputedStyle(e).color));
      return [colours, 'rgb(30, 107, 69)', seen('--ink-2')] as const;
    });
    expect(mark).toEqual([ink2, ink2]);
    expect(mark).not.toContain(success);
  });

  test('is the selected row of the table, and is read out', async () => {
    page = await running.open();
    // The counts are told a little after the picture; told later they would take the place of what is selected.
    await quiet(page);
    await claimOf('A bloc: the statements disagree').click();
    await expect
      .poll(() => page.locator('#dock tr[aria-selected="true"] .row-title').allInnerTexts(), soon)
      .toEqual(['China, Russia and North Korea as a coordinated bloc']);
    await expect
      .poll(() => text(page, '[aria-live="polite"]'), soon)
      .toMatch(
        /^Contested\. China, Russia and North Korea as a coordinated bloc\. .*alleged.*Three principals\. Confidence unknown against unknown\. 1 asserts, 1 denies\./,
      );
    expect(page.url()).toContain('sel=beijing-2025/coordinated-bloc');
  });
});

describe('a question', () => {
  test('keeps its answer in the light, tells what does not stand apart, and clears by a second click', async () => {
    page = await running.open();
    const trilateral = page.getByRole('radio', { name: /^Trilateral/ });
    await trilateral.click();
    await says(page, '#status', 'Trilateral, exactly China, Russia and North Korea');
    await says(page, '#status', '4 stand: 3 asserted, 1 contested · 6 do not: 4 not found, 1 denied, 1 open');
    await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(10);
    const titles = await tableTitles(page);
    expect(titles).toContain('China, Russia and North Korea as a coordinated bloc');
    expect(await trilateral.getAttribute('aria-checked')).toBe('true');
    await expect.poll(() => dimmed(), soon).toBeGreaterThan(5);
    await trilateral.click();
    await says(page, '#status', '25 claims stand');
    await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(33);
    await expect.poll(() => dimmed(), soon).toBe(0);
  });

  test('shows the Cypher that ran, with its parameters', async () => {
    page = await running.open('/?q=trilateral');
    await page.locator('#status').getByRole('button', { name: 'Show the Cypher' }).click();
    const shown = page.locator('#right .cypher section').first();
    await shown.waitFor(soon);
    const [cypher = '', parameters = ''] = await shown.locator('pre').allTextContents();
    const file = readFileSync(path.resolve('cypher/questions/trilateral.cypher'), 'utf8');
    // The file begins with a head of comments; what follows is what has to have run.
    const body = file
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('//'))
      .map((line) => line.trim());
    const ran = cypher.split('\n').map((line) => line.trim());
    for (const line of body) expect(ran).toContain(line);
    const values = JSON.parse(parameters) as Record<string, unknown>;
    expect(JSON.stringify(values)).toContain('state:PRK');
    expect(JSON.stringify(values)).toContain('threshold');
  });

  test('that finds nothing says what there is instead', async () => {
    page = await running.open('/?q=trilateral&states=CHN,RUS,IND');
    await says(page, '#right', 'No claim joins all three.');
    await page.getByRole('button', { name: 'Show the pairs' }).click();
    await says(page, '#status', 'Bilateral');
  });

  test('that lacks states says how many to choose', async () => {
    page = await running.open('/?q=trilateral&states=CHN,RUS');
    await says(page, '#right', 'Choose three states to ask this question');
  });
});

/** How many elements of the picture are faded. */
const dimmed = () =>
  page.evaluate(() => {
    type Registered = { _cyreg?: { cy: { elements(selector: string): { length: number } } } };
    const stage = document.querySelector('#canvas > div') as (Element & Registered) | null;
    return stage?._cyreg?.cy.elements('.dim').length ?? -1;
  });

test('while an answer is asked the inspector says so, and names the question', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  page = await running.open('/', {
    before: (p) =>
      p.route('**/api/questions/sides?**', async (route) => {
        await held;
        await route.continue();
      }),
  });
  await page.getByRole('radio', { name: /^Sides/ }).click();
  await says(page, '#right', /Sides With and against Asking …/);
  expect(await page.locator('#right [aria-busy="true"]').count()).toBe(1);
  release();
  await says(page, '#right', /On opposite sides|on the same side/i);
  expect(await page.locator('#right').textContent()).not.toContain('Asking');
});

test('where several are on opposite sides each claim says who is against whom', async () => {
  page = await running.open('/?q=sides&states=CHN,RUS,PRK,USA');
  await says(page, '#right', 'United States against China, Russia and North Korea');
  await says(page, '#right', 'China, Russia and North Korea against United States');
});
