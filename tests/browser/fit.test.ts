// The picture fits into what the panels leave free, in the order of UX.md section 4: the legend folds, then the table, then
// the fit narrows to the states in question. What is measured are the boxes that Cytoscape has drawn.
import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { load } from '../../server/load/load.ts';
import { quiet, runForTests, running, says, soon, writtenInPicture } from '../support/running.ts';
import { onlySample } from '../support/sample.ts';

const harbours = path.resolve(import.meta.dirname, '../fixtures/harbours.yaml');
runForTests();
let page: Page;
afterEach(() => page?.close());

/** The size of the text of chips in pixels: below a zoom of 0.62 they are shorter and larger. */
const chipSize = (zoom: number) => zoom * (zoom < 0.62 ? 25 : 18);

interface Measured {
  zoom: number;
  pan: { x: number; y: number };
  /** Items of which a body, a name or a chip is covered by a panel, or lies outside of the canvas; each with by what. */
  covered: string[];
  headings: string[];
}

/** @param asked only the states in question and what is said of them */
const measure = (asked: readonly string[] | null): Promise<Measured> =>
  page.evaluate((only) => {
    interface Rect {
      x1: number;
      y1: number;
      x2: number;
      y2: number;
    }
    interface Item {
      id(): string;
      isNode(): boolean;
      visible(): boolean;
      hasClass(name: string): boolean;
      // biome-ignore lint/suspicious/noExplicitAny: what an element holds, by key
      data(key: string): any;
      position(): { x: number; y: number };
      width(): number;
      height(): number;
      _private: { labelBounds: { main?: Rect | null } };
    }
    interface Core {
      zoom(): number;
      pan(): { x: number; y: number };
      elements(): { toArray(): Item[] };
    }
    const stage = document.querySelector('#canvas > div') as (Element & { _cyreg?: { cy: Core } }) | null;
    const cy = stage?._cyreg?.cy;
    const canvas = document.querySelector('#canvas')?.getBoundingClientRect();
    if (cy === undefined || canvas === undefined) throw new Error('there is no picture');
    const { x, y } = cy.pan();
    const zoom = cy.zoom();
    const onScreen = (b: Rect): Rect => ({
      x1: b.x1 * zoom + x + canvas.left,
      x2: b.x2 * zoom + x + canvas.left,
      y1: b.y1 * zoom + y + canvas.top,
      y2: b.y2 * zoom + y + canvas.top,
    });
    const parts = [
      ...document.querySelectorAll(
        '#legend, #tools, #status > *, #notices > *, .empty, #dock, header, #right',
      ),
    ].map((e) => {
      const r = e.getBoundingClientRect();
      return { name: e.id || e.className || e.tagName, x1: r.left, x2: r.right, y1: r.top, y2: r.bottom };
    });
    const isAsked = (e: Item): boolean => {
      if (only === null) return true;
      const members: unknown = e.data('field')?.members ?? e.data('members');
      if (Array.isArray(members)) return members.every((id) => only.includes(String(id)));
      return only.includes(e.id()) || (only.includes(e.data('source')) && only.includes(e.data('target')));
    };
    const covered = new Set<string>();
    for (const e of cy.elements().toArray()) {
      const isItem =
        e.data('entity') !== undefined || e.data('claims') !== undefined || e.data('kind') === 'Heading';
      if (!isItem || !e.visible() || e.hasClass('quiet') || !isAsked(e)) continue;
      const boxes: Rect[] = [];
      if (e.isNode()) {
        const p = e.position();
        const [w, h] = [e.width() / 2, e.height() / 2];
        boxes.push({ x1: p.x - w, x2: p.x + w, y1: p.y - h, y2: p.y + h });
      }
      const { main } = e._private.labelBounds;
      if (main !== undefined && main !== null && Number.isFinite(main.x1) && main.x2 > main.x1)
        boxes.push(main);
      for (const box of boxes.map(onScreen)) {
        const slack = 1;
        for (const p of parts)
          if (
            Math.min(box.x2, p.x2) - Math.max(box.x1, p.x1) > slack &&
            Math.min(box.y2, p.y2) - Math.max(box.y1, p.y1) > slack
          )
            covered.add(`${e.id()} under ${p.name}`);
        if (
          box.x1 < canvas.left - slack ||
          box.x2 > canvas.right + slack ||
          box.y1 < canvas.top - slack ||
          box.y2 > canvas.bottom + slack
        )
          covered.add(`${e.id()} outside`);
      }
    }
    const headings = cy
      .elements()
      .toArray()
      .filter((e) => e.data('kind') === 'Heading')
      .map((e) => String(e.data('label')));
    return { zoom, pan: { x, y }, covered: [...covered], headings };
  }, asked);

/** Until panels have folded and nothing moves any more. */
async function still(asked: readonly string[] | null = null): Promise<Measured> {
  await quiet(page);
  let before = '';
  await expect
    .poll(
      async () => {
        const now = JSON.stringify(await measure(asked));
        const isStill = now === before;
        before = now;
        return isStill;
      },
      { ...soon, interval: 300 },
    )
    .toBe(true);
  return JSON.parse(before);
}

const legendIsOpen = () => page.locator('#legend:not(.pill)').isVisible();
const dockIsOpen = () => page.locator('#dock table').first().isVisible();

describe.each([
  [1600, 1000],
  [1366, 768],
])('nothing is covered or outside at %i × %i, and chips can be read', (width, height) => {
  test.each([
    '/',
    '/?on=2025-09-03',
    '/?known=2025-09-03',
    '/?threshold=70&unknown=1',
    '/?threshold=60',
    '/?q=trilateral',
    '/?layout=circle',
    '/?layout=sign',
    '/?layout=time',
  ])('%s', async (address) => {
    page = await running.open(address, { width, height });
    const { covered, zoom } = await still();
    expect(covered).toEqual([]);
    expect(chipSize(zoom)).toBeGreaterThanOrEqual(11);
  });
});

test('at 200 % zoom, which halves the page, all is seen', async () => {
  page = await running.open('/', { width: 800, height: 500 });
  expect((await still()).covered).toEqual([]);
});

test('a narrow page shows the states in question, says how much lies outside, and then all', async () => {
  page = await running.open('/', { width: 390, height: 844 });
  const asked = ['state:CHN', 'state:RUS', 'state:PRK'];
  expect((await still(asked)).covered).toEqual([]);
  await page.getByRole('button', { name: /^Fit: \d+ lie outside$/ }).click();
  expect((await still()).covered).toEqual([]);
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  expect((await still(asked)).covered).toEqual([]);
});

// Outside of what is covered some of it may be so all the same, and is drawn beside the words.
test.each([
  [1600, 1000],
  [1280, 800],
  [390, 844],
])(
  'what is told of a picture in which nothing stands covers nothing of it at %i × %i',
  async (width, height) => {
    const asked = width < 760 ? ['state:CHN', 'state:RUS', 'state:PRK'] : null;
    page = await running.open('/?on=1900-01-01', { width, height });
    await says(page, '#main .empty', 'Not covered');
    expect((await still(asked)).covered).toEqual([]);
    await page.goto(`${running.url}/?known=2025-01-01`);
    await says(page, '#main .empty', 'No claim stands as known on 2025-01-01.');
    expect((await still(asked)).covered).toEqual([]);
  },
);

test('two data sets take lines of their own, and the picture makes room for them', async () => {
  try {
    await load(running.graph, [{ path: 'harbours.yaml', bytes: createReadStream(harbours) }]);
    page = await running.open('/?states=CHN,RUS,PRK');
    await says(page, '#status', /harbours: \d stand/);
    expect((await still()).covered).toEqual([]);
  } finally {
    await onlySample(running.graph);
  }
});

test('the legend folds before the table, and what the reader has opened stays open', async () => {
  page = await running.open();
  await still();
  expect([await legendIsOpen(), await dockIsOpen()]).toEqual([true, true]);
  await page.goto(`${running.url}/?known=2025-09-03`);
  await says(page, '#status', 'possible');
  await still();
  expect([await legendIsOpen(), await dockIsOpen()]).toEqual([false, true]);
  await page.locator('#legend').click();
  await expect.poll(dockIsOpen, soon).toBe(false);
  expect(await legendIsOpen()).toBe(true);
  expect((await still()).covered).toEqual([]);
});

test('a question dims and moves nothing', async () => {
  page = await running.open();
  const before = await still();
  await page.keyboard.press('2');
  await says(page, '#status', '4 stand');
  const after = await still();
  expect([after.zoom, after.pan]).toEqual([before.zoom, before.pan]);
});

test('columns have headings: years, or signs', async () => {
  page = await running.open('/?layout=time');
  expect((await still()).headings).toEqual(['2022', '2025']);
  await page.goto(`${running.url}/?layout=sign`);
  await says(page, '#status', '25 claims stand');
  expect((await still()).headings).toEqual([
    'Cooperation only',
    'Cooperation and conflict',
    'Conflict only',
    'Neither',
  ]);
});

test('the hub of an answer is named in the list, in the table and in the picture', async () => {
  page = await running.open('/?q=hub-and-spoke&commitment=2');
  await says(page, '#right', 'Russia, hub of China and North Korea');
  await says(page, '#dock', 'RUS (hub)');
  const said = () => page.locator('#canvas ul.visually-hidden li').allTextContents();
  await expect
    .poll(
      async () => (await said()).some((line) => line.startsWith('Russia, hub of China and North Korea.')),
      soon,
    )
    .toBe(true);
  const drawn = await page.evaluate(() => {
    type Core = { nodes(of: string): { map<T>(f: (n: { data(key: string): string }) => T): T[] } };
    const stage = document.querySelector('#canvas > div') as (Element & { _cyreg?: { cy: Core } }) | null;
    return stage?._cyreg?.cy.nodes('.hub').map((n) => n.data('label'));
  });
  expect(drawn).toEqual(['Russia · hub']);
});

test('a picture of an answer says the question, what it found and what is pale', async () => {
  page = await running.open('/?q=trilateral');
  await says(page, '#status', '4 stand');
  const written = await writtenInPicture(page);
  expect(written).toContain('Trilateral: exactly China, Russia and North Korea');
  expect(written).toContain('4 stand: 3 asserted, 1 contested · 6 do not: 4 not found, 1 denied, 1 open');
  expect(written).toContain('Pale is what is not in the answer; in it: 10 of 33 claims.');
  expect(written.some((line) => line.startsWith('In the whole picture: 33 claims, 25 stand.'))).toBe(true);
});
