// A saved view as a file: YAML for people or JSON for programs; both are read, and what is wrong is told with its line.
import { LineCounter, parseDocument, stringify } from 'yaml';
import type { ProblemDetail } from '../../model/problem.ts';
import { SavedView } from '../../model/saved-view.ts';
import { InvalidError } from '../errors.ts';
import { wholeText } from '../formats/text.ts';
import { explain } from '../load/explain.ts';

/** The largest file of a view, in bytes: its claims, a picture and long notes have room. */
export const LARGEST_VIEW = 5_000_000;

export const writings = ['yaml', 'json'] as const;
export type Writing = (typeof writings)[number];

/** A view as the text of a file; the same view gives the same text. */
export function viewText(view: SavedView, as: Writing): string {
  return as === 'json'
    ? `${JSON.stringify(view, null, 2)}\n`
    : `# A saved view of Entente\n${stringify(view, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

/**
 * Reads the file of a view.
 * @param file its name, by which errors tell it
 * @throws InvalidError `invalid-file` with every error, its line and its field
 */
export async function readView(bytes: AsyncIterable<Uint8Array>, file: string): Promise<SavedView> {
  const tooLong = `A saved view has at most ${LARGEST_VIEW / 1_000_000} MB.`;
  return parseView(await wholeText(bytes, LARGEST_VIEW, tooLong), file);
}

/** Reads the text of it. @throws InvalidError as `readView` */
export function parseView(text: string, file: string): SavedView {
  const right = SavedView.safeParse(jsonIn(text));
  if (right.success) return right.data;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const refused = (errors: ProblemDetail[]) =>
    new InvalidError('invalid-file', `${file} is not a saved view that can be read.`, {
      errors: errors.map((e) => ({ file, ...e })),
    });
  if (document.errors.length > 0)
    throw refused(
      document.errors.map((e) => ({
        line: e.linePos?.[0].line ?? 1,
        detail: `this is neither YAML nor JSON: ${e.message.split('\n')[0]}`,
      })),
    );
  const lineOf = (pointer: string): number => {
    const steps = pointer.split('/').slice(1).map(unescaped);
    for (let n = steps.length; n >= 0; n--) {
      const node: unknown = n === 0 ? document.contents : document.getIn(steps.slice(0, n), true);
      const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
      if (range !== undefined) return lines.linePos(range[0]).line;
    }
    return 1;
  };
  const value = plain(document, refused);
  const parsed = SavedView.safeParse(value);
  if (parsed.success) return parsed.data;
  throw refused(
    explain(parsed.error.issues, value, 'view', SavedView, () => '').map((fault) => ({
      line: lineOf(fault.pointer),
      ...fault,
    })),
  );
}

/** The value of a text that is JSON, which is read in a fraction of the time; anything else is YAML, or wrong. */
function jsonIn(text: string): unknown {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const unescaped = (step: string) => step.replaceAll('~1', '/').replaceAll('~0', '~');

/** A view needs no aliases: a file in which they multiply means harm. */
function plain(
  document: ReturnType<typeof parseDocument>,
  refused: (errors: ProblemDetail[]) => InvalidError,
): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw refused([{ line: 1, detail: error instanceof Error ? error.message : String(error) }]);
  }
}
