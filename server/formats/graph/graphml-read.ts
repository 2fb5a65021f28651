// Reads GraphML: ours, yEd's, Gephi's, networkx's, igraph's, Neo4j's.
import { InvalidError } from '../../errors.ts';
import { type Declared, type Gathered, gathered } from './about.ts';
import {
  declare,
  oursIn,
  put,
  type ReadEdge,
  type ReadHead,
  type ReadNode,
  type ReadPart,
  typed,
} from './parts.ts';
import { escaped, partsOf, type XmlPart } from './xml.ts';

interface Key {
  declared: Declared;
  of: string;
}

type Open = Extract<XmlPart, { is: 'open' }>;

/** A graph within a graph: by which its edges are directed, and in which node it is. */
interface Graph {
  directed: boolean;
  within: string | null;
}

/** No extension within an attribute may be longer, in characters. */
const LONGEST = 1_000_000;

/** Nodes, edges and what the file says of itself. @throws InvalidError `invalid-file` where it is not GraphML */
export async function* parse(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadPart[]> {
  const file = new File();
  for await (const parts of partsOf(bytes)) yield parts.flatMap((part) => file.take(part) ?? []);
}

class File {
  readonly #about: Gathered = gathered('graphml');
  readonly #keys = new Map<string, Key[]>();
  readonly #path: string[] = [];
  readonly #graphs: Graph[] = [];
  readonly #elements: (ReadNode | ReadEdge)[] = [];
  #key = '';
  #text = '';
  /** Elements within `data`, as they are written: what other programs add. */
  #extension = '';

  /** A part of the file; what is whole with it is given back. */
  take(part: XmlPart): ReadPart | null {
    if (part.is === 'open') return this.#open(part);
    if (part.is === 'instruction') return oursIn(part);
    return part.is === 'close' ? this.#close(part) : this.#said(part.text);
  }

  #open(part: Open): ReadHead | null {
    const { name, attributes, line } = part;
    const parent = this.#path.at(-1);
    if (parent === undefined && name !== 'graphml')
      throw new InvalidError('invalid-file', `this is <${name}>, not GraphML`);
    this.#path.push(name);
    if (this.#path.includes('data', 0) && name !== 'data') {
      this.#extend(
        `<${part.full}${Object.entries(attributes)
          .map(([k, v]) => ` ${k}="${escaped(v)}"`)
          .join('')}>`,
      );
      return null;
    }
    this.#text = '';
    if (name === 'key') {
      this.#declare(attributes);
    } else if (name === 'graph') {
      const within = this.#elements.at(-1);
      const node = within?.is === 'node' ? within.id : null;
      this.#graphs.push({ directed: attributes.edgedefault !== 'undirected', within: node });
      if (node !== null) return null;
      this.#about.graph = attributes;
      return { is: 'head', about: this.#about };
    } else if (name === 'node') this.#elements.push(this.#node(attributes, line));
    else if (name === 'edge' || name === 'hyperedge') this.#elements.push(this.#edge(attributes, line));
    else if (name === 'data') {
      this.#key = attributes.key ?? '';
      this.#extension = '';
    } else if (name === 'endpoint') {
      const edge = this.#elements.at(-1);
      if (edge?.is === 'edge') edge.ends.push(attributes.node ?? '');
    }
    return null;
  }

  #said(text: string): null {
    if (this.#path.at(-1) === 'data' || this.#extension === '') this.#text += text;
    if (this.#extension !== '') this.#extend(escaped(text));
    return null;
  }

  #close(part: Extract<XmlPart, { is: 'close' }>): ReadPart | null {
    const { name } = part;
    this.#path.pop();
    if (this.#path.includes('data')) {
      this.#extend(`</${part.full}>`);
      return null;
    }
    switch (name) {
      case 'default': {
        for (const { declared } of this.#keys.get(this.#key) ?? []) declared.byDefault = this.#text;
        return null;
      }
      case 'data':
        return this.#data();
      case 'desc':
        return this.#described();
      case 'graph':
        this.#graphs.pop();
        return null;
      case 'node':
      case 'edge':
      case 'hyperedge':
        return this.#whole();
      default:
        return null;
    }
  }

  #extend(text: string): void {
    if (this.#extension === '' && this.#text.trim() !== '') this.#extension = escaped(this.#text);
    this.#extension += text;
    if (this.#extension.length > LONGEST)
      throw new InvalidError(
        'invalid-file',
        `an extension within <data> is longer than ${LONGEST} characters`,
      );
  }

  #node({ id = '', ...others }: Record<string, string>, line: number): ReadNode {
    const node: ReadNode = { is: 'node', id, line, attributes: new Map() };
    const within = this.#graphs.at(-1)?.within;
    if (within != null) put(node.attributes, '@parent', within);
    for (const [name, value] of Object.entries(others)) put(node.attributes, `@${name}`, value);
    return node;
  }

  #edge(attributes: Record<string, string>, line: number): ReadEdge {
    const { id, source, target, directed, ...others } = attributes;
    const edge: ReadEdge = {
      is: 'edge',
      line,
      ends: source === undefined || target === undefined ? [] : [source, target],
      directed:
        source !== undefined &&
        (directed === undefined ? (this.#graphs.at(-1)?.directed ?? true) : directed === 'true'),
      attributes: new Map(),
      ...(id === undefined ? {} : { id }),
    };
    for (const [name, value] of Object.entries(others)) put(edge.attributes, `@${name}`, value);
    return edge;
  }

  /** A key for all kinds of things is an attribute of each of them. */
  #declare({ id = '', for: of = 'all', ...key }: Record<string, string>): void {
    const called = key['attr.name'] ?? key['yfiles.type'] ?? id;
    const type = key['attr.type'] ?? (key['yfiles.type'] === undefined ? 'string' : 'extension');
    const { nodes, edges } = this.#about;
    const as = (kind: string, all: Declared[]): Key[] =>
      of === kind || of === 'all' || (of === 'hyperedge' && kind === 'edge')
        ? [{ declared: declare(all, called, { id, type }), of: kind }]
        : [];
    this.#key = id;
    this.#keys.set(id, [...as('node', nodes), ...as('edge', edges), ...as('graph', [])]);
  }

  #data(): null {
    const element = this.#elements.at(-1);
    const of = element?.is ?? 'graph';
    const key = this.#keys.get(this.#key)?.find((k) => k.of === of)?.declared;
    const name = key?.name ?? this.#key;
    const extended = this.#extension !== '';
    const value = extended ? this.#extension : typed(this.#text, key?.type ?? 'string');
    this.#extension = '';
    if (element === undefined) {
      if (/^(name|title)$/i.test(name) && value !== '') this.#about.meta.title = String(value);
      this.#about.own.push({ ...(key ?? { name, type: 'string', id: this.#key }), value });
      return null;
    }
    if (extended) element.label ??= drawnLabel(String(value));
    put(element.attributes, name, value);
    if (name === 'label' && value !== '') element.label = String(value);
    return null;
  }

  #described(): null {
    const element = this.#elements.at(-1);
    if (element === undefined) this.#about.meta.description = this.#text;
    else put(element.attributes, '@desc', this.#text);
    return null;
  }

  #whole(): ReadNode | ReadEdge | null {
    const element = this.#elements.pop();
    if (element === undefined) return null;
    const { nodes, edges } = this.#about;
    for (const { name, type, byDefault } of element.is === 'node' ? nodes : edges)
      if (byDefault !== undefined && !element.attributes.has(name))
        element.attributes.set(name, typed(byDefault, type));
    return element;
  }
}

/** The name of a node in yEd's drawing of it; undefined where there is none. */
export function drawnLabel(extension: string): string | undefined {
  const drawn = /<y:(?:Node|Edge)Label[^>]*>([^<]+)</.exec(extension)?.[1]?.trim();
  return drawn ? unescaped(drawn) : undefined;
}

const unescaped = (text: string) =>
  text.replace(
    /&(lt|gt|quot|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '',
  );
