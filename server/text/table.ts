// Lays rows out as a table of plain text that fits a terminal.

/** How wide a cell may be before it is shortened. */
const WIDEST = 60;

/**
 * @param heads the columns; a column whose cells are all empty is left out
 * @param rows as many cells as heads
 */
export function textTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const used = heads.map((_, i) => rows.some((row) => (row[i] ?? '') !== ''));
  const pick = (cells: readonly string[]) => cells.filter((_, i) => used[i]).map(shorten);
  const all = [pick(heads), ...rows.map(pick)];
  const widths = (all[0] ?? []).map((_, i) => Math.max(...all.map((cells) => [...(cells[i] ?? '')].length)));
  return all
    .map((cells) =>
      cells
        .map((cell, i) => pad(cell, widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const shorten = (cell: string) =>
  [...cell].length > WIDEST ? `${[...cell].slice(0, WIDEST - 1).join('')}…` : cell;
const pad = (cell: string, width: number) => cell + ' '.repeat(Math.max(0, width - [...cell].length));
