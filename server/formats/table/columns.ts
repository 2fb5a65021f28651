// The columns of a table by their names: where each stands, and what is close to a name that is none of them.
import { didYouMean } from '../../../model/near.ts';
import type { Faults } from './faults.ts';

export class Columns {
  readonly #names: readonly string[];
  readonly #places = new Map<string, number>();
  readonly #faults: Faults;
  readonly #table: string;
  readonly #used = new Set<number>();
  readonly #tables: ReadonlyMap<string, readonly string[]>;

  /**
   * @param names as the header has them; of two with one name only those that are used matter
   * @param tables the columns of all tables, by their names
   */
  constructor(
    table: string,
    names: readonly string[],
    faults: Faults,
    tables: ReadonlyMap<string, readonly string[]>,
  ) {
    this.#tables = tables;
    this.#table = table;
    this.#names = names;
    this.#faults = faults;
    for (const [i, name] of names.entries()) this.#places.set(name, this.#places.has(name) ? TWICE : i);
  }

  get names(): readonly string[] {
    return this.#names;
  }

  /**
   * The place of a column; -1 where there is none.
   * @param at where in the mapping it is named
   */
  place(name: string, at: string): number {
    const place = this.#places.get(name);
    if (place !== undefined && place >= 0) {
      this.#used.add(place);
      return place;
    }
    const detail =
      place === TWICE
        ? `the table "${this.#table}" has two columns "${name}": name them apart`
        : `the table "${this.#table}" has no column "${name}"${this.#elsewhere(name, at) || didYouMean(name, this.#names) || `; it has ${some(this.#names)}`}`;
    this.#faults.mapping(at, detail);
    return -1;
  }

  /** Which other table has a column, and how it is read from there. */
  #elsewhere(name: string, at: string): string {
    const [other] = [...this.#tables].flatMap(([table, names]) => (names.includes(name) ? [table] : []));
    if (other === undefined) return '';
    const party = /^\/claims\/parties\/\d+/.test(at);
    return `; the table "${other}" has it${party ? `: write table: ${other} for this party` : ''}`;
  }

  /** The places of the columns that were asked for. */
  used(): number[] {
    return [...this.#used];
  }

  /** The names that a list or a range of numbered columns means, as mem1..mem59. */
  range(columns: string | readonly string[]): string[] {
    if (typeof columns !== 'string') return [...columns];
    const [, stem = '', first = '', last = ''] = /^(.*?)(\d+)\.\..*?(\d+)$/.exec(columns) ?? [];
    const names: string[] = [];
    for (let n = Number(first); n <= Number(last); n++)
      names.push(`${stem}${String(n).padStart(first.length, '0')}`);
    return names;
  }
}

const TWICE = -2;
const MOST = 12;

const some = (names: readonly string[]) =>
  names.length <= MOST
    ? names.join(', ')
    : `${names.slice(0, MOST).join(', ')} and ${names.length - MOST} more`;
