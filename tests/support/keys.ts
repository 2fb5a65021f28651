// A page worked by key alone: what is pressed, and where the focus is.
import type { Page } from 'playwright-core';

/** The keyboard of the page that a test has open. */
export function keysOf(page: () => Page) {
  return {
    async press(...keys: string[]): Promise<void> {
      for (const key of keys) await page().keyboard.press(key);
    },
    /** The id of the focused element, or its name where it has none. */
    focused: (): Promise<string> =>
      page().evaluate(() => {
        const at = document.activeElement;
        return at?.id || at?.getAttribute('aria-label') || (at?.textContent ?? '').trim();
      }),
  };
}
