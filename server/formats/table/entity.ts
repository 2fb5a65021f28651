// Which entities a row means: by codes and names of the vocabulary, by the mapping's own table, or unnamed.
import type { Entity } from '../../../model/entity.ts';
import { EntityId } from '../../../model/id.ts';
import type { CodeSystem, EntityRef } from '../../../model/mapping-values.ts';
import { cellOf, type Read, type TableSource } from './source.ts';
import { nameOf, nearStateId, stateOf } from './states.ts';
import type { Unknowns } from './unknown.ts';

/** What the cells of one row mean. */
export interface Meant {
  ids: string[];
  /** Whether a cell was skipped: its claim lacks a party then. */
  skipped: boolean;
  /** Whether all its cells are empty. */
  empty: boolean;
}

const nobody: Meant = { ids: [], skipped: false, empty: true };

/** Entities that are no states: those that a mapping declares, and those that are kept unnamed. */
export class Entities {
  readonly #dataset: string;
  readonly #names = new Map<string, string>();
  readonly #unnamed = new Map<string, string>();
  #waiting: Entity[] = [];

  constructor(dataset: string, declared: readonly Pick<Entity, 'id' | 'names'>[]) {
    this.#dataset = dataset;
    for (const { id, names } of declared) this.#names.set(id, names.en ?? id);
  }

  has(id: string): boolean {
    return this.#names.has(id);
  }

  nameOf(id: string): string {
    return this.#names.get(id) ?? nameOf(id);
  }

  /** The unnamed entity that stands for a text, declared when it is met first. */
  unnamed(text: string, column: string): string {
    const known = this.#unnamed.get(text);
    if (known !== undefined) return known;
    const slug = text
      .normalize('NFKD')
      .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
      .replaceAll(/^[^A-Za-z0-9]+|-+$/g, '');
    let id = `group:${this.#dataset}.${slug || 'x'}`.slice(0, 110);
    for (let n = 2, stem = id; this.#names.has(id); n++) id = `${stem}.${n}`;
    this.#unnamed.set(text, id);
    this.#names.set(id, text);
    this.#waiting.push({
      type: 'entity',
      id,
      dataset: this.#dataset,
      label: 'Group',
      names: { en: text },
      unnamed: true,
      note: `Stands as "${text}" in the column ${column}, which leads to no state.`,
    });
    return id;
  }

  /** The unnamed entities met since it was asked last. */
  *declared(): Generator<Entity> {
    const declared = this.#waiting;
    if (declared.length === 0) return;
    this.#waiting = [];
    yield* declared;
  }
}

/** Reads which entities a row means. @param at where in the mapping the reference stands */
export function entityOf(
  source: TableSource,
  ref: EntityRef,
  at: string,
  entities: Entities,
  unknowns: Unknowns,
): Read<Meant> {
  const check = (id: string, place: string) => {
    if (stateOf(id, ['id']) === null && !entities.has(id))
      source.faults.mapping(
        place,
        `there is no state "${id}"${nearStateId(id)}; other entities are declared under declare`,
      );
  };
  if ('is' in ref) {
    check(ref.is, `${at}/is`);
    const meant = { ids: [ref.is], skipped: false, empty: false };
    return () => meant;
  }
  const names = 'columns' in ref ? source.columns.range(ref.columns) : [ref.column];
  const place = 'columns' in ref ? `${at}/columns` : `${at}/column`;
  const cells = names.map((name) => ({ name, cell: cellOf(source, name, place) }));
  const systems = Array.isArray(ref.as) ? ref.as : [ref.as];
  for (const [text, id] of Object.entries(ref.values ?? {}))
    if (EntityId.safeParse(id).success) check(id, `${at}/values/${text}`);
  /** What each text means, so that 870,000 cells are looked up 200 times. */
  const known = new Map<string, string | null>();
  const { separator } = ref;
  return (row) => {
    const meant: Meant = { ids: [], skipped: false, empty: true };
    for (const { name, cell } of cells) {
      const whole = cell(row);
      if (whole === '') continue;
      for (const text of separator === undefined ? [whole] : parts(whole, separator)) {
        meant.empty = false;
        let id = known.get(text);
        if (id === undefined) {
          id = lookUp(text, ref, systems, entities, name);
          known.set(text, id);
        }
        if (id !== null && id !== UNKNOWN) meant.ids.push(id);
        if (id === UNKNOWN) {
          unknowns.add(source, row, name, text, ref.unknown, systems);
          if (ref.unknown === 'skip') meant.skipped = true;
          // Where it stops the load something stands for it, so that its claim is not told to lack a party as well.
          else meant.ids.push(entities.unnamed(text, name));
        }
      }
    }
    return meant.empty ? nobody : meant;
  };
}

const UNKNOWN = '';

const parts = (whole: string, separator: string) =>
  whole
    .split(separator)
    .map((text) => text.trim())
    .filter((text) => text !== '');

/** The id that a text means; null for nobody, and an empty text where it is not known. */
function lookUp(
  text: string,
  { values }: Exclude<EntityRef, { is: string }>,
  systems: readonly CodeSystem[],
  entities: Entities,
  column: string,
): string | null {
  const own = values !== undefined && Object.hasOwn(values, text) ? values[text] : undefined;
  if (own === 'nobody') return null;
  if (own === 'unnamed') return entities.unnamed(text, column);
  if (own !== undefined) return own;
  const state = stateOf(text, systems);
  if (state !== null) return state;
  return systems.includes('id') && entities.has(text) ? text : UNKNOWN;
}
