// In what one drawing differs from the one before: whether anything stands elsewhere, or only looks otherwise.

import type { Drawn } from '../../model/drawn.ts';
import type { View } from '../../model/view.ts';
import { hubsOf } from '../drawn.ts';
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
 * @param told whether it is a large picture beside a report, of which only what the report tells is shown
 * @param small whether very many states are drawn in small
 */
export const frameOf = (drawn: Drawn, view: View, narrow: boolean, told: boolean, small: boolean): string =>
  JSON.stringify([
    view.draw,
    view.layout,
    view.allPairs,
    ...(view.draw === 'claims' ? [view.question, drawn.question?.question.id ?? null] : []),
    narrow,
    small,
    told ? view.question : null,
    view.filters.states,
  ]);
