// What changed since a view was saved, claim by claim: what its answer said then against what it says now.
import type { ClaimId, LoadId } from '../../model/id.ts';
import {
  happenedTo,
  type SavedView,
  type Verdict,
  type ViewChange,
  type ViewChanges,
} from '../../model/saved-view.ts';
import type { View } from '../../model/view.ts';
import type { Graph } from '../graph/graph.ts';
import { currentLoads } from '../scope.ts';
import { answerOf, readAddress, type Told, toldOf, verdictOf } from './made.ts';

/**
 * Compares a saved view with the graph as it is.
 * @throws InvalidError `invalid-body` where its address is not right any more, and as `look` does
 */
export async function changesSince(graph: Graph, saved: SavedView): Promise<ViewChanges> {
  const { made } = saved;
  const current = await currentLoads(graph);
  const before = new Map(Object.entries(made.claims));
  // Of an answer that was not kept whole it is not known which claims are new.
  const isWhole = made.of <= before.size;
  const now = await verdictsNow(
    graph,
    readAddress(saved.address),
    current,
    (id) => isWhole || before.has(id),
  );
  const gone = [...before.keys()].filter((id) => !now.has(id));
  const still = await toldOf(graph, Object.values(current), gone);
  const changes = [...new Set([...before.keys(), ...now.keys()])].sort().flatMap((id): ViewChange[] => {
    const then = before.get(id) ?? null;
    const today = now.get(id) ?? null;
    const what =
      today === null && !still.has(id) ? (['gone'] as const) : happenedTo(then, today?.verdict ?? null);
    if (what.length === 0) return [];
    const title = today?.title ?? still.get(id)?.title ?? null;
    return [{ claim: id, title, what: [...what], before: then, now: today?.verdict ?? null }];
  });
  return {
    view: saved.id,
    datasets: otherLoads(saved, current),
    changes,
    compared: before.size,
    of: made.of,
  };
}

/**
 * What the answer says now; nothing where none of the data sets that it looks at is loaded any more.
 * @param asked whether a claim is looked up
 */
async function verdictsNow(
  graph: Graph,
  view: View,
  current: Readonly<Record<string, LoadId>>,
  asked: (claim: ClaimId) => boolean,
) {
  const { datasets } = view.lens;
  const loaded = datasets.filter((id) => id in current);
  const found = new Map<ClaimId, { title: string; verdict: Verdict }>();
  if (Object.keys(current).length === 0 || (datasets.length > 0 && loaded.length === 0)) return found;
  const { claims: all, loads } = await answerOf(graph, { ...view, lens: { ...view.lens, datasets: loaded } });
  const claims = all.filter((c) => asked(c.claim));
  const told: Map<ClaimId, Told> = await toldOf(
    graph,
    Object.values(loads),
    claims.map((c) => c.claim),
  );
  for (const c of claims) {
    const at = told.get(c.claim);
    found.set(c.claim, { title: at?.title ?? c.claim, verdict: verdictOf(c, at) });
  }
  return found;
}

/** The data sets that were looked at then, and are now of another load or gone; and those that came since. */
function otherLoads(
  { made, address }: SavedView,
  current: Readonly<Record<string, LoadId>>,
): ViewChanges['datasets'] {
  const { datasets } = readAddress(address).lens;
  const looked = (id: string) => datasets.length === 0 || datasets.includes(id) || id in made.loads;
  const ids = new Set([...Object.keys(made.loads), ...Object.keys(current).filter(looked)]);
  return [...ids].sort().flatMap((dataset) => {
    const before = made.loads[dataset] ?? null;
    const now = current[dataset] ?? null;
    return before === now ? [] : [{ dataset, before, now }];
  });
}
