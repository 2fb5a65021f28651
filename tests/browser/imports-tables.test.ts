// Tables are imported by the page: by a shipped mapping that fits, by one that is brought, or with a draft to edit; told in
// words first, stopped on the way.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import neo4j from 'neo4j-driver';
import type { Page } from 'playwright-core';
import { beforeEach, expect, inject, test } from 'vitest';
import type { Datasets } from '../../model/api.ts';
import { generated } from '../bench/generated.ts';
import { testQuery } from '../graph/harbours.ts';
import { broken } from '../support/axe.ts';
import { runForTests, running, says, soon, text } from '../support/running.ts';
import { onlySample } from '../support/sample.ts';

const fixtures = path.resolve(import.meta.dirname, '../fixtures/tables');
const fixture = (name: string) => readFileSync(path.join(fixtures, name), 'utf8');
runForTests();
let page: Page;
beforeEach(() => onlySample(running.graph));

const loaded = async () => (await running.api<Datasets>('/api/datasets')).datasets.map((d) => d.id);
const dialog = '[role="dialog"]';
const button = (name: string | RegExp) => page.getByRole('button', { name });
/** Drops files on the page: their names and what is in them. */
const drop = (...files: [name: string, content: string][]) =>
  page.evaluate((all) => {
    const dataTransfer = new DataTransfer();
    for (const [name, content] of all) dataTransfer.items.add(new File([content], name));
    dispatchEvent(new DragEvent('drop', { dataTransfer }));
  }, files);

test('one of two tables asks for the other; both are told in words, loaded, shown and taken back', async () => {
  page = await running.open();
  await drop(['a.csv', fixture('MIDA_4.2.csv')]);
  await says(page, dialog, 'Militarized Interstate Disputes 4.2: this is a.csv. Bring MIDB_4.2.csv too');
  await drop(['b.csv', fixture('MIDB_4.2.csv')]);
  await says(page, dialog, 'a.csv and b.csv. Nothing is loaded yet. Read by the mapping mid-4.2.');
  await says(page, dialog, 'Claims 4 0 0 0');
  await says(page, dialog, '11 rows of b.csv and 4 rows of a.csv: 4 claims, with one statement each.');
  expect(await page.locator(`${dialog} .first li`).count()).toBe(4);
  await says(page, dialog, 'United Kingdom (');
  await says(page, dialog, /Claims by principals over their whole life 2 of 2 2 of 3/);
  expect(await loaded()).toEqual(['beijing-2025']);
  await button('Load 4 claims').click();
  await says(page, dialog, '4 claims loaded.');
  expect(await loaded()).toEqual(['beijing-2025', 'mid-4.2']);
  await button('Take it back').click();
  await says(page, dialog, 'mid-4.2 is removed.');
  expect(await loaded()).toEqual(['beijing-2025']);
  expect(running.trouble(page)).toEqual({ told: [], outside: [] });
});

test('where several shipped mappings fit, the best is taken and another can be chosen', async () => {
  page = await running.open();
  await drop(['atop5_1a.csv', fixture('atop5_1a.csv')]);
  const chosen = page.getByLabel('Read by the mapping');
  await expect.poll(() => chosen.inputValue(), soon).toBe('atop-5.1-alliance');
  await chosen.selectOption('atop-5.1-phase');
  await says(page, dialog, 'atop-5.1-phase');
  await expect.poll(() => chosen.inputValue(), soon).toBe('atop-5.1-phase');
});

test('a table that nothing fits: a draft is saved, and the mended mapping reads the table that waits', async () => {
  page = await running.open();
  const table = 'no,who,whom,signed\n1,USA,FRA,1990-03-01\n2,USA,XXX,1991\n';
  await drop(['pacts.csv', table]);
  await says(page, dialog, 'pacts.csv is a table. Which of its columns mean what, a mapping says');
  const [download] = await Promise.all([page.waitForEvent('download'), button('Save the draft').click()]);
  expect(download.suggestedFilename()).toBe('pacts.mapping.yaml');
  const draft = readFileSync(await download.path(), 'utf8');
  expect(draft).toContain('id: pacts');
  expect(await page.getByLabel('Draft of the mapping').inputValue()).toBe(draft);

  const mapping = `dataset: { id: pacts, title: Pacts, url: "https://example.org/pacts" }
tables:
  rows: {}
claims:
  id: "{number}"
  kinds: { is: treaty }
  when: { date: signed }
  parties:
    - entity: { columns: [who, whom], as: iso3 }
      role: { is: signatory }
`;
  await drop(['mine.yaml', mapping.replace('kinds:', 'kidns:')]);
  await says(page, dialog, 'mine.yaml: The file cannot be read. The mapping is not right.');
  await says(page, dialog, /6 \/claims\/kidns "kidns" is not a key here; did you mean "kinds"\?/);
  await says(page, dialog, 'pacts.csv stays here: mend what is wrong');

  await drop(['mine.yaml', mapping]);
  await says(page, dialog, /mine\.yaml 5 \/claims\/id the table "rows" has no column "number"/);

  await drop(['mine.yaml', mapping.replace('number', 'no')]);
  await says(page, dialog, / 3 whom "XXX" is not known/);
  await says(page, dialog, 'Codes and names that lead to no entity');
  await running.browser.grantPermissions(['clipboard-read', 'clipboard-write']);
  await button('Copy all').click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()), soon)
    .toMatch(/^Nothing is loaded: 1 error.*\.\npacts\.csv:3: whom: "XXX" is not known/);

  await drop(['mine.yaml', mapping.replace('number', 'no').replace('as: iso3', 'as: iso3, unknown: skip')]);
  await says(page, dialog, 'pacts.csv. Nothing is loaded yet. Read by the mapping mine.yaml.');
  await says(page, dialog, /whom XXX skipped 1 3/);
  await button(/^Load 2 claims|^Load 1 claim/).click();
  await says(page, dialog, /claims? loaded\./);
  expect(await loaded()).toEqual(['beijing-2025', 'pacts']);
});

test.each([
  ['light', 1366, 768],
  ['dark', 390, 844],
] as const)('axe finds nothing in each state, %s at %i × %i', async (scheme, width, height) => {
  /** By how much something is wider than the dialog. */
  const overflow = () => page.locator('.mantine-Modal-body').evaluate((e) => e.scrollWidth - e.clientWidth);
  page = await running.open('/', { width, height, before: (p) => p.emulateMedia({ colorScheme: scheme }) });
  await drop(['a.csv', fixture('MIDA_4.2.csv')]);
  await says(page, dialog, 'Bring MIDB_4.2.csv too');
  expect(await broken(page)).toEqual([]);
  await drop(['b.csv', fixture('MIDB_4.2.csv')]);
  await button('Load 4 claims').waitFor(soon);
  expect(await broken(page)).toEqual([]);
  const counts = page.locator('.told .expand').first();
  const [inside, around] = [await counts.boundingBox(), await page.locator('.told').first().boundingBox()];
  expect(inside?.width).toBeLessThanOrEqual(around?.width ?? 0);
  expect(await overflow()).toBeLessThanOrEqual(0);
  // The button is in sight, however long the report is.
  const box = await button('Load 4 claims').boundingBox();
  expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
  await drop(['m.csv', fixture('atop5_1m.csv').replace('9001,,220,', '9001,,2200,')]);
  await says(page, dialog, 'What is wrong');
  expect(await broken(page)).toEqual([]);
  await drop(['own.csv', 'no,who\n1,USA\n2,FRA\n']);
  await says(page, dialog, 'A draft is made');
  expect(await broken(page)).toEqual([]);
  expect(await overflow()).toBeLessThanOrEqual(0);
});

/** How many loads are at work: their lock is held. */
const loading = async () => {
  const [row] = await running.graph.read(
    testQuery('MATCH (l:LoadLock) WHERE l.holder IS NOT NULL RETURN count(l) AS held'),
  );
  return row?.held;
};

/** Has somebody else write an entity, so that a load that names it gets as far as that and waits. @returns lets it go on */
async function hold(entity: string): Promise<() => Promise<void>> {
  const { uri, user, password } = inject('neo4j');
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const session = driver.session();
  const holding = session.beginTransaction();
  await holding.run('MATCH (e:Entity {id: $entity}) SET e.held = true', { entity });
  return async () => {
    await holding.rollback();
    await session.close();
    await driver.close();
  };
}

test('a load that takes long tells how far it is, and is stopped: nothing is loaded', async () => {
  page = await running.open();
  await drop(['large.jsonl', [...generated('large', 2000)].join('\n')]);
  await button('Load 2,000 claims').waitFor(soon);
  const goOn = await hold('state:USA');
  try {
    await button('Load 2,000 claims').click();
    await says(page, dialog, /Writing \w+: [\d,]+ of [\d,]+ entries and parties\./);
    expect(await page.getByRole('progressbar').count()).toBe(1);
    // It cannot be closed away.
    await page.keyboard.press('Escape');
    await says(page, dialog, 'Loading large.jsonl');
    const calledOff = page.waitForEvent('requestfailed', soon);
    await button('Stop').click();
    await calledOff;
  } finally {
    await goOn();
  }
  await says(page, dialog, 'Stopped. Nothing of large.jsonl was loaded: the graph is as it was.');
  expect(await loaded()).toEqual(['beijing-2025']);
  // The page is told before the load has cleared up; until then nothing else may be loaded.
  await expect.poll(loading, soon).toBe(0);
  await button('Another file').click();
  await says(page, dialog, 'Drop files here');
  expect(await text(page, '#status')).toContain('25 claims stand');
});

test('an archive is told to be unpacked', async () => {
  page = await running.open();
  await drop(['atop.zip', 'PK\u0003\u0004 and more']);
  await says(page, dialog, /atop\.zip: The file cannot be read\. This is a zip archive, .*: unpack it/);
  expect(await button('Copy all').count()).toBe(0);
});
