// The temporary file of a load: what goes in comes out, in any order, and nothing of it stays.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Position, Spool } from '../../../../server/load/spool.ts';

const before = process.env.TMPDIR;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-spool-'));
  process.env.TMPDIR = folder;
});
afterEach(() => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  rmSync(folder, { recursive: true });
});

test('entries come back, small and large, in any order, while others are added', async () => {
  const spool = await Spool.open<{ n: number; text: string }>();
  const entry = (n: number) => ({ n, text: `é ${'x'.repeat(n % 7 === 0 ? 700_000 : n)}` });
  const positions: Position[] = [];
  for (let n = 0; n < 30; n++) positions.push(await spool.add(entry(n)));
  const read = async (which: number[]) => {
    const got = [];
    for await (const { entry } of spool.read(which.flatMap((n) => positions[n] ?? []))) got.push(entry);
    return got;
  };
  const all = positions.map((_, n) => n);
  expect(await read(all)).toEqual(all.map(entry));
  expect(await read([3, 29, 0, 14])).toEqual([3, 29, 0, 14].map(entry));
  positions.push(await spool.add(entry(30)));
  expect(await read([30, 1])).toEqual([entry(30), entry(1)]);
  await spool.close();
  expect(readdirSync(folder)).toEqual([]);
});

test.skipIf(process.platform === 'win32')(
  'has no name that could stay behind when the process is killed',
  async () => {
    const spool = await Spool.open<number>();
    await spool.add(1);
    expect(readdirSync(folder)).toEqual([]);
    await spool.close();
  },
);
