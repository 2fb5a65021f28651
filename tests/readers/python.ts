// Programs in Python that read our files: run with the python that the setting PYTHON names.
import { execFileSync } from 'node:child_process';
import path from 'node:path';

/**
 * What a script of this folder prints as JSON.
 * @param needs the libraries that it imports, for telling what is missing
 */
export function python(script: string, needs: string, ...args: string[]): unknown {
  const program = process.env.PYTHON;
  if (program === undefined)
    throw new Error(`Set PYTHON to a python that has ${needs}: this suite reads our files with them.`);
  const file = path.join(import.meta.dirname, script);
  return JSON.parse(execFileSync(program, [file, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 }));
}
