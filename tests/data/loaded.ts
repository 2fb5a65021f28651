// Loading the real files as a user does: the command `entente load --mapping`, in a process of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { testEnvironment } from '../api/served.ts';
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
export interface LoadTold {
  datasets: { id: string; counts: Record<string, { created: number }> }[];
  table: Record<string, unknown>;
}
