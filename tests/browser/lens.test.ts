// The lens: which statements count, by which rule, from how many origins; states and the legend as toggles.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Answer } from '../../model/answer.ts';
import {
  allCounts,
  ghosts,
  legendRows,
  openLegend,
  places,
  quiet,
  runForTests,
  running,
  said,
  says,
  soon,
  tableTitles,
} from '../support/running.ts';

runForTests();
let page: Page;

/** What goes out at 60, by SAMPLE.md's last section. */
const gone = [
  'coordinated-bloc',
  'conspiracy-against-us',
  'acceptance-of-russia-north-korea-ties',
  'strategic-differences',
  'china-north-korea-tension',
];

/** Every count on the page is the one that the API gives for the page's address. */
async function countsAgree(): Promise<void> {
  let told: object = {};
  await expect
    .poll(async () => {
      const [shown, expected] = await allCounts(running, page);
      told = expected;
      return JSON.stringify(shown) === JSON.stringify(expected);
    }, soon)
    .toBe(true)
    .catch(async () => expect((await allCounts(running, page))[0]).toEqual(told));
}

/** Moves the handle of confidence to a number by key alone. */
async function thresholdByKey(to: number): Promise<void> {
  const slider = page.getByRole('slider', { name: 'Confidence, at least' });
  await slider.focus();
  await page.keyboard.press('Home');
  for (let at = 0; at < to; at += 10) await page.keyboard.press('PageUp');
  await expect.poll(() => slider.inputValue(), soon).toBe(String(to));
  await expect.poll(() => page.url(), soon).toContain(`threshold=${to}`);
}

const around = (query: string) => running.api<Answer>(`/api/questions/around?states=CHN,RUS,PRK${query}`);

test('the numbers of the first screen are those of the API', async () => {
  page = await running.open();
  await countsAgree();
});

test('a threshold of 60, set by key, leaves the joint appearance and takes out what rests on less', async () => {
  page = await running.open();
  await thresholdByKey(60);
  const answer = await around('&threshold=60');
  await says(page, '#status', `${answer.count.stands} claims stand`);
  await countsAgree();
  const titles = await tableTitles(page);
  expect(titles).toContain('Joint appearance at the Victory Day parade');
  for (const id of gone) {
    const claim = answer.claims.find((c) => c.claim.id === `beijing-2025/${id}`);
    expect(claim?.state ?? null, id).toBeNull();
    expect(titles).not.toContain(claim?.claim.title);
  }
  expect(titles).not.toContain('China, Russia and North Korea as a coordinated bloc');
  await says(page, '#left', 'statements at 60 or more');
});

test('what moved is told with its reason, and each of it can be opened', async () => {
  page = await running.open('/?threshold=60');
  const ground = await around('');
  const now = await around('&threshold=60');
  const out = ground.claims.filter(
    (c) => c.state !== null && (now.claims.find((n) => n.claim.id === c.claim.id)?.state ?? null) === null,
  );
  expect(out.length).toBeGreaterThan(5);
  await page.getByRole('button', { name: `${out.length} claims out` }).click();
  const moved = page.getByRole('dialog').filter({ hasText: 'What moved' });
  await moved.waitFor(soon);
  const lines = await moved.locator('li').allInnerTexts();
  const bloc = lines.find((line) => /bloc/i.test(line) && line.includes('unknown switched off'));
  expect(bloc).toMatch(/out( at 1)?, unknown switched off/);
  expect(lines.some((line) => /out at 51/.test(line))).toBe(true);
  await moved.locator('button').filter({ hasText: 'unknown switched off' }).first().click();
  await says(page, '#right .banner', 'Out no statement counts at 60');
});

test('while the handle moves, the picture is judged anew before the answer is asked', async () => {
  page = await running.open();
  await quiet(page);
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/api/questions/around')) asked += 1;
  });
  await page.getByRole('slider', { name: 'Confidence, at least' }).focus();
  await page.keyboard.down('End');
  await says(page, '#status', '0 claims stand');
  expect(asked).toBe(0);
  await page.keyboard.up('End');
  await expect.poll(() => asked, soon).toBeGreaterThan(0);
  await says(page, '#main .empty', 'No claim stands at confidence 100.');
  await page.getByRole('button', { name: 'Clear confidence' }).click();
  await says(page, '#status', '25 claims stand');
});

test('dragged by pointer: what goes out is a ghost in its place, and on release the answer is the server’s', async () => {
  page = await running.open();
  // What is above the handle grows with the answers.
  await quiet(page);
  const slider = page.getByRole('slider', { name: 'Confidence, at least' });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (box === null) throw new Error('there is no handle');
  const to = (share: number) => page.mouse.move(box.x + box.width * share, box.y + box.height / 2);
  const before = await places(page);
  await to(0.05);
  await page.mouse.down();
  for (let share = 0.1; share < 0.6; share += 0.02) await to(share);
  const threshold = Number(await slider.inputValue());
  expect(threshold).toBeGreaterThan(50);
  const answer = await around(`&threshold=${threshold}`);
  const out = new Set(answer.claims.filter((c) => c.state === null).map((c) => c.claim.id));
  // A shape is named by its claim; a fold of several is a ghost when all of them are out.
  const expected = Object.keys(before)
    .filter((id) => out.has(id))
    .sort();
  expect(expected.length).toBeGreaterThan(3);
  await expect
    .poll(async () => (await ghosts(page)).filter((id) => out.has(id)).sort(), soon)
    .toEqual(expected);
  expect(await places(page)).toEqual(before);
  await says(page, '#status', `${answer.count.stands} claims stand`);
  // The table and the address follow when the handle rests.
  const inside = answer.claims.filter((c) => c.state !== null).length;
  await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(inside);
  await expect.poll(() => page.url(), soon).toContain(`threshold=${threshold}`);
  await page.mouse.up();
  await expect.poll(() => ghosts(page), soon).toEqual([]);
  await countsAgree();
});

test('statements of unknown confidence come back when they are kept', async () => {
  page = await running.open('/?threshold=60');
  const keep = page.getByRole('switch', { name: /Keep unknown/ });
  expect(await keep.isChecked()).toBe(false);
  await keep.click();
  await expect.poll(() => page.url(), soon).toContain('unknown=1');
  await countsAgree();
  expect(await tableTitles(page)).toContain('China, Russia and North Korea as a coordinated bloc');
  await keep.click();
  await countsAgree();
  expect(await tableTitles(page)).not.toContain('China, Russia and North Korea as a coordinated bloc');
});

test('the rule changes the numbers, and its name stands beside them', async () => {
  const highest = await around('');
  const lowest = await around('&rule=lowest');
  const changed = lowest.claims.filter(
    (c) => c.for !== highest.claims.find((h) => h.claim.id === c.claim.id)?.for,
  );
  const [other] = changed;
  page = await running.open(`/?sel=${other?.claim.id ?? 'beijing-2025/joint-appearance'}`);
  await says(page, '#right .facts >> nth=0', /For (\d+ highest|\?)/);
  await page.getByRole('button', { name: 'Lowest' }).click();
  await expect.poll(() => page.url(), soon).toContain('rule=lowest');
  await countsAgree();
  if (other === undefined) await says(page, '#right .facts >> nth=0', 'lowest');
  else if (other.for !== null) await says(page, '#right .facts >> nth=0', `For ${other.for} lowest`);
  else await says(page, '#right .facts >> nth=0', 'For ? unknown');
});

test('two origins: what has fewer does not stand, and is counted apart', async () => {
  page = await running.open();
  await page.getByRole('button', { name: 'More origins' }).click();
  const answer = await around('&origins=2');
  expect(answer.count.tooFewOrigins).toBeGreaterThan(0);
  await says(page, '#status', `${answer.count.tooFewOrigins} with fewer origins than asked`);
  await countsAgree();
  const asserted = answer.claims.filter((c) => c.state === 'asserted');
  const stand = asserted.filter((c) => c.stands).length;
  const few = asserted.length - stand;
  expect([stand > 0, few > 0]).toEqual([true, true]);
  const toggle = page.getByRole('button', { name: /^Asserted/ });
  await expect.poll(() => said(toggle), soon).toBe(`Asserted ${stand} stand · ${few} do not`);
  // Both contested claims have one asserting origin: in the legend, too, neither is counted as standing.
  const contested = answer.claims.filter((c) => c.state === 'contested');
  expect(contested.map((c) => c.stands)).toEqual([false, false]);
  await openLegend(page);
  await says(page, '#legend', '≠ Contested 0 stand · 2 do not');
});

test('a state that is switched off leaves picture, table and counts', async () => {
  page = await running.open();
  const contested = page.getByRole('button', { name: /^Contested 2/ });
  await contested.click();
  await expect.poll(() => contested.getAttribute('aria-pressed'), soon).toBe('false');
  await says(page, '#status', '23 claims stand: 23 asserted');
  await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(31);
  await countsAgree();
  await contested.click();
  await says(page, '#status', '25 claims stand: 23 asserted, 2 contested');
  await countsAgree();
});

test('an entry of the legend hides what it stands for; with Alt it alone is shown', async () => {
  page = await running.open();
  const conflict = page.locator('#legend button').filter({ hasText: 'Conflict' });
  await conflict.click();
  await expect.poll(() => conflict.getAttribute('aria-pressed'), soon).toBe('false');
  await says(page, '#legend', 'hidden');
  await expect.poll(async () => (await signs()).includes('conflict'), soon).toBe(false);
  expect(page.url()).toContain('hide=sign:minus');
  await conflict.click();
  await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(33);
  await conflict.click({ modifiers: ['Alt'] });
  await expect.poll(async () => [...new Set(await signs())], soon).toEqual(['conflict']);
  const hidden = async () => (await legendRows(page)).filter((row) => row.endsWith('hidden')).length;
  await expect.poll(hidden, soon).toBe(3);
  await conflict.click({ modifiers: ['Alt'] });
  await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(33);
});

/** The signs of the claims in the table. */
const signs = () => page.locator('#dock tbody td:nth-child(4)').allInnerTexts();

test('commitment, kind and modality filter the picture as the API does', async () => {
  page = await running.open();
  const ladder = page.getByRole('slider', { name: 'Commitment, at least' });
  await ladder.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.url(), soon).toContain('commitment=2');
  await countsAgree();
  await page.keyboard.press('Home');
  await expect.poll(() => page.url(), soon).not.toContain('commitment');
  await page.locator('details').filter({ hasText: 'Modality' }).locator('summary').click();
  await page.getByRole('button', { name: 'Only Alleged' }).click();
  await expect.poll(() => page.url(), soon).toContain('modality=alleged');
  await countsAgree();
});
