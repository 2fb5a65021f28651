// Checks the entries of a load as they come, each against those before it and the vocabulary, and in the end what could
// not be told sooner. Gathers everything that is wrong; keeps of an entry what later ones are checked against.
import type { Claim } from '../../model/claim.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Entity } from '../../model/entity.ts';
import { datasetOfEntry, type Entry, refersTo } from '../../model/entry.ts';
import { didYouMean } from '../../model/near.ts';
import type { Statement } from '../../model/statement.ts';
import { spellOf } from '../../model/time.ts';
import type { Graph } from '../graph/graph.ts';
import { vocabulary } from '../vocabulary.ts';
import { checkClaim } from './claim.ts';
import { Dangling } from './dangling.ts';
import { checkEntities, type FirstNamed } from './entities.ts';
import type { Errors } from './errors.ts';
import { type Checked, Kept } from './kept.ts';
import { type Acting, actingIn, checkOffices } from './offices.ts';
import type { Parser, Placed } from './parse.ts';
import type { Place } from './read.ts';
import type { Spool } from './spool.ts';

/** Checks all entries of all files together. */
export class Check {
  readonly #parser: Parser;
  /** Claims that stand twice. */
  readonly #doubled = new Set<string>();
  readonly #spool: Spool<Entry>;
  readonly #errors: Errors;
  readonly #datasets = new Map<string, Kept>();
  readonly #dangling: Dangling;
  /** Where each entity that is no state was named first. */
  readonly #named = new Map<string, FirstNamed>();
  readonly #acting: Acting[] = [];

  /**
   * @param parser knows which entries are wrong by themselves
   * @param spool takes the entries
   * @param errors takes everything that is wrong
   */
  constructor(parser: Parser, spool: Spool<Entry>, errors: Errors) {
    this.#parser = parser;
    this.#spool = spool;
    this.#errors = errors;
    this.#dangling = new Dangling(parser, errors);
  }

  /** Checks the next entry. */
  async take(p: Placed): Promise<void> {
    const id = datasetOfEntry(p.entry);
    const kept = id === null ? null : this.#kept(id);
    this.#name(p, kept);
    // An entity of the vocabulary is named and not declared.
    if (kept === null) return;
    if (is(p, 'dataset')) this.#head(kept, p);
    else await this.#member(kept, p);
  }

  /**
   * Checks what could not be told before all entries were there.
   * @param graph asked for entities and offices that other data sets declare
   * @returns the data sets; to be used only where no error was found
   */
  async finish(graph: Graph): Promise<Checked[]> {
    const { broken } = this.#parser;
    // Where the entry of a data set is wrong, its other entries are checked as well.
    const datasets = [...this.#datasets.values()].filter((d) => d.head !== null || broken.ids.has(d.id));
    datasets.sort((a, b) => (a.head?.n ?? Number.MAX_VALUE) - (b.head?.n ?? Number.MAX_VALUE));
    for (const { id, first, head } of this.#datasets.values())
      if (head === null && first !== null && !broken.ids.has(id))
        this.#errors.add(
          { ...first.at(''), detail: `there is no entry for the data set "${id}"` },
          'dangling-reference',
        );
    this.#dangling.tell(datasets);
    const missing = await checkEntities(datasets, this.#named, this.#parser, graph, this.#errors);
    const wrong = new Set([...broken.ids, ...missing]);
    await checkOffices(datasets, this.#acting, wrong, graph, this.#errors);
    return datasets.filter((d): d is Checked => d.head !== null);
  }

  #kept(id: string): Kept {
    const before = this.#datasets.get(id);
    if (before !== undefined) return before;
    const kept = new Kept(id);
    this.#datasets.set(id, kept);
    return kept;
  }

  /** Keeps which entities an entry names. */
  #name({ entry, n, at }: Placed, kept: Kept | null): void {
    const { states } = vocabulary();
    for (const { to, id, pointer } of refersTo(entry)) {
      if (to !== 'entity') continue;
      kept?.names.add(id);
      if (!states.has(id) && !this.#named.has(id))
        this.#named.set(id, { n, type: entry.type, place: at(pointer) });
    }
  }

  #head(kept: Kept, p: Placed<Dataset>): void {
    if (kept.head !== null) {
      this.#twice(`the data set ${kept.id}`, kept.head.at(''), p);
      return;
    }
    kept.head = p;
    const { entry, n, at } = p;
    for (const [i, { claim }] of (entry.start?.claims ?? []).entries())
      this.#dangling.refer(kept, 'claim', claim, {
        n,
        type: 'dataset',
        place: () => at(`/start/claims/${i}/claim`),
      });
    for (const [i, { kinds = [], from, until }] of entry.coverage.entries()) {
      for (const [j, kind] of kinds.entries())
        if (!vocabulary().kinds.has(kind))
          this.#errors.add({
            ...at(`/coverage/${i}/kinds/${j}`),
            detail: `"${kind}" is not a kind${didYouMean(kind, vocabulary().kinds.keys())}`,
          });
      if (spellOf(from, until) === null)
        this.#errors.add({ ...at(`/coverage/${i}/until`), detail: 'the coverage ends before it starts' });
    }
  }

  /** An entry of a data set: source, entity, claim or statement. */
  async #member(kept: Kept, p: Placed): Promise<void> {
    const { entry, at } = p;
    if (entry.type === 'dataset') return;
    // An entity of a data set that is not here is named and not declared; the others cannot do without it.
    if (entry.type !== 'entity') kept.first ??= p;
    const entries = kept.of(entry.type);
    const before = entries.placeOf(entry.id ?? '');
    const what = entry.type === 'statement' ? 'the same statement' : `${entry.type} ${entry.id}`;
    if (before !== null) {
      // Where a claim stands twice, that its statement does is told with it.
      if (entry.type === 'claim') this.#doubled.add(entry.id);
      if (entry.type !== 'statement' || !this.#doubled.has(entry.claim)) this.#twice(what, before, p);
      else this.#errors.refuse(entry.type, p.n);
    } else {
      if (is(p, 'claim')) this.#dangling.claimed(kept, p);
      entries.add(entry, at(''), await this.#spool.add(entry));
    }
    if (entry.type === 'source' && entry.textHash !== undefined)
      kept.textHashes.set(entry.id, entry.textHash);
    else if (is(p, 'entity')) this.#entity(kept, p);
    else if (is(p, 'claim')) this.#claim(kept, p);
    else if (is(p, 'statement')) this.#statement(kept, p);
  }

  #entity(kept: Kept, p: Placed<Entity>): void {
    const { entry, n, at } = p;
    kept.declared.push(p);
    for (const [i, { from, until, source }] of (entry.represents ?? []).entries()) {
      if (spellOf(from, until) === null)
        this.#errors.add({ ...at(`/represents/${i}/until`), detail: 'the office ends before it starts' });
      const place = () => at(`/represents/${i}/source`);
      if (source !== undefined) this.#dangling.refer(kept, 'source', source, { n, type: 'entity', place });
    }
  }

  #claim(kept: Kept, { entry, n, at }: Placed<Claim>): void {
    kept.parties += entry.parties.length;
    const faults = checkClaim(entry);
    for (const { pointer, detail } of faults) this.#errors.add({ ...at(pointer), detail });
    if (faults.length > 0) this.#errors.refuse('claim', n);
    for (const acting of actingIn(kept.id, entry, n, at)) this.#acting.push(acting);
  }

  #statement(kept: Kept, { entry, n, at }: Placed<Statement>): void {
    this.#dangling.stated(entry.claim);
    const told = (pointer: string) => ({ n, type: 'statement' as const, place: () => at(pointer) });
    this.#dangling.refer(kept, 'claim', entry.claim, told('/claim'));
    this.#dangling.refer(kept, 'source', entry.source, told('/source'));
    const { quote, recordedAt, supersededAt } = entry;
    if (supersededAt !== undefined && recordedAt !== undefined && supersededAt < recordedAt)
      this.#errors.add({ ...at('/supersededAt'), detail: 'it is superseded before it was recorded' });
    const order = kept.statements.index.get(entry.id ?? '');
    if (quote !== undefined && order !== undefined) kept.quotes.set(order, { n, place: at('/quote/exact') });
  }

  #twice(what: string, first: Pick<Place, 'file' | 'line'>, p: Placed): void {
    const here = p.at(p.entry.type === 'statement' ? '' : '/id');
    const where = first.file === here.file ? `line ${first.line}` : `${first.file}:${first.line}`;
    this.#errors.add({ ...here, detail: `${what} stands twice: first at ${where}` }, 'duplicate-id');
    this.#errors.refuse(p.entry.type, p.n);
  }
}

/** Whether an entry is of a type. */
function is<T extends Entry['type']>(p: Placed, type: T): p is Placed<Extract<Entry, { type: T }>> {
  return p.entry.type === type;
}
