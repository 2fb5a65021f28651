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

const comment = fc.constantFrom('# the "old" list', '#"', '#,"a"b', '#');
const commented = fc.record({
  before: fc.array(fc.constantFrom('made of "several" lists', '"', 'plain', ''), { maxLength: 3 }),
  rows: fc.array(
    fc.record({
      comments: fc.array(comment, { maxLength: 2 }),
      cells: fc.array(fc.constantFrom('a', 'b#', '"#"', '"x\n# no ""comment"""', '"\n#"'), {
        minLength: 2,
        maxLength: 2,
      }),
    }),
    { maxLength: 8 },
  ),
  end: fc.constantFrom('\n', '\r\n'),
  size: fc.integer({ min: 1, max: 40 }),
});

test.each([true, false])(
  'comments and lines before the header are not judged, and counted (quotes written twice: %s)',
  async (doubleQuote) => {
    await fc.assert(
      fc.asyncProperty(commented, async ({ before, rows, end, size }) => {
        const lines = [...before, '# "', 'x,y'];
        const expected: { cells: string[]; line: number }[] = [{ cells: ['x', 'y'], line: lines.length }];
        for (const { comments, cells } of rows) {
          lines.push(...comments);
          expected.push({
            cells: cells.map((c) => c.replaceAll(/^"|"$/g, '').replaceAll('""', '"')),
            line: lines.length + 1,
          });
          const row = cells.join(',');
          lines.push(...(doubleQuote ? row : row.replaceAll('""', '\\"')).split('\n'));
        }
        const dialect = Table.parse({
          trim: false,
          commentPrefix: '#',
          skipRows: before.length,
          doubleQuote,
        });
        const read: { cells: string[]; line: number }[] = [];
        for await (const { cells, line } of rowsOf(cut(lines.join(end), size), dialect))
          read.push({ cells: cells.map((c) => c.replaceAll(end, '\n')), line });
        expect(read).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  },
);
