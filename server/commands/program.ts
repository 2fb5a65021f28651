// The command line `entente` as a program: its commands, and how one call of it ends.
import { Command } from 'commander';
import { version } from '../version.ts';
import { askCommand } from './ask.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { complain } from './complain.ts';
import { datasetsCommand } from './datasets.ts';
import { doctorCommand } from './doctor.ts';
import { exportCommand } from './export.ts';
import { loadCommand } from './load.ts';
import { mappingCommand } from './mapping.ts';
import { neo4jCommand } from './neo4j.ts';
import { upCommand } from './up.ts';
import { viewsCommand } from './views.ts';

/**
 * Runs one command; it writes to standard output and standard error.
 * @param args what was typed after `entente`
 * @returns the exit code
 */
export async function runCommand(args: readonly string[]): Promise<number> {
  try {
    await program().parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return complain(error);
  }
}

function program(): Command {
  const made = new Command('entente')
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
    exportCommand,
    datasetsCommand,
    viewsCommand,
    backupCommand,
    restoreCommand,
    neo4jCommand,
    doctorCommand,
  ])
    made.addCommand(command().copyInheritedSettings(made));
  return made;
}
