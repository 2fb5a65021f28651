// The command line `entente`: one file a command in server/commands/.
import { Command } from 'commander';
import { askCommand } from './commands/ask.ts';
import { complain } from './commands/complain.ts';
import { datasetsCommand } from './commands/datasets.ts';
import { doctorCommand } from './commands/doctor.ts';
import { loadCommand } from './commands/load.ts';
import { mappingCommand } from './commands/mapping.ts';
import { neo4jCommand } from './commands/neo4j.ts';
import { upCommand } from './commands/up.ts';
import { version } from './version.ts';

const program = new Command('entente')
  .description('A knowledge-graph explorer for people who study how states align.')
  .version(version)
  .exitOverride()
  .showHelpAfterError('(entente --help tells what there is)')
  .addHelpText(
    'after',
    '\nExit codes: 0 fine · 1 refused or not valid · 2 wrong use · 3 Neo4j, Java, a port or a file is not available.\nSettings are environment variables or lines of .env; the README lists them.',
  );

for (const command of [
  upCommand,
  loadCommand,
  mappingCommand,
  askCommand,
  datasetsCommand,
  neo4jCommand,
  doctorCommand,
])
  program.addCommand(command().copyInheritedSettings(program));

// A reader that has enough, as head, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await program.parseAsync().then(
  () => process.exitCode ?? 0,
  (error: unknown) => complain(error),
);
