// Writes what leaves as lines of FollowTheMoney, as it comes: nothing is held but names and sources.

import type { Entity } from '../../../model/entity.ts';
import { datasetOf } from '../../../model/id.ts';
import type { Source } from '../../../model/source.ts';
import { canonical, identityOf, type Statement } from '../../../model/statement.ts';
import type { Outgoing, Told } from '../format.ts';
import { nameOf } from '../words.ts';
import * as made from './entities.ts';
import { claimFrom, entityFrom, lineOf } from './foreign.ts';
import { type FtmEntity, hashOf, OURS } from './line.ts';

/** Writes lines; the first says what the file is. */
export async function* encode(outgoing: Outgoing): AsyncGenerator<string> {
  const writer = new Writer(outgoing);
  for await (const entity of writer.entities()) yield `${JSON.stringify(entity)}\n`;
}

class Writer {
  readonly #outgoing: Outgoing;
  readonly #datasets = new Set<string>();
  readonly #names = new Map<string, string>();
  readonly #sources = new Map<string, Source>();
  /** Sources of data sets from FollowTheMoney that are written by themselves: where a statement is. */
  readonly #toldSources = new Set<Source>();
  readonly #around: made.Around;

  constructor(outgoing: Outgoing) {
    this.#outgoing = outgoing;
    this.#around = {
      rule: outgoing.head.rule,
      name: (entity) => this.#names.get(entity) ?? entity,
      id: (entity) => (entity.startsWith('ftm:') ? entity.slice('ftm:'.length) : hashOf(entity)),
      source: (statement) => this.#sources.get(sourceKey(statement)),
    };
  }

  async *entities(): AsyncGenerator<FtmEntity> {
    const { head, form } = this.#outgoing;
    yield made.headEntity(head);
    for await (const piece of this.#outgoing.pieces())
      if (piece.type === 'dataset') {
        this.#datasets.add(piece.id);
        yield made.datasetEntity(piece);
      } else if (piece.type === 'entity') yield this.#entity(piece);
      else if (piece.type === 'source') yield* this.#source(piece);
      else yield* this.#claim(piece);
    if (form !== 'pairs') return;
    const { ties } = await this.#outgoing.ties();
    for (const tie of ties) yield made.tieEntity(tie, this.#around);
  }

  #entity(entity: Entity): FtmEntity {
    const { id, dataset } = entity;
    if (!this.#names.has(id)) this.#names.set(id, nameOf(entity));
    const isHome = dataset !== null && this.#datasets.has(dataset);
    const line = id.startsWith('ftm:') ? lineOf(id.slice('ftm:'.length), entity.properties) : null;
    if (line === null || dataset === null) return made.entityEntity(entity, this.#around.id(id), isHome);
    if (!isHome) return { ...line, [OURS]: { entity: id } };
    // As it came; where it was changed since, with what it is now.
    return { ...line, [OURS]: isSame(entityFrom(line, dataset), entity) ? { dataset } : { entry: entity } };
  }

  *#source(source: Source): Generator<FtmEntity> {
    this.#sources.set(`${source.dataset} ${source.id}`, source);
    // What came from FollowTheMoney has its sources in its own lines.
    if (!source.dataset.startsWith('ftm-') && this.#datasets.has(source.dataset))
      yield made.sourceEntity(source, sourceId(source.dataset, source.id));
  }

  *#claim(told: Told): Generator<FtmEntity> {
    const { claim, statements } = told;
    const home = datasetOf(claim.id);
    const own = claim.id.slice(home.length + 1);
    const line = home.startsWith('ftm-') ? lineOf(own, claim.properties) : null;
    const derived =
      line === null
        ? null
        : claimFrom(line, home, (id) => {
            const name = this.#names.get(`ftm:${id}`);
            return name === undefined ? undefined : { entity: `ftm:${id}`, name };
          });
    const said = new Set(derived?.statements.map(whole));
    const isAsItCame =
      derived !== null &&
      isSame(derived.claim, claim) &&
      statements.filter((s) => said.has(whole(s))).length === said.size;
    const id = line === null ? hashOf(claim.id) : own;
    if (line === null) yield* made.claimEntities(told, id, this.#around);
    else yield { ...line, [OURS]: isAsItCame ? { dataset: home } : { entry: claim } };
    for (const statement of statements)
      if (!isAsItCame || !said.has(whole(statement))) yield* this.#statement(statement, id);
  }

  *#statement(statement: Statement, claim: string): Generator<FtmEntity> {
    const source = this.#around.source(statement);
    const home = datasetOf(statement.claim);
    const from = sourceId(home, statement.source);
    if (home.startsWith('ftm-') && source !== undefined && !this.#toldSources.has(source)) {
      this.#toldSources.add(source);
      yield made.sourceEntity(source, from);
    }
    yield made.statementEntity(
      statement,
      hashOf(identityOf(statement)),
      { claim, source: from },
      this.#around,
    );
  }
}

const sourceKey = (statement: Statement) => `${datasetOf(statement.claim)} ${statement.source}`;
const sourceId = (dataset: string, source: string) => hashOf('source', dataset, source);
const isSame = (a: object, b: object) => canonical(a) === canonical(b);
const whole = (s: Statement) => `${identityOf(s)} ${s.supersededAt ?? ''}`;
