// Writes everything into one archive: all data sets with all they hold, and all saved views, with a hash of each member.
import { createHash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { type EntryCounts, type Manifest, type Member, memberName } from '../../model/archive.ts';
import type { Entry } from '../../model/entry.ts';
import { UnavailableError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';
import type { Properties } from '../graph/stored/properties.ts';
import { loadsIn } from '../load/clean.ts';
import { locked } from '../load/lock.ts';
import { version } from '../version.ts';
import { savedView, savedViews } from '../views/store.ts';
import { entriesIn, lineOf } from './entries.ts';

/** Where the manifest stands. It is written last, when all hashes are known. */
export const MANIFEST = 'manifest.json';

/**
 * The archive in pieces. The same graph gives the same bytes. Nobody loads anything meanwhile.
 * @param told is given the manifest once it is known
 * @throws RefusedError `load-in-progress`; UnavailableError `graph-unavailable`
 */
export async function* backup(
  graph: Graph,
  told: (manifest: Manifest) => void = () => {},
): AsyncGenerator<Uint8Array> {
  // The lock is held while pieces are taken: they go through a pipe, for a generator cannot yield out of a callback.
  const pipe = new PassThrough();
  const work = locked(graph, async () => {
    const members: Member[] = [];
    const zip = new ZipFile();
    zip.on('error', (error: Error) => pipe.destroy(error));
    for (const dataset of await datasetsIn(graph)) add(zip, members, datasetMember(graph, dataset));
    for (const { id } of await savedViews(graph)) add(zip, members, viewMember(graph, id));
    lazily(zip, MANIFEST, () => {
      const manifest: Manifest = {
        type: 'entente-backup',
        version: 1,
        program: `Entente ${version}`,
        members,
      };
      told(manifest);
      return Readable.from([`${JSON.stringify(manifest, null, 2)}\n`]);
    });
    zip.end();
    zip.outputStream.pipe(pipe);
    await new Promise<void>((resolve, reject) => {
      pipe.once('end', resolve).once('error', reject).once('close', resolve);
    });
  });
  // What goes wrong before the first piece ends the pipe as well.
  work.catch((error: unknown) => pipe.destroy(error as Error));
  try {
    yield* pipe as AsyncIterable<Uint8Array>;
    await work;
  } finally {
    pipe.destroy();
    await work.catch(() => {});
  }
}

/** A member while it is written. */
interface Writing {
  type: Member['type'];
  id: string;
  lines(): AsyncGenerator<string>;
  /** What is told of it beside its size and hash, once it is written. */
  entries?: EntryCounts;
}

async function datasetsIn(
  graph: Graph,
): Promise<{ properties: Properties; claims: number; statements: number }[]> {
  const loads = new Map((await loadsIn(graph)).map((l) => [l.id, l as unknown as Properties]));
  const rows = await graph.read(query('fetch/datasets'));
  return rows.map((row) => {
    const properties = row.dataset as Properties;
    const load = loads.get(String(properties.load));
    return { properties, claims: Number(load?.claims), statements: Number(load?.statements) };
  });
}

function datasetMember(
  graph: Graph,
  { properties, claims, statements }: Awaited<ReturnType<typeof datasetsIn>>[number],
): Writing {
  const entries: EntryCounts = { source: 0, entity: 0, claim: 0, statement: 0 };
  const id = String(properties.id);
  return {
    type: 'dataset',
    id,
    entries,
    async *lines() {
      for await (const entry of entriesIn(graph, properties)) {
        count(entries, entry);
        yield lineOf(entry);
      }
      if (entries.claim !== claims || entries.statement !== statements)
        throw new UnavailableError(
          'graph-unavailable',
          `${id} holds ${claims} claims and ${statements} statements, and ${entries.claim} and ${entries.statement} were read: the archive would not be whole.`,
        );
    },
  };
}

function count(entries: EntryCounts, { type }: Entry): void {
  if (type !== 'dataset') entries[type] += 1;
}

function viewMember(graph: Graph, id: string): Writing {
  return {
    type: 'view',
    id,
    async *lines() {
      yield `${JSON.stringify(await savedView(graph, id))}\n`;
    },
  };
}

function add(zip: ZipFile, members: Member[], writing: Writing): void {
  const { type, id, entries } = writing;
  lazily(zip, memberName(writing), () => {
    const hash = createHash('sha256');
    let bytes = 0;
    async function* hashed() {
      for await (const line of writing.lines()) {
        const piece = Buffer.from(line);
        hash.update(piece);
        bytes += piece.length;
        yield piece;
      }
      const told = { id, bytes, sha256: hash.digest('hex') };
      members.push(
        type === 'view' || entries === undefined
          ? { type: 'view', ...told }
          : { type: 'dataset', ...told, entries },
      );
    }
    return Readable.from(hashed(), { objectMode: false });
  });
}

/** A day that every zip can say, at the same hour wherever it is written: the archive does not tell when it was made. */
const always = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/** Adds a member that is read when its turn comes. */
function lazily(zip: ZipFile, name: string, open: () => Readable): void {
  zip.addReadStreamLazy(name, always, (give) => {
    const stream = open();
    stream.once('error', (error) => zip.emit('error', error));
    give(null, stream);
  });
}
