// What a document for people is made of, before it is Markdown or HTML.

/** A piece of a line: plain, or strong, an anchor within the document, or an address. */
export type Inline =
  | string
  | { strong: string }
  | { code: string }
  | { to: string; text: string }
  | { href: string; text: string };
export type Line = readonly Inline[];

export type Block =
  /** An appendix begins on a page of its own. */
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; appendix?: true }
  | { kind: 'text'; line: Line }
  /** Says whose what follows is: an analyst's, or computed. */
  | { kind: 'label'; text: string }
  | { kind: 'list'; items: readonly Line[] }
  /** Sources, each with the number by which it is cited. */
  | { kind: 'numbered'; items: readonly { number: number; line: Line }[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly Line[])[] }
  /** A report in lines that stand under lines. */
  | { kind: 'outline'; lines: readonly OutlineLine[] }
  | { kind: 'code'; language: string; text: string }
  /** The picture, where it is put in by who has a canvas. */
  | { kind: 'figure'; caption: string };

/** A line of a report, with those that say more of it. */
export interface OutlineLine {
  text: string;
  under: OutlineLine[];
}

/** The lines of a text as they are indented; empty ones are left out. */
export function outlineOf(report: string): OutlineLine[] {
  const top: OutlineLine[] = [];
  const open: { depth: number; under: OutlineLine[] }[] = [{ depth: -1, under: top }];
  for (const line of report.split('\n')) {
    const words = line.trim();
    if (words === '') continue;
    const depth = line.length - line.trimStart().length;
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const told: OutlineLine = { text: words.replace(/\s+/g, ' '), under: [] };
    (open.at(-1)?.under ?? top).push(told);
    open.push({ depth, under: told.under });
  }
  return top;
}

export const text = (...line: Line): Block => ({ kind: 'text', line });
