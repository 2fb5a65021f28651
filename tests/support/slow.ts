// Finds what a browser test does not wait for: every request of a page is late, each by another time, and so the answers
// come in other orders than on this machine at rest.
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import { z } from 'zod';

const number = (least: number) => z.coerce.number().int().min(least);
const settings = z
  .object({
    /** Requests are late by up to so many milliseconds. */
    TEST_DELAY_MS: number(0).default(0),
    /** Another number is another order. */
    TEST_DELAY_SEED: number(0).default(1),
    /** The page computes so many times slower. */
    TEST_CPU_SLOWER: number(1).default(1),
  })
  .parse(process.env);

/** Between 0 and 1, the same for the same text. */
const share = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;

/** Slows all pages of a context as the environment says (CONTRIBUTING.md). Routes of a test come before this one. */
export async function slow(context: BrowserContext): Promise<void> {
  const { TEST_DELAY_MS: most, TEST_DELAY_SEED: seed, TEST_CPU_SLOWER: rate } = settings;
  if (rate > 1)
    context.on('page', async (page) => {
      try {
        const session = await context.newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate });
      } catch (cause) {
        if (!page.isClosed()) throw cause;
      }
    });
  if (most === 0) return;
  let n = 0;
  await context.route(/^http/, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    n += 1;
    await wait(most * share(`${seed} ${n} ${pathname}${search}`));
    // Meanwhile the page may have called it off, or be closed.
    await route.fallback().catch(() => {});
  });
}
