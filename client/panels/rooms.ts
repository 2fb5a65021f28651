// The room that floating panels leave to the picture, as it is and as it would be if more of them were folded.
import { dockIsOpen, legendIsOpen } from '../actions.ts';
import type { Room } from '../canvas/viewport.ts';
import { modeNow } from '../mode.ts';
import { reportOf } from '../reports.ts';
import { get } from '../store.ts';

/** Between the picture and what floats over it. */
const GAP = 10;
const SIDE = 16;
/** What a legend is high that has not been open yet. */
const LEGEND = 170;

let legendHeight = LEGEND;

/**
 * The rooms of the picture in the order in which panels fold (UX.md section 4): as chosen, without the legend, without
 * the table as well. What the reader has opened or folded stays so in all of them.
 */
export function roomsOf(main: HTMLElement): Room[] {
  const state = get();
  const part = (id: string) => main.querySelector<HTMLElement>(`#${id}`);
  const end = (e: HTMLElement | null) => (e === null ? 0 : e.offsetTop + e.offsetHeight);
  const legend = part('legend');
  const isOpen = legendIsOpen(state);
  if (legend !== null && isOpen) legendHeight = legend.offsetHeight;
  const notices = part('notices');
  const told = notices === null || notices.offsetHeight === 0 ? 0 : end(notices);
  const top = Math.max(end(part('status')), end(part('tools')), told) + GAP;
  const report = part('report')?.clientWidth ?? 0;
  // One that covers all of it is closed before the picture is seen again.
  const beside = report < main.clientWidth - 1 ? report : 0;
  const insets = (open: boolean): Room['insets'] => {
    const below = open ? legendHeight + 12 + GAP : SIDE;
    const corner = legend === null || open ? null : { width: beside + 100, height: 34 + 12 + GAP };
    return { top, right: SIDE, bottom: below, left: SIDE + beside, corner };
  };
  const width = main.clientWidth;
  const now = { width, height: main.clientHeight, insets: insets(isOpen) };
  if (modeNow() !== 'wide') return [now];
  const { legend: legendChosen, dock: dockChosen, dockHeight } = state.scratch;
  const head = (document.querySelector<HTMLElement>('.dock-head')?.offsetHeight ?? 0) + 1;
  const whole = main.clientHeight + (dockIsOpen(state) ? dockHeight - head : 0);
  return [0, 1, 2].map((folds) => {
    const dock = dockChosen ?? folds < 2;
    return {
      width,
      height: whole - (dock ? dockHeight - head : 0),
      insets: insets(legendChosen ?? (folds < 1 && reportOf(state.view) === null)),
    };
  });
}
