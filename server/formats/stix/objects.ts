// Entries as STIX objects: what other programs understand in the standard's own fields, the entry as it is beside it.

import { type Marking, strictest } from '../../../model/confidence.ts';
import type { Dataset } from '../../../model/dataset.ts';
import type { Entity } from '../../../model/entity.ts';
import type { Source } from '../../../model/source.ts';
import type { Stance, Statement } from '../../../model/statement.ts';
import type { Tie } from '../../../model/ties.ts';
import type { Told } from '../format.ts';
import type { Head } from '../head.ts';
import { headWords, nameOf, standsWord } from '../words.ts';
import {
  authorOf,
  datasetStixId,
  ENTENTE,
  EXTENSION,
  FIXED,
  idOf,
  isPlaced,
  ours,
  type StixObject,
} from './ids.ts';
import { markingId } from './markings.ts';

/** What every object of ours has. */
export interface Common {
  id: string;
  by: string;
  created: string;
  modified: string;
  marking: Marking | null;
}

const base = ({ id, by, created, modified, marking }: Common): StixObject => ({
  type: id.slice(0, id.indexOf('--')),
  spec_version: '2.1',
  id,
  created_by_ref: by,
  created,
  modified,
  ...(marking === null ? {} : { object_marking_refs: [markingId(marking)] }),
});

/** Entente itself, and what its extension is. */
export const aboutUs: readonly StixObject[] = [
  {
    type: 'identity',
    spec_version: '2.1',
    id: ENTENTE,
    created: FIXED,
    modified: FIXED,
    name: 'Entente',
    description: 'A knowledge-graph explorer of how states align.',
    identity_class: 'system',
  },
  {
    type: 'extension-definition',
    spec_version: '2.1',
    id: EXTENSION,
    created_by_ref: ENTENTE,
    created: FIXED,
    modified: FIXED,
    name: 'Entente claims',
    description:
      'A claim of any number of parties with the statements of sources on it. A grouping is a claim: object_refs are its parties. A note is a statement that asserts it, an opinion one that denies it, qualifies it or reports that there is no evidence of it. A report is a data set.',
    schema:
      'Properties: entry, the entry of Entente (data set, entity, source, claim, statement) as a line of its JSON Lines has it; reading takes it and nothing else. entity, the business key of a state of the vocabulary. dataset, the key of a data set. home, the key of the data set of an object of others, where the file is of several. tie, a tie between two that is derived from claims, which reading passes over. computed, what the lens made of a claim. head, what the file says of itself.',
    version: '1.0.0',
    extension_types: ['property-extension'],
  },
];

/** What the file says of itself: a note on its data sets. */
export function headNote(head: Head, time: string): StixObject {
  const id = idOf('note', JSON.stringify(head));
  const about = head.datasets.map((d) => datasetStixId(d.id));
  return {
    ...base({ id, by: ENTENTE, created: time, modified: time, marking: head.marking }),
    abstract: `An answer of ${head.program}: ${head.question}`,
    content: headWords(head),
    authors: [head.program],
    object_refs: about.length === 0 ? [ENTENTE] : about,
    extensions: ours({ head }),
  };
}

/** A data set as the identity that its objects are created by. */
export function datasetIdentity(dataset: Dataset, common: Common): StixObject {
  return {
    ...base(common),
    name: authorOf(dataset),
    description: `Created the data set “${dataset.title}”.`,
    identity_class: 'unknown',
    extensions: ours({ entry: dataset }),
  };
}

/** A data set as a report on its claims. */
export function datasetReport(dataset: Dataset, claims: readonly string[], common: Common): StixObject {
  const { title, description, version, licence, citation, url } = dataset;
  return {
    ...base(common),
    name: title,
    description: [
      ...(description === undefined ? [] : [description]),
      ...(version === undefined ? [] : [`Version ${version}.`]),
      `Licence: ${licence ?? 'not told'}.`,
      ...(citation === undefined ? [] : [`Cite: ${citation}`]),
    ].join('\n'),
    published: common.modified,
    object_refs: claims.length === 0 ? [common.by] : claims,
    external_references: [
      {
        source_name: dataset.publisher ?? title,
        description: citation ?? title,
        ...(url === undefined ? {} : { url }),
      },
    ],
    extensions: ours({ dataset: dataset.id }),
  };
}

const classes: Record<Entity['label'], string> = {
  State: 'organization',
  Person: 'individual',
  Organization: 'organization',
  Group: 'group',
  Place: 'unknown',
  Weapon: 'class',
  Thing: 'unknown',
};

/** An entity as a location, an identity or an infrastructure. @param isHome whether a data set of the file declares it */
export function entityObject(entity: Entity, isHome: boolean, common: Common): StixObject {
  const { label, iso2, lat, lon, aliases, note, wikidata } = entity;
  const object = base(common);
  const country = iso2 === undefined ? {} : { country: iso2 };
  const onMap = lat === undefined || lon === undefined ? {} : { latitude: lat, longitude: lon };
  const says = {
    location: label === 'State' && iso2 !== undefined ? country : { ...country, ...onMap },
    identity: { identity_class: entity.unnamed === true ? 'class' : classes[label] },
    infrastructure: aliases === undefined ? {} : { aliases },
  }[String(object.type) as 'location' | 'identity' | 'infrastructure'];
  return {
    ...object,
    name: nameOf(entity),
    ...(note === undefined ? {} : { description: note }),
    ...(isPlaced(entity) || object.type !== 'location' ? says : {}),
    labels: [`entente:label=${label}`],
    ...(wikidata === undefined
      ? {}
      : {
          external_references: [
            {
              source_name: 'wikidata',
              url: `https://www.wikidata.org/wiki/${wikidata}`,
              external_id: wikidata,
            },
          ],
        }),
    extensions: ours(isHome ? { entry: entity } : { entity: entity.id }),
  };
}

/** A source as an external reference. */
export function referenceOf(source: Source): StixObject {
  const url = source.url ?? (/^https?:/.test(source.id) ? source.id : undefined);
  return {
    source_name: source.publisher ?? source.title,
    description: source.citation ?? source.title,
    ...(url === undefined ? {} : { url }),
    ...(url === source.id ? {} : { external_id: source.id }),
    ...(source.textHash === undefined
      ? {}
      : { hashes: { 'SHA-256': source.textHash.slice('sha256:'.length) } }),
  };
}

/** A source by itself: a note on its data set, so that what statements alone do not tell is there once. */
export function sourceNote(source: Source, common: Common): StixObject {
  const { title, publisher, published, licence, reliability } = source;
  return {
    ...base(common),
    abstract: `Source: ${title}`,
    content: [
      title,
      ...(publisher === undefined ? [] : [`Publisher: ${publisher}.`]),
      ...(published === undefined ? [] : [`Published: ${published}.`]),
      ...(licence === undefined ? [] : [`Licence: ${licence}.`]),
      ...(reliability === undefined ? [] : [`Reliability: ${reliability}.`]),
    ].join('\n'),
    object_refs: [common.by],
    external_references: [referenceOf(source)],
    extensions: ours({ entry: source }),
  };
}

/** What the lens made of a claim. */
export const computedOf = (told: Told) => ({
  state: told.state,
  stands: told.stands,
  for: told.for,
  against: told.against,
  origins_for: told.originsFor,
  origins_against: told.originsAgainst,
  certainty: told.certainty,
  sign: told.sign,
  commitment: told.commitment,
});

/** A claim as a grouping of its parties. @param parties ids of who is in it, at least one */
export function claimObject(
  told: Told,
  words: string,
  parties: readonly string[],
  common: Common,
): StixObject {
  const { claim, state, nature } = told;
  return {
    ...base(common),
    name: claim.title,
    description: words,
    context: 'unspecified',
    object_refs: parties,
    labels: [
      `entente:state=${state ?? 'out'}`,
      `entente:stands=${standsWord(told)}`,
      `entente:modality=${claim.modality}`,
      `entente:nature=${nature}`,
      ...claim.kinds.map((kind) => `entente:kind=${kind}`),
    ],
    extensions: ours({ entry: claim, computed: computedOf(told) }),
  };
}

/** How far a stance agrees (STIX 2.1, 10.2); who says that a thing was looked for and not found disagrees. */
const opinions: Record<Exclude<Stance, 'asserts'>, string> = {
  denies: 'strongly-disagree',
  'reports-absence': 'disagree',
  qualifies: 'neutral',
};

/** A statement as a note or an opinion on its claim. */
export function statementObject(
  statement: Statement,
  {
    claim,
    words,
    author,
    reference,
  }: { claim: string; words: string; author: string; reference: StixObject },
  common: Common,
): StixObject {
  const { stance, confidence } = statement;
  return {
    ...base(common),
    ...(stance === 'asserts'
      ? { abstract: 'Asserts it', content: words }
      : { opinion: opinions[stance], explanation: words }),
    authors: [author],
    object_refs: [claim],
    ...(confidence === null ? {} : { confidence }),
    labels: [`entente:stance=${stance}`],
    external_references: [reference],
    extensions: ours({ entry: statement }),
  };
}

/** A derived tie as a relationship. */
export function tieObject(
  tie: Tie,
  [a, b]: readonly [string, string],
  rule: string,
  common: Common,
): StixObject {
  const number = (n: number | null) => (n === null ? 'no number' : String(n));
  return {
    ...base(common),
    relationship_type: 'related-to',
    description: `Derived: a tie of sign ${tie.sign} counted from claims of the data set ${tie.dataset} that stand; no source states it. Asserted ${tie.asserted}, contested ${tie.contested}, unverified ${tie.unverified}, possible ${tie.possible}, undated ${tie.undated}; of two parties alone ${tie.bilateral}. For ${number(tie.for)}, against ${number(tie.against)} (${rule}). Some of the claims: ${tie.claims.join(', ')}.`,
    source_ref: a,
    target_ref: b,
    labels: ['entente:derived', `entente:sign=${tie.sign}`],
    extensions: ours({ tie }),
  };
}

/** The strictest marking of a statement, its source and its data set. */
export const markingIn = (
  statement: Statement,
  source: Source | undefined,
  dataset: Dataset | undefined,
): Marking | null => strictest([statement.marking, source?.marking, dataset?.marking]);
