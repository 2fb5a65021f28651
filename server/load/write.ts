// Writes a load beside the current one, in batches; nobody reads it before it is made current.
import type { Entry } from '../../model/entry.ts';
import type { Graph } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';
import { claimRow } from '../graph/stored/claim.ts';
import { entityRow, representationRows } from '../graph/stored/entity.ts';
import type { Home, Properties } from '../graph/stored/properties.ts';
import { sourceRow } from '../graph/stored/source.ts';
import { statementRow } from '../graph/stored/statement.ts';
import { vocabulary } from '../vocabulary.ts';
import type { CheckedDataset } from './checked.ts';
import { entitiesNamed } from './entities.ts';
import type { Lock } from './lock.ts';
import { hashOf, type Placed } from './parse.ts';

/** How many rows are written in one transaction. */
const BATCH = 5000;

export type Progress = (done: number, total: number, what: string) => void;

/**
 * Writes all of a data set under a load, and makes sure that all of it arrived.
 * @throws RefusedError `load-in-progress` where the lock is lost on the way
 */
export async function write(
  graph: Graph,
  lock: Lock,
  load: string,
  { dataset: head, sources, entities, claims, statements }: CheckedDataset,
  progress: Progress,
): Promise<void> {
  const dataset = head.entry.id;
  const home = (entry: Entry, order: number): Home => ({ load, dataset, order, hash: hashOf(entry) });
  const named = entitiesNamed([head, ...entities, ...claims, ...statements].map((p) => p.entry));
  const declared = entities.map((p) => p.entry.id);
  const parties = sum(claims, (c) => c.parties.length);
  const total = named.size + entities.length + sources.length + claims.length + parties + statements.length;
  let done = 0;
  const put = async (name: string, what: string, rows: Iterable<unknown>) => {
    let written = 0;
    for (const batch of batches(rows)) {
      lock.assertHeld();
      await graph.write(query(`load/${name}`), parametersOf(name, { load, dataset, rows: batch }));
      written += batch.length;
      done += counted.has(name) ? batch.length : 0;
      progress(Math.min(done, total), total, what);
    }
    return written;
  };
  await graph.write(query('load/dataset'), { dataset });
  await put('entities', 'entities', new Set([...declared, ...named]));
  const meant = {
    declarations: await put(
      'declarations',
      'entities',
      map(entities, (e, i) => ({ ...entityRow(e), ...home(e, i) })),
    ),
    offices: await put(
      'representations',
      'offices',
      flat(entities, (e) => representationRows(e, load)),
    ),
    sources: await put(
      'sources',
      'sources',
      map(sources, (s, i) => sourceRow(s, home(s, i))),
    ),
    ...(await putClaims(claims, home, put)),
    statements: await put(
      'statements',
      'statements',
      map(statements, (s, i) => statementRow(s, home(s, i))),
    ),
    attributions: await put(
      'attributions',
      'statements',
      flat(statements, (s) =>
        s.attributedTo === undefined ? [] : [{ statement: s.id, entity: s.attributedTo }],
      ),
    ),
  };
  // Counting a large load may take longer than an answer is given time.
  const [written] = (await graph.autoCommit(query('load/written'), { load })).records;
  for (const [what, count] of Object.entries(meant))
    if (written?.[what] !== count)
      throw new Error(`${what}: ${count} were to be written, ${String(written?.[what])} are there`);
}

type Put = (name: string, what: string, rows: Iterable<unknown>) => Promise<number>;

/** Claims with their parties and acts, some at a time: the rows of all of them at once would be many. */
async function putClaims(
  claims: CheckedDataset['claims'],
  home: (entry: Entry, order: number) => Home,
  put: Put,
): Promise<{ claims: number; parties: number; acts: number }> {
  const written = { claims: 0, parties: 0, acts: 0 };
  for (let at = 0; at < claims.length; at += BATCH) {
    const rows = claims
      .slice(at, at + BATCH)
      .map(({ entry }, i) => claimRow(entry, home(entry, at + i), vocabulary()));
    const claimRows = rows.map((r) => r.claim);
    written.claims += await put('claims', 'claims', claimRows);
    const parties = rows.flatMap((r) => r.parties);
    written.parties += await put('parties', 'parties', parties);
    const acts = rows.flatMap((r) => r.acts);
    written.acts += await put('acts', 'acts', acts);
  }
  return written;
}

/** What progress is counted by. */
const counted = new Set(['entities', 'declarations', 'sources', 'claims', 'parties', 'statements']);

/** A query is given what its head asks for. */
function parametersOf(name: string, all: Properties): Properties {
  const asked = query(`load/${name}`).params.map((p) => p.name);
  return Object.fromEntries(asked.map((key) => [key, all[key]]));
}

function* batches(rows: Iterable<unknown>): Generator<unknown[]> {
  let batch: unknown[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function* map<T extends Entry, R>(
  placed: readonly Placed<T>[],
  row: (entry: T, order: number) => R,
): Generator<R> {
  for (const [order, { entry }] of placed.entries()) yield row(entry, order);
}

function* flat<T extends Entry, R>(
  placed: readonly Placed<T>[],
  rows: (entry: T) => readonly R[],
): Generator<R> {
  for (const { entry } of placed) yield* rows(entry);
}

function sum<T extends Entry>(placed: readonly Placed<T>[], count: (entry: T) => number): number {
  return placed.reduce((n, { entry }) => n + count(entry), 0);
}
