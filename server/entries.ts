// The entries of an answer as a file holds them.
import type { Answer } from '../model/answer.ts';
import type { Claim } from '../model/claim.ts';
import { type Entry, refersTo } from '../model/entry.ts';
import { datasetOf } from '../model/id.ts';
import { counts, weighable } from '../model/judge.ts';
import { resolveLens } from '../model/lens.ts';
import type { Statement } from '../model/statement.ts';
import { entitiesOf } from './reader.ts';

/**
 * The entries of an answer, as a file holds them: exactly what the lens shows. Claims that are out and statements that
 * do not count are left out, and so is what only they name; nothing refers to what is not there.
 */
export function* entriesOf(answer: Answer): Generator<Entry> {
  const shown = shownOf(answer);
  const statements = shown.flatMap((s) => s.statements);
  const claims = shown.map((s) => s.claim);
  const named = new Set(shown.flatMap((s) => [...entitiesOf(s)]));
  for (const e of answer.entities)
    if (named.has(e.id)) for (const r of e.represents ?? []) named.add(r.entity);
  const entities = answer.entities.filter((e) => named.has(e.id));
  const cited = new Set([...statements, ...entities].flatMap((e) => refersTo(e)).map((r) => r.id));
  const sources = answer.sources.filter((s) => cited.has(s.id));
  const homes = new Set([...claims.map((c) => datasetOf(c.id)), ...sources.map((s) => s.dataset)]);
  for (const dataset of answer.datasets) if (homes.has(dataset.id)) yield trimmed(dataset, claims);
  yield* sources;
  yield* entities;
  for (const { claim, statements } of shown) {
    yield claim;
    yield* statements;
  }
}

function shownOf(answer: Answer): { claim: Claim; statements: Statement[] }[] {
  const lens = resolveLens(answer.lens, answer.question.over);
  const published = new Map(answer.sources.map((s) => [`${s.dataset} ${s.id}`, s.published]));
  return answer.claims
    .filter((c) => c.state !== null)
    .map(({ claim, statements }) => ({
      claim,
      statements: statements.filter((s) => {
        const date = published.get(`${datasetOf(claim.id)} ${s.source}`);
        return counts(weighable(s, date), lens) !== 'no';
      }),
    }));
}

/** A data set whose start names no claim that the file does not hold. */
function trimmed(dataset: Answer['datasets'][number], claims: readonly Claim[]): Entry {
  if (dataset.start === undefined) return dataset;
  const held = new Set(claims.map((c) => c.id));
  return {
    ...dataset,
    start: { ...dataset.start, claims: dataset.start.claims.filter((c) => held.has(c.claim)) },
  };
}
