// Asks the graph that the tests share, and writes answers short.
import { Answer } from '../../model/answer.ts';
import type { Entry } from '../../model/entry.ts';
import { longState } from '../../model/id.ts';
import { defaultLens, type Lens } from '../../model/lens.ts';
import { type Filters, noFilters } from '../../model/question.ts';
import { ask } from '../../server/ask.ts';
import { vocabulary } from '../../server/vocabulary.ts';
import { DATASET, source } from './cases.ts';
import { graph } from './graph.ts';
import { store } from './store.ts';

/** Asks, and holds the answer against its schema. @param states by id or code; none is the whole world */
export async function answer(
  question: string,
  states: readonly string[] = [],
  lens: Partial<Lens> = {},
  filters: Partial<Filters> = {},
): Promise<Answer> {
  const asked = {
    question,
    filters: { ...noFilters, states: states.map(longState), ...filters },
    lens: { ...defaultLens, ...lens },
  };
  return Answer.parse(await ask(graph, asked));
}

/** Makes these claims all that the data set of the cases holds. */
export async function hold(...claims: Entry[][]): Promise<void> {
  await store(graph, DATASET, [source, ...claims.flat()], vocabulary());
}

export const on = (day: string): Partial<Lens> => ({ from: day, until: day });

/** `claim certainty[ day]` of every claim of an answer. */
export const claims = (a: Answer) =>
  a.claims.map((c) => [c.claim.title, c.certainty, c.day].filter((x) => x !== null).join(' '));

/** `CHN RUS: certainty` of every group of an answer. */
export const groups = (a: Answer) =>
  a.groups.map((g) => `${g.key.map((k) => k.replace('state:', '')).join(' ')}: ${g.certainty}`).sort();
