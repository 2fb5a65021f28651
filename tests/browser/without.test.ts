// What is said where there is nothing to see: an empty graph, states that nobody names, a Neo4j that is away.
import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { serve, testGraph } from '../api/served.ts';
import {
  complete,
  quiet,
  runForTests,
  running,
  says,
  soon,
  text,
  writtenInPicture,
} from '../support/running.ts';
import { onlySample } from '../support/sample.ts';
import { empty, makeReady } from '../support/store.ts';

runForTests();
let page: Page;

/** What the API says when its Neo4j does not answer. */
const away = (route: Route) =>
  route.fulfill({
    status: 503,
    contentType: 'application/problem+json',
    body: JSON.stringify({
      type: '/problems/graph-unavailable',
      code: 'graph-unavailable',
      title: 'Neo4j does not answer',
      status: 503,
      detail: 'Neo4j does not answer.',
    }),
  });

test('Neo4j away: it is said with the address, and the picture that is held stays', async () => {
  page = await running.open();
  await says(page, '#status', '25 claims stand');
  await page.route('**/api/questions/**', away);
  await page.getByRole('button', { name: 'Lowest' }).click();
  await says(page, '#notices', `Neo4j does not answer at bolt://`);
  await says(page, '#notices', /The picture below is from \d\d:\d\d\./);
  await says(page, '#status', '25 claims stand');
  expect(await page.locator('#dock tbody tr').count()).toBe(33);
  await page.unroute('**/api/questions/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => text(page, '#notices'), soon).toBe('');
  await says(page, '#status', 'claims stand');
});

test('Neo4j away from the start: it is said, and trying again opens the page', async () => {
  page = await running.open('/', { picture: false, before: (p) => p.route('**/api/**', away) });
  await says(page, '#notices', 'Neo4j does not answer');
  await page.unroute('**/api/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await complete(page);
  await says(page, '#status', '25 claims stand');
});

test('a query that is stopped says what would make it shorter, in the words of the server', async () => {
  page = await running.open();
  await page.route('**/api/questions/**', (route) =>
    route.fulfill({
      status: 504,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: '/problems/query-timeout',
        code: 'query-timeout',
        title: 'The query took too long',
        status: 504,
        detail: 'Stopped after 10 s. Name a day',
      }),
    }),
  );
  await page.getByRole('button', { name: 'Lowest' }).click();
  await says(page, '#notices', 'Stopped after 10 s. Name a day');
});

test('states that no claim names: that is said, and not an empty picture without words', async () => {
  page = await running.open('/?states=FJI,TON', { picture: false });
  await says(page, '#main .empty', 'No claim names these states.');
});

test('a day that no data set covers: not covered, which is not the same as none', async () => {
  page = await running.open('/?on=1900-01-01', { picture: false });
  await says(page, '#main .empty', 'Not covered');
});

test('outside of what is covered every view says so, and none says none', async () => {
  page = await running.open('/?on=1900-01-01&threshold=100&states=CHN,RUS,PRK&q=trilateral', {
    picture: false,
  });
  await says(page, '#status', 'Not covered');
  await says(page, '#right', /not covered\).*which is not the same as none/);
  for (const tab of ['Claims', 'Entities', 'Statements', 'Disputes', 'Timeline']) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    await says(page, '#dock .table-empty', /Not covered\..*which is not the same as none/);
  }
  const written = await writtenInPicture(page);
  expect(written.some((line) => /^Not covered\. .*which is not the same as none/.test(line))).toBe(true);
  expect(written.filter((line) => /^(0|No) claims?\b|: 0 claims/.test(line))).toEqual([]);
});

test.each(['bloc', 'bloc&threshold=100', 'changes&since=1899-01-01', 'paths&threshold=100'])(
  'outside of what is covered the report %s says so, and nothing is none there',
  async (q) => {
    const states = q.startsWith('paths') ? 'CHN,RUS' : 'CHN,RUS,PRK';
    page = await running.open(`/?on=1900-01-01&states=${states}&q=${q}`, { picture: false });
    await says(page, '#report .quotable', /not cover/i);
    await quiet(page);
    const told = await text(page, '#report');
    expect(
      told.match(/.{30}(?<!same as )\bnone\b(?! of these).{0,20}|\bNo (claim|tie)\b.{0,30}/gi) ?? [],
    ).toEqual([]);
  },
);

test('everything filtered: what is switched off is counted, and one click clears it', async () => {
  page = await running.open('/?threshold=95');
  await says(
    page,
    '#main .empty',
    /No claim stands at confidence 95\. \d+ of unknown confidence are switched off\./,
  );
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await says(page, '#status', '25 claims stand');
});

test('an empty graph offers the sample and an import, and the sample is shown when it is loaded', async () => {
  await empty(running.graph);
  await makeReady(running.graph);
  page = await running.open('/', { picture: false });
  await says(page, '#main .empty', 'The graph is empty.');
  await says(page, '#main .empty', 'Any format that Entente reads. A dry run shows what would change first');
  const buttons = page.locator('#main .empty').getByRole('button');
  expect(await buttons.allInnerTexts()).toEqual(['Load the sample', 'Import a file']);
  await buttons.nth(1).click();
  await says(page, '[role="dialog"]', 'Drop files here, or choose them');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count(), soon).toBe(0);
  await buttons.nth(0).click();
  await complete(page);
  await says(page, '#status', '25 claims stand');
  expect(await page.locator('#main .empty').count()).toBe(0);
  expect(running.trouble(page)).toEqual({ told: [], outside: [] });
});

test('an empty graph where imports are off says why and how else, and looks again when asked to', async () => {
  const graph = await testGraph();
  await empty(graph);
  const served = await serve(graph, { ENTENTE_IMPORTS: 'off' });
  try {
    page = await running.browser.newPage();
    await page.goto(served.url);
    await says(page, '#main .empty', 'The graph is empty.');
    await says(page, '#main .empty', 'entente load data/beijing-2025.yaml');
    await says(page, '#main .empty', 'Imports are off here. ENTENTE_IMPORTS is off.');
    await says(page, '#main .empty', 'entente load FILE --dry-run');
    await onlySample(graph);
    await page.getByRole('button', { name: 'Look again' }).click();
    await complete(page);
    await says(page, '#status', '25 claims stand');
  } finally {
    await page.close();
    await served.stop();
    await graph.close();
  }
});
