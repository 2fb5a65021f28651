// Nodes and edges as a file has them, before anybody knows what they mean.
import type { Declared, Gathered } from './about.ts';
import type { Scalar } from './flat.ts';

export type ReadValue = Scalar | string[];

/**
 * A node of a file. What the file says in a way of its own and not as a named attribute stands under `@` and its name,
 * how it looks under `viz:`.
 */
export interface ReadNode {
  is: 'node';
  id: string;
  line: number;
  label?: string;
  attributes: Map<string, ReadValue>;
}

/** An edge of a file; more than two ends where it is a hyperedge. */
export interface ReadEdge {
  is: 'edge';
  id?: string;
  line: number;
  label?: string;
  ends: string[];
  directed: boolean;
  attributes: Map<string, ReadValue>;
}

/** What a file says of itself, and what Entente said in it when it wrote the graph of another program. */
export interface ReadHead {
  is: 'head';
  about?: Gathered;
  ours?: unknown;
}

export type ReadPart = ReadNode | ReadEdge | ReadHead;

/** Adds an attribute; where there is one of that name with another value, under a name beside it. */
export function put(attributes: Map<string, ReadValue>, name: string, value: ReadValue): void {
  let free = name === '' ? '?' : name;
  while (attributes.has(free) && attributes.get(free) !== value) free += "'";
  attributes.set(free, value);
}

/** A text of a file as its declared type wants it; as text where it is not of that type. */
export function typed(text: string, type: string): Scalar {
  if (type === 'boolean' && /^\s*(true|false)\s*$/i.test(text)) return /true/i.test(text);
  if (
    !/^(integer|int|long|short|byte|float|double)$/.test(type) ||
    !/^\s*[-+]?[\d.]+([eE][-+]?\d+)?\s*$/.test(text)
  )
    return text;
  const number = Number(text);
  const exact = /^(float|double)$/.test(type) ? Number.isFinite(number) : Number.isSafeInteger(number);
  return exact ? number : text;
}

/**
 * Declares an attribute under a name that no other has; `@` before a name is for what the file says in its own way.
 * @returns what is declared, which its reader may add to
 */
export function declare(all: Declared[], title: string, more: Omit<Declared, 'name' | 'title'>): Declared {
  let name = title === '' || title.startsWith('@') ? `'${title}` : title;
  while (all.some((d) => d.name === name)) name += "'";
  const declared: Declared = { name, ...(name === title ? {} : { title }), ...more };
  all.push(declared);
  return declared;
}

/** What Entente said in a file that it wrote; null of any other instruction, and of one that cannot be read. */
export function oursIn({ name, text }: { name: string; text: string }): ReadHead | null {
  if (name !== 'entente') return null;
  try {
    return { is: 'head', ours: JSON.parse(text) };
  } catch {
    return null;
  }
}
