// The data sets that are loaded: lists them, removes one, takes a load back, clears old loads away.
import type { LoadedDataset } from '../../model/api.ts';
import { didYouMean } from '../../model/near.ts';
import { MissingError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';
import { datasetFrom } from '../graph/stored/dataset.ts';
import type { Properties } from '../graph/stored/properties.ts';
import { GRACE_SECONDS, isStale, type LoadNode, loadsIn, removeLeftovers, removeLoads } from './clean.ts';
import { makeCurrent } from './current.ts';
import { locked } from './lock.ts';

/** The data sets that are loaded, with how much each holds. */
export async function datasets(graph: Graph): Promise<LoadedDataset[]> {
  const rows = await graph.read(query('load/datasets'));
  return rows.map((row) => {
    const properties = row.dataset as Properties;
    return {
      ...datasetFrom(properties),
      load: String(properties.load),
      loadedAt: String(row.loadedAt),
      counts: {
        claims: Number(row.claims),
        statements: Number(row.statements),
        sources: Number(row.sources),
        entities: Number(row.entities),
        unconnected: Number(row.unconnected),
      },
    };
  });
}

/** Whether no data set is in the graph, nor ever was. */
export async function isEmpty(graph: Graph): Promise<boolean> {
  const [row] = await graph.read(query('load/any-dataset'));
  return row?.found !== true;
}

/**
 * Removes a data set from sight; `takeBack` undoes it until the next clean-up.
 * @returns what was done, in a sentence
 * @throws MissingError `unknown-dataset`; RefusedError `load-in-progress`
 */
export async function removeDataset(graph: Graph, id: string): Promise<string> {
  return locked(graph, async ({ holder }) => {
    const current = (await loadsIn(graph)).filter((l) => l.state === 'current');
    const load = current.find((l) => l.dataset === id);
    if (load === undefined) throw unknown(id, current);
    return remove(graph, holder, load);
  });
}

async function remove(graph: Graph, holder: string, { id, dataset }: LoadNode): Promise<string> {
  await graph.writeAll([
    { query: query('load/remove'), parameters: { dataset, now: new Date().toISOString(), holder } },
    { query: query('load/retire'), parameters: { load: id, holder } },
    { query: query('load/redeclare'), parameters: { load: id, holder } },
  ]);
  return `${dataset} is removed. Until the next clean-up it can be taken back.`;
}

function unknown(id: string, current: readonly LoadNode[]): MissingError {
  const ids = current.map((l) => l.dataset);
  return new MissingError(
    'unknown-dataset',
    `There is no data set "${id}"${didYouMean(id, ids) || `; there are ${ids.join(', ') || 'none'}.`}`,
  );
}

/**
 * Makes the load before the current one current again, or undoes a removal.
 * @returns what was done, in a sentence
 * @throws MissingError `unknown-dataset` where there is no such load; RefusedError `load-in-progress`
 */
export async function takeBack(graph: Graph, id: string): Promise<string> {
  return locked(graph, async ({ holder }) => {
    const loads = await loadsIn(graph);
    const own = loads.filter((l) => l.dataset === id);
    if (own.length === 0)
      throw unknown(
        id,
        loads.filter((l) => l.state === 'current'),
      );
    const current = own.find((l) => l.state === 'current') ?? null;
    const target =
      current === null
        ? newest(own.filter((l) => l.state === 'removed'))
        : own.find((l) => l.id === current.previous && l.state === 'old');
    return restore(graph, holder, id, current, target);
  });
}

/**
 * Undoes a load: what it took the place of is current again; where that was nothing, its data set is removed.
 * @param load its id, as the report of the load tells it
 * @returns what was done, in a sentence
 * @throws MissingError `unknown-load` where it is not current; RefusedError `load-in-progress`
 */
export async function undoLoad(graph: Graph, load: string): Promise<string> {
  return locked(graph, async ({ holder }) => {
    const loads = await loadsIn(graph);
    const current = loads.find((l) => l.id === load && l.state === 'current');
    // Somebody may have loaded it anew since: that is not what is to be undone.
    if (current === undefined)
      throw new MissingError('unknown-load', `The load "${load}" is not what is shown now.`);
    if (current.previous === undefined) return remove(graph, holder, current);
    const target = loads.find((l) => l.id === current.previous && l.state === 'old');
    return restore(graph, holder, current.dataset, current, target);
  });
}

async function restore(
  graph: Graph,
  holder: string,
  id: string,
  current: LoadNode | null,
  target: LoadNode | undefined,
): Promise<string> {
  if (target === undefined)
    throw new MissingError('unknown-dataset', `There is no earlier load of "${id}" to take back.`);
  await makeCurrent(graph, holder, [
    { load: target.id, before: current?.id ?? null, dataset: JSON.parse(target.describes) },
  ]);
  return `${id} is back to what was loaded at ${target.startedAt}.`;
}

const newest = (loads: readonly LoadNode[]) =>
  [...loads].sort((a, b) => ((a.endedAt ?? '') < (b.endedAt ?? '') ? 1 : -1))[0];

/**
 * Removes old, removed and broken loads for good; what is removed cannot be taken back any more.
 * @param graceSeconds how long ago a load must have ceased to be current: an answer may still be read from it
 * @returns what was done, in a sentence
 * @throws RefusedError `load-in-progress`
 */
export async function cleanUp(graph: Graph, graceSeconds = GRACE_SECONDS): Promise<string> {
  return locked(graph, async () => {
    await removeLeftovers(graph);
    const over = (await loadsIn(graph)).filter((l) => l.state === 'old' || l.state === 'removed');
    const stale = over.filter((l) => isStale(l, graceSeconds));
    await removeLoads(graph, stale);
    const kept = over.length - stale.length;
    const later =
      kept === 0 ? '' : ` ${kept} ceased to be current less than ${graceSeconds} s ago and stay for now.`;
    return `${stale.length === 1 ? '1 old load is' : `${stale.length} old loads are`} removed for good.${later}`;
  });
}
