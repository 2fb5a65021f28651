// What a format is: a way to write an answer to a file, or to read entries from one, or both.
import type { Answer } from '../../model/answer.ts';
import type { Entry } from '../../model/entry.ts';
import type { FormatInfo } from '../../model/format.ts';
import type { ProblemDetail } from '../../model/problem.ts';

/** One entry as a file has it, not yet checked, and where it stands. */
export interface DecodedEntry {
  entry: unknown;
  line: number;
  /** A short name by which the file's other entries may call it. */
  key?: string;
  /** Where a part of the entry stands: line and pointer, and the file where there are several; by default the entry's own. */
  at?(pointer: string): { line: number; pointer: string; file?: string };
}

/** Something that is wrong with the file itself; reading goes on after it, so that all of them are told at once. */
export interface DecodedProblem {
  problem: ProblemDetail;
}

export interface Format extends Omit<FormatInfo, 'reads' | 'writes'> {
  /**
   * Writes an answer.
   * @param answer claims as they are judged, the lens, counts and coverage
   * @param entries what the lens shows, as `entriesOf` gives it: data sets, sources, entities, claims, statements
   */
  encode?(answer: Answer, entries: Iterable<Entry>): AsyncIterable<string>;
  /**
   * Reads entries; it looks at how they are written, not at what they say.
   * @throws InvalidError `invalid-file` where nothing of the file can be read
   */
  decode?(bytes: AsyncIterable<Uint8Array>): AsyncIterable<DecodedEntry | DecodedProblem>;
  /** Whether a file that begins like this is one of this format. */
  recognises?(head: string): boolean;
}
