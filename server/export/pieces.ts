// The pieces that leave, read claim by claim while they are written.
import type { Marking } from '../../model/confidence.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Entity } from '../../model/entity.ts';
import { refersTo } from '../../model/entry.ts';
import { type DatasetId, datasetOf, type EntityId, type LoadId } from '../../model/id.ts';
import { counts, judge, weighable } from '../../model/judge.ts';
import type { ResolvedLens } from '../../model/lens.ts';
import { prepare } from '../../model/parties.ts';
import type { Source } from '../../model/source.ts';
import type { Ties } from '../../model/ties.ts';
import type { ClaimInGroups } from '../count.ts';
import { UnavailableError } from '../errors.ts';
import type { Told } from '../formats/format.ts';
import type { Graph } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';
import { entitiesOf, judgedClaim, Reader, type StoredClaim } from '../reader.ts';
import { vocabulary } from '../vocabulary.ts';

/** From where and through which lens it is told. */
export interface Telling {
  graph: Graph;
  loads: LoadId[];
  datasets: readonly Dataset[];
  /** Of all data sets that are loaded and marked. */
  markings: ReadonlyMap<DatasetId, Marking>;
  lens: ResolvedLens;
  signal?: AbortSignal;
}

/** So many claims are read at once: a roll call has two hundred parties. */
const BATCH = 200;

type Piece = Dataset | Source | Entity | Told;
type Batch = { stored: StoredClaim[]; entities: Entity[]; sources: Source[] };

const keyOf = (dataset: string, id: string) => `${dataset} ${id}`;

/** Claims with all that they name; what does not count through the lens is left out, and so is what only it names. */
export class Pieces {
  readonly #telling: Telling;
  readonly #claims: readonly ClaimInGroups[];
  /** Every source that was read, for what is known of it decides which statements count. */
  readonly #sources = new Map<string, Source>();
  #only: Promise<Batch> | null = null;

  readonly #alone: readonly EntityId[];

  /**
   * @param claims with a state, data set by data set in the order in which they leave
   * @param alone entities that leave and that no claim names
   */
  constructor(telling: Telling, claims: readonly ClaimInGroups[], alone: readonly EntityId[] = []) {
    this.#telling = telling;
    this.#claims = claims;
    this.#alone = alone;
  }

  /**
   * Reads them.
   * @throws UnavailableError `graph-unavailable` where a data set was replaced so long ago that its load is gone
   */
  async *read(): AsyncGenerator<Piece> {
    const { datasets } = this.#telling;
    const held = new Set(this.#claims.map((c) => c.claim));
    for (const dataset of datasets) yield trimmed(dataset, held);
    const sent = new Set<string>();
    const isNew = (piece: Source | Entity) => {
      const key = keyOf(piece.dataset ?? '', `${piece.type} ${piece.id}`);
      return !sent.has(key) && sent.add(key);
    };
    for await (const { verdicts, batch } of this.#batches()) {
      const byId = this.#leaving(batch.entities);
      for (const stored of batch.stored) {
        const told = this.#told(stored, verdicts.get(stored.claim.id));
        for (const piece of this.#named(entitiesOf(told), byId, told)) if (isNew(piece)) yield piece;
        yield told;
      }
    }
    const alone = [...this.#alone, ...datasets.flatMap(startsWith)];
    for (let at = 0; at < alone.length; at += BATCH) {
      const ids = alone.slice(at, at + BATCH);
      const byId = this.#leaving(await this.#entities(ids));
      for (const piece of this.#named(ids, byId)) if (isNew(piece)) yield piece;
    }
  }

  /** Adds what a claim that was read ties, by all that counts of it on each of its days. */
  tie(ties: Ties, { claim, statements }: Told): void {
    const prepared = prepare(claim, vocabulary());
    const weighed = statements.map((s) => weighable(s, this.#source(claim.id, s.source)));
    ties.add(prepared, judge(prepared, weighed, this.#telling.lens));
  }

  #source(claim: string, id: string): Source | undefined {
    return this.#sources.get(keyOf(datasetOf(claim), id));
  }

  /** The claims in batches; while one is written the next is read. */
  async *#batches() {
    const of = (at: number) => this.#claims.slice(at, at + BATCH);
    let next = this.#claims.length === 0 ? null : this.#batch(of(0));
    for (let at = 0; next !== null; at += BATCH) {
      const batch = await next;
      next = at + BATCH < this.#claims.length ? this.#batch(of(at + BATCH)) : null;
      // Who stops before the last piece leaves this one without anybody to hear of its failing.
      next?.catch(() => {});
      yield { batch, verdicts: new Map(of(at).map((c) => [c.claim, c])) };
    }
  }

  /** A batch; where it is the only one it is kept, for formats that read twice. */
  #batch(claims: readonly ClaimInGroups[]): Promise<Batch> {
    if (this.#claims.length > BATCH) return this.#fetched(claims);
    this.#only ??= this.#fetched(claims);
    return this.#only;
  }

  async #fetched(claims: readonly ClaimInGroups[]): Promise<Batch> {
    const { graph, loads, signal } = this.#telling;
    const ids = claims.map((c) => c.claim);
    return graph.reading(
      query('fetch/entries'),
      async (reading) => {
        const reader = new Reader(reading);
        const stored = await reader.claims(loads, ids);
        if (stored.length < ids.length)
          throw new UnavailableError(
            'graph-unavailable',
            'A data set was replaced while it was being written to a file, and its former load is gone: ask once more.',
          );
        const entities = await reader.declared(loads, new Set(stored.flatMap((s) => [...entitiesOf(s)])));
        const sources = await reader.sources(loads, stored, entities);
        for (const s of sources) this.#sources.set(keyOf(s.dataset, s.id), s);
        return { stored, entities, sources };
      },
      signal,
    );
  }

  /** Entities by id, as each data set declares them; the sources of their offices are kept. */
  #entities(ids: readonly EntityId[]): Promise<Entity[]> {
    const { graph, loads, signal } = this.#telling;
    return graph.reading(
      query('fetch/entities'),
      async (reading) => {
        const reader = new Reader(reading);
        const entities = await reader.declared(loads, ids);
        for (const s of await reader.sources(loads, [], entities))
          this.#sources.set(keyOf(s.dataset, s.id), s);
        return entities;
      },
      signal,
    );
  }

  /** Of what is declared of entities what data sets in the file say; where none of those does, what the first says. */
  #leaving(declared: readonly Entity[]): Map<EntityId, Entity[]> {
    const homes = new Set(this.#telling.datasets.map((d) => d.id));
    const isHome = ({ dataset }: Entity) => homes.has(dataset ?? '');
    const leaving = new Map<EntityId, Entity[]>();
    for (const entity of declared) {
      const before = leaving.get(entity.id) ?? [];
      if (before.length === 0) leaving.set(entity.id, [entity]);
      else if (isHome(entity)) leaving.set(entity.id, [...before.filter(isHome), entity]);
    }
    return leaving;
  }

  #told(stored: StoredClaim, verdict: ClaimInGroups | undefined): Told {
    if (verdict === undefined) throw new Error(`${stored.claim.id} was not asked for`);
    const { claim } = verdict;
    const statements = stored.statements.filter(
      (s) => counts(weighable(s, this.#source(claim, s.source)), this.#telling.lens) !== 'no',
    );
    return { type: 'told', ...judgedClaim(stored, verdict), statements };
  }

  /** What some ids, and a claim and its statements, name: sources, then entities, and whom those represent. */
  *#named(
    ids: Iterable<EntityId>,
    entities: ReadonlyMap<EntityId, readonly Entity[]>,
    told?: Told,
  ): Generator<Source | Entity> {
    const named = new Map<EntityId, Entity[]>();
    const add = (id: EntityId) => {
      const declared = entities.get(id);
      if (declared === undefined || named.has(id)) return;
      const bounded = declared.map((e) => this.#bounded(e));
      named.set(id, bounded);
      for (const r of bounded.flatMap((e) => e.represents ?? [])) add(r.entity);
    };
    for (const id of ids) add(id);
    const home = told === undefined ? '' : datasetOf(told.claim.id);
    const cited = [
      ...(told?.statements ?? []).map((s) => keyOf(home, s.source)),
      ...[...named.values()]
        .flat()
        .flatMap((e) =>
          refersTo(e).flatMap((r) => (r.to === 'source' ? [keyOf(e.dataset ?? '', r.id)] : [])),
        ),
    ];
    for (const key of new Set(cited)) {
      const source = this.#sources.get(key);
      if (source !== undefined) yield source;
    }
    yield* [...named.values()].flat();
  }

  /**
   * An entity without the offices that are known from a source above the bound; where all that is known of it is from a
   * data set above it, its name alone: a claim below the bound says that too.
   */
  #bounded(entity: Entity): Entity {
    const { markings, lens } = this.#telling;
    const isAbove = (marking: Marking | undefined) => marking !== undefined && lens.above.includes(marking);
    const { type, id, label, names } = entity;
    if (isAbove(markings.get(entity.dataset ?? '')))
      return { type, id, dataset: null, label, names: { en: names.en ?? id } };
    if (entity.represents === undefined || lens.above.length === 0) return entity;
    const represents = entity.represents.filter(
      (r) => !isAbove(this.#sources.get(keyOf(entity.dataset ?? '', r.source ?? ''))?.marking),
    );
    const { represents: _, ...rest } = entity;
    return represents.length === 0 ? rest : { ...rest, represents };
  }
}

/** The entities in question at first of a data set: it names them, also where no claim that leaves does. */
const startsWith = ({ start }: Dataset): EntityId[] =>
  (start?.states ?? []).filter((id) => !vocabulary().states.has(id));

/** A data set whose start names no claim that does not leave. */
function trimmed(dataset: Dataset, held: ReadonlySet<string>): Dataset {
  if (dataset.start === undefined) return dataset;
  return {
    ...dataset,
    start: { ...dataset.start, claims: dataset.start.claims.filter((c) => held.has(c.claim)) },
  };
}
