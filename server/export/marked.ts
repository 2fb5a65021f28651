// In which order claims leave, and what the markings on all that leaves say.
import { markings as all, type Marking, strictest } from '../../model/confidence.ts';
import type { ClaimId, DatasetId, EntityId } from '../../model/id.ts';
import type { Piece } from '../formats/format.ts';
import { query } from '../graph/queries.ts';
import type { Pieces, Telling } from './pieces.ts';

interface Order {
  /** The claims in the order of their files. */
  ids: ClaimId[];
  /** Claims and entities with which something marked may leave; what does leave is seen when they are read. */
  marked: Set<ClaimId | EntityId>;
  /** The strictest marking that can be among it; null where nothing is marked. */
  most: Marking | null;
}

/** The order of claims. @param homes the data sets that the file holds something of: their own marking is that of the file */
export async function orderOf(
  { graph, loads, lens, markings, signal }: Telling,
  claims: readonly ClaimId[],
  homes: ReadonlySet<DatasetId>,
): Promise<Order> {
  const read = (name: string, scope: object) =>
    graph.read(query(name), { scope: { loads, ...scope } }, signal);
  const leaves = (marking: Marking) => !lens.above.includes(marking);
  const others = [...markings].flatMap(([id, marking]) => (homes.has(id) || !leaves(marking) ? [] : [id]));
  const entities = (await read('fetch/marked', { datasets: others })).map((row) => String(row.entity));
  const rows = claims.length === 0 ? [] : await read('fetch/in-order', { claims, entities });
  const said = rows.map((row) => ({
    claim: String(row.claim),
    markings: (row.markings as Marking[]).filter(leaves),
    names: row.names === true,
  }));
  return {
    ids: said.map((s) => s.claim),
    marked: new Set([
      ...entities,
      ...said.filter((s) => s.names || s.markings.length > 0).map((s) => s.claim),
    ]),
    most: entities.length > 0 ? (all.findLast(leaves) ?? null) : strictest(said.flatMap((s) => s.markings)),
  };
}

/**
 * The strictest marking of what leaves: of statements and sources, data sets, and what they declare.
 * @param pieces all with which something marked may leave
 * @param most the strictest that there can be: nothing is read behind it
 */
export async function markingOf(
  pieces: Pieces,
  { markings }: Telling,
  most: Marking | null,
): Promise<Marking | null> {
  let found: Marking | null = null;
  for await (const piece of pieces.read()) {
    found = strictest([found, ...markingsOn(piece, markings)]);
    if (found !== null && strictest([found, most]) === found) break;
  }
  return found;
}

function markingsOn(piece: Piece, ofDatasets: Telling['markings']): (Marking | undefined)[] {
  if (piece.type === 'told') return piece.statements.map((s) => s.marking);
  return [piece.type === 'entity' ? ofDatasets.get(piece.dataset ?? '') : piece.marking];
}

/** How many statements on claims are marked above a bound. */
export async function withheldFrom(
  { graph, loads, signal }: Telling,
  claims: readonly ClaimId[],
  above: readonly Marking[],
): Promise<number> {
  if (claims.length === 0 || above.length === 0) return 0;
  const rows = await graph.read(query('fetch/withheld'), { scope: { loads, claims, above } }, signal);
  return Number(rows[0]?.statements ?? 0);
}
