// entente datasets: lists what is loaded, removes a data set, takes a load back, clears old loads away.
import { Command } from 'commander';
import type { Graph } from '../graph/graph.ts';
import { cleanUp, datasets, removeDataset, takeBack } from '../load/datasets.ts';
import { readSettings } from '../settings.ts';
import { textTable } from '../text/table.ts';
import { connected } from './connected.ts';

export function datasetsCommand(): Command {
  const command = new Command('datasets').description(
    'Lists the data sets that are loaded, and removes or restores them.',
  );
  command
    .command('list', { isDefault: true })
    .description('lists the data sets')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) =>
      connected(readSettings(), (graph) => list(graph, json === true)),
    );
  command
    .command('remove')
    .description('removes a data set; take-back undoes it until the next clean-up')
    .argument('<dataset>', 'its id')
    .action((id: string) =>
      connected(readSettings(), async (graph) => print(await removeDataset(graph, id))),
    );
  command
    .command('take-back')
    .description('makes the load before the current one current again, or undoes a removal')
    .argument('<dataset>', 'its id')
    .action((id: string) => connected(readSettings(), async (graph) => print(await takeBack(graph, id))));
  command
    .command('clean-up')
    .description('removes old and broken loads for good')
    .action(() => connected(readSettings(), async (graph) => print(await cleanUp(graph))));
  return command;
}

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function list(graph: Graph, json: boolean): Promise<void> {
  const all = await datasets(graph);
  if (json) print(JSON.stringify(all, null, 2));
  else if (all.length === 0) print('No data set is loaded. Load one with: entente load FILE');
  else
    print(
      textTable(
        ['DATA SET', 'TITLE', 'CLAIMS', 'STATEMENTS', 'SOURCES', 'NO CLAIM', 'LICENCE', 'LOADED'],
        all.map((d) => [
          d.id,
          d.title,
          String(d.counts.claims),
          String(d.counts.statements),
          String(d.counts.sources),
          String(d.counts.unconnected),
          d.licence ?? '',
          d.loadedAt.slice(0, 16).replace('T', ' '),
        ]),
      ),
    );
}
