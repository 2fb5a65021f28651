// Writes a load beside the current one, in batches; nobody reads it before it is made current.
import type { Claim } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import type { Entry } from '../../model/entry.ts';
import type { Source } from '../../model/source.ts';
import type { Statement } from '../../model/statement.ts';
import type { Graph } from '../graph/graph.ts';
import { parametersFor, query } from '../graph/queries.ts';
import { type ClaimRow, claimRow } from '../graph/stored/claim.ts';
import { entityRow, representationRows } from '../graph/stored/entity.ts';
import type { Home, Properties } from '../graph/stored/properties.ts';
import { sourceRow } from '../graph/stored/source.ts';
import { statementRow } from '../graph/stored/statement.ts';
import { vocabulary } from '../vocabulary.ts';
import { batches, inTurns, Numbered, split } from './batches.ts';
import type { Checked, Entries } from './kept.ts';
import type { Lock } from './lock.ts';
import type { Spool } from './spool.ts';
import { withCheck } from './verify.ts';

export type Progress = (done: number, total: number, what: string) => void;

/** Who is told how far it is, and what calls it off. */
interface Watched {
  progress: Progress;
  signal: AbortSignal | undefined;
}

/** What is counted while it is written, and in the graph in the end; by the names that cypher/load/written has. */
type Written = Record<
  'sources' | 'claims' | 'statements' | 'parties' | 'acts' | 'attributions' | 'declarations' | 'offices',
  number
>;

/**
 * Writes all of a data set under a load, and makes sure that all of it arrived.
 * @param spool has its entries
 * @throws RefusedError `load-in-progress` where the lock is lost on the way; the reason of the signal
 */
export async function write(
  graph: Graph,
  lock: Lock,
  load: string,
  kept: Checked,
  spool: Spool<Entry>,
  watched: Watched,
): Promise<void> {
  await graph.write(query('load/dataset'), { dataset: kept.id });
  const writing = new Writing(graph, lock, load, kept, spool, watched);
  await writing.entities();
  await writing.sources();
  await writing.claims();
  await writing.statements();
  // Counting a large load may take longer than an answer is given time.
  const [written] = (await graph.autoCommit(query('load/written'), { load })).records;
  for (const [what, count] of Object.entries(writing.written))
    if (written?.[what] !== count)
      throw new Error(`${what}: ${count} were to be written, ${String(written?.[what])} are there`);
}

/** One data set on its way into the graph. */
class Writing {
  readonly written: Written = {
    sources: 0,
    claims: 0,
    statements: 0,
    parties: 0,
    acts: 0,
    attributions: 0,
    declarations: 0,
    offices: 0,
  };
  readonly #graph: Graph;
  readonly #lock: Lock;
  readonly #load: string;
  readonly #kept: Checked;
  readonly #spool: Spool<Entry>;
  readonly #watched: Watched;
  readonly #total: number;
  #done = 0;

  constructor(graph: Graph, lock: Lock, load: string, kept: Checked, spool: Spool<Entry>, watched: Watched) {
    this.#graph = graph;
    this.#lock = lock;
    this.#load = load;
    this.#kept = kept;
    this.#spool = spool;
    this.#watched = watched;
    const { names, parties, entities, sources, claims, statements } = kept;
    this.#total = names.size + parties + entities.size + sources.size + claims.size + statements.size;
  }

  async entities(): Promise<void> {
    const { entities, names } = this.#kept;
    for (const rows of split([...new Set([...entities.index.keys(), ...names])]))
      await this.#put('entities', { rows });
    this.#tell('entities', names.size);
    for await (const batch of batches(this.#entries<Entity>(entities))) {
      await this.#put('declarations', {
        rows: batch.map(({ entry, home }) => ({ ...entityRow(entry), ...home })),
      });
      this.written.declarations += batch.length;
      for (const rows of split(batch.flatMap(({ entry }) => representationRows(entry, this.#load)))) {
        await this.#put('representations', { rows });
        this.written.offices += rows.length;
      }
      this.#tell('entities', batch.length);
    }
  }

  async sources(): Promise<void> {
    for await (const batch of batches(this.#entries<Source>(this.#kept.sources))) {
      await this.#put('sources', { rows: batch.map(({ entry, home }) => sourceRow(entry, home)) });
      this.written.sources += batch.length;
      this.#tell('sources', batch.length);
    }
  }

  async claims(): Promise<void> {
    await inTurns(batches(this.#entries<Claim>(this.#kept.claims)), async (batch) => {
      const rows = batch.map(({ entry, home }) => claimRow(entry, home, vocabulary()));
      await this.#put('claims', { rows: rows.map((r) => r.claim) });
      this.written.claims += rows.length;
      this.#tell('claims', rows.length);
      await this.#parties(rows);
      for (const acts of split(rows.flatMap((r) => r.acts))) {
        await this.#put('acts', { rows: acts });
        this.written.acts += acts.length;
      }
    });
  }

  /** Parties grouped by claim; entities and properties by number, since a few of each make up very many parties. */
  async #parties(claims: readonly ClaimRow[]): Promise<void> {
    for (const parties of split(claims.flatMap((c) => c.parties))) {
      const entities = new Numbered<string>();
      const kinds = new Numbered<Properties>();
      const byClaim = new Map<string, number[][]>();
      for (const { claim, entity, properties, index } of parties) {
        const group = byClaim.get(claim) ?? [];
        byClaim.set(claim, group);
        group.push([
          entities.place(entity, entity),
          kinds.place(JSON.stringify(properties), properties),
          index,
        ]);
      }
      await this.#put('parties', {
        entities: entities.all,
        properties: kinds.all,
        rows: [...byClaim].map(([claim, of]) => ({ claim, parties: of })),
      });
      this.written.parties += parties.length;
      this.#tell('parties', parties.length);
    }
  }

  async statements(): Promise<void> {
    const { statements, quotes } = this.#kept;
    await inTurns(batches(this.#entries<Statement>(statements)), async (batch) => {
      const rows = batch.map(({ entry, home }) =>
        statementRow(withCheck(entry, quotes.get(home.order)?.check), home),
      );
      await this.#put('statements', { rows });
      this.written.statements += rows.length;
      const quoted = batch.flatMap(({ entry: { id, attributedTo } }) =>
        attributedTo === undefined ? [] : [{ statement: id, entity: attributedTo }],
      );
      if (quoted.length > 0) await this.#put('attributions', { rows: quoted });
      this.written.attributions += quoted.length;
      this.#tell('statements', batch.length);
    });
  }

  /** The entries of a kind, as they were put into the spool, each with what is kept on its node. */
  async *#entries<T extends Entry>(
    entries: Entries,
  ): AsyncGenerator<{ entry: T; home: Home; bytes: number }> {
    let order = 0;
    for await (const { entry, bytes } of this.#spool.read(entries.positions())) {
      const home = { load: this.#load, dataset: this.#kept.id, order, hash: entries.hashes[order] ?? '' };
      yield { entry: entry as T, home, bytes };
      order += 1;
    }
  }

  async #put(name: string, parameters: Properties): Promise<void> {
    this.#lock.assertHeld();
    this.#watched.signal?.throwIfAborted();
    const asked = query(`load/${name}`);
    const all: Properties = { load: this.#load, dataset: this.#kept.id, ...parameters };
    await this.#graph.write(asked, parametersFor(asked, all));
  }

  #tell(what: string, more: number): void {
    this.#done += more;
    this.#watched.progress(this.#done, this.#total, what);
  }
}
