// The nodes and edges of the form that is asked for: claims as they are, or the ties that are derived from them.
import type { Tie } from '../../../model/ties.ts';
import { signWords } from '../cells.ts';
import type { Outgoing } from '../format.ts';
import { elementsOf, type GraphElement } from './elements.ts';
import { attributesOf, flatten } from './flat.ts';
import type { PlainPlan } from './plain-elements.ts';

/** What edges of ties are called; a file that has them is not read as claims. */
export const DERIVED = 'derived-tie';

/**
 * All nodes and edges in the form that leaves, some at once.
 * @param plan how graphs of other programs leave; null where there are none
 */
export async function* elementsIn(
  outgoing: Outgoing,
  plan: PlainPlan | null,
): AsyncGenerator<GraphElement[]> {
  if (outgoing.form !== 'pairs') yield* elementsOf(outgoing, plan);
  else yield [...tieElements(outgoing, await outgoing.ties())];
}

function* tieElements(
  outgoing: Outgoing,
  { entities, ties: rows }: Awaited<ReturnType<Outgoing['ties']>>,
): Generator<GraphElement> {
  const known = new Set<string>();
  for (const entity of entities) {
    known.add(entity.id);
    const place = outgoing.places.get(entity.id);
    const label = entity.names.en ?? entity.id;
    const attributes = flatten('entity', entity);
    yield {
      is: 'node',
      id: entity.id,
      type: 'entity',
      label,
      attributes,
      ...(place === undefined ? {} : { place }),
    };
  }
  const nth = new Map<string, number>();
  for (const [i, tie] of rows.entries()) {
    for (const id of [tie.a, tie.b]) {
      if (known.has(id)) continue;
      known.add(id);
      yield { is: 'node', id, type: 'named', label: id, attributes: new Map([['entity_id', id]]) };
    }
    const pair = `${tie.a} ${tie.b}`;
    const n = (nth.get(pair) ?? 0) + 1;
    nth.set(pair, n);
    const ends = { source: tie.a, target: tie.b, sign: tie.sign };
    yield {
      is: 'edge',
      id: `t${i + 1}`,
      ...ends,
      kind: DERIVED,
      nth: n,
      again: n > 1,
      attributes: tieAttributes(tie, outgoing),
    };
  }
}

const tieAttributes = (tie: Tie, { head }: Outgoing) =>
  attributesOf({
    derived: 'tie derived from claims; no source states it',
    dataset: tie.dataset,
    sign: signWords[tie.sign],
    computed_asserted: tie.asserted,
    computed_contested: tie.contested,
    computed_unverified: tie.unverified,
    computed_possible: tie.possible,
    computed_undated: tie.undated,
    computed_for: tie.for,
    computed_against: tie.against,
    computed_rule: head.rule,
    computed_bilateral: tie.bilateral,
    computed_least_principals: tie.least,
    claims: JSON.stringify(tie.claims),
  });
