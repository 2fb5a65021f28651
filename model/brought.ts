// What is brought into the picture: claims that a report tells and that are not around the states in question, and what
// was added around entities.
import type { Answer } from './answer.ts';
import { bandOf } from './confidence.ts';
import type { Expansion, View } from './view.ts';

/** At most so many: a report lists the rest. */
export const MOST_BROUGHT = 60;

const unique = <T>(list: readonly T[], key: (x: T) => string): T[] => [
  ...new Map(list.map((x) => [key(x), x])).values(),
];

/**
 * One picture of several answers: the first leads; each entity, source and data set once.
 * @param claims those of the picture
 */
function joined(first: Answer, more: readonly Answer[], claims: Answer['claims']): Answer {
  const all = [first, ...more];
  return {
    ...first,
    claims,
    entities: unique(
      all.flatMap((a) => a.entities),
      (e) => e.id,
    ),
    sources: unique(
      all.flatMap((a) => a.sources),
      (s) => `${s.dataset} ${s.id}`,
    ),
    datasets: unique(
      all.flatMap((a) => a.datasets),
      (d) => d.id,
    ),
  };
}

const nothing: readonly string[] = [];
const lit = new WeakMap<Answer, readonly string[]>();

/** What the report on changes lights in the picture while nothing is pointed at: what is new, and what is gone. */
export function litIn(question: Answer | null): readonly string[] {
  if (question === null || question.changes === null) return nothing;
  const known = lit.get(question);
  if (known !== undefined) return known;
  const rows = question.changes.rows.filter((r) =>
    r.what.some((w) => ['new', 'gone', 'withdrawn'].includes(w)),
  );
  const made = rows.map((r) => r.claim);
  lit.set(question, made);
  return made;
}

/** The claims that are there no more on the later of two days: known, but as they were. */
export function goneIn(question: Answer | null): ReadonlySet<string> {
  const gone = (question?.changes?.rows ?? []).filter(
    (r) => r.what.includes('gone') || r.what.includes('withdrawn'),
  );
  return new Set(gone.map((r) => r.claim));
}

/**
 * The picture with what the report on chains or on changes tells beside it: claims further along a chain, claims that are
 * gone, or that a state in question has left. The same picture where there is none.
 */
export function withReport(picture: Answer, question: Answer | null): Answer {
  if (question === null || (question.paths === null && question.changes === null)) return picture;
  const there = new Map(picture.claims.map((c) => [c.claim.id, c]));
  const missing = question.claims.filter((c) => {
    const held = there.get(c.claim.id);
    return held === undefined || held.state === null;
  });
  const brought = missing.slice(0, MOST_BROUGHT);
  if (brought.length === 0) return picture;
  for (const c of brought) there.set(c.claim.id, c);
  return joined(picture, [question], [...there.values()]);
}

/** At most this many claims are added around an entity at once (UX.md section 8). */
export const EXPANSION_LIMIT = 50;

/** The view whose claims around its states an expansion adds some of. */
export const viewAround = (view: View, e: Expansion): View => ({
  ...view,
  filters: { ...view.filters, states: [e.entity], kind: [e.kind] },
});

/** The questions whose reports bring claims of their own into the picture; any other leaves it as it is. */
export const bringers: readonly string[] = ['paths', 'changes'];

/** The picture with what was added around entities; each claim once. */
export function withAdded(first: Answer, more: readonly { answer: Answer; expansion: Expansion }[]): Answer {
  if (more.length === 0) return first;
  const claims = new Map(first.claims.map((c) => [c.claim.id, c]));
  for (const { answer, expansion } of more) {
    const added = answer.claims.filter((c) => !claims.has(c.claim.id) && bandOf(c.for) === expansion.band);
    for (const c of added.slice(0, EXPANSION_LIMIT)) claims.set(c.claim.id, c);
  }
  const answers = more.map((m) => m.answer);
  const queries = [first, ...answers].flatMap((a) => a.queries);
  return { ...joined(first, answers, [...claims.values()]), queries };
}
