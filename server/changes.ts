// What changed: the same question judged on two days, of the world or of knowledge, and compared claim by claim.
import type { ClaimRow } from '../model/answer.ts';
import { type Change, type Changes, happenings, type What } from '../model/changes.ts';
import type { Confidence } from '../model/confidence.ts';
import { coverageOf } from '../model/coverage.ts';
import { datasetOf, type EntityId } from '../model/id.ts';
import { type Lens, type ResolvedLens, resolveLens } from '../model/lens.ts';
import type { Filters, Options } from '../model/question.ts';
import type { Day } from '../model/time.ts';
import { InvalidError } from './errors.ts';
import { parametersOf, type Reader } from './reader.ts';
import type { Scope } from './scope.ts';

/** The two ways of looking that are compared. */
interface Days {
  between: Changes['between'];
  from: Day;
  to: Day;
  before: ResolvedLens;
  after: ResolvedLens;
}

/**
 * Which days are compared.
 * @throws InvalidError `invalid-parameter` where none, or both, of the earlier days are given, or the later one is not later
 */
export function daysOf(lens: Lens, { since, knew }: Options, today: Day): Days {
  const refuse = (pointer: string, detail: string) =>
    new InvalidError('invalid-parameter', detail, { errors: [{ pointer, detail }] });
  if ((since === null) === (knew === null))
    throw refuse(
      'since',
      'changes takes either since, an earlier day of the world, or knew, an earlier day of knowledge.',
    );
  const [from, key] = since === null ? [knew ?? today, 'knew'] : [since, 'since'];
  const to = since === null ? (lens.known ?? today) : (lens.until ?? today);
  if (from >= to) throw refuse(key, `${key} is ${from}, which is not before ${to}.`);
  const on = (day: Day) =>
    since === null
      ? resolveLens({ ...lens, known: day }, 'life')
      : resolveLens({ ...lens, from: day, until: day });
  return { between: since === null ? 'knowledge' : 'world', from, to, before: on(from), after: on(to) };
}

/** A row with its principals: the query of changes tells them of every claim. */
type Told = ClaimRow & { principals: EntityId[] };

/** Judges on both days and tells what differs, with a row for each thing that happened to a claim. */
export async function findChanges(
  reader: Reader,
  filters: Filters,
  days: Days,
  scope: Scope,
): Promise<{ changes: Changes; rows: ClaimRow[] }> {
  const read = async (lens: ResolvedLens) => {
    // States and signs of claims are asked of both days together: a claim may have had them on one alone.
    const asked = {
      ...parametersOf({ ...filters, state: [], sign: [] }, lens),
      loads: Object.values(scope.loads),
    };
    const rows = (await reader.read('questions/changes', asked)) as unknown as Told[];
    return new Map(rows.map((row) => [row.claim, row]));
  };
  const before = await read(days.before);
  const after = await read(days.after);
  const wanted = (row: Told | undefined) => row !== undefined && isAsked(row, filters);
  const changed = [...new Set([...before.keys(), ...after.keys()])]
    .flatMap((claim) => {
      const [was, is] = [before.get(claim), after.get(claim)];
      const change = wanted(was) || wanted(is) ? changeOf(claim, was, is, days.between) : null;
      return change === null ? [] : [change];
    })
    // What is among several of the states comes first.
    .sort((a, b) => amongOf(b, filters.states) - amongOf(a, filters.states));
  const rows = changed.flatMap(({ claim, what }) => {
    const row = there(after.get(claim)) ?? before.get(claim);
    return row === undefined ? [] : what.map((w) => ({ ...row, group: [w] }));
  });
  const { between, from, to } = days;
  const of = (certainty: Change['certainty']) => countsOf(changed.filter((c) => c.certainty === certainty));
  const uncovered = coverageOf(scope.datasets, filters.kind, days.before)
    .filter((line) => line.covers === 'no')
    .map((line) => line.dataset);
  return {
    changes: { between, from, to, sure: of('sure'), possible: of('possible'), uncovered, rows: changed },
    rows,
  };
}

/** How many of the states are in a claim, on the day on which more of them are. */
function amongOf({ before, after }: Change, states: readonly string[]): number {
  const of = (side: Change['before']) => states.filter((id) => side?.principals.includes(id)).length;
  return Math.max(of(before), of(after));
}

function isAsked(row: Told, { states, state, sign }: Filters): boolean {
  return (
    (states.length === 0 || states.some((id) => row.principals.includes(id))) &&
    (state.length === 0 || (row.state !== null && state.includes(row.state))) &&
    (sign.length === 0 || sign.includes(row.sign))
  );
}

/** A row of a claim that holds and of which some statement counts. */
const there = (row: Told | undefined) => (row === undefined || row.state === null ? undefined : row);

function changeOf(
  claim: string,
  was: Told | undefined,
  is: Told | undefined,
  between: Changes['between'],
): Change | null {
  const [a, b] = [there(was), there(is)];
  const what = new Set<What>();
  const joined = a === undefined || b === undefined ? [] : without(b.principals, a.principals);
  const left = a === undefined || b === undefined ? [] : without(a.principals, b.principals);
  if (a === undefined && b === undefined) return null;
  if (a === undefined) what.add('new');
  else if (b === undefined) what.add(between === 'world' ? 'gone' : 'withdrawn');
  else {
    if (a.state !== b.state || a.stands !== b.stands) what.add('turned');
    for (const word of [
      moved(a.for, b.for, a.originsFor > 0 && b.originsFor > 0),
      moved(a.against, b.against, a.originsAgainst > 0 && b.originsAgainst > 0),
    ])
      if (word !== null) what.add(word);
    if (joined.length > 0) what.add('joined');
    if (left.length > 0) what.add('left');
  }
  if (what.size === 0) return null;
  const certainty = [a, b].every((row) => row === undefined || row.certainty === 'sure')
    ? 'sure'
    : 'possible';
  return {
    claim,
    what: happenings.filter((w) => what.has(w)),
    before: sideOf(was),
    after: sideOf(is),
    joined,
    left,
    certainty,
  };
}

const without = (all: readonly string[], others: readonly string[]) =>
  all.filter((id) => !others.includes(id));

/** How a number moved. Where one side had no statement at all, the state tells it and not the number. */
function moved(before: Confidence, after: Confidence, both: boolean): What | null {
  if (before === after || !both) return null;
  if (before === null) return 'graded';
  if (after === null) return 'ungraded';
  return after > before ? 'raised' : 'lowered';
}

function sideOf(row: Told | undefined): Change['before'] {
  if (row === undefined) return null;
  const { claim, group, arity, actors, day, ...side } = row;
  return side;
}

function countsOf(changes: readonly Change[]): Changes['sure'] {
  const counts: Changes['sure'] = {};
  for (const { claim, what } of changes)
    for (const w of what) {
      const of = counts[datasetOf(claim)] ?? {};
      of[w] = (of[w] ?? 0) + 1;
      counts[datasetOf(claim)] = of;
    }
  return counts;
}
