// Asks every question once in the background: the first run of a query costs Neo4j a second or two of planning.

import { defaultLens } from '../model/lens.ts';
import { noFilters } from '../model/question.ts';
import { ask } from './ask.ts';
import { EntenteError } from './errors.ts';
import type { Graph } from './graph/graph.ts';
import { questions } from './graph/queries.ts';
import { datasets } from './load/datasets.ts';
import type { Log } from './log.ts';

/**
 * Plans all questions, one after the other, for the states that the first data set starts with.
 * @param signal ends it before the next question
 */
export async function planQuestions(graph: Graph, log: Log, signal: AbortSignal): Promise<void> {
  try {
    const states = (await datasets(graph))[0]?.start?.states ?? [];
    for (const { id, states: takes } of questions()) {
      if (signal.aborted) return;
      const fits = states.length >= takes.min && (takes.max === null || states.length <= takes.max);
      await ask(graph, {
        question: id,
        filters: { ...noFilters, states: fits ? states : [] },
        lens: defaultLens,
        signal,
      });
    }
    log.debug('the questions are planned');
  } catch (error) {
    // It only saves time: what cannot be planned now is told to who asks it.
    if (!signal.aborted)
      log.warn({ err: error instanceof EntenteError ? error.message : error }, 'not planned');
  }
}
