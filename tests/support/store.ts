// Writes generated claims straight into the graph, for tests of the queries that need many small graphs quickly.
import { actingFor, type Claim } from '../../model/claim.ts';
import type { Entry } from '../../model/entry.ts';
import { isPrincipal, prepare, signOf } from '../../model/judge.ts';
import type { Source } from '../../model/source.ts';
import { originOf, type Statement } from '../../model/statement.ts';
import { type Span, spanOf } from '../../model/time.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import type { Graph } from '../../server/graph/graph.ts';
import type { Query } from '../../server/graph/queries.ts';

const query = (text: string): Query => ({
  name: 'test',
  text,
  label: '',
  description: '',
  mode: 'write',
  counts: 'claim',
  over: 'day',
  params: [],
  returns: [],
});

const setDates = (node: string, names: readonly string[]) =>
  names.map((n) => `SET ${node}.${n} = date(row.days.${n})`).join('\n');
const ends = ['startEarliest', 'startLatest', 'endEarliest', 'endLatest'];

const writeClaims = query(`
  UNWIND $rows AS row
  CREATE (c:Claim) SET c = row.properties ${setDates('c', ends)}
  WITH c, row.parties AS parties
  UNWIND parties AS row
  MERGE (e:Entity {id: row.entity})
  CREATE (e)-[p:PARTY_TO]->(c) SET p = row.properties ${setDates('p', ends)}
  FOREACH (by IN row.by | MERGE (x:Entity {id: by}) CREATE (x)-[:ACTS_IN {role: row.properties.role, for: row.entity}]->(c))`);

const writeSources = query(`
  UNWIND $rows AS row
  CREATE (s:Source) SET s = row.properties ${setDates('s', ['publishedEarliest', 'publishedLatest'])}`);

const writeStatements = query(`
  UNWIND $rows AS row
  MATCH (c:Claim {load: row.properties.load, id: row.claim})
  MATCH (source:Source {load: row.properties.load, id: row.source})
  CREATE (c)<-[:ABOUT]-(s:Statement)-[:FROM]->(source)
  SET s = row.properties ${setDates('s', ['asOfEarliest', 'asOfLatest', 'recordedAt', 'supersededAt'])}`);

const clear = query('MATCH (n) WHERE n.load IN $loads DETACH DELETE n');

const uncertain = (span: Span | null) => (span?.uncertain === true ? true : null);

/**
 * Writes claims with their sources and statements as the current load of a data set.
 * @param entries of one data set; its dataset entry and entities are not written
 * @returns the load
 */
export async function store(
  graph: Graph,
  dataset: string,
  entries: readonly Entry[],
  vocabulary: Vocabulary,
): Promise<string> {
  const load = `${dataset}@test`;
  const of = <T extends Entry['type']>(type: T) =>
    entries.filter((e): e is Extract<Entry, { type: T }> => e.type === type);
  await graph.write(clear, { loads: [load] });
  const home = (order: number) => ({ load, dataset, order });
  await graph.write(writeSources, { rows: of('source').map((s, i) => sourceRow(s, home(i))) });
  await graph.write(writeClaims, { rows: of('claim').map((c, i) => claimRow(c, home(i), vocabulary)) });
  await graph.write(writeStatements, { rows: of('statement').map((s, i) => statementRow(s, home(i))) });
  return load;
}

function sourceRow(source: Source, home: object) {
  const span = source.published === undefined ? null : spanOf(source.published, true);
  return {
    properties: { ...home, id: source.id, title: source.title, publishedUncertain: uncertain(span) },
    days: { publishedEarliest: span?.startEarliest, publishedLatest: span?.startLatest },
  };
}

function statementRow(s: Statement, home: { order: number }) {
  const span = s.asOf === undefined ? null : spanOf(s.asOf, false);
  return {
    claim: s.claim,
    source: s.source,
    properties: {
      ...home,
      id: `statement:${home.order}`,
      stance: s.stance,
      confidence: s.confidence,
      originKey: originOf(s),
      asOfUncertain: uncertain(span),
    },
    days: {
      asOfEarliest: span?.startEarliest,
      asOfLatest: span?.startLatest,
      recordedAt: s.recordedAt,
      supersededAt: s.supersededAt,
    },
  };
}

function claimRow(claim: Claim, home: object, vocabulary: Vocabulary) {
  const prepared = prepare(claim, vocabulary);
  const principals = prepared.parties.filter(isPrincipal);
  const ids = (parties: typeof principals) => [...new Set(parties.map((p) => p.entity))].sort();
  const { leading, nature, context, commitment, within, across, incomplete, changing, span } = prepared;
  return {
    properties: {
      ...home,
      id: claim.id,
      title: claim.title,
      kinds: claim.kinds,
      kind: leading.id,
      modality: claim.modality,
      nature,
      context,
      commitment,
      within,
      across,
      incomplete,
      changing,
      uncertain: uncertain(span),
      ...(changing
        ? {}
        : {
            principals: ids(principals),
            actors: ids(principals.filter((p) => p.part === 'actor')),
            arity: ids(principals).length,
            sign: signOf(prepared.parties, within, across),
          }),
    },
    days: span ?? {},
    parties: prepared.parties.map((p, index) => {
      const given = claim.parties[index];
      return {
        entity: p.entity,
        by: given === undefined ? [] : actingFor(given),
        properties: {
          role: p.role,
          family: p.family,
          part: p.part,
          side: p.side,
          index,
          uncertain: uncertain(p.span),
        },
        days: p.span ?? {},
      };
    }),
  };
}
