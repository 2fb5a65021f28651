// Lines of a table that are not read: comments, and what stands before the header.
import type { Table } from '../../../model/table-dialect.ts';
import { LONGEST_ROW } from './quoted.ts';

/**
 * The text with lines that are passed over made empty, before anybody judges quotes in them: so they still count.
 * @param head the beginning of the text
 * @param end how lines end
 */
export async function* withoutPassedOver(
  head: string,
  rest: AsyncGenerator<string>,
  end: '\r' | '\n',
  dialect: Table,
): AsyncGenerator<string> {
  const { commentPrefix, skipRows } = dialect;
  const isPlain = commentPrefix === undefined && skipRows === 0;
  const lines = new Lines(end, dialect);
  try {
    yield isPlain ? head : lines.take(head);
    for await (const piece of rest) yield isPlain ? piece : lines.take(piece);
    yield lines.last();
  } finally {
    await rest.return(undefined);
  }
}

class Lines {
  readonly #end: string;
  readonly #dialect: Table;
  #line = 0;
  /** A line that has not ended yet. */
  #held = '';
  /** Whether it begins within a cell: then it is no comment. */
  #isInside = false;

  constructor(end: string, dialect: Table) {
    this.#end = end;
    this.#dialect = dialect;
  }

  take(piece: string): string {
    const lines = (this.#held + piece).split(this.#end);
    const held = lines.pop() ?? '';
    // What is longer than a row may be is refused as one, whatever it begins with.
    const isTooLong = held.length > LONGEST_ROW;
    this.#held = isTooLong ? '' : held;
    const whole = lines.map((line) => this.#kept(line) + this.#end).join('');
    return isTooLong ? whole + held : whole;
  }

  last(): string {
    return this.#kept(this.#held);
  }

  #kept(line: string): string {
    const { commentPrefix, skipRows, quoteChar, doubleQuote } = this.#dialect;
    this.#line += 1;
    if (this.#line <= skipRows) return '';
    if (!this.#isInside && commentPrefix !== undefined && line.startsWith(commentPrefix)) return '';
    if (quoteChar !== 'none') {
      const quotes = (doubleQuote ? line : line.replaceAll(/\\./g, '')).split(quoteChar).length - 1;
      if (quotes % 2 === 1) this.#isInside = !this.#isInside;
    }
    return line;
  }
}
