// What of an answer is selected: claims by their id, those that cite a source, those in which all chosen entities are.
import { many } from '../../model/phrase.ts';
import type { ProblemDetail } from '../../model/problem.ts';
import type { ClaimInGroups } from '../count.ts';
import { InvalidError } from '../errors.ts';
import type { Told } from '../formats/format.ts';
import { query } from '../graph/queries.ts';
import { entitiesOf } from '../reader.ts';
import { Pieces, type Telling } from './pieces.ts';

/** The claims that a selection means, and what of it the answer does not have. */
export interface Selected {
  claims: ClaimInGroups[];
  /** Ids of the selection that are not in the answer, in its order. */
  absent: string[];
}

/**
 * The claims of an answer that a selection means.
 * @param selection ids of claims, entities and sources
 * @throws InvalidError `invalid-parameter` where nothing is selected
 */
export async function selected(
  claims: readonly ClaimInGroups[],
  telling: Telling,
  selection: readonly string[],
): Promise<Selected> {
  if (selection.length === 0)
    throw wrong([], 'nothing is selected: name a claim, an entity or a source, as in sel=state:CHN');
  const wanted = new Set<string>();
  const there = new Set<string>();
  for await (const piece of new Pieces(telling, claims).read())
    if (piece.type === 'told') {
      for (const id of idsIn(piece)) there.add(id);
      if (isSelected(piece, selection)) wanted.add(piece.claim.id);
    }
  return {
    claims: claims.filter((c) => wanted.has(c.claim)),
    absent: selection.filter((id) => !there.has(id)),
  };
}

/**
 * Refuses a selection of which nothing is in the answer, and says of each id whether it is in the graph.
 * @param isBound whether a bound on markings may keep back what is selected: then only what no graph has is refused
 * @throws InvalidError `invalid-parameter`
 */
export async function refuseAbsent(
  { graph, loads, signal }: Telling,
  selection: readonly string[],
  absent: readonly string[],
  isBound: boolean,
): Promise<void> {
  if (absent.length === 0 || absent.length < selection.length) return;
  const rows = await graph.read(query('fetch/held'), { scope: { loads, ids: absent } }, signal);
  const held = new Set(rows.map((row) => String(row.id)));
  if (isBound && held.size > 0) return;
  throw wrong(
    absent.map((id) =>
      held.has(id)
        ? `"${id}" is in the graph and not in the answer: ask a wider question, or leave out filters`
        : `there is no claim, entity or source "${id}"; ids are written in full, as in state:CHN`,
    ),
    `nothing of what is selected is in the answer: ${many(absent.length, 'id')} looked for`,
  );
}

function wrong(details: readonly string[], sentence: string): InvalidError {
  const errors: ProblemDetail[] = (details.length === 0 ? [sentence] : details).map((detail) => ({
    pointer: 'sel',
    detail,
  }));
  return new InvalidError('invalid-parameter', sentence, { errors });
}

/** What can be selected of a claim. */
const idsIn = (told: Told): string[] => [
  told.claim.id,
  ...told.statements.map((s) => s.source),
  ...entitiesOf(told),
];

/** A source's id is an address with a scheme of its own or a hash; an entity's has a type that is a word. */
const isSource = (id: string) => /^sha256:|^[a-z][a-z0-9+.-]*:\/\//.test(id);
const isClaim = (id: string) => !isSource(id) && id.includes('/');

function isSelected(told: Told, selection: readonly string[]): boolean {
  if (selection.includes(told.claim.id)) return true;
  if (told.statements.some((s) => selection.includes(s.source))) return true;
  const entities = selection.filter((id) => !isClaim(id) && !isSource(id));
  const named = new Set(entitiesOf(told));
  return entities.length > 0 && entities.every((id) => named.has(id));
}
