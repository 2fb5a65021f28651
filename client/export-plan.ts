// What is chosen in the dialog of an export.
import type { Marking } from '../model/confidence.ts';
import type { Form, Leaves, Part } from '../model/export.ts';
import type { Problem } from '../model/problem.ts';

/** What is chosen in the dialog of an export, and how far it is. */
export interface Exporting {
  part: Part;
  /** The id of a format of the registry, or a kind of picture. */
  format: string;
  form: Form;
  /** A bound for the file alone. */
  bound: Marking | null;
  theme: 'light' | 'dark';
  size: 'screen' | 'print' | 'slide';
  /** What the file would hold; null until it is known. */
  leaves: Leaves | null;
  /** Why it cannot be made. */
  problem: Problem | null;
  run: { bytes: number; controller: AbortController } | null;
}
