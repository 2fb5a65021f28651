// In what one drawing differs from the one before: whether anything stands elsewhere, or only looks otherwise.
import type { View } from '../../model/view.ts';
import { type Drawn, hubsOf } from '../drawn.ts';
import type { Reading, SceneOptions } from './reading.ts';

/** Whether a claim is judged otherwise than before. */
export const looksOtherwise = (r: Reading, was: Reading | undefined): boolean =>
  was === undefined ||
  r.claim.state !== was.claim.state ||
  r.claim.for !== was.claim.for ||
  r.claim.against !== was.claim.against ||
  r.claim.stands !== was.claim.stands ||
  r.claim.certainty !== was.claim.certainty ||
  r.claim.originsFor !== was.claim.originsFor ||
  r.claim.ghost !== was.claim.ghost ||
  r.claim.dim !== was.claim.dim;

/** Everything but the judgement: which claims there are, and where they stand. */
export function structureOf(
  drawn: Drawn,
  view: View,
  { theme, badges, opened = new Set(), capitals, large }: SceneOptions,
): string {
  const { draw, layout, moved, filters, hide } = view;
  const shown = drawn.claims.filter((c) => !c.undrawn);
  const claims = shown.map((c) => [
    c.claim.id,
    c.dim ? 1 : 0,
    c.sign,
    c.stands ? 1 : c.state,
    ...c.principals,
  ]);
  const few = drawn.few === null ? 0 : [...drawn.few.states].sort();
  const hubs = [...hubsOf(drawn.question).keys()];
  return JSON.stringify([
    few,
    draw,
    layout,
    moved,
    filters.states,
    hide,
    theme,
    badges,
    [...opened],
    claims,
    hubs,
    large,
    capitals == null,
    drawn.picture.loads,
  ]);
}

/**
 * What decides which part of the picture is fitted into view. In the claims view the answer is part of it, which may come
 * after the picture; in the alignment view a question dims, and nothing moves.
 */
export const frameOf = (drawn: Drawn, view: View, narrow: boolean): string =>
  JSON.stringify([
    view.draw,
    view.layout,
    view.allPairs,
    ...(view.draw === 'claims' ? [view.question, drawn.question?.question.id ?? null] : []),
    narrow,
    view.filters.states,
  ]);
