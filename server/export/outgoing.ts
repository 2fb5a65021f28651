// What leaves of a view: the question is asked and counted at once, the entries are read while the file is written.
import { isDeepStrictEqual } from 'node:util';
import { bringers } from '../../model/brought.ts';
import { markingsAbove } from '../../model/confidence.ts';
import { countOf } from '../../model/count.ts';
import type { Dataset } from '../../model/dataset.ts';
import { MOST_PAIRS } from '../../model/drawn.ts';
import type { Entity } from '../../model/entity.ts';
import type { Form, Leaves, Part } from '../../model/export.ts';
import { type ClaimId, type DatasetId, datasetOf, type EntityId } from '../../model/id.ts';
import { resolveLens } from '../../model/lens.ts';
import { noFilters } from '../../model/question.ts';
import { Ties } from '../../model/ties.ts';
import type { View } from '../../model/view.ts';
import { type Looked, look, questionOn } from '../ask.ts';
import type { ClaimInGroups } from '../count.ts';
import type { Outgoing } from '../formats/format.ts';
import { headOf } from '../formats/head.ts';
import type { Graph } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';
import { drawnClaims } from './drawn.ts';
import { markingOf, orderOf, withheldFrom } from './marked.ts';
import { Pieces, type Telling } from './pieces.ts';
import { placesOf } from './places.ts';
import { refuseAbsent, type Selected, selected } from './selected.ts';

/** What is to leave. */
export interface Wanted {
  question: string;
  /** Filters, options and lens; selection and moved places as well. */
  view: View;
  part: Part;
  form: Form;
  /** Aborted when nobody waits for it any more. */
  signal?: AbortSignal;
}

/**
 * Asks what is to leave, and tells of it before anything is written.
 * @returns what a format writes, and the counts of it
 * @throws as `ask` does; InvalidError `invalid-parameter` where a selection is to leave and nothing of it is there
 */
export async function leave(graph: Graph, wanted: Wanted): Promise<{ outgoing: Outgoing; leaves: Leaves }> {
  const { view, part, form, signal } = wanted;
  const { head: answer, found, scope } = await lookAt(graph, wanted);
  const lens = resolveLens(view.lens, answer.question.over);
  const telling: Telling = {
    graph,
    loads: Object.values(scope.loads),
    datasets: scope.datasets,
    markings: scope.markings,
    lens,
    signal,
  };
  const { claims: told, absent } = await chosen(graph, wanted, view, { found, telling });
  await refuseAbsent(telling, part === 'selected' ? view.selection : [], absent, view.lens.marking !== null);
  const unconnected = await unconnectedIn(telling, wanted);
  const alone = unconnected.map((u) => u.entity);
  const claims = told.map((c) => c.claim);
  const homes = new Set([...claims.map(datasetOf), ...unconnected.map((u) => u.dataset)]);
  const { ids, marked, most } = await orderOf(telling, claims, homes);
  const rank = new Map(ids.map((id, i) => [id, i]));
  told.sort((a, b) => (rank.get(a.claim) ?? 0) - (rank.get(b.claim) ?? 0));
  const datasets = scope.datasets.filter((d) => homes.has(d.id));
  const piecesOf = (some: (id: ClaimId | EntityId) => boolean) =>
    new Pieces(
      { ...telling, datasets },
      told.filter((c) => some(c.claim)),
      alone.filter(some),
    );
  const marking = await markingOf(
    piecesOf((id) => marked.has(id)),
    telling,
    most,
  );
  const withheld = await withheldBy(telling, wanted, claims);
  const pieces = piecesOf(() => true);
  const outgoing: Outgoing = {
    head: headOf(answer, datasets, { form, part, marking, withheld, leftOut: leftOut(view) }),
    answer,
    form,
    pieces: () => pieces.read(),
    ties: () => tiesOf(pieces, telling, wanted),
    places: placesOf(view, datasets),
  };
  const count = countOf(told);
  const leaves = { claims: told.length, count, unconnected: alone.length, absent, marking, withheld };
  return { outgoing, leaves };
}

/** Entities that no claim names: they leave with all of their data sets, and with nothing less. */
async function unconnectedIn(
  { graph, loads, signal }: Telling,
  { question, part, form, view: { filters } }: Wanted,
): Promise<{ entity: EntityId; dataset: DatasetId }[]> {
  const isAll = question === 'around' && part === 'answer' && form === 'claims';
  if (!isAll || !isDeepStrictEqual(filters, noFilters)) return [];
  const rows = await graph.read(query('fetch/unconnected'), { scope: { loads } }, signal);
  return rows.map((row) => ({ entity: String(row.entity), dataset: String(row.dataset) }));
}

/** The claims that leave, of all that are found, and what is selected and not among them. */
async function chosen(
  graph: Graph,
  { question, part, signal }: Wanted,
  view: View,
  { found, telling }: { found: Looked['found']; telling: Telling },
): Promise<Selected> {
  if (part === 'drawn') return { claims: await drawnClaims(graph, { question, view, signal }), absent: [] };
  const present = found.claims.filter((c) => c.state !== null);
  const among = pairsAmong(question, view);
  const all = among === null ? present : await tying(present, telling, among);
  return part === 'answer' ? { claims: all, absent: [] } : selected(all, telling, view.selection);
}

/** The ties of pairs are read from the claims that give them, and the picture is of what is around the states. */
async function lookAt(
  graph: Graph,
  { question, part, view: { filters, options, lens }, signal }: Wanted,
): Promise<Looked> {
  const isPicture = part === 'drawn' && !bringers.includes(question);
  const asked = question === 'pairs' || isPicture ? 'around' : question;
  const looked = await look(graph, { question: asked, filters, options, lens, signal });
  if (isPicture || asked === question) return looked;
  return { ...looked, head: { ...looked.head, question: questionOn(question, looked.head.filters) } };
}

/** The states between which ties are asked for; null where it is not asked for ties, or for all of them. */
const pairsAmong = (question: string, { filters: { states } }: View): ReadonlySet<EntityId> | null =>
  question === 'pairs' && states.length > 0 ? new Set(states) : null;

/** The claims that tie two of some states. */
async function tying(
  claims: readonly ClaimInGroups[],
  telling: Telling,
  among: ReadonlySet<EntityId>,
): Promise<ClaimInGroups[]> {
  const pieces = new Pieces(telling, claims);
  const tie = new Set<ClaimId>();
  for await (const piece of pieces.read())
    if (piece.type === 'told') {
      const ties = new Ties(telling.lens, among);
      pieces.tie(ties, piece);
      if (ties.rows().length > 0) tie.add(piece.claim.id);
    }
  return claims.filter((c) => tie.has(c.claim));
}

/** What the picture leaves out, by the reader's choice. */
function leftOut({ hide, degree, draw, allPairs }: View): string {
  const said = [
    ...(hide.length === 0 ? [] : [`hidden: ${hide.join(', ')}`]),
    ...(draw === 'alignment' && degree > 1 ? [`states with fewer than ${degree} claims that stand`] : []),
    ...(draw === 'alignment' && !allPairs
      ? [`pairs of states beyond the ${MOST_PAIRS} with most claims`]
      : []),
    ...(draw === 'alignment' ? ['claims that tie nobody'] : []),
  ];
  return said.length === 0 ? 'nothing' : said.join('; ');
}

/**
 * How many claims and statements the bound of the lens keeps back: what would leave without it. Claims may leave only with
 * it, as one does that is denied above it where the asserted ones are asked for.
 */
async function withheldBy(
  telling: Telling,
  wanted: Wanted,
  told: readonly ClaimId[],
): Promise<Leaves['withheld']> {
  const { marking } = wanted.view.lens;
  if (marking === null) return { claims: 0, statements: 0 };
  const view = { ...wanted.view, lens: { ...wanted.view.lens, marking: null } };
  const { head, found, scope } = await lookAt(telling.graph, { ...wanted, view });
  const unbound: Telling = {
    ...telling,
    loads: Object.values(scope.loads),
    datasets: scope.datasets,
    lens: resolveLens(view.lens, head.question.over),
  };
  const { claims } = await chosen(telling.graph, wanted, view, { found, telling: unbound });
  const leaving = new Set(told);
  const kept = claims.map((c) => c.claim).filter((id) => !leaving.has(id));
  return {
    claims: kept.length,
    statements: await withheldFrom(unbound, [...told, ...kept], markingsAbove(marking)),
  };
}

/** The ties that the claims give. */
async function tiesOf(pieces: Pieces, { lens }: Telling, { question, view }: Wanted) {
  const ties = new Ties(lens, pairsAmong(question, view));
  const datasets: Dataset[] = [];
  const entities = new Map<EntityId, Entity>();
  for await (const piece of pieces.read())
    if (piece.type === 'dataset') datasets.push(piece);
    else if (piece.type === 'entity' && !entities.has(piece.id)) entities.set(piece.id, piece);
    else if (piece.type === 'told') pieces.tie(ties, piece);
  const rows = ties.rows();
  const tied = new Set(rows.flatMap((t) => [t.a, t.b]));
  return { datasets, entities: [...entities.values()].filter((e) => tied.has(e.id)), ties: rows };
}
