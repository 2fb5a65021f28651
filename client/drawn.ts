// What is drawn: the claims of the picture as they are judged now, with what the chosen question keeps in the light.
import type { Answer, JudgedClaim } from '../model/answer.ts';
import type { Claim } from '../model/claim.ts';
import { bandOf } from '../model/confidence.ts';
import type { Entity } from '../model/entity.ts';
import type { EntityId } from '../model/id.ts';
import type { Lens } from '../model/lens.ts';
import { type PreparedParty, prepare } from '../model/parties.ts';
import type { View } from '../model/view.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { goneIn, withReport } from './brought.ts';
import { rejudge } from './rejudge.ts';

/** A claim in the picture. */
export interface DrawnClaim extends JudgedClaim {
  /**
   * It stood before the threshold was moved and does not now: drawn as a ghost until the answer is asked again. Or it is
   * gone on the later of two days that are compared.
   */
  ghost: boolean;
  /** Such a ghost of which no statement counts any more: in no count, and with the look that it had. */
  out: boolean;
  /** A question is asked and this claim is not in its answer. */
  dim: boolean;
  /**
   * In the table and in every count, but in no line: it ties a pair that is not among those that are drawn, or it came in
   * while a handle moves.
   */
  undrawn: boolean;
}

/** Everything that canvas, table, legend and counts show: computed, never stored. */
export interface Drawn {
  claims: DrawnClaim[];
  question: Answer | null;
  picture: Answer;
  /** What legend or key hides: it is not counted as drawn, and not as not standing either. */
  hidden: JudgedClaim[];
  /** How many pairs of states there are, where not all of them are drawn. */
  pairs: { of: number; shown: number } | null;
  /** States with fewer claims than asked for, which are not drawn, of how many; null where none is left out. */
  few: { states: ReadonlySet<EntityId>; of: number } | null;
}

/** What no handle has changed. */
const untouched = { ghost: false, out: false, undrawn: false };

/** So many pairs of states are drawn where the reader has not asked for all (UX.md section 9). */
export const MOST_PAIRS = 300;

/**
 * What is drawn of an answer.
 * @param around the answer of `around` that the picture is made of
 * @param question the answer of the chosen question, or null
 */
export function drawn(around: Answer, question: Answer | null, view: View): Drawn {
  const picture = withReport(around, question);
  const gone = goneIn(question);
  const kept = question === null ? null : new Set(question.claims.map((c) => c.claim.id));
  const present = picture.claims.filter((c) => c.state !== null);
  const claims = present
    .filter((c) => !isHidden(c, view))
    .map((c) => ({
      ...c,
      ...(gone.has(c.claim.id) ? { ghost: true, out: true, undrawn: false } : untouched),
      dim: kept !== null && !kept.has(c.claim.id),
    }));
  const hidden = present.filter((c) => isHidden(c, view));
  const isAlignment = view.draw === 'alignment';
  const few = isAlignment && view.degree > 1 ? leaveFew(claims, picture, view.degree) : null;
  const pairs = isAlignment && !view.allPairs ? leaveOut(claims, picture) : null;
  return { claims, question, picture, hidden, pairs, few };
}

/**
 * What is drawn while a handle moves. Every claim that is drawn keeps its place, and those that are judged alike are the
 * same objects as before.
 * @param still what is drawn while the handle rests
 */
export function moving(still: Drawn, view: View, preview: Lens): Drawn {
  const { picture, question, pairs, few } = still;
  const before = lookup(still);
  const claims: DrawnClaim[] = [];
  const hidden: JudgedClaim[] = [];
  for (const c of rejudge(picture, preview)) {
    const was = before.claims.get(c.claim.id);
    if (was?.out === true) {
      // What is gone stays gone: it is of the earlier day.
      claims.push(was);
      continue;
    }
    const isIn = c.state !== null && !isHidden(c, view);
    if (c.state !== null && isHidden(c, view)) hidden.push(c);
    if (was === undefined && !isIn) continue;
    const known = before.looks.get(c);
    const look = known ?? asMoved(c, was, isIn, question);
    if (known === undefined) before.looks.set(c, look);
    claims.push(look);
  }
  return { claims, question, picture, hidden, pairs, few };
}

/** What goes out keeps its look as a ghost; what comes in is counted at once, and drawn when the answer is asked again. */
function asMoved(
  c: JudgedClaim,
  was: DrawnClaim | undefined,
  isIn: boolean,
  question: Answer | null,
): DrawnClaim {
  if (was === undefined) {
    const dim = question !== null && !question.claims.some((q) => q.claim.id === c.claim.id);
    return { ...c, ...untouched, dim, undrawn: true };
  }
  if (!isIn) return { ...was, ghost: true, out: true };
  if (isJudgedAlike(was, c)) return was;
  return { ...was, ...c, ghost: was.stands && !c.stands };
}

interface Lookup {
  claims: ReadonlyMap<string, DrawnClaim>;
  /** How a claim looks, by how it is judged. */
  looks: WeakMap<JudgedClaim, DrawnClaim>;
}

const lookups = new WeakMap<Drawn, Lookup>();

function lookup(still: Drawn): Lookup {
  const known = lookups.get(still);
  if (known !== undefined) return known;
  const made = { claims: new Map(still.claims.map((c) => [c.claim.id, c])), looks: new WeakMap() };
  lookups.set(still, made);
  return made;
}

/** Whether two judgements of one claim say the same. */
export const isJudgedAlike = (a: JudgedClaim, b: JudgedClaim): boolean =>
  a.claim === b.claim &&
  a.state === b.state &&
  a.stands === b.stands &&
  a.certainty === b.certainty &&
  a.for === b.for &&
  a.against === b.against &&
  a.originsFor === b.originsFor &&
  a.originsAgainst === b.originsAgainst;

/** States by what a claim's principals are drawn as. */
const nodesOf = (picture: Answer) => representing(new Map(picture.entities.map((e) => [e.id, e])));

/**
 * Marks what ties fewer than two states that have at least so many claims that stand.
 * @returns the states that have fewer, of how many
 */
function leaveFew(claims: readonly DrawnClaim[], picture: Answer, least: number): Drawn['few'] {
  const nodeOf = nodesOf(picture);
  const statesOf = new Map(claims.map((c) => [c, [...new Set(c.principals.map(nodeOf))]]));
  const degrees = new Map<EntityId, number>();
  for (const [c, states] of statesOf)
    for (const id of states) degrees.set(id, (degrees.get(id) ?? 0) + Number(c.stands));
  const states = new Set([...degrees].flatMap(([id, n]) => (n < least ? [id] : [])));
  for (const [c, of] of statesOf) {
    const left = of.filter((id) => !states.has(id)).length;
    if (left < Math.min(of.length, 2)) c.undrawn = true;
  }
  return states.size === 0 ? null : { states, of: degrees.size };
}

/** Which of two pairs is the more telling where both have as many claims: deeper commitment first, then the surer. */
const depth = (claims: readonly DrawnClaim[]) =>
  Math.max(...claims.map((c) => (c.stands ? (c.commitment ?? 0) * 1000 + (c.for ?? -1) : -1)));

/** Marks what ties pairs beyond those with most claims. @returns how many pairs there are, where any is left out */
function leaveOut(claims: readonly DrawnClaim[], picture: Answer): Drawn['pairs'] {
  const nodeOf = nodesOf(picture);
  const tied = new Map<string, DrawnClaim[]>();
  for (const c of claims) {
    const states = new Set(principalsOf(c).map(nodeOf));
    if (c.undrawn || c.claim.incomplete || states.size !== 2) continue;
    const key = keyOf([...states]);
    const before = tied.get(key);
    if (before === undefined) tied.set(key, [c]);
    else before.push(c);
  }
  if (tied.size <= MOST_PAIRS) return null;
  // Where all is equal, the ids decide: the same view gives the same picture.
  const ranked = [...tied].sort(
    ([a, x], [b, y]) => y.length - x.length || depth(y) - depth(x) || (a < b ? -1 : 1),
  );
  for (const [, of] of ranked.slice(MOST_PAIRS)) for (const c of of) c.undrawn = true;
  return { of: tied.size, shown: MOST_PAIRS };
}

/** The hubs of an answer to hub and spoke, each with those that it holds together; none of any other question. */
export function hubsOf(answer: Answer | null): Map<EntityId, EntityId[]> {
  const hubs = new Map<EntityId, EntityId[]>();
  if (answer?.question.id !== 'hub-and-spoke') return hubs;
  for (const { key } of answer.groups) {
    const [hub, ...held] = key;
    if (hub !== undefined) hubs.set(hub, [...new Set([...(hubs.get(hub) ?? []), ...held])]);
  }
  return hubs;
}

/** What makes two claims claims of the same principals. */
export const keyOf = (ids: readonly EntityId[]): string => [...ids].sort().join(' ');

/** Persons are counted as the state they represent (UX.md section 2). */
export function representing(entities: ReadonlyMap<EntityId, Entity>): (id: EntityId) => EntityId {
  return (id) => {
    const entity = entities.get(id);
    return entity?.label === 'Person' ? (entity.represents?.[0]?.entity ?? id) : id;
  };
}

/** The legend entries that a claim falls under, as the address names them. */
export function legendKeys(c: JudgedClaim): string[] {
  const modality =
    c.claim.modality === 'done' || c.claim.modality === 'in-force'
      ? 'done'
      : c.claim.modality === 'agreed' || c.claim.modality === 'announced'
        ? 'agreed'
        : 'planned';
  const arity = c.claim.incomplete ? 'incomplete' : String(Math.min(c.principals.length, 4));
  return [
    `sign:${c.sign}`,
    `modality:${modality}`,
    `state:${c.state}`,
    `principals:${arity}`,
    `context:${c.context}`,
    // What nobody asserts has no confidence of its own.
    ...(c.stands ? [`confidence:${bandOf(c.for)}`] : []),
    ...(c.certainty === 'sure' ? [] : [`certainty:${c.certainty}`]),
  ];
}

const isHidden = (c: JudgedClaim, view: View) =>
  view.hide.length > 0 &&
  (view.hide.includes(`claim:${c.claim.id}`) || legendKeys(c).some((key) => view.hide.includes(key)));

/** The entities that a claim's principals are, in the order in which it names them. */
export function principalsOf(c: JudgedClaim): EntityId[] {
  return [...new Set(c.claim.parties.map((p) => p.entity))].filter((id) => c.principals.includes(id));
}

const prepared = new WeakMap<Claim, PreparedParty[]>();

/** A claim's parties with what the vocabulary says of their roles; the vocabulary of a page does not change. */
export function partiesOf(c: JudgedClaim, vocabulary: Vocabulary): readonly PreparedParty[] {
  const known = prepared.get(c.claim);
  if (known !== undefined) return known;
  const { parties } = prepare(c.claim, vocabulary);
  prepared.set(c.claim, parties);
  return parties;
}
