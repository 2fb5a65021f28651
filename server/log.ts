// The log: one line of JSON for each event, on standard error, so that standard output stays the program's own.
import { type Logger, pino } from 'pino';
import type { Settings } from './settings.ts';

export type Log = Logger;

/** A log at the level of ENTENTE_LOG; a token or a password never enters it. */
export function logOf(settings: Pick<Settings, 'ENTENTE_LOG'>): Log {
  return pino(
    { level: settings.ENTENTE_LOG, base: null, redact: ['*.authorization', '*.password'] },
    pino.destination({ dest: 2, sync: true }),
  );
}
