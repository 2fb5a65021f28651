// The nodes of a YAML document as plain values, and where in the file each of them stands.
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  visit,
} from 'yaml';
import { InvalidError } from '../errors.ts';

/** Where a number or a switch is meant; elsewhere a plain 2025 or true is the text that was written. */
const inDataFiles: ReadonlySet<string> = new Set([
  'confidence',
  'credibility',
  'lon',
  'lat',
  'exhaustive',
  'unnamed',
  'incomplete',
]);
/** Below these a value is what YAML says it is, and may be nothing. */
const free = new Set(['properties', 'places']);
/** How many values a file may come to once its aliases are written out; more is a file that means harm. */
const MOST_VALUES = 5_000_000;

/** The nodes of one document. */
export class Nodes {
  readonly #lines: LineCounter;
  readonly #typed: ReadonlySet<string>;
  readonly #targets = new Map<Node, Node>();
  #values = 0;

  /** @param typed keys whose values are numbers or switches; by default those of data files */
  constructor(document: Document, lines: LineCounter, typed = inDataFiles) {
    this.#lines = lines;
    this.#typed = typed;
    const anchors = new Map<string, Node>();
    visit(document, {
      Node: (_key, node) => {
        if (isAlias(node)) {
          const target = anchors.get(node.source);
          if (target !== undefined) this.#targets.set(node, target);
        } else if ('anchor' in node && typeof node.anchor === 'string')
          anchors.set(node.anchor, node as Node);
      },
    });
  }

  /** The node itself, or what it is an alias of. */
  resolved(node: unknown): unknown {
    return isAlias(node) ? this.#targets.get(node) : node;
  }

  /** The value of a node. A key without a value is absent. @throws InvalidError `invalid-file` where aliases blow it up */
  plain(node: unknown, key = '', isFree = false): unknown {
    this.#values += 1;
    if (this.#values > MOST_VALUES)
      throw new InvalidError(
        'invalid-file',
        'The aliases of this file multiply: written out it is too large.',
      );
    const at = this.resolved(node);
    if (isSeq(at)) return at.items.map((item) => this.plain(item, key, isFree));
    if (isMap(at)) {
      const pairs = this.pairs(at).map(([name, value]) => [
        name,
        this.plain(value, name, isFree || free.has(name)),
      ]);
      return Object.fromEntries(
        pairs.filter(
          ([name, value]) =>
            // Unknown, and not left out: what is left out a credibility may say.
            isFree || name === 'confidence' || (value !== null && value !== undefined),
        ),
      );
    }
    if (!isScalar(at)) return null;
    const { value, source } = at;
    if (isFree || value === null || typeof value === 'string' || this.#typed.has(key)) return value;
    return source ?? value;
  }

  /** Keys and values of a map, those that are merged into it (`<<`) first. */
  pairs(node: unknown): [string, unknown][] {
    const at = this.resolved(node);
    if (!isMap(at)) return [];
    const merged: [string, unknown][] = [];
    const own: [string, unknown][] = [];
    for (const pair of at.items) {
      const key = keyOf(pair.key);
      if (key !== '<<') own.push([key, pair.value]);
      else for (const from of this.list(pair.value) ?? [pair.value]) merged.push(...this.pairs(from));
    }
    return [...new Map([...merged, ...own])];
  }

  /** The items of a list; null where the node is none. */
  list(node: unknown): unknown[] | null {
    const at = this.resolved(node);
    return isSeq(at) ? at.items : null;
  }

  get(node: unknown, key: string): unknown {
    return this.pairs(node).find(([name]) => name === key)?.[1];
  }

  isMap(node: unknown): boolean {
    return isMap(this.resolved(node));
  }

  /** The line of a node. */
  line(node: unknown): number {
    const range = isPair(node) ? (node.key as Node | null)?.range : (node as Node | null | undefined)?.range;
    return range === undefined || range === null ? 1 : this.#lines.linePos(range[0]).line;
  }

  /** The line of what stands at a path below a node, or of the nearest above it that is there. */
  lineAt(node: unknown, path: readonly string[], otherwise: number): number {
    const [step, ...rest] = path;
    if (step === undefined) return otherwise;
    const at = this.resolved(node);
    if (isSeq(at)) {
      const item = at.items[Number(step)];
      return item === undefined ? otherwise : this.lineAt(item, rest, this.line(item));
    }
    if (!isMap(at)) return otherwise;
    const pair = at.items.find((p) => isScalar(p.key) && keyOf(p.key) === step);
    return pair === undefined ? otherwise : this.lineAt(pair.value, rest, this.line(pair.key));
  }
}

/** A key as it is written: 01 is not 1. */
function keyOf(key: unknown): string {
  if (!isScalar(key)) return String(key);
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}
