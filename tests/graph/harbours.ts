// The small data set that the loader's tests start from, changed line by line, and the graph as it stands.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Graph } from '../../server/graph/graph.ts';
import type { Query } from '../../server/graph/queries.ts';

/** The folder of fixtures; the text that harbours.yaml quotes from is among them. */
export const fixtures = path.resolve(import.meta.dirname, '../fixtures');
export const harbours = readFileSync(path.join(fixtures, 'harbours.yaml'), 'utf8');

const folder = mkdtempSync(path.join(tmpdir(), 'entente-load-'));

/** Writes a file to load. */
export function file(text: string | Uint8Array, name = 'harbours.yaml'): { path: string } {
  const full = path.join(folder, name);
  writeFileSync(full, text);
  return { path: full };
}

/** The data set with some of its text replaced; each must stand in it. */
export function changed(...replacements: [string, string][]): string {
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`"${from}" does not stand in the data set`);
    return text.replace(from, () => to);
  }, harbours);
}

/** The line of the first place of a text. */
export const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

/** A query that only a test asks. */
export function testQuery(text: string): Query {
  return {
    name: 'test',
    text,
    label: '',
    description: '',
    mode: 'read',
    counts: 'claim',
    over: 'day',
    params: [],
    returns: [],
  };
}

/** How many nodes and relationships there are, but for the lock. */
export async function size(graph: Graph): Promise<unknown> {
  const [row] = await graph.read(
    testQuery(
      'RETURN COUNT { MATCH (n) WHERE NOT n:LoadLock } AS nodes, COUNT { MATCH ()-[r]->() } AS relationships',
    ),
  );
  return row;
}
