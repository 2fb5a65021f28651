// Loading the real files as a user does: the command `entente load --mapping`, in a process of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Graph, Row } from '../../server/graph/graph.ts';
import { testEnvironment } from '../api/served.ts';
import { testQuery } from '../graph/harbours.ts';
import { type Ended, runEntente } from '../support/entente.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command line on the tests' Neo4j. */
export const entente = (...args: string[]): Promise<Ended> => runEntente(folder, args, testEnvironment());

/**
 * Loads tables by a shipped mapping.
 * @returns the report of the command
 * @throws Error with what the command said where it does not end well
 */
export async function loadTables(mapping: string, ...files: string[]): Promise<LoadTold> {
  const { code, out, err } = await entente('load', '--mapping', mapping, ...files, '--json');
  if (code !== 0) throw new Error(`entente load --mapping ${mapping} ended with ${code}: ${err}`);
  return JSON.parse(out);
}

/** What the tests read of a report. */
interface LoadTold {
  table: { notes: string[] };
}

const held = testQuery(`MATCH (d:Dataset {id: $dataset})
RETURN COUNT { MATCH (c:Claim) WHERE c.load = d.load } AS claims,
  COUNT { MATCH (:Entity)-[:PARTY_TO]->(c:Claim) WHERE c.load = d.load } AS parties,
  COUNT { MATCH (e:Entity) WHERE e.dataset = d.id } AS entities,
  COUNT { MATCH ()-[r:REPRESENTS]->() WHERE r.load = d.load } AS offices`);

/** How much the graph holds of a data set. */
export async function holds(graph: Graph, dataset: string): Promise<Row> {
  const [row = {}] = await graph.read(held, { dataset });
  return row;
}
