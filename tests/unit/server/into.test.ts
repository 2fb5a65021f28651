// Where the command line writes: a file is whole or not there, and what is no file of its own stays what it is.
import { execFile, execFileSync } from 'node:child_process';
import { lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { into } from '../../../server/commands/into.ts';
import { temporary } from '../../support/temporary.ts';

const { folder } = temporary;

test('a file that breaks off leaves what was there', async () => {
  const out = path.join(folder, 'whole.csv');
  await into(['a', 'b'], out);
  async function* broken() {
    yield 'c';
    throw new Error('cut');
  }
  await expect(into(broken(), out)).rejects.toThrow('cut');
  expect(readFileSync(out, 'utf8')).toBe('ab');
  expect(temporary.files().filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a pipe is written to and stays a pipe', async () => {
  const pipe = path.join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reader = promisify(execFile)('cat', [pipe]);
  await into(['a', 'b'], pipe);
  expect((await reader).stdout).toBe('ab');
  expect(lstatSync(pipe).isFIFO()).toBe(true);
});

test('a link stays a link, and its file is written', async () => {
  const file = path.join(folder, 'file');
  const link = path.join(folder, 'link');
  writeFileSync(file, 'old');
  symlinkSync(file, link);
  await into(['new'], link);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('new');
});

test('a file that cannot be written is told by its name, with the reason', async () => {
  const nowhere = path.join(folder, 'no', 'such', 'file.csv');
  await expect(into(['a'], nowhere)).rejects.toMatchObject({
    code: 'unwritable-file',
    message: `${nowhere} cannot be written: there is no such folder.`,
  });
});
