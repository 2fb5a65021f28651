// Turns the picture to what was looked for.
import type { Collection, Core, SingularElementArgument } from 'cytoscape';
import { around } from './geometry.ts';
import { idsOf } from './highlight.ts';
import { boxesOf, type Room } from './viewport.ts';

/** So large what was looked for is shown at least, and what belongs to it at most. */
const NEAR = { least: 1.15, most: 1.5 };
const ZOOM_MS = 320;

/**
 * Turns to what was looked for: to a claim with its parties, or to a state. Nothing moves where it is seen already.
 * @param ids claims or entities; those that are not in the picture move nothing
 * @param legible the zoom from which on names are drawn
 */
export function zoomTo(cy: Core, ids: readonly string[], legible: number, { insets }: Room): void {
  const found = withParties(cy, new Set(ids));
  const box = around(boxesOf(found, false).map((b) => b.box));
  if (box === null) return;
  const seen = cy.extent();
  const isSeen = box.x1 >= seen.x1 && box.x2 <= seen.x2 && box.y1 >= seen.y1 && box.y2 <= seen.y2;
  if (isSeen && cy.zoom() >= legible) return;
  const width = cy.width() - insets.left - insets.right;
  const height = cy.height() - insets.top - insets.bottom;
  const fits = Math.min(width / (box.x2 - box.x1), height / (box.y2 - box.y1)) * 0.9;
  const one = found.nodes().length === 1;
  const zoom = one ? NEAR.least : Math.min(fits, NEAR.most);
  const pan = {
    x: insets.left + width / 2 - (zoom * (box.x1 + box.x2)) / 2,
    y: insets.top + height / 2 - (zoom * (box.y1 + box.y2)) / 2,
  };
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) cy.viewport({ zoom, pan });
  else cy.stop().animate({ zoom, pan, duration: ZOOM_MS, easing: 'ease-out' });
}

/** The elements of claims and entities, and the parties of the claims. */
function withParties(cy: Core, ids: ReadonlySet<string>): Collection {
  const own = cy
    .elements('[claims],[entity]')
    .filter((e) => idsOf(e as unknown as SingularElementArgument).some((id) => ids.has(id)));
  const shapes = own.nodes('[kind="Claim"]');
  return own.nodes().union(shapes.connectedEdges().connectedNodes()).union(own.edges().connectedNodes());
}
