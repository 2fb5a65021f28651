// Bytes as text: UTF-8 and nothing else, whole or line by line, with the line named where it is not.
import { InvalidError } from '../errors.ts';

/** UTF-8 that refuses what is not; a mark of byte order at the beginning is taken away. */
const decoder = () => new TextDecoder('utf-8', { fatal: true });

function notText(line: number, cause: unknown): InvalidError {
  const detail = `Line ${line} is not UTF-8 text. Save the file as UTF-8.`;
  return new InvalidError('invalid-file', detail, { cause, errors: [{ line, detail }] });
}

/**
 * A whole text.
 * @param most how many bytes it may have
 * @throws InvalidError `invalid-file` where it is not UTF-8, or longer
 */
export async function wholeText(
  bytes: AsyncIterable<Uint8Array>,
  most: number,
  tooLong: string,
): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > most) throw new InvalidError('invalid-file', tooLong);
    pieces.push(piece);
  }
  const all = Buffer.concat(pieces);
  try {
    return decoder().decode(all);
  } catch (error) {
    throw notText(lineOfFirstBad(all), error);
  }
}

/** The line in which a text stops being UTF-8: the first that cannot be decoded alone. */
function lineOfFirstBad(all: Buffer): number {
  let line = 1;
  for (let start = 0; start <= all.length; line++) {
    const end = all.indexOf(10, start);
    const piece = all.subarray(start, end < 0 ? all.length : end);
    if (!isText(piece)) return line;
    if (end < 0) break;
    start = end + 1;
  }
  return line;
}

function isText(piece: Uint8Array): boolean {
  try {
    decoder().decode(piece);
    return true;
  } catch {
    return false;
  }
}

/** How long one line may be: no entry is, and what is longer is a file that means harm. */
const LONGEST_LINE = 64 * 1024 * 1024;

/**
 * The lines of a text one by one, with their numbers, without their ends.
 * @throws InvalidError `invalid-file` where one is not UTF-8, or longer than 64 MB
 */
export async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ text: string; line: number }> {
  // Pieces of a line that has not ended: put together once, for a long line has many.
  let begun: Uint8Array[] = [];
  let length = 0;
  let line = 0;
  const read = (last: Uint8Array) => {
    const all = begun.length === 0 ? last : Buffer.concat([...begun, last]);
    begun = [];
    length = 0;
    line += 1;
    try {
      return { text: decoder().decode(all).replace(/\r$/, ''), line };
    } catch (error) {
      throw notText(line, error);
    }
  };
  for await (const piece of bytes) {
    const all = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let start = 0;
    for (let end = all.indexOf(10); end >= 0; end = all.indexOf(10, start)) {
      yield read(all.subarray(start, end));
      start = end + 1;
    }
    if (start === all.length) continue;
    length += all.length - start;
    if (length > LONGEST_LINE) throw tooLong(line + 1);
    // A copy: the piece is its reader's.
    begun.push(Uint8Array.from(all.subarray(start)));
  }
  if (begun.length > 0) yield read(new Uint8Array());
}

function tooLong(line: number): InvalidError {
  const detail = `Line ${line} is longer than ${LONGEST_LINE / 1024 / 1024} MB; no entry is.`;
  return new InvalidError('invalid-file', detail, { errors: [{ line, detail }] });
}
