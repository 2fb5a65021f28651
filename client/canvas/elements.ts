// From what is drawn to the elements of the canvas: pure, for both views.
import type { ElementDefinition } from 'cytoscape';
import type { View } from '../../model/view.ts';
import type { Drawn } from '../drawn.ts';
import { alignment } from './alignment.ts';
import { claimsView } from './claims-view.ts';
import { type SceneOptions, sceneOf } from './reading.ts';

/**
 * The elements of a picture, with places for the alignment view and for all of the claims view that does not need a
 * layout run.
 */
export function elements(drawn: Drawn, view: View, options: SceneOptions): ElementDefinition[] {
  const scene = sceneOf(drawn, view, options);
  return view.draw === 'claims' ? claimsView(scene) : alignment(scene);
}
