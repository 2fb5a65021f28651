// The alliances of the world on one canvas: steps from day to day and of the threshold until they are painted, and frames
// while the picture is moved and zoomed. A step is told only where the canvas then shows the claims that the server says.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Answer } from '../../model/answer.ts';
import type { Graph } from '../../server/graph/graph.ts';
import { load } from '../../server/load/load.ts';
import { readMapping, tableInput } from '../../server/mapping.ts';
import { openBrowser } from '../support/browser.ts';
import { type Figure, median, quantile } from './measure.ts';
import { traced } from './trace.ts';
import { type Bench, WATCH } from './watch.ts';

declare const bench: Bench;

const DATASET = 'atop-5.1';
const TABLE = 'atop/atop5_1m.csv';
const DAY = '2018-07-01';
const STEPS = 24;

/** The table of ATOP's members. @throws Error with one sentence where it is not there */
export function atopTable(): string {
  const folder = process.env.ENTENTE_TEST_DATA ?? '';
  const file = path.join(folder, TABLE);
  if (folder === '' || !existsSync(file))
    throw new Error(
      `The world is measured with ATOP's members: name the folder that holds ${TABLE} in ENTENTE_TEST_DATA.`,
    );
  return file;
}

/** Loads the table by the mapping that comes with the program. */
export async function loadAtop(graph: Graph, table: string): Promise<void> {
  const mapping = readMapping('atop-5.1-member');
  await load(graph, [{ path: mapping.file, table: tableInput(mapping, [table]) }]);
}

/** Measures the page of a server that holds the table. */
export async function measureWorld(url: string, note: (figure: Figure) => void): Promise<void> {
  const context = await openBrowser({ viewport: { width: 1600, height: 1000 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const settled = settling(page);
    await page.goto(`${url}/?dataset=${DATASET}&on=${DAY}&pairs=all`);
    await page.waitForSelector('[data-ready="1"]', { timeout: 300_000 });
    await page.evaluate(WATCH);
    note({
      what: 'world: elements on the canvas',
      value: (await page.evaluate(() => bench.elements())).all,
      unit: 'count',
    });
    // The claims of other days are asked for when the first picture is there.
    await settled();
    const days = await steps(page, url, settled);
    note({
      what: 'world: a step in time until painted, median',
      value: median(days),
      unit: 'ms',
      aim: '≤ 100',
    });
    note({
      what: 'world: a step in time until painted, p95',
      value: quantile(days, 0.95),
      unit: 'ms',
      aim: '≤ 250',
    });
    const thresholds = await thresholdSteps(page, settled);
    note({
      what: 'world: a step of the threshold until painted, median',
      value: median(thresholds),
      unit: 'ms',
      aim: '≤ 100',
    });
    note({
      what: 'world: a step of the threshold until painted, p95',
      value: quantile(thresholds, 0.95),
      unit: 'ms',
      aim: '≤ 250',
    });
    for (const [what, work] of [
      ['moved', pan],
      ['zoomed', zoom],
    ] as const) {
      const frames = await framesOf(page, work);
      note({ what: `world ${what}: median frame`, value: median(frames), unit: 'ms', aim: '≤ 33' });
      note({ what: `world ${what}: p95 frame`, value: quantile(frames, 0.95), unit: 'ms' });
      const taken = await traced(page, () => work(page));
      note({
        what: `world ${what}, processor time of the page: median frame`,
        value: median(taken),
        unit: 'ms',
      });
    }
  } finally {
    await context.close();
  }
}

type Settled = () => Promise<void>;

/** Between two steps a reader looks: what the last one still asked for is there. */
function settling(page: Page): Settled {
  const open = new Set<unknown>();
  page.on('request', (r) => open.add(r));
  page.on('requestfinished', (r) => open.delete(r));
  page.on('requestfailed', (r) => open.delete(r));
  return async () => {
    for (let quiet = 0; quiet < 5; quiet = open.size === 0 ? quiet + 1 : 0) await page.waitForTimeout(100);
  };
}

/** The claims that the server has on a day, of two parties or more. */
async function claimsOn(url: string, day: string): Promise<string[]> {
  const query = `dataset=${DATASET}&on=${day}`;
  const answer = (await (await fetch(`${url}/api/questions/around?${query}`)).json()) as Answer;
  return answer.claims.filter((c) => c.state !== null && c.principals.length > 1).map((c) => c.claim.id);
}

/** Steps back through the days on which something changes. */
async function steps(page: Page, url: string, settled: Settled): Promise<number[]> {
  const times: number[] = [];
  const back = page.getByRole('button', { name: 'Previous change', exact: true });
  await back.scrollIntoViewIfNeeded();
  // Which days are next is told by the address; each is asked of the server before it is stepped to again.
  const days: string[] = [];
  for (let i = 0; i < STEPS; i++) {
    await back.click();
    days.push(new URL(page.url()).searchParams.get('on') ?? '');
    await page.waitForTimeout(60);
  }
  const expected = new Map<string, string[]>();
  for (const day of days) expected.set(day, await claimsOn(url, day));
  const on = page.getByRole('button', { name: 'Next change', exact: true });
  for (const day of days.slice(0, -1).reverse()) {
    await settled();
    times.push(await timedStep(page, expected.get(day) ?? [], () => on.click({ noWaitAfter: true })));
    assert.equal(new URL(page.url()).searchParams.get('on'), day);
  }
  return times;
}

async function timedStep(page: Page, claims: string[], act: () => Promise<unknown>): Promise<number> {
  const painted = page.evaluate((ids) => bench.sinceInput(ids), claims);
  await act();
  return painted;
}

/** All confidences of these data are unknown: above 0 nothing stands, and at 0 all does. */
async function thresholdSteps(page: Page, settled: Settled): Promise<number[]> {
  const times: number[] = [];
  const all = [...new Set((await page.evaluate(() => bench.elements())).claims.flat())];
  const keep = page.getByRole('switch', { name: /Keep unknown/ });
  for (let i = 0; i < 8; i++) {
    await settled();
    times.push(await timedStep(page, i % 2 === 0 ? [] : all, () => keep.click({ noWaitAfter: true })));
  }
  return times;
}

async function framesOf(page: Page, work: (page: Page) => Promise<void>): Promise<number[]> {
  await page.evaluate(() => [bench.frames.splice(0), bench.views.splice(0)]);
  await work(page);
  const { frames, views } = await page.evaluate(() => ({
    frames: bench.frames.splice(0),
    views: bench.views.splice(0),
  }));
  const moved = new Set(views).size;
  assert.ok(moved > 20, `the picture was seen at ${moved} places only`);
  return frames;
}

const middle = { x: 780, y: 460 };

async function pan(page: Page): Promise<void> {
  // Where no disc lies: else that is moved and not the picture.
  await page.mouse.move(middle.x + 60, 250);
  await page.mouse.down();
  for (let i = 0; i < 120; i++) {
    const angle = i / 12;
    await page.mouse.move(middle.x + 60 * Math.cos(angle), 250 + 60 * Math.sin(angle));
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
}

async function zoom(page: Page): Promise<void> {
  await page.mouse.move(middle.x, middle.y);
  for (let i = 0; i < 90; i++) {
    await page.mouse.wheel(0, i % 30 < 15 ? -60 : 60);
    await page.waitForTimeout(12);
  }
}
