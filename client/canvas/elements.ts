// From what is drawn to the elements of the canvas: pure, for both views.
import type { ElementDefinition } from 'cytoscape';
import type { Drawn } from '../../model/drawn.ts';
import type { View } from '../../model/view.ts';
import { alignment } from './alignment.ts';
import { claimsView } from './claims-view.ts';
import { type Scene, type SceneOptions, sceneOf } from './reading.ts';
import { isWorld, world } from './world.ts';

/**
 * The elements of a picture, with places for the alignment view and for all of the claims view that does not need a
 * layout run.
 */
export function elements(drawn: Drawn, view: View, options: SceneOptions): ElementDefinition[] {
  return elementsOf(sceneOf(drawn, view, options), view);
}

/** The same of a scene that is made already. */
export function elementsOf(scene: Scene, view: View): ElementDefinition[] {
  if (view.draw === 'claims') return claimsView(scene);
  return isWorld(scene) ? world(scene) : alignment(scene);
}
