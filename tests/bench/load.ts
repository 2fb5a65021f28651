// How fast the loader writes, against the driver's plain UNWIND CREATE of the same rows, and how much memory it takes.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generated, generatedSpells, generatedVotes } from './generated.ts';
import { type Figure, median } from './measure.ts';

/** How to reach the server. */
export interface Server {
  uri: string;
  user: string;
  password: string;
}

/** What a process of its own says of its work. */
export interface Done {
  seconds: number;
  rows: number;
  /** Resident memory before and at most, in MB. */
  idle: number;
  peak: number;
  removal: number;
}

/** Claims, parties and statements of each shape that public data have; short work is measured several times. */
const shapes: { name: string; rounds: number; lines: (dataset: string) => Iterable<string> }[] = [
  { name: '789 claims, 2,510 spells', rounds: 5, lines: (id) => generatedSpells(id, 789, 2510) },
  { name: '20,000 claims of 2 to 5 parties', rounds: 3, lines: (id) => generated(id, 20_000) },
  { name: '6,203 claims, 870,109 parties', rounds: 1, lines: (id) => generatedVotes(id, 6203, 870_109) },
];

/**
 * Loads data sets of each shape, and writes the same rows plainly, each in a process of its own.
 * @param folder for the files
 * @param note takes the figures
 */
export async function measureLoad(
  server: Server,
  folder: string,
  note: (figure: Figure) => void,
): Promise<void> {
  const warm = await written(folder, 'bench-warm', generated('bench-warm', 300));
  for (const [i, { name, rounds, lines }] of shapes.entries()) {
    const file = await written(folder, `bench-load-${i}`, lines(`bench-load-${i}`));
    const plain: Done[] = [];
    const ours: Done[] = [];
    for (let round = 0; round < rounds; round++) {
      plain.push(await runChild(server, 'plain', warm, file));
      ours.push(await runChild(server, 'load', warm, file));
    }
    note({ what: `load, ${name}`, value: median(ours.map(rateOf)), unit: 'rows/s' });
    noteRates(note, plain, ours);
    noteMemory(note, ours);
    note({ what: '… removing it for good', value: median(ours.map((d) => d.removal)), unit: 's' });
  }
}

async function written(folder: string, name: string, lines: Iterable<string>): Promise<string> {
  const file = path.join(folder, `${name}.jsonl`);
  await pipeline(Readable.from(ended(lines)), createWriteStream(file));
  return file;
}

function* ended(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

const rateOf = (done: Done) => done.rows / done.seconds;

/** What plain writing of the same rows came to, and how loading compares, run by run. */
export function noteRates(
  note: (figure: Figure) => void,
  plain: readonly Done[],
  ours: readonly Done[],
): void {
  const ratios = ours.map(({ seconds }, round) => (plain[round]?.seconds ?? Number.NaN) / seconds);
  note({ what: '… plain UNWIND CREATE of the same rows', value: median(plain.map(rateOf)), unit: 'rows/s' });
  note({ what: '… rate against it', value: median(ratios), unit: 'ratio', aim: '≥ 0.5' });
}

/** The memory that loading took, at most. */
export function noteMemory(note: (figure: Figure) => void, ours: readonly Done[]): void {
  const most = Math.max(...ours.map((d) => d.peak - d.idle));
  note({ what: '… memory above idle, at most', value: most, unit: 'MB', aim: '≤ 300' });
}

/**
 * Does the work in a process of its own, so that memory is that of the work alone.
 * @param work `plain` writes rows and `load` loads the file, and both take them away again; `table` loads tables by a
 *   mapping, and leaves them there
 * @param warm a file of the same kind that is written or loaded first; for `table` a mapping and its table, without
 *   `.yaml` and `.csv`
 * @param file the rows, as lines of JSON
 * @param tables for `table`: the name of the mapping, and its files
 */
export function runChild(
  { uri, user, password }: Server,
  work: 'plain' | 'load' | 'table',
  warm: string,
  file: string,
  tables: readonly string[] = [],
): Promise<Done> {
  const script = path.join(import.meta.dirname, 'load-child.mts');
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', script, uri, user, password, work, warm, file, ...tables],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  return new Promise((resolve, reject) =>
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(told)) : reject(new Error(`${work} of ${file} ended with ${code}`)),
    ),
  );
}
