// References within a data set whose target has not come yet, and claims that no statement was about yet: told in the
// end, when all entries are there.
import type { Claim } from '../../model/claim.ts';
import type { EntryType } from '../../model/entry.ts';
import { didYouMean } from '../../model/near.ts';
import type { Errors } from './errors.ts';
import type { Kept } from './kept.ts';
import type { Parser, Placed } from './parse.ts';
import type { Place } from './read.ts';

/** Which entry refers, and where it does. */
interface Referring {
  n: number;
  type: EntryType;
  place: () => Place;
}

interface Open {
  dataset: string;
  to: 'claim' | 'source';
  id: string;
  n: number;
  type: EntryType;
  place: Place;
}

export class Dangling {
  readonly #parser: Parser;
  readonly #errors: Errors;
  readonly #open: Open[] = [];
  /** Claims that nothing was said of so far. */
  readonly #unstated = new Map<string, { dataset: string; n: number; place: Place }>();

  constructor(parser: Parser, errors: Errors) {
    this.#parser = parser;
    this.#errors = errors;
  }

  /** A claim came; a statement about it has to. */
  claimed({ id: dataset }: Kept, { entry, n, at }: Placed<Claim>): void {
    this.#unstated.set(entry.id, { dataset, n, place: at('/statements') });
  }

  /** A statement about a claim came. */
  stated(claim: string): void {
    this.#unstated.delete(claim);
  }

  /** An entry refers to a claim or a source of its data set. */
  refer(kept: Kept, to: 'claim' | 'source', id: string, { n, type, place }: Referring): void {
    if (!kept.of(to).index.has(id)) this.#open.push({ dataset: kept.id, to, id, n, type, place: place() });
  }

  /** Tells what is still missing. @param datasets those that are here */
  tell(datasets: readonly Kept[]): void {
    const { broken } = this.#parser;
    const byId = new Map(datasets.map((d) => [d.id, d]));
    for (const { dataset, to, id, n, type, place } of this.#open) {
      // A statement that came before its claim.
      if (type === 'statement' && to === 'claim') this.stated(id);
      const kept = byId.get(dataset);
      if (kept === undefined || kept.of(to).index.has(id) || broken.ids.has(id)) continue;
      this.#errors.add({ ...place, detail: this.#missing(to, id, kept) }, 'dangling-reference');
      if (type === 'statement') this.#errors.refuse(type, n);
    }
    for (const [id, { dataset, n, place }] of this.#unstated) {
      if (!byId.has(dataset) || broken.stated.has(id)) continue;
      this.#errors.add({ ...place, detail: 'a claim needs at least one statement' });
      this.#errors.refuse('claim', n);
    }
  }

  #missing(to: 'claim' | 'source', id: string, kept: Kept): string {
    const known =
      to === 'claim' ? kept.claims.index.keys() : [...this.#parser.keys, ...kept.sources.index.keys()];
    const near = this.#errors.isFlood ? '' : didYouMean(id, known);
    return to === 'claim'
      ? `there is no claim "${id}"${near}`
      : `"${id}" is no source of this data set${near}`;
  }
}
