// Which Entente this is: the version of the package, and a hash of its sources for what depends on them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The folder of the package. */
export const root = path.resolve(import.meta.dirname, '..');

/** The version of package.json. */
export const version = (
  JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
).version;

/**
 * SHA-256 of the names and contents of files and folders, in hexadecimal; what is not there adds nothing.
 * @param names paths under the package's folder
 */
export function sourceHash(...names: string[]): string {
  const hash = createHash('sha256');
  for (const name of names)
    for (const file of filesOf(name))
      hash
        .update(`${file}\0`)
        .update(readFileSync(path.join(root, file)))
        .update('\0');
  return hash.digest('hex');
}

function filesOf(name: string): string[] {
  const full = path.join(root, name);
  const stat = statSync(full, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [name];
  return readdirSync(full)
    .sort()
    .flatMap((child) => filesOf(`${name}/${child}`));
}
