// What is drawn of an answer: what legend, degree and the number of pairs leave of it. The page draws by this rule, and a
// file of what is drawn is made by it.
import type { Answer, JudgedClaim } from './answer.ts';
import { goneIn, withReport } from './brought.ts';
import type { Party } from './claim.ts';
import { bandOf } from './confidence.ts';
import type { Entity } from './entity.ts';
import type { EntityId } from './id.ts';
import type { View } from './view.ts';
import type { Vocabulary } from './vocabulary.ts';

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
export const untouched = { ghost: false, out: false, undrawn: false };

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

/** Whether the alignment view has a place for a claim: two of its parties are nodes, or not all are known. */
export const hasPlace = (
  principals: number,
  affected: number,
  { incomplete }: { incomplete: boolean },
): boolean => principals > 0 && (principals > 1 || incomplete || affected > 0);

/** The claims that the alignment view leaves out; none in the claims view. */
export function notDrawn(
  { claims, picture }: Pick<Drawn, 'claims' | 'picture'>,
  view: View,
  vocabulary: Vocabulary,
): DrawnClaim[] {
  if (view.draw === 'claims') return [];
  const nodeOf = nodesOf(picture);
  const isAffected = (p: Party) => (p.part ?? vocabulary.roles.get(p.role)?.part) === 'affected';
  return claims.filter((c) => {
    const principals = new Set(principalsOf(c).map(nodeOf)).size;
    const affected = c.claim.parties.filter(isAffected).length;
    return c.undrawn || !hasPlace(principals, affected, c.claim);
  });
}

/** The claims that are seen in the picture: what a file of what is drawn holds. */
export function inPicture(drawn: Drawn, view: View, vocabulary: Vocabulary): DrawnClaim[] {
  const left = new Set(notDrawn(drawn, view, vocabulary));
  return drawn.claims.filter((c) => !c.out && !left.has(c));
}

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

/** Whether legend or key hides a claim. */
export const isHidden = (c: JudgedClaim, view: View) =>
  view.hide.length > 0 &&
  (view.hide.includes(`claim:${c.claim.id}`) || legendKeys(c).some((key) => view.hide.includes(key)));

/** The entities that a claim's principals are, in the order in which it names them. */
export function principalsOf(c: JudgedClaim): EntityId[] {
  return [...new Set(c.claim.parties.map((p) => p.entity))].filter((id) => c.principals.includes(id));
}
