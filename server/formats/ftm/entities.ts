// Entries as entities of FollowTheMoney: a claim is an event, who takes part in it a link with dates, a statement the
// documentation of it by a source.
import type { Dataset } from '../../../model/dataset.ts';
import type { Entity } from '../../../model/entity.ts';
import type { Source } from '../../../model/source.ts';
import type { Statement } from '../../../model/statement.ts';
import type { Tie } from '../../../model/ties.ts';
import type { Told } from '../format.ts';
import type { Head } from '../head.ts';
import { claimWords, headWords, nameOf, standingOf, standsWord, statementWords } from '../words.ts';
import { type FtmEntity, hashOf, OURS } from './line.ts';
import { schemaOf } from './schemata.ts';

type Value = string | undefined | readonly (string | undefined)[];

/** An entity of ours. Properties without a value are left out; @param own what is put beside them, for the way back */
function made(
  id: string,
  schema: string,
  datasets: readonly string[],
  own: object,
  values: Record<string, Value>,
): FtmEntity {
  const properties: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(values)) {
    const list = [value].flat().filter((v) => v !== undefined && v !== '');
    if (list.length > 0) properties[name] = [...new Set(list as string[])];
  }
  return { id, schema, properties, ...(datasets.length === 0 ? {} : { datasets }), [OURS]: own };
}

/** A date that FollowTheMoney can have: without doubt, of any precision. */
const plainDate = (date: string | undefined) =>
  date !== undefined && /^\d{4}(-\d\d){0,2}$/.test(date) ? date : undefined;

/** World time as dates: one, or the ends of an interval. A day of several, and what is uncertain, is told in words alone. */
function datesOf(when: string | undefined): Record<string, Value> {
  if (when === undefined) return {};
  const [from, until] = when.split('/');
  if (until === undefined) return { date: plainDate(when) };
  return { startDate: plainDate(from), endDate: plainDate(until) };
}

const webUrl = (url: string | undefined) => (url !== undefined && /^https?:/.test(url) ? url : undefined);

/** What the file says of itself. */
export function headEntity(head: Head): FtmEntity {
  const title = `An answer of ${head.program}: ${head.question}`;
  const id = hashOf('head', JSON.stringify(head));
  const datasets = head.datasets.map((d) => d.id);
  return made(
    id,
    'Document',
    datasets,
    { head },
    { fileName: title, title, publisher: head.program, description: headWords(head) },
  );
}

const datasetId = (dataset: string) => hashOf('data set', dataset);

export function datasetEntity(dataset: Dataset): FtmEntity {
  const { id, title, publisher, url, description, licence, citation, marking } = dataset;
  return made(
    datasetId(id),
    'Document',
    [id],
    { entry: dataset },
    {
      fileName: title,
      title,
      publisher,
      sourceUrl: webUrl(url),
      description,
      notes: [
        `Licence: ${licence ?? 'not told'}.`,
        citation === undefined ? undefined : `Cite: ${citation}`,
        marking,
      ],
    },
  );
}

export function sourceEntity(source: Source, id: string): FtmEntity {
  const { title, publisher, published, url, citation, licence, reliability, marking, note } = source;
  return made(
    id,
    'Document',
    [source.dataset],
    { entry: source },
    {
      fileName: title,
      title,
      publisher,
      publishedAt: plainDate(published),
      sourceUrl: webUrl(url ?? source.id),
      summary: citation,
      notes: [licence, reliability === undefined ? undefined : `Reliability: ${reliability}.`, marking, note],
    },
  );
}

/** @param isHome whether a data set of the file declares it */
export function entityEntity(entity: Entity, id: string, isHome: boolean): FtmEntity {
  const { label, names, aliases = [], iso2, wikidata, note, lon, lat } = entity;
  const country = iso2?.toLowerCase();
  const isPlace = label === 'Place';
  return made(
    id,
    schemaOf[label],
    isHome && entity.dataset !== null ? [entity.dataset] : [],
    isHome ? { entry: entity } : { entity: entity.id },
    {
      name: nameOf(entity),
      alias: [...Object.values(names), ...aliases].filter((n) => n !== nameOf(entity)),
      country,
      ...(label === 'State' ? { territoryCode: country, level: 'country' } : {}),
      ...(isPlace ? { full: nameOf(entity), latitude: lat?.toString(), longitude: lon?.toString() } : {}),
      wikidataId: wikidata,
      notes: note,
    },
  );
}

/** What readers need of the others of a file. */
export interface Around {
  rule: string;
  name(entity: string): string;
  id(entity: string): string;
  source(statement: Statement): Source | undefined;
}

/** A claim as an event, and who takes part in it and acts in it as a link to it each. */
export function* claimEntities(told: Told, id: string, around: Around): Generator<FtmEntity> {
  const { claim, statements, state } = told;
  const dataset = [claim.id.slice(0, claim.id.indexOf('/'))];
  const sources = statements.flatMap((s) => around.source(s) ?? []);
  yield made(
    id,
    'Event',
    dataset,
    { entry: claim, computed: computedOf(told) },
    {
      name: claim.title,
      summary: standingOf(told, around.rule),
      ...datesOf(claim.when),
      description: claimWords(told, around.rule, around.name),
      keywords: [...claim.kinds, claim.modality, `state: ${state ?? 'out'}`, `stands: ${standsWord(told)}`],
      sourceUrl: sources.map((s) => webUrl(s.url ?? s.id)),
      publisher: sources.map((s) => s.publisher),
      notes: claim.note,
    },
  );
  for (const [i, party] of claim.parties.entries()) {
    const { entity, role, side, from, until, by } = party;
    yield made(
      hashOf(claim.id, 'party', String(i)),
      'UnknownLink',
      dataset,
      { part_of: claim.id },
      {
        subject: around.id(entity),
        object: id,
        role,
        summary: side === undefined ? undefined : `side: ${side}`,
        startDate: plainDate(from),
        endDate: plainDate(until),
      },
    );
    for (const actor of [by ?? []].flat())
      yield made(
        hashOf(claim.id, 'by', String(i), actor),
        'UnknownLink',
        dataset,
        { part_of: claim.id },
        {
          subject: around.id(actor),
          object: id,
          role: `acts for ${around.name(entity)}`,
        },
      );
  }
}

const computedOf = ({
  state,
  stands,
  certainty,
  sign,
  commitment,
  originsFor,
  originsAgainst,
  ...told
}: Told) => ({
  state,
  stands,
  for: told.for,
  against: told.against,
  originsFor,
  originsAgainst,
  certainty,
  sign,
  commitment,
});

/** A statement as the documentation of its claim by its source. */
export function statementEntity(
  statement: Statement,
  id: string,
  ids: { claim: string; source: string },
  around: Around,
): FtmEntity {
  const { stance, confidence, quote, attributedTo, recordedAt, marking, locator } = statement;
  const source = around.source(statement);
  const speaker = attributedTo === undefined ? null : around.name(attributedTo);
  const dataset = statement.claim.slice(0, statement.claim.indexOf('/'));
  return made(
    id,
    'Documentation',
    [dataset],
    { entry: statement },
    {
      document: ids.source,
      entity: ids.claim,
      role: stance,
      status: confidence === null ? 'confidence: not known' : `confidence: ${confidence}`,
      date: plainDate(source?.published),
      summary: quote?.exact,
      description: [statementWords(statement, source, speaker), marking]
        .filter((t) => t !== undefined)
        .join('\n'),
      recordId: locator,
      sourceUrl: webUrl(source?.url ?? statement.source),
      publisher: source?.publisher,
      retrievedAt: recordedAt,
    },
  );
}

/** A derived tie as a link that says so. */
export function tieEntity(tie: Tie, around: Around): FtmEntity {
  const number = (n: number | null) => (n === null ? 'no number' : String(n));
  return made(
    hashOf('tie', tie.dataset, tie.a, tie.b, tie.sign),
    'UnknownLink',
    [tie.dataset],
    { tie },
    {
      subject: around.id(tie.a),
      object: around.id(tie.b),
      role: `derived tie, sign ${tie.sign}`,
      status: 'derived',
      summary: `Derived: counted from claims that stand; no source states it. Asserted ${tie.asserted}, contested ${tie.contested}, unverified ${tie.unverified}, possible ${tie.possible}, undated ${tie.undated}; of two parties alone ${tie.bilateral}.`,
      description: `For ${number(tie.for)}, against ${number(tie.against)} (${around.rule}). Some of the claims: ${tie.claims.join(', ')}.`,
    },
  );
}
