// Checks that whoever acts for a party holds an office of it at the time of the claim.
import { actingFor, type Claim, type Party } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import { leadingKind } from '../../model/parties.ts';
import { type Span, spanOf, spellOf, spellText } from '../../model/time.ts';
import type { Graph } from '../graph/graph.ts';
import { vocabulary } from '../vocabulary.ts';
import type { Errors } from './errors.ts';
import type { Kept } from './kept.ts';
import { type Office, officesInGraph } from './known.ts';
import type { Placed } from './parse.ts';
import type { Place } from './read.ts';

/** Somebody who acts for a party of a claim. */
export interface Acting {
  dataset: string;
  who: string;
  party: string;
  /** When: the party's spell where it has one, else the claim's time; null where neither is known. */
  time: Span | null;
  /** The same as it is written. */
  when: string | undefined;
  /** The claim, and where it names them. */
  n: number;
  place: Place;
}

/** Everybody who acts for a party of a claim. */
export function actingIn(dataset: string, claim: Claim, n: number, at: Placed['at']): Acting[] {
  return claim.parties.flatMap((party, i) =>
    actingFor(party).map((who) => ({
      dataset,
      who,
      party: party.entity,
      time: timeOf(claim, party),
      when: party.from ?? claim.when,
      n,
      place: at(`/parties/${i}/by`),
    })),
  );
}

/**
 * Everybody who acts, against the offices of the files and of the graph (MODEL.md section 1).
 * @param wrong ids of entities that are missing or wrong themselves, which is told already
 */
export async function checkOffices(
  datasets: readonly Kept[],
  acting: readonly Acting[],
  wrong: ReadonlySet<string>,
  graph: Graph,
  errors: Errors,
): Promise<void> {
  const here = new Set(datasets.map((d) => d.id));
  const actors = new Set(acting.map((a) => a.who));
  const offices = new Map<string, Office[]>();
  for (const office of [
    ...datasets.flatMap((d) => d.declared.flatMap((p) => officesOf(p.entry))),
    ...(await officesInGraph(graph, [...actors], [...here])),
  ])
    offices.set(office.entity, [...(offices.get(office.entity) ?? []), office]);
  for (const a of acting) {
    const held = (offices.get(a.who) ?? []).filter((o) => o.represented === a.party);
    if (!here.has(a.dataset) || wrong.has(a.who) || wrong.has(a.party)) continue;
    if (held.some((o) => covers(o, a.time))) continue;
    errors.add({ ...a.place, detail: told(a, held) }, 'no-office');
    errors.refuse('claim', a.n);
  }
}

function officesOf(entity: Entity): Office[] {
  return (entity.represents ?? []).map((r) => ({ ...r, entity: entity.id, represented: r.entity }));
}

/** When a party took part: its spell where it has one, else the claim's time; null where neither is known. */
function timeOf(claim: Claim, party: Party): Span | null {
  if (party.from !== undefined || party.until !== undefined) return spellOf(party.from, party.until);
  if (claim.when === undefined) return null;
  const kinds = claim.kinds.flatMap((id) => vocabulary().kinds.get(id) ?? []);
  return spanOf(claim.when, kinds.length > 0 && leadingKind(kinds).nature === 'event');
}

/** Whether an office covers a time by some reading of both; with no time any office does. */
function covers(office: Office, time: Span | null): boolean {
  const span = spellOf(office.from, office.until);
  if (time === null || span === null) return true;
  return span.startEarliest <= time.endLatest && span.endLatest >= time.startEarliest;
}

function told({ who, party, when }: Acting, held: readonly Office[]): string {
  const offices = held.map((o) => `${o.office}, ${spellText(o.from, o.until)}`);
  const has = offices.length === 0 ? `write it under represents of ${who}` : `it has ${offices.join('; ')}`;
  return `${who} has no office of ${party}${when === undefined ? '' : ` at the time of the claim (${when})`}: ${has}`;
}
