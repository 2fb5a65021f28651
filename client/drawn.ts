// What is drawn: the claims of the picture as they are judged now, with what the chosen question keeps in the light.
import type { Answer, JudgedClaim } from '../model/answer.ts';
import type { Claim } from '../model/claim.ts';
import { bandOf } from '../model/confidence.ts';
import type { Entity } from '../model/entity.ts';
import { datasetOf, type EntityId } from '../model/id.ts';
import { type Weighable, weigh, weighable } from '../model/judge.ts';
import { type Lens, resolveLens } from '../model/lens.ts';
import { type PreparedParty, prepare } from '../model/parties.ts';
import type { Statement } from '../model/statement.ts';
import type { View } from '../model/view.ts';
import type { Vocabulary } from '../model/vocabulary.ts';

/** A claim in the picture. */
export interface DrawnClaim extends JudgedClaim {
  /** It stood before the threshold was moved and does not now: drawn as a ghost until the answer is asked again. */
  ghost: boolean;
  /** A question is asked and this claim is not in its answer. */
  dim: boolean;
  /** It ties a pair that is not among those that are drawn: in the table and in every count, but in no line. */
  undrawn: boolean;
}

/** Everything that canvas, table, legend and counts show: computed, never stored. */
export interface Drawn {
  claims: DrawnClaim[];
  question: Answer | null;
  picture: Answer;
  /** How many pairs of states there are, where not all of them are drawn. */
  pairs: { of: number; shown: number } | null;
}

/** So many pairs of states are drawn where the reader has not asked for all (UX.md section 9). */
export const MOST_PAIRS = 300;

const weighables = new WeakMap<readonly Statement[], Weighable[]>();

/** Reading dates takes most of the time, and a handle asks for the same ones with every move. */
function weighablesOf(c: JudgedClaim, published: ReadonlyMap<string, string | undefined>): Weighable[] {
  const known = weighables.get(c.statements);
  if (known !== undefined) return known;
  const dataset = datasetOf(c.claim.id);
  const made = c.statements.map((s) => weighable(s, published.get(`${dataset} ${s.source}`)));
  weighables.set(c.statements, made);
  return made;
}

/** Judges what the client holds through another lens: what the slider shows while it moves. */
export function rejudge(answer: Answer, lens: Lens): JudgedClaim[] {
  // Two data sets may tell the same source differently: each claim goes by its own.
  const published = new Map(answer.sources.map((s) => [`${s.dataset} ${s.id}`, s.published]));
  const resolved = resolveLens(lens, answer.question.over);
  return answer.claims.map((c) => ({ ...c, ...weigh(weighablesOf(c, published), resolved) }));
}

/**
 * What is drawn of an answer.
 * @param picture the answer of `around` that the picture is made of
 * @param question the answer of the chosen question, or null
 * @param preview the lens while a handle is dragged, or null
 */
export function drawn(picture: Answer, question: Answer | null, view: View, preview: Lens | null): Drawn {
  const kept = question === null ? null : new Set(question.claims.map((c) => c.claim.id));
  const before = new Map(picture.claims.map((c) => [c.claim.id, c]));
  const judged = preview === null ? picture.claims : rejudge(picture, preview);
  const claims: DrawnClaim[] = [];
  for (const c of judged) {
    const was = before.get(c.claim.id);
    // What was out already is not drawn; what goes out now keeps its look, as a ghost.
    const wasIn = was !== undefined && was.state !== null;
    if ((c.state === null && !wasIn) || isHidden(c, view)) continue;
    claims.push({
      ...(c.state === null && wasIn ? was : c),
      ghost: wasIn && (c.state === null || (was.stands && !c.stands)),
      dim: kept !== null && !kept.has(c.claim.id),
      undrawn: false,
    });
  }
  const pairs = view.draw === 'alignment' && !view.allPairs ? leaveOut(claims, picture) : null;
  return { claims, question, picture, pairs };
}

/** Marks what ties pairs beyond those with most claims. @returns how many pairs there are, where any is left out */
function leaveOut(claims: readonly DrawnClaim[], picture: Answer): Drawn['pairs'] {
  const nodeOf = representing(new Map(picture.entities.map((e) => [e.id, e])));
  const tied = new Map<string, DrawnClaim[]>();
  for (const c of claims) {
    const states = new Set(principalsOf(c).map(nodeOf));
    if (c.claim.incomplete || states.size !== 2) continue;
    const key = keyOf([...states]);
    const before = tied.get(key);
    if (before === undefined) tied.set(key, [c]);
    else before.push(c);
  }
  if (tied.size <= MOST_PAIRS) return null;
  // Where two have as many, the ids decide: the same view gives the same picture.
  const ranked = [...tied].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
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
