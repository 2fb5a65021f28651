// Planning: after it no question, and nothing else that the page asks, meets a query that was never planned.
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { queryNames } from '../../server/graph/queries.ts';
import { planQuestions } from '../../server/plan.ts';
import { testGraph } from '../api/served.ts';
import { withGraph } from '../support/graph.ts';
import { onlySample } from '../support/sample.ts';

withGraph(onlySample);
const log = pino({ level: 'silent' });
const never = new AbortController().signal;

/** Plans, and gives what has run; `idle` is asked before each. */
async function planned(signal = never, idle = async () => {}): Promise<string[]> {
  const own = await testGraph();
  const ran: string[] = [];
  const { read, reading } = own;
  vi.spyOn(own, 'read').mockImplementation((asked, ...rest) => {
    ran.push(asked.name);
    return read.call(own, asked, ...rest);
  });
  vi.spyOn(own, 'reading').mockImplementation((lead, ...rest) => {
    ran.push(lead.name);
    return reading.call(own, lead, ...rest) as Promise<never>;
  });
  const warned = vi.spyOn(log, 'warn');
  await planQuestions(async () => own, idle, log, signal);
  expect(warned).not.toHaveBeenCalled();
  vi.restoreAllMocks();
  return ran;
}

test('every query that answers take is run, the first screen before all others', async () => {
  const ran = await planned();
  expect(ran.filter((name) => name.startsWith('questions/'))[0]).toBe('questions/around');
  const wanted = queryNames().filter((name) => /^(questions|bloc|fetch)\//.test(name));
  expect([...new Set(ran)].sort()).toEqual([...wanted, 'load/datasets'].sort());
}, 180_000);

test('it gives way to who waits, and ends when it is told to', async () => {
  const stop = new AbortController();
  let asked = 0;
  const ran = await planned(stop.signal, async () => {
    asked += 1;
    if (asked === 3) stop.abort();
  });
  expect(asked).toBe(3);
  expect(ran).not.toContain('questions/pairs');
});
