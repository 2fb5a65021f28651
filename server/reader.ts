// Reading for one answer: runs queries with the parameters they take, keeps what it ran, and gives entries by their ids.
import type { JudgedClaim, RanQuery } from '../model/answer.ts';
import { actingFor } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import { type DatasetId, datasetOf, type EntityId, type LoadId } from '../model/id.ts';
import type { ResolvedLens } from '../model/lens.ts';
import type { Filters } from '../model/question.ts';
import type { Source } from '../model/source.ts';
import type { ClaimInGroups } from './count.ts';
import type { Parameters, Reading, Row } from './graph/graph.ts';
import { parametersFor, query } from './graph/queries.ts';
import { claimFrom, type PartyColumns } from './graph/stored/claim.ts';
import { entityFrom } from './graph/stored/entity.ts';
import { sourceFrom } from './graph/stored/source.ts';
import { statementFrom } from './graph/stored/statement.ts';

/** A claim as it is stored, with what its leading kind says. */
export interface StoredClaim
  extends Pick<JudgedClaim, 'claim' | 'statements' | 'nature' | 'context' | 'commitment'> {
  dataset: DatasetId;
  /** Its place in its file. */
  order: number;
  /** Principals and actors, where they never change; else none. */
  principals: EntityId[];
  actors: EntityId[];
}

/** Reads from the graph for one answer, and keeps what it ran. */
export class Reader {
  readonly #reading: Reading;
  readonly ran: RanQuery[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** All rows of a query; what it is given but does not take is left out. */
  read(name: string, parameters: Parameters): Promise<Row[]> {
    const { asked, given } = this.#note(name, parameters);
    return this.#reading.read(asked, given);
  }

  /** The rows of a query one by one. */
  stream(name: string, parameters: Parameters): AsyncGenerator<Row> {
    const { asked, given } = this.#note(name, parameters);
    return this.#reading.stream(asked, given);
  }

  #note(name: string, parameters: Parameters) {
    const asked = query(name);
    const given = parametersFor(asked, parameters);
    this.ran.push({ name, cypher: asked.text, parameters: given });
    return { asked, given };
  }

  /** Claims by id, in the order of their files. */
  async claims(loads: LoadId[], ids: string[]): Promise<StoredClaim[]> {
    if (ids.length === 0) return [];
    const rows = await this.read('fetch/entries', { loads, claims: ids });
    return rows.map((row) => {
      const properties = row.claim as Row;
      const claim = claimFrom(properties, row.parties as PartyColumns[], row.acts as Row[]);
      return {
        claim,
        statements: (row.statements as Row[]).map((s) => statementFrom(s, claim.id, String(s.source))),
        nature: properties.nature as JudgedClaim['nature'],
        context: properties.context as JudgedClaim['context'],
        commitment: (properties.commitment ?? null) as number | null,
        dataset: datasetOf(claim.id),
        order: Number(properties.order),
        principals: (properties.principals ?? []) as EntityId[],
        actors: (properties.actors ?? []) as EntityId[],
      };
    });
  }

  /** Entities by id, and whom they represent, each once for every data set looked at that declares it. */
  async declared(loads: LoadId[], ids: Iterable<string>): Promise<Entity[]> {
    const found: Entity[] = [];
    let wanted = new Set(ids);
    while (wanted.size > 0) {
      const rows = await this.read('fetch/entities', { loads, entities: [...wanted] });
      const read = rows.flatMap((row) =>
        (row.declared as Row[])
          // An entity whose data set is gone is only a name that others refer to.
          .filter((declared) => declared.label !== undefined)
          .map((declared) =>
            entityFrom(
              declared,
              (row.represents as Row[]).filter((r) => r.dataset === declared.dataset),
            ),
          ),
      );
      found.push(...read);
      const represented = read.flatMap((e) => (e.represents ?? []).map((r) => r.entity));
      wanted = new Set(represented.filter((id) => !found.some((e) => e.id === id) && !wanted.has(id)));
    }
    return found.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  }

  /** Entities by id, each as the first data set tells it, with the offices that all of them know of. */
  async entities(loads: LoadId[], ids: Iterable<string>): Promise<Entity[]> {
    return asOne(await this.declared(loads, ids));
  }

  /** The sources of statements and of offices, of entities as each data set declares them. */
  async sources(
    loads: LoadId[],
    claims: readonly StoredClaim[],
    entities: readonly Entity[],
  ): Promise<Source[]> {
    const wanted = new Set<string>();
    for (const { dataset, statements } of claims)
      for (const s of statements) wanted.add(`${dataset} ${s.source}`);
    for (const e of entities)
      for (const r of e.represents ?? []) if (r.source !== undefined) wanted.add(`${e.dataset} ${r.source}`);
    if (wanted.size === 0) return [];
    const ids = new Set([...wanted].map((key) => key.slice(key.indexOf(' ') + 1)));
    const rows = await this.read('fetch/sources', { loads, sources: [...ids] });
    return rows.map((row) => sourceFrom(row.source as Row)).filter((s) => wanted.has(`${s.dataset} ${s.id}`));
  }
}

/**
 * A claim as an answer and a file tell it: as it is stored, with what the lens makes of it. Named one by one: to take a few keys out of thousands of objects takes ten times as long.
 * @param row of the same claim; where it tells no principals, they are as they are stored
 */
export function judgedClaim(stored: StoredClaim, row: ClaimInGroups): JudgedClaim {
  return {
    claim: stored.claim,
    statements: stored.statements,
    nature: stored.nature,
    context: stored.context,
    commitment: stored.commitment,
    principals: row.principals ?? stored.principals,
    actors: row.actors ?? stored.actors,
    sign: row.sign,
    state: row.state,
    for: row.for,
    against: row.against,
    originsFor: row.originsFor,
    originsAgainst: row.originsAgainst,
    stands: row.stands,
    certainty: row.certainty,
    day: row.day,
    groups: row.groups,
  };
}

/** Entities as several data sets declare them, each once. */
export function asOne(declared: readonly Entity[]): Entity[] {
  const byId = new Map<string, Entity>();
  for (const entity of declared) {
    const known = byId.get(entity.id);
    const represents = [...(known?.represents ?? []), ...(entity.represents ?? [])];
    byId.set(entity.id, { ...(known ?? entity), ...(represents.length === 0 ? {} : { represents }) });
  }
  return [...byId.values()];
}

/** Every entity that a claim and its statements name. */
export function* entitiesOf({
  claim,
  statements,
}: Pick<JudgedClaim, 'claim' | 'statements'>): Generator<string> {
  for (const party of claim.parties) {
    yield party.entity;
    yield* actingFor(party);
  }
  for (const s of statements) if (s.attributedTo !== undefined) yield s.attributedTo;
}

/** Filters and lens as the queries take them. */
export function parametersOf(filters: Filters, lens: ResolvedLens): Parameters {
  const { states, kind, nature, context, modality, sign, state, commitment } = filters;
  return {
    states,
    filters: {
      kinds: kind,
      natures: nature,
      contexts: context,
      modalities: modality,
      signs: sign,
      states: state,
      commitment,
    },
    lens: { ...lens },
  };
}
