// A claim as the properties it is stored by, with its parties and who acted for them, and back.
import { actingFor, type Claim, type Party } from '../../../model/claim.ts';
import {
  isPrincipal,
  type PreparedClaim,
  type PreparedParty,
  prepare,
  signOf,
} from '../../../model/parties.ts';
import type { Vocabulary } from '../../../model/vocabulary.ts';
import { ends, freeFrom, freeRow, type Home, joined, type Properties, take } from './properties.ts';

const claimTexts = ['title', 'short', 'kinds', 'when', 'modality', 'incomplete', 'note'] as const;

/** A party of a claim: ids of both, its place among the parties, and what else is kept of it. */
interface PartyRow {
  claim: string;
  entity: string;
  index: number;
  properties: Properties;
}

export interface ClaimRow {
  claim: Properties;
  parties: PartyRow[];
  acts: Properties[];
}

/** A claim with its parties and who acted for them, as cypher/load takes them. */
export function claimRow(claim: Claim, home: Home, vocabulary: Vocabulary): ClaimRow {
  const prepared = prepare(claim, vocabulary);
  return {
    claim: joined(
      { ...home, id: claim.id },
      take(claim, claimTexts),
      {
        kind: prepared.leading.id,
        nature: prepared.nature,
        context: prepared.context,
        commitment: prepared.commitment,
        within: prepared.within,
        across: prepared.across,
        changing: prepared.changing,
      },
      ends(prepared.span),
      prepared.changing ? {} : unchanging(prepared),
      freeRow(claim.properties),
    ),
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

function partyRow(claim: Claim, prepared: PreparedParty, index: number): PartyRow {
  const given = claim.parties[index];
  return {
    claim: claim.id,
    entity: prepared.entity,
    index,
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
    },
  };
}

/** A party as cypher/fetch/entries tells it: its entity, and properties of PARTY_TO. */
export type PartyColumns = readonly [
  entity: string,
  role: string,
  part: string,
  ownPart: boolean | null,
  side: string | null,
  from: string | null,
  until: string | null,
  index: number,
];

/**
 * A claim as it was loaded.
 * @param parties sorted by index
 * @param acts `entity` and `party` of ACTS_IN, sorted by index
 */
export function claimFrom(
  properties: Properties,
  parties: readonly PartyColumns[],
  acts: readonly Properties[],
): Claim {
  return {
    type: 'claim',
    id: properties.id,
    ...take(properties, claimTexts),
    parties: parties.map((p) => partyFrom(p, acts)),
    ...freeFrom(properties),
  } as Claim;
}

function partyFrom(
  [entity, role, part, ownPart, side, from, until, index]: PartyColumns,
  acts: readonly Properties[],
): Party {
  const by = acts.filter((a) => a.party === index).map((a) => a.entity);
  return {
    entity,
    role,
    ...(ownPart === true ? { part } : {}),
    ...(side === null ? {} : { side }),
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
    ...(by.length === 0 ? {} : { by: by.length === 1 ? by[0] : by }),
  } as Party;
}
