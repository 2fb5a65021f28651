// Loads data files: decode, check, check quotes, write beside the current load, make current. All of it or nothing.
import { randomBytes } from 'node:crypto';
import type { Entry } from '../../model/entry.ts';
import { canonical, type QuoteResult } from '../../model/statement.ts';
import type { Graph } from '../graph/graph.ts';
import { query } from '../graph/queries.ts';
import { datasetRow } from '../graph/values.ts';
import { version } from '../version.ts';
import { vocabulary } from '../vocabulary.ts';
import { type CheckedDataset, check } from './check.ts';
import { GRACE_SECONDS, isStale, type LoadNode, loadsIn, removeLeftovers, removeLoads } from './clean.ts';
import { compare, nothing, type Stored, storedIn } from './compare.ts';
import { makeCurrent, type Next } from './current.ts';
import { Errors } from './errors.ts';
import { type Lock, locked } from './lock.ts';
import { hashOf, sha256 } from './parse.ts';
import { checked, readTexts, type Texts } from './quotes.ts';
import { type LoadInput, readItems } from './read.ts';
import type { DatasetReport, Report } from './report.ts';
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
}

/** A change of how entries are stored makes every load differ from what was stored before. */
const LAYOUT = 1;

/**
 * Loads files as the data sets they hold, in place of what is loaded of these data sets.
 * @throws InvalidError with every error of every file, where there is any: nothing is loaded then; RefusedError
 *   `load-in-progress`; UnavailableError `graph-unavailable`
 */
export async function load(
  graph: Graph,
  files: readonly LoadInput[],
  options: LoadOptions = {},
): Promise<Report> {
  if (options.dryRun === true) {
    const plans = await prepare(graph, files, options);
    return { dryRun: true, datasets: plans.map((p) => p.report) };
  }
  await loadVocabulary(graph);
  return locked(graph, async (lock) => {
    await removeLeftovers(graph);
    const plans = await prepare(graph, files, options);
    await writeAll(graph, lock, plans, options.onProgress ?? (() => {}));
    return { dryRun: false, datasets: plans.map((p) => p.report) };
  });
}

/** What is to be done for one data set. */
interface Plan {
  dataset: CheckedDataset;
  contentHash: string;
  before: LoadNode | null;
  report: DatasetReport;
}

/** Reads and checks all files, and compares them with what is loaded. */
async function prepare(graph: Graph, files: readonly LoadInput[], options: LoadOptions): Promise<Plan[]> {
  const errors = new Errors();
  const items = [];
  for (const file of files) items.push(...(await readItems(file, errors)));
  const datasets = await check(items, graph, errors);
  errors.throwIfAny();
  const texts = textsFor(datasets, options.texts);
  const current = (await loadsIn(graph)).filter((l) => l.state === 'current');
  const plans: Plan[] = [];
  for (const dataset of datasets) {
    const before = current.find((l) => l.dataset === dataset.dataset.entry.id) ?? null;
    const stored = before === null ? nothing : await storedIn(graph, before.id);
    const quotes = checkQuotes(dataset, stored, texts, options.allowQuotesNotFound === true, errors);
    plans.push(planOf(dataset, before, stored, quotes));
  }
  errors.throwIfAny();
  return plans;
}

function textsFor(datasets: readonly CheckedDataset[], folder: string | undefined): Texts {
  if (folder === undefined || folder === '') return new Map();
  return readTexts(
    folder,
    new Set(datasets.flatMap((d) => d.sources.flatMap((s) => s.entry.textHash ?? []))),
  );
}

/** Puts the check of each quote into its statement, and counts the results. */
function checkQuotes(
  dataset: CheckedDataset,
  stored: Stored,
  texts: Texts,
  allowNotFound: boolean,
  errors: Errors,
): Partial<Record<QuoteResult, number>> {
  const maker = { by: `Entente ${version}`, at: new Date().toISOString().slice(0, 10) };
  const hashes = new Map(dataset.sources.map((s) => [s.entry.id, s.entry.textHash]));
  const counts: Partial<Record<QuoteResult, number>> = {};
  for (const { entry, at } of dataset.statements) {
    const { quote } = entry;
    if (quote === undefined) continue;
    const kept = [quote.check, stored.checks.get(entry.id ?? '')];
    const made = checked(quote, kept, hashes.get(entry.source), texts, maker);
    entry.quote = { ...quote, check: made };
    counts[made.result] = (counts[made.result] ?? 0) + 1;
    if (made.result !== 'not-found' || allowNotFound) continue;
    errors.add({ ...at('/quote/exact'), detail: notFound(quote.exact) }, 'quote-not-found');
    errors.refuse('statement', entry);
  }
  return counts;
}

const notFound = (exact: string) =>
  `"${exact}" is not in the text of its source; mend it, or allow quotes that are not found`;

function planOf(
  dataset: CheckedDataset,
  before: LoadNode | null,
  stored: Stored,
  quotes: Partial<Record<QuoteResult, number>>,
): Plan {
  const { entry: head } = dataset.dataset;
  const entries = entriesIn(dataset);
  const { counts, gone } = compare(entries, stored);
  const contentHash = sha256([hashOf(head), ...entries.map(hashOf)].join('\n'));
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
      counts: { dataset: headCounts, ...counts },
      withdrawn: gone.filter((id) => id.startsWith('statement:')),
      quotes,
      notes: same && !prepared ? ['The vocabulary has changed: the claims are prepared by it anew.'] : [],
    },
  };
}

const entriesIn = ({ sources, entities, claims, statements }: CheckedDataset) =>
  [...sources, ...entities, ...claims, ...statements].map((p) => p.entry) as Exclude<
    Entry,
    { type: 'dataset' }
  >[];

/** What is stored of a claim depends on the kinds and roles as well. */
function preparedBy(): string {
  const { kinds, roles } = vocabulary();
  return sha256(canonical([LAYOUT, [...kinds.values()], [...roles.values()]])).slice(0, 32);
}

/** Writes what has changed, and makes all of it current at once. */
async function writeAll(graph: Graph, lock: Lock, plans: readonly Plan[], progress: Progress): Promise<void> {
  const next: Next[] = [];
  for (const { dataset, contentHash, before, report } of plans) {
    if (!report.written) continue;
    const startedAt = new Date().toISOString();
    const id = `${report.dataset}@${startedAt}-${randomBytes(3).toString('hex')}`;
    const describes = datasetRow(dataset.dataset.entry);
    await graph.write(query('load/begin'), {
      load: {
        id,
        dataset: report.dataset,
        state: 'writing',
        startedAt,
        contentHash,
        preparedBy: preparedBy(),
        describes: JSON.stringify(describes),
        claims: dataset.claims.length,
        statements: dataset.statements.length,
        sources: dataset.sources.length,
        entities: dataset.entities.length,
      },
    });
    await write(graph, lock, id, dataset, progress);
    next.push({ load: id, before: before?.id ?? null, dataset: describes });
    report.load = id;
  }
  if (next.length === 0) return;
  await makeCurrent(graph, lock.holder, next);
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
