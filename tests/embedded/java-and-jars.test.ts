// What the embedded server is made of: the right Java, and the jars that the lock file names.
import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fileName, inspectJars, jarFolder, lock, provideJars } from '../../server/neo4j/jars.ts';
import { chooseJava, findJava, installCommand } from '../../server/neo4j/java.ts';
import { fetchJar } from '../../server/neo4j/maven.ts';
import { type Fetched, silent } from '../../server/neo4j/progress.ts';
import { readSettings } from '../../server/settings.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-jars-'));
const settings = { ...readSettings({}, ''), ENTENTE_JARS: '' };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that answers as a java of that version does. */
function fakeJava(version: string, at = path.join(folder, `java-${version}`)): string {
  mkdirSync(at, { recursive: true });
  const file = path.join(at, 'java');
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

  test('a newer Java that comes first in the PATH is passed over for a supported one', async () => {
    const PATH = ['25.0.1', '17.0.15'].map((v) => path.dirname(fakeJava(v, path.join(folder, `jdk-${v}`))));
    const environment = { PATH: PATH.join(path.delimiter) };
    const found = await findJava(settings, environment);
    expect(found.slice(0, 2).map((j) => j.feature)).toEqual([25, 17]);
    expect((await chooseJava(settings, environment)).program).toContain('jdk-17.0.15');
  });

  test('JAVA_HOME comes before the PATH', async () => {
    const home = path.join(folder, 'home');
    fakeJava('21.0.2', path.join(home, 'bin'));
    const java = await chooseJava(settings, { ...process.env, JAVA_HOME: home });
    expect(java).toMatchObject({ feature: 21, from: 'JAVA_HOME' });
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

  test('two programs at once fetch into one empty cache from a mirror, and neither harms the other', async () => {
    const mirror = await mirrorOf(real);
    const mine = {
      ...settings,
      ENTENTE_CACHE: path.join(folder, 'shared'),
      ENTENTE_MAVEN_MIRROR: mirror.url,
    };
    const seen: Fetched[] = [];
    const watching = { ...silent, fetched: (progress: Fetched) => seen.push({ ...progress }) };
    await Promise.all([provideJars(mine, watching), provideJars(mine, silent)]);
    const at = jarFolder(mine).folder;
    expect((await inspectJars(at)).filter((j) => j.state !== 'right')).toEqual([]);
    expect(readdirSync(at).filter((name) => !name.endsWith('.jar'))).toEqual([]);
    const whole = lock.reduce((sum, jar) => sum + jar.size, 0);
    expect(seen.at(-1)).toEqual({ jars: 125, bytes: whole, ofJars: 125, ofBytes: whole });

    mirror.asked.length = 0;
    expect((await provideJars(mine, silent)).fetched).toBe(0);
    expect(mirror.asked).toEqual([]);
    mirror.close();
  });

  test('a file that a mirror changes on its way is refused by name, and does not stay', async () => {
    const name = 'asm-9.7.1.jar';
    const mirror = await mirrorOf(real, { spoiled: name });
    const mine = {
      ...settings,
      ENTENTE_CACHE: path.join(folder, 'spoiled'),
      ENTENTE_MAVEN_MIRROR: mirror.url,
    };
    await expect(provideJars(mine, silent)).rejects.toMatchObject({
      code: 'jar-broken',
      message: expect.stringContaining(name),
    });
    expect(readdirSync(jarFolder(mine).folder).filter((n) => n.startsWith(name))).toEqual([]);
    mirror.close();
  });

  test('a file that a mirror does not have is asked for once, and told with the address and the answer', async () => {
    const name = 'asm-9.7.1.jar';
    const mirror = await mirrorOf(real, { missing: name });
    const mine = {
      ...settings,
      ENTENTE_CACHE: path.join(folder, 'lacking'),
      ENTENTE_MAVEN_MIRROR: mirror.url,
    };
    await expect(provideJars(mine, silent)).rejects.toMatchObject({
      code: 'jar-unavailable',
      message: expect.stringMatching(/asm-9\.7\.1\.jar.*127\.0\.0\.1.*404/),
    });
    expect(mirror.asked.filter((n) => n === name)).toEqual([name]);
    mirror.close();
  });

  test('a connection that breaks off is tried again', async () => {
    const jar = lock.find(({ artifact }) => artifact === 'asm') as (typeof lock)[number];
    const mirror = await mirrorOf(real, { breaks: fileName(jar) });
    const file = path.join(folder, 'again.jar');
    let bytes = 0;
    await fetchJar(jar, file, mirror.url, (more) => (bytes += more), 300);
    expect(mirror.asked.length).toBe(2);
    expect(bytes).toBe(jar.size);
    expect(readFileSync(file)).toEqual(readFileSync(path.join(real, fileName(jar))));
    mirror.close();
  });

  test('a proxy that the environment names is used', async () => {
    const mirror = await mirrorOf(real);
    const through: string[] = [];
    const proxy = createServer().on('connect', (request, client, head) => {
      through.push(request.url ?? '');
      const [host, port] = (request.url ?? '').split(':');
      const there = net.connect(Number(port), host, () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        there.write(head);
        there.pipe(client).pipe(there);
      });
      client.on('error', () => there.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    vi.stubEnv('http_proxy', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    vi.stubEnv('no_proxy', '');
    vi.stubEnv('NO_PROXY', '');
    const file = path.join(folder, 'by-proxy.jar');
    await fetchJar(lock[0] as (typeof lock)[number], file, mirror.url, () => {});
    vi.unstubAllEnvs();
    expect(through).toEqual([new URL(mirror.url).host]);
    expect(readFileSync(file).length).toBe(lock[0]?.size);
    proxy.close();
    mirror.close();
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

/** A Maven repository on this machine, made of a folder of jars; one of them can be spoiled, missing, or cut off once. */
async function mirrorOf(from: string, wrong: { spoiled?: string; missing?: string; breaks?: string } = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = path.basename(request.url ?? '');
    const again = asked.includes(name);
    asked.push(name);
    if (name === wrong.missing) {
      response.writeHead(404).end();
      return;
    }
    const bytes = readFileSync(path.join(from, name));
    if (name === wrong.spoiled) bytes.writeUInt8(bytes.readUInt8(100) ^ 0xff, 100);
    if (name === wrong.breaks && !again) {
      response.writeHead(200, { 'content-length': bytes.length });
      response.write(bytes.subarray(0, 1000), () => response.destroy());
      return;
    }
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/maven2`, asked, close };
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
