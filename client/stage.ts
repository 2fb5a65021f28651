// The one canvas of the page, for actions that turn to it and not to the view: fit, zoom, focus.
import type { Canvas } from './canvas/canvas.ts';

let canvas: Canvas | null = null;

export const setStage = (next: Canvas | null): void => {
  canvas = next;
};
export const stage = (): Canvas | null => canvas;
