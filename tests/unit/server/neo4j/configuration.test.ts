// The configuration of the embedded server: what keeps it to itself, and what java is started with.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { javaArguments, writeConfiguration } from '../../../../server/neo4j/configuration.ts';
import { fileName, lock } from '../../../../server/neo4j/jars.ts';

const home = mkdtempSync(path.join(tmpdir(), 'entente-configuration-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('it listens on loopback with a password, and reads no file outside its folder', () => {
  writeConfiguration(home, 17687);
  const file = path.join(home, 'conf', 'neo4j.conf');
  const lines = readFileSync(file, 'utf8').split('\n');
  expect(lines).toContain('server.bolt.listen_address=127.0.0.1:17687');
  expect(lines).toContain('dbms.security.auth_enabled=true');
  expect(lines).toContain('server.http.enabled=false');
  expect(lines).toContain('dbms.usage_report.enabled=false');
  expect(lines).toContain(`server.directories.import=${path.join(home, 'import').replaceAll('\\', '/')}`);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
});

test('the quick start is for tests alone', () => {
  const usual = javaArguments(home, ['a.jar', 'b.jar'], { heap: '1g', brief: false });
  expect(usual).toContain('-Xmx1g');
  expect(usual).toContain('-XX:+ExitOnOutOfMemoryError');
  expect(usual).not.toContain('-XX:TieredStopAtLevel=1');
  expect(usual[1]).toBe([path.join(home, 'plugins', '*'), 'a.jar', 'b.jar'].join(path.delimiter));
  expect(javaArguments(home, [], { heap: '512m', brief: true })).toContain('-XX:TieredStopAtLevel=1');
});

test('the lock names each of the 125 jars once, with a sum of its own', () => {
  expect(new Set(lock.map(fileName)).size).toBe(125);
  expect(new Set(lock.map(({ sha256 }) => sha256)).size).toBe(125);
  expect(lock.reduce((sum, { size }) => sum + size, 0)).toBe(82_936_878);
});
