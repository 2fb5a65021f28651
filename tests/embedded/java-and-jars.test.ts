// What the embedded server is made of: the right Java, and the jars that the lock file names.
import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileName, inspectJars, jarFolder, lock, provideJars } from '../../server/neo4j/jars.ts';
import { chooseJava, findJava, installCommand } from '../../server/neo4j/java.ts';
import { silent } from '../../server/neo4j/progress.ts';
import { readSettings } from '../../server/settings.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-jars-'));
const settings = { ...readSettings({}, ''), ENTENTE_JARS: '' };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that answers as a java of that version does. */
function fakeJava(version: string): string {
  const file = path.join(folder, `java-${version}`);
  writeFileSync(file, `#!/bin/sh\necho '    java.version = ${version}' >&2\n`);
  chmodSync(file, 0o755);
  return file;
}

describe.runIf(process.platform !== 'win32')('Java', () => {
  test.each(['1.8.0_412', '25.0.1'])(
    '%s is refused with what was found and three ways on',
    async (version) => {
      const program = fakeJava(version);
      const refused = chooseJava({ ...settings, ENTENTE_JAVA: program });
      await expect(refused).rejects.toMatchObject({ code: 'java-unsupported' });
      await expect(refused).rejects.toThrow(
        new RegExp(`${version}[\\s\\S]*1\\. [\\s\\S]*docker compose up[\\s\\S]*NEO4J_URI`),
      );
    },
  );

  test('no Java is one message that names three ways on', async () => {
    const none = chooseJava({ ...settings, ENTENTE_JAVA: path.join(folder, 'nowhere') });
    await expect(none).rejects.toMatchObject({ code: 'java-missing' });
    await expect(none).rejects.toThrow(/Install Java 17 or 21[\s\S]*docker compose up[\s\S]*NEO4J_URI/);
  });

  test.each(['17.0.15', '21.0.2'])('%s is taken', async (version) => {
    const java = await chooseJava({ ...settings, ENTENTE_JAVA: fakeJava(version) });
    expect(java.feature).toBe(Number(version.slice(0, 2)));
  });

  test('the Java of this machine that is chosen is among those found, and supported', async () => {
    const java = await chooseJava(settings);
    expect((await findJava(settings)).map((j) => j.program)).toContain(java.program);
    expect([17, 21]).toContain(java.feature);
  });

  test.each([
    ['darwin', 'brew'],
    ['win32', 'winget'],
  ] as const)('how to install it on %s', (platform, word) => {
    expect(installCommand(platform)).toContain(word);
  });
});

describe('jars', () => {
  const cache = path.join(folder, 'cache');
  const byHand = path.join(folder, 'by-hand');
  let real: string;

  beforeAll(async () => {
    await provideJars(settings, silent);
    real = jarFolder(settings).folder;
  });

  /** A folder with the right jars, linked: nothing is copied but what a test changes. */
  function folderOfJars(at: string): string {
    mkdirSync(at, { recursive: true });
    for (const jar of lock) linkOrCopy(path.join(real, fileName(jar)), path.join(at, fileName(jar)));
    return at;
  }

  function spoil(at: string): string {
    const name = fileName(lock[0] as (typeof lock)[number]);
    const bytes = readFileSync(path.join(at, name));
    rmSync(path.join(at, name));
    bytes.writeUInt8(bytes.readUInt8(100) ^ 0xff, 100);
    writeFileSync(path.join(at, name), bytes);
    return name;
  }

  test('a broken file in the cache is fetched again', async () => {
    const mine = { ...settings, ENTENTE_CACHE: cache };
    const at = folderOfJars(jarFolder(mine).folder);
    const name = spoil(at);
    expect((await provideJars(mine, silent)).fetched).toBe(1);
    expect((await inspectJars(at)).filter((j) => j.state !== 'right')).toEqual([]);
    expect(readFileSync(path.join(at, name))).toEqual(readFileSync(path.join(real, name)));
  });

  test('a tampered file brought by hand is refused by name', async () => {
    const name = spoil(folderOfJars(byHand));
    const refused = provideJars({ ...settings, ENTENTE_JARS: byHand }, silent);
    await expect(refused).rejects.toMatchObject({
      code: 'jar-broken',
      message: expect.stringContaining(name),
    });
  });

  test('a missing file of a folder brought by hand is named, and nothing is fetched', async () => {
    const at = folderOfJars(path.join(folder, 'gap'));
    const name = fileName(lock[3] as (typeof lock)[number]);
    rmSync(path.join(at, name));
    const refused = provideJars({ ...settings, ENTENTE_JARS: at }, silent);
    await expect(refused).rejects.toMatchObject({
      code: 'jar-unavailable',
      message: expect.stringContaining(name),
    });
  });

  test('a repository that does not answer is told with what to do', async () => {
    const mine = {
      ...settings,
      ENTENTE_CACHE: path.join(folder, 'empty'),
      ENTENTE_MAVEN_MIRROR: 'http://127.0.0.1:9/maven/',
    };
    await expect(provideJars(mine, silent)).rejects.toMatchObject({
      code: 'jar-unavailable',
      message: expect.stringMatching(/ENTENTE_MAVEN_MIRROR[\s\S]*ENTENTE_JARS/),
    });
  });
});

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
