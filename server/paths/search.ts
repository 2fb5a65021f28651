// The search for chains of claims between two entities: the shortest, those whose weakest link is the strongest, and the
// claims that all of them need.
import type { LinkClaim, Links, Tie } from './links.ts';

interface Step {
  claim: LinkClaim;
  from: string;
  to: string;
  tie: Tie;
}
export type Chain = Step[];

/** How many chains of one kind are told. */
const TOLD = 5;
/** How many links one search follows at most, so that its time is bounded. */
const MOST_LINKS = 400_000;

/** A search between two entities, of chains of at most some length; `exact` until something was left out. */
export class Search {
  readonly #links: Links;
  readonly #from: string;
  readonly #to: string;
  readonly #longest: number;
  #left = MOST_LINKS;
  exact = true;

  constructor(links: Links, from: string, to: string, longest: number) {
    this.#links = links;
    this.#from = from;
    this.#to = to;
    this.#longest = longest;
  }

  /** The shortest chains, of those equally long the ones whose weakest link is the strongest. */
  shortest(): Chain[] {
    return this.#chains(() => true, TOLD)
      .sort(byLength)
      .slice(0, TOLD);
  }

  /**
   * The chains whose weakest link is the strongest. Those with a claim of unknown confidence come after all others, by
   * their length: unknown is not low.
   */
  strongest(): Chain[] {
    const numbers = [...this.#links.claims.values()].map((c) => c.for).filter((n) => n !== null);
    const best: Chain[] = [];
    const add = (through: (claim: LinkClaim) => boolean) => {
      // All that are stronger are there already: there were not enough of them.
      const there = new Set(best.map(keyOf));
      const found = this.#chains(through, TOLD - best.length, (chain) => !there.has(keyOf(chain)));
      best.push(...found.sort(byStrength).slice(0, TOLD - best.length));
    };
    for (const least of [...new Set(numbers)].sort((a, b) => b - a))
      if (best.length < TOLD) add((c) => c.for !== null && c.for >= least);
    if (best.length < TOLD) add(() => true);
    return best;
  }

  /** The claims without which there is no chain: each of them is in any one chain. */
  needed(chain: Chain | undefined): LinkClaim[] {
    return (chain ?? [])
      .map((step) => step.claim)
      .filter(
        (claim) =>
          this.#chains(
            (c) => c !== claim,
            1,
            () => true,
            1,
          ).length === 0,
      );
  }

  /**
   * Chains by length, all of one length before the next, until there are enough.
   * @param through the claims that they may go through
   * @param fresh which chains are meant
   * @param most how many of one length are looked for
   */
  #chains(
    through: (claim: LinkClaim) => boolean,
    enough: number,
    fresh: (chain: Chain) => boolean = () => true,
    most = Number.POSITIVE_INFINITY,
  ): Chain[] {
    // How many claims each entity is from the end at least: as far as the chains of one length can lead.
    const distance = new Map([[this.#to, 0]]);
    let reached = [this.#to];
    const found: Chain[] = [];
    for (let length = 1; length <= this.#longest && found.length < enough; length++) {
      if (length > 1) reached = this.#further(length - 1, through, distance, reached);
      found.push(...this.#ofLength(length, through, distance, most).filter(fresh));
    }
    return found;
  }

  /** Notes who is one claim further from the end than those that were reached; they are reached now. */
  #further(
    away: number,
    through: (claim: LinkClaim) => boolean,
    distance: Map<string, number>,
    reached: readonly string[],
  ): string[] {
    const next: string[] = [];
    for (const entity of reached)
      for (const claim of this.#links.of(entity)) {
        if (!through(claim)) continue;
        for (const other of this.#links.ties(claim, entity).keys()) {
          if (distance.has(other)) continue;
          distance.set(other, away);
          next.push(other);
        }
      }
    return next;
  }

  #ofLength(
    length: number,
    through: (claim: LinkClaim) => boolean,
    distance: ReadonlyMap<string, number>,
    most: number,
  ): Chain[] {
    const found: Chain[] = [];
    const visited = new Set([this.#from]);
    const used = new Set<LinkClaim>();
    const chain: Chain = [];
    const walk = (from: string) => {
      const left = length - chain.length - 1;
      for (const claim of this.#links.of(from)) {
        if (used.has(claim) || !through(claim)) continue;
        for (const [to, tie] of this.#links.ties(claim, from)) {
          const away = distance.get(to);
          if (away === undefined || away > left || visited.has(to) || (to === this.#to && left > 0)) continue;
          if (found.length >= most) return;
          if (this.#left-- <= 0) {
            this.exact = false;
            return;
          }
          chain.push({ claim, from, to, tie });
          if (left === 0) found.push([...chain]);
          else {
            visited.add(to);
            used.add(claim);
            walk(to);
            visited.delete(to);
            used.delete(claim);
          }
          chain.pop();
        }
      }
    };
    walk(this.#from);
    return found;
  }
}

/** The lowest number of a chain's claims; null where none has one. */
export function weakestOf(chain: Chain): number | null {
  const numbers = chain.map((s) => s.claim.for).filter((n) => n !== null);
  return numbers.length === 0 ? null : Math.min(...numbers);
}

const unknownIn = (chain: Chain) => chain.filter((s) => s.claim.for === null).length;
const unsure = (chain: Chain) => Number(chain.some((s) => s.tie.certainty !== 'sure'));
const keyOf = (chain: Chain) => chain.map((s) => `${s.claim.id} ${s.to}`).join(' ');
const byKey = (a: Chain, b: Chain) => (keyOf(a) < keyOf(b) ? -1 : 1);
const byWeakest = (a: Chain, b: Chain) => (weakestOf(b) ?? -1) - (weakestOf(a) ?? -1);

const byLength = (a: Chain, b: Chain) =>
  a.length - b.length ||
  unsure(a) - unsure(b) ||
  unknownIn(a) - unknownIn(b) ||
  byWeakest(a, b) ||
  byKey(a, b);

const byStrength = (a: Chain, b: Chain) =>
  Number(unknownIn(a) > 0) - Number(unknownIn(b) > 0) ||
  (unknownIn(a) > 0 ? a.length - b.length || unknownIn(a) - unknownIn(b) : 0) ||
  byWeakest(a, b) ||
  a.length - b.length ||
  unsure(a) - unsure(b) ||
  byKey(a, b);
