// npm run bench: how fast the program is, where it can be as a ratio within one run. Prints the figures, and stores
// them as JSON; `npm run bench -- slider` measures one part alone. Not a test: a noisy machine decides nothing.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import neo4j, { type Driver } from 'neo4j-driver';
import type { Page } from 'playwright-core';
import type { Answer } from '../../model/answer.ts';
import type { Info } from '../../model/api.ts';
import { Graph } from '../../server/graph/graph.ts';
import { load } from '../../server/load/load.ts';
import { connect } from '../../server/neo4j/connect.ts';
import { startEmbedded } from '../../server/neo4j/embedded.ts';
import { silent } from '../../server/neo4j/progress.ts';
import { readSettings } from '../../server/settings.ts';
import { openBrowser } from '../support/browser.ts';
import { measureExport, votesTables } from './export.ts';
import { fieldFolder, measureField } from './field.ts';
import { generated } from './generated.ts';
import { measureLoad } from './load.ts';
import { allAtOnce, type Figure, lineOf, median, timed } from './measure.ts';
import { measureSlider, SLIDER_CLAIMS, SLIDER_DATA } from './slider.ts';
import { atopTable, loadAtop, measureWorld } from './world.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'entente-bench-'));
const PORT = 4699;
const url = `http://127.0.0.1:${PORT}`;
const { ENTENTE_TEST_DATA: _, ...ours } = process.env;
const environment = { ...ours, ENTENTE_DATA: folder, ENTENTE_PORT: String(PORT), ENTENTE_LOG: 'info' };
const settings = readSettings(environment, '');
const figures: Figure[] = [];
const note = (figure: Figure) => {
  figures.push(figure);
  process.stdout.write(`${lineOf(figure)}\n`);
};

/** Starts the program as a user does; resolves when it tells its address. `planned` resolves when its questions are. */
async function up(): Promise<{ seconds: number; planned: Promise<void>; stop: () => Promise<number> }> {
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(root, 'server/entente.mjs'), 'up'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  // Where a measurement fails, nothing is left running.
  process.once('exit', () => child.kill('SIGTERM'));
  const said = (what: string) =>
    new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        createInterface({ input: stream }).on('line', (line) => line.includes(what) && resolve());
      void ended.then((code) => reject(new Error(`entente up ended with ${code}`)));
    });
  const planned = said('the questions are planned');
  // Where nobody waits for it, its failing is the other's.
  planned.catch(() => {});
  await said(`Entente is at ${url}`);
  const seconds = (performance.now() - began) / 1000;
  return {
    seconds,
    planned,
    stop: () =>
      timed(() => {
        child.kill('SIGTERM');
        return ended;
      }),
  };
}

async function measureStart(): Promise<void> {
  const first = await up();
  note({ what: 'start, first (jars in the cache)', value: first.seconds, unit: 's' });
  note({ what: 'stop', value: (await first.stop()) / 1000, unit: 's' });
  const begun = performance.now();
  const later = await up();
  note({ what: 'start, later', value: later.seconds, unit: 's' });
  await measureFirstVisit('first screen drawn, first visit, as soon as the address is told');
  await later.planned;
  note({ what: 'from the start until all is planned', value: (performance.now() - begun) / 1000, unit: 's' });
  await measureFirstVisit('first screen drawn, first visit, all planned', '≤ 2');
  await measureFirstAnswers();
  await later.stop();
  const server = await startEmbedded(settings, silent);
  note({ what: 'of that, the Neo4j process itself', value: server.startMs / 1000, unit: 's' });
  note({
    what: 'start, later, against the Neo4j process',
    value: later.seconds / (server.startMs / 1000),
    unit: 'ratio',
  });
  await server.stop();
}

async function measureAnswers(driver: Driver): Promise<void> {
  const address = `${url}/api/questions/bilateral?states=CHN,RUS,PRK&dataset=beijing-2025`;
  const answer = (await (await fetch(address)).json()) as Answer;
  const byApi = async () => (await fetch(address, { headers: { 'Cache-Control': 'no-cache' } })).text();
  const byDriver = async () => {
    for (const { cypher, parameters } of answer.queries)
      await driver.executeQuery(cypher, parameters, { routing: 'READ' });
  };
  for (const work of [byApi, byDriver]) for (let i = 0; i < 20; i++) await work();
  const ratios: number[] = [];
  const wholes: number[] = [];
  const api: number[] = [];
  for (let round = 0; round < 9; round++) {
    const a = await allAtOnce(50, byApi);
    const d = await allAtOnce(50, byDriver);
    api.push(median(a));
    ratios.push(median(a) / median(d));
    wholes.push(Math.max(...a) / Math.max(...d));
  }
  note({ what: 'an answer through the API, median of 50 at once', value: median(api), unit: 'ms' });
  note({ what: 'against the same Cypher by the driver', value: median(ratios), unit: 'ratio', aim: '≤ 1.3' });
  // The API lets eight in at a time and the driver all: the last of 50 says what both cost without that.
  note({ what: 'the last of the 50 against the last by the driver', value: median(wholes), unit: 'ratio' });
}

/** Opens the page and waits until the shipped case is drawn and listed. */
async function firstScreen(page: Page): Promise<void> {
  await page.goto(`${url}/?dataset=beijing-2025`, { waitUntil: 'commit' });
  // While Neo4j plans on a busy machine it may take long, and is measured all the same.
  await page.waitForSelector('[data-ready="1"]', { timeout: 300_000 });
  await page.waitForSelector('table tbody tr');
}

/** The first screen in a browser that was never here. */
async function measureFirstVisit(what: string, aim?: string): Promise<void> {
  const context = await openBrowser({ viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  const value = (await timed(() => firstScreen(page))) / 1000;
  note({ what, value, unit: 's', ...(aim === undefined ? {} : { aim }) });
  await context.close();
}

/** Each question with none to five states, asked for the first time, against the same when it is warm. */
async function measureFirstAnswers(): Promise<void> {
  const { questions } = (await (await fetch(`${url}/api/info`)).json()) as Info;
  const states = ['CHN', 'RUS', 'PRK', 'USA', 'JPN'];
  const firsts: number[] = [];
  const ratios: number[] = [];
  for (const { id, states: takes } of questions)
    for (const n of [0, 1, 2, 3, 5].filter((n) => n === 0 || (n >= takes.min && n <= (takes.max ?? n)))) {
      const ask = async () =>
        (await fetch(`${url}/api/questions/${id}${n === 0 ? '' : `?states=${states.slice(0, n)}`}`)).text();
      const first = await timed(ask);
      const warm: number[] = [];
      for (let i = 0; i < 5; i++) warm.push(await timed(ask));
      firsts.push(first);
      ratios.push(first / median(warm));
    }
  note({
    what: 'first answer after planning, the slowest of all questions',
    value: Math.max(...firsts),
    unit: 'ms',
  });
  note({
    what: 'first answer against the same one warm, median',
    value: median(ratios),
    unit: 'ratio',
    aim: '≤ 2',
  });
}

/** JavaScript that the first screen sends, as it was compressed with the page. */
function scriptSize(sent: string[]): number {
  const assets = path.join(root, 'dist/client/assets');
  return readdirSync(assets)
    .filter((name) => name.endsWith('.js') && sent.some((s) => s.endsWith(name)))
    .reduce((sum, name) => sum + statSync(path.join(assets, `${name}.br`)).size, 0);
}

async function measurePage(): Promise<void> {
  const context = await openBrowser({ viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(new URL(request.url()).pathname));
  const opened: number[] = [];
  for (let i = 0; i < 5; i++) opened.push(await timed(() => firstScreen(page)));
  note({ what: 'first screen drawn, median of 5', value: median(opened) / 1000, unit: 's', aim: '≤ 2' });
  note({
    what: 'JavaScript sent for it, compressed',
    value: scriptSize(sent) / 1000,
    unit: 'kB',
    aim: '≤ 400',
  });
  await context.close();
}

/** What a part may use of the program that runs. */
interface Program {
  graph: Graph;
  driver: Driver;
  server: Awaited<ReturnType<typeof connect>>;
}

async function withProgram(work: (program: Program) => Promise<void>): Promise<void> {
  const program = await up();
  await program.planned;
  const server = await connect(settings, silent);
  const graph = await Graph.connect({ ...server, querySeconds: 60 });
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), {
    disableLosslessIntegers: true,
  });
  await work({ graph, driver, server });
  await driver.close();
  await graph.close();
  await program.stop();
}

/** What is measured while the program runs, in this order: loading fills the graph, and comes last. */
const parts: Record<string, (program: Program) => Promise<void>> = {
  answers: ({ driver }) => measureAnswers(driver),
  page: measurePage,
  async slider({ graph }) {
    const file = path.join(folder, `${SLIDER_DATA}.jsonl`);
    writeFileSync(file, `${[...generated(SLIDER_DATA, SLIDER_CLAIMS)].join('\n')}\n`);
    await load(graph, [{ path: file }]);
    await measureSlider(url, note);
  },
  async world({ graph }) {
    await loadAtop(graph, atopTable());
    await measureWorld(url, note);
  },
  export: (program) => measureExport(program, url, votesTables(), note),
  load: ({ server }) => measureLoad(server, folder, note),
  field: (program) => measureField({ ...program, settings }, url, folder, note),
};
const names = ['start', ...Object.keys(parts)];
const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !names.includes(name));
if (unknown !== undefined)
  throw new Error(`There is no part "${unknown}" to measure; there are ${names.join(', ')}.`);
// The field's data are not in the repository: without them these parts are left out where they are not asked for by name.
const isChosen = (name: string) =>
  chosen.length === 0
    ? !['export', 'field', 'world'].includes(name) || fieldFolder() !== null
    : chosen.includes(name);
if (isChosen('world')) atopTable();
if (isChosen('export')) votesTables();

try {
  process.stdout.write(
    `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.versions.node}\n`,
  );
  if (isChosen('start')) await measureStart();
  if (Object.keys(parts).some(isChosen))
    await withProgram(async (program) => {
      for (const [name, measure] of Object.entries(parts)) if (isChosen(name)) await measure(program);
    });
  const results = path.join(root, 'dist/bench');
  mkdirSync(results, { recursive: true });
  const file = path.join(results, `${new Date().toISOString().replaceAll(':', '-')}.json`);
  writeFileSync(
    file,
    JSON.stringify(
      { at: new Date().toISOString(), node: process.versions.node, cpus: cpus().length, figures },
      null,
      2,
    ),
  );
  process.stdout.write(`Stored in ${path.relative(root, file)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
