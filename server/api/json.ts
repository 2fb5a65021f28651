// Writes JSON piece by piece, so that a long answer leaves in parts and is never one text in memory.

/** About how long a piece is, in characters. */
const PIECE = 64 * 1024;

/**
 * A value as JSON in pieces.
 * @param value an object, whose lists are written item by item; anything else is one piece
 */
export function* jsonPieces(value: unknown): Generator<string> {
  let piece = '';
  for (const part of parts(value)) {
    piece += part;
    if (piece.length >= PIECE) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}

function* parts(value: unknown): Generator<string> {
  if (Array.isArray(value)) yield* listParts(value);
  else if (typeof value === 'object' && value !== null) {
    let before = '{';
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined) continue;
      yield `${before}${JSON.stringify(key)}:`;
      if (Array.isArray(item)) yield* listParts(item);
      else yield JSON.stringify(item);
      before = ',';
    }
    yield before === '{' ? '{}' : '}';
  } else yield JSON.stringify(value) ?? 'null';
}

function* listParts(list: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [i, item] of list.entries()) yield `${i === 0 ? '' : ','}${JSON.stringify(item) ?? 'null'}`;
  yield ']';
}
