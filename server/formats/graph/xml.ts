// XML: texts as it wants them, and elements as they come. Reading is bounded in time and memory, and expands nothing that
// a file declares.
import { SaxesParser } from 'saxes';
import { InvalidError } from '../../errors.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text within an element or an attribute; white space that a reader would change is written by its number. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"\t\n\r]/g, (c) => escapes[c] ?? `&#${c.charCodeAt(0)};`);

/** Whether XML 1.0 can hold a text: no control characters, no half of a pair (its section 2.2). */
export const isXml = (text: string): boolean =>
  !/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text);

/** A text that only names: without what XML cannot hold. */
export const shown = (text: string): string =>
  escaped(text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' '));

/** An id as XML wants it (NMTOKEN): what it may not have is written as `_` code `_`, and `_` as `__`. */
export const tokenOf = (id: string): string =>
  id.replace(/[^A-Za-z0-9.:-]/gu, (c) => (c === '_' ? '__' : `_${c.codePointAt(0)?.toString(16)}_`));

/** What is read of a file: the beginning or the end of an element, or text within it. */
export type XmlPart =
  | { is: 'open'; name: string; full: string; attributes: Record<string, string>; line: number }
  | { is: 'close'; name: string; full: string; line: number }
  | { is: 'instruction'; name: string; text: string; line: number }
  | { is: 'text'; text: string; line: number };

/** No node or edge may be longer, in characters, with all that it holds, and no element deeper. */
const LONGEST = 8_000_000;
const DEEPEST = 200;

/** Elements by which a file goes on. */
const whole = new Set(['node', 'edge', 'hyperedge', 'key', 'attribute']);

function wrong(line: number, detail: string, cause?: unknown): InvalidError {
  return new InvalidError('invalid-file', detail, { cause, errors: [{ line, detail }] });
}

/**
 * The parts of an XML file, as many at once as a piece of it has; `name` is without its prefix, `full` with it.
 * @throws InvalidError `invalid-file` with the line where it is not well-formed XML in UTF-8, declares entities, is
 *   nested too deep, or has a node or an edge too long
 */
export async function* partsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<XmlPart[]> {
  const reading = new Reading();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of bytes) yield reading.write(decodedBy(decoder, piece, reading));
  yield reading.write(decodedBy(decoder, null, reading));
  yield reading.end();
}

function decodedBy(
  decoder: InstanceType<typeof TextDecoder>,
  piece: Uint8Array | null,
  reading: Reading,
): string {
  try {
    return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch (error) {
    const detail = `the file is not UTF-8 text after line ${reading.line}: save it as UTF-8`;
    throw wrong(reading.line, detail, error);
  }
}

/** One file as it is read. */
class Reading {
  readonly #parser = new SaxesParser({ xmlns: false });
  #parts: XmlPart[] = [];
  /** Elements that are open, the outermost first. */
  readonly #open: string[] = [];
  #hasBegun = false;
  #isEnd = false;
  #since = 0;

  constructor() {
    const parser = this.#parser;
    parser.on('error', (error) => {
      throw wrong(this.line, this.#why(error.message.replace(/^\d+:\d+: /, '')), error);
    });
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding))
        throw wrong(this.line, `the file says that it is ${encoding}: save it as UTF-8`);
    });
    parser.on('doctype', (text) => {
      if (text.includes('['))
        throw wrong(
          this.line,
          'the file declares entities or a grammar of its own (<!DOCTYPE … [): take that out',
        );
    });
    parser.on('opentag', ({ name, attributes }) => {
      this.#hasBegun = true;
      if (this.#open.push(name) > DEEPEST)
        throw wrong(this.line, `elements are nested more than ${DEEPEST} deep`);
      this.#add({ is: 'open', name: local(name), full: name, attributes, line: this.line });
    });
    parser.on('closetag', ({ name }) => {
      this.#open.pop();
      if (whole.has(local(name))) this.#since = 0;
      this.#add({ is: 'close', name: local(name), full: name, line: this.line });
    });
    parser.on('processinginstruction', ({ target, body }) =>
      this.#add({ is: 'instruction', name: target, text: body, line: this.line }),
    );
    parser.on('text', (text) => this.#add({ is: 'text', text, line: this.line }));
    parser.on('cdata', (text) => this.#add({ is: 'text', text, line: this.line }));
  }

  /** What is wrong, in words for who has the file and not the parser. */
  #why(told: string): string {
    const within = this.#open.at(-1);
    if (this.#isEnd && within !== undefined)
      return `the file ends too soon, within <${within}>: the rest of it is missing`;
    if (!this.#hasBegun && /outside of root|must contain a root/.test(told))
      return 'this is not XML: it does not begin with an element, <…>';
    return `this is not XML: ${told}`;
  }

  get line(): number {
    return this.#parser.line;
  }

  #add(part: XmlPart): void {
    this.#parts.push(part);
  }

  write(text: string): XmlPart[] {
    this.#since += text.length;
    if (this.#since > LONGEST)
      throw wrong(this.line, `more than ${LONGEST} characters stand between two nodes or edges`);
    this.#parser.write(text);
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  end(): XmlPart[] {
    this.#isEnd = true;
    this.#parser.close();
    return this.#parts;
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
