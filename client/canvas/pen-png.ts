// A picture as pixels.
import { dataUri } from './glyph.ts';
import type { Pen, Printed, Sheet, TextAt } from './pen.ts';
import { FONT_FAMILY } from './style-nodes.ts';
import { FIELD_ALPHA } from './tokens.ts';

export class PngPen implements Pen {
  private readonly paper = document.createElement('canvas');
  private readonly pen: CanvasRenderingContext2D;
  private readonly scale: number;

  constructor({ width, height, ground, scale }: Sheet) {
    this.paper.width = Math.round(width * scale);
    this.paper.height = Math.round(height * scale);
    const pen = this.paper.getContext('2d');
    if (pen === null) throw new Error('this browser has no canvas to draw on');
    this.pen = pen;
    this.scale = scale;
    pen.scale(scale, scale);
    pen.fillStyle = ground;
    pen.fillRect(0, 0, width, height);
  }

  text(text: string, { x, y, colour, weight, size, most }: TextAt): void {
    this.pen.font = `${weight} ${size}px ${FONT_FAMILY}`;
    this.pen.fillStyle = colour;
    this.pen.fillText(text, x, y, most);
  }

  async glyph(svg: string, { x, y }: { x: number; y: number }): Promise<void> {
    const image = new Image();
    image.src = dataUri(svg);
    await image.decode();
    this.pen.drawImage(image, x - image.width / 2, y - image.height / 2);
  }

  async network(
    { zoom, pan, outlines, image }: Printed,
    { width, height, top }: { width: number; height: number; top: number },
  ): Promise<void> {
    const { pen } = this;
    pen.save();
    pen.translate(pan.x, top + pan.y);
    pen.scale(zoom, zoom);
    for (const { d, fill, stroke, dashed } of outlines) {
      const path = new Path2D(d);
      if (fill !== 'none') {
        pen.globalAlpha = FIELD_ALPHA;
        pen.fillStyle = fill;
        pen.fill(path);
        pen.globalAlpha = 1;
      }
      pen.setLineDash(dashed ? [6, 5] : []);
      pen.lineWidth = 1.5;
      pen.strokeStyle = stroke;
      pen.stroke(path);
    }
    pen.restore();
    pen.drawImage(await image(this.scale), 0, top, width, height);
  }

  finish(): Promise<Blob> {
    return new Promise((resolve, reject) =>
      this.paper.toBlob(
        (blob) => (blob === null ? reject(new Error('no picture was made')) : resolve(blob)),
        'image/png',
      ),
    );
  }
}
