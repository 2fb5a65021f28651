// The export, as far as the first screen has to know it: it is opened and closed. The work itself is sent when the dialog
// is (export-work.ts).
import type { Exporting } from './export-plan.ts';
import { get, scratch } from './store.ts';

/** Opens the dialog: the whole answer, as the first format writes it, through the lens of the page. */
export function openExport(theme: Exporting['theme']): void {
  const { view, info } = get();
  const first = info?.formats.find((f) => f.writes);
  scratch({
    exporting: {
      part: 'answer',
      format: first?.id ?? 'png',
      form: 'claims',
      bound: view.lens.marking,
      theme,
      size: 'screen',
      leaves: null,
      problem: null,
      run: null,
    },
  });
}

/** What closing the dialog leaves of it: a file that is on its way is called off first. */
export function closedExport(now: Exporting): Exporting | null {
  if (now.run === null) return null;
  now.run.controller.abort();
  return { ...now, run: null };
}

/** Closes the dialog. */
export function closeExport(): void {
  const now = get().scratch.exporting;
  if (now !== null) scratch({ exporting: closedExport(now) });
}
