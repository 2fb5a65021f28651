// entente up with its own Neo4j: served, refused a second time, joined by other commands, survived by a restart, stopped.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../server/version.ts';

let folder = '';
let environment: Record<string, string | undefined> = {};
let up: Started;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-up-'));
  const clean = Object.entries(process.env).filter(([key]) => !/^NEO4J_/.test(key));
  environment = {
    ...Object.fromEntries(clean),
    ENTENTE_DATA: path.join(folder, 'data'),
    ENTENTE_PORT: '0',
    ENTENTE_PLAN: '0',
    ENTENTE_QUERY_SECONDS: '120',
  };
  up = start('up');
});
afterAll(async () => {
  up.child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
});

interface Started {
  child: ChildProcess;
  /** All that it has said so far. */
  said: { text: string };
  ended: Promise<number | null>;
}

function start(...args: string[]): Started {
  const child = spawn(process.execPath, [path.join(root, 'server', 'entente.mjs'), ...args], {
    cwd: folder,
    env: environment,
  });
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said.text += text;
    });
  return { child, said, ended: new Promise((resolve) => child.once('close', resolve)) };
}

/** Waits until something is so; what is thrown on the way is not yet so. */
async function until<T>(what: () => Promise<T | null | undefined>): Promise<T> {
  for (;;) {
    const found = await what().catch(() => null);
    if (found !== null && found !== undefined) return found;
    if (up.child.exitCode !== null) throw new Error(up.said.text);
    await pause(200);
  }
}

const address = () => until(async () => /Entente is at (http:\S+)/.exec(up.said.text)?.[1]);
const health = async (url: string) => (await fetch(`${url}/api/health`)).status;

test('it serves, and a second one is refused with the address', async () => {
  const url = await address();
  expect(await health(url)).toBe(200);
  const second = start('up');
  expect(await second.ended).toBe(1);
  expect(second.said.text).toContain(`already running at ${url}`);
});

test('other commands use its Neo4j while it runs', async () => {
  const ask = start('ask', 'trilateral', '--states', 'CHN,RUS,PRK');
  expect(await ask.ended).toBe(0);
  expect(ask.said.text).toContain('4 stand: 3 asserted, 1 contested.');
  expect(ask.said.text).not.toContain('Starting Neo4j');
  expect(await health(await address())).toBe(200);
});

test('when Neo4j dies it says so, answers 503, and starts it again', async () => {
  const url = await address();
  const owner = JSON.parse(await readFile(path.join(folder, 'data', 'owner.json'), 'utf8'));
  process.kill(owner.java.pid, 'SIGKILL');
  await until(async () => ((await health(url)) === 503 ? true : null));
  await until(async () => ((await health(url)) === 200 ? true : null));
  expect(up.said.text).toContain('Neo4j ended by itself');
  const answer = await fetch(`${url}/api/questions/trilateral?states=CHN,RUS,PRK`);
  expect(answer.status).toBe(200);
});

test('Ctrl-C stops all of it, and the data can be used again', async () => {
  up.child.kill('SIGINT');
  expect(await up.ended).toBe(0);
  const again = start('datasets', 'list', '--json');
  expect(await again.ended).toBe(0);
  expect(again.said.text).toContain('beijing-2025');
});
