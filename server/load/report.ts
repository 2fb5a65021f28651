// The report of a load as people read it; programs take it as it is.
import type { EntryType } from '../../model/entry.ts';
import type { Counts, DatasetReport, Report } from '../../model/report.ts';

const names: [EntryType, string][] = [
  ['source', 'sources'],
  ['entity', 'entities'],
  ['claim', 'claims'],
  ['statement', 'statements'],
];

/** The report as people read it. */
export function reportText(report: Report): string {
  return report.datasets.map((d) => datasetText(d, report.dryRun)).join('\n\n');
}

function datasetText(d: DatasetReport, dryRun: boolean): string {
  const lines = [`${d.dataset}: ${d.title}`];
  if (!d.written) lines.push(`  ${dryRun ? 'Nothing would change' : 'Nothing changed'}: all is unchanged.`);
  const will = dryRun ? 'would be ' : '';
  if (d.written && d.counts.dataset.changed > 0)
    lines.push(`  the data set's own description ${will}changed`);
  for (const [type, name] of names)
    lines.push(`  ${name.padEnd(11)} ${countsText(d.counts[type], type, will)}`);
  const quotes = Object.entries(d.quotes).map(([result, n]) => `${n} ${result}`);
  if (quotes.length > 0) lines.push(`  ${'quotes'.padEnd(11)} ${quotes.join(', ')}`);
  for (const note of d.notes) lines.push(`  ${note}`);
  return lines.join('\n');
}

function countsText({ created, changed, removed, unchanged }: Counts, type: EntryType, will: string): string {
  const parts = [
    [created, `${will}created`],
    [changed, `${will}changed`],
    [removed, `${will}${type === 'statement' ? 'withdrawn' : 'removed'}`],
    [unchanged, 'unchanged'],
  ] as const;
  const told = parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`);
  return told.length === 0 ? 'none' : told.join(', ');
}
