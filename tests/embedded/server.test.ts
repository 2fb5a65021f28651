// The life of the embedded server: first start, second start, stop, kill, orphan, and what it refuses.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import neo4j from 'neo4j-driver';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { connect } from '../../server/neo4j/connect.ts';
import { type Embedded, startEmbedded } from '../../server/neo4j/embedded.ts';
import { passwordFile } from '../../server/neo4j/password.ts';
import { silent } from '../../server/neo4j/progress.ts';
import { readSettings } from '../../server/settings.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-embedded-'));
const settings = {
  ...readSettings({}, ''),
  ENTENTE_DATA: folder,
  ENTENTE_JARS: process.env.ENTENTE_JARS ?? '',
};
const start = () => startEmbedded(settings, silent, 0, true);
const node = process.execPath;

/** Processes that tests started; a test that fails leaves none behind. */
const children: ChildProcess[] = [];

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
});

async function ask(uri: string, password: string, text: string): Promise<unknown[]> {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password), {
    disableLosslessIntegers: true,
    maxTransactionRetryTime: 0,
  });
  try {
    const { records } = await driver.executeQuery(text);
    return records.map((record) => record.get(0));
  } finally {
    await driver.close();
  }
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Starts the server in a process of its own, as another terminal would. */
function spawnHolder() {
  const parent = spawn(node, ['--import', 'tsx', path.join(import.meta.dirname, 'held.mts')], {
    env: { ...process.env, ENTENTE_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(parent);
  return parent;
}

async function hold(): Promise<{ parent: ChildProcess; uri: string; password: string; pid: number }> {
  const parent = spawnHolder();
  for await (const line of createInterface({ input: parent.stdout })) return { parent, ...JSON.parse(line) };
  throw new Error('the server did not start');
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('close', resolve));
}

/** Kills the process that would stop the server when its parent is gone. */
function killWarden(parent: ChildProcess): void {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const warden = lines
    .map((line) => line.trim().split(/\s+/))
    .find(([, ppid, program, option]) => {
      return ppid === String(parent.pid) && program === node && option === '-e';
    });
  process.kill(Number(warden?.[0]), 'SIGKILL');
}

/** What the data folder tells of who runs it. */
function ownerIn(at: string): { java?: { pid: number }; port?: number } | null {
  const file = path.join(at, 'owner.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

describe('a life', () => {
  let server: Embedded;

  test('the first start makes a password that only the user can read', async () => {
    server = await start();
    expect(server.password.length).toBeGreaterThanOrEqual(32);
    if (process.platform !== 'win32') expect(statSync(passwordFile(settings)).mode & 0o777).toBe(0o600);
    expect(await ask(server.uri, server.password, 'CREATE (n:Kept {is: 1}) RETURN n.is')).toEqual([1]);
  });

  test('it listens on loopback alone, and takes neither no password nor the default one', async () => {
    expect(new URL(server.uri).hostname).toBe('127.0.0.1');
    await expect(ask(server.uri, 'neo4j', 'RETURN 1')).rejects.toThrow(/unauthorized|authentication/i);
    const open = neo4j.driver(server.uri);
    await expect(open.executeQuery('RETURN 1')).rejects.toThrow(/auth/i);
    await open.close();
  });

  test('a second start on the same data is refused with the process that has them', async () => {
    await expect(start()).rejects.toMatchObject({
      code: 'already-running',
      message: expect.stringContaining(String(process.pid)),
    });
    expect(await ask(server.uri, server.password, 'RETURN 1')).toEqual([1]);
  });

  test('a command joins the running server, and leaves it running', async () => {
    const joined = await connect(settings, silent);
    expect(joined).toMatchObject({ uri: server.uri, password: server.password, embedded: false });
    await joined.stop();
    expect(await ask(server.uri, server.password, 'RETURN 1')).toEqual([1]);
  });

  test('it stops when it is asked to, and is not ended', async () => {
    await server.stop();
    if (process.platform !== 'win32') expect(await server.exited).toBe('code 0');
    expect(existsSync(path.join(folder, 'owner.json'))).toBe(false);
  });

  test('a second start keeps password and data', async () => {
    const before = server.password;
    server = await start();
    expect(server.password).toBe(before);
    expect(await ask(server.uri, server.password, 'MATCH (n:Kept) RETURN n.is')).toEqual([1]);
  });

  test('a killed server loses nothing that was acknowledged', async () => {
    await ask(server.uri, server.password, 'UNWIND range(1, 1000) AS i CREATE (:Written {i: i})');
    process.kill(server.pid, 'SIGKILL');
    await server.exited;
    server = await start();
    expect(await ask(server.uri, server.password, 'MATCH (n:Written) RETURN count(n)')).toEqual([1000]);
    await server.stop();
  });

  test('when the program that started it is killed, the server ends by itself', async () => {
    const held = await hold();
    await kill(held.parent);
    await expect.poll(() => isAlive(held.pid), { timeout: 120_000 }).toBe(false);
    server = await start();
    expect(await ask(server.uri, server.password, 'MATCH (n:Kept) RETURN n.is')).toEqual([1]);
    await server.stop();
  });
});

// Windows ends processes without asking them, and has no ps to find one by what it runs.
describe.runIf(process.platform !== 'win32')('an orphan', () => {
  test('of a killed parent does not block the next start', async () => {
    const held = await hold();
    killWarden(held.parent);
    await kill(held.parent);
    expect(isAlive(held.pid)).toBe(true);
    const server = await start();
    expect(isAlive(held.pid)).toBe(false);
    expect(await ask(server.uri, server.password, 'MATCH (n:Kept) RETURN n.is')).toEqual([1]);
    await server.stop();
  });

  test('of a parent that was killed while the server was starting does not either', async () => {
    const parent = spawnHolder();
    const java = await vi.waitUntil(() => ownerIn(folder)?.java?.pid, { timeout: 60_000, interval: 20 });
    // It has no port yet: the file tells of it while it starts.
    expect(ownerIn(folder)?.port).toBeUndefined();
    killWarden(parent);
    await kill(parent);
    expect(isAlive(java)).toBe(true);
    const server = await start();
    expect(isAlive(java)).toBe(false);
    await server.stop();
  });
});

test('a process that has the number of a dead owner is neither taken for it nor stopped', async () => {
  const bystander = spawn(node, ['-e', 'setInterval(() => {}, 1000)']);
  children.push(bystander);
  const pid = bystander.pid as number;
  const owner = { node: { pid, started: '1' }, java: { pid, started: '1' }, port: 1 };
  writeFileSync(path.join(folder, 'owner.json'), JSON.stringify(owner));
  const server = await start();
  expect(isAlive(pid)).toBe(true);
  await server.stop();
});

test('of two starts at once one runs, and the other says so or joins it', async () => {
  const [one, other] = await Promise.allSettled([start(), start()]);
  const started = [one, other].filter((s) => s.status === 'fulfilled');
  const refused = [one, other].filter((s) => s.status === 'rejected');
  expect(started.length).toBe(1);
  expect(refused[0]?.reason).toMatchObject({ code: 'already-running' });
  await started[0]?.value.stop();

  const both = await Promise.all([connect(settings, silent), connect(settings, silent)]);
  expect(both.map((c) => c.embedded).sort()).toEqual([false, true]);
  expect(both[0]?.uri).toBe(both[1]?.uri);
  for (const connected of both) await connected.stop();
});

test('a server that died is started again at the same address', async () => {
  const connected = await connect(settings, silent);
  const { uri, password } = connected;
  const pid = ownerIn(folder)?.java?.pid as number;
  process.kill(pid, 'SIGKILL');
  await connected.exited;
  await connected.restart();
  expect(await ask(uri, password, 'MATCH (n:Kept) RETURN n.is')).toEqual([1]);
  await connected.stop();
});

test('data whose password is lost are told as such', async () => {
  const password = readFileSync(passwordFile(settings), 'utf8');
  rmSync(passwordFile(settings));
  await expect(start()).rejects.toMatchObject({
    code: 'server-start-failed',
    message: expect.stringContaining(passwordFile(settings)),
  });
  writeFileSync(passwordFile(settings), password);
});

test('a path with a blank is refused before anything is started', async () => {
  await expect(
    startEmbedded({ ...settings, ENTENTE_DATA: path.join(folder, 'a b') }, silent),
  ).rejects.toMatchObject({
    code: 'invalid-setting',
    message: expect.stringContaining('blank'),
  });
});

test('a data folder that cannot be written is told as such', async () => {
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  await expect(
    startEmbedded({ ...settings, ENTENTE_DATA: path.join(file, 'data') }, silent),
  ).rejects.toMatchObject({ code: 'invalid-setting', message: expect.stringContaining('cannot be written') });
});

test('a server that cannot start tells the end of its log', async () => {
  // The smallest heap that java takes is no heap that Neo4j starts in.
  const tight = { ...settings, ENTENTE_DATA: path.join(folder, 'tight'), ENTENTE_HEAP: '1m' };
  await expect(startEmbedded(tight, silent)).rejects.toMatchObject({
    code: 'server-start-failed',
    message: expect.stringMatching(/ended before it was ready[\s\S]*heap/i),
  });
});
