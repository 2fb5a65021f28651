// entente backup FILE and entente restore FILE: everything into one archive, and back.
import { Command } from 'commander';
import type { Manifest } from '../../model/archive.ts';
import { many } from '../../model/phrase.ts';
import { backup } from '../archive/backup.ts';
import { restore, restoredText } from '../archive/restore.ts';
import { prepareGraph } from '../prepare-graph.ts';
import { readSettings } from '../settings.ts';
import { connected } from './connected.ts';
import { into } from './into.ts';

export function backupCommand(): Command {
  return new Command('backup')
    .description('Writes everything into one archive: all data sets with all they hold, and all saved views.')
    .argument(
      '<file>',
      'the archive, such as entente.zip; one that is there is replaced once the new one is whole',
    )
    .action((file: string) =>
      connected(readSettings(), async (graph) => {
        await prepareGraph(graph);
        let manifest: Manifest | null = null;
        await into(
          backup(graph, (told) => {
            manifest = told;
          }),
          file,
        );
        process.stdout.write(`${toldText(file, manifest)}\n`);
      }),
    );
}

function toldText(file: string, manifest: Manifest | null): string {
  const members = manifest?.members ?? [];
  const lines = members.flatMap((m) =>
    m.type === 'dataset'
      ? [`${m.id}: ${many(m.entries.claim, 'claim')}, ${many(m.entries.statement, 'statement')}`]
      : [],
  );
  const views = members.filter((m) => m.type === 'view').length;
  return [...lines, `${many(members.length - views, 'data set')} and ${many(views, 'view')} in ${file}`].join(
    '\n',
  );
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('Brings back what an archive of entente backup holds, once all of it is checked.')
    .argument('<file>', 'the archive')
    .option('--replace', 'in place of what is there and is not the same')
    .option('--dry-run', 'checks the archive, tells what would be done, and changes nothing')
    .option('--json', 'tells it as JSON')
    .action((file: string, options: { replace?: boolean; dryRun?: boolean; json?: boolean }) =>
      connected(
        readSettings(),
        async (graph) => {
          await prepareGraph(graph);
          const dryRun = options.dryRun === true;
          const done = await restore(graph, file, { replace: options.replace === true, dryRun });
          process.stdout.write(
            `${options.json === true ? JSON.stringify(done, null, 2) : restoredText(done, dryRun)}\n`,
          );
        },
        { sample: false },
      ),
    );
}
