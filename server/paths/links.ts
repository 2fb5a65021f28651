// What links entities: claims that stand with everybody who is in them, as the search for chains walks through them.
import type { LinkRow } from '../../model/answer.ts';
import { datasetOf } from '../../model/id.ts';
import { tieSign } from '../../model/parties.ts';
import type { PathLink, Place } from '../../model/path.ts';
import type { Sign, TieSign } from '../../model/vocabulary.ts';

/** What a claim makes of two who are in it. */
export interface Tie {
  sign: Sign | null;
  certainty: PathLink['certainty'];
}

/** A claim that stands, with its rows: one for each of its days. */
export interface LinkClaim {
  id: string;
  dataset: string;
  /** Its place in the order in which claims are read. */
  order: number;
  for: number | null;
  state: PathLink['state'];
  rows: LinkRow[];
}

/** Claims by entity; what two of them are to each other in a claim is worked out once. */
export class Links {
  readonly claims = new Map<string, LinkClaim>();
  readonly #of = new Map<string, Set<LinkClaim>>();
  readonly #ties = new Map<string, Map<string, Tie>>();
  readonly #signs: readonly TieSign[];

  /** @param signs which ties count; all where there are none */
  constructor(signs: readonly TieSign[]) {
    this.#signs = signs;
  }

  /** Takes the rows of one step; a claim that an earlier step found is known. */
  add(rows: readonly LinkRow[]): void {
    const known = new Set(this.claims.keys());
    for (const row of rows) {
      if (known.has(row.claim)) continue;
      const claim = this.claims.get(row.claim) ?? {
        id: row.claim,
        dataset: datasetOf(row.claim),
        order: this.claims.size,
        for: row.for,
        state: row.state as PathLink['state'],
        rows: [],
      };
      claim.rows.push(row);
      this.claims.set(row.claim, claim);
      for (const { entity } of row.places)
        this.#of.set(entity, (this.#of.get(entity) ?? new Set<LinkClaim>()).add(claim));
    }
  }

  /** The claims that an entity is in. */
  of(entity: string): Iterable<LinkClaim> {
    return this.#of.get(entity) ?? [];
  }

  /** Whom a claim ties an entity to. */
  ties(claim: LinkClaim, entity: string): Map<string, Tie> {
    const key = `${claim.id} ${entity}`;
    const known = this.#ties.get(key);
    if (known !== undefined) return known;
    const ties = tiesOf(claim, entity, this.#signs);
    this.#ties.set(key, ties);
    return ties;
  }
}

function tiesOf(claim: LinkClaim, entity: string, wanted: readonly TieSign[]): Map<string, Tie> {
  const found = new Map<string, { signs: Set<TieSign>; acting: boolean; sure: boolean }>();
  for (const row of claim.rows)
    for (const p of row.places.filter((place) => place.entity === entity))
      for (const q of row.places) {
        if (q.entity === entity) continue;
        const acting = actsFor(p, q);
        const sign = acting ? null : signOf(row, p, q);
        if (!acting && (sign === null || (wanted.length > 0 && !wanted.includes(sign)))) continue;
        const tie = found.get(q.entity) ?? { signs: new Set<TieSign>(), acting: false, sure: false };
        if (sign !== null) tie.signs.add(sign);
        tie.acting ||= acting;
        tie.sure ||= row.surely && p.sure && q.sure;
        found.set(q.entity, tie);
      }
  return new Map(
    [...found].map(([other, { signs, sure }]) => [
      other,
      { sign: told(signs), certainty: sure ? ('sure' as const) : ('possible' as const) },
    ]),
  );
}

/** Whom a place speaks for: itself, or the party that it acts for. */
const principal = (place: Place) => place.for ?? place.entity;
/** Whether one acts for the other, or both for one. */
const actsFor = (p: Place, q: Place) => principal(p) === principal(q);

const signOf = (row: LinkRow, p: Place, q: Place): TieSign | null =>
  tieSign({ ...p, entity: principal(p) }, { ...q, entity: principal(q) }, row.within, row.across);

function told(signs: ReadonlySet<TieSign>): Sign | null {
  if (signs.has('+')) return signs.has('-') ? '±' : '+';
  if (signs.has('-')) return '-';
  return signs.has('0') ? '0' : null;
}
