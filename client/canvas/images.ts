// What has to be there before a picture is complete: its font, and the images of glyphs, which Cytoscape loads by itself
// and paints again when they have come.
import type { Core } from 'cytoscape';

const SOON_MS = 50;
const FONT_WAIT_MS = 1500;

export class Images {
  private readonly cy: Core;
  private readonly loaded = new Map<string, Promise<unknown>>();

  constructor(cy: Core) {
    this.cy = cy;
  }

  /** Until all images of the picture are there, and painted. */
  async painted(): Promise<void> {
    const waiting = this.cy.nodes('[glyph]').map((n) => String(n.data('glyph')));
    const uris = [...new Set(waiting)].filter((uri) => uri !== '');
    const fresh = uris.filter((uri) => !this.loaded.has(uri));
    for (const uri of fresh) this.loaded.set(uri, painted(uri));
    await Promise.all(uris.map((uri) => this.loaded.get(uri)));
  }
}

async function painted(uri: string): Promise<void> {
  const image = new Image();
  image.src = uri;
  await image.decode().catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, SOON_MS));
}

/** Labels are measured wrongly when they are drawn before their font is there. */
export function fontsLoaded(): Promise<unknown> {
  const wait = new Promise((resolve) => setTimeout(resolve, FONT_WAIT_MS));
  return Promise.race([document.fonts.load('600 14px "Inter Variable"').catch(() => undefined), wait]);
}
