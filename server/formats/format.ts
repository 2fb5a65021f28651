// What a format is: a way to write an answer to a file, or to read entries from one, or both.
import type { Answer, AnswerHead, JudgedClaim } from '../../model/answer.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Entity } from '../../model/entity.ts';
import type { Entry } from '../../model/entry.ts';
import type { Form } from '../../model/export.ts';
import type { FormatInfo } from '../../model/format.ts';
import type { ProblemDetail } from '../../model/problem.ts';
import type { Source } from '../../model/source.ts';
import type { Tie } from '../../model/ties.ts';
import type { View } from '../../model/view.ts';
import type { Written } from '../../model/written.ts';
import type { Head } from './head.ts';

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

/** A claim that leaves, as it is judged, with those of its statements that count. */
export interface Told extends JudgedClaim {
  type: 'told';
}

export type Piece = Dataset | Source | Entity | Told;

/** What leaves. Its pieces come as they are read: a whole data set need not fit into memory. */
export interface Outgoing {
  /** What the file says of itself. */
  head: Head;
  /** The question, the lens, counts, coverage and queries. */
  answer: AnswerHead;
  form: Form;
  /**
   * The data sets first; then claims, data set by data set in the order of their files, and before each claim the
   * sources and entities that no claim before it names; an entity that several of the data sets declare comes once for
   * each of them, one after the other. Each call reads anew.
   */
  pieces(): AsyncIterable<Piece>;
  /** The ties between pairs that are derived from the claims, and the entities that they tie. */
  ties(): Promise<{ datasets: Dataset[]; entities: Entity[]; ties: Tie[] }>;
  /** Places on the canvas by business key, in model units; y goes down. */
  places: ReadonlyMap<string, readonly [number, number]>;
}

export interface Format extends Omit<FormatInfo, 'reads' | 'writes'> {
  /** Writes what leaves; the same for the same view of the same loads, byte for byte. */
  encode?(outgoing: Outgoing): AsyncIterable<string | Uint8Array>;
  /**
   * Writes a document for people, which takes the whole answer at once.
   * @param written an analyst's own words, where the view is a saved one
   */
  compose?(answer: Answer, view: View, written: Written): string;
  /**
   * Reads entries; it looks at how they are written, not at what they say.
   * @param name of the file, where it has one
   * @throws InvalidError `invalid-file` where nothing of the file can be read
   */
  decode?(bytes: AsyncIterable<Uint8Array>, name?: string): AsyncIterable<DecodedEntry | DecodedProblem>;
  /**
   * Whether a file that begins like this is one of this format.
   * @param head the first 4,096 bytes as UTF-8, without a byte order mark
   * @param bytes the same as they are
   */
  recognises?(head: string, bytes: Uint8Array): boolean;
}

/**
 * What leaves as entries that can be loaded again: claims and their statements one after the other. What belongs to a
 * data set that is not in the file is only named.
 */
export async function* entriesOf(outgoing: Outgoing): AsyncGenerator<Entry> {
  const homes = new Set<string | null>([null, ...outgoing.head.datasets.map((d) => d.id)]);
  for await (const piece of outgoing.pieces())
    if (piece.type === 'told') {
      yield piece.claim;
      yield* piece.statements;
    } else if (piece.type === 'dataset' || homes.has(piece.dataset)) yield piece;
}
