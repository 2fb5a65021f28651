// Questions whose answer is a page to read beside the picture: their names and keys. Each has its body in panels/Reports.tsx.
import type { Times } from '../model/api.ts';
import type { View } from '../model/view.ts';
import { ofWorld } from './between.ts';
import { toggleQuestion } from './steps.ts';

interface Report {
  /** The heading of the page. */
  title: string;
  /** What opens it. */
  label: string;
  /** As `event.key` has it. */
  key: string;
  /** What is said where the view does not say all that it needs; of states where nothing else is told. */
  lacking?: string;
  /** What it needs beside the question, where the view does not say it yet. */
  prepared?(times: Times | null): (view: View) => View;
}

export const reports: Readonly<Record<string, Report>> = {
  bloc: { title: 'Is it a bloc?', label: 'Report: is it a bloc?', key: 'b' },
  paths: {
    title: 'Chains between two',
    label: 'Report: chains between two',
    key: 'h',
    lacking: 'Choose two entities of any kind: the ends of the chains.',
  },
  changes: {
    title: 'What changed?',
    label: 'Report: what changed?',
    key: 'd',
    lacking: 'Choose the earlier day.',
    prepared: ofWorld,
  },
};

/** The report that a view has open; null where it has none. */
export const reportOf = (view: View): Report | null =>
  view.question === null ? null : (reports[view.question] ?? null);

/** Opens a report with what it needs; the same again closes it. */
export const toggleReport =
  (id: string, times: Times | null) =>
  (view: View): View => {
    const next = toggleQuestion(id)(view);
    const prepared = reports[id]?.prepared;
    return next.question === null || prepared === undefined ? next : prepared(times)(next);
  };
