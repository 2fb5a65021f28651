// The filtration: what stands among the states at every threshold where something changes, for each commitment.
import type { FiltrationLevel, FiltrationStep } from '../../model/bloc.ts';
import { weigh } from '../../model/judge.ts';
import type { Lens } from '../../model/lens.ts';
import { atThreshold, TOP, thresholdsOf } from '../../model/threshold.ts';
import {
  type Among,
  distinct,
  isStanding,
  type JudgedAmong,
  joinedBy,
  joiningOf,
  largestCliques,
  surer,
  type Tie,
  tiesOf,
} from './among.ts';

/** How a filtration looks at its claims: everything of the reader's lens but the threshold. */
export interface Looking {
  lens: Lens;
  over: 'day' | 'life';
  /** States of claims, where the reader asked for some. */
  wanted: readonly string[];
}

/** The levels that have claims: all claims, then each least commitment up to the deepest. */
export function levelsOf(all: readonly Among[]): (number | null)[] {
  const deepest = Math.max(0, ...all.map((a) => a.commitment ?? 0));
  return [null, ...Array.from({ length: deepest }, (_, i) => i + 1)];
}

/** The steps of every level, from 0 to 100. */
export function filtrationOf(
  all: readonly Among[],
  states: readonly string[],
  looking: Looking,
): FiltrationLevel[] {
  const thresholds = thresholdsOf(all.flatMap((a) => a.statements));
  const judged = thresholds.map((t) => {
    const lens = atThreshold(looking.lens, t, looking.over);
    return { t, unknown: lens.unknown, stand: standingAt(all, lens, looking.wanted) };
  });
  return levelsOf(all).map((commitment) => {
    const steps: FiltrationStep[] = [];
    for (const [i, { t, unknown, stand }] of judged.entries()) {
      const within = stand.filter((j) => commitment === null || (j.among.commitment ?? 0) >= commitment);
      const step = { from: t, until: (thresholds[i + 1] ?? TOP + 1) - 1, unknown, ...stepOf(within, states) };
      const before = steps.at(-1);
      if (before !== undefined && isSameStep(before, step)) before.until = step.until;
      else steps.push(step);
    }
    return { commitment, steps };
  });
}

function standingAt(
  all: readonly Among[],
  lens: ReturnType<typeof atThreshold>,
  wanted: readonly string[],
): JudgedAmong[] {
  return all
    .map((among) => ({ among, verdict: weigh(among.statements, lens) }))
    .filter((j) => isStanding(j, wanted));
}

type Content = Omit<FiltrationStep, 'from' | 'until' | 'unknown'>;

/** What the same claims in the same states give is the same; unknown may count or not. */
const isSameStep = (a: Content, b: Content) =>
  JSON.stringify([a.pairs, a.joint]) === JSON.stringify([b.pairs, b.joint]);

function stepOf(stand: readonly JudgedAmong[], states: readonly string[]): Content {
  const pairs = pairsAt(stand);
  const sure = new Set(pairs.filter((p) => p.certainty === 'sure').map((p) => p.pair.join(' ')));
  const subsets = largestCliques([...states], (a, b) => sure.has(`${a} ${b}`)).filter((s) => s.length >= 2);
  return {
    pairs,
    joint: stand.flatMap((j) => {
      const joining = joiningOf(j, states);
      // An undated claim closes nothing on a day.
      return joining === null || joining.level === 'undated'
        ? []
        : [{ ...told(j), certainty: joining.level, joins: joining.joins }];
    }),
    tied: { size: subsets[0]?.length ?? 0, subsets },
    joined: joinedAt(stand),
    hub: hubOf(stand, states)?.hub ?? null,
  };
}

const told = ({ among, verdict }: JudgedAmong) => ({
  claim: among.claim,
  state: verdict.state as 'asserted' | 'contested' | 'unverified',
});

/** Pairs tied with `+` by claims of their own, as the triad questions have it. */
function pairsAt(stand: readonly JudgedAmong[]): Content['pairs'] {
  const found = new Map<string, Content['pairs'][number]>();
  for (const j of stand)
    for (const tie of ownTies(j)) {
      const key = tie.pair.join(' ');
      const line = found.get(key) ?? { pair: tie.pair, certainty: tie.level, claims: [] };
      line.claims.push(told(j));
      if (surer(tie.level, line.certainty)) line.certainty = tie.level;
      found.set(key, line);
    }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

const ownTies = (j: JudgedAmong): Tie[] =>
  tiesOf(j).filter((t) => t.own && t.sign === '+' && t.level !== 'undated');

function joinedAt(stand: readonly JudgedAmong[]): Content['joined'] {
  const all = stand.flatMap((j) => joinedBy(j).map((states) => ({ states, claim: j.among.claim })));
  const size = Math.max(0, ...all.map((g) => g.states.length));
  const largest = all.filter((g) => g.states.length === size);
  const subsets = distinct(largest.map((g) => g.states)).map((states) => ({
    states,
    claims: largest.filter((g) => g.states.join(' ') === states.join(' ')).map((g) => g.claim),
  }));
  return { size, subsets };
}

/** The state that carries all sure ties of two, where there are at least two and no claim joins it with two of them. */
export function hubOf(
  stand: readonly JudgedAmong[],
  states: readonly string[],
): { hub: string; spokes: string[]; apart: string[]; claims: string[] } | null {
  const ties = stand.flatMap((j) =>
    ownTies(j)
      .filter((t) => t.level === 'sure')
      .map((t) => ({ ...t, claim: j.among.claim })),
  );
  const pairs = distinct(ties.map((t) => t.pair));
  const hub = states.find((id) => pairs.length >= 2 && pairs.every((p) => p.includes(id)));
  if (hub === undefined) return null;
  const spokes = pairs.flatMap((p) => p.filter((id) => id !== hub)).sort();
  const joins = (group: string[]) =>
    group.includes(hub) && group.filter((id) => spokes.includes(id)).length >= 2;
  if (stand.some((j) => joinedBy(j).some(joins))) return null;
  return {
    hub,
    spokes,
    apart: states.filter((id) => id !== hub && !spokes.includes(id)),
    claims: [...new Set(ties.map((t) => t.claim))],
  };
}
