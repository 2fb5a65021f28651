// Looking for what is typed, once typing pauses.
import type { Found } from '../model/api.ts';
import * as api from './api.ts';
import { set } from './store.ts';

/** How long typing may pause before it is looked up. */
const PAUSE = 150;

/**
 * Looks for a text after a pause; what is wrong is told where the page tells it.
 * @param take gets what is found
 * @returns ends it, also while it is asked
 */
export function findSoon(wanted: string, take: (found: Found) => void): () => void {
  const controller = new AbortController();
  const timer = setTimeout(async () => {
    try {
      take(await api.find(wanted, controller.signal));
    } catch (error) {
      if (error instanceof api.ProblemError) set({ problem: error.problem });
      else if (!controller.signal.aborted) throw error;
    }
  }, PAUSE);
  return () => {
    clearTimeout(timer);
    controller.abort();
  };
}
