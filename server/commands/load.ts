// entente load FILE…: loads data files, all of them or none, and tells what changed.
import { Command } from 'commander';
import { formats } from '../formats/index.ts';
import { load } from '../load/load.ts';
import type { LoadInput } from '../load/read.ts';
import { reportText } from '../load/report.ts';
import type { Progress } from '../load/write.ts';
import { prepareGraph } from '../prepare-graph.ts';
import { readSettings } from '../settings.ts';
import { connected } from './connected.ts';

interface Options {
  dryRun?: boolean;
  texts?: string;
  allowQuotesNotFound?: boolean;
  format?: string;
  json?: boolean;
}

export function loadCommand(): Command {
  const read = formats.filter((f) => f.decode !== undefined);
  return new Command('load')
    .description('Loads data files; the data sets in them take the place of what is loaded of them.')
    .argument('<file...>', `files: ${read.map((f) => `${f.label} (.${f.extension})`).join(', ')}`)
    .option('--dry-run', 'tells what would be created, changed, removed or refused, and changes nothing')
    .option('--texts <folder>', 'folder of source texts to check quotes against')
    .option('--allow-quotes-not-found', 'loads although a quote is not in the text of its source')
    .option(
      '--format <format>',
      `how the files are written, where it cannot be told: ${read.map((f) => f.id).join(', ')}`,
    )
    .option('--json', 'writes the report as JSON')
    .action(run);
}

async function run(files: string[], options: Options): Promise<void> {
  const settings = readSettings();
  const inputs: LoadInput[] = files.map((path) => ({ path, format: options.format }));
  await connected(settings, async (graph) => {
    await prepareGraph(graph);
    const report = await load(graph, inputs, {
      dryRun: options.dryRun === true,
      texts: options.texts ?? settings.ENTENTE_TEXTS,
      allowQuotesNotFound: options.allowQuotesNotFound === true,
      onProgress: progressLines(),
    });
    process.stdout.write(`${options.json === true ? JSON.stringify(report, null, 2) : reportText(report)}\n`);
  });
}

/** One line a second at most: short work says nothing on its way. */
function progressLines(): Progress {
  let told = performance.now();
  return (done, total, what) => {
    if (performance.now() - told < 1000) return;
    told = performance.now();
    process.stderr.write(`${Math.floor((100 * done) / total)} %, ${what} …\n`);
  };
}
