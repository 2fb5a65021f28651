// Nothing is kept that nothing uses: files, exports and dependencies, as knip finds them.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

test('no unused file, export or dependency', () => {
  const knip = path.join(root, 'node_modules/knip/bin/knip.js');
  let said = '';
  try {
    said = execFileSync(process.execPath, [knip, '--no-progress'], { cwd: root, encoding: 'utf8' });
  } catch (error) {
    said = String((error as { stdout?: string }).stdout ?? error);
  }
  expect(said.trim()).toBe('');
});
