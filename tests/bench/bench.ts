// npm run bench: how fast the program is, where it can be as a ratio within one run. Prints the figures, and stores
// them as JSON. Not a test: a noisy machine decides nothing.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import neo4j, { type Driver } from 'neo4j-driver';
import type { Answer } from '../../model/answer.ts';
import { Graph } from '../../server/graph/graph.ts';
import { load } from '../../server/load/load.ts';
import { connect } from '../../server/neo4j/connect.ts';
import { startEmbedded } from '../../server/neo4j/embedded.ts';
import { silent } from '../../server/neo4j/progress.ts';
import { readSettings } from '../../server/settings.ts';
import { openBrowser } from '../support/browser.ts';
import { generated } from './generated.ts';
import { measureLoad } from './load.ts';
import { allAtOnce, type Figure, lineOf, median, timed } from './measure.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'entente-bench-'));
const PORT = 4699;
const url = `http://127.0.0.1:${PORT}`;
const environment = { ...process.env, ENTENTE_DATA: folder, ENTENTE_PORT: String(PORT) };
const settings = readSettings(environment, '');
const figures: Figure[] = [];
const note = (figure: Figure) => {
  figures.push(figure);
  process.stdout.write(`${lineOf(figure)}\n`);
};

/** Starts the program as a user does; resolves when it tells its address. */
async function up(): Promise<{ seconds: number; stop: () => Promise<number> }> {
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(root, 'server/entente.mjs'), 'up'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  // Where a measurement fails, nothing is left running.
  process.once('exit', () => child.kill('SIGTERM'));
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on(
        'line',
        (line) => line.startsWith(`Entente is at ${url}`) && resolve(),
      );
    void ended.then((code) => reject(new Error(`entente up ended with ${code}`)));
  });
  const seconds = (performance.now() - began) / 1000;
  return {
    seconds,
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
  const later = await up();
  note({ what: 'start, later', value: later.seconds, unit: 's' });
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
  const api: number[] = [];
  for (let round = 0; round < 5; round++) {
    const a = median(await allAtOnce(50, byApi));
    const d = median(await allAtOnce(50, byDriver));
    api.push(a);
    ratios.push(a / d);
  }
  note({ what: 'an answer through the API, median of 50 at once', value: median(api), unit: 'ms' });
  note({ what: 'against the same Cypher by the driver', value: median(ratios), unit: 'ratio', aim: '≤ 1.3' });
}

/** Compressed JavaScript that the first screen sends. */
function scriptSize(sent: string[]): number {
  const assets = path.join(root, 'dist/client/assets');
  return readdirSync(assets)
    .filter((name) => name.endsWith('.js') && sent.some((s) => s.endsWith(name)))
    .reduce((sum, name) => sum + gzipSync(readFileSync(path.join(assets, name))).length, 0);
}

async function measureBrowser(): Promise<void> {
  const context = await openBrowser({ viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(new URL(request.url()).pathname));
  const opened: number[] = [];
  for (let i = 0; i < 5; i++)
    opened.push(
      await timed(async () => {
        await page.goto(`${url}/?dataset=beijing-2025`, { waitUntil: 'commit' });
        await page.waitForSelector('[data-ready="1"]');
        await page.waitForSelector('table tbody tr');
      }),
    );
  note({
    what: 'first screen drawn, from opening the page, first visit',
    value: (opened[0] ?? 0) / 1000,
    unit: 's',
    aim: '≤ 2',
  });
  note({ what: 'first screen drawn, median of 5', value: median(opened) / 1000, unit: 's', aim: '≤ 2' });
  note({
    what: 'JavaScript sent for it, compressed',
    value: scriptSize(sent) / 1000,
    unit: 'kB',
    aim: '≤ 400',
  });
  await page.goto(`${url}/?dataset=bench-draw`);
  await page.waitForSelector('[data-ready="1"]');
  const slider = page.getByRole('slider', { name: /confidence/i }).first();
  const box = await slider.boundingBox();
  if (box === null) throw new Error('no confidence slider');
  // As text: what runs in the page must not lean on what a compiler adds here.
  await page.evaluate(`{
    window.frames = [];
    let last = performance.now();
    const tick = (now) => { window.frames.push(now - last); last = now; requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
  }`);
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  await page.evaluate('window.frames.splice(0)');
  for (let i = 0; i < 90; i++) {
    await page.mouse.move(box.x + box.width / 2 + 100 * Math.sin(i / 14) + 60, y);
    await page.waitForTimeout(8);
  }
  const frames = await page.evaluate<number[]>('window.frames');
  await page.mouse.up();
  note({ what: 'slider drag, 1,000 elements: median frame', value: median(frames), unit: 'ms', aim: '< 17' });
  note({
    what: 'slider drag, 1,000 elements: longest frame',
    value: Math.max(...frames),
    unit: 'ms',
    aim: '< 50',
  });
  await context.close();
}

try {
  process.stdout.write(
    `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.versions.node}\n`,
  );
  // `npm run bench -- load` measures loading and nothing else.
  const only = process.argv[2];
  if (only === 'load') {
    const server = await startEmbedded(settings, silent);
    await measureLoad(server, folder, note).finally(() => server.stop());
    process.exit();
  }
  await measureStart();
  const program = await up();
  const server = await connect(settings, silent);
  const graph = await Graph.connect({ ...server, querySeconds: 60 });
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), {
    disableLosslessIntegers: true,
  });
  await measureAnswers(driver);
  const drawn = path.join(folder, 'bench-draw.jsonl');
  // 60 states, 250 claims and their legs: about 1,000 elements.
  writeFileSync(drawn, `${[...generated('bench-draw', 250)].join('\n')}\n`);
  await load(graph, [{ path: drawn }]);
  await measureBrowser();
  await measureLoad(server, folder, note);
  await driver.close();
  await graph.close();
  await program.stop();
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
