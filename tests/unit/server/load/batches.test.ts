// How entries are written in batches by two writers: never many at once, and none after one has failed.
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { batches, inTurns, Numbered, split } from '../../../../server/load/batches.ts';

async function* sized(...sizes: number[]) {
  for (const bytes of sizes) yield { bytes };
}

test('a batch is about a megabyte; a larger entry is one of its own', async () => {
  const got: number[][] = [];
  for await (const batch of batches(sized(4e5, 4e5, 4e5, 5e6, 1, 2))) got.push(batch.map((e) => e.bytes));
  expect(got).toEqual([[4e5, 4e5, 4e5], [5e6], [1, 2]]);
});

test('rows of one transaction are 10,000 at most', () => {
  expect([...split(Array.from({ length: 25_000 }))].map((rows) => rows.length)).toEqual([
    10_000, 10_000, 5000,
  ]);
  expect([...split([])]).toEqual([]);
});

test('two writers take turns, and no batch is made before a writer is free', async () => {
  let alive = 0;
  let most = 0;
  async function* made() {
    for (let n = 0; n < 20; n++) {
      alive += 1;
      most = Math.max(most, alive);
      yield n;
    }
  }
  const written: number[] = [];
  await inTurns(made(), async (n) => {
    await wait(n % 3);
    written.push(n);
    alive -= 1;
  });
  expect(written.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  expect(most).toBe(2);
});

test('where one fails, the other is waited for and no more are begun', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  async function* made() {
    for (let n = 0; n < 20; n++) yield n;
  }
  const work = inTurns(made(), async (n) => {
    begun.push(n);
    await wait(n === 0 ? 5 : 20);
    if (n === 0) throw new Error('full');
    ended.push(n);
  });
  await expect(work).rejects.toThrow('full');
  expect([begun, ended]).toEqual([[0, 1], [1]]);
});

test('what is the same has one number', () => {
  const numbered = new Numbered<string>();
  expect(['b', 'a', 'b', 'c', 'a'].map((word) => numbered.place(word, word))).toEqual([0, 1, 0, 2, 1]);
  expect(numbered.all).toEqual(['b', 'a', 'c']);
});
