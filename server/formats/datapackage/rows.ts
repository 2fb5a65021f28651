// What leaves as rows of the tables: one piece after the other, each table as lines of text.
import { actingFor } from '../../../model/claim.ts';
import type { Dataset } from '../../../model/dataset.ts';
import type { Entity } from '../../../model/entity.ts';
import { datasetOf } from '../../../model/id.ts';
import type { Statement } from '../../../model/statement.ts';
import { MAX_DAY, MIN_DAY, spanOf } from '../../../model/time.ts';
import { MOST_GROUPS, signWords } from '../cells.ts';
import type { Outgoing, Told } from '../format.ts';
import { cellOf, guarded, lineOf, quoted } from './cells.ts';
import { COMPUTED, type Table, type TableName, tables } from './tables.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A spreadsheet takes a file without it for one in its own machine's encoding. */
const BOM = '\uFEFF';

/** So many roles and sides are remembered. */
const MOST_WORDS = 1000;

export const headingOf = ({ columns }: Table): string => BOM + lineOf(columns.map((c) => c.name));

const lineIn = ({ columns }: Table, fields: Fields): string =>
  lineOf(columns.map((c) => cellOf(fields[c.name], c.type)));

/** Under names that say that they are computed. */
const computed = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${COMPUTED}${name}`, value]));

/** Turns pieces into lines. */
export class Rows {
  readonly #outgoing: Outgoing;
  readonly #homes: ReadonlySet<string | null>;
  readonly #isDated: boolean;
  /** Names of the entities that have a row, as cells. */
  readonly #names = new Map<string, string>();
  /** Entities that something refers to and that have no row. */
  readonly #nameless = new Set<string>();
  /** Roles and sides are few: each is made a cell once. */
  readonly #words = new Map<string, string>();

  constructor(outgoing: Outgoing) {
    const { answer, head } = outgoing;
    this.#outgoing = outgoing;
    this.#homes = new Set([null, ...head.datasets.map((d) => d.id)]);
    this.#isDated = answer.resolved.from !== null || answer.lens.known !== null;
  }

  /** The lines of all that leaves, each with its table. */
  async *lines(): AsyncGenerator<readonly [TableName, string]> {
    for await (const piece of this.#outgoing.pieces())
      if (piece.type === 'told') {
        yield ['claims', this.#claim(piece)];
        yield ['parties', this.#parties(piece)];
        const lines = piece.statements.map((s) => this.#statement(s));
        yield ['statements', lines.join('')];
      } else if (piece.type === 'entity') yield ['entities', this.#entity(piece)];
      else if (piece.type === 'source') yield ['sources', lineIn(tables.sources, piece)];
      else yield ['datasets', this.#dataset(piece)];
    // An entity whose data set is gone is only a name; a key has to lead somewhere all the same.
    for (const id of this.#nameless)
      if (!this.#names.has(id)) yield ['entities', lineIn(tables.entities, { id, elsewhere: true })];
  }

  #dataset(dataset: Dataset): string {
    const load = this.#outgoing.answer.loads[dataset.id];
    return lineIn(tables.datasets, { ...dataset, ...computed({ load }) });
  }

  #entity(entity: Entity): string {
    const { en, ...others } = entity.names;
    this.#names.set(entity.id, quoted(guarded(en ?? entity.id)));
    for (const r of entity.represents ?? []) this.#refer(r.entity);
    return lineIn(tables.entities, {
      ...entity,
      elsewhere: this.#homes.has(entity.dataset) ? undefined : true,
      name: en,
      otherNames: Object.keys(others).length === 0 ? undefined : others,
    });
  }

  #claim(told: Told): string {
    const { claim, nature, context, commitment, state, stands, certainty, day } = told;
    const span = claim.when === undefined ? null : spanOf(claim.when, nature === 'event');
    return lineIn(tables.claims, {
      ...claim,
      ...computed({
        dataset: datasetOf(claim.id),
        nature,
        context,
        commitment,
        sign: signWords[told.sign],
        earliest: span === null || span.startEarliest === MIN_DAY ? null : span.startEarliest,
        latest: span === null || span.endLatest === MAX_DAY ? null : span.endLatest,
        state,
        stands,
        for: told.for,
        against: told.against,
        originsFor: told.originsFor,
        originsAgainst: told.originsAgainst,
        // Without a date in the lens nothing is sure or possible about a claim's time.
        certainty: this.#isDated ? certainty : null,
        day,
        principals: told.principals.length,
        groups: told.groups.length > MOST_GROUPS ? null : told.groups,
      }),
    });
  }

  /** Written out for speed: of some data sets there are a million. Ids and dates need neither guard nor quotes. */
  #parties({ claim, ...told }: Told): string {
    const principals = new Set(told.principals);
    const actors = new Set(told.actors);
    let lines = '';
    let position = 0;
    for (const { entity, role, part = '', side, from = '', until = '', by } of claim.parties) {
      position += 1;
      const sided = side === undefined ? '' : this.#word(side);
      const acting = by === undefined ? '' : quoted(JSON.stringify([by].flat()));
      const name = this.#names.get(entity) ?? '';
      lines += `${claim.id},${position},${entity},${this.#word(role)},${part},${sided},${from},${until},${acting},${name},${principals.has(entity)},${actors.has(entity)}\r\n`;
      if (name === '') this.#refer(entity);
      for (const id of actingFor({ entity, role, by })) this.#refer(id);
    }
    return lines;
  }

  #word(word: string): string {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const cell = quoted(guarded(word));
    // A data set may misuse them for what is different in every row.
    if (this.#words.size < MOST_WORDS) this.#words.set(word, cell);
    return cell;
  }

  #statement(statement: Statement): string {
    const { id, quote, attributedTo } = statement;
    if (attributedTo !== undefined) this.#refer(attributedTo);
    return lineIn(tables.statements, {
      ...statement,
      ...computed({ id, dataset: datasetOf(statement.claim) }),
      quote: quote?.exact,
      quotePrefix: quote?.prefix,
      quoteSuffix: quote?.suffix,
      quoteResult: quote?.check?.result,
      quoteHash: quote?.check?.hash,
      quoteBy: quote?.check?.by,
      quoteAt: quote?.check?.at,
    });
  }

  #refer(entity: string): void {
    if (!this.#names.has(entity)) this.#nameless.add(entity);
  }
}
