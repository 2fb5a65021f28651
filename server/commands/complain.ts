// Tells a person what went wrong: one sentence, then the details with file and line; never a stack trace.
import { CommanderError } from 'commander';
import type { ProblemDetail } from '../../model/problem.ts';
import { EntenteError, UnavailableError } from '../errors.ts';

/** How many details are told. */
const MOST = 50;

/** The exit codes of the command line. */
export const exitCodes = { fine: 0, refused: 1, usage: 2, unavailable: 3 } as const;

/**
 * Writes an error to standard error.
 * @returns the exit code
 */
export function complain(
  error: unknown,
  write: (text: string) => void = (t) => process.stderr.write(t),
): number {
  // Commander has said it already; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  if (error instanceof EntenteError) {
    write(`${error.message}\n`);
    const told = error.errors.filter((e) => !error.message.includes(e.detail));
    for (const detail of told.slice(0, MOST)) write(`  ${lineOf(detail)}\n`);
    if (told.length > MOST) write(`  … and ${told.length - MOST} more\n`);
    const waits = error instanceof UnavailableError && error.code !== 'already-running';
    return waits ? exitCodes.unavailable : exitCodes.refused;
  }
  const text = error instanceof Error ? error.message : String(error);
  write(`Something went wrong inside Entente: ${text}\n`);
  if (process.env.ENTENTE_LOG === 'debug' && error instanceof Error) write(`${error.stack}\n`);
  return exitCodes.refused;
}

function lineOf({ file, line, pointer, detail }: ProblemDetail): string {
  const where = [file, line].filter((part) => part !== undefined).join(':');
  return [where, pointer, detail].filter((part) => part !== undefined && part !== '').join(': ');
}
