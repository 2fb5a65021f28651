// The attributes of graphs of other programs as a file declares them: under their own names, types and ids where the
// file has room for them, so that another reader finds what it found in the file that came in.
import { isDeepStrictEqual } from 'node:util';
import type { About, Declared, GraphDataset } from './about.ts';
import { calledIn } from './cyjs-read.ts';
import { drawnLabel } from './graphml-read.ts';
import { declare, type ReadEdge, type ReadNode, type ReadValue, typed } from './parts.ts';
import { LABEL, OURS } from './plain.ts';
import { isXml } from './xml.ts';

type FormatId = About['format'];
type Of = 'node' | 'edge';

/** An attribute in a file. */
export interface PlainColumn extends Declared {
  /** How it is called in the file. */
  called: string;
  /** By which id the file refers to it. */
  key: string;
}

/** What has a place of its own in a format, and is no attribute there. */
const placed: Record<FormatId, Record<Of, RegExp>> = {
  gexf: {
    node: /^(@(start|startopen|end|endopen|pid|spells|parents)|viz:(color|position|size|shape)\.\w+)$/,
    edge: /^(@(start|startopen|end|endopen|spells|weight|type|kind)|viz:(color|thickness|shape)\.\w+)$/,
  },
  graphml: { node: /^@desc$/, edge: /^@desc$/ },
  cyjs: { node: /^(viz:position\.\w+|@value)$/, edge: /^$/ },
};
/** Names that mean something else to those who read the format. */
const reserved: Record<FormatId, Record<Of, readonly string[]>> = {
  gexf: { node: [], edge: [] },
  graphml: { node: [], edge: [] },
  cyjs: { node: ['id', 'value', 'parent'], edge: ['id', 'key', 'source', 'target'] },
};

const isXmlName = (name: string) => /^[A-Za-z_][\w.-]*$/.test(name);

/** Whether the label of a node or an edge is one of its own attributes, or is made of them. */
export const derivesLabel = (format: FormatId, of: Of, about: About): boolean =>
  format !== 'gexf' &&
  (format === about.format || (of === 'node' ? about.nodes : about.edges).some((d) => d.name === 'label'));

/** The label that is made of a node's or an edge's own attributes. */
export function derivedLabel(
  { is, attributes }: ReadNode | ReadEdge,
  format: FormatId,
  about: About,
): string | undefined {
  const own = attributes.get('label');
  if (format === about.format) {
    if (format === 'cyjs' && is === 'node') return calledIn(attributes);
    if (format === 'cyjs') return typeof own === 'string' && own !== '' ? own : undefined;
  }
  if (own !== undefined && own !== '') return String(own);
  if (format !== about.format) return undefined;
  for (const value of attributes.values()) {
    const drawn = typeof value === 'string' && value.includes('<') ? drawnLabel(value) : undefined;
    if (drawn !== undefined) return drawn;
  }
  return undefined;
}

/** Whether a value of an attribute has a place of its own in a format. */
export function hasPlace(name: string, format: FormatId, of: Of, about: About): boolean {
  if (placed[format][of].test(name)) return true;
  return name.startsWith('@') && format === about.format && isXmlName(name.slice(1));
}

/** Types of numbers and switches as the formats call them; all else is text. */
const types: Record<FormatId, Record<string, string>> = {
  gexf: { int: 'integer', json: 'string', extension: 'string' },
  graphml: { integer: 'int', short: 'int', byte: 'int' },
  cyjs: {},
};
const known = /^(int|long|float|double|boolean|string)$/;

/** A type as a format writes it. */
export function typeIn(format: FormatId, type: string): string {
  const own = types[format][type] ?? type;
  return format === 'graphml' && !known.test(own) ? 'string' : own;
}

/** The attributes of nodes, or of edges, of all graphs that leave in a file. */
export class PlainColumns {
  readonly #columns = new Map<string, PlainColumn>();
  readonly #all: Declared[] = [];

  /** @param keeps whether titles and ids are those of the file that came in: it alone leaves, in its own format */
  constructor(of: Of, format: FormatId, graphs: readonly GraphDataset[], keeps: boolean) {
    if (!keeps) for (const name of reserved[format][of]) declare(this.#all, name, { type: 'string' });
    const wanted = graphs.flatMap(({ about }) => {
      const all = of === 'node' ? about.nodes : about.edges;
      const isPlaced = format === 'gexf' || derivesLabel(format, of, about);
      const label: Declared[] = isPlaced ? [] : [{ name: LABEL, type: 'string' }];
      return [...all, ...label].filter((d) => !hasPlace(d.name, format, of, about));
    });
    // What the file names freely comes first, for it keeps its name.
    const own = (d: Declared) => !d.name.startsWith('@') && !d.name.startsWith('viz:');
    for (const d of [...wanted.filter(own), ...wanted.filter((d) => !own(d))]) this.#add(d, of, keeps);
  }

  #add(wanted: Declared, of: Of, keeps: boolean): void {
    const { name, type } = wanted;
    const before = this.#columns.get(name);
    if (before !== undefined) {
      if (before.type !== type) before.type = 'string';
      return;
    }
    const { name: free } = declare(this.#all, name === LABEL ? 'label' : name.replace(/^@/, ''), { type });
    const called = keeps && !name.startsWith('@') ? (wanted.title ?? name) : free;
    const n = this.#columns.size;
    const key = keeps && wanted.id !== undefined ? wanted.id : `${of === 'node' ? 'n' : 'd'}${n}_`;
    const { byDefault, ...rest } = wanted;
    // Where there is more than that graph, its default is not that of the rest.
    const still = keeps && byDefault !== undefined ? { byDefault } : {};
    this.#columns.set(name, { ...rest, ...still, called, key });
  }

  get(name: string): PlainColumn | undefined {
    return this.#columns.get(name);
  }

  /** The attribute that the file calls so. */
  named(called: string): PlainColumn | undefined {
    return this.all().find((c) => c.called === called);
  }

  all(): PlainColumn[] {
    return [...this.#columns.values()];
  }
}

/** Whether a value need not be written, for the file has it by default. */
export const isDefault = ({ byDefault, type }: PlainColumn, value: ReadValue): boolean =>
  byDefault !== undefined && typed(byDefault, type) === value;

/** A value as the text of an XML file. */
export const textOf = (value: ReadValue): string =>
  Array.isArray(value) ? JSON.stringify(value) : String(value);

/** The value that a text of an XML file means, by what the graph declared when it came in. */
export function valueFrom(text: ReadValue, declared: Pick<Declared, 'type' | 'list'> | undefined): ReadValue {
  if (declared === undefined || typeof text !== 'string') return text;
  if (declared.list === true && text.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(text);
      if (Array.isArray(list) && list.every((v) => typeof v === 'string')) return list;
    } catch {
      return text;
    }
  }
  return typed(text, declared.type);
}

/** Whether a text of an XML file gives back a value. */
export const holds = (value: ReadValue, declared: Declared): boolean => {
  if (typeof value === 'string' && declared.type === 'string' && declared.list !== true) return isXml(value);
  const text = textOf(value);
  return isXml(text) && isDeepStrictEqual(valueFrom(text, declared), value);
};

/** The id in GraphML of an attribute that Entente adds. */
export const oursKey = (of: Of, name: string): string => `${of}_${name}`;

/** What Entente says beside a node or an edge, with its type. */
export const oursTypes: Readonly<Record<string, string>> = {
  [OURS]: 'string',
  [`${OURS}_dataset`]: 'string',
  [`${OURS}_id`]: 'string',
  [`${OURS}_directed`]: 'boolean',
  [`${OURS}_state`]: 'string',
  [`${OURS}_stands`]: 'boolean',
  [`${OURS}_for`]: 'integer',
  [`${OURS}_against`]: 'integer',
  [`${OURS}_said`]: 'string',
};
