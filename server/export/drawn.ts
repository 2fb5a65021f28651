// What is drawn, by the rule of the page: the picture around the states in question, with what a report or the reader
// brought into it, and without what legend, degree and the number of pairs leave out.
import type { Answer, JudgedClaim } from '../../model/answer.ts';
import { bringers, viewAround, withAdded } from '../../model/brought.ts';
import { drawn, inPicture } from '../../model/drawn.ts';
import type { View } from '../../model/view.ts';
import { ask } from '../ask.ts';
import type { ClaimInGroups } from '../count.ts';
import type { Graph } from '../graph/graph.ts';
import { vocabulary } from '../vocabulary.ts';

/**
 * The claims of the picture.
 * @param question what is asked of it
 * @throws as `ask` does
 */
export async function drawnClaims(
  graph: Graph,
  { question, view, signal }: { question: string; view: View; signal?: AbortSignal | undefined },
): Promise<ClaimInGroups[]> {
  const asked = (of: View, id: string): Promise<Answer> =>
    ask(graph, { question: id, filters: of.filters, options: of.options, lens: of.lens, signal });
  const [around, report, ...added] = await Promise.all([
    asked(view, 'around'),
    bringers.includes(question) ? asked(view, question) : null,
    ...view.expand.map(async (expansion) => ({
      answer: await asked(viewAround(view, expansion), 'around'),
      expansion,
    })),
  ]);
  const picture = drawn(withAdded(around, added), report, view);
  return inPicture(picture, view, vocabulary()).map(rowOf);
}

const rowOf = ({ claim, ...judged }: JudgedClaim): ClaimInGroups => ({
  claim: claim.id,
  group: [],
  groups: judged.groups,
  arity: judged.principals.length,
  principals: judged.principals,
  actors: judged.actors,
  sign: judged.sign,
  state: judged.state,
  for: judged.for,
  against: judged.against,
  originsFor: judged.originsFor,
  originsAgainst: judged.originsAgainst,
  stands: judged.stands,
  certainty: judged.certainty,
  day: judged.day,
});
