// Processor time of a page between one frame and the next. A machine that does other work as well makes frames late; this
// is told of the page alone.
import type { Page } from 'playwright-core';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  /** Microseconds of the processor. */
  tdur?: number;
  args?: { name?: string };
}

/** @returns milliseconds that the main thread of a page took for each frame while the work was done */
export async function traced(page: Page, work: () => Promise<unknown>): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  const includedCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return perFrame(mainThread(events));
}

/** Of the threads that draw pages the one that did most: other pages of the browser are empty. */
function mainThread(events: readonly TraceEvent[]): TraceEvent[] {
  const key = (e: TraceEvent) => `${e.pid} ${e.tid}`;
  const names = events.filter((e) => e.name === 'thread_name' && e.args?.name === 'CrRendererMain');
  const threads = [...new Set(names.map(key))].map((k) => events.filter((e) => key(e) === k && e.ph === 'X'));
  const sum = (list: TraceEvent[]) => list.reduce((n, e) => n + (e.tdur ?? 0), 0);
  return threads.sort((a, b) => sum(b) - sum(a))[0] ?? [];
}

/** The tasks from one commit of a frame to the next. */
function perFrame(events: readonly TraceEvent[]): number[] {
  const sorted = [...events].sort((a, b) => a.ts - b.ts);
  const frames: number[] = [];
  let now = 0;
  for (const e of sorted) {
    if (e.name === 'RunTask') now += (e.tdur ?? 0) / 1000;
    if (e.name !== 'Commit') continue;
    frames.push(now);
    now = 0;
  }
  return frames;
}
