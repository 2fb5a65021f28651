// An import told while it goes on: how far it is, a few times a second, and in the end its report.
import { PassThrough } from 'node:stream';
import type { ImportProgress } from '../../model/imports.ts';
import type { Report } from '../../model/report.ts';

/** Nobody reads faster. */
const EVERY_MS = 200;

/** Takes how far an import is. */
export type Tell = (progress: ImportProgress) => void;

/**
 * The lines of an import. It is begun at once, and goes on to its end whether they are read or not.
 * @param work the import; what it throws is thrown after its lines
 */
export function told(work: (tell: Tell) => Promise<Report>): AsyncIterable<object> {
  const lines = new PassThrough({ objectMode: true });
  // Who reads it is thrown the error; where nobody has begun to, it is no bug.
  lines.on('error', () => {});
  // Who went away has destroyed it.
  const put = (line: object) => lines.writable && lines.write(line);
  let stage = '';
  let next = 0;
  const tell: Tell = (progress) => {
    const isLast = progress.done >= progress.total;
    if (progress.stage === stage && !isLast && performance.now() < next) return;
    stage = progress.stage;
    next = performance.now() + EVERY_MS;
    put({ progress });
  };
  work(tell).then(
    (report) => {
      put({ report });
      lines.end();
    },
    (error: Error) => lines.destroy(error),
  );
  return lines;
}
