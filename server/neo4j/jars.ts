// Provides the jars of the Neo4j server by a lock file: from the cache, from a Maven repository, or from a folder brought by hand.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { EntenteError, UnavailableError } from '../errors.ts';
import type { Settings } from '../settings.ts';
import { fetchJar, Jar } from './maven.ts';
import type { Report } from './progress.ts';

/** The version of Neo4j that the lock file holds. */
export const neo4jVersion = '5.26.29';

/** Every jar the server needs; what only neo4j-admin and HTTP need is left out. */
export const lock: readonly Jar[] = z
  .array(Jar)
  .parse(JSON.parse(readFileSync(new URL(`neo4j-${neo4jVersion}.lock.json`, import.meta.url), 'utf8')));

const classifierOf = (jar: Jar) => (jar.classifier === undefined ? '' : `-${jar.classifier}`);
/** The name of a jar's file, as in a Maven repository. */
export const fileName = (jar: Jar) => `${jar.artifact}-${jar.version}${classifierOf(jar)}.jar`;

/** Whether a file is the jar that the lock names. */
export type JarState = 'right' | 'broken' | 'missing';

async function check(file: string, jar: Jar): Promise<JarState> {
  try {
    if ((await stat(file)).size !== jar.size) return 'broken';
    const sum = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    return sum === jar.sha256 ? 'right' : 'broken';
  } catch {
    return 'missing';
  }
}

/** Does a piece of work for every item, eight at a time: more gains nothing and is unfriendly to a mirror. */
async function eightAtATime<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const left = [...items.entries()];
  const next = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift())
      results[item[0]] = await work(item[1]);
  };
  const workers = Array.from({ length: 8 }, () =>
    next().catch((error: unknown) => {
      left.length = 0;
      throw error;
    }),
  );
  // All of them are waited for, so that none still writes when the first error is told.
  for (const outcome of await Promise.allSettled(workers))
    if (outcome.status === 'rejected') throw outcome.reason;
  return results;
}

/** The folder where the jars are looked for, and whether it was brought by hand. */
export const jarFolder = (settings: Settings): { folder: string; byHand: boolean } =>
  settings.ENTENTE_JARS === ''
    ? { folder: path.resolve(settings.ENTENTE_CACHE, `neo4j-${neo4jVersion}`), byHand: false }
    : { folder: path.resolve(settings.ENTENTE_JARS), byHand: true };

/** Checks every jar of the lock file by size and SHA-256. */
export const inspectJars = (folder: string): Promise<{ jar: Jar; file: string; state: JarState }[]> =>
  eightAtATime(lock, async (jar) => {
    const file = path.join(folder, fileName(jar));
    return { jar, file, state: await check(file, jar) };
  });

const names = (jars: { jar: Jar }[]) => {
  const shown = jars.slice(0, 5).map(({ jar }) => fileName(jar));
  return shown.join(', ') + (jars.length > shown.length ? ` and ${jars.length - shown.length} more` : '');
};

/**
 * The jars of the server, each checked by SHA-256. What is in the cache and right is kept; the rest is fetched
 * under a name of its own and renamed once it is checked, so that two processes can do this at once.
 * @returns the files in the order of the lock file, and how many were fetched
 * @throws UnavailableError `jar-broken` naming a file that is not the one in the lock, `jar-unavailable` where
 * one cannot be fetched or is missing in ENTENTE_JARS
 */
export async function provideJars(
  settings: Settings,
  report: Report,
): Promise<{ files: string[]; fetched: number }> {
  const { folder, byHand } = jarFolder(settings);
  const wanting = (await inspectJars(folder)).filter(({ state }) => state !== 'right');
  const files = lock.map((jar) => path.join(folder, fileName(jar)));
  if (wanting.length === 0) return { files, fetched: 0 };
  if (byHand) throw byHandError(folder, wanting);

  mkdirSync(folder, { recursive: true });
  await sweep(folder);
  const ofBytes = wanting.reduce((sum, { jar }) => sum + jar.size, 0);
  const done = { jars: 0, bytes: 0, ofJars: wanting.length, ofBytes };
  report.fetched(done);
  await eightAtATime(wanting, async ({ jar, file }) => {
    const part = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
    try {
      await fetchJar(jar, part, settings.ENTENTE_MAVEN_MIRROR, (bytes) => {
        done.bytes += bytes;
        report.fetched(done);
      });
      if ((await check(part, jar)) !== 'right')
        throw new UnavailableError(
          'jar-broken',
          `${fileName(jar)} arrived other than the lock file of Neo4j ${neo4jVersion} has it (SHA-256 or size), and was thrown away. ` +
            'The network or the mirror in ENTENTE_MAVEN_MIRROR changes it; try another, or bring the jars by hand and name their folder in ENTENTE_JARS.',
        );
      await put(part, file, jar);
    } catch (error) {
      if (error instanceof EntenteError) throw error;
      throw unavailable(jar, error, settings);
    } finally {
      await rm(part, { force: true });
    }
    done.jars++;
    report.fetched(done);
  });
  return { files, fetched: wanting.length };
}

/** Gives a checked file its name; where another process did so first and holds it open, its file does as well. */
async function put(part: string, file: string, jar: Jar): Promise<void> {
  try {
    await rename(part, file);
  } catch (error) {
    if ((await check(file, jar)) !== 'right') throw error;
  }
}

/** Throws away what a killed process left half fetched a day ago or earlier. */
async function sweep(folder: string): Promise<void> {
  const dayAgo = Date.now() - 24 * 3600 * 1000;
  for (const name of (await readdir(folder)).filter((n) => n.endsWith('.part'))) {
    const file = path.join(folder, name);
    const written = (await stat(file).catch(() => null))?.mtimeMs ?? Date.now();
    if (written < dayAgo) await rm(file, { force: true });
  }
}

function byHandError(folder: string, wanting: { jar: Jar; state: JarState }[]): UnavailableError {
  const broken = wanting.filter(({ state }) => state === 'broken');
  if (broken.length > 0)
    return new UnavailableError(
      'jar-broken',
      `In ENTENTE_JARS (${folder}) these files are not the ones of the lock file (SHA-256 or size): ${names(broken)}. Bring them anew.`,
    );
  return new UnavailableError(
    'jar-unavailable',
    `In ENTENTE_JARS (${folder}) ${wanting.length} of ${lock.length} jars are missing: ${names(wanting)}. ` +
      `Bring them (server/neo4j/neo4j-${neo4jVersion}.lock.json has their coordinates), or empty ENTENTE_JARS to have them fetched.`,
  );
}

function unavailable(jar: Jar, cause: unknown, settings: Settings): UnavailableError {
  const from =
    settings.ENTENTE_MAVEN_MIRROR === '' ? 'the public Maven repository' : settings.ENTENTE_MAVEN_MIRROR;
  const why = cause instanceof Error ? cause.message : String(cause);
  return new UnavailableError(
    'jar-unavailable',
    `${fileName(jar)} could not be fetched from ${from}: ${why}. Try again, set HTTPS_PROXY if this network needs a proxy, ` +
      "set ENTENTE_MAVEN_MIRROR to your organisation's Maven mirror, or bring the jars by hand and name their folder in ENTENTE_JARS.",
    { cause },
  );
}
