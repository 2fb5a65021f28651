// Runs every query once in the background: its first run costs Neo4j a second or two of planning.
import { defaultLens, resolveLens } from '../model/lens.ts';
import { noFilters } from '../model/question.ts';
import { ask } from './ask.ts';
import { EntenteError } from './errors.ts';
import type { Graph } from './graph/graph.ts';
import { parametersFor, query, queryNames, questions } from './graph/queries.ts';
import { datasets } from './load/datasets.ts';
import type { Log } from './log.ts';
import { parametersOf } from './reader.ts';
import { currentLoads } from './scope.ts';

/** How long one question may take: a slow machine plans for longer than a reader would wait. */
export const PLAN_SECONDS = 120;

/**
 * Plans what the API asks, in the order in which the page does. One after the other: Neo4j plans with all processors
 * as it is.
 * @param open connects to the graph with a time limit of PLAN_SECONDS
 * @param idle resolves when nobody waits for an answer: planning gives way
 * @param signal ends it before the next query
 */
export async function planQuestions(
  open: () => Promise<Graph>,
  idle: () => Promise<void>,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const began = performance.now();
  try {
    const graph = await open();
    await planAll(graph, idle, signal).finally(() => graph.close());
    log.info({ ms: Math.round(performance.now() - began) }, 'the questions are planned');
  } catch (error) {
    // It only saves time: what cannot be planned now is told to who asks it.
    if (signal.aborted) return;
    const why = error instanceof EntenteError ? { why: error.message } : { err: error };
    log.warn(why, 'the questions could not be planned');
  }
}

async function planAll(graph: Graph, idle: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const states = (await datasets(graph))[0]?.start?.states ?? [];
  const filters = { ...noFilters, states };
  // The first screen, with all that its entries take.
  if (states.length > 0) await ask(graph, { question: 'around', filters, lens: defaultLens, signal });
  const values = {
    ...parametersOf(filters, resolveLens(defaultLens)),
    // The plan is the same whatever is asked about; without a start nothing is, for the world may be large.
    loads: states.length > 0 ? Object.values(await currentLoads(graph)) : [],
    tie: '+',
    claims: [],
    days: [],
    others: [],
    commitment: 0,
    entities: [],
    sources: [],
    claim: '',
    entity: states[0] ?? '',
    words: 'a',
  };
  const names = [
    ...questions().map((q) => `questions/${q.id}`),
    ...queryNames().filter((name) => /^(bloc|fetch)\//.test(name)),
  ];
  for (const name of names) {
    await idle();
    signal.throwIfAborted();
    const asked = query(name);
    await graph.read(asked, parametersFor(asked, values), signal);
  }
}
