// The data set of the loader's tests loaded, and as a reader sees it then.
import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import { defaultLens } from '../../model/lens.ts';
import { noFilters } from '../../model/question.ts';
import { ask } from '../../server/ask.ts';
import { cleanUp, removeDataset } from '../../server/load/datasets.ts';
import { load } from '../../server/load/load.ts';
import { prepareGraph } from '../../server/prepare-graph.ts';
import { graph, withGraph } from '../support/graph.ts';
import { file, harbours, size, testQuery } from './harbours.ts';

/** The size of the graph before the test. */
export let empty: unknown;

/** Gives the tests of a file a graph to load the data set into; each leaves it as it was. */
export function withHarbours(): void {
  withGraph(async (graph) => {
    await prepareGraph(graph);
    await cleanUp(graph, 0);
    await graph.write(testQuery("MERGE (:Dataset {id: 'harbours'})"));
  });
  beforeEach(async () => {
    empty = await size(graph);
  });
  afterEach(async () => {
    await removeDataset(graph, 'harbours').catch(() => {});
    await cleanUp(graph, 0);
    expect(await size(graph)).toEqual(empty);
  });
  afterAll(async () => {
    await graph.write(testQuery("MATCH (d:Dataset {id: 'harbours'}) DETACH DELETE d"));
  });
}

/** Loads a text as the data set, and gives the report of it. */
export async function loaded(text = harbours, options = {}) {
  const report = await load(graph, [file(text)], options);
  const [first] = report.datasets;
  if (first === undefined) throw new Error('no data set was loaded');
  return first;
}

/** The data set as a reader sees it. */
export async function seen() {
  const lens = { ...defaultLens, datasets: ['harbours'] };
  return ask(graph, { question: 'around', filters: noFilters, lens });
}

/** The confidence of the statement of the report, as a reader sees it. */
export const confidence = async () =>
  (await seen()).claims
    .find((c) => c.claim.id === 'harbours/visit')
    ?.statements.find((s) => s.stance === 'asserts')?.confidence;
