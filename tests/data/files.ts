// What vitest calls before the tests of this folder: without the files there is one sentence and no test.
import { existsSync } from 'node:fs';
import { readSettings } from '../../server/settings.ts';
import { whatToDo } from './folder.ts';

export default function setup(): void {
  const folder = readSettings().ENTENTE_TEST_DATA;
  if (folder !== '' && existsSync(folder)) return;
  process.stderr.write(`${whatToDo(folder)}\n`);
  process.exit(1);
}
