// When claims are dated and when they became known: the ground that the handles of time move over.
import type { Times } from '../model/api.ts';
import type { Lens } from '../model/lens.ts';
import { addDays, type Day, dayNumber, MAX_DAY, MIN_DAY, spellOf } from '../model/time.ts';
import type { Graph } from './graph/graph.ts';
import { query } from './graph/queries.ts';
import { Reader } from './reader.ts';
import { scopeOf } from './scope.ts';

/** Up to so many different times are told one by one: more cannot be told apart on a line. */
const MARKS = 60;
/** At most so many stretches: about one for two pixels of a narrow line. */
const BARS = 120;

interface TimeRow {
  startEarliest: Day | null;
  startLatest: Day | null;
  endEarliest: Day | null;
  endLatest: Day | null;
  claims: number;
}

/**
 * When the claims of these states are dated.
 * @param states entity ids; none for all claims
 * @param lens of which only the data sets are taken
 * @throws MissingError `unknown-dataset`
 */
export async function times(
  graph: Graph,
  states: readonly string[],
  lens: Pick<Lens, 'datasets'>,
  signal?: AbortSignal,
): Promise<Times> {
  const { datasets, loads } = await scopeOf(graph, lens);
  const parameters = { loads: Object.values(loads), states: [...states] };
  const { rows, spells, known } = await graph.reading(
    query('fetch/times'),
    async (reading) => {
      const reader = new Reader(reading);
      return {
        rows: (await reader.read('fetch/times', parameters)) as unknown as TimeRow[],
        spells: (await reader.read('fetch/spell-days', parameters)).map((r) => String(r.day)),
        known: await reader.read('fetch/known-days', parameters),
      };
    },
    signal,
  );
  const daysOf = (clock: string) => known.filter((r) => r.clock === clock).map((r) => String(r.day));
  const dated = rows.filter((r) => r.startEarliest !== null);
  const covered = datasets.flatMap((d) => d.coverage.flatMap((c) => spellOf(c.from, c.until) ?? []));
  const own = dated.flatMap((r) => [r.startEarliest, r.startLatest, r.endEarliest, r.endLatest]);
  const named = [...own, ...spells, ...covered.flatMap((c) => [c.startEarliest, c.endLatest])]
    .filter((day): day is Day => day !== null && day > MIN_DAY && day < MAX_DAY)
    .sort();
  const [from] = named;
  const until = named.at(-1);
  const extent = from === undefined || until === undefined ? null : { from, until };
  const spans = extent === null ? [] : spansOf(dated, extent);
  return {
    extent,
    dated: sum(dated),
    undated: sum(rows.filter((r) => r.startEarliest === null)),
    bars: extent === null ? [] : barsOf(dated, extent),
    marks: spans.length > MARKS ? null : spans,
    changes: [...new Set([...turns(dated), ...spells])].sort(),
    known: { public: daysOf('public'), held: daysOf('held') },
  };
}

const sum = (rows: readonly TimeRow[]) => rows.reduce((n, r) => n + r.claims, 0);

/** By every reading: from the first day that a claim may hold to the last, within what is shown. */
function spansOf(rows: readonly TimeRow[], extent: { from: Day; until: Day }): NonNullable<Times['marks']> {
  const spans = new Map<string, { from: Day; until: Day; claims: number }>();
  for (const { startEarliest, endLatest, claims } of rows) {
    const from = startEarliest === null || startEarliest < extent.from ? extent.from : startEarliest;
    const until = endLatest === null || endLatest > extent.until ? extent.until : endLatest;
    const key = `${from} ${until}`;
    spans.set(key, { from, until, claims: (spans.get(key)?.claims ?? 0) + claims });
  }
  return [...spans.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** The days on which a claim may begin, and on which it has surely ended. */
function turns(rows: readonly TimeRow[]): Day[] {
  return rows.flatMap(({ startEarliest, endLatest }) => [
    ...(startEarliest === null || startEarliest === MIN_DAY ? [] : [startEarliest]),
    ...(endLatest === null || endLatest === MAX_DAY ? [] : [addDays(endLatest, 1)]),
  ]);
}

/** Equal stretches, whole years where the extent is long enough, else whole days. */
function barsOf(rows: readonly TimeRow[], extent: { from: Day; until: Day }): Times['bars'] {
  const starts = stretches(extent);
  const bars = starts.map((from, i) => {
    const next = starts[i + 1];
    return { from, until: next === undefined ? extent.until : addDays(next, -1), claims: 0 };
  });
  for (const { startEarliest, endLatest, claims } of rows)
    for (const bar of bars)
      if ((startEarliest ?? MIN_DAY) <= bar.until && (endLatest ?? MAX_DAY) >= bar.from) bar.claims += claims;
  return bars;
}

/** The first day of each stretch. */
function stretches({ from, until }: { from: Day; until: Day }): Day[] {
  const first = Number(from.slice(0, 4));
  const years = Number(until.slice(0, 4)) - first + 1;
  if (years > 10) {
    const step = Math.ceil(years / BARS);
    const count = Math.ceil(years / step);
    return Array.from({ length: count }, (_, i) =>
      i === 0 ? from : `${String(first + i * step).padStart(4, '0')}-01-01`,
    );
  }
  const all = dayNumber(until) - dayNumber(from) + 1;
  const step = Math.ceil(all / BARS);
  return Array.from({ length: Math.ceil(all / step) }, (_, i) => addDays(from, i * step));
}
