// The application with its page over the shipped data set, and a browser that opens it: what every browser test starts.
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Answer } from '../../model/answer.ts';
import type { Info, QuestionCounts } from '../../model/api.ts';
import { parameters } from '../../model/parameters.ts';
import { buildClient } from '../../server/client-build.ts';
import { logOf } from '../../server/log.ts';
import { PLAN_SECONDS, planQuestions } from '../../server/plan.ts';
import { readSettings } from '../../server/settings.ts';
import { type Served, serveSample, testGraph } from '../api/served.ts';
import { openBrowser } from './browser.ts';
import { countRequests, quiet, soon } from './quiet.ts';
import { slow } from './slow.ts';

export { quiet, soon };

/** What the page did that it should not have done. */
interface Trouble {
  /** Errors and warnings of the console, violations of the policy among them, and errors that nobody caught. */
  told: string[];
  /** Requests to another origin. */
  outside: string[];
}

export interface Running extends Served {
  browser: BrowserContext;
  /** Opens an address of the page in a tab of its own. @returns when its picture is complete */
  open(address?: string, options?: OpenOptions): Promise<Page>;
  /** Of a tab that `open` has opened. */
  trouble(page: Page): Trouble;
  /** What the API answers at a path. */
  api<T>(path: string): Promise<T>;
}

interface OpenOptions {
  width?: number;
  height?: number;
  /** In another context: nothing of earlier visits is known there. */
  fresh?: boolean;
  /** Whether to wait for the picture; an empty graph has none. */
  picture?: boolean;
  before?(page: Page): Promise<unknown>;
}

/** The application, while the tests of a file run. */
export let running: Running;
const opened: Page[] = [];

/** Runs the application for the tests of a file; the pages that a test opens are closed after it. */
export function runForTests(): void {
  beforeAll(async () => {
    running = await run();
  });
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close();
  });
  afterAll(() => running?.stop());
}

/** Builds the page where it is stale, loads the shipped data set, serves both and starts a browser. */
async function run(): Promise<Running> {
  await build();
  const served = await serveSample();
  await plan();
  const browser = await openBrowser({ viewport: { width: 1600, height: 1000 }, acceptDownloads: true });
  await ready(browser);
  const troubles = new WeakMap<Page, Trouble>();
  const open = async (address = '/', options: OpenOptions = {}) => {
    const { width = 1600, height = 1000, fresh = false, picture = true, before } = options;
    const page = fresh ? await freshPage(browser) : await browser.newPage();
    opened.push(page);
    await page.setViewportSize({ width, height });
    troubles.set(page, watch(page, served.url));
    await before?.(page);
    try {
      await page.goto(served.url + address);
      if (picture) await complete(page);
    } catch (cause) {
      const told = [await text(page, '#notices'), ...(troubles.get(page)?.told ?? [])].join('\n');
      throw new Error(`${address} has no picture: ${told}`, { cause });
    }
    return page;
  };
  return {
    ...served,
    browser,
    open,
    trouble: (page) => troubles.get(page) ?? { told: [], outside: [] },
    api: async (path) => (await fetch(served.url + path)).json(),
    stop: async () => {
      await browser.close();
      await served.stop();
    },
  };
}

/** Has Neo4j plan the questions, as the program does when it starts: unplanned ones take seconds each. */
async function plan(): Promise<void> {
  const log = logOf(readSettings({ ENTENTE_LOG: 'silent' }, ''));
  await planQuestions(
    () => testGraph(PLAN_SECONDS),
    async () => {},
    log,
    new AbortController().signal,
  );
}

/** React is built for readers and not for tests, whatever the tests run as. */
async function build(): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await buildClient((line) => process.stderr.write(`${line}\n`));
  } finally {
    process.env.NODE_ENV = before;
  }
}

/** What holds for every context: what is not awaited by a condition is awaited as long. */
async function ready(context: BrowserContext): Promise<void> {
  context.setDefaultTimeout(soon.timeout);
  countRequests(context);
  await slow(context);
}

async function freshPage(browser: BrowserContext): Promise<Page> {
  const context = await browser.browser()?.newContext();
  if (context === undefined) throw new Error('this browser has one context only');
  await ready(context);
  const page = await context.newPage();
  page.once('close', () => void context.close());
  return page;
}

function watch(page: Page, origin: string): Trouble {
  const trouble: Trouble = { told: [], outside: [] };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.told.push(message.text());
  });
  page.on('pageerror', (error) => trouble.told.push(String(error)));
  page.on('request', (request) => {
    const isOwn = [`${origin}/`, `blob:${origin}/`, 'data:'].some((start) => request.url().startsWith(start));
    if (!isOwn) trouble.outside.push(request.url());
  });
  return trouble;
}

/** Until the picture is complete. What the page learns later is drawn later: see `quiet`. */
export async function complete(page: Page): Promise<void> {
  await page.locator('#canvas[data-ready="1"]').waitFor({ ...soon, state: 'attached' });
}

/** The text that is seen of a part of the page with its white space made even, or nothing where it is not there. */
export async function said(part: Locator): Promise<string> {
  return (await part.allInnerTexts()).join(' ').replace(/\s+/g, ' ').trim();
}

export const text = (page: Page, selector: string): Promise<string> => said(page.locator(selector));

/** Waits until a part of the page says something. */
export async function says(page: Page, selector: string, what: string | RegExp): Promise<void> {
  const told = expect.poll(() => text(page, selector), soon);
  await (typeof what === 'string' ? told.toContain(what) : told.toMatch(what));
}

/** The question counts as the list shows them, in its order. */
export const questionCounts = (page: Page): Promise<string[]> =>
  page.locator('[role="radio"] em').allInnerTexts();

/** Opens the legend where it has folded by itself: the picture needed its room. */
export async function openLegend(page: Page): Promise<void> {
  await quiet(page);
  const pill = page.locator('#legend.pill');
  if (await pill.isVisible()) await pill.click();
}

/** The entries of the legend as they are shown, each in a line. */
export async function legendRows(page: Page): Promise<string[]> {
  const rows = await page.locator('#legend li').allInnerTexts();
  return rows.map((row) => row.replace(/\s+/g, ' ').trim());
}

/** The titles of the claims in the table. */
export const tableTitles = (page: Page): Promise<string[]> =>
  page.locator('#dock tbody .row-title').allInnerTexts();

/** Where the nodes of the picture stand, by id; Cytoscape leaves its instance at its container. */
export async function places(page: Page): Promise<Record<string, [x: number, y: number]>> {
  return page.evaluate(() => {
    type Node = { id(): string; position(): { x: number; y: number } };
    type Registered = { _cyreg?: { cy: { nodes(): { map<T>(f: (n: Node) => T): T[] } } } };
    const stage = document.querySelector('#canvas > div') as (Element & Registered) | null;
    const nodes = stage?._cyreg?.cy.nodes();
    if (nodes === undefined) throw new Error('there is no picture');
    const round = (n: number) => Math.round(n * 100) / 100;
    return Object.fromEntries(
      nodes.map((n) => [n.id(), [round(n.position().x), round(n.position().y)] as [number, number]]),
    );
  });
}

/** The ids of the nodes that are ghosts while a handle moves. */
export async function ghosts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Node = { id(): string };
    type Registered = { _cyreg?: { cy: { nodes(of: string): { map<T>(f: (n: Node) => T): T[] } } } };
    const stage = document.querySelector('#canvas > div') as (Element & Registered) | null;
    return stage?._cyreg?.cy.nodes('.ghost').map((n) => n.id()) ?? [];
  });
}

/** The query of the API that a page's address stands for: what only the page uses is left out. */
function apiQuery(page: Page): string {
  const query = new URL(page.url()).searchParams;
  for (const { key, page: isOfPage } of parameters) if (isOfPage === true) query.delete(key);
  if (!query.has('states')) query.set('states', 'CHN,RUS,PRK');
  return `?${query}`;
}

/** Every count on the page, and the same ones as the API has them for the page's address. */
export async function allCounts(running: Running, page: Page): Promise<[shown: object, told: object]> {
  const query = apiQuery(page);
  const [around, counts, info] = await Promise.all([
    running.api<Answer>(`/api/questions/around${query}`),
    running.api<QuestionCounts>(`/api/questions${query}`),
    running.api<Info>('/api/info'),
  ]);
  const { count } = around;
  const inside = around.claims.filter((c) => c.state !== null);
  const status = await text(page, '#status');
  const number = (pattern: RegExp) => Number(pattern.exec(status)?.[1] ?? 0);
  const labels = await page
    .locator('[role="radio"]')
    .evaluateAll((all) => all.map((e) => e.getAttribute('aria-label') ?? ''));
  const shown = {
    stands: number(/(\d+) claims? stands?/),
    asserted: number(/(\d+) asserted/),
    contested: number(/(\d+) contested/),
    unverified: number(/(\d+) unverified/),
    absent: number(/(\d+) looked for/),
    few: number(/(\d+) with fewer origins/),
    rows: await page.locator('#dock tbody tr').count(),
    statements: Number(/Statements (\d+)/.exec(await text(page, '#dock [role="tablist"]'))?.[1]),
    questions: Object.fromEntries(labels.map((label, i) => [label.split(',')[0], i])),
  };
  const listed = await questionCounts(page);
  const questions = labels.map((label, i) => [label.split(',')[0], listed[i]]);
  const asked = info.questions.map(({ id, label }) => {
    const row = counts.questions.find((q) => q.question.id === id);
    const n = row?.question.counts === 'group' ? row.groupCount : row?.count?.stands;
    return [label, String(n ?? '–')] as const;
  });
  const told = {
    stands: count.stands,
    asserted: count.asserted,
    contested: count.contested,
    unverified: count.unverified,
    absent: count.denied + count.unevidenced + count.open,
    few: count.tooFewOrigins,
    rows: inside.length,
    statements: inside.flatMap((c) => c.statements).length,
    questions: Object.fromEntries(asked.filter(([label]) => questions.some(([l]) => l === label))),
  };
  return [{ ...shown, questions: Object.fromEntries(questions) }, told];
}

/** The lines that are written into the saved picture of what a page shows. */
export async function writtenInPicture(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const written: string[] = [];
    Object.assign(window, { written });
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (...args) {
      written.push(args[0]);
      return fillText.apply(this, args);
    };
  });
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('radio', { name: /^PNG, the picture/ }).click();
  await Promise.all([
    page.waitForEvent('download', soon),
    page.getByRole('button', { name: 'Save the file' }).click(),
  ]);
  return page.evaluate(() => (window as unknown as { written: string[] }).written);
}
