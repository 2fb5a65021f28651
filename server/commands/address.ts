// Where a running Entente can be reached: told in its data folder, so that a second start and other commands find it.
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { UnavailableError } from '../errors.ts';
import { tryPort } from '../listen.ts';
import type { Settings } from '../settings.ts';

const Address = z.object({ url: z.url(), pid: z.int() });

const fileOf = (settings: Settings) => path.join(settings.ENTENTE_DATA, 'address.json');

/**
 * Makes sure that nobody serves these data or this port already, before anything is started.
 * @throws UnavailableError `already-running` with the address, or `port-in-use`
 */
export async function refuseSecond(settings: Settings): Promise<void> {
  const url = await runningAddress(settings);
  if (url !== null)
    throw new UnavailableError(
      'already-running',
      `Entente is already running at ${url}. Open that address, or stop it there first.`,
    );
  if (settings.ENTENTE_PORT !== 0) await tryPort(settings.ENTENTE_HOST, settings.ENTENTE_PORT);
}

/** The address of an Entente that serves these data or this port; null where there is none. */
export async function runningAddress(settings: Settings): Promise<string | null> {
  const told = await readAddress(settings);
  const own = `http://127.0.0.1:${settings.ENTENTE_PORT}`;
  for (const url of told === null ? [own] : [told.url, own]) if (await isEntente(url)) return url;
  return null;
}

async function readAddress(settings: Settings): Promise<z.infer<typeof Address> | null> {
  if (settings.NEO4J_URI !== '') return null;
  const text = await readFile(fileOf(settings), 'utf8').catch(() => '{}');
  try {
    return Address.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Whether it is Entente that answers there, healthy or not. */
async function isEntente(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2000) }).catch(() => null);
  await answer?.body?.cancel();
  return answer?.headers.get('server') === 'Entente';
}

/**
 * Tells where Entente is served.
 * @returns takes the word back
 */
export async function tellAddress(settings: Settings, url: string): Promise<() => Promise<void>> {
  if (settings.NEO4J_URI !== '') return async () => {};
  await writeFile(fileOf(settings), JSON.stringify({ url, pid: process.pid }), { mode: 0o600 });
  return () => rm(fileOf(settings), { force: true });
}
