// Writes YAML data files: one document for each data set, its claims with their statements below them.
import { stringify } from 'yaml';
import type { Claim } from '../../model/claim.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type DatasetId, datasetOf, ownIdOf } from '../../model/id.ts';
import type { Source } from '../../model/source.ts';
import type { Statement } from '../../model/statement.ts';
import type { Outgoing } from './format.ts';
import { termLines } from './head.ts';

type Fields = Record<string, unknown>;

/** What stands before the claims of one data set. */
interface Beginning {
  dataset: Dataset;
  sources: Source[];
  entities: Fields[];
}

/**
 * Writes what leaves. Entities that belong to the vocabulary, or to a data set that is not in the file, are not written:
 * whoever reads the file has them from there. It is read twice, for what claims name stands before them.
 */
export async function* encode(outgoing: Outgoing): AsyncGenerator<string> {
  yield comments(outgoing);
  const beginnings = await beginningsOf(outgoing);
  const begun = new Set<DatasetId>();
  let keys = new Map<string, string>();
  function* begin(beginning: Beginning): Generator<string> {
    if (begun.size > 0) yield '---\n';
    begun.add(beginning.dataset.id);
    // Sources have long ids; within the file a key stands for each.
    keys = new Map(beginning.sources.map((s, i) => [s.id, `s${i + 1}`]));
    yield* beginningText(beginning, keys);
  }
  for await (const piece of outgoing.pieces()) {
    if (piece.type !== 'told') continue;
    const home = datasetOf(piece.claim.id);
    const first = !begun.has(home);
    if (first) {
      const beginning = beginnings.get(home);
      if (beginning === undefined) throw new Error(`${home} was not told before its claims`);
      yield* begin(beginning);
    }
    const one = text({ claims: [fileClaim(piece.claim, piece.statements, keys)] });
    yield first ? one : one.slice('claims:\n'.length);
  }
  // Data sets without claims.
  for (const [id, beginning] of beginnings) if (!begun.has(id)) yield* begin(beginning);
}

function comments({ head }: Outgoing): string {
  const lines = [
    `The answer to "${head.question}"${head.states.length === 0 ? '' : ` for ${head.states.join(', ')}`}`,
    `Lens: ${head.lens}`,
    head.program,
    ...termLines(head),
  ];
  return `${lines.map((line) => `# ${line.replace(/\s+/g, ' ')}`).join('\n')}\n`;
}

async function beginningsOf(outgoing: Outgoing): Promise<Map<DatasetId, Beginning>> {
  const beginnings = new Map<DatasetId, Beginning>();
  for await (const piece of outgoing.pieces())
    if (piece.type === 'dataset') beginnings.set(piece.id, { dataset: piece, sources: [], entities: [] });
    else if (piece.type === 'source') beginnings.get(piece.dataset)?.sources.push(piece);
    else if (piece.type === 'entity')
      beginnings.get(piece.dataset ?? '')?.entities.push(without(piece, ['type', 'dataset']));
  return beginnings;
}

function* beginningText(
  { dataset, sources, entities }: Beginning,
  keys: Map<string, string>,
): Generator<string> {
  yield text({ dataset: fileDataset(dataset) });
  yield* list(
    'sources',
    sources.map((s) => ({ key: keys.get(s.id), ...without(s, ['type', 'dataset']) })),
  );
  yield* list('entities', entities);
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
    // Left out, the credibility would say it.
    ...(confidence === null && rest.credibility === undefined ? {} : { confidence }),
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
