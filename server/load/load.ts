// Loads data files: decode, check, check quotes, write beside the current load, make current. All of it or nothing.
// Files are read as a stream; what is checked waits on the disk until it is written.
import { randomBytes } from 'node:crypto';
import type { Entry } from '../../model/entry.ts';
import type { DatasetReport, Report } from '../../model/report.ts';
import { canonical, type QuoteResult } from '../../model/statement.ts';
import type { Graph, Step } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';
import { datasetRow } from '../graph/stored/dataset.ts';
import { vocabulary } from '../vocabulary.ts';
import { Check } from './check.ts';
import { GRACE_SECONDS, isStale, type LoadNode, loadsIn, removeLeftovers, removeLoads } from './clean.ts';
import { compare, type Stored, storedIn } from './compare.ts';
import { makeCurrent, type Next } from './current.ts';
import { Errors } from './errors.ts';
import type { Checked } from './kept.ts';
import { type Lock, locked } from './lock.ts';
import { hashOf, Parser, sha256 } from './parse.ts';
import { type LoadInput, readItems } from './read.ts';
import { Spool } from './spool.ts';
import { textsFor, verify } from './verify.ts';
import { loadVocabulary } from './vocabulary.ts';
import { type Progress, write } from './write.ts';

export interface LoadOptions {
  /** Tells what would change, and changes nothing. */
  dryRun?: boolean;
  /** Folder of source texts to check quotes against. */
  texts?: string;
  /** Loads although a quote is not in the text of its source. */
  allowQuotesNotFound?: boolean;
  onProgress?: Progress;
  /**
   * Sees what is to be done before anything is written, and stops it by throwing.
   * @returns what takes effect with the data sets or not at all, also where all of these are the same already
   */
  along?(planned: readonly DatasetReport[]): Promise<readonly Step[]>;
  /** Calls it off: what was begun is undone, and the graph is as it was. */
  signal?: AbortSignal;
}

/** A change of how entries are stored makes every load differ from what was stored before. */
const LAYOUT = 1;

/**
 * Loads files as the data sets they hold, in place of what is loaded of these data sets.
 * @throws InvalidError with every error of every file, where there is any: nothing is loaded then; RefusedError
 *   `load-in-progress`; UnavailableError `graph-unavailable`; the reason of the signal where it is called off
 */
export async function load(
  graph: Graph,
  files: readonly LoadInput[],
  options: LoadOptions = {},
): Promise<Report> {
  const spool = await Spool.open<Entry>();
  try {
    return await loadBy(spool, graph, files, options);
  } finally {
    await spool.close();
  }
}

async function loadBy(
  spool: Spool<Entry>,
  graph: Graph,
  files: readonly LoadInput[],
  options: LoadOptions,
): Promise<Report> {
  // What takes long and needs no graph is done before the lock is taken.
  const errors = new Errors();
  const check = await readAll(files, spool, errors, options.signal);
  const prepared = () => prepare(graph, check, spool, errors, options);
  if (options.dryRun === true) {
    const datasets = (await prepared()).map((p) => p.report);
    // What would refuse the load refuses it here as well.
    await options.along?.(datasets);
    return { dryRun: true, datasets };
  }
  await loadVocabulary(graph);
  return locked(graph, async (lock) => {
    await removeLeftovers(graph);
    const plans = await prepared();
    const along = (await options.along?.(plans.map((p) => p.report))) ?? [];
    await orUndone(graph, options.signal, () => writeAll(graph, lock, plans, spool, along, options));
    return { dryRun: false, datasets: plans.map((p) => p.report) };
  });
}

/** What is to be done for one data set. */
interface Plan {
  dataset: Checked;
  contentHash: string;
  before: LoadNode | null;
  report: DatasetReport;
}

/** Reads all files, and checks each entry by itself and against those before it. */
async function readAll(
  files: readonly LoadInput[],
  spool: Spool<Entry>,
  errors: Errors,
  signal: AbortSignal | undefined,
): Promise<Check> {
  const parser = new Parser(errors);
  const check = new Check(parser, spool, errors);
  for (const file of files)
    for await (const item of readItems(file, errors)) {
      signal?.throwIfAborted();
      const placed = parser.parse(item);
      if (placed !== null) await check.take(placed);
    }
  return check;
}

/** Checks the entries against each other and the graph, and compares them with what is loaded. */
async function prepare(
  graph: Graph,
  check: Check,
  spool: Spool<Entry>,
  errors: Errors,
  options: LoadOptions,
): Promise<Plan[]> {
  // What a file lacks that was not read to its end may stand behind the place where it ends.
  if (errors.isCut) errors.throwIfAny();
  const datasets = await check.finish(graph);
  errors.throwIfAny();
  const texts = textsFor(datasets, options.texts);
  const allowed = options.allowQuotesNotFound === true;
  const current = (await loadsIn(graph)).filter((l) => l.state === 'current');
  const plans: Plan[] = [];
  for (const dataset of datasets) {
    options.signal?.throwIfAborted();
    const before = current.find((l) => l.dataset === dataset.id) ?? null;
    const stored = await storedIn(graph, before?.id ?? null, dataset);
    const quotes = await verify(dataset, spool, stored, texts, allowed, errors);
    plans.push(planOf(dataset, before, stored, quotes));
  }
  errors.throwIfAny();
  return plans;
}

function planOf(
  dataset: Checked,
  before: LoadNode | null,
  stored: Stored,
  quotes: Partial<Record<QuoteResult, number>>,
): Plan {
  const { entry: head } = dataset.head;
  const contentHash = contentHashOf(dataset);
  const same = before?.contentHash === contentHash;
  const prepared = before?.preparedBy === preparedBy();
  const sameHead = before !== null && before.describes === JSON.stringify(datasetRow(head));
  const headCounts = {
    created: before === null ? 1 : 0,
    changed: before !== null && !sameHead ? 1 : 0,
    removed: 0,
    unchanged: sameHead ? 1 : 0,
  };
  return {
    dataset,
    contentHash,
    before,
    report: {
      dataset: head.id,
      title: head.title,
      load: same && prepared ? before.id : null,
      written: !(same && prepared),
      counts: { dataset: headCounts, ...compare(dataset, stored) },
      withdrawn: stored.withdrawn,
      quotes,
      notes: same && !prepared ? ['The vocabulary has changed: the claims are prepared by it anew.'] : [],
    },
  };
}

/** Claims and statements keep their order; of sources and entities it says nothing. */
function contentHashOf({ head, sources, entities, claims, statements }: Checked): string {
  const unordered = [...sources.hashes, ...entities.hashes].sort();
  return sha256([hashOf(head.entry), ...unordered, ...claims.hashes, ...statements.hashes].join('\n'));
}

/** What is stored of a claim depends on the kinds and roles as well. */
function preparedBy(): string {
  const { kinds, roles } = vocabulary();
  return sha256(canonical([LAYOUT, [...kinds.values()], [...roles.values()]])).slice(0, 32);
}

/** Does work; where it is called off on the way, what it has written is removed before that is told. */
async function orUndone(
  graph: Graph,
  signal: AbortSignal | undefined,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    // What fails otherwise is removed by the next load: it may be the graph that fails.
    if (signal?.aborted === true) await removeLeftovers(graph);
    throw error;
  }
}

/** Writes what has changed, and makes all of it current at once. */
async function writeAll(
  graph: Graph,
  lock: Lock,
  plans: readonly Plan[],
  spool: Spool<Entry>,
  along: readonly Step[],
  { onProgress: progress = () => {}, signal }: LoadOptions,
): Promise<void> {
  const next: Next[] = [];
  for (const { dataset, contentHash, before, report } of plans) {
    if (!report.written) continue;
    const startedAt = new Date().toISOString();
    const id = `${report.dataset}@${startedAt}-${randomBytes(3).toString('hex')}`;
    const describes = datasetRow(dataset.head.entry);
    await graph.write(query('load/begin'), {
      load: {
        id,
        dataset: report.dataset,
        state: 'writing',
        startedAt,
        contentHash,
        preparedBy: preparedBy(),
        describes: JSON.stringify(describes),
        claims: dataset.claims.size,
        statements: dataset.statements.size,
        entities: dataset.entities.size,
      },
    });
    await write(graph, lock, id, dataset, spool, { progress, signal });
    next.push({ load: id, before: before?.id ?? null, dataset: describes });
    report.load = id;
  }
  if (next.length + along.length === 0) return;
  signal?.throwIfAborted();
  await makeCurrent(graph, lock.holder, next, along);
  await removeLoads(graph, await superseded(graph, next));
}

/** Loads from before the one that can be taken back, once nobody is reading them. */
async function superseded(graph: Graph, next: readonly Next[]): Promise<LoadNode[]> {
  const loads = await loadsIn(graph);
  const anew = new Set(loads.filter((l) => next.some((n) => n.load === l.id)).map((l) => l.dataset));
  const kept = new Set(next.map((n) => n.before));
  return loads.filter(
    (l) => l.state === 'old' && anew.has(l.dataset) && !kept.has(l.id) && isStale(l, GRACE_SECONDS),
  );
}
