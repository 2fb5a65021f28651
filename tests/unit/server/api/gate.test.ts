// The gate: so many at once, the rest in order, none beyond the queue, and places given up are free again.
import { expect, test } from 'vitest';
import { Gate } from '../../../../server/api/gate.ts';

const never = new AbortController().signal;

/** Work that ends when it is told to. */
function work() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, run: () => ended };
}

test('runs so many at once, and the next one in order when one ends', async () => {
  const gate = new Gate(2, 5);
  const order: number[] = [];
  const works = [0, 1, 2, 3].map(() => work());
  const runs = works.map((w, i) =>
    gate.run(() => {
      order.push(i);
      return w.run();
    }, never),
  );
  expect(order).toEqual([0, 1]);
  works[1]?.end();
  await runs[1];
  expect(order).toEqual([0, 1, 2]);
  for (const w of works) w.end();
  await Promise.all(runs);
  expect(order).toEqual([0, 1, 2, 3]);
});

test('refuses beyond the queue, and takes more once there is room', async () => {
  const gate = new Gate(1, 1);
  const [first, second] = [work(), work()];
  const running = gate.run(first.run, never);
  const waiting = gate.run(second.run, never);
  await expect(gate.run(async () => 1, never)).rejects.toMatchObject({ code: 'too-many-requests' });
  first.end();
  second.end();
  await Promise.all([running, waiting]);
  await expect(gate.run(async () => 1, never)).resolves.toBe(1);
});

test('gives a place back when the work fails or its reader goes away', async () => {
  const gate = new Gate(1, 5);
  await expect(gate.run(() => Promise.reject(new Error('no')), never)).rejects.toThrow('no');
  const first = work();
  const running = gate.run(first.run, never);
  const gone = new AbortController();
  const waiting = gate.run(async () => 1, gone.signal);
  const last = gate.run(async () => 2, never);
  gone.abort();
  await expect(waiting).rejects.toThrow();
  first.end();
  await running;
  await expect(last).resolves.toBe(2);
});

test('tells who waits for everybody when no work runs any more', async () => {
  const gate = new Gate(1, 5);
  await gate.idle();
  const [first, second] = [work(), work()];
  const runs = [gate.run(first.run, never), gate.run(second.run, never)];
  let idle = false;
  const waiting = gate.idle().then(() => {
    idle = true;
  });
  first.end();
  await runs[0];
  await Promise.resolve();
  expect(idle).toBe(false);
  second.end();
  await Promise.all(runs);
  await waiting;
});
