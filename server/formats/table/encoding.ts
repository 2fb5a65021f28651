// The bytes of a table as text, by its encoding; what is not text in it is told with its line.
import iconv from 'iconv-lite';
import { InvalidError } from '../../errors.ts';

/** Whether an encoding is one that can be read. */
export function isEncoding(name: string): boolean {
  return iconv.encodingExists(name);
}

/**
 * The text of a table in pieces; a mark of byte order at its beginning is taken away.
 * @param badBytes whether bytes that are not of the encoding stop, or are read as U+FFFD
 * Node's own decoder takes windows-1252 for Latin-1 (nodejs/node#56542), so other encodings are read by a library.
 * @throws InvalidError `invalid-file` where a line is not in that encoding
 */
export async function* textOf(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
  badBytes: 'stop' | 'replace',
): AsyncGenerator<string> {
  if (/^utf-?8$/i.test(encoding)) yield* utf8(bytes, badBytes === 'stop');
  else yield* decoded(bytes, encoding, badBytes === 'stop');
}

async function* utf8(bytes: AsyncIterable<Uint8Array>, fatal: boolean): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal });
  let lines = 0;
  /** The end of the last piece, which may be half a character: the decoder does not say where it failed. */
  let rest = Buffer.alloc(0);
  for await (const piece of bytes) {
    try {
      yield decoder.decode(piece, { stream: true });
    } catch {
      notUtf8(Buffer.concat([rest, piece]), lines);
    }
    const line = piece.lastIndexOf(10);
    lines += count(piece, 10);
    rest = Buffer.from(line < 0 ? Buffer.concat([rest, piece]) : piece.subarray(line + 1));
  }
  try {
    const last = decoder.decode();
    if (last !== '') yield last;
  } catch {
    notUtf8(rest, lines);
  }
}

function notUtf8(piece: Buffer, linesBefore: number): never {
  let line = linesBefore;
  for (let start = 0; start <= piece.length; ) {
    line += 1;
    const end = piece.indexOf(10, start);
    const text = piece.subarray(start, end < 0 ? piece.length : end);
    const bad = firstBad(text);
    if (bad !== null)
      notText(
        line,
        `the byte 0x${bad.byte.toString(16).toUpperCase()}, character ${bad.character} of the line, is not UTF-8; ${advice(text)}`,
      );
    if (end < 0) break;
    start = end + 1;
  }
  throw new Error('a text that is not UTF-8 has a line that is not');
}

/** The first byte of a line at which it is not UTF-8, and which character of the line it would be. */
function firstBad(line: Buffer): { byte: number; character: number } | null {
  const shown = line.toString('utf8');
  const at = shown.indexOf('\uFFFD');
  if (at < 0) return null;
  const byte = line[Buffer.byteLength(shown.slice(0, at))];
  return byte === undefined ? null : { byte, character: [...shown.slice(0, at)].length + 1 };
}

const advice = (line: Buffer) =>
  `as windows-1252 the line reads "${iconv.decode(line, 'windows-1252').trim().slice(-60)}": if that is right, write encoding: windows-1252; if it is of no matter, badBytes: replace`;

async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
  fatal: boolean,
): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding);
  let lines = 1;
  for await (const piece of bytes) {
    const text = decoder.write(Buffer.from(piece));
    const bad = fatal ? text.indexOf('\uFFFD') : -1;
    if (bad >= 0) {
      const line = lines + (text.slice(0, bad).match(/\n/g)?.length ?? 0);
      notText(line, `a byte after "${text.slice(Math.max(0, bad - 20), bad)}" is not ${encoding}`);
    }
    lines += text.match(/\n/g)?.length ?? 0;
    yield text;
  }
  yield decoder.end() ?? '';
}

function notText(line: number, detail: string): never {
  throw new InvalidError('invalid-file', `Line ${line}: ${detail}.`, { errors: [{ line, detail }] });
}

function count(piece: Uint8Array, byte: number): number {
  let n = 0;
  for (let at = piece.indexOf(byte); at >= 0; at = piece.indexOf(byte, at + 1)) n += 1;
  return n;
}
