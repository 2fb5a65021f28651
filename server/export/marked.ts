// In which order claims leave, and what the markings on them say.
import type { Marking } from '../../model/confidence.ts';
import type { ClaimId } from '../../model/id.ts';
import type { Row } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';
import type { Telling } from './pieces.ts';

/** The claims in the order of their files, and every marking on what counts of them. */
export async function orderOf(
  { graph, loads, lens, signal }: Telling,
  claims: readonly ClaimId[],
): Promise<{ ids: ClaimId[]; markings: Marking[] }> {
  if (claims.length === 0) return { ids: [], markings: [] };
  const rows = await graph.read(query('fetch/in-order'), { scope: { loads, claims } }, signal);
  const markings = rows.flatMap((row) =>
    (row.markings as Row[]).flatMap(({ own, source }) => {
      const all = [own, source].filter((m): m is Marking => m !== null);
      // A statement that the bound keeps back does not leave.
      return all.some((m) => lens.above.includes(m)) ? [] : all;
    }),
  );
  return { ids: rows.map((row) => String(row.claim)), markings };
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
