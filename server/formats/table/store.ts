// The parties of all claims of a table whose rows are in no order: held small until their claim's turn comes.
import type { Party } from '../../../model/claim.ts';

/** The parties of one claim, each with the line of its row. */
export interface Gathered {
  parties: Party[];
  lines: number[];
  /** How many of the first stand in the row of the claim itself, where two tables are joined. */
  own?: number;
  /** Whether a party of it is not known. */
  incomplete: boolean;
  kinds: readonly string[];
}

/** A row of whole numbers that grows. */
class Numbers {
  #all = new Int32Array(1024);
  length = 0;

  push(value: number): number {
    if (this.length === this.#all.length) {
      const more = new Int32Array(this.#all.length * 2);
      more.set(this.#all);
      this.#all = more;
    }
    this.#all[this.length] = value;
    return this.length++;
  }

  get(at: number): number {
    return this.#all[at] ?? -1;
  }

  set(at: number, value: number): void {
    this.#all[at] = value;
  }
}

/**
 * Parties by their claim's key. Of 870,109 votes most say what others say of another claim: each different party is
 * kept once, and a row is four numbers.
 */
export class PartyStore {
  readonly #claims = new Map<string, number>();
  readonly #shapes = new Map<string, number>();
  readonly #parties: Party[] = [];
  readonly #head = new Numbers();
  readonly #tail = new Numbers();
  readonly #next = new Numbers();
  readonly #shape = new Numbers();
  readonly #line = new Numbers();
  readonly #incomplete = new Set<number>();
  readonly #kinds = new Map<number, Set<string>>();

  /** The claim of a key, begun where it is not there. */
  claim(key: string): number {
    const known = this.#claims.get(key);
    if (known !== undefined) return known;
    const claim = this.#head.push(-1);
    this.#tail.push(-1);
    this.#claims.set(key, claim);
    return claim;
  }

  add(claim: number, party: Party, line: number): void {
    const { entity, role, part = '', side = '', from = '', until = '' } = party;
    const text = `${entity}\0${role}\0${part}\0${side}\0${from}\0${until}`;
    let shape = this.#shapes.get(text);
    if (shape === undefined) {
      shape = this.#parties.push(party) - 1;
      this.#shapes.set(text, shape);
    }
    const row = this.#shape.push(shape);
    this.#line.push(line);
    this.#next.push(-1);
    const tail = this.#tail.get(claim);
    if (tail < 0) this.#head.set(claim, row);
    else this.#next.set(tail, row);
    this.#tail.set(claim, row);
  }

  addKinds(claim: number, kinds: readonly string[]): void {
    const known = this.#kinds.get(claim);
    if (known === undefined) this.#kinds.set(claim, new Set(kinds));
    else for (const kind of kinds) known.add(kind);
  }

  markIncomplete(claim: number): void {
    this.#incomplete.add(claim);
  }

  /** The parties of a key in the order of their rows; null where no row has it. Asked for twice, they are there twice. */
  of(key: string): Gathered | null {
    const claim = this.#claims.get(key);
    if (claim === undefined) return null;
    const parties: Party[] = [];
    const lines: number[] = [];
    for (let row = this.#head.get(claim); row >= 0; row = this.#next.get(row)) {
      const party = this.#parties[this.#shape.get(row)];
      if (party === undefined) continue;
      parties.push(party);
      lines.push(this.#line.get(row));
    }
    return {
      parties,
      lines,
      incomplete: this.#incomplete.has(claim),
      kinds: [...(this.#kinds.get(claim) ?? [])],
    };
  }

  /** The keys with the line of their first row, in the order in which they came. */
  *keys(): Generator<{ key: string; line: number; rows: number }> {
    for (const [key, claim] of this.#claims) {
      let rows = 0;
      for (let row = this.#head.get(claim); row >= 0; row = this.#next.get(row)) rows += 1;
      yield { key, line: this.#line.get(this.#head.get(claim)), rows };
    }
  }
}
