// Questions whose answer is a page to read beside the picture: their names and keys. Each has its body in panels/Reports.tsx.
import type { View } from '../model/view.ts';

interface Report {
  /** The heading of the page. */
  title: string;
  /** What opens it. */
  label: string;
  /** As `event.key` has it. */
  key: string;
}

export const reports: Readonly<Record<string, Report>> = {
  bloc: { title: 'Is it a bloc?', label: 'Report: is it a bloc?', key: 'b' },
};

/** The report that a view has open; null where it has none. */
export const reportOf = (view: View): Report | null =>
  view.question === null ? null : (reports[view.question] ?? null);
