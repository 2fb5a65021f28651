// A loader that is killed at any point: a reader sees the old data set or the new one, and the next load cleans up.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, inject, test } from 'vitest';
import { query } from '../../server/graph/queries.ts';
import { cleanUp, removeDataset } from '../../server/load/datasets.ts';
import { load } from '../../server/load/load.ts';
import { prepareGraph } from '../../server/prepare-graph.ts';
import { graph, withGraph } from '../support/graph.ts';
import { file, testQuery } from './harbours.ts';

const CLAIMS = 1000;

withGraph(prepareGraph);
afterAll(async () => {
  await removeDataset(graph, 'killed');
  await cleanUp(graph, 0);
  await graph.write(testQuery("MATCH (d:Dataset {id: 'killed'}) DETACH DELETE d"));
});

/** A data set of which every claim and statement tells the version. */
function version(n: number): { path: string } {
  const source = {
    type: 'source',
    id: 'https://example.org/killed',
    dataset: 'killed',
    title: `Version ${n}`,
  };
  const lines: object[] = [{ type: 'dataset', id: 'killed', title: `Version ${n}`, coverage: [] }, source];
  for (let i = 0; i < CLAIMS; i++)
    lines.push(
      {
        type: 'claim',
        id: `killed/c${i}`,
        title: `Version ${n}`,
        kinds: ['treaty'],
        modality: 'done',
        incomplete: false,
        parties: ['CHN', 'RUS', 'PRK'].map((s) => ({ entity: `state:${s}`, role: 'signatory' })),
      },
      {
        type: 'statement',
        claim: `killed/c${i}`,
        source: source.id,
        stance: 'asserts',
        confidence: n,
        basis: 'stated',
      },
    );
  return file(lines.map((line) => JSON.stringify(line)).join('\n'), `version-${n}.jsonl`);
}

const everything =
  testQuery(`MATCH (c:Claim)<-[:ABOUT]-(s:Statement)-[:FROM]->(source:Source) WHERE c.load IN $loads
  WITH c, s, source, COUNT { (c)<-[:PARTY_TO]-(:Entity) } AS parties
  RETURN count(*) AS claims, sum(parties) AS parties, collect(DISTINCT c.title) + collect(DISTINCT source.title) +
    collect(DISTINCT 'Version ' + toString(s.confidence)) AS versions`);

/** Which version a reader sees; it must be one, and whole. */
async function seen(): Promise<string> {
  const loads = (await graph.read(query('fetch/loads')))
    .filter((r) => r.dataset === 'killed')
    .map((r) => r.load);
  expect(loads).toHaveLength(1);
  const [row] = await graph.read(everything, { loads });
  const [first, ...others] = [...new Set(row?.versions as string[])];
  expect([row?.claims, row?.parties, others]).toEqual([CLAIMS, 3 * CLAIMS, []]);
  return first ?? '';
}

/**
 * Loads a file in a process of its own, and kills it at a step of the writing.
 * @param isHeld whether it stands still there; else it goes on until it is dead, be it in the midst of a query
 * @returns whether it was done before
 */
async function killed(input: { path: string }, step: number, isHeld: boolean): Promise<boolean> {
  const { uri, user, password } = inject('neo4j');
  const child = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', path.join(import.meta.dirname, 'load-child.mts')],
      ...[uri, user, password, input.path, String(step), isHeld ? 'held' : ''],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let done = false;
  const lines = createInterface({ input: child.stdout });
  const here = new Promise<void>((resolve) =>
    lines.on('line', (line) => {
      done ||= line === 'done';
      if (line === 'here') resolve();
    }),
  );
  const closed = once(child, 'close');
  await Promise.race([here, closed]);
  child.kill('SIGKILL');
  await closed;
  return done;
}

test('killed at every step, standing still or in the midst of it', { timeout: 600_000 }, async () => {
  const versions = [version(1), version(2)] as const;
  let steps = 0;
  const onProgress = () => {
    steps += 1;
  };
  await load(graph, [versions[0]], { onProgress });
  expect(steps).toBeGreaterThan(2);
  let reading = true;
  let reads = 0;
  const reader = (async () => {
    for (; reading; reads++) {
      expect(['Version 1', 'Version 2']).toContain(await seen());
      await wait(20);
    }
  })();
  // A read that fails is told where it is awaited, at the end.
  reader.catch(() => {});
  const unfinished: string[] = [];
  for (let i = 0; i < steps; i++) {
    const next = (await seen()) === 'Version 1' ? versions[1] : versions[0];
    const done = await killed(next, i + 1, i % 2 === 0);
    if (done) expect(`Version ${next === versions[0] ? 1 : 2}`).toBe(await seen());
    const left = await graph.read(
      testQuery("MATCH (l:Load {dataset: 'killed', state: 'writing'}) RETURN l.id AS id"),
    );
    unfinished.push(...left.map((row) => String(row.id)));
  }
  reading = false;
  await reader;
  expect(reads).toBeGreaterThan(0);
  // Whoever stands still has not written all.
  expect(unfinished.length).toBeGreaterThanOrEqual(steps / 2);
  const other = (await seen()) === 'Version 1' ? versions[1] : versions[0];
  await load(graph, [other]);
  expect(await seen()).toBe(other === versions[0] ? 'Version 1' : 'Version 2');
  const left = await graph.read(
    testQuery(`MATCH (n {dataset: 'killed'}) WHERE n.load IS NOT NULL
      AND NOT EXISTS { MATCH (l:Load {id: n.load}) WHERE l.state IN ['current', 'old'] }
      RETURN count(n) AS left`),
  );
  expect(left).toEqual([{ left: 0 }]);
});
