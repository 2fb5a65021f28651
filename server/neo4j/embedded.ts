// The embedded Neo4j: the real Community server as a child process on its own folder, always with a password.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { InvalidError } from '../errors.ts';
import type { Settings } from '../settings.ts';
import { javaArguments, writeConfiguration } from './configuration.ts';
import { provideJars } from './jars.ts';
import { chooseJava } from './java.ts';
import { takeFolder, tellServer } from './owner.ts';
import { providePassword, user } from './password.ts';
import type { Report } from './progress.ts';
import { startProcess } from './server-process.ts';

/** A running embedded server. */
export interface Embedded {
  uri: string;
  user: string;
  password: string;
  pid: number;
  /** Milliseconds from the start of the process until it was ready. */
  startMs: number;
  /** How it ended, in words; resolves when it does. */
  exited: Promise<string>;
  /** Asks it to stop, and waits; after 30 s ends it. */
  stop(): Promise<void>;
}

/** The server's home within the data folder. */
const homeOf = (folder: string) => path.join(folder, 'neo4j');

/**
 * Starts the server of the data folder, fetching its jars where they are not there.
 * @param port to listen on; 0 takes a free one
 * @param brief quick to start and slow in long work, for tests
 * @throws UnavailableError `java-missing`, `java-unsupported`, `jar-broken`, `jar-unavailable`, `already-running`,
 *   `server-start-failed` with the end of its log; InvalidError `invalid-setting` for a path that Neo4j cannot take
 */
export async function startEmbedded(
  settings: Settings,
  report: Report,
  port = 0,
  brief = false,
): Promise<Embedded> {
  const folder = path.resolve(settings.ENTENTE_DATA);
  if (/[\s,]/.test(folder))
    throw new InvalidError(
      'invalid-setting',
      `ENTENTE_DATA=${folder} has a blank or a comma, which Neo4j does not take in the path of its data. Set it to another folder.`,
    );
  const java = await chooseJava(settings);
  const { files } = await provideJars(settings, report);
  makeFolder(folder);
  const giveBack = await takeFolder(folder, report.say);
  try {
    const home = homeOf(folder);
    const bolt = port === 0 ? await freePort() : port;
    writeConfiguration(home, bolt);
    const password = providePassword(settings, home);
    report.say('Starting Neo4j …');
    const args = javaArguments(home, files, { heap: settings.ENTENTE_HEAP, brief });
    const server = startProcess(java.program, args, home);
    void server.exited.then(giveBack);
    // Told before it is ready: should this program be killed now, the next start finds the orphan.
    await tellServer(folder, server.pid, null);
    const startMs = await server.ready;
    await tellServer(folder, server.pid, bolt);
    const { pid, exited, stop } = server;
    return { uri: `bolt://127.0.0.1:${bolt}`, user, password, pid, startMs, exited, stop };
  } catch (error) {
    giveBack();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InvalidError(
      'invalid-setting',
      `ENTENTE_DATA=${folder} cannot be written (${why}). Set it to another one.`,
      { cause },
    );
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
