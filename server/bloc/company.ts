// Who else: in the joint claims, tied to all of the states, and whether they are rivals or more deeply bound elsewhere.
import type { Bloc, BlocPart, JointClaim } from '../../model/bloc.ts';
import type { ResolvedLens } from '../../model/lens.ts';
import { type PreparedParty, tieSign } from '../../model/parties.ts';
import { type Filters, noFilters } from '../../model/question.ts';
import { MAX_DAY, MIN_DAY } from '../../model/time.ts';
import type { Parameters } from '../graph/graph.ts';
import { parametersOf, type Reader } from '../reader.ts';
import type { Scope } from '../scope.ts';
import type { Joining, JudgedAmong } from './among.ts';

/** Joint claims whose other principals are fetched at most, the deepest first. */
const MOST_CLAIMS = 500;

/** A joint claim with how it joins the states. */
export interface InClaim extends JudgedAmong, Joining {}

type Other = Pick<PreparedParty, 'entity' | 'part' | 'side'>;
type Elsewhere = BlocPart['elsewhere']['lines'][number];
type Also = BlocPart['also']['lines'][number];

/** What is known of those who are not among the states. */
export interface Company {
  of(claim: InClaim): Pick<JointClaim, 'others' | 'alike' | 'rivals' | 'elsewhere'>;
  rivals: Bloc['rivals']['lines'];
  elsewhere(dataset: string): Elsewhere[];
  also(dataset: string): Also[];
}

interface Asked {
  filters: Filters;
  scope: Scope;
  resolved: ResolvedLens;
  /** What the query for rivals takes, but for the others. */
  rivalry: Parameters;
}

/** Reads who else there is. */
export async function companyOf(reader: Reader, joint: readonly InClaim[], asked: Asked): Promise<Company> {
  const { filters, scope, resolved } = asked;
  const { states } = filters;
  const loads = Object.values(scope.loads);
  const others = await othersOf(reader, joint, states, loads);
  const everybody = [...new Set([...others.values()].flatMap((list) => list.map((o) => o.entity)))].sort();
  const rivals = await rivalsOf(reader, { ...asked.rivalry, others: everybody });
  const elsewhere = new Map<string, Elsewhere[]>();
  for (const [dataset, load] of Object.entries(scope.loads)) {
    const deepest = joint
      .filter((j) => j.among.dataset === dataset && j.joins === '+' && j.verdict.stands)
      .filter((j) => j.among.commitment !== null && (others.get(j.among.claim)?.length ?? 0) > 0)
      .sort((a, b) => (b.among.commitment ?? 0) - (a.among.commitment ?? 0))[0];
    if (deepest === undefined) continue;
    const rows = await reader.read('bloc/elsewhere', {
      ...parametersOf({ ...noFilters, states }, resolved),
      loads: [load],
      others: (others.get(deepest.among.claim) ?? []).map((o) => o.entity),
      commitment: deepest.among.commitment,
    });
    elsewhere.set(
      dataset,
      rows.map(({ other, ...row }) => ({ entity: other, ...row }) as unknown as Elsewhere),
    );
  }
  const tied = await reader.read('bloc/also-tied', {
    ...parametersOf({ ...filters, sign: [] }, resolved),
    loads,
  });
  const alike = (j: InClaim) => alikeOf(j, others.get(j.among.claim) ?? [], states);
  return {
    of: (j) => {
      const ids = [...new Set((others.get(j.among.claim) ?? []).map((o) => o.entity))];
      const deeper = new Set(elsewhere.get(j.among.dataset)?.map((e) => e.entity));
      return {
        others: ids,
        alike: alike(j),
        rivals: ids.filter((id) => rivals.some((r) => r.entity === id)),
        elsewhere: ids.filter((id) => deeper.has(id)),
      };
    },
    rivals,
    elsewhere: (dataset) => elsewhere.get(dataset) ?? [],
    also: (dataset) => [
      ...byOneClaim(
        joint.filter((j) => j.among.dataset === dataset),
        alike,
      ),
      ...tied
        .filter((row) => row.dataset === dataset)
        .map((row) => ({
          entity: String(row.other),
          how: 'pairs' as const,
          sure: row.sure === true,
          claims: row.claims as string[],
        })),
    ],
  };
}

async function othersOf(
  reader: Reader,
  joint: readonly InClaim[],
  states: readonly string[],
  loads: string[],
): Promise<Map<string, Other[]>> {
  const days = [...joint]
    .sort((a, b) => (b.among.commitment ?? 0) - (a.among.commitment ?? 0))
    .slice(0, MOST_CLAIMS)
    .map((j) => ({ claim: j.among.claim, day: j.day }));
  if (days.length === 0) return new Map();
  const rows = await reader.read('bloc/others', { loads, states, days });
  return new Map(rows.map((row) => [String(row.claim), row.others as Other[]]));
}

async function rivalsOf(reader: Reader, asked: Parameters): Promise<Bloc['rivals']['lines']> {
  if ((asked.others as string[]).length === 0) return [];
  const rows = await reader.read('bloc/rivals', asked);
  return rows.map(({ other, first, last, ...row }) => ({
    ...(row as unknown as Bloc['rivals']['lines'][number]),
    entity: String(other),
    first: first === MIN_DAY ? null : (first as string | null),
    last: last === MAX_DAY ? null : (last as string | null),
  }));
}

/** Others that a claim ties to each of the states with the sign that it gives the states among themselves. */
function alikeOf(j: InClaim, others: readonly Other[], states: readonly string[]): string[] {
  if (j.joins === null) return [];
  const day = j.among.days.find((d) => d.day === j.day);
  const tied = (other: Other, state: string) =>
    day?.members.some(
      (m) => m.entity === state && tieSign(m, other, j.among.within, j.among.across) === j.joins,
    ) ?? false;
  const all = others.filter((other) => states.every((state) => tied(other, state)));
  return [...new Set(all.map((o) => o.entity))];
}

/** Who is joined to all of the states by one cooperative claim that stands. */
function byOneClaim(joint: readonly InClaim[], alike: (j: InClaim) => string[]): Also[] {
  const found = new Map<string, Also>();
  for (const j of joint) {
    if (!j.verdict.stands || j.joins !== '+' || j.level === 'undated') continue;
    for (const entity of alike(j)) {
      const line = found.get(entity) ?? { entity, how: 'one-claim' as const, sure: false, claims: [] };
      line.claims.push(j.among.claim);
      line.sure ||= j.level === 'sure';
      found.set(entity, line);
    }
  }
  return [...found.values()].sort((a, b) => (a.entity < b.entity ? -1 : 1));
}
