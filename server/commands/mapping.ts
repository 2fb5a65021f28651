// entente mapping: lists the mappings that come with Entente, and drafts one for a table.
import { Command } from 'commander';
import { readMapping, shippedMappings } from '../mapping.ts';

export function mappingCommand(): Command {
  return new Command('mapping')
    .description('Lists the mappings by which tables are read.')
    .addCommand(new Command('list').description('lists the mappings that come with Entente').action(list));
}

function list(): void {
  for (const name of shippedMappings()) {
    const { mapping } = readMapping(name);
    const tables = Object.entries(mapping.tables).map(([table, { file }]) => file ?? table);
    process.stdout.write(`${name}\n  ${mapping.dataset.title}\n  reads ${tables.join(' and ')}\n`);
  }
}
