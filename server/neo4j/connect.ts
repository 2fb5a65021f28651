// The Neo4j that Entente works on: the one that NEO4J_URI names, the embedded one that runs already, or one of our own.
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EntenteError } from '../errors.ts';
import type { Settings } from '../settings.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { runningOwner } from './owner.ts';
import { readPassword, user } from './password.ts';
import type { Report } from './progress.ts';

/** How to reach the server, and how to leave it. */
export interface Connected {
  uri: string;
  user: string;
  password: string;
  /** Empty is the user's home database. */
  database: string;
  /** Whether this process started it. */
  embedded: boolean;
  /** Resolves with how it ended; never where it is not ours. */
  exited: Promise<string>;
  /** Starts it again at the same address after it ended; resolves when it answers. */
  restart(): Promise<void>;
  /** Stops what this process started, and nothing else. */
  stop(): Promise<void>;
}

const never = new Promise<string>(() => {});

/**
 * Connects by the settings: NEO4J_URI where it is set, else the embedded server of the data folder, which is joined
 * where it runs already, and started where it does not.
 * @throws what `startEmbedded` throws
 */
export async function connect(settings: Settings, report: Report): Promise<Connected> {
  if (settings.NEO4J_URI !== '')
    return foreign(settings.NEO4J_URI, settings.NEO4J_USER, settings.NEO4J_PASSWORD, settings.NEO4J_DATABASE);
  const folder = path.resolve(settings.ENTENTE_DATA);
  const join = async () => {
    const port = await waitFor(folder);
    return port === null ? null : foreign(`bolt://127.0.0.1:${port}`, user, readPassword(settings) ?? '', '');
  };
  const joined = await join();
  if (joined !== null) return joined;
  let server: Embedded;
  try {
    server = await startEmbedded(settings, report);
  } catch (error) {
    // Another program may have been faster to take the folder.
    const late = isAlreadyRunning(error) ? await join() : null;
    if (late === null) throw error;
    return late;
  }
  const connected: Connected = {
    uri: server.uri,
    user: server.user,
    password: server.password,
    database: '',
    embedded: true,
    exited: server.exited,
    restart: async () => {
      server = await startEmbedded(settings, report, Number(new URL(server.uri).port));
      connected.exited = server.exited;
    },
    stop: () => server.stop(),
  };
  return connected;
}

const isAlreadyRunning = (error: unknown) =>
  error instanceof EntenteError && error.code === 'already-running';

/** A server that somebody else runs. */
function foreign(uri: string, user: string, password: string, database: string): Connected {
  const nothing = async () => {};
  return { uri, user, password, database, embedded: false, exited: never, restart: nothing, stop: nothing };
}

/** The port of a server that runs on a folder, waiting while it is starting; null where none does. */
async function waitFor(folder: string): Promise<number | null> {
  for (let owner = await runningOwner(folder); owner !== null; owner = await runningOwner(folder)) {
    if (owner.port !== null) return owner.port;
    await pause(300);
  }
  return null;
}
