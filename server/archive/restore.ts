// Brings back what an archive holds: told first, refused where something else would be replaced, then all of it.
import { memberName } from '../../model/archive.ts';
import { many } from '../../model/phrase.ts';
import type { ProblemDetail } from '../../model/problem.ts';
import type { DatasetReport } from '../../model/report.ts';
import type { SavedView } from '../../model/saved-view.ts';
import { canonical } from '../../model/statement.ts';
import { RefusedError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import { datasets } from '../load/datasets.ts';
import { type LoadOptions, load } from '../load/load.ts';
import type { LoadInput } from '../load/read.ts';
import { readView } from '../views/file.ts';
import { creating, keeping, savedView, savedViews } from '../views/store.ts';
import { Archive } from './open.ts';

export interface RestoreOptions extends Pick<LoadOptions, 'onProgress'> {
  /** Puts what the archive has in place of what is there and is not the same. */
  replace?: boolean;
  /** Tells what would be done, and does nothing. */
  dryRun?: boolean;
}

/** What a restore did, or would do. */
export interface Restored {
  datasets: DatasetReport[];
  views: { created: string[]; replaced: string[]; unchanged: string[] };
  /** What is in the graph and not in the archive: it stays. */
  besides: { datasets: string[]; views: string[] };
}

/**
 * Restores an archive. All of it is checked before anything is written; its data sets become current and its views are
 * kept in one transaction, so that whatever stops it leaves the graph as it was.
 * @throws InvalidError `invalid-archive`, and as `load` does; RefusedError `would-replace` with each data set and view
 *   that is there and not the same, unless they are to be replaced
 */
export async function restore(graph: Graph, file: string, options: RestoreOptions = {}): Promise<Restored> {
  const archive = await Archive.open(file);
  try {
    return await restoreFrom(archive, graph, file, options);
  } finally {
    archive.close();
  }
}

async function restoreFrom(
  archive: Archive,
  graph: Graph,
  file: string,
  { replace = false, dryRun = false, onProgress }: RestoreOptions,
): Promise<Restored> {
  const inArchive: SavedView[] = [];
  for (const member of archive.members('view'))
    inArchive.push(await readView(archive.bytes(member), `${file}: ${memberName(member)}`));
  const there = (await datasets(graph)).map((d) => d.id);
  let views = await compared(graph, inArchive);
  const files = archive.members('dataset').map((member) => inputOf(archive, member, file));
  const report = await load(graph, files, {
    dryRun,
    // Quotes were checked when they were loaded first, and the results are among what is restored.
    allowQuotesNotFound: true,
    onProgress,
    async along(planned) {
      views = await compared(graph, inArchive);
      const others = planned.filter(differs);
      if (!replace && others.length + views.replaced.length > 0) throw wouldReplace(others, views.replaced);
      const of = (ids: readonly string[]) => inArchive.filter((v) => ids.includes(v.id));
      // One that somebody keeps meanwhile under the id of a new one is not replaced: the constraint stops all of it.
      const steps = of(views.created).map(creating);
      return views.replaced.length === 0 ? steps : [...steps, keeping(of(views.replaced))];
    },
  });
  const held = new Set([...archive.manifest.members.map(memberName)]);
  return {
    datasets: report.datasets,
    views: { created: views.created, replaced: views.replaced, unchanged: views.unchanged },
    besides: {
      datasets: there.filter((id) => !held.has(memberName({ type: 'dataset', id }))),
      views: views.there.filter((id) => !held.has(memberName({ type: 'view', id }))),
    },
  };
}

function inputOf(archive: Archive, member: Parameters<Archive['bytes']>[0], file: string): LoadInput {
  return { path: `${file}: ${memberName(member)}`, format: 'jsonl', bytes: archive.bytes(member) };
}

/** Whether a data set is there, and would lose something or say something else. */
function differs({ counts }: DatasetReport): boolean {
  return (
    counts.dataset.created === 0 && Object.values(counts).some((c) => c.created + c.changed + c.removed > 0)
  );
}

async function compared(graph: Graph, views: readonly SavedView[]) {
  const there = (await savedViews(graph)).map((v) => v.id);
  const all: Restored['views'] & { there: string[] } = { created: [], replaced: [], unchanged: [], there };
  for (const view of views)
    if (!there.includes(view.id)) all.created.push(view.id);
    else if (canonical(await savedView(graph, view.id)) === canonical(view)) all.unchanged.push(view.id);
    else all.replaced.push(view.id);
  return all;
}

function wouldReplace(others: readonly DatasetReport[], views: readonly string[]): RefusedError {
  const errors: ProblemDetail[] = [
    ...others.map(({ dataset, counts }) => ({
      pointer: `data set ${dataset}`,
      detail: `of what is there ${many(counts.claim.removed, 'claim')} and ${many(counts.statement.removed, 'statement')} would go, ${counts.claim.changed} claims would change, ${counts.claim.created} would come`,
    })),
    ...views.map((id) => ({
      pointer: `saved view ${id}`,
      detail: 'what is kept under this id is not the same',
    })),
  ];
  return new RefusedError(
    'would-replace',
    'The graph holds something else than the archive. Nothing is restored. Back it up, then restore with --replace.',
    { errors },
  );
}

/** What a restore did, in lines. */
export function restoredText({ datasets: all, views, besides }: Restored, dryRun: boolean): string {
  const would = dryRun ? 'would be ' : '';
  const named = (ids: readonly string[], what: string) =>
    ids.length === 0 ? [] : [`${what}: ${ids.join(', ')}`];
  return [
    ...all.map(({ dataset, written, counts: { claim, statement } }) =>
      written
        ? `${dataset}: ${would}restored; claims ${claim.created} new, ${claim.changed} changed, ${claim.removed} removed, ${claim.unchanged} unchanged; statements ${statement.created} new, ${statement.changed} changed, ${statement.removed} removed, ${statement.unchanged} unchanged`
        : `${dataset}: unchanged`,
    ),
    ...named(views.created, `views ${would}restored`),
    ...named(views.replaced, `views ${would}replaced`),
    ...named(views.unchanged, 'views unchanged'),
    ...named(besides.datasets, 'not in the archive, left as they are: data sets'),
    ...named(besides.views, 'not in the archive, left as they are: views'),
  ].join('\n');
}
