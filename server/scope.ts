// Which loads all queries of an answer look at, and the data sets they are of.
import { type Marking, markingsAbove } from '../model/confidence.ts';
import type { Dataset } from '../model/dataset.ts';
import type { DatasetId, LoadId } from '../model/id.ts';
import type { Lens } from '../model/lens.ts';
import { didYouMean } from '../model/near.ts';
import { MissingError } from './errors.ts';
import type { Graph } from './graph/graph.ts';
import { query } from './graph/queries.ts';
import { datasetFrom } from './graph/stored/dataset.ts';

type Loads = Record<DatasetId, LoadId>;

/** The last reading of the loads, and the one that begins when it has ended. */
const readings = new WeakMap<Graph, { last: Promise<unknown>; next: Promise<Loads> | null }>();

/**
 * The current load of every data set, read after this is called and never before. Who asks while a reading has yet to
 * begin shares it: of many requests at once few ask the graph.
 */
export function currentLoads(graph: Graph): Promise<Loads> {
  const of = readings.get(graph) ?? { last: Promise.resolve(), next: null };
  readings.set(graph, of);
  of.next ??= of.last.then(() => {
    of.next = null;
    const reading = readLoads(graph);
    of.last = reading.catch(() => {});
    return reading;
  });
  return of.next;
}

async function readLoads(graph: Graph): Promise<Loads> {
  const rows = await graph.read(query('fetch/loads'));
  return Object.fromEntries(rows.map((row) => [String(row.dataset), String(row.load)]));
}

/** The data sets that an answer looks at, with the load that all its queries take. */
export interface Scope {
  datasets: Dataset[];
  loads: Loads;
  /** Of all data sets that are loaded and marked, looked at or not: a claim may name what another data set declares. */
  markings: ReadonlyMap<DatasetId, Marking>;
}

/** What the data sets said of themselves when they were last read, by load: another word of theirs is another load. */
const described = new WeakMap<Graph, Map<LoadId, Dataset>>();

/**
 * Takes the current loads, once for all queries of an answer; a data set that is marked above the bound is not looked at.
 * @throws MissingError `unknown-dataset` where the lens names one that is not loaded
 */
export async function scopeOf(
  graph: Graph,
  lens: Pick<Lens, 'datasets'> & Partial<Pick<Lens, 'marking'>>,
): Promise<Scope> {
  let loads = Object.values(await currentLoads(graph));
  let known = described.get(graph) ?? new Map<LoadId, Dataset>();
  if (!loads.every((load) => known.has(load))) {
    known = await readDatasets(graph);
    loads = [...known.keys()];
    described.set(graph, known);
  }
  const all = loads.flatMap((load) => {
    const dataset = known.get(load);
    return dataset === undefined ? [] : [{ load, dataset }];
  });
  const missing = lens.datasets.find((id) => !all.some(({ dataset }) => dataset.id === id));
  const ids = all.map(({ dataset }) => dataset.id);
  if (missing !== undefined)
    throw new MissingError(
      'unknown-dataset',
      `There is no data set "${missing}"${didYouMean(missing, ids) || '.'} There are ${ids.join(', ') || 'none'}.`,
    );
  const above = markingsAbove(lens.marking ?? null);
  const chosen = all.filter(
    ({ dataset: { id, marking } }) =>
      (lens.datasets.length === 0 || lens.datasets.includes(id)) &&
      (marking === undefined || !above.includes(marking)),
  );
  return {
    datasets: chosen.map(({ dataset }) => dataset),
    loads: Object.fromEntries(chosen.map(({ dataset, load }) => [dataset.id, load])),
    markings: new Map(
      all.flatMap(({ dataset: { id, marking } }) => (marking === undefined ? [] : [[id, marking]])),
    ),
  };
}

/** The data sets by their current load, in the order of their ids. */
async function readDatasets(graph: Graph): Promise<Map<LoadId, Dataset>> {
  const rows = await graph.read(query('fetch/datasets'));
  const properties = rows.map((row) => row.dataset as Record<string, unknown>);
  return new Map(properties.map((p) => [String(p.load), datasetFrom(p)]));
}
