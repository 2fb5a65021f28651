// Asking a question: runs its query through the lens, counts what it finds, and fetches the entries behind it.
import type { Answer, ClaimRow, Count, JudgedClaim, PairRow } from '../model/answer.ts';
import type { ClaimDetail, QuestionCounts } from '../model/api.ts';
import { countOf } from '../model/count.ts';
import { datasetOf } from '../model/id.ts';
import { type Lens, type ResolvedLens, resolveLens } from '../model/lens.ts';
import { type Filters, noFilters, type Question } from '../model/question.ts';
import { blocOf, entitiesOfBloc } from './bloc/report.ts';
import { byClaim, byGroup, type ClaimInGroups, countsByDataset, tiedPairs, tieOf } from './count.ts';
import { coverageOf, type Scope, scopeOf } from './coverage.ts';
import { InvalidError, MissingError } from './errors.ts';
import type { Graph } from './graph/graph.ts';
import { query, questions } from './graph/queries.ts';
import { entitiesOf, parametersOf, Reader, type StoredClaim } from './reader.ts';
import { version } from './version.ts';

export { entriesOf } from './entries.ts';

export interface Asked {
  question: string;
  filters: Filters;
  lens: Lens;
  /** How many claims, or pairs, an answer carries at most. */
  limit?: number;
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal;
}

/** How many claims an answer carries where nothing else is asked. */
const LIMIT = 5000;
/** How many rows are read at most; counts are exact up to here. */
const ROWS = 200_000;

/**
 * Answers a question.
 * @throws MissingError `unknown-question`, `unknown-dataset`, `unknown-entity`; InvalidError `invalid-parameter` where
 *   it does not take that many states; LimitError `query-timeout`; UnavailableError `graph-unavailable`
 */
export async function ask(graph: Graph, asked: Asked): Promise<Answer> {
  const { lens, limit = LIMIT } = asked;
  const filters = { ...asked.filters, states: [...new Set(asked.filters.states)] };
  const question = questionNamed(asked.question);
  checkStates(question, filters);
  const scope = await scopeOf(graph, lens);
  const loads = Object.values(scope.loads);
  const resolved = resolveLens(lens, question.over);
  const reader = new Reader(graph, asked.signal);
  const found = await find(reader, question, filters, resolved, scope);
  const shown = found.claims.slice(0, limit);
  const stored = await reader.claims(
    loads,
    shown.map((c) => c.claim),
  );
  const pairs = found.pairs.slice(0, limit);
  const bloc = question.id === 'bloc' ? await blocOf(reader, filters, lens, scope) : null;
  const named = [
    ...filters.states,
    ...stored.flatMap((s) => [...entitiesOf(s)]),
    ...pairs.flatMap((p) => [p.a, p.b]),
    ...(bloc === null ? [] : entitiesOfBloc(bloc)),
  ];
  const entities = await reader.entities(loads, named);
  const missing = filters.states.find((id) => !entities.some((e) => e.id === id));
  if (missing !== undefined) throw new MissingError('unknown-entity', `There is no entity "${missing}".`);
  const of = question.counts === 'pair' ? found.pairs.length : found.claims.length;
  return {
    question,
    filters,
    lens,
    resolved: {
      unknown: resolved.unknown,
      over: resolved.over,
      from: resolved.from,
      until: resolved.until,
    },
    loads: scope.loads,
    count: found.count,
    byDataset: found.byDataset,
    groupCount: found.groupCount,
    exact: found.exact,
    truncated: of > limit ? { shown: limit, of } : null,
    coverage: coverageOf(scope.datasets, filters.kind, resolved),
    claims: judged(shown, stored),
    groups: byGroup(found.rows),
    pairs,
    bloc,
    entities,
    sources: await reader.sources(loads, stored, entities),
    datasets: scope.datasets,
    queries: reader.ran,
    answeredAt: new Date().toISOString(),
    version,
  };
}

/** What every question would count, for the same states, filters and lens. */
export async function counts(
  graph: Graph,
  filters: Filters,
  lens: Lens,
  signal?: AbortSignal,
): Promise<QuestionCounts['questions']> {
  const scope = await scopeOf(graph, lens);
  const counted: QuestionCounts['questions'] = [];
  for (const question of questions()) {
    if (!takes(question, filters) || (takesTies(question) && tieSigns(filters).length !== 1)) {
      counted.push({ question, count: null, groupCount: null, exact: true });
      continue;
    }
    const reader = new Reader(graph, signal);
    const { count, groupCount, exact } = await find(
      reader,
      question,
      filters,
      resolveLens(lens, question.over),
      scope,
    );
    counted.push({ question, count, groupCount, exact });
  }
  return counted;
}

/**
 * One claim with all that is told of it, judged through a lens. Where it does not hold in the time of the lens, it is
 * judged without one.
 * @throws MissingError `unknown-claim`
 */
export async function askClaim(graph: Graph, id: string, lens: Lens): Promise<ClaimDetail> {
  const scope = await scopeOf(graph, lens);
  const loads = Object.values(scope.loads);
  const reader = new Reader(graph);
  const [stored] = await reader.claims(loads, [id]);
  if (stored === undefined) throw new MissingError('unknown-claim', `There is no claim "${id}".`);
  const judge = async (through: Lens) =>
    (await reader.read('fetch/claim', {
      ...parametersOf(noFilters, resolveLens(through, 'life')),
      loads,
      claim: id,
    })) as ClaimRow[];
  const dated = await judge(lens);
  const rows = dated.length > 0 ? dated : await judge({ ...lens, from: null, until: null });
  const entities = await reader.entities(loads, entitiesOf(stored));
  return {
    claims: judged(byClaim(rows), [stored]),
    entities,
    sources: await reader.sources(loads, [stored], entities),
    datasets: scope.datasets.filter((d) => d.id === stored.dataset),
    queries: reader.ran,
  };
}

interface Findings {
  rows: ClaimRow[];
  claims: ClaimInGroups[];
  pairs: PairRow[];
  count: Count;
  byDataset: Record<string, Count>;
  groupCount: number | null;
  exact: boolean;
}

/** Runs a question's query and counts its rows. */
async function find(
  reader: Reader,
  question: Question,
  filters: Filters,
  lens: ResolvedLens,
  scope: Scope,
): Promise<Findings> {
  const parameters = {
    // Of triads the sign is that of the ties, and not of the claims.
    ...(takesTies(question)
      ? { ...parametersOf({ ...filters, sign: [] }, lens), tie: tieSign(question, filters) }
      : parametersOf(filters, lens)),
    loads: Object.values(scope.loads),
  };
  const rows: unknown[] = [];
  let exact = true;
  for await (const row of reader.stream(`questions/${question.id}`, parameters)) {
    if (rows.length === ROWS) {
      exact = false;
      break;
    }
    rows.push(row);
  }
  const datasets = scope.datasets.map((d) => d.id);
  if (question.counts === 'pair') {
    const pairs = rows as PairRow[];
    const ties = pairs.map(tieOf);
    return {
      rows: [],
      claims: [],
      pairs,
      count: countOf(ties),
      byDataset: countsByDataset(datasets, ties),
      groupCount: tiedPairs(pairs),
      exact,
    };
  }
  const claims = byClaim(rows as ClaimRow[]);
  const groups = byGroup(rows as ClaimRow[]);
  return {
    rows: rows as ClaimRow[],
    claims,
    pairs: [],
    count: countOf(claims),
    byDataset: countsByDataset(
      datasets,
      claims.map((c) => ({ ...c, dataset: datasetOf(c.claim) })),
    ),
    groupCount: question.counts === 'group' ? groups.filter((g) => g.certainty === 'sure').length : null,
    exact,
  };
}

function judged(rows: readonly ClaimInGroups[], stored: readonly StoredClaim[]): JudgedClaim[] {
  const byId = new Map(rows.map((row) => [row.claim, row]));
  return stored.flatMap(({ dataset, order, ...entry }) => {
    const row = byId.get(entry.claim.id);
    if (row === undefined) return [];
    const { claim, group, ...verdict } = row;
    return [{ ...entry, ...verdict }];
  });
}

function questionNamed(id: string): Question {
  const all = questions();
  const found = all.find((q) => q.id === id);
  if (found === undefined)
    throw new MissingError(
      'unknown-question',
      `There is no question "${id}"; there are ${all.map((q) => q.id).join(', ')}.`,
    );
  return found;
}

function takes({ states: { min, max, needed } }: Question, { states }: Filters): boolean {
  return (states.length === 0 && !needed) || (states.length >= min && (max === null || states.length <= max));
}

function checkStates(question: Question, filters: Filters): void {
  if (takes(question, filters)) return;
  const { min, max, needed } = question.states;
  const range = max === null ? `${min} or more` : min === max ? `exactly ${min}` : `${min} to ${max}`;
  const detail = `${question.id} takes ${range} states${needed ? '' : ', or none for the whole world'}; ${filters.states.length} given.`;
  throw new InvalidError('invalid-parameter', detail, { errors: [{ pointer: 'states', detail }] });
}

const takesTies = (question: Question) =>
  query(`questions/${question.id}`).params.some((p) => p.name === 'tie');
/** What signs of ties the signs asked for leave; neutral ties never close anything (MODEL.md section 6). */
const tieSigns = ({ sign }: Filters) =>
  sign.length === 0 ? ['+'] : sign.filter((s) => s === '+' || s === '-');

function tieSign(question: Question, filters: Filters): string {
  const [sign, another] = tieSigns(filters);
  if (sign !== undefined && another === undefined) return sign;
  const detail = `${question.id} takes one sign of ties, plus or minus.`;
  throw new InvalidError('invalid-parameter', detail, { errors: [{ pointer: 'sign', detail }] });
}
