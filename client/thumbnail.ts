// A small picture of what is drawn, for the list of saved views.
import { LONGEST_THUMBNAIL } from '../model/saved-view.ts';
import { isLarge } from './large.ts';
import { drawnNow, get } from './store.ts';

/** Of the picture that is saved as PNG: its width, and where in it the network stands, in pixels of the page. */
const WIDTH = 1600;
const TOP = 64;
const HEIGHT = 940;
/** How much of it is kept. */
const SMALL = { width: 320, height: 188 };
const SCALE = 0.4;

/** @returns a data URI; nothing where nothing is drawn, or the picture would be too large to keep */
export async function thumbnail(): Promise<string | undefined> {
  const state = get();
  const drawn = drawnNow(state);
  if (drawn === null || drawn.claims.length === 0) return undefined;
  const { picture } = await import('./canvas/picture.ts');
  const { vocabulary, info, view } = state;
  const whole = await picture(drawn, view, {
    kind: 'png',
    size: 'screen',
    theme: 'light',
    vocabulary,
    answer: null,
    uncovered: [],
    capitals: info?.capitals ?? null,
    large: isLarge(state),
    scale: SCALE,
  });
  const image = await createImageBitmap(whole, 0, TOP * SCALE, WIDTH * SCALE, HEIGHT * SCALE);
  const paper = document.createElement('canvas');
  Object.assign(paper, SMALL);
  const pen = paper.getContext('2d');
  if (pen === null) return undefined;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, SMALL.width, SMALL.height);
  image.close();
  const text = paper.toDataURL('image/png');
  return text.length > LONGEST_THUMBNAIL ? undefined : text;
}
