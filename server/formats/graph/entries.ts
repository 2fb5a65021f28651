// Entries from the nodes and edges that Entente wrote: a field of an entry is an attribute of its node, a party an edge.
import { InvalidError } from '../../errors.ts';
import type { DecodedEntry, DecodedProblem } from '../format.ts';
import { moreOf, NotReadable, unflatten } from './flat.ts';
import type { ReadEdge, ReadNode } from './parts.ts';
import { partyFrom } from './party.ts';

const types = ['dataset', 'entity', 'source', 'claim', 'statement'] as const;

/** A party as its edge has it. */
interface Told {
  order: number;
  line: number;
  party: Record<string, unknown>;
}

/** An entry in the order of its node; a claim waits for its parties. */
interface Waiting {
  entry: Record<string, unknown>;
  line: number;
  /** How many parties the claim says that it has; null for other entries. */
  wanted: number | null;
  parties: Told[];
  left: boolean;
}

/** Takes nodes and edges in any order, and gives entries in the order of their nodes, as soon as they are whole. */
export class Entries {
  readonly #queue: Waiting[] = [];
  #first = 0;
  readonly #claims = new Map<string, Waiting>();
  /** What a node stands for, by its id in the file: an entity, a claim, or the claim to which it leads on. */
  readonly #meant = new Map<string, string>();
  /** Parties whose nodes have not come yet. */
  #early: ReadEdge[] = [];

  *take(part: ReadNode | ReadEdge): Generator<DecodedEntry | DecodedProblem> {
    try {
      if (part.is === 'node') this.#node(part);
      else if (part.attributes.get('kind') === 'party') this.#party(part);
    } catch (error) {
      if (!(error instanceof NotReadable)) throw error;
      yield problem(part.line, error.message, error.pointer);
    }
    yield* this.#ready();
  }

  /** Says which entity a node is that is told otherwise. @param id of the node in the file */
  know(id: string, entity: string): void {
    this.#meant.set(id, entity);
  }

  /** What is left when all has come. */
  *finish(): Generator<DecodedEntry | DecodedProblem> {
    const early = this.#early;
    this.#early = [];
    for (const edge of early) {
      if (this.#endsOf(edge) !== null) yield* this.take(edge);
      else
        yield problem(
          edge.line,
          `a party from "${edge.ends.join('" to "')}": there is no such entity and claim`,
        );
    }
    for (const waiting of this.#queue) waiting.wanted = null;
    yield* this.#ready();
  }

  #node({ id, line, attributes }: ReadNode): void {
    const type = types.find((t) => t === attributes.get('type'));
    const meant = attributes.get('entity_id') ?? attributes.get('claim_id') ?? attributes.get('joint_to');
    if (meant !== undefined) this.#meant.set(id, String(meant));
    // What is only named belongs to a data set that is not in the file.
    if (type === undefined) return;
    const { parties, ...entry } = unflatten(type, attributes);
    if (type === 'entity') entry.dataset ??= null;
    if (type === 'statement') entry.confidence ??= null;
    const waiting: Waiting = { entry, line, wanted: null, parties: [], left: false };
    this.#queue.push(waiting);
    if (type !== 'claim') return;
    waiting.wanted = typeof parties === 'number' ? parties : Number.POSITIVE_INFINITY;
    this.#claims.set(String(entry.id), waiting);
  }

  #endsOf({ ends: [source = '', target = ''] }: ReadEdge): { entity: string; claim: Waiting } | null {
    const entity = this.#meant.get(source);
    const claim = this.#claims.get(this.#meant.get(target) ?? '');
    return entity === undefined || claim === undefined ? null : { entity, claim };
  }

  #party(edge: ReadEdge): void {
    const ends = this.#endsOf(edge);
    if (ends === null) {
      this.#early.push(edge);
      return;
    }
    const { entity, claim } = ends;
    if (claim.left)
      throw new NotReadable('', `claim ${claim.entry.id} has more parties than its claim_parties says`);
    const { order, fields } = partyFrom(edge.attributes, moreOf(edge.attributes));
    claim.parties.push({ order, line: edge.line, party: { entity, ...fields } });
  }

  *#ready(): Generator<DecodedEntry> {
    for (; ; this.#first++) {
      const waiting = this.#queue[this.#first];
      if (waiting === undefined || (waiting.wanted !== null && waiting.parties.length < waiting.wanted))
        break;
      yield decoded(waiting);
      waiting.left = true;
      // Only its id is needed from here on, where one more of its parties comes.
      waiting.entry = { id: waiting.entry.id };
      waiting.parties = [];
    }
    if (this.#queue.length - this.#first > MOST_WAITING) throw new InvalidError('invalid-file', waitsTooLong);
    if (this.#first < MANY) return;
    this.#queue.splice(0, this.#first);
    this.#first = 0;
  }
}

/** So many entries may wait for a party; Entente writes the parties of a claim beside it. */
const MOST_WAITING = 1_000_000;
const waitsTooLong = `more than ${MOST_WAITING} nodes wait for the parties of a claim before them`;

/** So many entries that have left are forgotten at once. */
const MANY = 1_000;

const problem = (line: number, detail: string, pointer = ''): DecodedProblem => ({
  problem: { line, pointer, code: 'invalid-entry', detail },
});

function decoded({ entry, line, parties, wanted }: Waiting): DecodedEntry {
  if (entry.type !== 'claim') return { entry, line };
  const told = wanted === null && parties.length === 0 ? [] : parties.sort((a, b) => a.order - b.order);
  return {
    entry: { ...entry, parties: told.map((p) => p.party) },
    line,
    at: (pointer) => {
      const index = /^\/parties\/(\d+)/.exec(pointer)?.[1];
      return { pointer, line: told[Number(index)]?.line ?? line };
    },
  };
}
