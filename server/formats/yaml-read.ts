// Reads YAML data files: nested as people write them, into entries with full ids and the line of each of their fields.
import { closest, distance } from 'fastest-levenshtein';
import { LineCounter, parseAllDocuments } from 'yaml';
import { DataFile } from '../../model/data-file.ts';
import { DatasetId } from '../../model/id.ts';
import { InvalidError } from '../errors.ts';
import type { DecodedEntry, DecodedProblem } from './format.ts';
import { wholeText } from './text.ts';
import { Nodes } from './yaml-nodes.ts';

/** A YAML file is read whole; beyond this JSON Lines is the format, which streams. */
const MOST_MB = 32;

type Decoded = DecodedEntry | DecodedProblem;
type Fields = Record<string, unknown>;

/**
 * The entries of a YAML file; several data sets stand in documents of their own, parted by `---`.
 * @throws InvalidError `invalid-file` where it is too large, empty or not UTF-8
 */
export async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Decoded> {
  const text = await wholeText(
    bytes,
    MOST_MB * 1024 * 1024,
    `A YAML file is read whole and may have ${MOST_MB} MB at most. Use JSON Lines (.jsonl), an entry a line: it streams, at any size.`,
  );
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines });
  if (!Array.isArray(documents) || documents.every((d) => d.contents === null && d.errors.length === 0))
    throw new InvalidError('invalid-file', 'The file is empty.');
  for (const document of documents) {
    for (const error of document.errors) {
      const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
      const why = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '';
      yield problem(line, '', `this is not YAML, at column ${col}: ${why}`, 'invalid-file');
    }
    if (document.errors.length === 0)
      yield* new File(new Nodes(document, lines), document.contents).entries();
  }
}

const problem = (line: number, pointer: string, detail: string, code = 'invalid-entry'): DecodedProblem => ({
  problem: { line, pointer, code, detail },
});

/** One document, as a data file. */
class File {
  readonly #nodes: Nodes;
  readonly #root: unknown;
  readonly #sources = new Map<string, string>();
  #dataset = '';

  constructor(nodes: Nodes, root: unknown) {
    this.#nodes = nodes;
    this.#root = root;
  }

  *entries(): Generator<Decoded> {
    const nodes = this.#nodes;
    const head = nodes.get(this.#root, 'dataset');
    if (!nodes.isMap(this.#root) || !nodes.isMap(head)) {
      const detail = 'a data file begins with "dataset:", and its id and title below it';
      yield problem(nodes.line(head ?? this.#root), '/dataset', detail, 'invalid-file');
      return;
    }
    const known = Object.keys(DataFile.shape);
    for (const [key, value] of nodes.pairs(this.#root))
      if (!known.includes(key)) {
        const near = closest(key, known);
        const hint =
          distance(key, near) <= 3 ? `; did you mean "${near}"?` : `; there are ${known.join(', ')}`;
        yield problem(this.#lineOf([key], value), `/${key}`, `"${key}" is not a key here${hint}`);
      }
    const dataset = nodes.plain(head, 'dataset') as Fields;
    this.#dataset = String(dataset.id);
    yield this.#decoded(this.#datasetEntry(dataset), ['dataset']);
    if (!DatasetId.safeParse(dataset.id).success) return;
    yield* this.#readSources();
    for (const [i, node] of this.#items('entities').entries()) yield* this.#entity(node, i);
    for (const [i, node] of this.#items('claims').entries()) yield* this.#claim(node, i);
    for (const section of ['sources', 'entities', 'claims']) yield* this.#wrongList(section);
  }

  #datasetEntry(dataset: Fields): Fields {
    const start = dataset.start as Fields | undefined;
    if (typeof start !== 'object') return { coverage: [], ...dataset, type: 'dataset' };
    const claims = Array.isArray(start.claims) ? start.claims : [];
    return {
      coverage: [],
      ...dataset,
      type: 'dataset',
      start: { ...start, claims: claims.map((c) => ({ ...c, claim: this.#fullId(c?.claim) })) },
    };
  }

  *#readSources(): Generator<Decoded> {
    for (const [i, node] of this.#items('sources').entries()) {
      const value = this.#nodes.plain(node);
      const path = ['sources', String(i)];
      if (!isFields(value)) {
        yield this.#notFields(path, 'a source', 'id and title');
        continue;
      }
      const { key, ...source } = value;
      if (key !== undefined) {
        const wrong =
          typeof key !== 'string' || !/^[a-z0-9-]+$/.test(key)
            ? 'write a key in lower-case letters, digits and hyphens'
            : this.#sources.has(key)
              ? `another source of this file has the key "${key}" as well`
              : null;
        if (wrong !== null) yield problem(this.#lineOf([...path, 'key']), `/${path.join('/')}/key`, wrong);
        else this.#sources.set(String(key), String(source.id));
      }
      yield {
        ...this.#decoded({ ...source, type: 'source', dataset: this.#dataset }, path),
        ...(typeof key === 'string' ? { key } : {}),
      };
    }
  }

  *#entity(node: unknown, i: number): Generator<Decoded> {
    const value = this.#nodes.plain(node);
    const path = ['entities', String(i)];
    if (!isFields(value)) {
      yield this.#notFields(path, 'an entity', 'id, label and names');
      return;
    }
    const offices = value.represents;
    yield this.#decoded(
      {
        ...value,
        ...(Array.isArray(offices)
          ? {
              represents: offices.map((r) =>
                isFields(r) && 'source' in r ? { ...r, source: this.#source(r.source) } : r,
              ),
            }
          : {}),
        type: 'entity',
        dataset: this.#dataset,
      },
      path,
    );
  }

  *#claim(node: unknown, i: number): Generator<Decoded> {
    const value = this.#nodes.plain(node);
    const path = ['claims', String(i)];
    if (!isFields(value)) {
      yield this.#notFields(path, 'a claim', 'id, title, kind, parties and statements');
      return;
    }
    const { kind, kinds, statements, ...claim } = value;
    if (kind !== undefined && kinds !== undefined)
      yield problem(
        this.#lineOf([...path, 'kind']),
        `/${path.join('/')}/kind`,
        'write kind or kinds, not both',
      );
    const id = this.#fullId(claim.id);
    yield this.#decoded(
      {
        modality: 'done',
        incomplete: false,
        ...claim,
        type: 'claim',
        id,
        ...(kinds === undefined && kind === undefined ? {} : { kinds: kinds ?? [kind] }),
      },
      path,
      (pointer) => (kinds === undefined ? pointer.replace(/^\/kinds(\/0)?$/, '/kind') : pointer),
    );
    if (statements === undefined) return;
    if (!Array.isArray(statements)) yield this.#notList([...path, 'statements']);
    else
      for (const [j, statement] of statements.entries())
        yield this.#statement(statement, id, [...path, 'statements', String(j)]);
  }

  #statement(value: unknown, claim: unknown, path: string[]): Decoded {
    if (!isFields(value)) return this.#notFields(path, 'a statement', 'source and stance');
    const { quote, ...rest } = value;
    return this.#decoded(
      {
        // Of what has a credibility, the loader looks up the number.
        ...(rest.credibility === undefined ? { confidence: null } : {}),
        basis: 'stated',
        ...rest,
        type: 'statement',
        claim,
        ...('source' in rest ? { source: this.#source(rest.source) } : {}),
        ...(quote === undefined ? {} : { quote: typeof quote === 'string' ? { exact: quote } : quote }),
      },
      path,
      (pointer) => (typeof quote === 'string' ? pointer.replace(/^\/quote\/.*$/, '/quote') : pointer),
    );
  }

  /** An own id with its data set before it; what is no text stays what it is. */
  #fullId(own: unknown): unknown {
    return typeof own === 'string' ? `${this.#dataset}/${own}` : own;
  }

  /** The id of a source that is named by its key. */
  #source(name: unknown): unknown {
    return typeof name === 'string' ? (this.#sources.get(name) ?? name) : name;
  }

  #items(section: string): unknown[] {
    return this.#nodes.list(this.#nodes.get(this.#root, section)) ?? [];
  }

  *#wrongList(section: string): Generator<Decoded> {
    const node = this.#nodes.get(this.#root, section);
    const value = node === undefined ? null : this.#nodes.plain(node);
    if (value !== null && !Array.isArray(value)) yield this.#notList([section]);
  }

  #notList(path: string[]): DecodedProblem {
    const name = path[path.length - 1];
    return problem(this.#lineOf(path), `/${path.join('/')}`, `${name} is a list: each item begins with "- "`);
  }

  #notFields(path: string[], what: string, fields: string): DecodedProblem {
    return problem(this.#lineOf(path), `/${path.join('/')}`, `${what} has fields here: ${fields}`);
  }

  #lineOf(path: string[], otherwise?: unknown): number {
    return this.#nodes.lineAt(this.#root, path, this.#nodes.line(otherwise ?? this.#root));
  }

  #decoded(entry: Fields, path: string[], inFile = (pointer: string) => pointer): DecodedEntry {
    const line = this.#lineOf(path);
    return {
      entry,
      line,
      at: (pointer) => {
        const steps = inFile(pointer)
          .split('/')
          .slice(1)
          .map((s) => s.replaceAll('~1', '/').replaceAll('~0', '~'));
        return { line: this.#lineOf([...path, ...steps]), pointer: `/${path.join('/')}${inFile(pointer)}` };
      },
    };
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
