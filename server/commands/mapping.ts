// entente mapping: lists the mappings that come with Entente, and drafts one for a table.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { draft } from '../formats/table/draft.ts';
import { opened } from '../load/read.ts';
import { readMapping, shippedMappings } from '../mapping.ts';
import { unwritable } from './into.ts';

export function mappingCommand(): Command {
  const command = new Command('mapping').description(
    'Lists the mappings by which tables are read, and drafts one for a table.',
  );
  command.command('list').description('lists the mappings that come with Entente').action(list);
  command
    .command('draft')
    .description("guesses a mapping from a table's head and first rows, and writes it for editing")
    .argument('<file>', 'a CSV or TSV file')
    .option('--out <file>', 'writes to a file that is not there yet, instead of standard output')
    .action(write);
  return command;
}

async function write(file: string, { out }: { out?: string }): Promise<void> {
  const text = await draft(opened(file), path.basename(file));
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    // What somebody has edited is not written over.
    writeFileSync(out, text, { flag: 'wx' });
  } catch (error) {
    throw unwritable(error, out);
  }
}

function list(): void {
  for (const name of shippedMappings()) {
    const { mapping } = readMapping(name);
    const tables = Object.entries(mapping.tables).map(([table, { file }]) => file ?? table);
    process.stdout.write(`${name}\n  ${mapping.dataset.title}\n  reads ${tables.join(' and ')}\n`);
  }
}
