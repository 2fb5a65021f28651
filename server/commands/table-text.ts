// What reading tables by a mapping came to, as people read it.
import type { TableReport } from '../formats/table/tally.ts';

/** How many unknown texts are listed. */
const MOST = 20;
const count = (n: number) => n.toLocaleString('en-US');

/** The report as a text. */
export function tableText(report: TableReport): string {
  const lines = ['Tables:'];
  for (const { name, file, rows, left } of report.tables)
    lines.push(
      `  ${name}: ${count(rows)} rows of ${file}${left === 0 ? '' : `, ${count(left)} of them left out by where`}`,
    );
  if (report.entities > 0) lines.push(`Entities declared: ${count(report.entities)}`);
  if (report.claims > 0) {
    lines.push(`Claims: ${count(report.claims)}, with one statement each`);
    lines.push(`  by principals over their whole life: ${counted(report.sizes)}`);
    lines.push(`  by kind (a claim may have several): ${counted(report.kinds)}`);
  }
  if (report.unknown.length > 0) lines.push('Codes and names that lead to no entity:');
  for (const { column, text, rows, line, became } of report.unknown.slice(0, MOST))
    lines.push(
      `  ${column} "${text}": ${count(rows)} ${rows === 1 ? 'row' : 'rows'}, first in line ${line}: ${fate[became]}`,
    );
  if (report.unknown.length > MOST) lines.push(`  and ${count(report.unknown.length - MOST)} more`);
  if (report.notes.length > 0) lines.push('Left out, joined or changed:');
  for (const note of report.notes) lines.push(`  ${note}`);
  if (report.first.length > 0) lines.push('The first claims:');
  for (const claim of report.first) lines.push(`  ${claim}`);
  return lines.join('\n');
}

const fate = { stop: 'refused', skip: 'skipped', unnamed: 'kept as an unnamed entity' } as const;

const counted = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([name, n]) => `${name}: ${count(n)}`)
    .join(', ');
