// How fast the votes of the General Assembly leave in each format that streams, against the driver's plain reading of
// the same claims, parties and statements; how much memory that takes of the process that writes; and when the first
// byte of a small export is there.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { formats } from '../../server/formats/index.ts';
import type { Graph } from '../../server/graph/graph.ts';
import { load } from '../../server/load/load.ts';
import { readMapping, tableInput } from '../../server/mapping.ts';
import { readSettings } from '../../server/settings.ts';
import type { Server } from './load.ts';
import { type Figure, median, quantile } from './measure.ts';

const DATASET = 'unga';
const WARM = 'beijing-2025';
const FILES = ['unga/un_roll_calls.csv', 'unga/un_votes.csv'];

/** How often each format is written whole, between two plain readings each time. */
const ROUNDS = 3;

/** Requests for the first byte of a small export: to warm up, and to measure. */
const BEFORE = 10;
const REQUESTS = 20;

const writing = formats.filter((f) => f.forms.length > 0);

/** Those whose rate the program aims at: what other programs take a whole data set in. */
const aimed = new Set(['jsonl', 'datapackage', 'graphml']);

/** What writes the claims as it reads them; others are derived from the whole, or documents for people. */
const streaming = writing.filter((f) => f.encode !== undefined && f.forms.includes('claims'));

/** What a process of its own says of its work. */
export interface Done {
  /** Claims, parties and statements that were read plainly. */
  rows: number;
  bytes: number;
  /** Milliseconds until the first of each export. */
  first: number[];
  /** Seconds of each export, and of each plain reading: one before the first export, and one after each. */
  written: number[];
  plain: number[];
  /** Resident memory before, and at most, in MB. */
  idle: number;
  peak: number;
}

/** The tables of the votes. @throws Error where ENTENTE_TEST_DATA names no folder that has them */
export function votesTables(): string[] {
  const files = FILES.map((file) => path.join(readSettings().ENTENTE_TEST_DATA, file));
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined)
    throw new Error(
      `The part "export" needs the UN votes (${FILES.join(', ')}): name their folder in ENTENTE_TEST_DATA (docs/mappings.md says where to get them).`,
    );
  return files;
}

/**
 * Loads the votes, and measures how they leave.
 * @param url where the program serves
 * @param note takes the figures
 */
export async function measureExport(
  { graph, server }: { graph: Graph; server: Server },
  url: string,
  tables: string[],
  note: (figure: Figure) => void,
): Promise<void> {
  await measureFirstByte(url, note);
  const mapping = readMapping(DATASET);
  await load(graph, [{ path: mapping.file, table: tableInput(mapping, tables) }]);
  // The first reading fills the caches of the server, and is no part of a rate.
  await runChild(server, 'jsonl', 0);
  for (const { id } of streaming) {
    const { rows, bytes, first, written, plain, idle, peak } = await runChild(server, id, ROUNDS);
    const rates = written.map((seconds) => rows / seconds);
    // Against the mean of the plain readings before and after it: a machine that slows down slows both.
    const ratios = written.map((seconds, i) => ((plain[i] ?? 0) + (plain[i + 1] ?? 0)) / 2 / seconds);
    note({ what: `export, ${DATASET} as ${id}, median of ${ROUNDS}`, value: median(rates), unit: 'rows/s' });
    note({
      what: '… plain reading of the same by the driver, by turns',
      value: rows / median(plain),
      unit: 'rows/s',
    });
    note({
      what: '… rate against it',
      value: median(ratios),
      unit: 'ratio',
      ...(aimed.has(id) ? { aim: '≥ 0.5' } : {}),
    });
    note({ what: '… resident memory above idle, at most', value: peak - idle, unit: 'MB', aim: '≤ 300' });
    note({ what: '… first byte', value: median(first), unit: 'ms' });
    note({ what: '… bytes', value: bytes / 1e6, unit: 'MB' });
  }
}

/** The first byte of a small answer by the API, once it is warm. */
async function measureFirstByte(url: string, note: (figure: Figure) => void): Promise<void> {
  for (const { id } of writing) {
    const address = `${url}/api/questions/bilateral.${id}?states=CHN,RUS,PRK&dataset=${WARM}`;
    const times: number[] = [];
    for (let i = 0; i < BEFORE + REQUESTS; i++) {
      const began = performance.now();
      const response = await fetch(address, { headers: { 'Cache-Control': 'no-cache' } });
      const reader = response.body?.getReader();
      await reader?.read();
      if (i >= BEFORE) times.push(performance.now() - began);
      if (!response.ok) throw new Error(`${address} is answered with ${response.status}`);
      while ((await reader?.read())?.done === false);
    }
    const what = `first byte of a small export as ${id}`;
    note({ what: `${what}, median`, value: median(times), unit: 'ms', aim: '≤ 100' });
    note({ what: '… 95 of 100 within', value: quantile(times, 0.95), unit: 'ms' });
  }
}

/** Does the work in a process of its own, so that memory is that of the work alone. */
function runChild({ uri, user, password }: Server, format: string, rounds: number): Promise<Done> {
  const script = path.join(import.meta.dirname, 'export-child.mts');
  const given = ['--import', 'tsx', script, uri, user, password, format, WARM, DATASET, `${rounds}`];
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  return new Promise((resolve, reject) =>
    child.once('close', (code) =>
      code === 0
        ? resolve(JSON.parse(told))
        : reject(new Error(`${DATASET} as ${format} ended with ${code}`)),
    ),
  );
}
