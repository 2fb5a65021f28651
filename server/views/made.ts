// What a view is made on: the current loads, and what its answer says of each claim.
import { createHash } from 'node:crypto';
import type { ClaimId } from '../../model/id.ts';
import { type Made, MOST_KEPT, type Verdict } from '../../model/saved-view.ts';
import type { View } from '../../model/view.ts';
import { look } from '../ask.ts';
import type { ClaimInGroups } from '../count.ts';
import { InvalidError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';
import { readView } from '../read-view.ts';

/**
 * What is so now of a view.
 * @param address as the page has it
 * @throws InvalidError `invalid-body` where the address is not right; and as `look` does
 */
export async function madeOn(graph: Graph, address: string): Promise<Made> {
  const view = readAddress(address);
  const { claims, loads } = await answerOf(graph, view);
  const kept = claims.slice(0, MOST_KEPT);
  const told = await toldOf(
    graph,
    Object.values(loads),
    kept.map((c) => c.claim),
  );
  return {
    loads,
    of: claims.length,
    claims: Object.fromEntries(kept.map((c) => [c.claim, verdictOf(c, told.get(c.claim))])),
  };
}

/** The view of an address. @throws InvalidError `invalid-body` with what is wrong */
export function readAddress(address: string): View {
  const { view, errors } = readView(address, 'page');
  if (errors.length > 0)
    throw new InvalidError('invalid-body', 'The address of the view is not right.', {
      errors: errors.map((e) => ({ ...e, pointer: `/address ${e.pointer ?? ''}`.trim() })),
    });
  return view;
}

/** The question that a view asks. */
export const questionOf = (view: View): string => view.question ?? 'around';

/** The claims of the answer that a view shows, as they are judged, and the loads they are of. */
export async function answerOf(graph: Graph, view: View) {
  const { filters, options, lens } = view;
  const asked = { filters, options, lens };
  // Ties between pairs are read from claims; a question that does not take these states shows what is around them.
  const question = questionOf(view) === 'pairs' ? 'around' : questionOf(view);
  const looked = await look(graph, { ...asked, question }).catch((error: unknown) => {
    if (!(error instanceof InvalidError) || question === 'around') throw error;
    return look(graph, { ...asked, question: 'around' });
  });
  return { claims: looked.found.claims.filter((c) => c.state !== null), loads: looked.scope.loads };
}

/** How claims are stored. */
export interface Told {
  title: string;
  hash: string;
  said: string;
}

export async function toldOf(
  graph: Graph,
  loads: string[],
  claims: readonly ClaimId[],
): Promise<Map<ClaimId, Told>> {
  if (claims.length === 0) return new Map();
  const rows = await graph.read(query('views/told'), { scope: { loads, claims } });
  return new Map(
    rows.map((row) => [
      String(row.claim),
      { title: String(row.title), hash: String(row.hash), said: hashOf(row.statements as string[]) },
    ]),
  );
}

const hashOf = (hashes: readonly string[]) =>
  createHash('sha256').update(hashes.join('\n')).digest('hex').slice(0, 32);

/** What is kept of a claim's judgement. */
export function verdictOf(claim: ClaimInGroups, told: Told | undefined): Verdict {
  const { state, stands, for: pro, against } = claim;
  return { state, for: pro, against, stands, hash: told?.hash ?? '', said: told?.said ?? '' };
}
