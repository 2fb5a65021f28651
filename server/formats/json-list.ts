// JSON of any size: the entries of one list of it, one by one, each with its line. By hand, because the streaming parsers
// that there are (stream-json, @streamparser/json) neither tell lines nor bound the depth or the length of a value; here
// bytes are only parted, and what stands between them is left to JSON.parse.
import { InvalidError } from '../errors.ts';

/** How deep values may nest: no format goes beyond twenty, and code that walks a value should not run out of stack. */
const DEEPEST = 100;
/** How long one entry may be. */
const LONGEST = 64 * 1024 * 1024;

/** A member of the document (`key` and its value), or an entry of the list (`key` null). */
export interface Member {
  key: string | null;
  value: unknown;
  line: number;
  /** How long it is as it is written. */
  bytes: number;
}

/** What is wrong with a file at one of its lines. */
export function wrongAt(line: number, detail: string, cause?: unknown): InvalidError {
  return new InvalidError('invalid-file', `Line ${line}: ${detail}`, { cause, errors: [{ line, detail }] });
}

const [QUOTE, COMMA, BACKSLASH, NEWLINE] = [0x22, 0x2c, 0x5c, 0x0a];
const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [0x5b, 0x5d, 0x7b, 0x7d];
const isSpace = (byte: number) => byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09;

/**
 * A text as JSON.
 * @throws InvalidError `invalid-file` where it is none, or nests too deeply
 */
export function parseJson(text: string, line: number): unknown {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN_LIST || code === OPEN_MAP) {
      depth += 1;
      if (depth > DEEPEST) throw tooDeep(line);
    } else if (code === CLOSE_LIST || code === CLOSE_MAP) depth -= 1;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw wrongAt(line, `this is not JSON: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}

const tooDeep = (line: number) =>
  wrongAt(line, `values are nested more than ${DEEPEST} deep; no file of this format needs that`);

/**
 * The members of a JSON document that is one object, in their order; those of the list called `list` one by one.
 * @throws InvalidError `invalid-file` at the line where it is not JSON, not UTF-8, nested too deeply, or where an entry
 *   is longer than 64 MB
 */
export async function* membersOf(bytes: AsyncIterable<Uint8Array>, list: string): AsyncGenerator<Member> {
  const parts = new Parts(list);
  let first = true;
  for await (const piece of bytes) {
    const hasMark = first && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf;
    first = false;
    yield* parts.take(hasMark ? piece.subarray(3) : piece);
  }
  parts.end();
}

/** Parts bytes where a member or an entry ends. */
class Parts {
  readonly #list: string;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #inList = false;
  #hadList = false;
  #ended = false;
  #line = 1;
  /** Where the part begins that is being read; it has no line before its first letter. */
  #from: number | null = null;
  #pieces: Uint8Array[] = [];
  #length = 0;

  constructor(list: string) {
    this.#list = list;
  }

  *take(piece: Uint8Array): Generator<Member> {
    let start = 0;
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at] ?? 0;
      if (byte === NEWLINE) this.#line += 1;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) this.#inString = false;
        continue;
      }
      if (isSpace(byte)) continue;
      if (this.#ended) throw wrongAt(this.#line, 'something stands after the end of the JSON');
      const level = this.#inList ? 2 : 1;
      if (byte === QUOTE) this.#inString = true;
      else if (byte === OPEN_MAP || byte === OPEN_LIST) {
        this.#depth += 1;
        if (this.#depth > DEEPEST) throw tooDeep(this.#line);
        if (this.#depth === 1) {
          if (byte !== OPEN_MAP) throw wrongAt(this.#line, 'an object, { … }, has to be here');
          start = at + 1;
          continue;
        }
        if (this.#depth === 2 && !this.#inList && byte === OPEN_LIST) {
          const before = this.#text(piece.subarray(start, at));
          if (this.#isList(before)) {
            this.#inList = true;
            this.#drop();
            start = at + 1;
            continue;
          }
        }
      } else if (this.#depth === level && (byte === COMMA || byte === CLOSE_MAP || byte === CLOSE_LIST)) {
        yield* this.#part(piece.subarray(start, at));
        start = at + 1;
        if (byte === COMMA) continue;
        this.#depth -= 1;
        if (byte !== (this.#inList ? CLOSE_LIST : CLOSE_MAP))
          throw wrongAt(this.#line, 'this is not JSON: a bracket is closed that is not open');
        this.#inList = false;
        this.#ended = this.#depth === 0;
        continue;
      } else if (byte === CLOSE_MAP || byte === CLOSE_LIST) this.#depth -= 1;
      if (this.#depth === 0) throw wrongAt(this.#line, 'an object, { … }, has to be here');
      this.#from ??= this.#line;
    }
    this.#keep(piece.subarray(start));
  }

  end(): void {
    if (!this.#ended)
      throw wrongAt(this.#line, 'the file ends before its JSON does: it is empty or cut short');
  }

  #isList(before: string): boolean {
    if (before.trim().replace(/\s*:$/, '') !== JSON.stringify(this.#list)) return false;
    if (this.#hadList) throw wrongAt(this.#line, `"${this.#list}" stands twice`);
    this.#hadList = true;
    return true;
  }

  #keep(piece: Uint8Array): void {
    if (this.#from === null) return;
    this.#length += piece.length;
    if (this.#length > LONGEST)
      throw wrongAt(this.#from, `this is longer than ${LONGEST / 1024 / 1024} MB; no entry is`);
    this.#pieces.push(Uint8Array.from(piece));
  }

  #drop(): void {
    this.#from = null;
    this.#pieces = [];
    this.#length = 0;
  }

  /** What was kept and this, as a text. */
  #text(last: Uint8Array): string {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat([...this.#pieces, last]));
    } catch (error) {
      throw wrongAt(this.#from ?? this.#line, 'this is not UTF-8 text. Save the file as UTF-8', error);
    }
  }

  *#part(last: Uint8Array): Generator<Member> {
    const line = this.#from;
    if (line === null) return;
    this.#keep(last);
    const bytes = this.#length;
    const text = this.#text(new Uint8Array());
    this.#drop();
    if (this.#inList) yield { key: null, value: parseJson(text, line), line, bytes };
    else
      for (const [key, value] of Object.entries(parseJson(`{${text}}`, line) as object))
        yield { key, value, line, bytes };
  }
}
