// Whether an answer can be given at all: what it surely holds, counted in well under a second, against what the server may
// use. What cannot be answered is refused at once, and not after the server has tried.
import { type Lens, resolveLens } from '../model/lens.ts';
import type { Filters, Question } from '../model/question.ts';
import { LimitError, narrow } from './errors.ts';
import { takesTies, tieSign } from './find.ts';
import type { Graph } from './graph/graph.ts';
import { parametersFor, query } from './graph/queries.ts';
import { parametersOf } from './reader.ts';
import type { Scope } from './scope.ts';

/** What `cypher/fetch/extent` counts: principals day by day, pairs of them, and of each claim the pairs of its fullest day. */
export interface Extent {
  principals: number;
  pairs: number;
  groups: number;
}

/**
 * Less than Neo4j 5.26 counts as memory: 720 bytes for each pair of a claim in `pairs`, and 690 for each principal on each
 * day in the triads (480 where states are named). Measured on GGO and ranges of it; it is the same on every machine.
 */
const BYTES = { group: 600, principal: 550, ofNamed: 400 };

/** More pairs in a second than a machine looks at: 0.2 million on the two cores that this was measured on. */
const PAIRS_A_SECOND = 1_000_000;

/**
 * Refuses what the server cannot answer. Where it may or may not, nothing is refused.
 * @throws LimitError `result-too-large` where it needs more memory, `query-timeout` where it needs more time
 */
export async function refuseTooLarge(
  graph: Graph,
  { question, filters, lens }: { question: Question; filters: Filters; lens: Lens },
  scope: Scope,
): Promise<void> {
  const resolved = resolveLens(lens, question.over);
  const { over, from, until } = resolved;
  // On one day nobody is looked at twice.
  if (over === 'life' || (from !== null && from === until)) return;
  const triads = takesTies(question);
  // Pairs are those among the states that are named, and of the signs that are asked for.
  const pairs = question.counts === 'pair' && filters.states.length === 0 && filters.sign.length === 0;
  if (!triads && !pairs) return;
  const asked = query('fetch/extent');
  const values = {
    ...parametersOf({ ...filters, sign: [] }, resolved),
    loads: Object.values(scope.loads),
    tie: triads ? tieSign(question, filters) : null,
  };
  const counted = await graph.read(asked, parametersFor(asked, values)).catch((error: unknown) => {
    // What cannot even be counted is tried.
    if (error instanceof LimitError) return [];
    throw error;
  });
  const [extent] = counted as unknown as Extent[];
  if (extent === undefined) return;
  const seconds = graph.secondsOf(query(`questions/${question.id}`));
  const refused = tooLarge(
    extent,
    { triads, named: filters.states.length > 0 },
    { memory: await memoryOf(graph), seconds },
  );
  if (refused !== null) throw refused;
}

/**
 * What an answer that surely holds this is refused with; null where it may be given.
 * @param asked whether triads or pairs are asked for, and whether of states that are named
 * @param server what a query may take of it: bytes, and seconds
 */
export function tooLarge(
  { principals, pairs, groups }: Extent,
  { triads, named }: { triads: boolean; named: boolean },
  { memory, seconds }: { memory: number; seconds: number },
): LimitError | null {
  const bytes = triads ? principals * (named ? BYTES.ofNamed : BYTES.principal) : groups * BYTES.group;
  if (bytes > memory)
    return new LimitError(
      'result-too-large',
      `The query would need more memory than Neo4j may use: there is too much to tell. ${narrow}.`,
    );
  if (triads || pairs <= PAIRS_A_SECOND * seconds) return null;
  return new LimitError(
    'query-timeout',
    `The query would take too long. ${narrow}; or raise ENTENTE_QUERY_SECONDS.`,
  );
}

/** The least of the bounds that the server sets, in bytes; where it sets or tells none, there is none. */
async function memoryOf(graph: Graph): Promise<number> {
  const rows = await graph.read(query('server/memory')).catch(() => []);
  const bounds = rows.map((row) => bytesOf(String(row.value))).filter((bytes) => bytes > 0);
  return Math.min(Number.POSITIVE_INFINITY, ...bounds);
}

/** A size as Neo4j writes it, `716.80MiB`; 0 where it is none. */
function bytesOf(text: string): number {
  const found = /^([\d.]+)([KMGT]?)i?B$/.exec(text);
  return found === null ? 0 : Number(found[1]) * 1024 ** ` KMGT`.indexOf(found[2] || ' ');
}
