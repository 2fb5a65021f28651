// Every setting of Entente: one zod schema of the environment, each with a default and a sentence.
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { parse } from 'dotenv';
import { distance } from 'fastest-levenshtein';
import * as z from 'zod';
import { InvalidError } from './errors.ts';

const home = (...parts: string[]) => path.join(homedir(), ...parts);
const cacheHome = () =>
  process.platform === 'win32'
    ? (process.env.LOCALAPPDATA ?? home('AppData', 'Local'))
    : (process.env.XDG_CACHE_HOME ??
      (process.platform === 'darwin' ? home('Library', 'Caches') : home('.cache')));
const dataHome = () =>
  process.platform === 'win32'
    ? (process.env.LOCALAPPDATA ?? home('AppData', 'Local'))
    : process.platform === 'darwin'
      ? home('Library', 'Application_Support')
      : (process.env.XDG_DATA_HOME ?? home('.local', 'share'));

const port = z.coerce.number().int().min(0).max(65535);
/** What is left standing in examples and first starts: no secret. */
const defaultPasswords = new Set(['neo4j', 'password', 'changeme', 'change-me', 'secret', 'test', 'admin']);
const flag = z.enum(['0', '1', 'true', 'false', '']).transform((v) => v === '1' || v === 'true');

/** The schema of all settings; the key is the name of the environment variable. */
export const Settings = z.object({
  ENTENTE_PORT: port
    .default(4680)
    .describe('Port of the page and the API, on 127.0.0.1 unless ENTENTE_HOST says otherwise.'),
  ENTENTE_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe(
      'Address to listen on. Any but a loopback address needs ENTENTE_TOKEN or ENTENTE_TRUST_NETWORK.',
    ),
  ENTENTE_TOKEN: z
    .string()
    .refine((v) => v === '' || v.length >= 16, 'use at least 16 characters')
    .default('')
    .describe(
      'Token that every request to the API must carry as "Authorization: Bearer …"; empty means none, and then only loopback is served.',
    ),
  ENTENTE_TRUST_NETWORK: flag
    .default(false)
    .describe(
      'Serve another address than loopback without a token: 1 only where the network itself lets nobody in, as a container whose port is published on 127.0.0.1. Host names are still checked.',
    ),
  ENTENTE_ALLOWED_HOSTS: z
    .string()
    .default('')
    .describe('Further Host names to answer to, separated by commas (a guard against DNS rebinding).'),
  ENTENTE_DATA: z
    .string()
    .min(1)
    .default(() => path.join(dataHome(), 'entente'))
    .describe('Folder of the embedded Neo4j with its data; no blanks or commas in the path.'),
  ENTENTE_CACHE: z
    .string()
    .min(1)
    .default(() => path.join(cacheHome(), 'entente'))
    .describe('Folder for the jars of the Neo4j server.'),
  ENTENTE_JARS: z
    .string()
    .default('')
    .describe('Folder with the Neo4j jars, brought by hand on closed networks; nothing is fetched then.'),
  ENTENTE_MAVEN_MIRROR: z
    .union([z.literal(''), z.url()])
    .default('')
    .describe('Address of a Maven repository to fetch the jars from, in place of the public one.'),
  ENTENTE_JAVA: z
    .string()
    .default('')
    .describe(
      'Path of the java program to run Neo4j with; empty looks in JAVA_HOME, PATH and the usual folders.',
    ),
  ENTENTE_HEAP: z
    .string()
    .regex(/^\d+[mg]$/, 'write it as 512m or 1g')
    .default('1g')
    .describe('Largest heap of the embedded Neo4j.'),
  ENTENTE_BROWSER: z
    .string()
    .default('')
    .describe('Path of a Chromium for the browser tests; empty looks in the usual places.'),
  ENTENTE_TEST_DATA: z
    .string()
    .default('')
    .describe("Folder with the field's own files for npm run test:data; CONTRIBUTING tells what is in it."),
  ENTENTE_TEXTS: z
    .string()
    .default('')
    .describe('Folder with source texts; quotes of loaded files are checked against them.'),
  ENTENTE_IMPORTS: z
    .enum(['auto', 'on', 'off'])
    .default('auto')
    .describe(
      'Import files and save views by the page and the API: on, off, or auto, which is on where nobody from elsewhere reaches the server (a loopback address, no ENTENTE_ALLOWED_HOSTS) or ENTENTE_TOKEN is set.',
    ),
  ENTENTE_IMPORT_MB: z.coerce
    .number()
    .int()
    .min(1)
    .max(2000)
    .default(100)
    .describe(
      'Most that the page and the API import at once, in megabytes; entente load takes files of any size.',
    ),
  ENTENTE_QUERY_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(600)
    .default(10)
    .describe('Longest time that the queries of one answer may take, in seconds.'),
  ENTENTE_LOG: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('warn')
    .describe('How much is logged to standard error.'),
  ENTENTE_PLAN: flag.default(true).describe('Plan the questions in the background after the start: 1 or 0.'),
  NEO4J_URI: z
    .string()
    .regex(/^(|(bolt|neo4j)(\+s|\+ssc)?:\/\/.+)$/, 'write it as bolt://host:7687 or neo4j+s://host')
    .default('')
    .describe('Another Neo4j server, also a cluster or a managed service; empty starts the embedded one.'),
  NEO4J_USER: z.string().default('neo4j').describe('User at NEO4J_URI.'),
  NEO4J_PASSWORD: z
    .string()
    .refine((v) => !defaultPasswords.has(v.toLowerCase()), 'this is a default that everybody knows')
    .default('')
    .describe('Password at NEO4J_URI; one of the usual defaults is refused.'),
  NEO4J_DATABASE: z
    .string()
    .default('')
    .describe("Database at NEO4J_URI; empty is the user's home database."),
});
export type Settings = z.infer<typeof Settings>;

const ours = /^(ENTENTE_|NEO4J_)/;
/** Settings whose value is never printed. */
export const secret = /TOKEN|PASSWORD/;
/** Names that other programs use under the same prefix; they are not ours to refuse. */
const foreign = new Set(['NEO4J_HOME', 'NEO4J_CONF', 'NEO4J_AUTH', 'NEO4J_ACCEPT_LICENSE_AGREEMENT']);

/** Whether an address is this machine's own. */
const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
const isOpenToAll = (s: Settings) =>
  !isLoopback(s.ENTENTE_HOST) && s.ENTENTE_TOKEN === '' && !s.ENTENTE_TRUST_NETWORK;

/** Whether somebody from elsewhere may reach the server: by its address, or by a name that leads to it. */
export const isReachable = (s: Pick<Settings, 'ENTENTE_HOST' | 'ENTENTE_ALLOWED_HOSTS'>): boolean =>
  !isLoopback(s.ENTENTE_HOST) || s.ENTENTE_ALLOWED_HOSTS.trim() !== '';

const nearest = (name: string) =>
  Object.keys(Settings.shape).reduce((a, b) => (distance(name, b) < distance(name, a) ? b : a));

/**
 * Reads the settings from `.env` in a folder and the environment, which wins.
 * @param environment variables as in `process.env`
 * @param folder where `.env` is looked for; empty reads none
 * @throws InvalidError `invalid-setting`, naming each wrong or unknown setting and what would be right
 */
export function readSettings(
  environment: Record<string, string | undefined> = process.env,
  folder = process.cwd(),
): Settings {
  const file = folder === '' ? '' : path.join(folder, '.env');
  const fromFile = file !== '' && existsSync(file) ? parse(readFileSync(file)) : {};
  const all: Record<string, string> = {};
  for (const [k, v] of [...Object.entries(fromFile), ...Object.entries(environment)])
    if (ours.test(k) && !foreign.has(k) && v !== undefined) all[k] = v;
  const errors = Object.keys(all)
    .filter((k) => !(k in Settings.shape))
    .map((k) => ({ pointer: k, detail: `${k} is not a setting; did you mean ${nearest(k)}?` }));
  const empty = (k: string) => all[k] === '' && !['ENTENTE_TOKEN'].includes(k);
  const given = Object.fromEntries(Object.entries(all).filter(([k]) => k in Settings.shape && !empty(k)));
  const parsed = Settings.safeParse(given);
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      const about = Settings.shape[name as keyof typeof Settings.shape]?.description ?? '';
      const shown = secret.test(name) ? name : `${name}=${all[name]}`;
      errors.push({ pointer: name, detail: `${shown} is not valid: ${issue.message}. ${about}` });
    }
  if (parsed.success && isOpenToAll(parsed.data))
    errors.push({
      pointer: 'ENTENTE_HOST',
      detail: `ENTENTE_HOST=${parsed.data.ENTENTE_HOST} can be reached from other machines: set ENTENTE_TOKEN as well, or listen on 127.0.0.1. ${Settings.shape.ENTENTE_TRUST_NETWORK.description}`,
    });
  if (errors.length > 0 || !parsed.success)
    throw new InvalidError('invalid-setting', errors.map((e) => e.detail).join('\n'), { errors });
  return parsed.data;
}
