// Checks the entries of a load against each other, the vocabulary and the graph; gathers everything that is wrong.
import type { Dataset } from '../../model/dataset.ts';
import type { Entity } from '../../model/entity.ts';
import { datasetOfEntry, type Entry } from '../../model/entry.ts';
import { spellOf } from '../../model/time.ts';
import type { Graph } from '../graph/graph.ts';
import { vocabulary } from '../vocabulary.ts';
import type { CheckedDataset } from './checked.ts';
import { checkClaim } from './claim.ts';
import { checkEntities } from './entities.ts';
import type { Errors } from './errors.ts';
import { didYouMean } from './near.ts';
import { checkOffices } from './offices.ts';
import type { Broken, Parsed, Placed } from './parse.ts';

/**
 * Checks all entries of all files together.
 * @param graph asked for entities and offices that other data sets declare
 * @param errors takes everything that is wrong
 * @returns the data sets; to be used only where no error was found
 */
export async function check(
  { items, placed, broken }: Parsed,
  graph: Graph,
  errors: Errors,
): Promise<CheckedDataset[]> {
  const keys = items.flatMap((i) => i.key ?? []);
  const datasets = grouped(placed, broken, errors);
  for (const dataset of datasets) checkDataset(dataset, broken, keys, errors);
  const missing = await checkEntities(datasets, placed, broken, items, graph, errors);
  await checkOffices(datasets, new Set([...broken.ids, ...missing]), graph, errors);
  return datasets;
}

/** Entries by their data set; each must be there once, and each entry with it. */
function grouped(placed: readonly Placed[], broken: Broken, errors: Errors): CheckedDataset[] {
  const datasets = new Map<string, CheckedDataset>();
  for (const p of placed) {
    if (!is(p, 'dataset')) continue;
    const before = datasets.get(p.entry.id);
    if (before !== undefined) twice(`the data set ${p.entry.id}`, before.dataset, p, errors);
    else datasets.set(p.entry.id, { dataset: p, sources: [], entities: [], claims: [], statements: [] });
  }
  const homeless = new Set<string>();
  for (const p of placed) {
    const id = datasetOfEntry(p.entry);
    if (id !== null && !datasets.has(id) && broken.ids.has(id)) datasets.set(id, standIn(id, p));
    const home = id === null ? undefined : datasets.get(id);
    if (is(p, 'entity')) {
      // An entity of the vocabulary, or of a data set that is not here, is named and not declared.
      if (home !== undefined) home.entities.push(p);
    } else if (home === undefined) {
      if (id !== null && !homeless.has(id) && !broken.ids.has(id))
        errors.add(
          { ...p.at(''), detail: `there is no entry for the data set "${id}"` },
          'dangling-reference',
        );
      homeless.add(String(id));
    } else if (is(p, 'source')) home.sources.push(p);
    else if (is(p, 'claim')) home.claims.push(p);
    else if (is(p, 'statement')) home.statements.push(p);
  }
  return [...datasets.values()];
}

/** Stands for a data set whose own entry is wrong, so that its other entries are checked as well. */
function standIn(id: string, { at }: Placed): CheckedDataset {
  const entry: Dataset = { type: 'dataset', id, title: id, coverage: [] };
  return { dataset: { entry, at }, sources: [], entities: [], claims: [], statements: [] };
}

/** Whether an entry is of a type. */
function is<T extends Entry['type']>(p: Placed, type: T): p is Placed<Extract<Entry, { type: T }>> {
  return p.entry.type === type;
}

function checkDataset(
  dataset: CheckedDataset,
  broken: Broken,
  keys: readonly string[],
  errors: Errors,
): void {
  const claims = once(dataset.claims, errors);
  const sources = once(dataset.sources, errors);
  once(dataset.entities, errors);
  once(dataset.statements, errors);
  const missing = (id: string, known: ReadonlyMap<string, unknown>) => !known.has(id) && !broken.ids.has(id);
  checkHead(dataset.dataset, claims, broken, errors);
  for (const { entry, at } of dataset.entities) checkEntity(entry, at, sources, broken, errors);
  const stated = new Set(broken.stated);
  for (const { entry, at } of dataset.statements) {
    stated.add(entry.claim);
    const told = (pointer: string, detail: string) => {
      errors.add({ ...at(pointer), detail }, 'dangling-reference');
      errors.refuse('statement', entry);
    };
    if (missing(entry.claim, claims))
      told('/claim', `there is no claim "${entry.claim}"${didYouMean(entry.claim, claims.keys())}`);
    if (missing(entry.source, sources))
      told(
        '/source',
        `"${entry.source}" is no source of this data set${didYouMean(entry.source, [...keys, ...sources.keys()])}`,
      );
    if (
      entry.supersededAt !== undefined &&
      entry.recordedAt !== undefined &&
      entry.supersededAt < entry.recordedAt
    )
      errors.add({ ...at('/supersededAt'), detail: 'it is superseded before it was recorded' });
  }
  for (const { entry, at } of dataset.claims) {
    const faults = checkClaim(entry, stated.has(entry.id));
    for (const { pointer, detail } of faults) errors.add({ ...at(pointer), detail });
    if (faults.length > 0) errors.refuse('claim', entry);
  }
}

/** Entries by id; two of one id are told with both their places. */
function once<T extends Exclude<Entry, Dataset>>(
  placed: readonly Placed<T>[],
  errors: Errors,
): Map<string, Placed<T>> {
  const byId = new Map<string, Placed<T>>();
  for (const p of placed) {
    const id = p.entry.id ?? '';
    const before = byId.get(id);
    if (before === undefined) byId.set(id, p);
    else
      twice(p.entry.type === 'statement' ? 'the same statement' : `${p.entry.type} ${id}`, before, p, errors);
  }
  return byId;
}

function twice(what: string, before: Placed, p: Placed, errors: Errors): void {
  const first = before.at('');
  const here = p.at(p.entry.type === 'statement' ? '' : '/id');
  const where = first.file === here.file ? `line ${first.line}` : `${first.file}:${first.line}`;
  errors.add({ ...here, detail: `${what} stands twice: first at ${where}` }, 'duplicate-id');
  errors.refuse(p.entry.type, p.entry);
}

function checkHead(
  { entry, at }: Placed<Dataset>,
  claims: ReadonlyMap<string, unknown>,
  broken: Broken,
  errors: Errors,
): void {
  for (const [i, { claim }] of (entry.start?.claims ?? []).entries())
    if (!claims.has(claim) && !broken.ids.has(claim))
      errors.add(
        {
          ...at(`/start/claims/${i}/claim`),
          detail: `there is no claim "${claim}"${didYouMean(claim, claims.keys())}`,
        },
        'dangling-reference',
      );
  for (const [i, { kinds = [], from, until }] of entry.coverage.entries()) {
    for (const [j, kind] of kinds.entries())
      if (!vocabulary().kinds.has(kind))
        errors.add({
          ...at(`/coverage/${i}/kinds/${j}`),
          detail: `"${kind}" is not a kind${didYouMean(kind, vocabulary().kinds.keys())}`,
        });
    if (spellOf(from, until) === null)
      errors.add({ ...at(`/coverage/${i}/until`), detail: 'the coverage ends before it starts' });
  }
}

function checkEntity(
  entity: Entity,
  at: Placed['at'],
  sources: ReadonlyMap<string, unknown>,
  broken: Broken,
  errors: Errors,
): void {
  for (const [i, office] of (entity.represents ?? []).entries()) {
    if (spellOf(office.from, office.until) === null)
      errors.add({ ...at(`/represents/${i}/until`), detail: 'the office ends before it starts' });
    if (office.source !== undefined && !sources.has(office.source) && !broken.ids.has(office.source))
      errors.add(
        {
          ...at(`/represents/${i}/source`),
          detail: `"${office.source}" is no source of this data set${didYouMean(office.source, sources.keys())}`,
        },
        'dangling-reference',
      );
  }
}
