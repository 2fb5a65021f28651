// Opens an archive and checks all of it before anything is made of it: members, sizes, hashes and counts.
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry as ZipEntry, type ZipFile } from 'yauzl';
import * as z from 'zod';
import { type EntryCounts, Manifest, type Member, memberName } from '../../model/archive.ts';
import type { ProblemDetail } from '../../model/problem.ts';
import { EntenteError, InvalidError } from '../errors.ts';
import { linesOf, wholeText } from '../formats/text.ts';
import { opened } from '../load/read.ts';
import { MANIFEST } from './backup.ts';

/** The largest manifest that is read, in bytes; one of 100,000 members has less. */
const LARGEST_MANIFEST = 30_000_000;

/** An archive whose members are what its manifest says. */
export class Archive {
  readonly manifest: Manifest;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, ZipEntry>, manifest: Manifest) {
    this.#zip = zip;
    this.#entries = entries;
    this.manifest = manifest;
  }

  /**
   * Opens and checks an archive. It has to be closed.
   * @throws InvalidError `invalid-archive` with everything that is not as the manifest says
   */
  static async open(file: string): Promise<Archive> {
    opened(file).destroy();
    const zip = await openPromise(file, { autoClose: false, strictFileNames: true }).catch(
      (error: unknown) => {
        throw broken(file, [{ detail: `this is not a zip archive that can be read: ${messageOf(error)}` }]);
      },
    );
    try {
      const entries = await entriesOf(zip, file);
      const archive = new Archive(zip, entries, await manifestOf(zip, entries, file));
      await archive.#check(file);
      return archive;
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  close(): void {
    this.#zip.close();
  }

  /** The members of a type, in the order of the manifest. */
  members<T extends Member['type']>(type: T): Extract<Member, { type: T }>[] {
    return this.manifest.members.filter((m): m is Extract<Member, { type: T }> => m.type === type);
  }

  /** The bytes of a member, from its beginning; another hash than the manifest's ends them with an error. */
  async *bytes(member: Member): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(memberName(member));
    if (entry === undefined) throw new Error(`${memberName(member)} was not checked`);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of await this.#zip.openReadStreamPromise(entry)) {
      bytes += (piece as Uint8Array).length;
      if (bytes > member.bytes) throw new Wrong(`it has more than ${member.bytes} bytes`);
      hash.update(piece as Uint8Array);
      yield piece as Uint8Array;
    }
    if (bytes < member.bytes) throw new Wrong(`it has ${bytes} bytes, not ${member.bytes}`);
    const sum = hash.digest('hex');
    if (sum !== member.sha256) throw new Wrong(`its SHA-256 is ${sum}, not ${member.sha256}`);
  }

  async #check(file: string): Promise<void> {
    const errors: ProblemDetail[] = [];
    const names = new Set(this.manifest.members.map(memberName));
    if (names.size < this.manifest.members.length)
      errors.push({ pointer: MANIFEST, detail: 'it names a member twice' });
    for (const name of this.#entries.keys())
      if (name !== MANIFEST && !names.has(name))
        errors.push({ pointer: name, detail: 'it is in the archive and not in its manifest' });
    for (const member of this.manifest.members) {
      const fault = this.#entries.has(memberName(member)) ? await this.#fault(member) : 'it is missing';
      if (fault !== null) errors.push({ pointer: memberName(member), detail: fault });
    }
    if (errors.length > 0) throw broken(file, errors);
  }

  /** What is wrong with a member; null where nothing is. */
  async #fault(member: Member): Promise<string | null> {
    try {
      if (member.type === 'view') {
        for await (const _ of this.bytes(member));
        return null;
      }
      const counted = await countIn(this.bytes(member));
      const wrong = kinds.filter((kind) => counted[kind] !== member.entries[kind]);
      if (wrong.length === 0) return null;
      return wrong
        .map((kind) => `it has ${counted[kind]} entries of type ${kind}, not ${member.entries[kind]}`)
        .join('; ');
    } catch (error) {
      // What zlib and the zip reader say of a member that was cut or changed is theirs to tell.
      return messageOf(error);
    }
  }
}

/** A member that is not as the manifest says. */
class Wrong extends Error {}

const kinds = ['source', 'entity', 'claim', 'statement'] as const;

async function countIn(bytes: AsyncIterable<Uint8Array>): Promise<EntryCounts> {
  const counted: EntryCounts = { source: 0, entity: 0, claim: 0, statement: 0 };
  for await (const { text, line } of linesOf(bytes)) {
    const type = typeOf(text);
    if (type === null) throw new Wrong(`line ${line} is not an entry`);
    if (type !== 'dataset') counted[type] += 1;
  }
  return counted;
}

/** The type stands first in each line, as `backup` writes it; the loader reads the rest. */
function typeOf(line: string): 'dataset' | keyof EntryCounts | null {
  const found = /^\{"type":"(dataset|source|entity|claim|statement)"[,}]/.exec(line)?.[1];
  return (found as 'dataset' | keyof EntryCounts | undefined) ?? null;
}

async function entriesOf(zip: ZipFile, file: string): Promise<Map<string, ZipEntry>> {
  const entries = new Map<string, ZipEntry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw new Wrong(`${entry.fileName} is in it twice`);
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw broken(file, [{ detail: messageOf(error) }]);
  }
  return entries;
}

async function manifestOf(
  zip: ZipFile,
  entries: ReadonlyMap<string, ZipEntry>,
  file: string,
): Promise<Manifest> {
  const entry = entries.get(MANIFEST);
  if (entry === undefined)
    throw broken(file, [{ pointer: MANIFEST, detail: 'it is missing: this is no backup of Entente' }]);
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    const text = await wholeText(stream, LARGEST_MANIFEST, 'it is too long');
    if (crc32(text) !== entry.crc32)
      throw new Wrong('it was changed: its check sum is not the one that the zip has for it');
    const value: unknown = JSON.parse(text);
    const { success, data: other } = Newer.safeParse(value);
    if (success) throw new Wrong(newer(other));
    const parsed = Manifest.safeParse(value);
    if (parsed.success) return parsed.data;
    throw broken(
      file,
      parsed.error.issues.map((issue) => ({
        pointer: `${MANIFEST} /${issue.path.map(String).join('/')}`,
        detail: issue.message,
      })),
    );
  } catch (error) {
    if (error instanceof EntenteError && error.code === 'invalid-archive') throw error;
    throw broken(file, [{ pointer: MANIFEST, detail: messageOf(error) }]);
  }
}

/** What a manifest of another version says of itself at least. */
const Newer = z.object({
  type: z.literal('entente-backup'),
  version: z.int().min(2),
  program: z.string().max(100).optional(),
});

const newer = ({ version, program = 'a newer Entente' }: z.infer<typeof Newer>) =>
  `this archive is of version ${version}, written by ${program}; this program reads version 1. Restore it with ${program}`;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const broken = (file: string, errors: ProblemDetail[]) =>
  new InvalidError('invalid-archive', `${file} is not whole. Nothing is restored.`, {
    errors: errors.map((e) => ({ file, ...e })),
  });
