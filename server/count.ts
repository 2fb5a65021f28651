// Counting rows by claim, by group and by data set. A claim in several groups counts once.
import type { ClaimRow, Count, Group, PairRow } from '../model/answer.ts';
import { type Counted, countOf } from '../model/count.ts';
import { type DatasetId, datasetOf } from '../model/id.ts';

/** A claim of an answer with all groups that it is in; told as in the surest of them. */
export interface ClaimInGroups extends ClaimRow {
  groups: string[][];
}

/** The states that stand, the best first. */
const standing = ['asserted', 'contested', 'unverified'] as const;

const rank = { sure: 0, possible: 1, undated: 2 } as const;
const surer = (a: Pick<ClaimRow, 'certainty'>, b: Pick<ClaimRow, 'certainty'>) =>
  rank[a.certainty] < rank[b.certainty];

/** The rows of a question, claim by claim, in the order in which claims come first. */
export function byClaim(rows: readonly ClaimRow[]): ClaimInGroups[] {
  const claims = new Map<string, ClaimInGroups>();
  for (const row of rows) {
    const known = claims.get(row.claim);
    const groups = known?.groups ?? [];
    if (row.group.length > 0) groups.push(row.group);
    if (known === undefined || surer(row, known)) claims.set(row.claim, { ...row, groups });
  }
  return [...claims.values()];
}

/** The rows of a question, group by group and data set by data set, in the order in which groups come first. */
export function byGroup(rows: readonly ClaimRow[]): Group[] {
  const groups = new Map<string, ClaimRow[]>();
  for (const row of rows) {
    if (row.group.length === 0) continue;
    const key = [datasetOf(row.claim), ...row.group].join(' ');
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    const count = countOf(members);
    const stand = members.filter((m) => m.stands);
    const told = (stand.length > 0 ? stand : members).reduce((a, b) => (surer(b, a) ? b : a));
    const claims = members.map((m) => m.claim);
    const dataset = datasetOf(first.claim);
    const { group: key } = first;
    const rests = restsOn(key, stand);
    return [{ key, dataset, stands: count.stands, rests, certainty: told.certainty, count, claims }];
  });
}

/** Of each tie of two of three, and of what joins them all, the best state; of these the weakest. */
function restsOn(key: readonly string[], stand: readonly ClaimRow[]): Group['rests'] {
  const parts = new Map<string, number>();
  // Of a pair, or of a group that is no three, all claims are one part. Rows of threes all tell their principals.
  const isThree = key.length === 3 && stand.every((row) => row.principals !== null);
  for (const { principals, state } of stand) {
    const among = isThree ? (principals ?? []).filter((id) => key.includes(id)) : [];
    const part = among.length === 2 ? [...among].sort().join(' ') : '';
    const best = (standing as readonly ClaimRow['state'][]).indexOf(state);
    parts.set(part, Math.min(parts.get(part) ?? best, best));
  }
  return standing[Math.max(-1, ...parts.values())] ?? null;
}

/** Counts by data set: nothing is summed over data sets that may hold the same treaty. */
export function countsByDataset(
  datasets: Iterable<DatasetId>,
  claims: readonly (Counted & { dataset: DatasetId })[],
): Record<DatasetId, Count> {
  return Object.fromEntries(
    [...datasets].map((dataset) => [dataset, countOf(claims.filter((c) => c.dataset === dataset))]),
  );
}

/** A tie as it is counted: by the best state of the claims that surely give it, else as possible or undated. */
export function tieOf(pair: PairRow): Counted & { dataset: DatasetId } {
  const state = standing.find((s) => pair[s] > 0);
  const certainty = state !== undefined ? 'sure' : pair.possible > 0 ? 'possible' : 'undated';
  return { dataset: pair.dataset, state: state ?? 'asserted', stands: true, certainty, sign: pair.sign };
}

/** How many pairs are surely tied; a pair with ties of two signs is one pair, and a tie of no sign ties nobody. */
export function tiedPairs(pairs: readonly PairRow[]): number {
  const tied = pairs.filter((p) => p.sign !== '0' && p.asserted + p.contested + p.unverified > 0);
  return new Set(tied.map((p) => `${p.dataset} ${p.a} ${p.b}`)).size;
}
