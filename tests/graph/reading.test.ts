// Reading: several queries in one transaction, and the current loads, which are shared by many and never old.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { defaultLens } from '../../model/lens.ts';
import { noFilters } from '../../model/question.ts';
import { ask } from '../../server/ask.ts';
import type { Graph } from '../../server/graph/graph.ts';
import { load } from '../../server/load/load.ts';
import { currentLoads, scopeOf } from '../../server/scope.ts';
import { testGraph } from '../api/served.ts';
import { graph, withGraph } from '../support/graph.ts';
import { onlySample } from '../support/sample.ts';
import { file, harbours, testQuery } from './harbours.ts';

withGraph(onlySample);
/** As another program has it. */
let other: Graph;
beforeAll(async () => {
  other = await testGraph();
});
afterAll(async () => {
  await onlySample(other);
  await other.close();
});

describe('one transaction', () => {
  test('goes on after rows that are not taken', async () => {
    const numbers = testQuery('UNWIND range(1, 100000) AS n RETURN n');
    const found = await graph.reading(numbers, async (reading) => {
      const first: unknown[] = [];
      for await (const row of reading.stream(numbers, {})) {
        first.push(row.n);
        if (first.length === 3) break;
      }
      const [row] = await reading.read(testQuery('RETURN 7 AS seven'), {});
      return [...first, row?.seven];
    });
    expect(found).toEqual([1, 2, 3, 7]);
  });

  test('is all that an answer takes beside the current loads', async () => {
    await ask(graph, { question: 'joint', filters: noFilters, lens: defaultLens });
    const alone = vi.spyOn(graph, 'read');
    const readings = vi.spyOn(graph, 'reading');
    const answer = await ask(graph, { question: 'joint', filters: noFilters, lens: defaultLens });
    expect(alone.mock.calls.map(([asked]) => asked.name)).toEqual(['fetch/loads']);
    expect(readings.mock.calls.map(([lead]) => lead.name)).toEqual(['questions/joint']);
    expect(answer.queries.map((q) => q.name)).toEqual([
      'questions/joint',
      'fetch/entries',
      'fetch/entities',
      'fetch/sources',
    ]);
    vi.restoreAllMocks();
  });
});

describe('the current loads', () => {
  const lens = { datasets: [] };

  test('are read a few times for many who ask at once', async () => {
    await scopeOf(graph, lens);
    const readings = vi.spyOn(graph, 'read');
    await Promise.all(Array.from({ length: 50 }, () => scopeOf(graph, lens)));
    expect(readings.mock.calls.length).toBeLessThanOrEqual(2);
    readings.mockRestore();
  });

  test('are those of now, also where another program has loaded', async () => {
    const titled = (title: string) => file(harbours.replace(/title: .*/, `title: ${title}`));
    await load(other, [titled('One')]);
    const title = async () => (await scopeOf(graph, lens)).datasets.find((d) => d.id === 'harbours')?.title;
    expect(await title()).toBe('One');
    await load(other, [titled('Two')]);
    expect(await title()).toBe('Two');
  });

  test('a reading that has begun is not for who asks after it', async () => {
    const early = currentLoads(graph);
    // Until it has begun, it is shared.
    await new Promise((resolve) => setImmediate(resolve));
    const { datasets } = await load(other, [file(harbours.replace(/title: .*/, 'title: Three'))]);
    expect((await currentLoads(graph)).harbours).toBe(datasets[0]?.load);
    await early;
  });

  test('fail for those who asked, and are read again for the next', async () => {
    vi.spyOn(graph, 'read').mockRejectedValueOnce(new Error('gone'));
    await expect(currentLoads(graph)).rejects.toThrow('gone');
    expect(Object.keys(await currentLoads(graph))).toContain('beijing-2025');
    vi.restoreAllMocks();
  });
});
