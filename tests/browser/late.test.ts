// What is told is true of the view that is shown, also where an answer comes late or not at all; and nothing is lost meanwhile.
import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../model/answer.ts';
import { quiet, runForTests, running, said, says, soon, text } from '../support/running.ts';

runForTests();
let page: Page;

/** Holds what a page asks at an address. @returns lets it go */
async function hold(p: Page, url: RegExp): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await p.route(url, async (route) => {
    await held;
    await route.fallback();
  });
  return letGo;
}

const refuse = (code: string, status: number, title: string) => (route: Route) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: `/problems/${code}`, code, title, status, detail: `${title}.` }),
  });
const away = refuse('graph-unavailable', 503, 'Neo4j does not answer');

const slider = () => page.getByRole('slider', { name: 'Confidence, at least' });

describe('the handle', () => {
  test('stays where it is when an answer comes while it moves', async () => {
    page = await running.open();
    await quiet(page);
    const letGo = await hold(page, /questions\/around\?.*threshold=10\b/);
    await slider().focus();
    await page.keyboard.press('PageUp');
    await page.keyboard.down('PageUp');
    await says(page, '#left', 'statements at 20 or more');
    letGo();
    await quiet(page);
    expect(await text(page, '#left')).toContain('statements at 20 or more');
    const asked = page.waitForRequest(/questions\/around\?.*threshold=20\b/);
    await page.keyboard.up('PageUp');
    await asked;
    const { count } = await running.api<Answer>('/api/questions/around?states=CHN,RUS,PRK&threshold=20');
    await says(page, '#status', `${count.stands} claims stand`);
    await says(page, '#left', 'statements at 20 or more');
    await expect.poll(() => page.url(), soon).toContain('threshold=20');
  });

  test('that is back where it was lets the picture follow other changes again', async () => {
    page = await running.open();
    await quiet(page);
    await slider().focus();
    await page.keyboard.down('PageUp');
    await says(page, '#left', 'statements at 10 or more');
    await page.keyboard.down('PageDown');
    await says(page, '#left', 'statements at 0 or more');
    await page.keyboard.up('PageDown');
    await page.keyboard.up('PageUp');
    const light = await inkOfPicture();
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await expect.poll(inkOfPicture, soon).not.toBe(light);
  });
});

/** The colour of the name of a state in the picture. */
const inkOfPicture = () =>
  page.evaluate(() => {
    type Node = { style(name: string): string };
    type Registered = { _cyreg?: { cy: { getElementById(id: string): Node } } };
    const stage = document.querySelector('#canvas > div') as (Element & Registered) | null;
    return stage?._cyreg?.cy.getElementById('state:CHN').style('color');
  });

describe('what is selected', () => {
  test('stays selected where it cannot be looked up for a time, and what is wrong is told', async () => {
    page = await running.open('/?sel=state:CHN', {
      before: (p) => p.route(/api\/entities\/state(:|%3A)CHN$/, away),
    });
    await says(page, '#notices', 'Neo4j does not answer');
    expect(await text(page, '#notices')).not.toContain('no longer in the graph');
    await says(page, '#right .title', 'China');
    await page.unroute(/api\/entities\/state(:|%3A)CHN$/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => text(page, '#notices'), soon).toBe('');
    await says(page, '#right .title', 'China');
  });

  test('since is not lost when a claim of the link turns out to be gone', async () => {
    let letGo = () => {};
    page = await running.open('/?sel=beijing-2025/never-claimed', {
      before: async (p) => {
        letGo = await hold(p, /api\/claims\/beijing-2025\/never-claimed/);
      },
    });
    const row = page.locator('#dock tbody .row-title').first();
    const title = await said(row);
    await row.click();
    await says(page, '#right .title', title);
    letGo();
    await says(
      page,
      '#notices',
      '1 claim in this link is no longer in the graph: beijing-2025/never-claimed. The rest is shown',
    );
    await says(page, '#right .title', title);
  });

  test('is called an entity where it is one', async () => {
    page = await running.open('/?sel=person:nobody');
    await says(page, '#notices', '1 entity in this link is no longer in the graph: person:nobody');
  });
});

describe('a part of the page that does not come', () => {
  test('is told in its place, and comes when it is tried again', async () => {
    page = await running.open();
    await page.route(/assets\/ExportDialog/, (route) => route.abort());
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await says(page, '[role="dialog"]', 'This part of the page did not come');
    await says(page, '#status', '25 claims stand');
    await page.unroute(/assets\/ExportDialog/);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await dialog.getByRole('button', { name: 'Save the file' }).waitFor(soon);
  });

  test('leaves the rest of the page where it is of a report', async () => {
    page = await running.open('/', {
      before: (p) => p.route(/assets\/BlocReport/, (route) => route.abort()),
    });
    await page.keyboard.press('b');
    await says(page, '#report', 'This part of the page did not come');
    await page.unroute(/assets\/BlocReport/);
    await page.locator('#report').getByRole('button', { name: 'Try again' }).click();
    await says(page, '#report', 'Joint claims');
  });
});

describe('an answer', () => {
  const korea = () => page.getByRole('button', { name: 'Remove North Korea' });
  const removeKorea = () => korea().click();
  const isRemoved = () => expect.poll(() => korea().count(), soon).toBe(0);

  test('is told with its own states until the next one is there', async () => {
    page = await running.open('/?q=joint');
    await says(page, '#status', 'China, Russia and North Korea together, others too');
    await quiet(page);
    const letGo = await hold(page, /questions\/joint\?/);
    await removeKorea();
    await isRemoved();
    expect(await text(page, '#right')).toContain('China, Russia and North Korea together, others too');
    expect(await text(page, '#status')).toContain('China, Russia and North Korea together, others too');
    letGo();
    await says(page, '#status', 'Joint, China and Russia together, others too');
  });

  test('does not stay where the next one fails', async () => {
    page = await running.open('/?q=joint');
    await says(page, '#status', 'China, Russia and North Korea together, others too');
    await page.route(/questions\/joint\?/, refuse('query-timeout', 504, 'The query took too long'));
    await removeKorea();
    await says(page, '#notices', 'The query took too long');
    await says(page, '#right', 'No answer.');
    await says(page, '#status', /\d+ claims stand/);
    expect(await text(page, '#status')).not.toContain('together');
  });

  test('is told with its own states in its report, too', async () => {
    page = await running.open('/?q=bloc');
    await says(page, '#report', 'Joint claims');
    const letGo = await hold(page, /questions\/bloc\?/);
    await removeKorea();
    await isRemoved();
    expect(await text(page, '.report-about')).toBe('China, Russia and North Korea');
    letGo();
    await expect.poll(() => text(page, '.report-about'), soon).toBe('China and Russia');
  });
});

describe('after a step', () => {
  test('a claim that is not in the picture is judged anew, and so are its queries', async () => {
    page = await running.open('/?states=IND&sel=beijing-2025/coordinated-bloc');
    await says(page, '#right .banner', 'Contested');
    await page.locator('#right').getByRole('button', { name: 'Show the Cypher' }).click();
    await says(page, '#right .cypher', '"threshold": 0');
    await slider().focus();
    await page.keyboard.press('End');
    await says(page, '#right .banner', 'Out');
    await says(page, '#right .cypher', '"threshold": 100');
    expect(await text(page, '#right .cypher')).not.toContain('"threshold": 0');
  });

  test('the table is narrowed no longer to what was told of the view before', async () => {
    page = await running.open();
    await page.getByRole('button', { name: '8 looked for, denied or unclear' }).click();
    await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(8);
    await page.getByRole('radio', { name: /^Trilateral/ }).click();
    await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(10);
    expect(await page.getByRole('button', { name: /^Show all, not only/ }).count()).toBe(0);
  });
});

test('why a statement does not count is told by what keeps it from it', async () => {
  page = await running.open('/?known=2025-01-01&sel=beijing-2025/coordinated-bloc');
  await says(page, '#right .statement >> nth=0', 'Does not count: published after 2025-01-01');
});
