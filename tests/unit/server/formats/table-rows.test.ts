// Rows of a table are the same with quotes and without, and wherever the file is cut into pieces.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Table } from '../../../../model/table-dialect.ts';
import { rowsOf } from '../../../../server/formats/table/rows.ts';

async function* cut(text: string, size: number) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '国', '-'), maxLength: 20 });
const table = fc.record({
  rows: fc.array(
    fc.array(fc.record({ text: cell, isQuoted: fc.boolean(), line: fc.constantFrom('', '', '\n') }), {
      minLength: 3,
      maxLength: 3,
    }),
    { maxLength: 12 },
  ),
  plainUntil: fc.nat(12),
  end: fc.constantFrom('\n', '\r\n'),
  last: fc.boolean(),
  size: fc.integer({ min: 1, max: 40 }),
});

test('whatever is quoted, and however the file comes', async () => {
  await fc.assert(
    fc.asyncProperty(table, async ({ rows, plainUntil, end, last, size }) => {
      // A quoted cell may have a line end and quotes in it; lines before the first quoted cell are read by no parser.
      const written = rows.map((cells, i) =>
        cells.map(({ text, isQuoted, line }) => (isQuoted && i >= plainUntil ? `"${text}""${line}"` : text)),
      );
      const meant = rows.map((cells, i) =>
        cells.map(({ text, isQuoted, line }) => (isQuoted && i >= plainUntil ? `${text}"${line}` : text)),
      );
      const lines = ['x,y,z', ...written.map((cells) => cells.join(','))];
      const read: { cells: string[]; line: number }[] = [];
      for await (const row of rowsOf(
        cut(lines.join(end) + (last ? end : ''), size),
        Table.parse({ trim: false }),
      ))
        read.push(row);
      let line = 2;
      const expected = meant.map((cells) => {
        const row = { cells, line };
        line += 1 + cells.join('').split('\n').length - 1;
        return row;
      });
      expect(read.slice(1)).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});

test('where only some columns are used, the others stay as they are written', async () => {
  const rows = [];
  const table = 'x,y,z\n a , b ,NA\n';
  const dialect = Table.parse({ null: ['NA'] });
  for await (const { cells } of rowsOf(cut(table, 100), dialect, () => [0, 2])) rows.push(cells);
  expect(rows).toEqual([
    ['x', 'y', 'z'],
    ['a', ' b ', ''],
  ]);
});
