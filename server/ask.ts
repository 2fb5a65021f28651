// Asking a question: runs its query through the lens, counts what it finds, and fetches the entries behind it.
import type { Answer, AnswerHead, ClaimRow, JudgedClaim } from '../model/answer.ts';
import { type ClaimDetail, LIMIT, type QuestionCounts } from '../model/api.ts';
import { coverageOf } from '../model/coverage.ts';
import { type Lens, resolveLens } from '../model/lens.ts';
import { didYouMean } from '../model/near.ts';
import { type Filters, noFilters, noOptions, type Options, type Question } from '../model/question.ts';
import { blocOf, entitiesOfBloc } from './bloc/report.ts';
import { byClaim, byGroup, type ClaimInGroups } from './count.ts';
import { InvalidError, LimitError, MissingError } from './errors.ts';
import { refuseTooLarge } from './extent.ts';
import { type Findings, find, takesTies, tieSigns } from './find.ts';
import type { Graph } from './graph/graph.ts';
import { query, questions } from './graph/queries.ts';
import { toldPaths } from './paths/paths.ts';
import { asOne, entitiesOf, judgedClaim, parametersOf, Reader, type StoredClaim } from './reader.ts';
import { type Scope, scopeOf } from './scope.ts';
import { unknownEntity } from './unknown-entity.ts';
import { version } from './version.ts';
import { vocabulary } from './vocabulary.ts';

export interface Asked {
  question: string;
  filters: Filters;
  lens: Lens;
  /** What only one question takes. */
  options?: Options;
  /** How many claims, or pairs, an answer carries at most. */
  limit?: number;
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal;
}

/** How many principals these claims have together at most: a roll call has a hundred times those of a treaty. */
const PRINCIPALS = 50_000;

/**
 * Answers a question.
 * @throws MissingError `unknown-question`, `unknown-dataset`, `unknown-entity`; InvalidError `invalid-parameter` where
 *   it does not take that many states; LimitError `query-timeout`, `result-too-large`; UnavailableError
 *   `graph-unavailable`
 */
export async function ask(graph: Graph, asked: Asked): Promise<Answer> {
  const { question, taken, ...rest } = begin(graph, asked);
  return graph.reading(
    leadOf(question),
    async (reading) => answer(new Reader(reading), question, { ...asked, ...rest }, await taken),
    asked.signal,
  );
}

/** What a question finds, before the entries behind it are read. */
export interface Looked {
  head: AnswerHead;
  found: Findings;
  scope: Scope;
}

/**
 * Finds and counts what a question asks for, and reads no entries: for who reads them bit by bit.
 * @throws as `ask` does, but for an entity that is only named
 */
export async function look(graph: Graph, asked: Asked): Promise<Looked> {
  const { question, taken, ...rest } = begin(graph, asked);
  return graph.reading(
    leadOf(question),
    async (reading) => {
      const scope = await taken;
      const reader = new Reader(reading);
      const found = await find(reader, { question, ...rest }, scope);
      return { head: headOf(reader, question, rest, scope, found), found, scope };
    },
    asked.signal,
  );
}

/**
 * What every answer begins with: the question found, its states checked, the loads taken, and what is too large refused.
 * They are read while the transaction of the answer is opened.
 */
function begin(graph: Graph, asked: Asked) {
  const filters = { ...asked.filters, states: [...new Set(asked.filters.states)] };
  const question = questionOn(asked.question, filters);
  const { lens, options = noOptions } = asked;
  const taken = scopeOf(graph, lens).then(async (scope) => {
    await refuseTooLarge(graph, { question, filters, lens }, scope);
    return scope;
  });
  // Where the transaction cannot be opened, that is told.
  taken.catch(() => {});
  return { question, filters, options, lens, taken };
}

/**
 * The question of an id, where it takes these states.
 * @throws MissingError `unknown-question`, `unknown-entity`; InvalidError `invalid-parameter`
 */
export function questionOn(id: string, filters: Filters): Question {
  const question = questionNamed(id);
  // All states are in the vocabulary: one that is not is told before how many the question takes.
  const unknown = filters.states.find(
    (state) => state.startsWith('state:') && !vocabulary().states.has(state),
  );
  if (unknown !== undefined) throw unknownEntity(unknown);
  checkStates(question, filters);
  return question;
}

function headOf(
  reader: Reader,
  question: Question,
  { filters, options, lens }: Pick<Required<Asked>, 'filters' | 'options' | 'lens'>,
  scope: Scope,
  found: Findings,
): AnswerHead {
  const resolved = resolveLens(lens, question.over);
  const { unknown, over, from, until } = resolved;
  return {
    question,
    filters,
    options,
    lens,
    resolved: { unknown, over, from, until },
    loads: scope.loads,
    count: found.count,
    byDataset: found.byDataset,
    groupCount: found.groupCount,
    exact: found.exact,
    truncated: null,
    coverage: coverageOf(scope.datasets, filters.kind, resolved),
    queries: reader.ran,
    answeredAt: new Date().toISOString(),
    version,
  };
}

async function answer(
  reader: Reader,
  question: Question,
  { filters, lens, options = noOptions, limit = LIMIT }: Asked,
  scope: Scope,
): Promise<Answer> {
  const loads = Object.values(scope.loads);
  const found = await find(reader, { question, filters, options, lens }, scope);
  const shown = fitting(found.claims, limit);
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
  const declared = await reader.declared(loads, named);
  const entities = asOne(declared);
  const missing = filters.states.find((id) => !entities.some((e) => e.id === id));
  if (missing !== undefined) throw unknownEntity(missing);
  const sources = await reader.sources(loads, stored, declared);
  const source = (dataset: string, id: string) => sources.find((s) => s.dataset === dataset && s.id === id);
  const all = question.counts === 'pair' ? found.pairs : found.claims;
  const told = question.counts === 'pair' ? pairs : shown;
  return {
    ...headOf(reader, question, { filters, options, lens }, scope, found),
    truncated: all.length > told.length ? { shown: told.length, of: all.length } : null,
    claims: judged(shown, stored),
    groups: byGroup(found.rows),
    pairs,
    bloc,
    paths: found.paths === null ? null : toldPaths(found.paths, lens, stored, source),
    changes: found.changes,
    entities,
    sources,
    datasets: scope.datasets,
  };
}

/** The first claims, as many as an answer carries; one at least, where any are asked for. */
function fitting(claims: readonly ClaimInGroups[], limit: number): ClaimInGroups[] {
  let principals = 0;
  const over = claims.slice(0, limit).findIndex((c) => {
    principals += c.arity;
    return principals > PRINCIPALS;
  });
  return claims.slice(0, over < 0 ? limit : Math.max(over, 1));
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
    const tied = !takesTies(question) || tieSigns(filters).length === 1;
    // Chains and changes are looked for where they are asked for: they take longer, and have no count beforehand.
    const countable = takes(question, filters) && tied && !['path', 'change'].includes(question.counts);
    if (!countable || !(await fits(graph, { question, filters, lens }, scope))) {
      counted.push({ question, count: null, groupCount: null, exact: true });
      continue;
    }
    const asking = { question, filters, options: noOptions, lens };
    const { count, groupCount, exact } = await graph.reading(
      leadOf(question),
      (reading) => find(new Reader(reading), asking, scope),
      signal,
    );
    counted.push({ question, count, groupCount, exact });
  }
  return counted;
}

/** Whether it is not so large that it is refused: that one question cannot be counted keeps no other from being counted. */
async function fits(...asked: Parameters<typeof refuseTooLarge>): Promise<boolean> {
  try {
    await refuseTooLarge(...asked);
    return true;
  } catch (error) {
    if (error instanceof LimitError) return false;
    throw error;
  }
}

/**
 * One claim with all that is told of it, judged through a lens. Where it does not hold in the time of the lens, it is
 * judged without one.
 * @throws MissingError `unknown-claim`
 */
export async function askClaim(graph: Graph, id: string, lens: Lens): Promise<ClaimDetail> {
  const scope = await scopeOf(graph, lens);
  return graph.reading(query('fetch/claim'), (reading) => claimDetail(new Reader(reading), id, lens, scope));
}

async function claimDetail(reader: Reader, id: string, lens: Lens, scope: Scope): Promise<ClaimDetail> {
  const loads = Object.values(scope.loads);
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
  const declared = await reader.declared(loads, entitiesOf(stored));
  return {
    claims: judged(byClaim(rows), [stored]),
    entities: asOne(declared),
    sources: await reader.sources(loads, [stored], declared),
    datasets: scope.datasets.filter((d) => d.id === stored.dataset),
    queries: reader.ran,
  };
}

function judged(rows: readonly ClaimInGroups[], stored: readonly StoredClaim[]): JudgedClaim[] {
  const byId = new Map(rows.map((row) => [row.claim, row]));
  return stored.flatMap((entry) => {
    const row = byId.get(entry.claim.id);
    return row === undefined ? [] : [judgedClaim(entry, row)];
  });
}

function questionNamed(id: string): Question {
  const all = questions();
  const found = all.find((q) => q.id === id);
  const ids = all.map((q) => q.id);
  if (found === undefined)
    throw new MissingError(
      'unknown-question',
      `There is no question "${id}"${didYouMean(id, ids) || '.'} There are ${ids.join(', ')}.`,
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

/** The query that finds what a question asks for. */
const leadOf = (question: Question) => query(`questions/${question.id}`);
