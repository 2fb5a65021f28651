// Ties: what claims make of pairs. Derived here as cypher/questions/pairs derives them, and stored nowhere.
import type { Confidence } from './confidence.ts';
import { type ClaimId, type DatasetId, datasetOf, type EntityId } from './id.ts';
import type { Judgement } from './judge.ts';
import type { ResolvedLens } from './lens.ts';
import { isPrincipal, type PreparedClaim, type PreparedParty, tieSign } from './parties.ts';
import type { TieSign } from './vocabulary.ts';

/** The ties of one sign between two entities, from the claims of one data set that stand. */
export interface Tie {
  a: EntityId;
  b: EntityId;
  dataset: DatasetId;
  sign: TieSign;
  /** By the state of the claims that surely tie them. */
  asserted: number;
  contested: number;
  unverified: number;
  possible: number;
  undated: number;
  /** How many of them have exactly these two principals. */
  bilateral: number;
  /** The least number of principals of a claim that surely ties them; at least so many where not all are known. */
  least: number | null;
  /** The highest or lowest number of the claims that surely tie them, by the rule of the lens; unknown ones are passed over. */
  for: Confidence;
  against: Confidence;
  /** The first of the claims behind it. */
  claims: ClaimId[];
}

/** So many claims are named with a tie. */
const NAMED = 20;

const levels = ['sure', 'possible', 'undated'] as const;
type Level = (typeof levels)[number];

/** Gathers the ties of claims, one claim after the other. */
export class Ties {
  readonly #ties = new Map<string, Tie>();
  readonly #lens: Pick<ResolvedLens, 'rule'>;
  readonly #among: ReadonlySet<EntityId> | null;

  /** @param among only ties between these; null where all are meant */
  constructor(lens: Pick<ResolvedLens, 'rule'>, among: ReadonlySet<EntityId> | null = null) {
    this.#lens = lens;
    this.#among = among;
  }

  /** Takes a claim as it is judged on each of its days. What does not stand ties nobody. */
  add(claim: PreparedClaim, judgements: readonly Judgement[]): void {
    const found = new Map<string, Found>();
    for (const judgement of judgements)
      if (judgement.stands) for (const tie of this.#tiesOn(claim, judgement)) keep(found, tie);
    for (const tie of found.values()) this.#count(claim, tie);
  }

  /** The ties, by data set, pair and sign. */
  rows(): Tie[] {
    const key = (t: Tie) => `${t.dataset} ${t.a} ${t.b} ${t.sign}`;
    return [...this.#ties.values()].sort((x, y) => (key(x) < key(y) ? -1 : 1));
  }

  *#tiesOn(claim: PreparedClaim, judgement: Judgement): Generator<Found> {
    const there = claim.parties.filter((p) => isPrincipal(p) && this.#isAmong(p) && isThere(p, judgement));
    const certain = new Set(judgement.certain);
    for (const [i, p] of there.entries())
      for (const q of there.slice(i + 1)) {
        const sign = tieSign(p, q, claim.within, claim.across);
        if (sign === null) continue;
        const [a, b] = p.entity < q.entity ? [p.entity, q.entity] : [q.entity, p.entity];
        yield { a, b, sign, judgement, level: levelOf(judgement, certain.has(a) && certain.has(b)) };
      }
  }

  #isAmong(p: PreparedParty): boolean {
    return this.#among === null || this.#among.has(p.entity);
  }

  #count(claim: PreparedClaim, { a, b, sign, level, judgement }: Found): void {
    const dataset = datasetOf(claim.id);
    const key = `${dataset} ${a} ${b} ${sign}`;
    const tie = this.#ties.get(key) ?? empty(a, b, dataset, sign);
    this.#ties.set(key, tie);
    if (tie.claims.length < NAMED) tie.claims.push(claim.id);
    if (level !== 'sure') {
      tie[level] += 1;
      return;
    }
    const { state, certain, possible } = judgement;
    if (state === 'asserted' || state === 'contested' || state === 'unverified') tie[state] += 1;
    if (!claim.incomplete && certain.length === 2 && possible.length === 2) tie.bilateral += 1;
    tie.least = Math.min(tie.least ?? certain.length, certain.length);
    tie.for = this.#pick(tie.for, judgement.for);
    tie.against = this.#pick(tie.against, judgement.against);
  }

  #pick(known: Confidence, next: Confidence): Confidence {
    if (known === null || next === null) return known ?? next;
    return this.#lens.rule === 'highest' ? Math.max(known, next) : Math.min(known, next);
  }
}

/** A tie of one claim on one of its days. */
interface Found extends Pick<Tie, 'a' | 'b' | 'sign'> {
  level: Level;
  judgement: Judgement;
}

/** Of the days on which a claim ties two one of the surest, and of those one with fewest principals. */
function keep(found: Map<string, Found>, tie: Found): void {
  const key = `${tie.a} ${tie.b} ${tie.sign}`;
  const known = found.get(key);
  const rank = ({ level, judgement: j }: Found) =>
    levels.indexOf(level) * 1e8 + j.certain.length * 1e4 + j.possible.length;
  if (known === undefined || rank(tie) < rank(known)) found.set(key, tie);
}

const isThere = (p: PreparedParty, { day }: Judgement) =>
  day === null || p.span === null || (p.span.startEarliest <= day && day <= p.span.endLatest);

const levelOf = ({ held, known }: Judgement, certain: boolean): Level =>
  held === 'undated' ? 'undated' : held === 'sure' && known === 'sure' && certain ? 'sure' : 'possible';

const empty = (a: EntityId, b: EntityId, dataset: DatasetId, sign: TieSign): Tie => ({
  a,
  b,
  dataset,
  sign,
  asserted: 0,
  contested: 0,
  unverified: 0,
  possible: 0,
  undated: 0,
  bilateral: 0,
  least: null,
  for: null,
  against: null,
  claims: [],
});
