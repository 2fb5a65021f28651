// entente load FILE…: loads data files, all of them or none, and tells what changed.
import { Command } from 'commander';
import { formats } from '../formats/index.ts';
import { wrongIn } from '../formats/table/decode.ts';
import type { TableInput } from '../formats/table/reading.ts';
import { Errors } from '../load/errors.ts';
import { load } from '../load/load.ts';
import type { LoadInput } from '../load/read.ts';
import { reportText } from '../load/report.ts';
import type { Progress } from '../load/write.ts';
import { readMapping, tableInput } from '../mapping.ts';
import { prepareGraph } from '../prepare-graph.ts';
import { readSettings } from '../settings.ts';
import { connected } from './connected.ts';
import { tableText } from './table-text.ts';

interface Options {
  dryRun?: boolean;
  texts?: string;
  allowQuotesNotFound?: boolean;
  format?: string;
  mapping?: string;
  json?: boolean;
}

export function loadCommand(): Command {
  const read = formats.filter((f) => f.decode !== undefined);
  return new Command('load')
    .description('Loads data files; the data sets in them take the place of what is loaded of them.')
    .argument('<file...>', `files: ${read.map((f) => `${f.label} (.${f.extension})`).join(', ')}`)
    .option(
      '--mapping <mapping>',
      'reads the files as tables by a mapping: a file, or the name of a shipped one (entente mapping list)',
    )
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
  const table = options.mapping === undefined ? null : tableInput(readMapping(options.mapping), files);
  if (table !== null) await refuseWrong(table);
  const inputs: LoadInput[] =
    table === null
      ? files.map((path) => ({ path, format: options.format }))
      : [{ path: options.mapping ?? '', table }];
  await connected(settings, async (graph) => {
    await prepareGraph(graph);
    try {
      const report = await load(graph, inputs, {
        dryRun: options.dryRun === true,
        texts: options.texts ?? settings.ENTENTE_TEXTS,
        allowQuotesNotFound: options.allowQuotesNotFound === true,
        onProgress: progressLines(),
      });
      const all = table?.report === undefined ? report : { ...report, table: table.report };
      const tables = table?.report === undefined ? '' : `${tableText(table.report)}\n\n`;
      process.stdout.write(
        options.json === true ? `${JSON.stringify(all, null, 2)}\n` : `${tables}${reportText(report)}\n`,
      );
    } catch (error) {
      // What was read helps to see why it is refused.
      if (table?.report !== undefined && table.report.tables.length > 0 && options.json !== true)
        process.stderr.write(`${tableText(table.report)}\n\n`);
      throw error;
    }
  });
}

/** Before anything is started for it. @throws InvalidError where a mapping is wrong, or not for these tables */
async function refuseWrong(table: TableInput): Promise<void> {
  const errors = new Errors();
  for (const problem of await wrongIn(table)) errors.add(problem, 'invalid-file');
  errors.throwIfAny();
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
