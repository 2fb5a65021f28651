// Asks every question once in the background: the first run of a query costs Neo4j a second or two of planning.
import { defaultLens } from '../model/lens.ts';
import { noFilters } from '../model/question.ts';
import { ask } from './ask.ts';
import { EntenteError } from './errors.ts';
import type { Graph } from './graph/graph.ts';
import { questions } from './graph/queries.ts';
import { datasets } from './load/datasets.ts';
import type { Log } from './log.ts';

/** How long one question may take: a slow machine plans for longer than a reader would wait. */
export const PLAN_SECONDS = 120;

/**
 * Plans all questions, one after the other, for the states that the first data set starts with.
 * @param open connects to the graph with a time limit of PLAN_SECONDS
 * @param signal ends it before the next question
 */
export async function planQuestions(
  open: () => Promise<Graph>,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const began = performance.now();
  try {
    const graph = await open();
    await askAll(graph, signal).finally(() => graph.close());
    log.info({ ms: Math.round(performance.now() - began) }, 'the questions are planned');
  } catch (error) {
    // It only saves time: what cannot be planned now is told to who asks it.
    if (signal.aborted) return;
    const why = error instanceof EntenteError ? { why: error.message } : { err: error };
    log.warn(why, 'the questions could not be planned');
  }
}

async function askAll(graph: Graph, signal: AbortSignal): Promise<void> {
  const start = (await datasets(graph))[0]?.start?.states ?? [];
  for (const { id, states } of questions()) {
    const fits = start.length >= states.min && (states.max === null || start.length <= states.max);
    const filters = { ...noFilters, states: fits ? start : [] };
    await ask(graph, { question: id, filters, lens: defaultLens, signal });
  }
}
