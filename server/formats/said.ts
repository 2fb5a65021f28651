// Who says what of a claim and how sure, in a line: for tables without a place for statements of their own.
import { gradeOf } from '../../model/confidence.ts';
import { datasetOf } from '../../model/id.ts';
import type { Source } from '../../model/source.ts';
import type { Statement } from '../../model/statement.ts';
import type { Piece } from './format.ts';
import { nameOf } from './words.ts';

/** Who says it: whom the source quotes, or else who publishes the source, or the source itself. */
export function whoSays(
  { attributedTo, source: id }: Statement,
  source: Source | undefined,
  nameOf: (id: string) => string,
): string {
  return attributedTo === undefined ? (source?.publisher ?? source?.title ?? id) : nameOf(attributedTo);
}

/**
 * `Reports: asserts (confidence 30, F4)`: who, with what stance, which number and grade; the stance in the model's word.
 * @param nameOf gives an entity's name, its id where it has none
 */
export function said(
  statement: Statement,
  source: Source | undefined,
  nameOf: (id: string) => string,
): string {
  const { stance, confidence, credibility, basis } = statement;
  const words = [
    confidence === null ? 'confidence unknown' : `confidence ${confidence}`,
    gradeOf(source?.reliability, credibility),
    basis === 'stated' ? null : basis,
  ];
  return `${whoSays(statement, source, nameOf)}: ${stance} (${words.filter((w) => w != null).join(', ')})`;
}

/** What has gone by of entities and sources, which come before the claims that name them. */
export class Named {
  readonly #names = new Map<string, string>();
  readonly #sources = new Map<string, Source>();

  take(piece: Piece): void {
    if (piece.type === 'entity') {
      if (!this.#names.has(piece.id)) this.#names.set(piece.id, nameOf(piece));
    } else if (piece.type === 'source') this.#sources.set(`${piece.dataset} ${piece.id}`, piece);
  }

  /** An entity's name, its id where it has none. */
  readonly name = (id: string): string => this.#names.get(id) ?? id;

  source({ claim, source }: Statement): Source | undefined {
    return this.#sources.get(`${datasetOf(claim)} ${source}`);
  }

  /** Who says what of a claim, all in a line; two statements that read alike are both told. */
  said(statements: readonly Statement[]): string {
    return statements.map((s) => said(s, this.source(s), this.name)).join('; ');
  }
}
