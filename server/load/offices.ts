// Checks that whoever acts for a party holds an office of it at the time of the claim.
import { actingFor, type Claim, type Party } from '../../model/claim.ts';
import { leadingKind } from '../../model/parties.ts';
import { type Span, spanOf, spellOf } from '../../model/time.ts';
import type { Graph } from '../graph/graph.ts';
import { vocabulary } from '../vocabulary.ts';
import type { CheckedDataset } from './check.ts';
import type { Errors } from './errors.ts';
import { type Office, officesInGraph } from './known.ts';

/**
 * Every `by` of every claim, against the offices of the files and of the graph (MODEL.md section 1).
 * @param wrong ids of entities that are missing or wrong themselves, which is told already
 */
export async function checkOffices(
  datasets: readonly CheckedDataset[],
  wrong: ReadonlySet<string>,
  graph: Graph,
  errors: Errors,
): Promise<void> {
  const acting = new Set(
    datasets.flatMap((d) => d.claims.flatMap((c) => c.entry.parties.flatMap((p) => actingFor(p)))),
  );
  const anew = datasets.map((d) => d.dataset.entry.id);
  const offices = [
    ...datasets.flatMap((d) => d.entities.flatMap((e) => officesOf(e.entry))),
    ...(await officesInGraph(graph, [...acting], anew)),
  ];
  for (const { claims } of datasets)
    for (const { entry, at } of claims)
      for (const [i, party] of entry.parties.entries())
        for (const who of actingFor(party)) {
          const held = offices.filter((o) => o.entity === who && o.represented === party.entity);
          const time = timeOf(entry, party);
          if (wrong.has(who) || wrong.has(party.entity) || held.some((o) => covers(o, time))) continue;
          errors.add({ ...at(`/parties/${i}/by`), detail: told(who, party, entry, held) }, 'no-office');
          errors.refuse('claim', entry);
        }
}

function officesOf(entity: CheckedDataset['entities'][number]['entry']): Office[] {
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

function told(who: string, party: Party, claim: Claim, held: readonly Office[]): string {
  const offices = held.map((o) => `${o.office}, ${o.from ?? 'always'} to ${o.until ?? 'now'}`);
  const when = party.from ?? claim.when;
  const has = offices.length === 0 ? `write it under represents of ${who}` : `it has ${offices.join('; ')}`;
  return `${who} has no office of ${party.entity}${when === undefined ? '' : ` at the time of the claim (${when})`}: ${has}`;
}
