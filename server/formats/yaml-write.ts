// Writes YAML data files: one document for each data set, its claims with their statements below them.
import { stringify } from 'yaml';
import type { Answer } from '../../model/answer.ts';
import type { Claim } from '../../model/claim.ts';
import type { Dataset } from '../../model/dataset.ts';
import { datasetOfEntry, type Entry } from '../../model/entry.ts';
import { ownIdOf } from '../../model/id.ts';
import type { Source } from '../../model/source.ts';
import type { Statement } from '../../model/statement.ts';
import { headOf } from './head.ts';

type Fields = Record<string, unknown>;

/** The entries of one data set, by what they are. */
interface Document {
  dataset: Dataset;
  sources: Source[];
  entities: Fields[];
  claims: Claim[];
  statements: Map<string, Statement[]>;
}

/**
 * Writes an answer. Entities that belong to the vocabulary, or to a data set that is not in the answer, are not written:
 * whoever reads the file has them from there.
 */
export async function* encode(answer: Answer, entries: Iterable<Entry>): AsyncGenerator<string> {
  yield comments(answer);
  let first = true;
  for (const document of documentsOf(entries)) {
    if (!first) yield '---\n';
    first = false;
    yield* write(document);
  }
}

function comments(answer: Answer): string {
  const head = headOf(answer);
  const lines = [
    `The answer to "${head.question}"${head.states.length === 0 ? '' : ` for ${head.states.join(', ')}`}`,
    `Lens: ${head.lens}`,
    `${head.program}, ${head.answeredAt}`,
    ...head.datasets.flatMap((d) => [
      `Data set: ${d.id}${d.version === undefined ? '' : ` ${d.version}`}, load ${d.load ?? 'unknown'}`,
      ...(d.citation === undefined ? [] : [`Cite as: ${d.citation}`]),
      ...(d.licence === undefined ? [] : [`Licence: ${d.licence}`]),
    ]),
    ...head.notes,
  ];
  return `${lines.map((line) => `# ${line.replace(/\s+/g, ' ')}`).join('\n')}\n`;
}

function documentsOf(entries: Iterable<Entry>): Iterable<Document> {
  const documents = new Map<string, Document>();
  for (const entry of entries) {
    if (entry.type === 'dataset') {
      documents.set(entry.id, {
        dataset: entry,
        sources: [],
        entities: [],
        claims: [],
        statements: new Map(),
      });
      continue;
    }
    const home = documents.get(datasetOfEntry(entry) ?? '');
    if (home === undefined) continue;
    if (entry.type === 'source') home.sources.push(entry);
    else if (entry.type === 'entity') home.entities.push(without(entry, ['type', 'dataset']));
    else if (entry.type === 'claim') home.claims.push(entry);
    else home.statements.set(entry.claim, [...(home.statements.get(entry.claim) ?? []), entry]);
  }
  return documents.values();
}

function* write({ dataset, sources, entities, claims, statements }: Document): Generator<string> {
  // Sources have long ids; within the file a key stands for each.
  const keys = new Map(sources.map((s, i) => [s.id, `s${i + 1}`]));
  yield text({ dataset: fileDataset(dataset) });
  yield* list(
    'sources',
    sources.map((s) => ({ key: keys.get(s.id), ...without(s, ['type', 'dataset']) })),
  );
  yield* list('entities', entities);
  yield* list(
    'claims',
    claims.map((c) => fileClaim(c, statements.get(c.id) ?? [], keys)),
  );
}

function fileDataset(dataset: Dataset): Fields {
  const { start } = dataset;
  const claims = start?.claims.map((c) => ({ ...c, claim: ownIdOf(c.claim) }));
  return { ...without(dataset, ['type']), ...(start === undefined ? {} : { start: { ...start, claims } }) };
}

function fileClaim(claim: Claim, statements: readonly Statement[], keys: Map<string, string>): Fields {
  const { type, id, kinds, modality, incomplete, ...rest } = claim;
  return {
    id: ownIdOf(id),
    ...(kinds.length === 1 ? { kind: kinds[0] } : { kinds }),
    ...(modality === 'done' ? {} : { modality }),
    ...(incomplete ? { incomplete } : {}),
    ...rest,
    statements: statements.map((s) => fileStatement(s, keys)),
  };
}

/** The id is left out: it is computed from what the statement says. */
function fileStatement(statement: Statement, keys: Map<string, string>): Fields {
  const { type, id, claim, source, confidence, basis, ...rest } = statement;
  return {
    source: keys.get(source) ?? source,
    ...(confidence === null ? {} : { confidence }),
    ...(basis === 'stated' ? {} : { basis }),
    ...rest,
  };
}

function* list(section: string, items: readonly Fields[]): Generator<string> {
  const heading = `${section}:\n`;
  for (const [i, item] of items.entries()) {
    const one = text({ [section]: [item] });
    yield i === 0 ? one : one.slice(heading.length);
  }
}

function text(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}

function without(entry: object, keys: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(entry).filter(([k, v]) => v !== undefined && !keys.includes(k)));
}
