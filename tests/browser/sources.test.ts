// One source that two data sets tell differently: each statement goes by its own data set's entry, the source by both.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { load } from '../../server/load/load.ts';
import { file } from '../graph/harbours.ts';
import { runForTests, running, said, says, soon } from '../support/running.ts';

const url = 'https://example.org/wire';

/** A data set of one visit, told by the wire; `grade` and `title` are what it says of the wire. */
const dataset = (id: string, title: string, wire: string, grade: string) => `
dataset: { id: ${id}, title: ${title}, licence: CC0-1.0 }
sources:
  - { id: ${url}, title: ${wire}, publisher: ${wire} desk, reliability: ${grade} }
claims:
  - id: visit
    title: A visit told by ${id}
    kind: leader-visit
    when: 2031-05-04
    parties: [{ entity: state:FIN, role: visitor }, { entity: state:EST, role: host }]
    statements: [{ source: ${url}, stance: asserts, confidence: 60, credibility: 2 }]
`;

runForTests();
let page: Page;
beforeAll(async () => {
  const files = [
    ['north', 'The north', 'Wire of the north', 'B'],
    ['south', 'The south', 'Wire of the south', 'E'],
  ] as const;
  for (const [id, title, wire, grade] of files)
    await load(running.graph, [file(dataset(id, title, wire, grade), `${id}.yaml`)]);
});

test.each([
  ['north', 'Wire of the north', 'B2'],
  ['south', 'Wire of the south', 'E2'],
])('a statement of %s goes by its own entry of the source', async (id, wire, grade) => {
  page = await running.open(`/?states=FIN,EST&sel=${id}/visit`);
  await says(page, '#right', `A visit told by ${id}`);
  const statement = page.locator('#right .statement');
  await expect.poll(() => said(statement.locator('.statement-head b')), soon).toBe(`${wire} desk`);
  expect(await said(statement.locator('.grade'))).toMatch(new RegExp(`^${grade} `));
  expect(await said(statement.locator('.statement-source .link'))).toBe(`Source: ${wire}`);
});

test('the table of statements names and grades each by its own data set', async () => {
  page = await running.open('/?states=FIN,EST');
  await page.getByRole('tab', { name: /^Statements/ }).click();
  const rows = page.locator('#dock tbody tr');
  await expect.poll(() => rows.count(), soon).toBe(2);
  const texts = (await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, ' '));
  expect(texts.find((row) => row.includes('told by north'))).toMatch(/Wire of the north desk.*\bB2\b/);
  expect(texts.find((row) => row.includes('told by south'))).toMatch(/Wire of the south desk.*\bE2\b/);
});

test('the source is shown as each of them tells it, with its own claims', async () => {
  page = await running.open('/?states=FIN,EST&sel=north/visit');
  // The counts are told a little after the picture; told later they would take the place of what is selected.
  await says(page, '[aria-live="polite"]', 'south: 1 claim stands');
  await page.locator('#right .statement-source .link').click();
  expect(new URL(page.url()).searchParams.get('sel')).toBe(url);
  const entries = page.locator('#right article');
  await expect.poll(() => entries.count(), soon).toBe(2);
  const [north = '', south = ''] = await Promise.all([0, 1].map((i) => said(entries.nth(i))));
  expect(north.toLowerCase()).toContain('source, as told by the north');
  expect(north).toContain('Wire of the north');
  expect(north).toContain('B, usually reliable');
  expect(north).toContain('1 statement in the picture');
  expect(north).toContain('A visit told by north');
  expect(north).not.toContain('south');
  expect(south.toLowerCase()).toContain('source, as told by the south');
  expect(south).toContain('E, unreliable');
  expect(south).toContain('A visit told by south');
  expect(south).not.toContain('north');
  await says(page, '[aria-live="polite"]', 'Wire of the north or Wire of the south.');
});

test('where one data set alone is looked at, it is one source', async () => {
  page = await running.open(`/?states=FIN,EST&dataset=south&sel=${encodeURIComponent(url)}`);
  await says(page, '#right', 'Wire of the south');
  expect(await page.locator('#right article').count()).toBe(1);
  expect((await said(page.locator('#right .kicker'))).toLowerCase()).toBe('source');
});
