// Writes what leaves as a bundle, object by object: nothing is held but ids, names and sources.
import { type Marking, strictest } from '../../../model/confidence.ts';
import type { Dataset } from '../../../model/dataset.ts';
import type { Entity } from '../../../model/entity.ts';
import { datasetOf } from '../../../model/id.ts';
import type { Source } from '../../../model/source.ts';
import { canonical, type Statement } from '../../../model/statement.ts';
import type { Outgoing, Told } from '../format.ts';
import { claimWords, nameOf, statementWords } from '../words.ts';
import { claimFrom, entityFrom, type Known, objectOf, opinionOf, wholeOf } from './foreign.ts';
import {
  claimStixId,
  datasetStixId,
  ENTENTE,
  EntityIds,
  foreignId,
  idOf,
  ours,
  type StixObject,
  statementStixId,
  Times,
} from './ids.ts';
import { definitionOf, markingId, markingOf } from './markings.ts';
import * as objects from './objects.ts';

/** Writes a bundle: JSON, an object a line. */
export async function* encode(outgoing: Outgoing): AsyncGenerator<string> {
  const id = idOf('bundle', JSON.stringify([outgoing.form, outgoing.head]));
  yield `{\n"type": "bundle",\n"id": "${id}",\n"objects": [`;
  let comma = '';
  // Definitions of markings stand behind the first object that has them.
  const defined = new Set<Marking>();
  const writer = new Writer(outgoing);
  const write = (object: StixObject) => {
    const text = `${comma}\n${JSON.stringify(object)}`;
    comma = ',';
    return text;
  };
  for await (const object of outgoing.form === 'pairs' ? writer.withTies() : writer.claims()) {
    yield write(object);
    const markings = Array.isArray(object.object_marking_refs) ? object.object_marking_refs : [];
    for (const ref of markings) {
      const marking = markingOf(String(ref));
      if (marking === undefined || markingId(marking) !== ref || defined.has(marking)) continue;
      defined.add(marking);
      yield write(definitionOf(marking));
    }
  }
  yield '\n]\n}\n';
}

class Writer {
  readonly #outgoing: Outgoing;
  readonly #times: Times;
  readonly #ids = new EntityIds();
  readonly #names = new Map<string, string>();
  /** What came from STIX, by its id there. */
  readonly #known = new Map<string, Known>();
  readonly #datasets = new Map<string, Dataset>();
  readonly #sources = new Map<string, Source>();
  /** Those of data sets from STIX that are written by themselves: where a statement is. */
  readonly #toldSources = new Set<Source>();
  readonly #claims = new Map<string, string[]>();
  /** Opinions of others, by data set and id, of which not all statements were told yet. */
  readonly #opinions = new Map<string, Statement[]>();

  constructor(outgoing: Outgoing) {
    this.#outgoing = outgoing;
    this.#times = new Times(outgoing);
  }

  async *claims(): AsyncGenerator<StixObject> {
    yield* this.#head();
    for await (const piece of this.#outgoing.pieces()) {
      if (piece.type === 'dataset') yield this.#dataset(piece);
      else if (piece.type === 'entity') yield this.#entity(piece);
      else if (piece.type === 'source') yield* this.#source(piece);
      else yield* this.#claim(piece);
    }
    for (const statement of [...this.#opinions.values()].flat()) yield* this.#ownStatement(statement);
    for (const dataset of this.#datasets.values())
      yield objects.datasetReport(dataset, this.#claims.get(dataset.id) ?? [], {
        ...this.#common(dataset.id, datasetStixId(dataset.id).replace('identity', 'report')),
        marking: dataset.marking ?? null,
      });
  }

  /** Claims and, beside them, the ties that are derived from them, which readers of relationships understand. */
  async *withTies(): AsyncGenerator<StixObject> {
    yield* this.claims();
    const { ties } = await this.#outgoing.ties();
    const { rule, marking } = this.#outgoing.head;
    for (const tie of ties) {
      const key = `tie ${tie.dataset} ${tie.a} ${tie.b} ${tie.sign}`;
      const common = { ...this.#common(tie.dataset, idOf('relationship', key)), marking };
      yield objects.tieObject(tie, [this.#id(tie.a), this.#id(tie.b)], rule, common);
    }
  }

  *#head(): Generator<StixObject> {
    yield objects.headNote(this.#outgoing.head, this.#times.of(null));
    yield* objects.aboutUs;
  }

  #common(dataset: string | null, id: string, recorded?: string): Omit<objects.Common, 'marking'> {
    return {
      id,
      by: dataset !== null && this.#datasets.has(dataset) ? datasetStixId(dataset) : ENTENTE,
      ...this.#times.both(dataset, recorded),
    };
  }

  #dataset(dataset: Dataset): StixObject {
    this.#datasets.set(dataset.id, dataset);
    const common = { ...this.#common(dataset.id, datasetStixId(dataset.id)), by: ENTENTE };
    return objects.datasetIdentity(dataset, { ...common, marking: dataset.marking ?? null });
  }

  #entity(entity: Entity): StixObject {
    const isAgain = this.#names.has(entity.id);
    const id = this.#ids.of(entity);
    if (!isAgain) this.#names.set(entity.id, nameOf(entity));
    const isHome = entity.dataset !== null && this.#datasets.has(entity.dataset);
    const common = { ...this.#common(isHome ? entity.dataset : null, id), marking: null };
    const foreign = foreignId(entity.id);
    const object = foreign === null ? null : objectOf(entity);
    if (foreign === null || entity.dataset === null || object === null)
      return objects.entityObject(entity, isHome, common);
    if (!isAgain) this.#known.set(foreign, { entity: entity.id, name: nameOf(entity) });
    // As it came; where it was changed since, or comes in a second version, with what it is now.
    if (isHome && !isAgain && isSame(entityFrom(object, entity.dataset), entity))
      return this.#asItCame(object, entity.dataset);
    return { ...object, extensions: withOurs(object, isHome ? { entry: entity } : { entity: entity.id }) };
  }

  *#source(source: Source): Generator<StixObject> {
    this.#sources.set(`${source.dataset} ${source.id}`, source);
    // What came from STIX has its sources in the external references of its objects.
    if (source.dataset.startsWith('stix-') || !this.#datasets.has(source.dataset)) return;
    yield this.#sourceNote(source);
  }

  #sourceNote(source: Source): StixObject {
    const dataset = this.#datasets.get(source.dataset);
    return objects.sourceNote(source, {
      ...this.#common(source.dataset, idOf('note', `source ${source.dataset} ${source.id}`)),
      marking: strictest([source.marking, dataset?.marking]),
    });
  }

  *#claim(told: Told): Generator<StixObject> {
    const { claim, statements } = told;
    const home = datasetOf(claim.id);
    const id = claimStixId(claim.id);
    const list = this.#claims.get(home) ?? [];
    this.#claims.set(home, list);
    list.push(id);
    const foreign = foreignId(claim.id) === null ? null : objectOf(claim);
    const derived = foreign === null ? null : claimFrom(foreign, home, (ref) => this.#known.get(ref));
    // An answer may not hold all statements of a claim; those that it holds tell which of them the object itself says.
    const said = new Set(derived?.statements.map(wholeOf));
    const isAsItCame =
      derived !== null &&
      isSame(derived.claim, claim) &&
      statements.filter((s) => said.has(wholeOf(s))).length === said.size;
    if (isAsItCame && foreign !== null) yield this.#asItCame(foreign, home);
    else yield this.#claimObject(told, foreign, id);
    for (const statement of statements)
      if (!isAsItCame || !said.has(wholeOf(statement))) yield* this.#statement(statement);
  }

  #claimObject(told: Told, foreign: StixObject | null, id: string): StixObject {
    if (foreign !== null)
      return {
        ...foreign,
        extensions: withOurs(foreign, { entry: told.claim, computed: objects.computedOf(told) }),
      };
    const parties = [...new Set(told.claim.parties.map((p) => this.#id(p.entity)))];
    const words = claimWords(told, this.#outgoing.head.rule, (entity) => this.#names.get(entity) ?? entity);
    return objects.claimObject(told, words, parties, {
      ...this.#common(datasetOf(told.claim.id), id),
      marking: this.#marking(told),
    });
  }

  /** What the lens made of a claim tells of all its statements: it is marked as the strictest of them. */
  #marking({ claim, statements }: Told) {
    const home = datasetOf(claim.id);
    return strictest([this.#datasets.get(home)?.marking, ...statements.map((s) => this.#markingOf(s))]);
  }

  #markingOf(statement: Statement) {
    const home = datasetOf(statement.claim);
    return objects.markingIn(
      statement,
      this.#sources.get(`${home} ${statement.source}`),
      this.#datasets.get(home),
    );
  }

  /** An opinion of others leaves as it came, once all that was made of it has come. */
  *#statement(statement: Statement): Generator<StixObject> {
    const of = opinionOf(statement);
    if (of === null) {
      yield* this.#ownStatement(statement);
      return;
    }
    const home = datasetOf(statement.claim);
    const id = `${home} ${String(of.opinion.id)}`;
    const told = [...(this.#opinions.get(id) ?? []), statement];
    this.#opinions.set(id, told);
    if (told.length < of.statements) return;
    this.#opinions.delete(id);
    yield this.#asItCame(of.opinion, home);
  }

  *#ownStatement(statement: Statement): Generator<StixObject> {
    const home = datasetOf(statement.claim);
    const source = this.#sources.get(`${home} ${statement.source}`);
    if (home.startsWith('stix-') && source !== undefined && !this.#toldSources.has(source)) {
      this.#toldSources.add(source);
      yield this.#sourceNote(source);
    }
    const speaker =
      statement.attributedTo === undefined
        ? null
        : (this.#names.get(statement.attributedTo) ?? statement.attributedTo);
    yield objects.statementObject(
      statement,
      {
        claim: claimStixId(statement.claim),
        words: statementWords(statement, source, speaker),
        author: speaker ?? source?.publisher ?? source?.title ?? statement.source,
        reference: source === undefined ? { source_name: statement.source } : objects.referenceOf(source),
      },
      {
        ...this.#common(home, statementStixId(statement), statement.recordedAt),
        marking: this.#markingOf(statement),
      },
    );
  }

  /** An object of others, with its data set where the file is of several. */
  #asItCame(object: StixObject, home: string): StixObject {
    return this.#datasets.size > 1 ? { ...object, extensions: withOurs(object, { home }) } : object;
  }

  /** The id of an entity; of one that no piece told, the id that it would have. */
  #id(entity: string): string {
    const asked = this.#ids.get(entity);
    return asked ?? foreignId(entity) ?? idOf('identity', entity);
  }
}

const isSame = (a: object, b: object) => canonical(a) === canonical(b);

/** The extensions of an object and ours. */
const withOurs = (object: StixObject, content: Parameters<typeof ours>[0]) => ({
  ...(typeof object.extensions === 'object' ? object.extensions : {}),
  ...ours(content),
});
