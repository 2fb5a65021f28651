// entente views: lists saved views, writes one to a file, reads one from a file, duplicates and removes.
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Command, Option } from 'commander';
import { many } from '../../model/phrase.ts';
import { freeId, type SavedView, type ViewChanges } from '../../model/saved-view.ts';
import type { Graph } from '../graph/graph.ts';
import { opened } from '../load/read.ts';
import { prepareGraph } from '../prepare-graph.ts';
import { readSettings } from '../settings.ts';
import { textTable } from '../text/table.ts';
import { type BriefFormat, briefOn, briefs } from '../views/brief.ts';
import { changesSince } from '../views/changes.ts';
import { parseView, readView, viewText, type Writing, writings } from '../views/file.ts';
import { createView, keepViews, removeView, savedView, savedViews } from '../views/store.ts';
import { connected } from './connected.ts';
import { into } from './into.ts';

const withGraph = (work: (graph: Graph) => Promise<void>): Promise<void> =>
  connected(readSettings(), async (graph) => {
    await prepareGraph(graph);
    await work(graph);
  });

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

export function viewsCommand(): Command {
  const command = new Command('views').description('Saved views: lists them, and keeps them as files.');
  command
    .command('list', { isDefault: true })
    .description('lists the saved views')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) => withGraph((graph) => list(graph, json === true)));
  command
    .command('export')
    .description('writes a saved view to a file, with its notes, its judgement and what it was made on')
    .argument('<id>', 'its id')
    .option('-o, --out <file>', 'writes to a file instead of standard output')
    .addOption(
      new Option('--as <form>', 'how it is written; by the ending of the file where absent').choices([
        ...writings,
      ]),
    )
    .action((id: string, options: { out?: string; as?: Writing }) =>
      withGraph((graph) => exportView(graph, id, options)),
    );
  command
    .command('brief')
    .description(
      'writes the brief on a saved view: the judgement that was written, then what its question finds now',
    )
    .argument('<id>', 'its id')
    .option('-o, --out <file>', 'writes to a file instead of standard output')
    .addOption(
      new Option('--as <form>', 'Markdown, or HTML in one file').choices([...briefs]).default('brief'),
    )
    .action((id: string, { out, as }: { out?: string; as: BriefFormat }) =>
      withGraph(async (graph) => into((await briefOn(graph, await savedView(graph, id), as)).chunks, out)),
    );
  command
    .command('import')
    .description('keeps the views of files')
    .argument('<file...>', 'files as entente views export writes them')
    .option('--replace', 'in place of views that have their ids')
    .action((files: string[], { replace }: { replace?: boolean }) =>
      withGraph((graph) => importViews(graph, files, replace === true)),
    );
  command
    .command('changes')
    .description('tells what changed since a view was saved, claim by claim')
    .argument('<id>', 'its id')
    .option('--json', 'as JSON')
    .action((id: string, { json }: { json?: boolean }) =>
      withGraph(async (graph) => {
        const changes = await changesSince(graph, await savedView(graph, id));
        print(json === true ? JSON.stringify(changes, null, 2) : changesText(changes));
      }),
    );
  command
    .command('duplicate')
    .description('keeps a second view that is the same under another name')
    .argument('<id>', 'id of the view')
    .argument('<title>', 'the name of the second')
    .action((id: string, title: string) => withGraph((graph) => duplicate(graph, id, title)));
  command
    .command('remove')
    .description('removes a saved view; it cannot be taken back: export it first')
    .argument('<id>', 'its id')
    .action((id: string) => withGraph(async (graph) => print(await removeView(graph, id))));
  return command;
}

async function list(graph: Graph, json: boolean): Promise<void> {
  const all = await savedViews(graph);
  if (json) print(JSON.stringify(all, null, 2));
  else if (all.length === 0) print('No view is saved.');
  else
    print(
      textTable(
        ['VIEW', 'TITLE', 'CLAIMS', 'DATA SETS', 'JUDGEMENT', 'SAVED', 'CHANGED'],
        all.map((v) => [
          v.id,
          v.title,
          String(v.made.of),
          Object.keys(v.made.loads).join(', '),
          v.judgement === undefined ? '' : `${v.judgement.signed}, ${v.judgement.dated}`,
          v.created,
          v.changed,
        ]),
      ),
    );
}

async function exportView(
  graph: Graph,
  id: string,
  { out, as }: { out?: string; as?: Writing },
): Promise<void> {
  const view = await savedView(graph, id);
  const form = as ?? (out !== undefined && path.extname(out).toLowerCase() === '.json' ? 'json' : 'yaml');
  await into(once(viewText(view, form)), out);
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** All files are read before any view is kept. */
async function importViews(graph: Graph, files: readonly string[], replace: boolean): Promise<void> {
  const views: SavedView[] = [];
  for (const file of files) {
    opened(file).destroy();
    views.push(await readView(createReadStream(file), file));
  }
  if (replace) await keepViews(graph, views);
  else for (const view of views) await createView(graph, view);
  print(`${many(views.length, 'view')} kept: ${views.map((v) => v.id).join(', ')}`);
}

async function duplicate(graph: Graph, id: string, title: string): Promise<void> {
  const view = await savedView(graph, id);
  const ids = (await savedViews(graph)).map((v) => v.id);
  const second = parseView(JSON.stringify({ ...view, id: freeId(title, ids), title }), 'the second view');
  await createView(graph, second);
  print(`${id} is kept a second time as ${second.id}.`);
}

function changesText({ datasets, changes, compared, of }: ViewChanges): string {
  const loads = datasets.map((d) => `${d.dataset}: ${d.before ?? 'not loaded'} → ${d.now ?? 'not loaded'}`);
  const known = compared < of ? [`Known are the first ${compared} of ${of} claims that the answer had.`] : [];
  const head = `${many(changes.length, 'claim')} changed since.`;
  const table = textTable(
    ['CLAIM', 'WHAT', 'THEN', 'NOW'],
    changes.map((c) => [c.claim, c.what.join(', '), verdictText(c.before), verdictText(c.now)]),
  );
  return [...loads, head, ...known, ...(changes.length === 0 ? [] : [table])].join('\n');
}

function verdictText(verdict: ViewChanges['changes'][number]['now']): string {
  if (verdict === null) return '';
  const number = (n: number | null) => (n === null ? '?' : String(n));
  return `${verdict.state ?? 'out'} ${number(verdict.for)}/${number(verdict.against)}`;
}
