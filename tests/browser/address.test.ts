// The address bar holds the view: Back is undo, and a link gives the same picture, table and numbers elsewhere.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  complete,
  legendRows,
  places,
  questionCounts,
  quiet,
  runForTests,
  running,
  says,
  soon,
  tableTitles,
  text,
} from '../support/running.ts';

runForTests();

/** The picture as it is on the screen once nothing of it changes any more. */
async function still(page: Page): Promise<Buffer> {
  // What is not drawn of each state is counted after the picture is there, and drawn as badges.
  await page.mouse.move(1, 1);
  await quiet(page);
  let last: Buffer = Buffer.alloc(0);
  await expect
    .poll(async () => {
      const now = await page.locator('#canvas').screenshot({ animations: 'disabled', ...soon });
      const isSame = now.equals(last);
      last = now;
      return isSame;
    }, soon)
    .toBe(true);
  return last;
}

/**
 * How many pixels of two pictures differ to the eye. Cytoscape paints names from textures that it keeps, so that
 * what was zoomed before may be one shade off at an edge.
 */
async function differing(...pictures: [Buffer, Buffer]): Promise<number> {
  const blank = await running.browser.newPage();
  const differ = await blank.evaluate(
    async ([one, other]) => {
      const pixels = async (base64: string) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const paper = new OffscreenCanvas(image.width, image.height);
        const pen = paper.getContext('2d');
        if (pen === null) throw new Error('this browser has no canvas to draw on');
        pen.drawImage(image, 0, 0);
        return pen.getImageData(0, 0, image.width, image.height).data;
      };
      const [a, b] = [await pixels(one), await pixels(other)];
      if (a.length !== b.length) return Number.POSITIVE_INFINITY;
      const far = new Set<number>();
      for (const [i, value] of a.entries()) if (Math.abs(value - (b[i] ?? 0)) > 3) far.add(i >> 2);
      return far.size;
    },
    pictures.map((p) => p.toString('base64')) as [string, string],
  );
  await blank.close();
  return differ;
}

/** Everything that a link has to give again. */
async function seen(page: Page) {
  const picture = await still(page);
  const shown = {
    status: await text(page, '#status'),
    counts: await questionCounts(page),
    legend: await legendRows(page),
    table: await tableTitles(page),
    tabs: await text(page, '#dock [role="tablist"]'),
    selected: await page.locator('#dock tr[aria-selected="true"] .row-title').allInnerTexts(),
    inspector: await text(page, '#right'),
    items: await page.locator('#canvas li').allTextContents(),
    places: await places(page),
  };
  return { shown, picture };
}

describe('a link', () => {
  test.each([
    ['the first screen', '/'],
    [
      'a question, a threshold and a selected claim',
      '/?q=joint&threshold=40&unknown=1&sel=beijing-2025/coordinated-bloc',
    ],
    [
      'the claims view with something hidden and something moved',
      '/?draw=claims&hide=sign:none&at=state:IND~-700~300',
    ],
  ])('gives the same page in another browser profile: %s', async (_, address) => {
    const here = await running.open(address);
    const first = await seen(here);
    const there = await running.open(here.url().replace(running.url, ''), { fresh: true });
    const second = await seen(there);
    expect(second.shown).toEqual(first.shown);
    expect(await differing(first.picture, second.picture)).toBe(0);
  });

  test('gives the same picture whichever of its answers comes first', async () => {
    const address = '/?q=joint&threshold=40&unknown=1&sel=beijing-2025/coordinated-bloc';
    const first = await seen(await running.open(address));
    const late = await running.open(address, {
      before: (page) =>
        page.route('**/api/questions/joint?**', async (route) => {
          await complete(page);
          await route.continue();
        }),
    });
    await says(late, '#status', '9 stand');
    const second = await seen(late);
    expect(second.shown).toEqual(first.shown);
    expect(await differing(first.picture, second.picture)).toBe(0);
  });

  test('is what the steps of a visit make of the address', async () => {
    const page = await running.open('/');
    await page.getByRole('radio', { name: /^Trilateral/ }).click();
    await page.getByRole('button', { name: 'Claims', exact: true }).click();
    await says(page, '#status', '4 stand');
    await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(10);
    await page.locator('#dock .row-title').first().click();
    await expect.poll(() => page.url(), soon).toContain('sel=');
    const address = new URL(page.url());
    expect(address.searchParams.get('q')).toBe('trilateral');
    expect(address.searchParams.get('draw')).toBe('claims');
    expect(address.searchParams.get('sel')).toMatch(/^beijing-2025\//);
    // What is as it is by default is left out, and what is kept there are business keys.
    expect([...address.searchParams.keys()]).toEqual(['q', 'states', 'draw', 'sel']);
    const first = await seen(page);
    const second = await seen(await running.open(page.url().replace(running.url, ''), { fresh: true }));
    expect(second.shown.places).toEqual(first.shown.places);
    expect(second.shown.table).toEqual(first.shown.table);
    expect(second.shown.inspector).toBe(first.shown.inspector);
  });

  test('with parameters that are wrong tells each of them, and shows the rest', async () => {
    const page = await running.open('/?threshold=half&rule=loudest&colour=blue&q=trilateral');
    await says(page, '#notices', 'This link is not all right.');
    const told = await text(page, '#notices');
    for (const key of ['threshold', 'rule', 'colour']) expect(told).toContain(key);
    await says(page, '#status', '4 stand: 3 asserted, 1 contested');
    await page.getByRole('button', { name: 'Close this notice' }).click();
    await expect.poll(() => text(page, '#notices'), soon).toBe('');
  });

  test('with a state that there is not says which, and shows the others', async () => {
    const page = await running.open('/?states=CHN,XYZ,RUS');
    await says(page, '#notices', 'states: there is no state “XYZ”');
    await says(page, '#left', 'China');
    expect(await text(page, '#left')).not.toContain('XYZ');
    await says(page, '#status', /\d+ claims stand/);
  });

  test('with a kind that there is not says which was meant, and shows the picture', async () => {
    const page = await running.open('/?states=CHN,RUS,PRK&kind=memorandun');
    await says(page, '#notices', 'kind: there is no kind "memorandun"; did you mean "memorandum"?');
    await says(page, '#status', '25 claims stand');
  });

  test('to a claim that is gone says so, and shows the rest', async () => {
    const page = await running.open('/?sel=beijing-2025/never-claimed');
    await says(
      page,
      '#notices',
      '1 claim in this link is no longer in the graph: beijing-2025/never-claimed. The rest is shown',
    );
    await says(page, '#status', '25 claims stand');
  });

  test('to a question that there is not says so', async () => {
    const page = await running.open('/?q=quadrilateral');
    await says(page, '#right', 'There is no question “quadrilateral”.');
    await says(page, '#status', '25 claims stand');
  });
});

describe('Back', () => {
  test('undoes step by step, and Forward does again', async () => {
    const page = await running.open('/');
    await says(page, '#status', '25 claims stand');
    await page.getByRole('radio', { name: /^Trilateral/ }).click();
    await says(page, '#status', '4 stand');
    await page.getByRole('button', { name: 'Lowest' }).click();
    await expect.poll(() => page.url(), soon).toContain('rule=lowest');
    await page.getByRole('button', { name: 'Claims', exact: true }).click();
    await expect.poll(() => page.url(), soon).toContain('draw=claims');

    await page.goBack();
    await expect.poll(() => page.url(), soon).not.toContain('draw=claims');
    await expect.poll(() => pressed(page, 'Alignment'), soon).toBe('true');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => pressed(page, 'Highest'), soon).toBe('true');
    await page.goBack();
    await says(page, '#status', '25 claims stand');
    expect(new URL(page.url()).search).toBe('');
    await expect.poll(() => page.getByRole('button', { name: 'Undo' }).isDisabled(), soon).toBe(true);

    await page.getByRole('button', { name: 'Redo' }).click();
    await says(page, '#status', '4 stand');
    await page.goForward();
    await page.goForward();
    await expect.poll(() => pressed(page, 'Claims'), soon).toBe('true');
    await expect.poll(() => page.getByRole('button', { name: 'Redo' }).isDisabled(), soon).toBe(true);
  });

  test('takes a whole drag of the handle back at once', async () => {
    const page = await running.open('/');
    // What is above the handle grows with the answers.
    await quiet(page);
    const slider = page.getByRole('slider', { name: 'Confidence, at least' });
    const box = await slider.boundingBox();
    if (box === null) throw new Error('the handle is not on the page');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + 8, y);
    await page.mouse.down();
    for (let x = 20; x <= 140; x += 10) await page.mouse.move(box.x + x, y);
    await page.mouse.up();
    await expect.poll(() => page.url(), soon).toMatch(/threshold=\d+/);
    expect(Number(await slider.inputValue())).toBeGreaterThan(30);
    await page.goBack();
    await expect.poll(() => new URL(page.url()).search, soon).toBe('');
    await says(page, '#status', '25 claims stand');
    await expect.poll(() => slider.inputValue(), soon).toBe('0');
  });

  test('does not walk through what was selected', async () => {
    const page = await running.open('/');
    await page.getByRole('radio', { name: /^Joint/ }).click();
    await says(page, '#status', '9 stand');
    await expect.poll(() => page.locator('#dock tbody tr').count(), soon).toBe(15);
    for (const row of [0, 1, 2]) await page.locator('#dock .row-title').nth(row).click();
    await expect.poll(() => page.url(), soon).toContain('sel=');
    await page.goBack();
    await says(page, '#status', '25 claims stand');
    expect(page.url()).not.toContain('sel=');
  });
});

test('a node that is dragged stays where it was put, in the link too', async () => {
  const page = await running.open('/');
  await still(page);
  const before = await places(page);
  const spot = await page.evaluate(() => {
    type Node = { renderedPosition(): { x: number; y: number } };
    type Registered = { _cyreg?: { cy: { getElementById(id: string): Node } } };
    const stage = document.querySelector('#canvas > div') as (Element & Registered) | null;
    const at = stage?._cyreg?.cy.getElementById('state:IND').renderedPosition();
    const box = stage?.getBoundingClientRect();
    if (at === undefined || box === undefined) throw new Error('India is not in the picture');
    return { x: at.x + box.x, y: at.y + box.y };
  });
  await page.mouse.move(spot.x, spot.y);
  await page.mouse.down();
  for (const by of [2, 10, 20, 30]) await page.mouse.move(spot.x + by, spot.y - by);
  await page.mouse.up();
  await expect.poll(() => page.url(), soon).toMatch(/at=state:IND~|at=IND~/);
  const after = await places(page);
  expect(after['state:IND']).not.toEqual(before['state:IND']);
  const there = await running.open(page.url().replace(running.url, ''), { fresh: true });
  await complete(there);
  await expect
    .poll(async () => (await places(there))['state:IND'], soon)
    .toEqual((after['state:IND'] ?? []).map(Math.round));
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await places(page))['state:IND'], soon).toEqual(before['state:IND']);
});

/** Whether a button is pressed. */
const pressed = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).getAttribute('aria-pressed');
