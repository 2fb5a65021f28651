// Running one question: its query or queries through the lens, and the counts of what they find.
import type { ClaimRow, Count, PairRow } from '../model/answer.ts';
import type { Changes } from '../model/changes.ts';
import { countOf } from '../model/count.ts';
import { datasetOf } from '../model/id.ts';
import { type Lens, resolveLens } from '../model/lens.ts';
import type { Filters, Options, Question } from '../model/question.ts';
import { daysOf, findChanges } from './changes.ts';
import { byClaim, byGroup, type ClaimInGroups, countsByDataset, tiedPairs, tieOf } from './count.ts';
import { InvalidError } from './errors.ts';
import { query } from './graph/queries.ts';
import { type Found, findPaths } from './paths/paths.ts';
import { parametersOf, type Reader } from './reader.ts';
import type { Scope } from './scope.ts';

/** How many rows are read at most; counts are exact up to here. */
const ROWS = 200_000;

/** What a question found, before the entries behind it are read. */
export interface Findings {
  rows: ClaimRow[];
  claims: ClaimInGroups[];
  pairs: PairRow[];
  count: Count;
  byDataset: Record<string, Count>;
  groupCount: number | null;
  exact: boolean;
  paths: Found | null;
  changes: Changes | null;
}

/** What is asked, with its question found. */
export interface Asking {
  question: Question;
  filters: Filters;
  options: Options;
  lens: Lens;
}

/** Runs a question's query and counts its rows. */
export async function find(reader: Reader, asking: Asking, scope: Scope): Promise<Findings> {
  const { question, filters, options } = asking;
  const lens = resolveLens(asking.lens, question.over);
  const loads = Object.values(scope.loads);
  if (question.counts === 'path') {
    const paths = await findPaths(reader, filters, lens, options, loads);
    const chains = new Set(
      [...paths.shortest, ...paths.strongest].map((c) => JSON.stringify(c.map((s) => [s.claim.id, s.to]))),
    );
    return { ...claimsOf(paths.rows, scope, chains.size), exact: paths.exact, paths };
  }
  if (question.counts === 'change') {
    const days = daysOf(asking.lens, options, new Date().toISOString().slice(0, 10));
    const { changes, rows } = await findChanges(reader, filters, days, scope);
    return { ...claimsOf(rows, scope, changes.rows.length), changes };
  }
  const parameters = {
    // Of triads the sign is that of the ties, and not of the claims.
    ...(takesTies(question)
      ? { ...parametersOf({ ...filters, sign: [] }, lens), tie: tieSign(question, filters) }
      : parametersOf(filters, lens)),
    loads,
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
  if (question.counts === 'pair') {
    const pairs = rows as PairRow[];
    const ties = pairs.map(tieOf);
    const byDataset = countsByDataset(
      scope.datasets.map((d) => d.id),
      ties,
    );
    const groupCount = tiedPairs(pairs);
    return {
      rows: [],
      claims: [],
      pairs,
      count: countOf(ties),
      byDataset,
      groupCount,
      exact,
      paths: null,
      changes: null,
    };
  }
  const found = rows as ClaimRow[];
  const groups =
    question.counts === 'group' ? byGroup(found).filter((g) => g.certainty === 'sure').length : null;
  return { ...claimsOf(found, scope, groups), exact };
}

/** Rows about claims, counted. */
function claimsOf(rows: ClaimRow[], scope: Scope, groupCount: number | null): Findings {
  const claims = byClaim(rows);
  const byDataset = countsByDataset(
    scope.datasets.map((d) => d.id),
    claims.map((c) => ({ ...c, dataset: datasetOf(c.claim) })),
  );
  return {
    rows,
    claims,
    pairs: [],
    count: countOf(claims),
    byDataset,
    groupCount,
    exact: true,
    paths: null,
    changes: null,
  };
}

export const takesTies = (question: Question) =>
  query(`questions/${question.id}`).params.some((p) => p.name === 'tie');
/** What signs of ties the signs asked for leave; neutral ties never close anything (MODEL.md section 6). */
export const tieSigns = ({ sign }: Filters) =>
  sign.length === 0 ? ['+'] : sign.filter((s) => s === '+' || s === '-');

/** @throws InvalidError `invalid-parameter` where the signs asked for are not one that ties have */
export function tieSign(question: Question, filters: Filters): string {
  const [sign, another] = tieSigns(filters);
  if (sign !== undefined && another === undefined) return sign;
  const detail = `${question.id} takes one sign of ties, plus or minus.`;
  throw new InvalidError('invalid-parameter', detail, { errors: [{ pointer: 'sign', detail }] });
}
