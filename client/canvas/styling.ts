// Which stylesheet the canvas has: by the theme, and by the zoom, for labels shorten from afar and go where they are too
// small to be read.
import type { Core } from 'cytoscape';
import { BRIEF_BELOW } from './sizes.ts';
import { stylesheet } from './style.ts';
import type { Theme } from './tokens.ts';
import { WORLD_BRIEF_BELOW, worldTexts } from './world.ts';

export class Styling {
  private readonly cy: Core;
  private readonly changed: () => void;
  private now = '';
  private theme: Theme = 'light';
  /** Whether very many states are drawn in small. */
  small = false;

  /** @param changed is told of another stylesheet */
  constructor(cy: Core, changed: () => void) {
    this.cy = cy;
    this.changed = changed;
    this.follow();
    cy.on('zoom', () => this.follow());
  }

  /** The zoom from which on names are drawn. */
  get legible(): number {
    return this.small ? WORLD_BRIEF_BELOW : BRIEF_BELOW;
  }

  /** Swaps the stylesheet where theme or zoom call for another one. */
  follow(theme: Theme = this.theme): void {
    this.theme = theme;
    const zoom = this.cy.zoom();
    const brief = zoom < this.legible;
    const texts = this.small ? worldTexts(zoom) : 'all';
    const next = `${theme} ${brief} ${texts}`;
    if (next === this.now) return;
    this.now = next;
    this.cy.style(stylesheet(theme, brief, texts));
    this.changed();
  }
}
