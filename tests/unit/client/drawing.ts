// Answers for the canvas without a graph: the shipped data set and claims made by hand, judged by model/judge.ts.

import type { Answer, JudgedClaim } from '../../../model/answer.ts';
import { Claim } from '../../../model/claim.ts';
import { nothing } from '../../../model/count.ts';
import type { Dataset } from '../../../model/dataset.ts';
import { type Drawn, drawn } from '../../../model/drawn.ts';
import type { Entity } from '../../../model/entity.ts';
import { judge, weighable } from '../../../model/judge.ts';
import { defaultLens, resolveLens } from '../../../model/lens.ts';
import { prepare } from '../../../model/parties.ts';
import { noFilters, noOptions } from '../../../model/question.ts';
import { Statement } from '../../../model/statement.ts';
import { defaultView, type View } from '../../../model/view.ts';
import { entityOf } from '../../../server/vocabulary.ts';
import { beijing, kindOf, roleOf, states } from '../data/files.ts';

export const vocabulary = { kinds: kindOf, roles: roleOf };

interface Told {
  claim: Claim;
  statements: Statement[];
}

function judged({ claim, statements }: Told): JudgedClaim {
  const prepared = prepare(claim, vocabulary);
  const lens = resolveLens(defaultLens, 'life');
  const [j] = judge(
    prepared,
    statements.map((s) => weighable(s, undefined)),
    lens,
  );
  if (j === undefined) throw new Error(`${claim.id} does not hold`);
  return {
    claim,
    statements,
    groups: [],
    principals: j.possible,
    actors: j.actors,
    sign: j.sign,
    nature: prepared.nature,
    context: prepared.context,
    commitment: prepared.commitment,
    state: j.state,
    for: j.for,
    against: j.against,
    originsFor: j.originsFor,
    originsAgainst: j.originsAgainst,
    stands: j.stands,
    certainty: j.certainty,
    day: null,
  };
}

const stateEntities = states.map(entityOf);
/** An answer of claims, with the entities that they name. */
export function answerOf(
  told: readonly Told[],
  asked: readonly string[],
  others: readonly Entity[] = [],
  datasets: readonly Dataset[] = [],
): Answer {
  return {
    question: {
      id: 'around',
      label: 'Around',
      description: '',
      counts: 'claim',
      over: 'life',
      states: { min: 0, max: null, needed: false },
    },
    filters: { ...noFilters, states: [...asked] },
    options: noOptions,
    lens: defaultLens,
    resolved: { unknown: true, over: 'life', from: null, until: null },
    loads: {},
    count: nothing(),
    byDataset: {},
    groupCount: null,
    exact: true,
    truncated: null,
    coverage: [],
    queries: [],
    answeredAt: '2026-01-01T00:00:00Z',
    version: '0',
    claims: told.map(judged),
    groups: [],
    pairs: [],
    bloc: null,
    paths: null,
    changes: null,
    entities: [...others, ...stateEntities],
    sources: [],
    datasets: [...datasets],
  };
}

/** What is drawn of an answer, and its view. @param question the answer of the question that is chosen */
export function drawing(
  answer: Answer,
  change: Partial<View> = {},
  question: Answer | null = null,
): { drawn: Drawn; view: View } {
  const view = { ...defaultView, filters: answer.filters, ...change };
  return { drawn: drawn(answer, question, view), view };
}

/**
 * A claim made by hand.
 * @param parties `CHN host, RUS guest`; a role without its state's letters is not one
 * @param stances `+70 -50`: asserts and denies with these numbers; `?` is no number, `0` reports absence, `~` qualifies
 */
export function told(
  id: string,
  kind: string,
  parties: string,
  stances: string,
  change: Partial<Claim> = {},
): Told {
  const signs = { '+': 'asserts', '-': 'denies', '0': 'reports-absence', '~': 'qualifies' } as const;
  const claim = Claim.parse({
    type: 'claim',
    id: `test/${id}`,
    title: `The claim ${id}`,
    short: id,
    kinds: [kind],
    modality: 'done',
    incomplete: false,
    parties: parties.split(', ').map((p) => {
      const [code = '', role] = p.split(' ');
      return { entity: code.includes(':') ? code : `state:${code}`, role };
    }),
    ...change,
  });
  const statements = stances.split(' ').map((s) => {
    const number = s.slice(1);
    return Statement.parse({
      type: 'statement',
      claim: claim.id,
      source: 'https://example.org/',
      stance: signs[s.charAt(0) as keyof typeof signs],
      confidence: number === '?' ? null : Number(number),
      basis: 'stated',
    });
  });
  return { claim, statements };
}

/** The shipped data set as an answer of `around`. */
export const sample: Answer = (() => {
  const id = beijing.dataset.id;
  const of = beijing.claims.map(({ statements, kind, kinds, ...rest }) => {
    const claim = Claim.parse({ type: 'claim', ...rest, id: `${id}/${rest.id}`, kinds: kinds ?? [kind] });
    return {
      claim,
      statements: statements.map((s) =>
        Statement.parse({
          type: 'statement',
          ...s,
          claim: claim.id,
          source: 'https://example.org/',
          confidence: s.confidence ?? null,
          quote: undefined,
        }),
      ),
    };
  });
  const entities = beijing.entities.map((e): Entity => ({ type: 'entity', dataset: id, ...e }));
  const { start, ...rest } = beijing.dataset;
  return answerOf(of, start?.states ?? [], entities, [{ type: 'dataset', ...rest }]);
})();
