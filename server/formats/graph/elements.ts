// What leaves as nodes and edges: entities, claims, statements, sources and data sets are nodes; parties, and whom and
// what statements name, are edges. GraphML, GEXF and Cytoscape JSON share it.
import { actingFor, type Claim } from '../../../model/claim.ts';
import type { Dataset } from '../../../model/dataset.ts';
import type { Entity, Representation } from '../../../model/entity.ts';
import { datasetOf } from '../../../model/id.ts';
import type { Source } from '../../../model/source.ts';
import type { Statement } from '../../../model/statement.ts';
import { spanOf, spellOf } from '../../../model/time.ts';
import type { Sign } from '../../../model/vocabulary.ts';
import { signWords } from '../cells.ts';
import type { Outgoing, Told } from '../format.ts';
import { type Attributes, attributesOf, flatten } from './flat.ts';
import { type Days, daysOf, partyAttributes, spellDays, within } from './party.ts';
import { Plain, type PlainEdge, type PlainNode, type PlainPlan } from './plain-elements.ts';
import { type Place, Spread } from './spread.ts';

export interface GraphNode {
  is: 'node';
  id: string;
  /** What it is: the type of its entry; `named` where its entry is not in the file; `joint` where an edge goes by way of it. */
  type: 'dataset' | 'entity' | 'source' | 'claim' | 'statement' | 'named' | 'joint';
  label: string;
  attributes: Attributes;
  days?: Days;
  /** The sign of a claim that stands; null of one that does not. */
  sign?: Sign | null;
  place?: Place;
}

export interface GraphEdge {
  is: 'edge';
  id: string;
  source: string;
  target: string;
  kind: string;
  /** Which of several edges of this kind between its nodes it is, from 1: some programs merge them otherwise. */
  nth: number;
  /** Whether an edge before it, of any kind, has the same ends. */
  again: boolean;
  attributes: Attributes;
  days?: Days;
  sign?: Sign | null;
}

export type GraphElement = GraphNode | GraphEdge | PlainNode | PlainEdge;

/** How far from each other nodes stand that the view has no place for, in model units: on an entity's claim, on a claim. */
const BESIDE = 60;
const CLOSE = 26;

/**
 * All nodes and edges, those of one piece at once: a roll call has hundreds. An edge comes after its nodes.
 * @param plan how graphs of other programs leave; null where there are none
 */
export async function* elementsOf(
  outgoing: Outgoing,
  plan: PlainPlan | null,
): AsyncGenerator<GraphElement[]> {
  yield* new Elements(outgoing, plan).all();
}

class Elements {
  readonly #outgoing: Outgoing;
  readonly #homes: ReadonlySet<string | null>;
  readonly #known = new Set<string>();
  /** Nodes whose offices are to be told when those whom they represent are known. */
  #officers: { id: string; represents: Representation[] }[] = [];
  #edges = 0;
  readonly #spread: Spread;
  readonly #plan: PlainPlan | null;
  readonly #plain: Plain | null;

  constructor(outgoing: Outgoing, plan: PlainPlan | null) {
    this.#outgoing = outgoing;
    this.#plan = plan;
    this.#plain = plan === null ? null : new Plain(plan);
    this.#spread = new Spread(outgoing.places);
    this.#homes = new Set([null, ...outgoing.head.datasets.map((d) => d.id)]);
  }

  async *all(): AsyncGenerator<GraphElement[]> {
    for await (const piece of this.#outgoing.pieces())
      if (piece.type === 'dataset') {
        if (!this.#plan?.graphs.has(piece.id)) yield [this.#dataset(piece)];
      } else if (piece.type === 'entity') yield [this.#entity(piece)];
      else if (piece.type === 'source') {
        if (!this.#plain?.tells(piece))
          yield [this.#node(sourceNode(piece), 'source', piece.title, flatten('source', piece))];
      } else {
        const edge = this.#plain?.edge(piece);
        yield [...this.#offices(), ...(edge == null ? this.#told(piece) : [edge])];
      }
    yield [...this.#offices()];
  }

  /** @param anchors what it stands beside where the view has no place for it, at this distance */
  #node(
    id: string,
    type: GraphNode['type'],
    label: string,
    attributes: Attributes,
    anchors: readonly string[] = [],
    distance = 0,
  ): GraphNode {
    this.#known.add(id);
    const place = this.#spread.of(id, anchors, distance);
    return { is: 'node', id, type, label, attributes, ...(place === undefined ? {} : { place }) };
  }

  /** Gephi shows nothing of what a file says of itself: there question and lens stand by this node alone. */
  #dataset(dataset: Dataset): GraphNode {
    const { question, lens } = this.#outgoing.head;
    const seen = attributesOf({ computed_question: question, computed_lens: lens });
    return this.#node(
      dataset.id,
      'dataset',
      dataset.title,
      new Map([...flatten('dataset', dataset), ...seen]),
    );
  }

  #entity(entity: Entity): GraphNode | PlainNode {
    const graph = this.#plan?.graphs.get(entity.dataset ?? '');
    if (graph !== undefined && this.#plain !== null) {
      this.#known.add(entity.id);
      return this.#plain.node(entity, graph);
    }
    const type = this.#homes.has(entity.dataset) ? 'entity' : 'named';
    const home = (entity.represents ?? []).map((r) => r.entity);
    // What a second data set says of it stands beside it, with the offices that it knows of.
    const id = this.#known.has(entity.id) ? `${entity.dataset}/entity/${entity.id}` : entity.id;
    const anchors = id === entity.id ? home : [entity.id];
    if (entity.represents !== undefined) this.#officers.push({ id, represents: entity.represents });
    return this.#node(id, type, entity.names.en ?? entity.id, flatten('entity', entity), anchors, BESIDE);
  }

  /** An entity that is named and not told. */
  *#named(ids: readonly string[]): Generator<GraphNode> {
    for (const id of ids)
      if (!this.#known.has(id)) yield this.#node(id, 'named', id, new Map([['entity_id', id]]));
  }

  *#offices(): Generator<GraphElement> {
    for (const { id, represents } of this.#officers) {
      const nth = numbered();
      for (const { entity, office, from, until, source } of represents) {
        yield* this.#named([entity]);
        const attributes = attributesOf({ office, from, until, source_id: source });
        const days = daysOf(spellOf(from, until));
        yield this.#edge(id, entity, 'represents', { nth: nth(entity), attributes, days });
      }
    }
    this.#officers = [];
  }

  #edge(source: string, target: string, kind: string, more: Partial<GraphEdge> = {}): GraphEdge {
    this.#edges += 1;
    const { nth = 1, again = nth > 1, attributes = new Map(), days, sign } = more;
    return { is: 'edge', id: `e${this.#edges}`, source, target, kind, nth, again, attributes, days, sign };
  }

  *#told(told: Told): Generator<GraphElement> {
    const { claim, statements } = told;
    const span = claim.when === undefined ? null : spanOf(claim.when, told.nature === 'event');
    const days = daysOf(span);
    const sign = told.stands ? told.sign : null;
    const attributes = new Map([...flatten('claim', claim, ['parties']), ...computed(told, days)]);
    attributes.set('claim_parties', claim.parties.length);
    const principals = told.principals.length > 0 ? told.principals : claim.parties.map((p) => p.entity);
    yield {
      ...this.#node(claim.id, 'claim', claim.title, attributes, principals, BESIDE),
      sign,
      ...(days === undefined ? {} : { days }),
    };
    const nodes = statements.map((s, i) => ({ statement: s, id: s.id ?? `${claim.id}/statement-${i + 1}` }));
    for (const { statement, id } of nodes)
      yield this.#node(
        id,
        'statement',
        statementLabel(statement),
        flatten('statement', statement),
        [claim.id],
        CLOSE,
      );
    yield* this.#parties(claim, days, sign);
    for (const { statement, id } of nodes) yield* this.#stated(statement, id);
  }

  *#parties(claim: Claim, lasting: Days | undefined, sign: Sign | null): Generator<GraphElement> {
    const nth = numbered();
    const any = numbered();
    for (const [i, party] of claim.parties.entries()) {
      const { entity } = party;
      const by = actingFor(party);
      yield* this.#named([entity, ...by]);
      const attributes = partyAttributes(party, i);
      const days = within(spellDays(party), lasting);
      const again = any(entity) > 1;
      yield this.#edge(entity, claim.id, 'party', { nth: nth(entity), again, attributes, days, sign });
      for (const actor of by) {
        const acting = attributesOf({ for: entity });
        const again = any(actor) > 1;
        const more = { nth: nth(`acts ${actor}`), again, attributes: acting, days, sign };
        yield this.#edge(actor, claim.id, 'acts', more);
      }
    }
  }

  *#stated(statement: Statement, id: string): Generator<GraphElement> {
    const { claim, source, attributedTo } = statement;
    yield this.#edge(id, claim, 'about');
    const from = sourceNode({ dataset: datasetOf(claim), id: source });
    if (this.#known.has(from)) yield this.#edge(id, from, 'from');
    if (attributedTo === undefined) return;
    yield* this.#named([attributedTo]);
    yield this.#edge(id, attributedTo, 'attributed');
  }
}

/** `denies (70)`: what a program shows beside the node has to tell how sure it is. */
const statementLabel = ({ stance, confidence }: Statement) =>
  `${stance} (${confidence === null ? 'confidence unknown' : confidence})`;

/** A source belongs to a data set: two of them may cite the same address. */
const sourceNode = ({ dataset, id }: Pick<Source, 'dataset' | 'id'>) => `${dataset}/source/${id}`;

/** Counts how often each name has come. */
function numbered(): (name: string) => number {
  const seen = new Map<string, number>();
  return (name) => {
    const n = (seen.get(name) ?? 0) + 1;
    seen.set(name, n);
    return n;
  };
}

/** What judging says of a claim, each named as computed; reading passes over it. */
function computed(told: Told, days: Days | undefined): Attributes {
  return attributesOf({
    computed_state: told.state,
    computed_stands: told.stands,
    computed_certainty: told.certainty,
    computed_for: told.for,
    computed_against: told.against,
    computed_origins_for: told.originsFor,
    computed_origins_against: told.originsAgainst,
    computed_nature: told.nature,
    computed_context: told.context,
    computed_commitment: told.commitment,
    computed_sign: signWords[told.sign],
    computed_principals: JSON.stringify(told.principals),
    computed_principal_count: told.principals.length,
    computed_first_day: days?.start,
    computed_last_day: days?.end,
  });
}
