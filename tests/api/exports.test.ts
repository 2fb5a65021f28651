// Exports whose reader goes away in the middle: what runs for them in Neo4j ends, and so does what waits in a file.
import { once } from 'node:events';
import { fstatSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { query } from '../../server/graph/queries.ts';
import { load } from '../../server/load/load.ts';
import { generated } from '../bench/generated.ts';
import { testQuery } from '../graph/harbours.ts';
import { type Served, serveSample } from './served.ts';

/** So many batches are read for all of it. */
const BATCHES = 30;

let served: Served;

beforeAll(async () => {
  served = await serveSample();
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-test-'));
  const file = path.join(folder, 'large.jsonl');
  writeFileSync(file, `${[...generated('large', 200 * BATCHES)].join('\n')}\n`);
  await load(served.graph, [{ path: file }]);
  await rm(folder, { recursive: true });
});
afterAll(() => served.stop());
afterEach(() => void vi.restoreAllMocks());

/** Open files that have no name any more: what waits for its turn in a file that is written. */
const waiting = () =>
  readdirSync('/dev/fd').filter((fd) => {
    try {
      const { nlink } = fstatSync(Number(fd));
      return fstatSync(Number(fd)).isFile() && nlink === 0;
    } catch {
      // It was that of the reading itself.
      return false;
    }
  }).length;

/** The readings of entries that run in Neo4j now. */
const running = async () =>
  (
    await served.graph.read(testQuery('SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery AS text'))
  ).filter((row) => row.text === query('fetch/entries').text);

/**
 * Asks for all of the data set, and goes away when something of it is there.
 * @param pause what is waited for before that, while nothing more is taken
 */
async function leaveAmid(
  format: string,
  isEnough: (told: string) => boolean,
  pause = async () => {},
): Promise<void> {
  const { hostname, port } = new URL(served.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(`GET /api/questions/around.${format}?dataset=large HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  let told = '';
  for await (const piece of socket.iterator({ destroyOnReturn: false })) {
    told += String(piece);
    if (isEnough(told)) break;
  }
  await pause();
  socket.destroy();
  expect(told).toContain('200 OK');
  expect(told).not.toContain('\r\n0\r\n\r\n');
}

/** How often entries were read since the last time that this was asked for. */
function countedReadings(): () => number {
  const readings = vi.spyOn(served.graph, 'reading');
  return () => {
    const entries = readings.mock.calls.filter(([lead]) => lead.name === 'fetch/entries');
    readings.mockClear();
    return entries.length;
  };
}

async function nothingIsLeft(): Promise<void> {
  await expect.poll(running, { timeout: 20_000 }).toEqual([]);
  await expect.poll(waiting, { timeout: 20_000 }).toBe(0);
}

// More of them than may be answered at once.
test.each([
  ['jsonl', (told: string) => told.includes('"claim"')],
  ['graphml', (told: string) => told.includes('<edge')],
  ['csv', (told: string) => told.includes('large/')],
  ['gexf', () => waiting() > 0],
  ['cyjs', () => waiting() > 0],
])('who goes away while %s is written leaves nothing behind', async (format, isEnough) => {
  const readings = countedReadings();
  for (let i = 0; i < 2; i++) {
    await leaveAmid(format, isEnough);
    await nothingIsLeft();
    expect(readings()).toSatisfy((n: number) => n > 0 && n < BATCHES);
  }
  const after = await fetch(`${served.url}/api/questions/around.${format}?dataset=beijing-2025`);
  expect(after.status).toBe(200);
  await after.text();
});

test('who stops reading holds the export up, and leaves nothing behind when he goes away then', async () => {
  const readings = countedReadings();
  let read = 0;
  await leaveAmid(
    'gexf',
    () => waiting() > 0,
    // Until no more is read for who takes nothing.
    () =>
      expect
        .poll(
          async () => {
            const more = readings();
            read += more;
            return more + (await running()).length;
          },
          { timeout: 60_000, interval: 500 },
        )
        .toBe(0),
  );
  expect(read).toSatisfy((n: number) => n > 0 && n < BATCHES);
  await nothingIsLeft();
});
