// The password of the embedded server: made up once, kept in a file that only the user can read, set before the first start.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UnavailableError } from '../errors.ts';
import type { Settings } from '../settings.ts';

/** The name of the embedded server's only user. */
export const user = 'neo4j';

/** The file with the password, in the data folder. */
export const passwordFile = (settings: Settings) => path.resolve(settings.ENTENTE_DATA, 'password');

/** The password of the data folder; null before its first start. */
export function readPassword(settings: Settings): string | null {
  const file = passwordFile(settings);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

const iterations = 1024;

/**
 * The line that `neo4j-admin dbms set-initial-password` writes: user, SHA-256 of salt and password taken `iterations`
 * times, and nothing after the last colon, which would ask for another password at the first login.
 */
export function initialUser(password: string, salt: Buffer): string {
  let hash = createHash('sha256').update(salt).update(password).digest();
  for (let i = 1; i < iterations; i++) hash = createHash('sha256').update(hash).digest();
  return `${user}:SHA-256,${hash.toString('hex')},${salt.toString('hex')},${iterations}:\n`;
}

/**
 * Makes sure that there is a password and that the server takes it when it makes its first user. So no port is ever
 * open with Neo4j's default password, and no program has to change it.
 * @param home the server's home
 * @throws UnavailableError `server-start-failed` where data are there and their password is not
 */
export function providePassword(settings: Settings, home: string): string {
  const known = readPassword(settings);
  if (known === null && existsSync(path.join(home, 'data', 'databases', 'system')))
    throw new UnavailableError(
      'server-start-failed',
      `The file ${passwordFile(settings)} is missing, and without it nobody gets at the data beside it. Put it back, or set ENTENTE_DATA to another folder to begin anew.`,
    );
  const password = known ?? randomBytes(24).toString('base64url');
  if (known === null) writeFileSync(passwordFile(settings), `${password}\n`, { mode: 0o600 });
  const first = path.join(home, 'data', 'dbms', 'auth.ini');
  if (!existsSync(first)) {
    mkdirSync(path.dirname(first), { recursive: true, mode: 0o700 });
    writeFileSync(first, initialUser(password, randomBytes(32)), { mode: 0o600 });
  }
  return password;
}
