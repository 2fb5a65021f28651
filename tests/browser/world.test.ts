// Very many states on one canvas: ties fold, states keep their places, names and legs come when they are asked for, and a
// step in time is drawn before the server has answered.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../../model/answer.ts';
import { load } from '../../server/load/load.ts';
import { generatedWorld } from '../bench/generated.ts';
import { complete, quiet, runForTests, running, says, soon } from '../support/running.ts';
import { onlySample } from '../support/sample.ts';

runForTests();
let page: Page;
beforeAll(async () => {
  const bytes = (async function* () {
    yield Buffer.from([...generatedWorld('world')].join('\n'));
  })();
  await load(running.graph, [{ path: 'world.jsonl', bytes }]);
});
afterEach(() => page?.close());
afterAll(() => onlySample(running.graph));

interface Item {
  id: string;
  claims: string[];
  label: string;
  source: string;
  target: string;
  x: number;
  y: number;
}

/** The elements of the canvas that a selector of Cytoscape finds. */
const items = (selector: string): Promise<Item[]> =>
  page.evaluate((s) => {
    const box = document.querySelector('#canvas > div') as unknown as {
      _cyreg: { cy: { elements(s: string): { map<T>(f: (e: never) => T): T[] } } };
    };
    type Element = { id(): string; data(k: string): string; style(k: string): string; position(): Item };
    return box._cyreg.cy.elements(s).map((e: Element) => ({
      id: e.id(),
      claims: (e.data('claims') ?? []) as unknown as string[],
      label: e.style('label'),
      source: e.data('source'),
      target: e.data('target'),
      x: e.position()?.x ?? 0,
      y: e.position()?.y ?? 0,
    }));
  }, selector);
const zoomNow = () =>
  page.evaluate(() =>
    (
      document.querySelector('#canvas > div') as unknown as { _cyreg: { cy: { zoom(): number } } }
    )._cyreg.cy.zoom(),
  );
const open = (query: string) => running.open(`/?dataset=world&${query}`, { width: 1600, height: 1000 });
const ties = () => items('edge[type="tie"]');
const claimsDrawn = async () => [...new Set((await items('[claims]')).flatMap((e) => e.claims))].sort();
const claimsOn = async (day: string) => {
  const origin = new URL(page.url()).origin;
  const answer = (await (
    await fetch(`${origin}/api/questions/around?dataset=world&on=${day}`)
  ).json()) as Answer;
  return answer.claims.map((c) => c.claim.id).sort();
};

test('claims of one pair and one sign are one line, and claims of three and more are never lines', async () => {
  page = await open('on=2000-06-01');
  const pair = (await ties()).filter((e) => [e.source, e.target].sort().join() === 'state:CHN,state:RUS');
  expect(pair.map((e) => e.claims.length).sort()).toEqual([1, 3]);
  const shapes = await items('node[kind="Claim"]');
  expect(shapes.map((s) => s.label).sort()).toEqual(['3', '34', '5']);
  expect(await items('edge[type="leg"]')).toEqual([]);
});

test('states and shapes stand on one day where they stand on another', async () => {
  page = await open('on=2000-06-01');
  const before = new Map((await items('node')).map((n) => [n.id, n]));
  await page.goto(page.url().replace('2000-06-01', '2010-06-01'));
  await complete(page);
  const after = await items('node');
  expect(after.length).toBeGreaterThan(40);
  expect(after.length).toBeLessThan(before.size);
  for (const n of after) expect([n.x, n.y]).toEqual([before.get(n.id)?.x, before.get(n.id)?.y]);
});

test('a claim shows its legs while it is selected, a state those of all its claims', async () => {
  page = await open('on=2000-06-01&sel=world/of-34');
  expect(await items('edge[type="leg"]')).toHaveLength(34);
  await page.keyboard.press('Escape');
  await expect.poll(() => items('edge[type="leg"]'), soon).toEqual([]);
});

test('states with few claims are left out when asked, and the picture says so', async () => {
  page = await open('on=2000-06-01');
  const all = (await items('node[entity]')).length;
  await page.goto(`${page.url()}&degree=4`);
  await complete(page);
  await says(page, '#status', /States with at least 4 claims: \d+ of \d+/);
  const some = (await items('node[entity]')).length;
  expect(some).toBeLessThan(all);
  const told = /claims: (\d+) of (\d+)/.exec((await page.locator('#status').textContent()) ?? '');
  expect([Number(told?.[1]), Number(told?.[2])]).toEqual([some, all]);
  await page.getByRole('button', { name: 'More claims' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('degree'), soon).toBe('5');
  await page.getByRole('button', { name: /^Clear: States with at least 5/ }).click();
  await expect.poll(async () => (await items('node[entity]')).length, soon).toBe(all);
});

test('the picture that is saved has the code of every state and the number of every shape, although nobody saw it', async () => {
  page = await open('on=2000-06-01');
  const labels = (await items('node[world]')).map((n) => n.label).filter((label) => label !== '');
  expect(labels.length).toBeGreaterThan(40);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('radio', { name: /^SVG, the picture/ }).click();
  const [got] = await Promise.all([
    page.waitForEvent('download', soon),
    page.locator('.making .primary:enabled').click(),
  ]);
  const svg = readFileSync(await got.path(), 'utf8');
  const written = new Set([...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, words]) => words));
  expect(labels.filter((label) => !written.has(label))).toEqual([]);
});

test('there are codes from afar and names from near', async () => {
  page = await open('on=2000-06-01');
  expect((await items('node[id="state:JPN"]')).map((n) => n.label)).toEqual(['JPN']);
  for (let i = 0; i < 6; i++) await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect
    .poll(async () => (await items('node[id="state:JPN"]')).map((n) => n.label), soon)
    .toEqual(['JPN\n\nJapan']);
});

test('what is chosen in the search is turned to', async () => {
  page = await open('on=2000-06-01');
  const before = await zoomNow();
  await page.locator('#search').fill('Japan');
  await page
    .getByRole('option', { name: /^Japan/ })
    .first()
    .click();
  await expect.poll(zoomNow, soon).toBeGreaterThan(Math.max(1.1, before));
});

test('a step in time is drawn before the server answers, and is what it answers', async () => {
  page = await open('on=2000-06-01');
  // The claims of all times come after the picture.
  await page.waitForFunction(
    () => performance.getEntriesByType('resource').some((r) => r.name.endsWith('around?dataset=world')),
    undefined,
    soon,
  );
  // It has come, and has to be held as well.
  await quiet(page);
  const days = ['2005-12-31', '2010-06-01', '1990-06-01', '1994-12-31'];
  const expected = await Promise.all(days.map(claimsOn));
  await page.route('**/api/questions/**', () => undefined);
  for (const [i, day] of days.entries()) {
    await page.getByRole('textbox', { name: 'On', exact: true }).fill(day);
    await page.keyboard.press('Enter');
    await expect.poll(claimsDrawn, soon).toEqual(expected[i]);
  }
  await page.unroute('**/api/questions/**');
});
