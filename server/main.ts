// The command line `entente`: one file a command in server/commands/.
import { runCommand } from './commands/program.ts';

// A reader that has enough, as head, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommand(process.argv.slice(2));
