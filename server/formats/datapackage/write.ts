// Writes the data package as it is read: one table goes straight out, the others wait, in a temporary file where large.
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Outgoing } from '../format.ts';
import { Waiting } from '../waiting.ts';
import { DESCRIPTOR, descriptorOf, fileOf } from './descriptor.ts';
import { headingOf, Rows } from './rows.ts';
import { type TableName, tableNames, tables } from './tables.ts';

/** Of all tables this is the longest: it waits for nobody, and when it is at its end the others are whole. */
const FIRST: TableName = 'parties';

/** Of 1 to 9: what is above takes longer and makes the tables little smaller. */
const LEVEL = 3;

/** So many characters go out at once. */
const PIECE = 1 << 16;

/** Every member has the earliest time that a zip can say, wherever it is written: the same view gives the same bytes. */
const plain = () => ({ mtime: new Date(1980, 0, 1), forceDosTimestamp: true, compressionLevel: 0 });
const small = () => ({ ...plain(), compressionLevel: LEVEL });

/** The package. Its description is stored as it is, and first: the beginning of the file tells what it is. */
export async function* encode(outgoing: Outgoing): AsyncGenerator<Uint8Array> {
  const waiting = new Map<TableName, Waiting>();
  for (const name of tableNames) if (name !== FIRST) waiting.set(name, new Waiting());
  const zip = new ZipFile();
  const out = Readable.from(zip.outputStream, { objectMode: false });
  const opened: Readable[] = [];
  const stream = (text: AsyncIterable<string | Uint8Array>) => {
    const readable = Readable.from(text, { objectMode: false });
    opened.push(readable);
    return readable.once('error', (error) => out.destroy(error));
  };
  zip.once('error', (error) => out.destroy(error));
  zip.addBuffer(Buffer.from(descriptorOf(outgoing.head)), DESCRIPTOR, plain());
  zip.addReadStream(stream(firstOf(outgoing, waiting)), fileOf(FIRST), small());
  for (const [name, table] of waiting)
    zip.addReadStreamLazy(fileOf(name), small(), (give) => give(null, stream(table.read())));
  zip.end();
  try {
    for await (const piece of out) yield piece;
  } finally {
    for (const readable of opened) readable.destroy();
    for (const table of waiting.values()) await table.close();
  }
}

/** The first table, in pieces; the lines of the others are put where they wait. */
async function* firstOf(
  outgoing: Outgoing,
  waiting: ReadonlyMap<TableName, Waiting>,
): AsyncGenerator<string> {
  for (const [name, table] of waiting) await table.add(headingOf(tables[name]));
  let piece = headingOf(tables[FIRST]);
  for await (const [name, lines] of new Rows(outgoing).lines())
    if (name !== FIRST) await waiting.get(name)?.add(lines);
    else {
      piece += lines;
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
  yield piece;
}
