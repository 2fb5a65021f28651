// A folder for the temporary files of a test file's own process, to which nothing else writes: what a program that fails
// or is stopped leaves behind is seen there.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, vi } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-tests-'));
vi.stubEnv('TMPDIR', folder);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

export const temporary = {
  folder,
  /** What is in it. */
  files: () => readdirSync(folder),
};
