// Keeps the checked entries of a load in a temporary file, so that a load of any size takes little memory.
import { openScratch, type Scratch } from '../scratch.ts';

/** How much is written, or read, at once. */
const PIECE = 1 << 20;

/** Where an entry stands in the file. */
export interface Position {
  at: number;
  length: number;
}

/** Entries, written once and read as often as needed. */
export class Spool<T> {
  readonly #scratch: Scratch;
  #pieces: Buffer[] = [];
  #pending = 0;
  #end = 0;

  private constructor(scratch: Scratch) {
    this.#scratch = scratch;
  }

  /** A new one, empty. It has to be closed. */
  static async open<T>(): Promise<Spool<T>> {
    return new Spool<T>(await openScratch());
  }

  async add(entry: T): Promise<Position> {
    const piece = Buffer.from(JSON.stringify(entry));
    const position = { at: this.#end + this.#pending, length: piece.length };
    this.#pieces.push(piece);
    this.#pending += piece.length;
    if (this.#pending >= PIECE) await this.#flush();
    return position;
  }

  async #flush(): Promise<void> {
    const all = Buffer.concat(this.#pieces);
    await this.#scratch.file.writeFile(all);
    this.#end += all.length;
    this.#pieces = [];
    this.#pending = 0;
  }

  /** The entries at some places; what stands close together is read at once. */
  async *read(positions: Iterable<Position>): AsyncGenerator<{ entry: T; bytes: number }> {
    if (this.#pending > 0) await this.#flush();
    let from = 0;
    let piece: Buffer = Buffer.alloc(0);
    for (const { at, length } of positions) {
      if (at < from || at + length > from + piece.length) {
        piece = Buffer.alloc(Math.min(Math.max(PIECE, length), this.#end - at));
        from = at;
        for (let had = 0; had < piece.length; ) {
          const { bytesRead } = await this.#scratch.file.read(piece, had, piece.length - had, at + had);
          if (bytesRead === 0) throw new Error('The temporary file of the load was cut short.');
          had += bytesRead;
        }
      }
      const entry = JSON.parse(piece.toString('utf8', at - from, at - from + length)) as T;
      yield { entry, bytes: length };
    }
  }

  close(): Promise<void> {
    return this.#scratch.close();
  }
}
