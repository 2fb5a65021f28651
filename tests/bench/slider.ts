// The handle of confidence, dragged over a picture of about 1,000 elements. A figure is told only where the handle moved,
// the canvas showed what the server says at that place, and the released picture is the server's.
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { Answer } from '../../model/answer.ts';
import { openBrowser } from '../support/browser.ts';
import { type Figure, median, quantile } from './measure.ts';
import { traced } from './trace.ts';
import { type Bench, WATCH } from './watch.ts';

/** The data set, and how many claims of it make about 1,000 elements with the states, shapes, ties and legs. */
export const SLIDER_DATA = 'bench-slider';
export const SLIDER_CLAIMS = 400;

/** Where the handle is looked at while it is held, and where it is let go. */
const LOOKS = [10, 25, 40, 55, 70, 85, 95, 80, 50, 20, 5];
const RELEASES = [60, 20, 85, 40, 0];
/** Between two moves of a hand. */
const MOVE_MS = 8;
/** The middle of the handle keeps this far from the ends of its input: half its width, and the margin of the track. */
const INSET = 16;

declare const bench: Bench;

/** Measures the handle on a page whose server holds the data set. */
export async function measureSlider(url: string, note: (figure: Figure) => void): Promise<void> {
  const context = await openBrowser({ viewport: { width: 1600, height: 1000 } });
  try {
    const page = await context.newPage();
    await page.goto(`${url}/?dataset=${SLIDER_DATA}`);
    await page.waitForSelector('[data-ready="1"]');
    await page.evaluate(WATCH);
    const handle = await grabbed(page);
    const server = serverOf(url);
    const elements = (await page.evaluate(() => bench.elements())).all;
    assert.ok(elements > 900 && elements < 1200, `${elements} elements are not about 1,000`);
    note({ what: 'slider: elements on the canvas', value: elements, unit: 'count' });
    await assertFollows(page, handle, server);
    for (const f of told('slider dragged', await dragged(page, handle), '< 17', '< 50')) note(f);
    const taken = await traced(page, () => dragged(page, handle));
    for (const f of told('slider dragged, processor time of the page', taken, '< 17', '< 50')) note(f);
    const released = await releases(page, handle, server);
    for (const f of told('slider dragged down after a release', released.down)) note(f);
    const { times, frames } = released;
    note({ what: 'slider released until painted, median', value: median(times), unit: 'ms' });
    note({ what: 'slider released until painted, longest', value: Math.max(...times), unit: 'ms' });
    note({ what: 'slider released: longest frame', value: Math.max(...frames), unit: 'ms' });
  } finally {
    await context.close();
  }
}

function told(what: string, frames: readonly number[], middle?: string, longest?: string): Figure[] {
  const figure = (which: string, value: number, aim?: string): Figure => ({
    what: `${what}: ${which} frame`,
    value,
    unit: 'ms',
    ...(aim === undefined ? {} : { aim }),
  });
  return [
    figure('median', median(frames), middle),
    figure('p95', quantile(frames, 0.95)),
    figure('longest', Math.max(...frames), longest),
  ];
}

interface Handle {
  /** Moves the pointer to where a threshold is. */
  to(threshold: number): Promise<void>;
  /** The threshold that the page shows. */
  value(): Promise<number>;
}

/** Scrolls the handle into sight and takes hold of it. */
async function grabbed(page: Page): Promise<Handle> {
  const slider: Locator = page.getByRole('slider', { name: 'Confidence, at least' });
  // The filters are longer than the page: a pointer out of sight moves nothing.
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  assert.ok(box !== null && box.y > 0 && box.y + box.height < 1000, 'the handle is out of sight');
  const to = (threshold: number) =>
    page.mouse.move(box.x + INSET + ((box.width - 2 * INSET) * threshold) / 100, box.y + box.height / 2);
  await to(0);
  await page.mouse.down();
  return { to, value: async () => Number(await slider.inputValue()) };
}

type Server = (threshold: number) => Promise<Answer>;

/** What the server answers at a threshold, asked once. */
function serverOf(url: string): Server {
  const answers = new Map<number, Promise<Answer>>();
  return (threshold) => {
    const found = answers.get(threshold) ?? ask(url, threshold);
    answers.set(threshold, found);
    return found;
  };
}

async function ask(url: string, threshold: number): Promise<Answer> {
  const { datasets } = (await (await fetch(`${url}/api/info`)).json()) as {
    datasets: { id: string; start?: { states: string[] } }[];
  };
  const states = datasets.find((d) => d.id === SLIDER_DATA)?.start?.states ?? [];
  const codes = states.map((s) => s.replace('state:', '')).join();
  const query = `dataset=${SLIDER_DATA}&states=${codes}&threshold=${threshold}`;
  return (await fetch(`${url}/api/questions/around?${query}`)).json() as Promise<Answer>;
}

/** At each place the handle has a new value, and exactly those elements are ghosts whose claims the server has out. */
async function assertFollows(page: Page, handle: Handle, server: Server): Promise<void> {
  const start = await server(0);
  const stood = new Set(start.claims.filter((c) => c.stands).map((c) => c.claim.id));
  const seen = new Set<number>();
  for (const place of LOOKS) {
    await handle.to(place);
    const threshold = await handle.value();
    assert.ok(Math.abs(threshold - place) <= 1, `the handle is at ${threshold} and not at ${place}`);
    const now = await server(threshold);
    const out = new Set(
      now.claims
        .filter((c) => c.state === null || (stood.has(c.claim.id) && !c.stands))
        .map((c) => c.claim.id),
    );
    const { claims } = await page.evaluate(() => bench.elements());
    const expected = claims.filter((ids) => ids.every((id) => out.has(id))).length;
    await page
      .waitForFunction((n) => bench.elements().ghosts.length === n, expected, { timeout: 5000 })
      .catch(async () => {
        const { ghosts } = await page.evaluate(() => bench.elements());
        assert.equal(ghosts.length, expected, `ghosts on the canvas at ${threshold}`);
      });
    seen.add(expected);
  }
  assert.ok(seen.size > LOOKS.length / 2, `the ghosts hardly change: ${[...seen]}`);
}

/** Frames while a hand moves over the whole range and back, slowly and then fast. */
async function dragged(page: Page, handle: Handle): Promise<number[]> {
  await handle.to(0);
  await rest(page);
  const path = [
    ...Array.from({ length: 101 }, (_, i) => i),
    ...Array.from({ length: 101 }, (_, i) => 100 - i),
    ...Array.from({ length: 60 }, (_, i) => 50 - 50 * Math.cos(i / 4)),
  ];
  return recorded(page, handle, path);
}

async function recorded(page: Page, handle: Handle, path: readonly number[]): Promise<number[]> {
  await page.evaluate(() => {
    for (const list of [bench.frames, bench.ghosts, bench.values]) list.length = 0;
  });
  await along(page, handle, path);
  const { frames, ghosts, values } = await page.evaluate(() => ({
    frames: bench.frames,
    ghosts: bench.ghosts,
    values: bench.values,
  }));
  const seen = new Set(values);
  assert.ok(
    seen.size > 5 && Math.max(...values) > 90 && Math.min(...values) < 10,
    `the handle did not move over its range: ${[...seen]}`,
  );
  assert.ok(new Set(ghosts).size > 2, `the canvas did not follow: ${[...new Set(ghosts)]} ghosts`);
  return frames;
}

/** Moves as a hand does, which does not wait for the page. */
async function along(page: Page, handle: Handle, path: readonly number[]): Promise<void> {
  const moves: Promise<void>[] = [];
  for (const at of path) {
    moves.push(handle.to(at));
    await page.waitForTimeout(MOVE_MS);
  }
  await Promise.all(moves);
}

const rest = (page: Page) => page.waitForTimeout(600);

/** Lets go at several places: the address has the threshold, and the canvas soon what the server answers. */
async function releases(page: Page, handle: Handle, server: Server) {
  const times: number[] = [];
  const frames: number[] = [];
  const down: number[] = [];
  for (const place of RELEASES) {
    const from = await handle.value();
    // What comes in again on the way down is held to the same as what goes out on the way up.
    const steps = Math.abs(place - from);
    const path = Array.from({ length: steps }, (_, i) => from + ((place - from) * (i + 1)) / steps);
    await page.evaluate(() => bench.frames.splice(0));
    await along(page, handle, path);
    if (place < from) down.push(...(await page.evaluate(() => bench.frames.splice(0))));
    await rest(page);
    const threshold = await handle.value();
    const answer = await server(threshold);
    const claims = answer.claims.filter((c) => c.state !== null).map((c) => c.claim.id);
    await page.evaluate(() => bench.frames.splice(0));
    const painted = page.evaluate((ids) => bench.until(ids), claims);
    await page.mouse.up();
    times.push(await painted);
    frames.push(...(await page.evaluate(() => bench.frames.splice(0))));
    const search = new URL(page.url()).searchParams;
    assert.equal(search.get('threshold') ?? '0', String(threshold), 'the threshold of the address');
    await rest(page);
    await handle.to(threshold);
    await page.mouse.down();
  }
  await page.mouse.up();
  return { times, frames, down };
}
