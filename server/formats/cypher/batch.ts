// Rows that wait until they are enough for a command, and the commands: the files of cypher/script with literal values.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cypherLiteral } from '../../../model/cypher-literal.ts';
import { root } from '../../version.ts';

/** What is written, in the order in which it needs what stands before it. */
const commands = [
  'datasets',
  'sources',
  'entities',
  'representations',
  'claims',
  'parties',
  'acts',
  'statements',
  'attributions',
  'ties',
] as const;
export type Command = (typeof commands)[number];

/** So many rows, or characters, are one command: Neo4j takes longer and longer to read a longer one. */
const MOST_ROWS = 500;
const MOST_LENGTH = 64_000;

/** A file of cypher/script without its head. */
export function scriptOf(name: string): string {
  const text = readFileSync(path.join(root, 'cypher', 'script', `${name}.cypher`), 'utf8');
  return text.replace(/^(\/\/.*\n)+/, '').trimEnd();
}

export class Batch {
  readonly #rows = new Map<Command, string[]>(commands.map((name) => [name, []]));
  readonly #scripts = new Map(commands.map((name) => [name, scriptOf(name)]));
  #count = 0;
  #length = 0;

  add(command: Command, row: Readonly<Record<string, unknown>>): void {
    const literal = cypherLiteral(row);
    this.#rows.get(command)?.push(literal);
    this.#count += 1;
    this.#length += literal.length;
  }

  get isFull(): boolean {
    return this.#count >= MOST_ROWS || this.#length >= MOST_LENGTH;
  }

  /** The commands for all that waits. One row may be as long as it is; several are cut where they are enough. */
  *take(): Generator<string> {
    for (const [name, rows] of this.#rows) {
      for (const some of cut(rows)) {
        const literal = `[\n  ${some.join(',\n  ')}\n]`;
        yield `${(this.#scripts.get(name) ?? '').replace('$rows', () => literal)};\n`;
      }
      rows.length = 0;
    }
    this.#count = 0;
    this.#length = 0;
  }
}

/** Rows in lots: a roll call alone has two hundred parties, and a claim may have more than one command should. */
function* cut(rows: readonly string[]): Generator<string[]> {
  let lot: string[] = [];
  let length = 0;
  for (const row of rows) {
    if (lot.length > 0 && (lot.length >= MOST_ROWS || length + row.length > MOST_LENGTH)) {
      yield lot;
      lot = [];
      length = 0;
    }
    lot.push(row);
    length += row.length;
  }
  if (lot.length > 0) yield lot;
}
