// Until a page does nothing more by itself: what a test has to wait for that reads many parts of it at once.
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A condition of the page is awaited so long; a machine that does other work as well needs some of it. */
export const soon = { timeout: 90_000 };

/** The page's own pauses, as that before counts are read out, are shorter. */
const PAUSE_MS = 500;

interface Requests {
  started: number;
  ended: number;
}
const requests = new WeakMap<Page, Requests>();

/** Counts the requests of all pages of a context, for `quiet`. */
export function countRequests(context: BrowserContext): void {
  context.on('page', (page) => {
    const of: Requests = { started: 0, ended: 0 };
    requests.set(page, of);
    page.on('request', () => {
      of.started += 1;
    });
    for (const end of ['requestfinished', 'requestfailed'] as const)
      page.on(end as 'requestfinished', () => {
        of.ended += 1;
      });
  });
}

/** Waits until no request of a page is under way and nothing of it has changed for longer than it ever pauses. */
export async function quiet(page: Page): Promise<void> {
  const of = requests.get(page);
  if (of === undefined) throw new Error('the requests of this page are not counted');
  const changes = () =>
    page.evaluate(async (pause) => {
      let n = 0;
      const observer = new MutationObserver((records) => {
        n += records.length;
      });
      const all = { attributes: true, characterData: true, childList: true, subtree: true };
      observer.observe(document, all);
      await new Promise((resolve) => setTimeout(resolve, pause));
      observer.disconnect();
      return n;
    }, PAUSE_MS);
  await expect
    .poll(async () => {
      const { started } = of;
      const changed = await changes();
      return { changed, started: of.started - started, underWay: of.started - of.ended };
    }, soon)
    .toEqual({ changed: 0, started: 0, underWay: 0 });
}
