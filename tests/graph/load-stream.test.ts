// Files of any size and in any order: the loader reads them as a stream and holds little of them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, afterEach, expect, inject, test } from 'vitest';
import { cleanUp, removeDataset, takeBack } from '../../server/load/datasets.ts';
import { load } from '../../server/load/load.ts';
import { prepareGraph } from '../../server/prepare-graph.ts';
import { graph, withGraph } from '../support/graph.ts';
import { file, testQuery } from './harbours.ts';

withGraph(prepareGraph);
afterEach(async () => {
  await removeDataset(graph, 'stream').catch(() => {});
  await cleanUp(graph, 0);
});
afterAll(async () => {
  await graph.write(testQuery("MATCH (d:Dataset {id: 'stream'}) DETACH DELETE d"));
});

const dataset = { type: 'dataset', id: 'stream', title: 'A stream', coverage: [] };
const source = { type: 'source', id: 'https://example.org/stream', dataset: 'stream', title: 'A source' };
const claim = (n: number, more = {}) => ({
  type: 'claim',
  id: `stream/c${n}`,
  title: `Claim ${n}`,
  kinds: ['treaty'],
  modality: 'done',
  incomplete: false,
  parties: ['CHN', 'RUS'].map((s) => ({ entity: `state:${s}`, role: 'signatory' })),
  ...more,
});
const statement = (n: number) => ({
  type: 'statement',
  claim: `stream/c${n}`,
  source: source.id,
  stance: 'asserts',
  confidence: n % 101,
  basis: 'stated',
});
const lines = (entries: object[]) => entries.map((e) => `${JSON.stringify(e)}\n`).join('');

test('entries may stand in any order', async () => {
  const three = [0, 1, 2];
  const ordered = file(
    lines([dataset, source, ...three.map((n) => claim(n)), ...three.map(statement)]),
    'a.jsonl',
  );
  const mixed = file(
    lines([...three.map(statement), claim(0), source, claim(1), dataset, claim(2)]),
    'b.jsonl',
  );
  await load(graph, [mixed]);
  const again = await load(graph, [ordered]);
  expect(again.datasets[0]).toMatchObject({ written: false, counts: { claim: { unchanged: 3 } } });
});

test('a claim of very many parties keeps them all, each in its place', async () => {
  const parties = Array.from({ length: 21_000 }, (_, i) => ({
    entity: `organization:o${i % 10_500}`,
    role: i % 2 === 0 ? 'signatory' : 'observer',
    ...(i % 3 === 0 ? { from: '2001-01-01' } : {}),
  }));
  const entities = Array.from({ length: 10_500 }, (_, i) => ({
    type: 'entity',
    id: `organization:o${i}`,
    dataset: 'stream',
    label: 'Organization',
    names: { en: `Organization ${i}` },
  }));
  await load(graph, [
    file(lines([dataset, source, ...entities, claim(0, { parties }), statement(0)]), 'c.jsonl'),
  ]);
  const rows = await graph.read(
    testQuery(`MATCH (e:Entity)-[p:PARTY_TO]->(c:Claim {id: 'stream/c0'}) MATCH (:Dataset {id: 'stream', load: c.load})
      RETURN e.id AS entity, p.role AS role, p.from AS from ORDER BY p.index`),
  );
  expect(rows).toEqual(parties.map((p) => ({ from: null, ...p })));
  await removeDataset(graph, 'stream');
  await takeBack(graph, 'stream');
});

test('the file is never held: one of 60 MB is loaded in a heap of 48 MB', { timeout: 240_000 }, async () => {
  const { uri, user, password } = inject('neo4j');
  const note = 'x'.repeat(100_000);
  const large = Array.from({ length: 600 }, (_, n) => [claim(n, { note }), statement(n)]);
  const { path: full } = file(lines([dataset, source, ...large.flat()]), 'large.jsonl');
  const child = spawn(
    process.execPath,
    [
      '--max-old-space-size=48',
      '--import',
      'tsx',
      path.join(import.meta.dirname, 'load-child.mts'),
      uri,
      user,
      password,
      full,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let told = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      told += text;
    });
  await once(child, 'close');
  expect(told).toBe('begins\ndone\n');
});
