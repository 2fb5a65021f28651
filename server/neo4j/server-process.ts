// Runs a server as a child process: waits until it is ready, tells how it ended, stops it.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { UnavailableError } from '../errors.ts';
import { watchOver } from './warden.ts';

/** A process on its way up. */
export interface ServerProcess {
  pid: number;
  /** Resolves, when it is ready, with the milliseconds that took. @throws UnavailableError `server-start-failed` */
  ready: Promise<number>;
  /** How it ended, in words; resolves when it does. */
  exited: Promise<string>;
  /** Asks it to stop, and waits; after 30 s ends it. */
  stop(): Promise<void>;
}

const startTimeoutMs = 120_000;
const stopTimeoutMs = 30_000;

/**
 * Starts java with a server; it is stopped when this program ends.
 * @throws UnavailableError `server-start-failed` where java cannot be run
 */
export function startProcess(program: string, args: string[], home: string): ServerProcess {
  const began = performance.now();
  const child = spawn(program, args, {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    // Ctrl-C reaches the whole group of a terminal; the server is stopped by us, after what still uses it.
    detached: process.platform !== 'win32',
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: home, SystemRoot: process.env.SystemRoot },
  });
  const tail: string[] = [];
  const failed = (why: string) =>
    new UnavailableError(
      'server-start-failed',
      [why, ...(tail.length === 0 ? [] : ['The end of its log:', ...tail.slice(-20)])].join('\n'),
    );
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal === null ? `code ${code}` : `signal ${signal}`));
  });
  if (child.pid === undefined) throw failed(`${program} cannot be run.`);

  const dismiss = watchOver(child.pid);
  // The warden does the same; this one is at once and needs no other process.
  const onExit = () => child.kill('SIGTERM');
  process.once('exit', onExit);
  void exited.then(() => {
    dismiss();
    process.off('exit', onExit);
  });

  let timer: NodeJS.Timeout | undefined;
  const ready = new Promise<number>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        tail.push(line);
        if (tail.length > 100) tail.shift();
        if (/\bINFO\s+Started\.\s*$/.test(line)) resolve(performance.now() - began);
      });
    timer = setTimeout(() => {
      reject(failed(`Neo4j was not ready after ${startTimeoutMs / 1000} s.`));
      child.kill('SIGKILL');
    }, startTimeoutMs);
    void exited.then((how) => reject(failed(`Neo4j ended before it was ready (${how}).`)));
  }).finally(() => clearTimeout(timer));
  // Who waits for `ready` is told; where nobody does yet, it is no error of this program.
  ready.catch(() => {});
  return { pid: child.pid, ready, exited, stop: () => stop(child, exited) };
}

async function stop(child: ChildProcess, exited: Promise<string>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await exited;
  clearTimeout(timer);
}
