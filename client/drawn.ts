// What is drawn while a handle moves, and what the panels ask of what is drawn.
import type { Answer, JudgedClaim } from '../model/answer.ts';
import type { Claim } from '../model/claim.ts';
import { type Drawn, type DrawnClaim, isHidden, untouched } from '../model/drawn.ts';
import type { EntityId } from '../model/id.ts';
import type { Lens } from '../model/lens.ts';
import { type PreparedParty, prepare } from '../model/parties.ts';
import type { View } from '../model/view.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { rejudge } from './rejudge.ts';

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

const prepared = new WeakMap<Claim, PreparedParty[]>();

/** A claim's parties with what the vocabulary says of their roles; the vocabulary of a page does not change. */
export function partiesOf(c: JudgedClaim, vocabulary: Vocabulary): readonly PreparedParty[] {
  const known = prepared.get(c.claim);
  if (known !== undefined) return known;
  const { parties } = prepare(c.claim, vocabulary);
  prepared.set(c.claim, parties);
  return parties;
}
