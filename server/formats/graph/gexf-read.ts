// Reads GEXF 1.1 to 1.3: ours, Gephi's, networkx's, graphology's.
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
import { span } from './spells.ts';
import { partsOf, type XmlPart } from './xml.ts';

type Open = Extract<XmlPart, { is: 'open' }>;
type Fields = Record<string, string>;

/** What the visualisation module says of a node or an edge, in any of its namespaces. */
const looks = ['color', 'position', 'size', 'shape', 'thickness'];

/** Nodes, edges and what the file says of itself. @throws InvalidError `invalid-file` where it is not GEXF */
export async function* parse(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadPart[]> {
  const file = new File();
  for await (const parts of partsOf(bytes)) yield parts.flatMap((part) => file.take(part) ?? []);
}

class File {
  readonly #about: Gathered = gathered('gexf');
  readonly #attributes = { node: new Map<string, Declared>(), edge: new Map<string, Declared>() };
  readonly #path: string[] = [];
  readonly #elements: (ReadNode | ReadEdge)[] = [];
  #of: 'node' | 'edge' = 'node';
  #attribute: Declared | null = null;
  #text = '';

  /** A part of the file; what is whole with it is given back. */
  take(part: XmlPart): ReadPart | null {
    if (part.is === 'open') return this.#open(part);
    if (part.is === 'instruction') return oursIn(part);
    return part.is === 'close' ? this.#close(part.name) : this.#said(part.text);
  }

  #open({ name, attributes, line }: Open): ReadHead | null {
    if (this.#path.length === 0 && name !== 'gexf')
      throw new InvalidError('invalid-file', `this is <${name}>, not GEXF`);
    this.#path.push(name);
    this.#text = '';
    const element = this.#elements.at(-1);
    if (name === 'graph') {
      this.#about.graph = attributes;
      return { is: 'head', about: this.#about };
    }
    if (name === 'meta') Object.assign(this.#about.meta, attributes);
    else if (name === 'attributes') this.#of = attributes.class === 'edge' ? 'edge' : 'node';
    else if (name === 'attribute') this.#declare(attributes);
    else if (name === 'node') this.#elements.push(this.#node(attributes, line));
    else if (name === 'edge') this.#elements.push(this.#edge(attributes, line));
    else if (element !== undefined) this.#within(element, name, attributes);
    return null;
  }

  #said(text: string): null {
    this.#text += text;
    return null;
  }

  #close(name: string): ReadPart | null {
    this.#path.pop();
    const text = this.#text.trim();
    if (this.#path.at(-1) === 'meta') this.#about.meta[name] = text;
    if (name === 'default' && this.#attribute !== null) this.#attribute.byDefault = this.#text;
    return name === 'node' || name === 'edge' ? this.#whole() : null;
  }

  #declare({ id = '', title, type = 'string' }: Fields): void {
    const all = this.#of === 'node' ? this.#about.nodes : this.#about.edges;
    this.#attribute = declare(all, title ?? id, { id, type });
    this.#attributes[this.#of].set(id, this.#attribute);
  }

  #node({ id = '', label, ...others }: Fields, line: number): ReadNode {
    const within = this.#elements.at(-1);
    const node: ReadNode = {
      is: 'node',
      id,
      line,
      attributes: new Map(),
      ...(label === undefined ? {} : { label }),
    };
    if (within?.is === 'node') put(node.attributes, '@pid', within.id);
    for (const [name, value] of Object.entries(others)) put(node.attributes, `@${name}`, value);
    return node;
  }

  #edge({ id, source, target, label, ...others }: Fields, line: number): ReadEdge {
    const type = others.type ?? this.#about.graph.defaultedgetype ?? 'undirected';
    const edge: ReadEdge = {
      is: 'edge',
      line,
      ends: source === undefined || target === undefined ? [] : [source, target],
      directed: type === 'directed',
      attributes: new Map(),
      ...(id === undefined ? {} : { id }),
      ...(label === undefined ? {} : { label }),
    };
    for (const [name, value] of Object.entries(others)) {
      if (name === 'type' && value !== 'mutual') continue;
      put(edge.attributes, `@${name}`, name === 'weight' ? typed(value, 'double') : value);
    }
    return edge;
  }

  #within(element: ReadNode | ReadEdge, name: string, fields: Fields): void {
    const { attributes } = element;
    if (name === 'attvalue') this.#value(element, fields);
    else if (looks.includes(name))
      for (const [field, text] of Object.entries(fields))
        put(attributes, `viz:${name}.${field}`, typed(text, 'double'));
    else if (name === 'spell' || name === 'slice') listed(attributes, '@spells', span(fields));
    else if (name === 'parent') listed(attributes, '@parents', fields.for ?? '');
  }

  /** A value that holds for a time stands in a list, each with its time. */
  #value(element: ReadNode | ReadEdge, { for: id, id: former, value = '', ...time }: Fields): void {
    const attribute = this.#attributes[element.is].get(id ?? former ?? '');
    const name = attribute?.name ?? id ?? former ?? '';
    const { attributes } = element;
    if (Object.keys(time).length > 0 || Array.isArray(attributes.get(name))) {
      if (attribute !== undefined) attribute.list = true;
      listed(attributes, name, `${value} ${span(time)}`);
    } else put(attributes, name, typed(value, attribute?.type ?? 'string'));
  }

  #whole(): ReadNode | ReadEdge | null {
    const element = this.#elements.pop();
    if (element === undefined) return null;
    for (const { name, type, byDefault } of this.#attributes[element.is].values())
      if (byDefault !== undefined && !element.attributes.has(name))
        element.attributes.set(name, typed(byDefault, type));
    return element;
  }
}

/** Adds to a list; a value that stands there already holds at any time. */
function listed(attributes: ReadNode['attributes'], name: string, value: string): void {
  const before = attributes.get(name);
  if (Array.isArray(before)) before.push(value);
  else attributes.set(name, before === undefined ? [value] : [`${before} [..]`, value]);
}
