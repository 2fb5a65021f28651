// The lines of a file around one of them.
import { expect, test } from 'vitest';
import { linesAround } from '../../../client/lines.ts';

const texts = async (content: string, n: number) => {
  const lines = await linesAround(new Blob([content]), n);
  return lines.map((l) => `${l.n}:${l.text}`);
};

test('a line has the ones beside it, as far as they are there', async () => {
  expect(await texts('a\nb\r\nc\nd\n', 2)).toEqual(['1:a', '2:b', '3:c']);
  expect(await texts('a\nb\nc', 1)).toEqual(['1:a', '2:b']);
  expect(await texts('a\nb\nc', 3)).toEqual(['2:b', '3:c']);
  expect(await texts('a\n', 9)).toEqual([]);
});

test('lines that lie over the pieces of a large file are put together, and long ones cut', async () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => `line ${i + 1}`);
  expect(await texts(lines.join('\n'), 30_000)).toEqual(
    [29_999, 30_000, 30_001].map((n) => `${n}:line ${n}`),
  );
  expect((await texts(`a\n${'x'.repeat(100_000)}\nb`, 2))[1]).toHaveLength(402);
});
