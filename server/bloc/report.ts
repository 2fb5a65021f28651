// The report on a set of states (MODEL.md section 7), by data set: fetches what it rests on, and puts its parts together.
import type {
  Bloc,
  BlocPart,
  JointClaim,
  JointLine,
  PairLine,
  PairTies,
  UnsettledLine,
} from '../../model/bloc.ts';
import type { Dataset } from '../../model/dataset.ts';
import { states as stateNames, weigh } from '../../model/judge.ts';
import { type Lens, resolveLens } from '../../model/lens.ts';
import { type Filters, noFilters } from '../../model/question.ts';
import { type Day, MAX_DAY, MIN_DAY } from '../../model/time.ts';
import { parametersOf, type Reader } from '../reader.ts';
import type { Scope } from '../scope.ts';
import { type Among, amongFrom, isStanding, type JudgedAmong, joiningOf, pairsOf, tiesOf } from './among.ts';
import { balanceOf } from './balance.ts';
import { type Company, companyOf, type InClaim } from './company.ts';
import { filtrationOf, hubOf, levelsOf } from './filtration.ts';

const AMONG = 'bloc/claims';

/** The report for the states of the filters, each data set by itself. */
export async function blocOf(reader: Reader, filters: Filters, lens: Lens, scope: Scope): Promise<Bloc> {
  const { states } = filters;
  const resolved = resolveLens(lens, 'day');
  const loads = Object.values(scope.loads);
  // The filter of states is left to each threshold: a claim may be in another state there.
  const asked = { ...parametersOf({ ...filters, state: [] }, resolved), loads };
  const all = (await reader.read(AMONG, asked)).map(amongFrom);
  const judged = all.map((among) => ({ among, verdict: weigh(among.statements, resolved) }));
  const shown = judged.filter(
    ({ verdict: { state } }) =>
      state !== null && (filters.state.length === 0 || filters.state.includes(state)),
  );
  const joint = shown.flatMap((j) => {
    const joining = joiningOf(j, states);
    return joining === null ? [] : [{ ...j, ...joining }];
  });
  const company = await companyOf(reader, joint, {
    filters,
    scope,
    resolved,
    // Rivals are so whatever kind of claim is asked about, and were so before the day that is asked about.
    rivalry: {
      ...parametersOf(
        { ...noFilters, states },
        { ...resolved, from: resolved.until === null ? null : MIN_DAY, over: 'day' },
      ),
      loads,
    },
  });
  const looking = { lens, over: 'day' as const, wanted: filters.state };
  return {
    states,
    datasets: scope.datasets.map((dataset) => {
      const own = shown.filter((j) => j.among.dataset === dataset.id);
      const stand = own.filter((j) => isStanding(j, filters.state));
      const everything = all.filter((a) => a.dataset === dataset.id);
      return {
        dataset: dataset.id,
        joint: {
          query: AMONG,
          lines: jointLines(
            joint.filter((j) => j.among.dataset === dataset.id),
            company,
          ),
        },
        deepest: { query: AMONG, ...deepestOf(stand, states) },
        pairs: { query: AMONG, lines: pairLines(stand, states) },
        hubs: { query: AMONG, lines: hubLines(stand, everything, states) },
        unsettled: { query: AMONG, lines: unsettled(own, states) },
        filtration: { query: AMONG, levels: filtrationOf(everything, states, looking) },
        balance: { query: AMONG, lines: balanceOf(stand, states) },
        also: { query: 'bloc/also-tied', lines: company.also(dataset.id) },
        elsewhere: { query: 'bloc/elsewhere', lines: company.elsewhere(dataset.id) },
        age: ageOf(dataset, everything, scope.loads[dataset.id] ?? ''),
      };
    }),
    rivals: { query: 'bloc/rivals', lines: company.rivals },
  };
}

/** Everybody whom the report names and its claims may not. */
export function entitiesOfBloc(bloc: Bloc): string[] {
  const parts = bloc.datasets.flatMap((d) => [...d.also.lines, ...d.elsewhere.lines]);
  return [...parts, ...bloc.rivals.lines].map((line) => line.entity);
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const rankOf = (state: (typeof stateNames)[number]) => stateNames.indexOf(state);

/** Joint claims by commitment, kind and state: the deepest first, what stands before what does not. */
function jointLines(joint: readonly InClaim[], company: Company): JointLine[] {
  const lines = new Map<string, JointLine>();
  for (const j of joint) {
    const { state, stands } = j.verdict;
    if (state === null) continue;
    const { commitment, kind, claim } = j.among;
    const key = `${commitment} ${kind} ${state} ${stands}`;
    const line = lines.get(key) ?? { commitment, kind, state, stands, claims: [] };
    const told: JointClaim = {
      claim,
      certainty: j.level,
      joins: j.joins,
      acting: j.acting,
      ...company.of(j),
    };
    line.claims.push(told);
    lines.set(key, line);
  }
  return [...lines.values()].sort(
    (a, b) =>
      Number(b.stands) - Number(a.stands) ||
      (b.commitment ?? 0) - (a.commitment ?? 0) ||
      byText(a.kind, b.kind) ||
      rankOf(a.state) - rankOf(b.state),
  );
}

/** The deepest commitment of a claim that joins all of them, and of a tie of any two; what is undated closes nothing. */
function deepestOf(
  stand: readonly JudgedAmong[],
  states: readonly string[],
): Omit<BlocPart['deepest'], 'query'> {
  const joins = stand.filter((j) => {
    const joining = joiningOf(j, states);
    return joining !== null && joining.joins === '+' && joining.level !== 'undated';
  });
  const tied = stand.map((j) => ({
    ...j,
    ties: tiesOf(j).filter((t) => t.sign === '+' && t.level !== 'undated'),
  }));
  const deep = <T extends JudgedAmong>(list: readonly T[]) => {
    const commitment = Math.max(0, ...list.map((j) => j.among.commitment ?? 0));
    return { commitment, list: list.filter((j) => commitment > 0 && j.among.commitment === commitment) };
  };
  const joint = deep(joins);
  const tie = deep(tied.filter((j) => j.ties.length > 0));
  const ties = new Map<string, { pair: [string, string]; own: boolean; claims: string[] }>();
  for (const j of tie.list)
    for (const { pair, own } of j.ties) {
      const key = `${pair.join(' ')} ${own}`;
      const line = ties.get(key) ?? { pair, own, claims: [] };
      if (!line.claims.includes(j.among.claim)) line.claims.push(j.among.claim);
      ties.set(key, line);
    }
  return {
    joint:
      joint.list.length === 0
        ? null
        : { commitment: joint.commitment, claims: joint.list.map((j) => j.among.claim) },
    tie: tie.list.length === 0 ? null : { commitment: tie.commitment, ties: [...ties.values()] },
  };
}

/** Each pair with its ties by sign, commitment and kind, those of its own before those through claims of more. */
function pairLines(stand: readonly JudgedAmong[], states: readonly string[]): PairLine[] {
  const lines = new Map(pairsOf(states).map((pair) => [pair.join(' '), new Map<string, PairTies>()]));
  for (const { among, verdict } of stand)
    for (const { pair, sign, own, level } of tiesOf({ among, verdict })) {
      const of = lines.get(pair.join(' '));
      const { commitment, kind } = among;
      const key = `${sign} ${commitment} ${kind} ${own}`;
      const empty = { asserted: [], contested: [], unverified: [], possible: [], undated: [] };
      const line = of?.get(key) ?? { sign, commitment, kind, own, ...empty };
      const place = level === 'sure' ? (verdict.state as 'asserted' | 'contested' | 'unverified') : level;
      line[place].push(among.claim);
      of?.set(key, line);
    }
  return pairsOf(states).map((pair) => {
    const ties = [...(lines.get(pair.join(' '))?.values() ?? [])];
    const sure = ties.filter((t) => t.asserted.length + t.contested.length + t.unverified.length > 0);
    const has = (sign: string) => sure.some((t) => t.sign === sign);
    return { pair, mixed: has('+') && has('-'), ties: ties.sort(byDepth) };
  });
}

const byDepth = (a: PairTies, b: PairTies) =>
  '+-0'.indexOf(a.sign) - '+-0'.indexOf(b.sign) ||
  Number(b.own) - Number(a.own) ||
  (b.commitment ?? 0) - (a.commitment ?? 0) ||
  byText(a.kind, b.kind);

/** The hub of each least commitment, where one state carries all ties. */
function hubLines(
  stand: readonly JudgedAmong[],
  all: readonly Among[],
  states: readonly string[],
): BlocPart['hubs']['lines'] {
  return levelsOf(all).flatMap((commitment) => {
    const hub = hubOf(
      stand.filter((j) => commitment === null || (j.among.commitment ?? 0) >= commitment),
      states,
    );
    return hub === null ? [] : [{ commitment, ...hub }];
  });
}

/** What was looked for and not found, denied, contested, unverified or left open, among which of the states. */
function unsettled(own: readonly JudgedAmong[], states: readonly string[]): UnsettledLine[] {
  const names = ['contested', 'unverified', 'unevidenced', 'denied', 'open'] as const;
  return names.flatMap((state) => {
    const claims = own
      .filter((j) => j.verdict.state === state)
      .map(({ among }) => ({
        claim: among.claim,
        among: states.filter((id) => among.days.some((d) => d.members.some((m) => m.entity === id))),
      }));
    return claims.length === 0 ? [] : [{ state, claims }];
  });
}

/** How old what a data set tells is; only statements that are not superseded. */
function ageOf(dataset: Dataset, all: readonly Among[], load: string): BlocPart['age'] {
  const statements = all.flatMap((a) => a.statements).filter((s) => s.supersededAt === null);
  const newest = (days: readonly (Day | null | undefined)[]) =>
    days
      .filter((d): d is Day => d != null && d !== MAX_DAY && d !== MIN_DAY)
      .sort()
      .at(-1) ?? null;
  const ends = dataset.coverage.map((c) => c.until);
  return {
    coveredUntil: ends.some((e) => e === undefined)
      ? null
      : (ends
          .filter((e) => e !== undefined)
          .sort()
          .at(-1) ?? null),
    published: newest(statements.map((s) => s.published?.startEarliest)),
    recorded: newest(statements.map((s) => s.recordedAt)),
    loaded: load.slice(load.indexOf('@') + 1),
  };
}
