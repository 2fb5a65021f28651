// Codes and names that lead to no entity: counted by column and text, told once each, as the mapping says.
import type { CodeSystem } from '../../../model/mapping-values.ts';
import type { Row } from './quoted.ts';
import type { TableSource } from './source.ts';
import { nearStates } from './states.ts';

/** A text that no state has, how often it stands, and what became of it. */
export interface Unknown {
  table: string;
  column: string;
  text: string;
  rows: number;
  line: number;
  became: 'stop' | 'skip' | 'unnamed';
}

export class Unknowns {
  readonly #all = new Map<string, Unknown & { source: TableSource; near: string }>();

  add(
    source: TableSource,
    row: Row,
    column: string,
    text: string,
    became: Unknown['became'],
    systems: readonly CodeSystem[],
  ): void {
    const key = `${source.name}\0${column}\0${text}`;
    const known = this.#all.get(key);
    if (known !== undefined) known.rows += 1;
    else
      this.#all.set(key, {
        source,
        table: source.name,
        column,
        text,
        rows: 1,
        line: row.line,
        became,
        near:
          became === 'stop' ? `; no state has it as ${systems.join(' or ')}${nearStates(text, systems)}` : '',
      });
  }

  /** Tells those that stop the load; told at the end, when it is known how often each stands. */
  tell(): void {
    for (const { source, column, text, rows, line, became, near } of this.#all.values())
      if (became === 'stop')
        source.faults.row(
          source.file,
          line,
          column,
          `"${text}"${rows > 1 ? ` (in ${rows} rows, here first)` : ''} is not known${near}. Give it an entity under values, or say unknown: skip or unnamed`,
        );
  }

  /** All of them, the most frequent first. */
  list(): Unknown[] {
    return [...this.#all.values()]
      .map(({ source, near, ...unknown }) => unknown)
      .sort((a, b) => b.rows - a.rows);
  }
}
