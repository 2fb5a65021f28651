// Runs fcose on places that are known already, so that linked states come together; the same start gives the same end.
import cytoscape from 'cytoscape';
import fcose from 'cytoscape-fcose';
import type { EntityId } from '../../model/id.ts';
import { type Point, seeded } from './geometry.ts';
import type { Scene } from './reading.ts';

cytoscape.use(fcose);

/** More entities than this keep the places of the map: pulled together by so many claims they would lose it. */
const MOST = 60;

/**
 * Relaxes places by fcose.
 * @param fixed entities that stay where they are
 * @returns the same map, with new places
 */
export function relax(
  ids: readonly EntityId[],
  links: readonly (readonly [EntityId, EntityId])[],
  places: Map<EntityId, Point>,
  fixed: ReadonlySet<EntityId>,
  scene: Scene,
): Map<EntityId, Point> {
  const free = ids.filter((id) => !fixed.has(id));
  if (free.length === 0 || scene.asked.length === 0 || ids.length > MOST) return places;
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: 'node', style: { width: 150, height: 110 } }],
    elements: [
      ...ids.map((id) => ({ data: { id }, position: { ...(places.get(id) ?? { x: 0, y: 0 }) } })),
      ...links.map(([source, target]) => ({ data: { id: `${source} ${target}`, source, target } })),
    ],
  });
  withSeed(1, () => {
    cy.layout(
      fcoseOptions({
        randomize: false,
        quality: 'default',
        nodeRepulsion: 9000,
        idealEdgeLength: 320,
        edgeElasticity: 0.3,
        gravity: 0.02,
        numIter: 900,
        fixedNodeConstraint: ids.flatMap((nodeId) => {
          const position = places.get(nodeId);
          return fixed.has(nodeId) && position !== undefined ? [{ nodeId, position }] : [];
        }),
      }),
    ).run();
  });
  for (const id of free) {
    const { x, y } = cy.getElementById(id).position();
    if (Number.isFinite(x) && Number.isFinite(y)) places.set(id, { x: Math.round(x), y: Math.round(y) });
  }
  cy.destroy();
  return places;
}

/** What fcose takes; Cytoscape's own types do not know the extension. */
export interface FcoseOptions {
  randomize: boolean;
  quality: 'draft' | 'default' | 'proof';
  nodeRepulsion: number;
  idealEdgeLength: number | ((edge: cytoscape.EdgeSingular) => number);
  edgeElasticity: number;
  gravity: number;
  numIter: number;
  nodeSeparation?: number;
  fixedNodeConstraint: { nodeId: string; position: Point }[];
}

export const fcoseOptions = (options: FcoseOptions): cytoscape.LayoutOptions =>
  ({
    name: 'fcose',
    animate: false,
    fit: false,
    nodeDimensionsIncludeLabels: false,
    packComponents: false,
    ...options,
    // An empty list of constraints is not the same as none.
    fixedNodeConstraint: options.fixedNodeConstraint.length === 0 ? undefined : options.fixedNodeConstraint,
  }) as cytoscape.LayoutOptions;

/** fcose draws its randomness from Math.random; while it runs that is a seeded one. */
export function withSeed(seed: number, run: () => void): void {
  const { random } = Math;
  Math.random = seeded(seed * 7919);
  try {
    run();
  } finally {
    Math.random = random;
  }
}
