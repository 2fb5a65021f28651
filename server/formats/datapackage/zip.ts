// A zip archive that somebody else made, opened with care: what is read of it is bounded before it is unpacked.
import type { Readable } from 'node:stream';
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import { InvalidError } from '../../errors.ts';
import { openScratch, type Scratch } from '../../scratch.ts';

/** A package has seven members; a few more may lie beside them. */
const MOST_MEMBERS = 1000;
/** What an archive may come to when it is unpacked. */
const MOST_BYTES = 16 * 1024 ** 3;
/** Tables of votes shrink to a fortieth; what shrinks to less than this is made to. */
const MOST_RATIO = 250;
/** A small member may be as empty as it likes. */
const SMALL = 1 << 20;

const refuse = (detail: string, cause?: unknown) => new InvalidError('invalid-file', detail, { cause });
const why = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The members of an archive by their names. It has to be closed. */
export class Zip {
  readonly #scratch: Scratch;
  readonly #zip: ZipFile;
  readonly #members = new Map<string, Entry>();

  private constructor(scratch: Scratch, zip: ZipFile) {
    this.#scratch = scratch;
    this.#zip = zip;
  }

  /**
   * Puts the bytes into a temporary file, for the list of members stands at their end.
   * @throws InvalidError `invalid-file` where it is no archive, encrypted, leads out of itself, or is a bomb
   */
  static async open(bytes: AsyncIterable<Uint8Array>): Promise<Zip> {
    const scratch = await openScratch();
    try {
      for await (const piece of bytes) await scratch.file.writeFile(piece);
      const zip = new Zip(scratch, await fromFdPromise(scratch.file.fd, { strictFileNames: true }));
      await zip.#list();
      return zip;
    } catch (error) {
      await scratch.close();
      throw error instanceof InvalidError
        ? error
        : refuse(`this zip archive is broken: ${why(error)}`, error);
    }
  }

  async #list(): Promise<void> {
    if (this.#zip.entryCount > MOST_MEMBERS)
      throw refuse(
        `this zip archive has ${this.#zip.entryCount} members; a data package has at most ${MOST_MEMBERS}`,
      );
    let sum = 0;
    for await (const entry of this.#zip.eachEntry()) {
      const { fileName: name, uncompressedSize, compressedSize } = entry;
      sum += uncompressedSize;
      if (this.#members.has(name)) throw refuse(`this zip archive has "${name}" twice`);
      if (entry.isEncrypted()) throw refuse(`"${name}" is encrypted: save the archive without a password`);
      if (uncompressedSize > SMALL && uncompressedSize > MOST_RATIO * compressedSize)
        throw refuse(
          `"${name}" would unpack to more than ${MOST_RATIO} times its size: this is no archive of tables`,
        );
      if (sum > MOST_BYTES) throw refuse(`this zip archive would unpack to more than ${MOST_BYTES} bytes`);
      this.#members.set(name, entry);
    }
  }

  has(name: string): boolean {
    return this.#members.has(name);
  }

  names(): string[] {
    return [...this.#members.keys()];
  }

  /** The bytes of a member; no more than it says it has. */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.#members.get(name);
    if (entry === undefined) throw refuse(`"${name}" is not in this zip archive`);
    let stream: Readable | null = null;
    try {
      stream = await this.#zip.openReadStreamPromise(entry);
      for await (const piece of stream) yield piece as Uint8Array;
    } catch (error) {
      throw error instanceof InvalidError
        ? error
        : refuse(`"${name}" cannot be unpacked: ${why(error)}`, error);
    } finally {
      stream?.destroy();
    }
  }

  async close(): Promise<void> {
    await this.#scratch.close();
  }
}
