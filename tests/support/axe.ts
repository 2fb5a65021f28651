// What axe finds broken on a page that stands still.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { soon } from './quiet.ts';

/** What moves to an end: a colour on its way has less contrast. */
const moving = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      document
        .getAnimations()
        .filter(
          (a) =>
            a.playState === 'running' && a.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
        ).length,
  );

/** The rules that axe finds broken, each with where. */
export async function broken(page: Page): Promise<string[]> {
  await expect.poll(() => moving(page), soon).toBe(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join('; ')}`);
}
