// Chains of claims between two entities: reads the claims step by step from both ends, searches, and tells the chains.
import type { ClaimRow, LinkRow } from '../../model/answer.ts';
import { type Weighable, weighable } from '../../model/judge.ts';
import type { Lens, ResolvedLens } from '../../model/lens.ts';
import type { Path, Paths } from '../../model/path.ts';
import { type Filters, type Options, USUAL_LENGTH } from '../../model/question.ts';
import type { Source } from '../../model/source.ts';
import { standsUntil, TOP } from '../../model/threshold.ts';
import type { TieSign } from '../../model/vocabulary.ts';
import { parametersOf, type Reader, type StoredClaim } from '../reader.ts';
import { Links } from './links.ts';
import { type Chain, Search, weakestOf } from './search.ts';

/** How many claims a search reads at most. */
const MOST_CLAIMS = 20_000;
/** How many places in claims a search reads at most, one for each entity in each claim: a roll call has two hundred. */
const MOST_PLACES = 50_000;

/** What was found: the chains, and the row of each claim in them. */
export interface Found {
  from: string;
  to: string;
  longest: number;
  shortest: Chain[];
  strongest: Chain[];
  needed: string[];
  rows: ClaimRow[];
  exact: boolean;
}

/** Searches for chains between the two entities of the filters. */
export async function findPaths(
  reader: Reader,
  filters: Filters,
  lens: ResolvedLens,
  options: Options,
  loads: string[],
): Promise<Found> {
  const [from = '', to = ''] = filters.states;
  const longest = options.length ?? USUAL_LENGTH;
  // The sign is that of the ties and not of the claims, as with triads.
  const links = new Links(filters.sign.filter((s): s is TieSign => s !== '±'));
  let complete = true;
  let places = 0;
  let reached = [from, to];
  const known = new Set(reached);
  for (let step = 1; step <= Math.ceil(longest / 2) && reached.length > 0 && complete; step++) {
    const rows: LinkRow[] = [];
    const asked = { ...parametersOf({ ...filters, sign: [], states: reached }, lens), loads };
    for await (const row of reader.stream('questions/paths', asked)) {
      rows.push(row as unknown as LinkRow);
      places += rows.at(-1)?.places.length ?? 0;
      if (rows.length < MOST_CLAIMS && places < MOST_PLACES) continue;
      complete = false;
      break;
    }
    links.add(rows);
    const principals = rows.flatMap((row) => row.places.filter((p) => p.for === null).map((p) => p.entity));
    reached = [...new Set(principals)].filter((id) => !known.has(id));
    for (const id of reached) known.add(id);
  }
  const search = new Search(links, from, to, longest);
  const shortest = search.shortest();
  const strongest = search.strongest();
  const needed = search.needed(shortest[0]).map((c) => c.id);
  const used = new Map([...shortest, ...strongest].flat().map(({ claim }) => [claim.id, claim]));
  return {
    from,
    to,
    longest,
    shortest,
    strongest,
    needed,
    rows: [...used.values()].sort((a, b) => a.order - b.order).flatMap((c) => rowOf(c.rows)),
    exact: complete && search.exact,
  };
}

/** The row that is told of a claim: of its first sure day, else of the first. */
function rowOf(rows: readonly LinkRow[]): ClaimRow[] {
  const row = rows.find((r) => r.certainty === 'sure') ?? rows[0];
  if (row === undefined) return [];
  const { within, across, surely, places, ...told } = row;
  return [told];
}

/**
 * The chains as they are told.
 * @param stored the claims of the chains with their statements
 * @param source a source, by its data set and id
 */
export function toldPaths(
  found: Found,
  lens: Lens,
  stored: readonly StoredClaim[],
  source: (dataset: string, id: string) => Source | undefined,
): Paths {
  const until = new Map(
    stored.map(({ claim, dataset, statements }) => {
      const weighed: Weighable[] = statements.map((s) => weighable(s, source(dataset, s.source)));
      return [claim.id, standsUntil(weighed, lens, 'day') ?? -1];
    }),
  );
  const tell = (chain: Chain) => pathOf(chain, until);
  const told = [...found.shortest, ...found.strongest].map((chain) => tell(chain).breaks.threshold);
  return {
    from: found.from,
    to: found.to,
    longest: found.longest,
    shortest: found.shortest.map(tell),
    strongest: found.strongest.map(tell),
    needed: found.needed,
    breaksAt: told.length === 0 || told.includes(null) ? null : Math.max(...told.map((t) => t ?? 0)),
    exact: found.exact,
  };
}

function pathOf(chain: Chain, until: ReadonlyMap<string, number>): Path {
  const weakest = weakestOf(chain);
  const ids = (some: Chain) => [...new Set(some.map((s) => s.claim.id))];
  const holds = Math.min(...chain.map((s) => until.get(s.claim.id) ?? TOP));
  return {
    links: chain.map(({ claim, from, to, tie }) => ({
      claim: claim.id,
      from,
      to,
      sign: tie.sign,
      state: claim.state,
      for: claim.for,
      certainty: tie.certainty,
    })),
    datasets: [...new Set(chain.map((s) => s.claim.dataset))],
    certainty: chain.every((s) => s.tie.certainty === 'sure') ? 'sure' : 'possible',
    weakest: {
      for: weakest,
      claims: weakest === null ? [] : ids(chain.filter((s) => s.claim.for === weakest)),
    },
    unknown: ids(chain.filter((s) => s.claim.for === null)),
    breaks: {
      threshold: holds >= TOP ? null : holds + 1,
      claims: holds >= TOP ? [] : ids(chain.filter((s) => until.get(s.claim.id) === holds)),
    },
  };
}
