// The life of the embedded server: first start, second start, stop, kill, orphan, and what it refuses.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import neo4j from 'neo4j-driver';
import { afterAll, describe, expect, test } from 'vitest';
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

afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
async function hold(): Promise<{ parent: ChildProcess; uri: string; password: string; pid: number }> {
  const parent = spawn(node, ['--import', 'tsx', path.join(import.meta.dirname, 'held.mts')], {
    env: { ...process.env, ENTENTE_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: parent.stdout as NodeJS.ReadableStream }))
    return { parent, ...JSON.parse(line) };
  throw new Error('the server did not start');
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
    const open = neo4j.driver(server.uri, neo4j.auth.none());
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

  test('it stops within five seconds, by itself', async () => {
    const began = performance.now();
    await server.stop();
    expect(performance.now() - began).toBeLessThan(5000);
    expect(await server.exited).toBe('code 0');
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
    expect(await server.exited).toBe('signal SIGKILL');
    server = await start();
    expect(await ask(server.uri, server.password, 'MATCH (n:Written) RETURN count(n)')).toEqual([1000]);
    await server.stop();
  });

  test.runIf(process.platform !== 'win32')(
    'an orphan of a killed parent does not block the next start',
    async () => {
      const held = await hold();
      held.parent.kill('SIGKILL');
      await new Promise((resolve) => held.parent.once('close', resolve));
      expect(isAlive(held.pid)).toBe(true);
      server = await start();
      expect(isAlive(held.pid)).toBe(false);
      expect(await ask(server.uri, server.password, 'MATCH (n:Kept) RETURN n.is')).toEqual([1]);
      await server.stop();
    },
  );
});

test('a path with a blank is refused before anything is started', async () => {
  await expect(
    startEmbedded({ ...settings, ENTENTE_DATA: path.join(folder, 'a b') }, silent),
  ).rejects.toMatchObject({
    code: 'invalid-setting',
    message: expect.stringContaining('blank'),
  });
});

test('a server that cannot start tells the end of its log', async () => {
  // The smallest heap that java takes is no heap that Neo4j starts in.
  const tight = { ...settings, ENTENTE_DATA: path.join(folder, 'tight'), ENTENTE_HEAP: '1m' };
  await expect(startEmbedded(tight, silent)).rejects.toMatchObject({
    code: 'server-start-failed',
    message: expect.stringMatching(/ended before it was ready[\s\S]*heap/i),
  });
});
