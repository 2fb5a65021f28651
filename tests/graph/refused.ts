// Loads that are to be refused, each held to have written nothing.
import { beforeEach, expect } from 'vitest';
import type { ProblemDetail } from '../../model/problem.ts';
import { InvalidError } from '../../server/errors.ts';
import { cleanUp } from '../../server/load/datasets.ts';
import { type LoadOptions, load } from '../../server/load/load.ts';
import type { LoadInput } from '../../server/load/read.ts';
import { prepareGraph } from '../../server/prepare-graph.ts';
import { graph, withGraph } from '../support/graph.ts';
import { file, size } from './harbours.ts';

let before: unknown;

/** Gives the tests of a file a graph to load into. */
export function withLoads(): void {
  withGraph(async (graph) => {
    await prepareGraph(graph);
    // The first load of all makes the lock's node.
    await cleanUp(graph);
  });
  beforeEach(remember);
}

/** What the graph holds now is what a refused load has to leave. */
export async function remember(): Promise<void> {
  before = await size(graph);
}

/** Loads what is to be refused, and makes sure that nothing was written. */
export async function refused(
  input: LoadInput | LoadInput[],
  options: LoadOptions = {},
): Promise<InvalidError> {
  const error = await load(graph, [input].flat(), options).then(
    () => null,
    (e: unknown) => e,
  );
  expect(await size(graph)).toEqual(before);
  if (!(error instanceof InvalidError)) throw error ?? new Error('it was not refused');
  expect(error.message).toMatch(/^Nothing is loaded: \d+ errors?\b/);
  return error;
}

/** The one error of a file. */
export async function only(text: string, name?: string, options?: LoadOptions): Promise<ProblemDetail> {
  const input = file(text, name);
  const { errors } = await refused(input, options);
  expect(errors.map((e) => ({ ...e, file: undefined }))).toHaveLength(1);
  const [error] = errors;
  expect(error?.file).toBe(input.path);
  return error ?? { detail: '' };
}
