// Text that waits for its turn in a file that is written in one go: in memory while it is small, in a temporary file then.
import { openScratch, type Scratch } from '../scratch.ts';

/** So much is held, and read at once. */
const HELD = 1 << 20;

export class Waiting {
  #pieces: Uint8Array[] = [];
  #length = 0;
  #scratch: Scratch | null = null;

  /** Adds a text; resolves when there is room for the next. */
  add(text: string): Promise<void> | undefined {
    // As bytes at once: a text that was put together of many stays as many until somebody reads it.
    const bytes = Buffer.from(text);
    this.#pieces.push(bytes);
    this.#length += bytes.length;
    return this.#length > HELD ? this.#flush() : undefined;
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#length = 0;
    this.#scratch ??= await openScratch();
    await this.#scratch.file.writeFile(bytes);
  }

  /** All of it, from the beginning on. */
  async *read(): AsyncGenerator<Uint8Array> {
    if (this.#scratch !== null) {
      const piece = Buffer.alloc(HELD);
      for (let at = 0; ; ) {
        const { bytesRead } = await this.#scratch.file.read(piece, 0, HELD, at);
        if (bytesRead === 0) break;
        at += bytesRead;
        yield Buffer.from(piece.subarray(0, bytesRead));
      }
    }
    yield Buffer.concat(this.#pieces);
  }

  async close(): Promise<void> {
    await this.#scratch?.close();
    this.#scratch = null;
  }
}
