// What the graph knows of entities and offices that the files of a load name and do not declare.
import type { Entity } from '../../model/entity.ts';
import type { Graph } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';
import { entityFrom } from '../graph/stored/entity.ts';
import type { Properties } from '../graph/stored/properties.ts';

/** Which office somebody holds, for whom, and when. */
export interface Office {
  entity: string;
  represented: string;
  office: string;
  from?: string;
  until?: string;
}

/**
 * What the current loads declare of entities.
 * @param except data sets that are about to be loaded anew
 */
export async function declaredInGraph(
  graph: Graph,
  entities: readonly string[],
  except: readonly string[],
): Promise<Map<string, Entity[]>> {
  if (entities.length === 0) return new Map();
  const rows = await graph.read(query('load/declared'), { entities, except });
  return new Map(
    rows.map((row) => [
      String(row.id),
      (row.declarations as Properties[]).map((declared) => entityFrom(declared, [])),
    ]),
  );
}

/** The offices that the current loads know of. */
export async function officesInGraph(
  graph: Graph,
  entities: readonly string[],
  except: readonly string[],
): Promise<Office[]> {
  if (entities.length === 0) return [];
  const rows = await graph.read(query('load/offices'), { entities, except });
  return rows.map((row) => ({
    entity: String(row.entity),
    represented: String(row.represented),
    office: String(row.office),
    ...(typeof row.from === 'string' ? { from: row.from } : {}),
    ...(typeof row.until === 'string' ? { until: row.until } : {}),
  }));
}
