// What is kept of each data set while its files are read: enough to check its entries against each other, to tell what
// changes, and to find them again in the spool. The entries themselves are not kept, but for those of entities.
import type { Dataset } from '../../model/dataset.ts';
import type { Entity } from '../../model/entity.ts';
import type { Entry } from '../../model/entry.ts';
import type { QuoteCheck } from '../../model/statement.ts';
import { hashOf, type Placed } from './parse.ts';
import type { Place } from './read.ts';
import type { Position } from './spool.ts';

/** The entries of one kind, in the order of the files. */
export class Entries {
  /** Place among them, by id. */
  readonly index = new Map<string, number>();
  readonly hashes: string[] = [];
  readonly #files: string[] = [];
  readonly #lines: number[] = [];
  readonly #at: number[] = [];
  readonly #length: number[] = [];

  get size(): number {
    return this.hashes.length;
  }

  add(entry: Entry, { file, line }: Place, { at, length }: Position): void {
    this.index.set(entry.id ?? '', this.size);
    this.hashes.push(hashOf(entry));
    this.#files.push(file);
    this.#lines.push(line);
    this.#at.push(at);
    this.#length.push(length);
  }

  /** File and line of the one with an id; null where there is none. */
  placeOf(id: string): Pick<Place, 'file' | 'line'> | null {
    const i = this.index.get(id);
    return i === undefined ? null : { file: this.#files[i] ?? '', line: this.#lines[i] ?? 0 };
  }

  /** Where they stand in the spool. */
  *positions(which: Iterable<number> = this.#at.keys()): Generator<Position> {
    for (const i of which) yield { at: this.#at[i] ?? 0, length: this.#length[i] ?? 0 };
  }
}

/** A statement's quote: where it stands in its file, and what its check found. */
export interface KeptQuote {
  n: number;
  place: Place;
  check?: QuoteCheck;
}

/** A data set of the files. */
export class Kept {
  readonly id: string;
  /** Its own entry; null until it comes. */
  head: Placed<Dataset> | null = null;
  /** The first entry that cannot do without it. */
  first: Placed | null = null;
  readonly sources = new Entries();
  readonly entities = new Entries();
  readonly claims = new Entries();
  readonly statements = new Entries();
  readonly declared: Placed<Entity>[] = [];
  /** Entities that its entries name. */
  readonly names = new Set<string>();
  /** Hashes of the texts of sources, by source. */
  readonly textHashes = new Map<string, string>();
  /** Quotes of statements, by the place of the statement among them. */
  readonly quotes = new Map<number, KeptQuote>();
  parties = 0;

  constructor(id: string) {
    this.id = id;
  }

  /** Its entries of a kind. */
  of(type: Exclude<Entry['type'], 'dataset'>): Entries {
    return { source: this.sources, entity: this.entities, claim: this.claims, statement: this.statements }[
      type
    ];
  }
}

/** A data set whose entries are all checked. */
export type Checked = Kept & { head: Placed<Dataset> };
