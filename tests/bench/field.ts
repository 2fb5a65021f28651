// The field's own data: loading them, questions about the whole world and about named states. Needs the files of the data
// sets in a folder that ENTENTE_TEST_DATA names; docs/mappings.md says where each comes from.
import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Driver } from 'neo4j-driver';
import type { Answer } from '../../model/answer.ts';
import { decodeTable } from '../../server/formats/table/decode.ts';
import { readMapping, tableInput } from '../../server/mapping.ts';
import { readSettings, type Settings } from '../../server/settings.ts';
import { adminImport } from './admin-import.ts';
import { generated, generatedTable } from './generated.ts';
import { noteMemory, noteRates, runChild, type Server } from './load.ts';
import { type Figure, median, quantile, timed } from './measure.ts';

/** The data sets of the figures, smallest first: what is loaded stays for the questions. */
const sets = [
  { mapping: 'atop-5.1-member', files: ['atop/atop5_1m.csv'] },
  { mapping: 'mid-4.2', files: ['mid/MIDA_4.2.csv', 'mid/MIDB_4.2.csv'] },
  { mapping: 'unga', files: ['unga/un_roll_calls.csv', 'unga/un_votes.csv'] },
];

const ATOP = 'dataset=atop-5.1&on=2018-07-01';
const MID = 'dataset=mid-4.2';
const VOTES = 'dataset=unga';

/** Questions about every state there is; the aim is a ratio to the same Cypher by the driver. */
const world = [
  ...['sizes', 'pairs', 'bilateral', 'trilateral', 'joint', 'pairs-only', 'hub-and-spoke'].map(
    (q) => `${q}?${ATOP}`,
  ),
  ...['sizes', 'bilateral', 'disputes'].map((q) => `${q}?${MID}`),
];

/** Questions about states by name, with what is aimed at. */
const named = [
  { address: `bilateral?states=CHN,RUS&${ATOP}`, aim: 50 },
  { address: `joint?states=CHN,RUS,PRK&${ATOP}`, aim: 50 },
  { address: `joint?states=CHN,RUS&dataset=mid-4.2`, aim: 50 },
  { address: `trilateral?states=CHN,RUS,PRK`, aim: 50 },
  { address: `sides?states=CHN,RUS&${VOTES}&from=2019-01-01&until=2019-12-31`, aim: 150 },
  { address: `sides?states=CHN,RUS&${VOTES}&limit=100`, aim: 500 },
];

const ROUNDS = 25;

/** Where the files are, or null; which one is missing is told by the loader. */
export const fieldFolder = (): string | null => {
  const folder = readSettings().ENTENTE_TEST_DATA;
  return existsSync(path.join(folder, 'atop')) ? folder : null;
};

/**
 * Measures loading of the field's data sets, and the questions over all of them.
 * @param url where the program serves
 * @param scratch a folder for files
 * @param note takes the figures
 * @throws Error where ENTENTE_TEST_DATA names no folder with the files
 */
export async function measureField(
  { driver, server, settings }: { driver: Driver; server: Server; settings: Settings },
  url: string,
  scratch: string,
  note: (figure: Figure) => void,
): Promise<void> {
  const folder = fieldFolder();
  if (folder === null)
    throw new Error(
      'The part "field" needs the files of ATOP, MID and the UN votes: name their folder in ENTENTE_TEST_DATA (docs/mappings.md says where to get them).',
    );
  const warm = path.join(scratch, 'bench-warm');
  writeFileSync(`${warm}.jsonl`, `${[...generated('bench-warm', 300)].join('\n')}\n`);
  const { mapping, table } = generatedTable('bench-warm', 300);
  writeFileSync(`${warm}.yaml`, mapping);
  writeFileSync(`${warm}.csv`, table);
  for (const { mapping, files } of sets) {
    const paths = files.map((file) => path.join(folder, file));
    const lines = path.join(scratch, `${mapping}.jsonl`);
    await pipeline(Readable.from(linesOf(mapping, paths)), createWriteStream(lines));
    const plain = await runChild(server, 'plain', `${warm}.jsonl`, lines);
    const ours = await runChild(server, 'table', warm, lines, [mapping, ...paths]);
    note({ what: `load, ${mapping}`, value: ours.rows / ours.seconds, unit: 'rows/s' });
    noteRates(note, [plain], [ours]);
    noteMemory(note, [ours]);
    const admin = await adminImport(settings, scratch, lines);
    note({
      what: '… neo4j-admin import of the same rows',
      value: admin.rows / admin.seconds,
      unit: 'rows/s',
    });
  }
  for (const address of world) await measureQuestion(driver, url, address, note, '≤ 1.5');
  pandas(folder, note);
  for (const { address, aim } of named) {
    const times = await repeated(() => answerOf(url, address));
    note({ what: address, value: median(times), unit: 'ms', aim: `≤ ${aim}` });
    note({ what: '… p95', value: quantile(times, 0.95), unit: 'ms' });
  }
}

/** The entries of a table as lines of JSON, so that plain writing has the same rows. */
async function* linesOf(mapping: string, files: readonly string[]): AsyncGenerator<string> {
  for await (const read of decodeTable(tableInput(readMapping(mapping), files)))
    if ('entry' in read) yield `${JSON.stringify(read.entry)}\n`;
}

async function answerOf(url: string, address: string): Promise<Answer> {
  const response = await fetch(`${url}/api/questions/${address}`, {
    headers: { 'Cache-Control': 'no-cache' },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${address}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as Answer;
}

/** Milliseconds of each run, once it is warm. */
async function repeated(work: () => Promise<unknown>): Promise<number[]> {
  for (let i = 0; i < 5; i++) await work();
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) times.push(await timed(work));
  return times;
}

async function measureQuestion(
  driver: Driver,
  url: string,
  address: string,
  note: (figure: Figure) => void,
  aim: string,
): Promise<void> {
  const { queries } = await answerOf(url, address);
  const byDriver = async () => {
    for (const { cypher, parameters } of queries)
      await driver.executeQuery(cypher, parameters, { routing: 'READ' });
  };
  const api = await repeated(() => answerOf(url, address));
  const driven = await repeated(byDriver);
  note({ what: address, value: median(api), unit: 'ms' });
  note({
    what: '… against the same Cypher by the driver',
    value: median(api) / median(driven),
    unit: 'ratio',
    aim,
  });
}

/** The same counts by pandas with the data in memory, where Python has it. */
function pandas(folder: string, note: (figure: Figure) => void): void {
  const script = path.join(import.meta.dirname, 'world.py');
  const python = process.env.PYTHON ?? 'python3';
  const run = spawnSync(python, [script, folder], { encoding: 'utf8' });
  if (run.status !== 0) {
    process.stdout.write(
      `pandas is not measured: ${(run.stderr ?? '').trim().split('\n').at(-1)} (PYTHON names another python)\n`,
    );
    return;
  }
  for (const [what, ms] of Object.entries(JSON.parse(run.stdout) as Record<string, number>))
    note({ what: `pandas, in memory: ${what}`, value: ms, unit: 'ms' });
}
