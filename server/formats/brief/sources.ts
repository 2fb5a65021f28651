// The sources of a brief: numbered in the order in which they are cited.
import type { Answer, JudgedClaim } from '../../../model/answer.ts';
import { datasetOf } from '../../../model/id.ts';
import type { Source } from '../../../model/source.ts';
import type { Statement } from '../../../model/statement.ts';
import { endWords } from '../../../model/when.ts';
import type { Inline, Line } from './blocks.ts';

export class Sources {
  readonly #all: ReadonlyMap<string, Source>;
  readonly #cited: Source[] = [];

  constructor({ sources }: Answer) {
    this.#all = new Map(sources.map((s) => [`${s.dataset} ${s.id}`, s]));
  }

  /** Marks that lead to the sources of some statements: `[1] [2]`. */
  marks(c: JudgedClaim, statements: readonly Statement[]): Inline[] {
    const ids = [...new Set(statements.map((s) => s.source))];
    return ids.flatMap((id, i) => {
      const source = this.#all.get(`${datasetOf(c.claim.id)} ${id}`);
      if (source === undefined) return [];
      const number = this.#numberOf(source);
      return [...(i === 0 ? [] : [' ']), { to: `source-${number}`, text: `[${number}]` }];
    });
  }

  #numberOf(source: Source): number {
    const known = this.#cited.indexOf(source);
    if (known >= 0) return known + 1;
    this.#cited.push(source);
    return this.#cited.length;
  }

  /** The sources that are cited, each as it is cited; to be asked for when all marks are made. */
  cited(): { number: number; line: Line }[] {
    return this.#cited.map((s, i) => ({ number: i + 1, line: citation(s) }));
  }
}

/** A source as it is cited: its own citation where it has one. */
function citation(s: Source): Line {
  const address = s.url === undefined ? [] : [' ', { href: s.url, text: s.url }];
  const own =
    s.citation ??
    [s.publisher, s.title, s.published === undefined ? undefined : endWords(s.published)]
      .filter((x) => x !== undefined)
      .join('. ');
  const more = [
    s.reliability === undefined ? '' : `Reliability ${s.reliability}.`,
    s.licence === undefined ? '' : `Licence: ${s.licence}.`,
    s.marking === undefined ? '' : `${s.marking}.`,
  ].filter((x) => x !== '');
  return [`${own.replace(/\.$/, '')}.`, ...address, ...(more.length === 0 ? [] : [` ${more.join(' ')}`])];
}
