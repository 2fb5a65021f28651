// Builds the page when its sources changed since it was last built.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root, sourceHash } from './version.ts';

const built = path.join(root, 'dist', 'client');
/** The hash of what it was built from; any other build takes it away. A file with a dot is not served. */
const mark = path.join(built, '.sources.sha256');

/** What the page is made of. */
const wanted = () => sourceHash('client', 'model', 'vite.config.ts', 'package-lock.json');

/** Whether the built page is there, and is of these sources. */
export async function clientState(): Promise<'fresh' | 'stale' | 'missing'> {
  if (!existsSync(path.join(built, 'index.html'))) return 'missing';
  // An image holds the built page alone: there is nothing it could be older than.
  if (!existsSync(path.join(root, 'client'))) return 'fresh';
  const of = existsSync(mark) ? await readFile(mark, 'utf8') : '';
  return of === wanted() ? 'fresh' : 'stale';
}

/**
 * Builds the page where it is missing or stale.
 * @param report one line for people
 * @returns whether there is a page now: without the build tools an old one stays, and is named as such
 */
export async function buildClient(report: (line: string) => void): Promise<boolean> {
  const state = await clientState();
  if (state === 'fresh') return true;
  const vite = await import('vite').catch(() => null);
  if (vite === null) {
    report(
      state === 'stale'
        ? 'The page is older than its sources and the build tools are not installed: run npm ci.'
        : 'The page is not built and the build tools are not installed: run npm ci. The API is served.',
    );
    return state === 'stale';
  }
  report(state === 'missing' ? 'Building the page …' : 'The sources of the page changed: building it …');
  await vite.build({
    configFile: path.join(root, 'vite.config.ts'),
    root: path.join(root, 'client'),
    logLevel: 'error',
  });
  await writeFile(mark, wanted());
  return true;
}
