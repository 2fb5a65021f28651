// What a picture is put down with, whatever kind of file it becomes.

/** A line of text that is squeezed where it is wider than it may be. */
export interface TextAt {
  x: number;
  y: number;
  colour: string;
  weight: number;
  size: number;
  most: number;
}

/** The sheet: in pixels of the page, with the pixels of a picture for one of them, and how large it is on paper. */
export interface Sheet {
  width: number;
  height: number;
  ground: string;
  scale: number;
  paper: readonly [width: string, height: string] | null;
}

/** A network that is drawn on a canvas of its own. */
export interface Printed {
  zoom: number;
  pan: { x: number; y: number };
  /** The fields, which stand beside Cytoscape's own picture and under it. */
  outlines: { d: string; fill: string; stroke: string; dashed: boolean }[];
  /** As pixels. */
  image(scale: number): Promise<ImageBitmap>;
  /** Draws it, in its own units, by whatever takes the calls of a canvas. */
  into(context: object): void;
}

export interface Pen {
  text(text: string, at: TextAt): void;
  /** A small drawing round a place. */
  glyph(svg: string, middle: { x: number; y: number }): Promise<void>;
  network(printed: Printed, at: { width: number; height: number; top: number }): Promise<void>;
  /** @param title what the picture is of @param words what it says in words: for readers that do not see it */
  finish(title: string, words: string): Promise<Blob>;
}
