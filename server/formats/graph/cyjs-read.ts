// Reads Cytoscape JSON: ours, that of Cytoscape and its web page, of networkx.
import { InvalidError } from '../../errors.ts';
import { wholeText } from '../text.ts';
import { type Gathered, gathered } from './about.ts';
import { beginnings } from './json-lines.ts';
import { put, type ReadEdge, type ReadNode, type ReadPart, type ReadValue } from './parts.ts';

/** JSON is read whole; beyond this GraphML streams. */
const MOST_MB = 64;

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nodes, edges and what the file says of itself. @throws InvalidError `invalid-file` where it is not Cytoscape JSON */
export async function* parse(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadPart[]> {
  const tooLong = `A Cytoscape JSON file is read whole and may have ${MOST_MB} MB at most. Use GraphML, which streams.`;
  const text = await wholeText(bytes, MOST_MB * 1024 * 1024, tooLong);
  const lines = beginnings(text);
  const file = parsed(text);
  if (!isFields(file) || (!isFields(file.elements) && !Array.isArray(file.elements)))
    throw new InvalidError(
      'invalid-file',
      'this is not Cytoscape JSON: it has no "elements" with nodes and edges',
    );
  if (file.entente !== undefined) yield [{ is: 'head', ours: file.entente }];
  yield [{ is: 'head', about: aboutOf(file) }];
  // In a file of networkx it is told; Cytoscape's own edges go from their source to their target.
  const directed = file.directed !== false;
  for (const { element, at, edge } of elementsOf(file.elements)) {
    const line = lines(at);
    const own = isFields(element) && isFields(element.data) ? element.data : null;
    if (!isFields(element) || own === null) {
      const detail = `an element has its values under "data": ${at.join('/')} has none`;
      throw new InvalidError('invalid-file', detail, { errors: [{ line, detail }] });
    }
    yield [edge ? edgeOf(own, element, directed, line) : nodeOf(own, element, line)];
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const at = Number(/at position (\d+)/.exec(why)?.[1] ?? 0);
    const line = text.slice(0, at).split('\n').length;
    const detail = `this is not JSON: ${why.replace(/ in JSON at position.*$/s, '')}`;
    throw new InvalidError('invalid-file', detail, { cause: error, errors: [{ line, detail }] });
  }
}

/** Nodes and then edges, in either of the two ways in which Cytoscape writes them. */
function* elementsOf(
  elements: unknown,
): Generator<{ element: unknown; at: (string | number)[]; edge: boolean }> {
  if (Array.isArray(elements)) {
    const isEdge = (e: unknown) =>
      isFields(e) && (e.group === 'edges' || (isFields(e.data) && 'source' in e.data && e.group !== 'nodes'));
    for (const edge of [false, true])
      for (const [i, element] of elements.entries())
        if (isEdge(element) === edge) yield { element, at: ['elements', i], edge };
    return;
  }
  if (!isFields(elements)) return;
  for (const group of ['nodes', 'edges']) {
    const list = elements[group];
    if (Array.isArray(list))
      for (const [i, element] of list.entries())
        yield { element, at: ['elements', group, i], edge: group === 'edges' };
  }
}

/** What the network says of itself; what it says under `data` are its attributes. */
function aboutOf(file: Fields): Gathered {
  const about = gathered('cyjs');
  const { data, generated_by: creator, elements: _, entente: __, ...rest } = file;
  if (typeof creator === 'string') about.meta.creator = creator;
  if (isFields(data) && typeof data.name === 'string') about.meta.title = data.name;
  for (const [name, value] of Object.entries({ ...rest, generated_by: creator }))
    if (value !== undefined && value !== null)
      about.graph[name] = typeof value === 'string' ? value : JSON.stringify(value);
  for (const [name, value] of Object.entries(isFields(data) ? data : {}))
    about.own.push({ name, type: 'json', value });
  return about;
}

/** How a node is called where nothing else says so. */
export const calledIn = (values: ReadonlyMap<string, ReadValue>): string | undefined => {
  const label = values.get('label') ?? values.get('name');
  return typeof label === 'string' && label !== '' ? label : undefined;
};

/** What stands beside the values of an element, under `@`. */
function besides(attributes: Map<string, ReadValue>, { data: _, position: __, ...beside }: Fields): void {
  for (const [name, value] of valuesOf(beside)) put(attributes, `@${name}`, value);
}

function nodeOf({ id, value, ...own }: Fields, element: Fields, line: number): ReadNode {
  const { position } = element;
  const attributes = valuesOf(own);
  const label = calledIn(attributes);
  if (value != null && value !== id)
    put(attributes, '@value', typeof value === 'object' ? JSON.stringify(value) : (value as ReadValue));
  besides(attributes, element);
  if (isFields(position))
    for (const [axis, at] of Object.entries(position))
      if (typeof at === 'number') put(attributes, `viz:position.${axis}`, at);
  const called = label === undefined ? {} : { label };
  return { is: 'node', id: String(id ?? value ?? ''), line, attributes, ...called };
}

function edgeOf(
  { id, source, target, ...own }: Fields,
  element: Fields,
  directed: boolean,
  line: number,
): ReadEdge {
  const attributes = valuesOf(own);
  besides(attributes, element);
  const called = typeof own.label === 'string' && own.label !== '' ? { label: own.label } : {};
  return {
    is: 'edge',
    line,
    ends: source == null || target == null ? [] : [String(source), String(target)],
    directed,
    attributes,
    ...(id == null ? {} : { id: String(id) }),
    ...called,
  };
}

/** What has fields of its own, and a list of anything but texts, is kept as JSON text. */
function valuesOf(fields: Fields): Map<string, ReadValue> {
  const values = new Map<string, ReadValue>();
  for (const [name, value] of Object.entries(fields)) {
    if (value === null) continue;
    const texts = Array.isArray(value) && value.length > 0 && value.every((v) => typeof v === 'string');
    put(values, name, typeof value === 'object' && !texts ? JSON.stringify(value) : (value as ReadValue));
  }
  return values;
}
