// The four widths of the page (UX.md section 7).
import { useSyncExternalStore } from 'react';

/** `wide` shows all; `rail` narrows the left; `menu` puts it behind a button; `narrow` has a bottom sheet. */
export type Mode = 'wide' | 'rail' | 'menu' | 'narrow';

const queries: [Mode, string][] = [
  ['narrow', '(max-width: 760px)'],
  ['menu', '(max-width: 1180px)'],
  ['rail', '(max-width: 1480px), (max-height: 860px)'],
];
const lists = queries.map(([mode, query]) => [mode, matchMedia(query)] as const);

/** The mode of the page now. */
export const modeNow = (): Mode => lists.find(([, list]) => list.matches)?.[0] ?? 'wide';

function subscribe(listener: () => void): () => void {
  for (const [, list] of lists) list.addEventListener('change', listener);
  return () => {
    for (const [, list] of lists) list.removeEventListener('change', listener);
  };
}

export const useMode = (): Mode => useSyncExternalStore(subscribe, modeNow);
