// The command line as a user has it: a process of its own, in a folder of its own, with no settings but those given.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../../server/version.ts';

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/**
 * Runs the program to its end.
 * @param folder where it runs, and keeps what it keeps
 * @param killed kills it, with no time to do anything
 */
export function runEntente(
  folder: string,
  args: readonly string[],
  environment: Record<string, string>,
  killed?: AbortSignal,
): Promise<Ended> {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^(ENTENTE|NEO4J)_/.test(key)),
  );
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'server', 'entente.mjs'), ...args], {
      cwd: folder,
      env: { ...clean, ENTENTE_DATA: path.join(folder, 'data'), ENTENTE_PORT: '0', ...environment },
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    killed?.addEventListener('abort', () => child.kill('SIGKILL'), { once: true });
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}
