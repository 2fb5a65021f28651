// A page worked by key alone: what is pressed, and where the focus is.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { soon } from './quiet.ts';

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
    /** Waits for the option of a list that Enter would take: a little after it is seen. */
    marked: (name: RegExp): Promise<void> =>
      page().locator('[role="option"][data-combobox-selected]').filter({ hasText: name }).waitFor(soon),
    /** Waits until a menu or a dialog has the focus: a little after it is seen, and Escape goes where the focus is. */
    entered: (role: 'menu' | 'dialog'): Promise<void> =>
      expect.poll(() => page().locator(`[role="${role}"]:focus-within`).count(), soon).toBe(1),
  };
}
