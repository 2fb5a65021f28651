// Claims among the states in question as the report needs them: how each state takes part, and what follows at a threshold.
import { type Marking, strictest } from '../../model/confidence.ts';
import { type Composition, standing, type Verdict, type Weighable } from '../../model/judge.ts';
import { type PreparedParty, tieSign } from '../../model/parties.ts';
import type { Day, Span } from '../../model/time.ts';
import type { Sign, TieSign } from '../../model/vocabulary.ts';
import type { Row } from '../graph/graph.ts';

export type Level = 'sure' | 'possible' | 'undated';
type Member = Pick<PreparedParty, 'entity' | 'part' | 'side'> & { sure: boolean };

/** A claim on one of its days: the states in question that are principals, and how many principals there are. */
interface DayAmong {
  day: Day | null;
  held: Composition['held'];
  sign: Sign;
  certain: number;
  possible: number;
  members: Member[];
}

/** A claim in which at least two of the states are principals, with all that was said of it. */
export interface Among {
  claim: string;
  dataset: string;
  kind: string;
  commitment: number | null;
  within: TieSign;
  across: TieSign;
  incomplete: boolean;
  days: DayAmong[];
  statements: Weighable[];
}

/** A claim at some threshold. */
export interface JudgedAmong {
  among: Among;
  verdict: Verdict;
}

/** A row of cypher/bloc/claims. */
export function amongFrom(row: Row): Among {
  return { ...(row as unknown as Among), statements: (row.statements as Row[]).map(weighableFrom) };
}

/** What judging needs of a statement, from how it is stored. */
function weighableFrom(s: Row): Weighable {
  const span = (name: string): Span | null => {
    const [first, last] = [s[`${name}Earliest`], s[`${name}Latest`]] as (Day | null)[];
    return first == null || last == null
      ? null
      : {
          startEarliest: first,
          startLatest: last,
          endEarliest: first,
          endLatest: last,
          uncertain: s[`${name}Uncertain`] === true,
        };
  };
  return {
    stance: s.stance,
    confidence: s.confidence ?? null,
    origin: s.origin,
    published: span('published'),
    recordedAt: s.recordedAt ?? null,
    supersededAt: s.supersededAt ?? null,
    asOf: span('asOf'),
    marking: strictest(s.markings as (Marking | null)[]),
  } as Weighable;
}

const order: Record<Level, number> = { sure: 0, possible: 1, undated: 2 };
export const surer = (a: Level, b: Level | undefined): boolean => b === undefined || order[a] < order[b];

const levelOf = (day: DayAmong, verdict: Verdict, certain: boolean): Level =>
  day.held === 'undated'
    ? 'undated'
    : day.held === 'sure' && verdict.known === 'sure' && certain
      ? 'sure'
      : 'possible';

const ids = (members: readonly Member[]) => [...new Set(members.map((m) => m.entity))];
const surely = (members: readonly Member[]) => ids(members.filter((m) => m.sure));

/** A tie that a claim gives two of the states; `own` where they are its only principals. */
export interface Tie {
  pair: [string, string];
  sign: TieSign;
  own: boolean;
  level: Level;
}

/** The ties that a claim gives pairs of the states, each as on the surest of its days. */
export function tiesOf({ among, verdict }: JudgedAmong): Tie[] {
  const found = new Map<string, Tie>();
  for (const day of among.days) {
    const { members } = day;
    for (const [a, b] of pairsOf(ids(members))) {
      const own = isOwn(among, day, a, b);
      const sure = own ? day.certain === day.possible : [a, b].every((id) => surely(members).includes(id));
      const level = levelOf(day, verdict, sure);
      for (const sign of signsBetween(among, members, a, b)) {
        const key = `${a} ${b} ${sign} ${own}`;
        if (surer(level, found.get(key)?.level)) found.set(key, { pair: [a, b], sign, own, level });
      }
    }
  }
  return [...found.values()];
}

/** Whether some reading has these two as the only principals. */
function isOwn(among: Among, day: DayAmong, a: string, b: string): boolean {
  const sure = surely(day.members);
  return !among.incomplete && day.certain === sure.length && sure.every((id) => id === a || id === b);
}

function signsBetween(among: Among, members: readonly Member[], a: string, b: string): Set<TieSign> {
  const signs = members.flatMap((p) =>
    members.flatMap((q) =>
      p.entity === a && q.entity === b ? [tieSign(p, q, among.within, among.across)] : [],
    ),
  );
  return new Set(signs.filter((s) => s !== null));
}

/** A claim of all the states: with which sign it ties all their pairs, null where it does not. */
export interface Joining {
  joins: TieSign | null;
  level: Level;
  day: Day | null;
  acting: boolean;
}

/** How a claim joins the states on the surest of its days; null where some of them are not among its principals. */
export function joiningOf({ among, verdict }: JudgedAmong, states: readonly string[]): Joining | null {
  let best: Joining | null = null;
  for (const day of among.days) {
    const { members } = day;
    if (!states.every((id) => ids(members).includes(id))) continue;
    const level = levelOf(
      day,
      verdict,
      states.every((id) => surely(members).includes(id)),
    );
    const signs = pairsOf(states).map(([a, b]) => signsBetween(among, members, a, b));
    const joins = (['+', '-', '0'] as const).find((sign) => signs.every((s) => s.has(sign))) ?? null;
    const acting = states.every((id) => members.some((m) => m.entity === id && m.part === 'actor'));
    if (surer(level, best?.level)) best = { joins, level, day: day.day, acting };
  }
  return best;
}

/** The largest groups of the states that one claim surely joins, each tied to each with `+`. */
export function joinedBy(judged: JudgedAmong): string[][] {
  const { among, verdict } = judged;
  const groups = among.days.flatMap((day) => {
    const sure = day.members.filter((m) => m.sure);
    if (levelOf(day, verdict, true) !== 'sure') return [];
    return largestCliques(ids(sure), (a, b) => signsBetween(among, sure, a, b).has('+'));
  });
  const most = Math.max(0, ...groups.map((g) => g.length));
  return distinct(groups.filter((g) => g.length === most && most >= 2));
}

/** Whether a claim stands, also by the reader's filter of states. */
export const isStanding = ({ verdict }: JudgedAmong, wanted: readonly string[]): boolean =>
  verdict.stands && verdict.state !== null && standing.includes(verdict.state)
    ? wanted.length === 0 || wanted.includes(verdict.state)
    : false;

export function pairsOf(list: readonly string[]): [string, string][] {
  const sorted = [...list].sort();
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b): [string, string] => [a, b]));
}

export const distinct = (groups: readonly string[][]): string[][] => [
  ...new Map(groups.map((g) => [g.join(' '), g])).values(),
];

/** How many of the largest groups are told; there can be many. */
const MOST_CLIQUES = 20;

/**
 * The largest groups of which each is linked to each; at most some of them.
 * Source: Bron and Kerbosch (1973), CACM 16:575, without what cannot become the largest.
 */
export function largestCliques(
  nodes: readonly string[],
  linked: (a: string, b: string) => boolean,
): string[][] {
  let best: string[][] = [];
  const grow = (clique: string[], open: readonly string[]) => {
    const most = best[0]?.length ?? 0;
    if (clique.length > most) best = [clique];
    else if (clique.length === most && best.length < MOST_CLIQUES) best.push(clique);
    open.forEach((node, i) => {
      const rest = open.slice(i + 1).filter((other) => linked(...ordered(node, other)));
      if (clique.length + 1 + rest.length >= (best[0]?.length ?? 0)) grow([...clique, node], rest);
    });
  };
  grow([], [...nodes].sort());
  return best.filter((clique) => clique.length > 0);
}

const ordered = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a]);
