// npm run bench: how fast the program is, where it can be as a ratio within one run. Prints the figures, and stores
// them as JSON; `npm run bench -- slider` measures one part alone. Not a test: a noisy machine decides nothing.
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
import { allAtOnce, type Figure, lineOf, median, timed } from './measure.ts';
import { measureSlider, SLIDER_CLAIMS, SLIDER_DATA } from './slider.ts';

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

/** The same rows as the loader writes, by the driver's plain UNWIND CREATE in batches of the same size. */
async function plainCreate(driver: Driver, lines: string[]): Promise<void> {
  const entries = lines.map((line) => JSON.parse(line));
  const claims = entries.filter((e) => e.type === 'claim');
  const batches = async (text: string, rows: unknown[]) => {
    for (let i = 0; i < rows.length; i += 5000)
      await driver.executeQuery(text, { rows: rows.slice(i, i + 5000) });
  };
  await driver.executeQuery('CREATE CONSTRAINT plain IF NOT EXISTS FOR (p:Plain) REQUIRE p.id IS UNIQUE');
  await batches(
    'UNWIND $rows AS row CREATE (c:Plain) SET c = row',
    claims.map(({ parties, kinds, ...c }) => ({ ...c, kind: kinds[0] })),
  );
  await batches(
    'UNWIND $rows AS row MATCH (c:Plain {id: row.claim}) MATCH (e:Entity {id: row.entity}) CREATE (e)-[:PLAIN {role: row.role}]->(c)',
    claims.flatMap((c) => c.parties.map((p: object) => ({ ...p, claim: c.id }))),
  );
  await batches(
    'UNWIND $rows AS row MATCH (c:Plain {id: row.claim}) CREATE (s:PlainStatement)-[:PLAIN]->(c) SET s = row',
    entries.filter((e) => e.type === 'statement'),
  );
}

async function measureLoad(graph: Graph, driver: Driver): Promise<void> {
  const lines = [...generated('bench-load', 20_000)];
  const file = path.join(folder, 'bench-load.jsonl');
  writeFileSync(file, `${lines.join('\n')}\n`);
  const plain = await timed(() => plainCreate(driver, lines));
  const ours = await timed(() => load(graph, [{ path: file }]));
  const parties = lines.reduce((n, line) => n + (JSON.parse(line).parties?.length ?? 0), 0);
  note({
    what: 'load: claims, parties and statements',
    value: (lines.length + parties) / (ours / 1000),
    unit: 'rows/s',
  });
  note({
    what: 'load rate against plain UNWIND CREATE of the same rows',
    value: plain / ours,
    unit: 'ratio',
    aim: '≥ 0.5',
  });
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

async function measurePage(): Promise<void> {
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
  await context.close();
}

/** What a part may use of the program that runs. */
interface Program {
  graph: Graph;
  driver: Driver;
}

async function withProgram(work: (program: Program) => Promise<void>): Promise<void> {
  const program = await up();
  const server = await connect(settings, silent);
  const graph = await Graph.connect({ ...server, querySeconds: 60 });
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), {
    disableLosslessIntegers: true,
  });
  await work({ graph, driver });
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
  load: ({ graph, driver }) => measureLoad(graph, driver),
};
const names = ['start', ...Object.keys(parts)];
const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !names.includes(name));
if (unknown !== undefined)
  throw new Error(`There is no part "${unknown}" to measure; there are ${names.join(', ')}.`);
const isChosen = (name: string) => chosen.length === 0 || chosen.includes(name);

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
