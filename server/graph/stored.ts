// Each entry as the properties it is stored by. The two directions stand beside each other, so that what is written is
// what is read.
import { actingFor, type Claim, type Party } from '../../model/claim.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Entity, Representation } from '../../model/entity.ts';
import { isPrincipal, type PreparedClaim, type PreparedParty, prepare, signOf } from '../../model/parties.ts';
import type { Source } from '../../model/source.ts';
import { originOf, type Quote, type Statement } from '../../model/statement.ts';
import { type Span, spanOf, spellOf } from '../../model/time.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { date } from './values.ts';

export type Properties = Record<string, unknown>;

/** The four ends of a span, and whether it is uncertain; nothing where there is none. */
function ends(span: Span | null): Properties {
  if (span === null) return {};
  return {
    startEarliest: date(span.startEarliest),
    startLatest: date(span.startLatest),
    endEarliest: date(span.endEarliest),
    endLatest: date(span.endLatest),
    uncertain: span.uncertain || undefined,
  };
}

/** When something may have begun, by name: for the publication of a source and the time a statement speaks about. */
function starts(prefix: string, span: Span | null): Properties {
  if (span === null) return {};
  return {
    [`${prefix}Earliest`]: date(span.startEarliest),
    [`${prefix}Latest`]: date(span.startLatest),
    [`${prefix}Uncertain`]: span.uncertain || undefined,
  };
}

/** What is kept on every node of a load. */
export interface Home {
  load: string;
  dataset: string;
  /** Its place among its kind in the file. */
  order: number;
  /** A hash of the whole entry, for telling what changed. */
  hash: string;
}

/** Takes keys out of properties; those that are not there stay absent. */
function take(properties: Properties, keys: readonly string[]): Properties {
  return Object.fromEntries(
    keys.flatMap((key) =>
      properties[key] === undefined || properties[key] === null ? [] : [[key, properties[key]]],
    ),
  );
}

// Claims

const claimTexts = ['title', 'short', 'kinds', 'when', 'modality', 'incomplete', 'note'] as const;
/** Stands before the name of what a data set keeps on a claim beside the model. */
const FREE = 'free_';

export interface ClaimRow {
  claim: Properties;
  parties: Properties[];
  acts: Properties[];
}

/** A claim with its parties and who acted for them, as cypher/load takes them. */
export function claimRow(claim: Claim, home: Home, vocabulary: Vocabulary): ClaimRow {
  const prepared = prepare(claim, vocabulary);
  const free = Object.entries(claim.properties ?? {}).map(([name, value]) => [`${FREE}${name}`, value]);
  return {
    claim: {
      ...home,
      id: claim.id,
      ...take(claim, claimTexts),
      kind: prepared.leading.id,
      nature: prepared.nature,
      context: prepared.context,
      commitment: prepared.commitment,
      within: prepared.within,
      across: prepared.across,
      changing: prepared.changing,
      ...ends(prepared.span),
      ...(prepared.changing ? {} : unchanging(prepared)),
      ...Object.fromEntries(free),
    },
    parties: prepared.parties.map((party, index) => partyRow(claim, party, index)),
    acts: claim.parties.flatMap((party, index) =>
      actingFor(party).map((entity, place) => ({
        claim: claim.id,
        entity,
        properties: { role: party.role, for: party.entity, party: index, index: place },
      })),
    ),
  };
}

/** Principals, actors, arity and sign, kept ready where parties never change. */
function unchanging(claim: PreparedClaim): Properties {
  const principals = claim.parties.filter(isPrincipal);
  const ids = (parties: readonly PreparedParty[]) => [...new Set(parties.map((p) => p.entity))].sort();
  return {
    principals: ids(principals),
    actors: ids(principals.filter((p) => p.part === 'actor')),
    arity: ids(principals).length,
    sign: signOf(claim.parties, claim.within, claim.across),
  };
}

function partyRow(claim: Claim, prepared: PreparedParty, index: number): Properties {
  const given = claim.parties[index];
  return {
    claim: claim.id,
    entity: prepared.entity,
    properties: {
      role: prepared.role,
      family: prepared.family,
      part: prepared.part,
      // Whether the data set says the part itself, or its role does.
      ownPart: given?.part === undefined ? undefined : true,
      side: given?.side,
      from: given?.from,
      until: given?.until,
      ...ends(prepared.span),
      index,
    },
  };
}

/**
 * A claim as it was loaded.
 * @param parties properties of PARTY_TO with `entity`, sorted by `index`
 * @param acts properties of ACTS_IN with `entity`, sorted by `index`
 */
export function claimFrom(
  properties: Properties,
  parties: readonly Properties[],
  acts: readonly Properties[],
): Claim {
  const free = Object.entries(properties).flatMap(([key, value]) =>
    key.startsWith(FREE) ? [[key.slice(FREE.length), value]] : [],
  );
  return {
    type: 'claim',
    id: properties.id,
    ...take(properties, claimTexts),
    parties: parties.map((p) => partyFrom(p, acts)),
    ...(free.length === 0 ? {} : { properties: Object.fromEntries(free) }),
  } as Claim;
}

function partyFrom(p: Properties, acts: readonly Properties[]): Party {
  const by = acts.filter((a) => a.party === p.index).map((a) => a.entity);
  return {
    ...take(p, ['entity', 'role', ...(p.ownPart === true ? ['part'] : []), 'side', 'from', 'until']),
    ...(by.length === 0 ? {} : { by: by.length === 1 ? by[0] : by }),
  } as Party;
}

// Statements

const statementTexts = [
  'stance',
  'scale',
  'word',
  'likelihood',
  'credibility',
  'assessedBy',
  'attributedTo',
  'origin',
  'basis',
  'asOf',
  'locator',
  'supersededBy',
  'reason',
  'marking',
  'note',
] as const;

/** A statement as cypher/load takes it. Its id must have been computed. */
export function statementRow(statement: Statement, home: Home): Properties {
  const { quote } = statement;
  return {
    claim: statement.claim,
    source: statement.source,
    attributedTo: statement.attributedTo,
    properties: {
      ...home,
      id: statement.id,
      ...take(statement, statementTexts),
      confidence: statement.confidence,
      originKey: originOf(statement),
      ...starts('asOf', statement.asOf === undefined ? null : spanOf(statement.asOf, false)),
      quoteExact: quote?.exact,
      quotePrefix: quote?.prefix,
      quoteSuffix: quote?.suffix,
      checkResult: quote?.check?.result,
      checkHash: quote?.check?.hash,
      checkBy: quote?.check?.by,
      checkAt: date(quote?.check?.at),
      recordedAt: date(statement.recordedAt),
      supersededAt: date(statement.supersededAt),
    },
  };
}

/** A statement as it was loaded. @param claim id of its claim. @param source id of its source */
export function statementFrom(properties: Properties, claim: string, source: string): Statement {
  return {
    type: 'statement',
    id: properties.id,
    claim,
    source,
    confidence: properties.confidence ?? null,
    ...take(properties, [...statementTexts, 'recordedAt', 'supersededAt']),
    ...quoteFrom(properties),
  } as Statement;
}

function quoteFrom(p: Properties): { quote?: Quote } {
  if (typeof p.quoteExact !== 'string') return {};
  const check = { result: p.checkResult, hash: p.checkHash, by: p.checkBy, at: p.checkAt };
  return {
    quote: {
      exact: p.quoteExact,
      ...take({ prefix: p.quotePrefix, suffix: p.quoteSuffix }, ['prefix', 'suffix']),
      ...(p.checkResult === undefined ? {} : { check: take(check, ['result', 'hash', 'by', 'at']) }),
    } as Quote,
  };
}

// Sources

const sourceTexts = [
  'title',
  'publisher',
  'published',
  'url',
  'licence',
  'citation',
  'reliability',
  'textHash',
  'marking',
  'note',
] as const;

/** A source as cypher/load takes it. */
export function sourceRow(source: Source, home: Home): Properties {
  return {
    ...home,
    id: source.id,
    ...take(source, sourceTexts),
    ...starts('published', source.published === undefined ? null : spanOf(source.published, true)),
  };
}

/** A source as it was loaded. */
export function sourceFrom(properties: Properties): Source {
  return { type: 'source', ...take(properties, ['id', 'dataset', ...sourceTexts]) } as Source;
}

// Entities

const entityTexts = [
  'label',
  'aliases',
  'unnamed',
  'wikidata',
  'iso3',
  'iso2',
  'isoNumeric',
  'cow',
  'cowLetters',
  'lon',
  'lat',
  'note',
] as const;

/** What an entity says of itself, as it is stored; whom it represents is stored apart. */
export function entityRow(entity: Entity): Properties {
  return {
    id: entity.id,
    dataset: entity.dataset,
    ...take(entity, entityTexts),
    name: entity.names.en,
    names: Object.entries(entity.names).map(([language, name]) => `${language}:${name}`),
    searchText: searchText(entity),
  };
}

/** All names and codes in lower case, each also without its diacritics. */
function searchText(entity: Entity): string {
  const codes = [entity.iso3, entity.iso2, ...(entity.cowLetters ?? []), entity.id.replace(/^[a-z]+:/, '')];
  const words = [...Object.values(entity.names), ...(entity.aliases ?? []), ...codes]
    .flatMap((word) => (word === undefined ? [] : [word.toLowerCase()]))
    .flatMap((word) => [word, word.normalize('NFD').replace(/\p{M}/gu, '')]);
  return [...new Set(words)].join(' ');
}

/** Whom an entity represents, as cypher/load takes it. */
export function representationRows(entity: Entity, load: string): Properties[] {
  return (entity.represents ?? []).map((r, index) => ({
    entity: entity.id,
    represented: r.entity,
    properties: {
      load,
      dataset: entity.dataset,
      office: r.office,
      from: r.from,
      until: r.until,
      source: r.source,
      ...ends(spellOf(r.from, r.until)),
      index,
    },
  }));
}

/** An entity as it was loaded. @param represents properties of REPRESENTS with `entity`, sorted by `index` */
export function entityFrom(properties: Properties, represents: readonly Properties[]): Entity {
  const names = (properties.names as string[] | undefined) ?? [];
  const offices = represents.map(
    (r) => take(r, ['entity', 'office', 'from', 'until', 'source']) as unknown as Representation,
  );
  return {
    type: 'entity',
    id: properties.id,
    dataset: properties.dataset ?? null,
    names: Object.fromEntries(names.map((n) => [n.slice(0, n.indexOf(':')), n.slice(n.indexOf(':') + 1)])),
    ...take(properties, entityTexts),
    ...(offices.length === 0 ? {} : { represents: offices }),
  } as Entity;
}

// Data sets

const datasetTexts = [
  'title',
  'short',
  'version',
  'publisher',
  'url',
  'licence',
  'citation',
  'description',
  'coder',
  'marking',
] as const;
/** What a data set says in lists and maps, which no property can hold: kept as JSON. */
const datasetJson = ['coverage', 'start', 'places'] as const;

/** A data set as it is stored, but for its load. */
export function datasetRow(dataset: Dataset): Properties {
  const json = datasetJson.flatMap((key) =>
    dataset[key] === undefined ? [] : [[key, JSON.stringify(dataset[key])]],
  );
  return { id: dataset.id, ...take(dataset, datasetTexts), ...Object.fromEntries(json) };
}

/** A data set as it was loaded. */
export function datasetFrom(properties: Properties): Dataset {
  const json = datasetJson.flatMap((key) =>
    typeof properties[key] === 'string' ? [[key, JSON.parse(properties[key])]] : [],
  );
  return {
    type: 'dataset',
    id: properties.id,
    ...take(properties, datasetTexts),
    ...Object.fromEntries(json),
  } as Dataset;
}
