// Which data sets an answer looks at, and what they cover of what was asked.
import type { CoverageLine } from '../model/answer.ts';
import type { Coverage, Dataset } from '../model/dataset.ts';
import type { DatasetId, LoadId } from '../model/id.ts';
import type { Lens, ResolvedLens } from '../model/lens.ts';
import { type Day, spellOf } from '../model/time.ts';
import { MissingError } from './errors.ts';
import type { Graph } from './graph/graph.ts';
import { query } from './graph/queries.ts';
import { datasetFrom } from './graph/stored.ts';

/** The current load of every data set. */
export async function currentLoads(graph: Graph): Promise<Record<DatasetId, LoadId>> {
  const rows = await graph.read(query('fetch/loads'));
  return Object.fromEntries(rows.map((row) => [String(row.dataset), String(row.load)]));
}

/** The data sets that an answer looks at, with the load that all its queries take. */
export interface Scope {
  datasets: Dataset[];
  loads: Record<DatasetId, LoadId>;
}

/**
 * Takes the current loads, once for all queries of an answer.
 * @throws MissingError `unknown-dataset` where the lens names one that is not loaded
 */
export async function scopeOf(graph: Graph, lens: Pick<Lens, 'datasets'>): Promise<Scope> {
  const all = (await graph.read(query('fetch/datasets'))).map(
    (row) => row.dataset as { id: string; load: string },
  );
  const missing = lens.datasets.find((id) => !all.some((d) => d.id === id));
  if (missing !== undefined)
    throw new MissingError(
      'unknown-dataset',
      `There is no data set "${missing}"; there are ${all.map((d) => d.id).join(', ') || 'none'}.`,
    );
  const chosen = all.filter((d) => lens.datasets.length === 0 || lens.datasets.includes(d.id));
  return {
    datasets: chosen.map(datasetFrom),
    loads: Object.fromEntries(chosen.map((d) => [d.id, d.load])),
  };
}

/** What each data set covers of the kinds and the time asked about (MODEL.md section 4). */
export function coverageOf(
  datasets: readonly Dataset[],
  kinds: readonly string[],
  time: Pick<ResolvedLens, 'from' | 'until'>,
): CoverageLine[] {
  return datasets.map((dataset) => {
    const asked = kinds.length === 0 ? [null] : kinds;
    const covered = asked.map((kind) => best(dataset.coverage.map((c) => covers(c, kind, time))));
    const used = dataset.coverage.filter((c) => asked.some((kind) => covers(c, kind, time) !== 'no'));
    return {
      dataset: dataset.id,
      title: dataset.title,
      covers: covered.every((c) => c === 'yes') ? 'yes' : covered.every((c) => c === 'no') ? 'no' : 'partly',
      exhaustive: used.length > 0 && used.every((c) => c.exhaustive),
      detail: dataset.coverage.map(told).join('; ') || 'It does not say what it covers.',
    };
  });
}

type Covers = CoverageLine['covers'];

const best = (all: readonly Covers[]): Covers =>
  all.includes('yes') ? 'yes' : all.includes('partly') ? 'partly' : 'no';

/** @param kind null where any kind was asked for */
function covers(c: Coverage, kind: string | null, time: Pick<ResolvedLens, 'from' | 'until'>): Covers {
  const ofKind =
    c.kinds === undefined ? 'yes' : kind === null ? 'partly' : c.kinds.includes(kind) ? 'yes' : 'no';
  const inTime = coversTime(c, time.from, time.until);
  if (ofKind === 'no' || inTime === 'no') return 'no';
  return ofKind === 'yes' && inTime === 'yes' ? 'yes' : 'partly';
}

function coversTime(c: Coverage, from: Day | null, until: Day | null): Covers {
  const span = spellOf(c.from, c.until);
  if (from === null || until === null || span === null) return 'yes';
  if (span.startEarliest > until || span.endLatest < from) return 'no';
  return span.startEarliest <= from && span.endLatest >= until ? 'yes' : 'partly';
}

function told(c: Coverage): string {
  const time =
    c.from === undefined && c.until === undefined
      ? 'at all times'
      : c.from === c.until
        ? `on ${c.from}`
        : [
            ...(c.from === undefined ? [] : [`from ${c.from}`]),
            ...(c.until === undefined ? [] : [`until ${c.until}`]),
          ].join(' ');
  const kinds = c.kinds === undefined ? 'all kinds' : c.kinds.join(', ');
  return `${kinds}, ${time}${c.exhaustive ? ', exhaustive' : ''}${c.note === undefined ? '' : ` (${c.note})`}`;
}
