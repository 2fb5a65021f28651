// Who runs the embedded Neo4j of a data folder: told in a file, so that a second start joins or refuses, and an orphan
// of a killed parent does not block the next one.
import { execFile } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { lock } from 'proper-lockfile';
import * as z from 'zod';
import { UnavailableError } from '../errors.ts';

/** A process, told from a later one of the same number by when it was started. */
const Process = z.object({ pid: z.int(), started: z.string() });
type Process = z.infer<typeof Process>;

/** The program that has a folder, its server once there is one, and the server's port once it is ready. */
const Owner = z.object({ node: Process, java: Process.optional(), port: z.int().optional() });
type Owner = z.infer<typeof Owner>;

const run = promisify(execFile);
const fileOf = (folder: string) => path.join(folder, 'owner.json');

/** When a process was started, as its system tells it; null where there is no such process. */
async function startedAt(pid: number): Promise<string | null> {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) /s, '')
        .split(' ');
      return stat[0] === 'Z' ? null : (stat[19] ?? null);
    }
    const [program, args] =
      process.platform === 'win32'
        ? ['powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`]]
        : ['ps', ['-o', 'lstart=', '-p', String(pid)]];
    // The same time must be written the same way, whatever the language and the clock of who asks.
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
    const { stdout } = await run(program as string, args as string[], { env, windowsHide: true });
    return stdout.trim() || null;
  } catch {
    return null;
  }
}

const isAlive = async (p: Process | undefined) => p !== undefined && (await startedAt(p.pid)) === p.started;

async function processOf(pid: number): Promise<Process> {
  return { pid, started: (await startedAt(pid)) ?? 'gone' };
}

function readOwner(folder: string): Owner | null {
  try {
    return Owner.safeParse(JSON.parse(readFileSync(fileOf(folder), 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** Written under another name first, so that nobody reads half of it. */
function writeOwner(folder: string, owner: Owner): void {
  const draft = `${fileOf(folder)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 });
  renameSync(draft, fileOf(folder));
}

/** Who runs Neo4j on these data now: the port it listens on, or null while it is starting; null where nobody does. */
export async function runningOwner(folder: string): Promise<{ pid: number; port: number | null } | null> {
  const owner = readOwner(folder);
  if (owner === null || !(await isAlive(owner.node))) return null;
  const up = owner.port !== undefined && (await isAlive(owner.java));
  return { pid: owner.node.pid, port: up ? (owner.port ?? null) : null };
}

/**
 * Takes a data folder for this process. An orphan, whose parent is gone, is stopped first.
 * @returns gives the folder back; a second call does nothing
 * @throws UnavailableError `already-running` where a living process has it
 */
export async function takeFolder(folder: string, say: (line: string) => void): Promise<() => void> {
  // Held only while the file is read and written anew: two starts at once must not both take over from a dead owner.
  const release = await lock(folder, {
    lockfilePath: path.join(folder, 'owner.lock'),
    retries: { retries: 120, minTimeout: 50, maxTimeout: 300 },
  });
  try {
    const owner = readOwner(folder);
    if (owner !== null && (await isAlive(owner.node)))
      throw new UnavailableError(
        'already-running',
        `Process ${owner.node.pid} already runs Neo4j on the data in ${folder}. Stop it first, or set ENTENTE_DATA to another folder.`,
      );
    if (owner?.java !== undefined && (await isAlive(owner.java))) await stopOrphan(owner.java, say);
    writeOwner(folder, { node: await processOf(process.pid) });
  } finally {
    await release();
  }
  let given = false;
  return () => {
    if (!given) rmSync(fileOf(folder), { force: true });
    given = true;
  };
}

/** Tells which server runs, as soon as there is one; and its port, once it is ready. */
export async function tellServer(folder: string, java: number, port: number | null): Promise<void> {
  writeOwner(folder, {
    node: await processOf(process.pid),
    java: await processOf(java),
    ...(port === null ? {} : { port }),
  });
}

/** Stops a server whose parent was killed: asks it, and after 20 s ends it; its log of transactions keeps the data. */
async function stopOrphan(java: Process, say: (line: string) => void): Promise<void> {
  say(`Stopping a Neo4j that was left behind (process ${java.pid}) …`);
  const signal = (name: 'SIGTERM' | 'SIGKILL') => {
    try {
      process.kill(java.pid, name);
    } catch {
      // Gone in the meantime, which is what is wanted.
    }
  };
  signal('SIGTERM');
  for (let waited = 0; await isAlive(java); waited += 100) {
    if (waited >= 20_000) signal('SIGKILL');
    await pause(100);
  }
}
