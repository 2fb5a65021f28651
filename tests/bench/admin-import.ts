// The ceiling of loading: neo4j-admin writes an empty database from CSV files, with no server and nothing checked.
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { stringify } from 'csv-stringify';
import * as z from 'zod';
import { writeConfiguration } from '../../server/neo4j/configuration.ts';
import { fileName, jarFolder, provideJars } from '../../server/neo4j/jars.ts';
import { chooseJava } from '../../server/neo4j/java.ts';
import { fetchJar, Jar } from '../../server/neo4j/maven.ts';
import { silent } from '../../server/neo4j/progress.ts';
import type { Settings } from '../../server/settings.ts';
import { timed } from './measure.ts';

/** What neo4j-admin needs beside the jars of the server. */
const more = z
  .array(Jar)
  .parse(JSON.parse(readFileSync(new URL('neo4j-admin.lock.json', import.meta.url), 'utf8')));

const headers = {
  entities: ['id:ID(entity)'],
  claims: ['id:ID(claim)', 'title', 'kind', 'when'],
  statements: ['id:ID(statement)', 'stance', 'confidence:int'],
  parties: [':START_ID(entity)', ':END_ID(claim)', 'role', 'side', 'from', 'until'],
  about: [':START_ID(statement)', ':END_ID(claim)'],
};
type Table = keyof typeof headers;

/** A line of a data file, as far as it is written here. */
type Line = Record<string, unknown> & { parties?: Record<string, unknown>[]; kinds?: string[] };

/**
 * Writes claims, parties and statements with `neo4j-admin database import full`.
 * @param lines a file of entries, as lines of JSON
 * @returns rows, counted as for the loader, and the seconds of the import alone
 * @throws Error with the end of what neo4j-admin printed, where it fails
 */
export async function adminImport(
  settings: Settings,
  scratch: string,
  lines: string,
): Promise<{ rows: number; seconds: number }> {
  const home = path.join(scratch, `admin-${path.basename(lines, '.jsonl')}`);
  writeConfiguration(home, 0);
  const rows = await writeTables(lines, home);
  const java = await chooseJava(settings);
  const jars = [...(await provideJars(settings, silent)).files, ...(await adminJars(settings))];
  const file = (table: Table) => path.join(home, `${table}.csv`);
  const args = [
    ...[
      '-cp',
      jars.join(path.delimiter),
      '-Xmx1g',
      'org.neo4j.cli.AdminTool',
      'database',
      'import',
      'full',
      'neo4j',
    ],
    ...[`--nodes=Entity=${file('entities')}`, `--nodes=Claim=${file('claims')}`],
    ...[`--nodes=Statement=${file('statements')}`, `--relationships=PARTY_TO=${file('parties')}`],
    `--report-file=${path.join(home, 'import.report')}`,
    ...[`--relationships=ABOUT=${file('about')}`, '--overwrite-destination', '--bad-tolerance=0'],
  ];
  const ms = await timed(() => run(java.program, args, home));
  return { rows, seconds: ms / 1000 };
}

/** Writes the rows as CSV; how many there are. */
async function writeTables(lines: string, home: string): Promise<number> {
  mkdirSync(home, { recursive: true });
  const tables = Object.fromEntries(
    Object.entries(headers).map(([name, header]) => {
      const table = stringify();
      table.pipe(createWriteStream(path.join(home, `${name}.csv`)));
      table.write(header);
      return [name, table];
    }),
  ) as unknown as Record<Table, ReturnType<typeof stringify>>;
  const put = async (table: Table, row: unknown[]) => {
    if (!tables[table].write(row)) await new Promise((next) => tables[table].once('drain', next));
  };
  const entities = new Set<string>();
  let rows = 0;
  let statements = 0;
  for await (const text of createInterface({ input: createReadStream(lines) })) {
    const line = JSON.parse(text) as Line;
    if (line.type === 'claim') {
      await put('claims', [line.id, line.title, line.kinds?.[0], line.when]);
      for (const party of line.parties ?? []) {
        entities.add(String(party.entity));
        await put('parties', [party.entity, line.id, party.role, party.side, party.from, party.until]);
      }
      rows += 1 + (line.parties?.length ?? 0);
    } else if (line.type === 'statement') {
      const id = statements++;
      await put('statements', [id, line.stance, line.confidence]);
      await put('about', [id, line.claim]);
      rows += 1;
    }
  }
  for (const id of entities) await put('entities', [id]);
  await Promise.all(
    Object.values(tables).map((table) => new Promise<void>((done) => table.end(() => done()))),
  );
  return rows;
}

async function adminJars(settings: Settings): Promise<string[]> {
  const { folder } = jarFolder(settings);
  for (const jar of more) {
    const file = path.join(folder, fileName(jar));
    if (!existsSync(file)) await fetchJar(jar, file, settings.ENTENTE_MAVEN_MIRROR, () => {});
  }
  return more.map((jar) => path.join(folder, fileName(jar)));
}

function run(program: string, args: string[], home: string): Promise<void> {
  const child = spawn(program, args, {
    env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: path.join(home, 'conf') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      told = (told + text).slice(-4000);
    });
  return new Promise((resolve, reject) =>
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`neo4j-admin ended with ${code}: ${told}`)),
    ),
  );
}
