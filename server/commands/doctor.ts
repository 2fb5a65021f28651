// entente doctor: what is found, what is missing, and how to mend it.
import { existsSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { findBrowser } from '../browser.ts';
import { clientState } from '../client-build.ts';
import { EntenteError } from '../errors.ts';
import { Graph } from '../graph/graph.ts';
import { tryPort } from '../listen.ts';
import { inspectJars, jarFolder, lock, neo4jVersion } from '../neo4j/jars.ts';
import { chooseJava, findJava } from '../neo4j/java.ts';
import { runningOwner } from '../neo4j/owner.ts';
import { readSettings, Settings, secret } from '../settings.ts';
import { version } from '../version.ts';
import { runningAddress } from './address.ts';
import { exitCodes } from './complain.ts';

/** One thing looked at: whether it is well, and what was found or what to do. */
interface Finding {
  what: string;
  state: 'ok' | 'note' | 'missing';
  found: string;
}

const mark = { ok: '✓', note: '·', missing: '✗' } as const;
const ok = (what: string, found: string): Finding => ({ what, state: 'ok', found });
const note = (what: string, found: string): Finding => ({ what, state: 'note', found });
const missing = (what: string, found: string): Finding => ({ what, state: 'missing', found });
const sayings = (error: unknown) => (error instanceof Error ? error.message : String(error));

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Tells what is found, what is missing, and how to mend it.')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const findings = await examine(readSettings());
      const ill = findings.some((f) => f.state === 'missing');
      process.stdout.write(json === true ? `${JSON.stringify(findings, null, 2)}\n` : textOf(findings, ill));
      if (ill) process.exitCode = exitCodes.unavailable;
    });
}

function textOf(findings: readonly Finding[], ill: boolean): string {
  const width = Math.max(...findings.map((f) => f.what.length));
  const lines = findings.map(
    (f) => `${mark[f.state]} ${f.what.padEnd(width)}  ${indent(f.found, width + 4)}`,
  );
  return `${lines.join('\n')}\n\n${ill ? 'What is marked ✗ keeps Entente from starting.' : 'Nothing keeps Entente from starting.'}\n`;
}

const indent = (text: string, by: number) => text.replaceAll('\n', `\n${' '.repeat(by)}`);

async function examine(settings: Settings): Promise<Finding[]> {
  const running = await runningAddress(settings);
  return [
    ok('Entente', `${version} on Node ${process.versions.node}, ${process.platform} ${process.arch}`),
    ...settingsOf(settings),
    running === null ? note('running', 'no') : ok('running', `at ${running}`),
    ...(running === null ? [await port(settings)] : []),
    await page(),
    ...(settings.NEO4J_URI === ''
      ? [await java(settings), await jars(settings), ...(await dataFolder(settings))]
      : [await server(settings)]),
    browser(settings),
  ];
}

/** The settings that differ from their defaults; of a secret, that it is set. */
function settingsOf(settings: Settings): Finding[] {
  const defaults = Settings.parse({});
  const keys = Object.keys(Settings.shape) as (keyof Settings)[];
  const set = keys.filter((key) => settings[key] !== defaults[key]);
  const told = set.map((key) => (secret.test(key) ? `${key} is set` : `${key}=${settings[key]}`));
  return [note('settings', told.length === 0 ? 'all at their defaults' : told.join('\n'))];
}

async function port({ ENTENTE_HOST, ENTENTE_PORT }: Settings): Promise<Finding> {
  try {
    await tryPort(ENTENTE_HOST, ENTENTE_PORT);
    return ok('port', `${ENTENTE_PORT} of ${ENTENTE_HOST} is free`);
  } catch (error) {
    return missing('port', sayings(error));
  }
}

async function page(): Promise<Finding> {
  const state = await clientState();
  if (state === 'fresh') return ok('page', 'built');
  return note(
    'page',
    `${state === 'stale' ? 'older than its sources' : 'not built yet'}; entente up builds it`,
  );
}

async function java(settings: Settings): Promise<Finding> {
  try {
    const chosen = await chooseJava(settings);
    const others = (await findJava(settings)).filter(({ program }) => program !== chosen.program);
    const also = others.map((j) => `also found: ${j.version} at ${j.program}`);
    return ok('Java', [`${chosen.version} at ${chosen.program} (by ${chosen.from})`, ...also].join('\n'));
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return missing('Java', error.message);
  }
}

/** Only the tests need one. */
function browser(settings: Settings): Finding {
  const found = findBrowser(settings);
  return found === null
    ? note('browser', 'none for the tests; npm test installs one, or ENTENTE_BROWSER names one')
    : ok('browser', `${found}, for the tests`);
}

async function jars(settings: Settings): Promise<Finding> {
  const { folder, byHand } = jarFolder(settings);
  const wanting = (await inspectJars(folder)).filter((jar) => jar.state !== 'right');
  const what = `Neo4j ${neo4jVersion}`;
  if (wanting.length === 0) return ok(what, `all ${lock.length} jars in ${folder}`);
  const megabytes = Math.round(wanting.reduce((sum, { jar }) => sum + jar.size, 0) / 1e6);
  const text = `${wanting.length} of ${lock.length} jars are missing or broken in ${folder}`;
  return byHand
    ? missing(what, `${text}; ENTENTE_JARS says that nothing is fetched`)
    : note(what, `${text}; entente up fetches them (${megabytes} MB)`);
}

async function dataFolder(settings: Settings): Promise<Finding[]> {
  const folder = settings.ENTENTE_DATA;
  let there = folder;
  while (!existsSync(there)) there = path.dirname(there);
  const { bavail, bsize } = await statfs(there);
  const free = (bavail * bsize) / 1e9;
  const text = `${folder}${there === folder ? '' : ' (made at the first start)'}, ${free.toFixed(1)} GB free`;
  const memory = totalmem() / 1e9;
  const owner = await runningOwner(folder);
  return [
    ...(owner === null ? [] : [note('Neo4j runs', `on these data already, by process ${owner.pid}`)]),
    /[\s,]/.test(folder)
      ? missing('data folder', `${folder} has a blank or a comma in it; choose another by ENTENTE_DATA`)
      : !(await isWritable(there))
        ? missing('data folder', `${there} cannot be written; choose another by ENTENTE_DATA`)
        : free < 1
          ? missing('data folder', `${text}; Neo4j needs at least 1 GB`)
          : ok('data folder', text),
    memory < 2
      ? note('memory', `${memory.toFixed(1)} GB; lower ENTENTE_HEAP to 512m`)
      : ok('memory', `${memory.toFixed(1)} GB, heap of Neo4j at most ${settings.ENTENTE_HEAP}`),
  ];
}

const isWritable = (folder: string) =>
  access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );

async function server(settings: Settings): Promise<Finding> {
  try {
    const graph = await Graph.connect({
      uri: settings.NEO4J_URI,
      user: settings.NEO4J_USER,
      password: settings.NEO4J_PASSWORD,
      database: settings.NEO4J_DATABASE,
      querySeconds: settings.ENTENTE_QUERY_SECONDS,
    });
    const { agent, address } = await graph.server();
    await graph.close();
    return ok('Neo4j', `${agent} answers at ${address}`);
  } catch (error) {
    return missing('Neo4j', `${settings.NEO4J_URI}: ${sayings(error)}`);
  }
}
