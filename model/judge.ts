// Judging one claim through a lens, slow and obvious: principals, sign, state, for, against, stands (MODEL.md 2 to 4).
// The client's slider uses it, and it is what cypher/lens.cypher is held against.
import { type Confidence, type Marking, strictest } from './confidence.ts';
import type { EntityId } from './id.ts';
import type { ResolvedLens } from './lens.ts';
import { isPrincipal, type PreparedClaim, type PreparedParty, signOf } from './parties.ts';
import type { Source } from './source.ts';
import { originOf, type Stance, type Statement } from './statement.ts';
import { addDays, type Day, MAX_DAY, MIN_DAY, meets, type Span, spanOf } from './time.ts';
import type { Sign } from './vocabulary.ts';

export const states = ['asserted', 'contested', 'unverified', 'denied', 'unevidenced', 'open'] as const;
export type State = (typeof states)[number];
/** The states in which a claim stands. */
export const standing: readonly State[] = ['asserted', 'contested', 'unverified'];

const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)];
const sorted = (list: readonly string[]) => distinct(list).sort();

/** Who takes part on one day: surely (`certain`) and by some reading (`possible`). */
export interface Composition {
  /** The day it is told for; null where the composition is the same on all days asked about. */
  day: Day | null;
  held: 'sure' | 'possible' | 'undated';
  certain: EntityId[];
  possible: EntityId[];
  /** By some reading. */
  actors: EntityId[];
  sign: Sign;
}

/**
 * Every composition of a claim that a lens looks at: one where parties never change or the whole life is meant, else
 * one for each day on which it changes. Empty where the claim does not hold in the time asked about.
 */
export function compose(claim: PreparedClaim, lens: ResolvedLens): Composition[] {
  const held = heldIn(claim.span, lens.from, lens.until);
  if (held === 'no') return [];
  const principals = claim.parties.filter(isPrincipal);
  if (!claim.changing || lens.over === 'life')
    return [composition(null, held, principals, principals, claim)];
  const start = later(lens.from ?? MIN_DAY, claim.span?.startEarliest ?? MIN_DAY);
  const end = earlier(lens.until ?? MAX_DAY, claim.span?.endLatest ?? MAX_DAY);
  const breaks = principals.flatMap((p) =>
    p.span === null
      ? []
      : [
          p.span.startEarliest,
          p.span.startLatest,
          // An open end ends on no day.
          ...[p.span.endEarliest, p.span.endLatest].filter((d) => d !== MAX_DAY).map((d) => addDays(d, 1)),
        ],
  );
  // From its latest start on the claim surely holds, if there is a day on which it does.
  if (claim.span !== null && claim.span.startLatest <= claim.span.endEarliest)
    breaks.push(claim.span.startLatest);
  // A start of which nothing is known is at the latest on no day.
  const days = sorted([start, ...breaks.filter((d) => d >= start && d <= end && d !== MAX_DAY)]);
  return days.map((day) => {
    const asAsked = lens.from === null || held === 'undated' || days.length === 1;
    const onDay = asAsked ? held : heldIn(claim.span, day, day);
    const certain = principals.filter((p) => inOn(p, day) === 'sure');
    const possible = principals.filter((p) => inOn(p, day) !== 'no');
    return composition(day, onDay === 'no' ? 'possible' : onDay, certain, possible, claim);
  });
}

const later = (a: Day, b: Day) => (a > b ? a : b);
const earlier = (a: Day, b: Day) => (a < b ? a : b);
const inOn = (p: PreparedParty, day: Day) => (p.span === null ? 'sure' : meets(p.span, day, day));

/** Whether a claim's own time meets a range; every claim does where none is asked. */
function heldIn(
  span: Span | null,
  from: Day | null,
  until: Day | null,
): 'sure' | 'possible' | 'undated' | 'no' {
  if (from === null || until === null) return 'sure';
  return span === null ? 'undated' : meets(span, from, until);
}

function composition(
  day: Day | null,
  held: 'sure' | 'possible' | 'undated',
  certain: PreparedParty[],
  possible: PreparedParty[],
  claim: PreparedClaim,
): Composition {
  return {
    day,
    held,
    certain: sorted(certain.map((p) => p.entity)),
    possible: sorted(possible.map((p) => p.entity)),
    actors: sorted(possible.filter((p) => p.part === 'actor').map((p) => p.entity)),
    sign: signOf(possible, claim.within, claim.across),
  };
}

/** A statement with what judging needs of its source. */
export interface Weighable {
  stance: Stance;
  confidence: Confidence;
  origin: string;
  /** When its source was published; null where that is not known. */
  published: Span | null;
  recordedAt: Day | null;
  supersededAt: Day | null;
  /** The time it speaks about, where that differs from the claim's. */
  asOf: Span | null;
  /** The stricter of its own marking and its source's; null where neither is marked. */
  marking: Marking | null;
}

/** A statement as `weigh` takes it. @param source where it stands */
export function weighable(
  statement: Statement,
  source: Pick<Source, 'published' | 'marking'> | undefined,
): Weighable {
  const published = source?.published;
  return {
    stance: statement.stance,
    confidence: statement.confidence,
    origin: originOf(statement),
    published: published === undefined ? null : spanOf(published, true),
    recordedAt: statement.recordedAt ?? null,
    supersededAt: statement.supersededAt ?? null,
    asOf: statement.asOf === undefined ? null : spanOf(statement.asOf, false),
    marking: strictest([statement.marking, source?.marking]),
  };
}

/** Why a statement does not count; `undated` and `not yet` by the clock of the lens. */
type Obstacle = 'unknown' | 'below' | 'marked' | 'superseded' | 'undated' | 'not yet' | 'later';

/** Whether a statement counts through a lens: surely, by some reading of its dates, or why it does not. */
export function hearing(s: Weighable, lens: ResolvedLens): 'sure' | 'possible' | Obstacle {
  if (s.confidence === null && !lens.unknown) return 'unknown';
  if (s.confidence !== null && s.confidence < lens.threshold) return 'below';
  if (s.marking !== null && lens.above.includes(s.marking)) return 'marked';
  const known = knownBy(s, lens);
  // A statement as of a later time does not count for an earlier day; in a range the last day is meant.
  if (!isHeard(known) || s.asOf === null || lens.until === null) return known;
  if (s.asOf.startEarliest > lens.until) return 'later';
  return s.asOf.startLatest > lens.until || s.asOf.uncertain ? 'possible' : known;
}

const isHeard = (h: 'sure' | 'possible' | Obstacle) => h === 'sure' || h === 'possible';

/** The same where it does not matter why. */
export function counts(s: Weighable, lens: ResolvedLens): 'sure' | 'possible' | 'no' {
  const heard = hearing(s, lens);
  return isHeard(heard) ? heard : 'no';
}

function knownBy(s: Weighable, lens: ResolvedLens): 'sure' | 'possible' | Obstacle {
  if (lens.known === null) return s.supersededAt === null ? 'sure' : 'superseded';
  if (lens.clock === 'held') {
    if (s.recordedAt === null) return 'undated';
    if (s.recordedAt > lens.known) return 'not yet';
    return s.supersededAt !== null && s.supersededAt <= lens.known ? 'superseded' : 'sure';
  }
  if (s.supersededAt !== null) return 'superseded';
  if (s.published === null) return 'undated';
  if (s.published.startEarliest > lens.known) return 'not yet';
  return s.published.startLatest > lens.known || s.published.uncertain ? 'possible' : 'sure';
}

/** What the statements that count make of a claim. */
export interface Verdict {
  /** Null where no statement counts: the claim is out. */
  state: State | null;
  for: Confidence;
  against: Confidence;
  originsFor: number;
  originsAgainst: number;
  stands: boolean;
  /** `possible` where only some reading of the statements' dates gives this state and standing. */
  known: 'sure' | 'possible';
}

/** State, for and against of a claim from its statements (MODEL.md section 3). */
export function weigh(statements: readonly Weighable[], lens: ResolvedLens): Verdict {
  const counting = statements.map((s) => ({ ...s, how: counts(s, lens) })).filter((s) => s.how !== 'no');
  const asserting = counting.filter((s) => s.stance === 'asserts');
  const opposing = counting.filter((s) => s.stance === 'denies' || s.stance === 'reports-absence');
  const all = standingOf(counting, lens);
  // What those that surely count say as well, every reading of the others' dates says: states grow one way only.
  const surely = standingOf(
    counting.filter((s) => s.how === 'sure'),
    lens,
  );
  return {
    ...all,
    for: pick(asserting, lens.rule),
    against: pick(opposing, lens.rule),
    originsAgainst: distinct(opposing.map((s) => s.origin)).length,
    known: all.state === surely.state && all.stands === surely.stands ? 'sure' : 'possible',
  };
}

function standingOf(counting: readonly Weighable[], lens: ResolvedLens) {
  const state = stateOf(counting.map((s) => s.stance));
  const asserting = counting.filter((s) => s.stance === 'asserts');
  const originsFor = distinct(asserting.map((s) => s.origin)).length;
  return {
    state,
    originsFor,
    stands: state !== null && standing.includes(state) && originsFor >= lens.origins,
  };
}

function stateOf(stances: readonly Stance[]): State | null {
  const some = (stance: Stance) => stances.includes(stance);
  if (stances.length === 0) return null;
  if (some('asserts')) {
    if (some('denies')) return 'contested';
    return some('reports-absence') ? 'unverified' : 'asserted';
  }
  if (some('denies')) return 'denied';
  return some('reports-absence') ? 'unevidenced' : 'open';
}

/** The highest or the lowest number; unknown ones are passed over, and it is unknown where no statement has one. */
function pick(statements: readonly { confidence: Confidence }[], rule: 'highest' | 'lowest'): Confidence {
  const numbers = statements.map((s) => s.confidence).filter((c) => c !== null);
  if (numbers.length === 0) return null;
  return rule === 'highest' ? Math.max(...numbers) : Math.min(...numbers);
}

/** A claim judged: each of its compositions with the verdict of its statements. */
export interface Judgement extends Composition, Verdict {
  certainty: 'sure' | 'possible' | 'undated';
}

/** Judges a claim through a lens. Empty where it does not hold in the time asked about. */
export function judge(
  claim: PreparedClaim,
  statements: readonly Weighable[],
  lens: ResolvedLens,
): Judgement[] {
  const verdict = weigh(statements, lens);
  return compose(claim, lens).map((c) => ({ ...c, ...verdict, certainty: certaintyOf(c, verdict.known) }));
}

function certaintyOf(c: Composition, known: 'sure' | 'possible'): 'sure' | 'possible' | 'undated' {
  if (c.held === 'undated') return 'undated';
  const same = c.certain.length === c.possible.length;
  return c.held === 'possible' || known === 'possible' || !same ? 'possible' : 'sure';
}
