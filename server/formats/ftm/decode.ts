// Reads lines of FollowTheMoney. What Entente wrote is taken as it was; what others wrote is made entries of, as soon as
// what it relates has come.
import type { Dataset } from '../../../model/dataset.ts';
import type { Entry } from '../../../model/entry.ts';
import { many } from '../../../model/phrase.ts';
import type { DecodedEntry, DecodedProblem } from '../format.ts';
import { parseJson, wrongAt } from '../json-list.ts';
import { linesOf } from '../text.ts';
import { claimFrom, entityFrom, nameOf, relates } from './foreign.ts';
import { entityAt, type FtmEntity, hashOf, ownOf, problemsOf, theirs } from './line.ts';
import { isKnown } from './schemata.ts';

/** So much may wait for what it relates, in letters: lines may stand in any order. */
const MOST_WAITING = 128 * 1024 * 1024;

/** Reads lines. A line that is wrong is told, and reading goes on after it. */
export async function* decode(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<DecodedEntry | DecodedProblem> {
  const lines = new Lines();
  for await (const { text, line } of linesOf(bytes)) {
    if (text.trim() === '') continue;
    try {
      yield* lines.take(entityAt(parseJson(text, line), line), line, text.length);
    } catch (error) {
      yield* problemsOf(error);
    }
  }
  yield* lines.end();
}

class Lines {
  /** The data set that lines of others are; of the id of the first of them. */
  #dataset: string | null = null;
  #count = 0;
  #waitingLetters = 0;
  readonly #waiting: { entity: FtmEntity; home: string; line: number }[] = [];
  readonly #known = new Map<string, { entity: string; name: string }>();
  readonly #sources = new Set<string>();
  readonly #schemata = new Map<string, number>();
  readonly #lists = new Set<string>();

  *take(entity: FtmEntity, line: number, letters: number): Generator<DecodedEntry> {
    const own = ownOf(entity);
    if (own !== null && typeof own.dataset !== 'string') {
      yield* this.#own(own, entity, line);
      return;
    }
    const rest = theirs(entity);
    const home = typeof own?.dataset === 'string' ? own.dataset : this.#foreign(rest);
    const needs = relates(rest);
    if (needs.length === 0) {
      this.#known.set(rest.id, { entity: `ftm:${rest.id}`, name: nameOf(rest) });
      yield { entry: entityFrom(rest, home), line };
    } else if (needs.every((id) => this.#known.has(id))) yield* this.#claim(rest, home, line);
    else {
      this.#waitingLetters += letters;
      if (this.#waitingLetters > MOST_WAITING)
        throw wrongAt(
          line,
          `more than ${MOST_WAITING / 1024 / 1024} million letters stand before what they relate, or without it: put links behind what they link`,
        );
      this.#waiting.push({ entity: rest, home, line });
    }
  }

  *end(): Generator<DecodedEntry> {
    for (const { entity, home, line } of this.#waiting) yield* this.#claim(entity, home, line);
    if (this.#dataset !== null) yield { entry: this.#told(this.#dataset), line: 1 };
  }

  *#own(
    { entry, entity: key }: Record<string, unknown>,
    entity: FtmEntity,
    line: number,
  ): Generator<DecodedEntry> {
    if (typeof key === 'string') this.#known.set(entity.id, { entity: key, name: nameOf(entity) });
    if (typeof entry !== 'object' || entry === null) return;
    const { type, id, dataset } = entry as Record<string, unknown>;
    if (type === 'entity') this.#known.set(entity.id, { entity: String(id), name: nameOf(entity) });
    if (type === 'source') this.#sources.add(`${String(dataset)} ${String(id)}`);
    yield { entry, line };
  }

  /** Counts a line of others. @returns its data set */
  #foreign(entity: FtmEntity): string {
    this.#dataset ??= `ftm-${hashOf(entity.id).slice(0, 12)}`;
    this.#count += 1;
    this.#schemata.set(entity.schema, (this.#schemata.get(entity.schema) ?? 0) + 1);
    if (Array.isArray(entity.datasets)) for (const d of entity.datasets) this.#lists.add(String(d));
    return this.#dataset;
  }

  *#claim(entity: FtmEntity, home: string, line: number): Generator<DecodedEntry> {
    const evidence = claimFrom(entity, home, (id) => this.#known.get(id));
    if (evidence === null) return;
    for (const source of evidence.sources) {
      const key = `${source.dataset} ${source.id}`;
      if (!this.#sources.has(key)) yield { entry: source, line };
      this.#sources.add(key);
    }
    const entries: Entry[] = [evidence.claim, ...evidence.statements];
    for (const entry of entries) yield { entry, line };
  }

  /** The data set that lines of others are, with what was kept as it is. */
  #told(id: string): Dataset {
    const told = ([schema, n]: [string, number]) => `${schema} ${n}`;
    const all = [...this.#schemata].sort(([a], [b]) => (a < b ? -1 : 1));
    const unknown = all.filter(([schema]) => !isKnown(schema));
    const lists = [...this.#lists].sort();
    return {
      type: 'dataset',
      id,
      title:
        lists.length === 0
          ? 'FollowTheMoney entities'
          : `FollowTheMoney: ${lists.slice(0, 3).join(', ')}${lists.length > 3 ? ', …' : ''}`,
      description: [
        `Read from ${many(this.#count, 'entity', 'entities')} of FollowTheMoney: ${all.map(told).join(', ')}.`,
        'All that they say is kept as it is, in properties that begin with ftm: and ftm.',
        ...(unknown.length === 0
          ? []
          : [
              `Schemata that the model of version 4 does not have, kept as things: ${unknown.map(told).join(', ')}.`,
            ]),
      ].join(' '),
      coverage: [],
    };
  }
}
