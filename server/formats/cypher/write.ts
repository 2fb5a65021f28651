// Writes the Cypher script: a head in comments, constraints, then rows in commands of bounded size, as they are read.
import { actingFor } from '../../../model/claim.ts';
import type { Dataset } from '../../../model/dataset.ts';
import type { Entity } from '../../../model/entity.ts';
import { datasetOf } from '../../../model/id.ts';
import { identityOf, type Statement } from '../../../model/statement.ts';
import { MAX_DAY, MIN_DAY, spanOf } from '../../../model/time.ts';
import { signWords } from '../cells.ts';
import type { Outgoing, Told } from '../format.ts';
import { Batch, scriptOf } from './batch.ts';

type Properties = Record<string, unknown>;

const constraints = ['dataset', 'source', 'entity', 'claim', 'statement'];

export async function* encode(outgoing: Outgoing): AsyncGenerator<string> {
  yield headOf(outgoing);
  for (const name of constraints) yield `${scriptOf(`constraint-${name}`)};\n`;
  const batch = new Batch();
  let last = '';
  if (outgoing.form === 'pairs') await addTies(batch, outgoing);
  else
    for await (const piece of outgoing.pieces()) {
      if (piece.type === 'told') addClaim(batch, piece);
      else if (piece.type === 'entity') {
        // Those of one entity come one after the other.
        addEntity(batch, piece, piece.id === last);
        last = piece.id;
      } else if (piece.type === 'source') batch.add('sources', without(piece, ['type']));
      else batch.add('datasets', datasetProperties(piece));
      if (batch.isFull) yield* batch.take();
    }
  yield* batch.take();
}

async function addTies(batch: Batch, outgoing: Outgoing): Promise<void> {
  const { datasets, entities, ties } = await outgoing.ties();
  for (const dataset of datasets) batch.add('datasets', datasetProperties(dataset));
  for (const entity of entities) addEntity(batch, { ...entity, represents: [] });
  for (const { a, b, sign, ...properties } of ties)
    batch.add('ties', {
      a,
      b,
      properties: given({
        ...properties,
        sign: signWords[sign],
        derived: 'tie derived from claims',
        rule: outgoing.head.rule,
      }),
    });
}

/** What the file says of itself. Neo4j reads escapes in comments too, and one of them is the end of a line. */
function headOf({ head, form }: Outgoing): string {
  const lines = [
    `The answer to "${head.question}"${head.states.length === 0 ? '' : ` for ${head.states.join(', ')}`}`,
    `Lens: ${head.lens}`,
    head.program,
    ...head.datasets.flatMap((d) => [
      `Data set: ${d.id}${d.version === undefined ? '' : ` ${d.version}`}, load ${d.load}: ${d.title}`,
      ...(d.citation === undefined ? [] : [`Cite as: ${d.citation}`]),
      ...(d.licence === undefined ? [] : [`Licence: ${d.licence}`]),
    ]),
    ...(head.marking === null ? [] : [head.marking]),
    ...head.notes,
    form === 'pairs'
      ? 'DERIVED_TIE is derived: no source states it.'
      : 'Properties that begin with computed_ are worked out through the lens.',
    'Run it in a database of its own, not in the one that Entente keeps: cypher-shell -f FILE, or paste it into the Neo4j Browser with its multi-statement editor. Run twice it is there once.',
  ];
  return `${lines.map((line) => `// ${line.replace(/[\s\p{C}]+/gu, ' ').replaceAll('\\', '/')}`).join('\n')}\n`;
}

function datasetProperties(dataset: Dataset): Properties {
  const { coverage, start, places, properties } = dataset;
  return given({
    ...without(dataset, ['type', 'properties']),
    ...free(properties),
    coverage: JSON.stringify(coverage),
    start: start === undefined ? undefined : JSON.stringify(start),
    places: places === undefined ? undefined : JSON.stringify(places),
  });
}

/** @param isAgain whether another data set has declared it before: then its offices are added to it */
function addEntity(batch: Batch, entity: Entity, isAgain = false): void {
  const { names, represents, properties, ...rest } = entity;
  if (!isAgain)
    batch.add('entities', {
      ...without(rest, ['type']),
      name: names.en,
      names: Object.entries(names).map(([language, name]) => `${language}:${name}`),
      ...free(properties),
    });
  for (const [index, { entity: represented, ...office }] of (represents ?? []).entries())
    batch.add('representations', {
      entity: entity.id,
      represented,
      properties: given({ ...office, dataset: entity.dataset ?? undefined, index }),
    });
}

function addClaim(batch: Batch, told: Told): void {
  const { claim, statements } = told;
  const { parties, properties, ...rest } = claim;
  batch.add('claims', {
    ...without(rest, ['type']),
    dataset: datasetOf(claim.id),
    ...free(properties),
    ...computed(told),
  });
  for (const [index, party] of parties.entries()) {
    const { entity, by, ...says } = party;
    batch.add('parties', { claim: claim.id, entity, properties: { ...says, index } });
    for (const [place, actor] of actingFor(party).entries())
      batch.add('acts', {
        claim: claim.id,
        entity: actor,
        properties: { role: party.role, for: entity, party: index, index: place },
      });
  }
  for (const statement of statements) addStatement(batch, statement);
}

/** What the lens makes of a claim, under names that say that it is computed. */
function computed(told: Told): Properties {
  const { when } = told.claim;
  const span = when === undefined ? null : spanOf(when, told.nature === 'event');
  const values = given({
    nature: told.nature,
    context: told.context,
    commitment: told.commitment,
    sign: signWords[told.sign],
    principals: told.principals,
    state: told.state,
    stands: told.stands,
    certainty: told.certainty,
    for: told.for,
    against: told.against,
    originsFor: told.originsFor,
    originsAgainst: told.originsAgainst,
    day: told.day,
    earliest: span === null || span.startEarliest === MIN_DAY ? null : span.startEarliest,
    latest: span === null || span.endLatest === MAX_DAY ? null : span.endLatest,
  });
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`computed_${name}`, value]));
}

function addStatement(batch: Batch, statement: Statement): void {
  const { claim, source, attributedTo, quote, properties, ...rest } = statement;
  const id = statement.id ?? identityOf(statement);
  batch.add('statements', {
    claim,
    source,
    properties: given({
      ...without(rest, ['type']),
      ...free(properties),
      id,
      dataset: datasetOf(claim),
      quoteExact: quote?.exact,
      quotePrefix: quote?.prefix,
      quoteSuffix: quote?.suffix,
      checkResult: quote?.check?.result,
      checkHash: quote?.check?.hash,
      checkBy: quote?.check?.by,
      checkAt: quote?.check?.at,
    }),
  });
  if (attributedTo !== undefined) batch.add('attributions', { statement: id, entity: attributedTo });
}

/** What a data set keeps beside the model, under names that no other property has. */
const free = (properties: Properties | undefined): Properties =>
  Object.fromEntries(Object.entries(properties ?? {}).map(([name, value]) => [`free_${name}`, value]));

/** What is there: a property that is null is none. */
const given = (values: Properties): Properties =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));

const without = (entry: object, keys: readonly string[]): Properties =>
  given(Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.includes(key))));
