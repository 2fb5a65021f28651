// What the server will answer, judged here from claims that are held: canvas and panels follow a step at once, and the
// server's answer takes its place when it comes.
import type { Answer, JudgedClaim } from '../model/answer.ts';
import { countOf } from '../model/count.ts';
import { coverageOf } from '../model/coverage.ts';
import { judge } from '../model/judge.ts';
import { type Lens, resolveLens } from '../model/lens.ts';
import { type PreparedClaim, prepare } from '../model/parties.ts';
import { type Filters, noFilters } from '../model/question.ts';
import type { View } from '../model/view.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import * as api from './api.ts';
import { isLarge } from './large.ts';
import { rejudge, weighablesOf } from './rejudge.ts';
import { get, type State } from './store.ts';
import { passes } from './tally.ts';

/** Data sets of more claims than this are not held whole. */
const MOST_HELD = 3000;

/** The view with nothing filtered and nothing below the threshold: what the histogram and the facets count. */
export const groundOf = (view: View): View => ({
  ...view,
  filters: { ...noFilters, states: view.filters.states },
  lens: { ...view.lens, threshold: 0, unknown: null, origins: 1 },
});

/** The same at any time and as known on any day. */
const alwaysOf = (view: View): View => {
  const ground = groundOf(view);
  const lens = { ...ground.lens, from: null, until: null, over: null, known: null };
  return { ...ground, lens };
};

const pathOf = (view: View) => api.answerPath(view, 'around');

/** What the ground that is held was asked by. */
let groundPath = '';
/** All claims of the data sets that are looked at, whatever their time. */
let always: { path: string; answer: Answer } | null = null;
let learning = '';

/** The ground of a view has come. */
export function holdGround(view: View): void {
  groundPath = pathOf(groundOf(view));
}

/** Forgets all: another load may hold other claims under the same address. */
export function forget(): void {
  groundPath = '';
  always = null;
  learning = '';
}

/** Asks for the claims of all times, where the picture is of the whole world and they are not too many. */
export async function learn(): Promise<void> {
  const { view, info } = get();
  const path = pathOf(alwaysOf(view));
  if (!isLarge(get()) || always?.path === path || learning === path) return;
  const looked = info?.datasets.filter(
    (d) => view.lens.datasets.length === 0 || view.lens.datasets.includes(d.id),
  );
  if ((looked ?? []).reduce((sum, d) => sum + d.counts.claims, 0) > MOST_HELD) return;
  learning = path;
  try {
    const answer = await api.ask(alwaysOf(view), 'around');
    if (answer.truncated === null && learning === path) always = { path, answer };
  } catch (error) {
    // Without it steps wait for the server, which tells what is wrong.
    if (!(error instanceof api.ProblemError)) throw error;
  } finally {
    if (learning === path) learning = '';
  }
}

/**
 * What a view shows as far as it can be told from what is held.
 * @returns picture and ground; null where only the server can tell
 */
export function foresee(state: State): Pick<State, 'picture' | 'ground'> | null {
  const { view, ground, vocabulary } = state;
  if (view.expand.length > 0) return null;
  if (ground !== null && groundPath === pathOf(groundOf(view))) {
    const claims = rejudge(ground, view.lens).filter((c) => passes(c, view.filters));
    return { picture: answerFor(ground, view.lens, view.filters, claims), ground };
  }
  if (always === null || always.path !== pathOf(alwaysOf(view)) || view.lens.over === 'life') return null;
  const { answer } = always;
  const base = groundOf(view);
  const all = onDay(answer, base.lens, vocabulary);
  const next = answerFor(answer, base.lens, base.filters, all);
  holdGround(view);
  const claims = rejudge(next, view.lens).filter((c) => passes(c, view.filters));
  return { picture: answerFor(answer, view.lens, view.filters, claims), ground: next };
}

function answerFor(held: Answer, lens: Lens, filters: Filters, claims: JudgedClaim[]): Answer {
  const { unknown, over, from, until } = resolveLens(lens, held.question.over);
  return {
    ...held,
    lens,
    filters,
    claims,
    resolved: { unknown, over, from, until },
    count: countOf(claims),
    coverage: coverageOf(held.datasets, filters.kind, { from, until }),
  };
}

const prepared = new WeakMap<JudgedClaim, PreparedClaim>();

function preparedOf(c: JudgedClaim, vocabulary: Vocabulary): PreparedClaim {
  const known = prepared.get(c);
  if (known !== undefined) return known;
  const made = prepare(c.claim, vocabulary);
  prepared.set(c, made);
  return made;
}

/** Claims as a lens judges them at its time: of several compositions the first sure one is told, else the first. */
function onDay(answer: Answer, lens: Lens, vocabulary: Vocabulary): JudgedClaim[] {
  const resolved = resolveLens(lens, answer.question.over);
  return answer.claims.flatMap((c) => {
    const judged = judge(preparedOf(c, vocabulary), weighablesOf(c, answer), resolved);
    const told = judged.find((j) => j.certainty === 'sure') ?? judged[0];
    if (told === undefined) return [];
    const { state, for: supports, against, originsFor, originsAgainst, stands } = told;
    const { actors, sign, certainty, day, possible } = told;
    return [
      {
        ...c,
        principals: possible,
        ...{
          actors,
          sign,
          certainty,
          day,
          state,
          for: supports,
          against,
          originsFor,
          originsAgainst,
          stands,
        },
      },
    ];
  });
}
