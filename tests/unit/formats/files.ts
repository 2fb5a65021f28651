// Files that mean harm, and answers made by hand, for tests of formats.
import type { Entry } from '../../../model/entry.ts';
import type { Format } from '../../../server/formats/format.ts';

/** As an answer has them: the data set first, sources and entities before the claims. */
export const asAnswered = (entries: Entry[]) =>
  ['dataset', 'source', 'entity', 'claim', 'statement'].flatMap((type) =>
    entries.filter((e) => e.type === type),
  );

export async function* pieces(...all: (string | Buffer)[]): AsyncGenerator<Uint8Array> {
  for (const piece of all) yield Buffer.from(piece);
}

/** A gigabyte of one text, made as it is asked for. */
export async function* endless(begin: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(begin);
  const piece = Buffer.alloc(1 << 20, 'a');
  for (let i = 0; i < 1024; i++) yield piece;
}

/** What a format says of a file that it cannot read. @throws Error where it reads it */
export async function refusal(format: Format, bytes: AsyncIterable<Uint8Array>): Promise<string> {
  try {
    for await (const decoded of format.decode?.(bytes) ?? [])
      if ('problem' in decoded) return `Line ${decoded.problem.line}: ${decoded.problem.detail}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('the file was read');
}
