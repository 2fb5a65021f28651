// Takes the calls that Cytoscape makes to a canvas, and keeps what they draw as SVG: lines as paths, words as text, glyphs
// as the drawings that they are. The library of that kind (svgcanvas) loses its place where a canvas clips, and names
// things by chance. What Cytoscape rubs out under translucent arrows is left.
import { type Attributes, escaped, fontParts, Path, type Point, rgb, round, tag } from './svg-text.ts';

const anchors: Record<string, string> = { center: 'middle', right: 'end', end: 'end' };
const baselines: Record<string, string> = {
  middle: 'central',
  top: 'text-before-edge',
  bottom: 'text-after-edge',
};

/** Colours along a line, or from a point outward. */
class Gradient {
  readonly kind: 'linearGradient' | 'radialGradient';
  readonly where: Record<string, number>;
  readonly stops: string[] = [];

  constructor(kind: Gradient['kind'], where: Record<string, number>) {
    this.kind = kind;
    this.where = where;
  }

  addColorStop(offset: number, colour: string): void {
    const { text, alpha } = rgb(colour);
    this.stops.push(tag('stop', { offset: round(offset), 'stop-color': text, 'stop-opacity': alpha }));
  }
}

interface Saved {
  style: Style;
  matrix: DOMMatrix;
  dash: readonly number[];
  clips: number;
}

const angleTo = (a: Point, b: Point) => Math.atan2(b.y - a.y, b.x - a.x);

/** What a canvas remembers between two calls, as its standard begins. */
class Style {
  fillStyle: string | Gradient = '#000';
  strokeStyle: string | Gradient = '#000';
  lineWidth = 1;
  lineCap = 'butt';
  lineJoin = 'miter';
  lineDashOffset = 0;
  globalAlpha = 1;
  globalCompositeOperation = 'source-over';
  font = '10px sans-serif';
  textAlign = 'start';
  textBaseline = 'alphabetic';
}

export class Recorder extends Style {
  readonly #glyph: (address: string) => string;
  readonly #marks: string[] = [];
  readonly #saved: Saved[] = [];
  readonly #measure = document.createElement('canvas').getContext('2d');
  #matrix = new DOMMatrix();
  #dash: readonly number[] = [];
  #path = new Path();
  /** Groups that are open because of a clip. */
  #clips = 0;
  #named = 0;

  /** @param glyph the element of an image, by its address, in a box of 1 by 1 */
  constructor(glyph: (address: string) => string) {
    super();
    this.#glyph = glyph;
  }

  /** All that was drawn. */
  get text(): string {
    return this.#marks.join('') + '</g>'.repeat(this.#clips);
  }

  save(): void {
    this.#saved.push({
      style: Object.assign(new Style(), this),
      matrix: DOMMatrix.fromMatrix(this.#matrix),
      dash: this.#dash,
      clips: this.#clips,
    });
  }

  restore(): void {
    const saved = this.#saved.pop();
    if (saved === undefined) return;
    Object.assign(this, saved.style);
    this.#matrix = saved.matrix;
    this.#dash = saved.dash;
    this.#marks.push('</g>'.repeat(this.#clips - saved.clips));
    this.#clips = saved.clips;
  }

  translate(x: number, y: number): void {
    this.#matrix.translateSelf(x, y);
  }
  scale(x: number, y: number): void {
    this.#matrix.scaleSelf(x, y);
  }
  rotate(angle: number): void {
    this.#matrix.rotateSelf((angle * 180) / Math.PI);
  }
  setLineDash(dash: readonly number[]): void {
    this.#dash = dash;
  }

  beginPath(): void {
    this.#path = new Path();
  }
  closePath(): void {
    this.#path.close();
  }
  moveTo(x: number, y: number): void {
    this.#path.to('M', this.#at(x, y));
  }
  lineTo(x: number, y: number): void {
    this.#path.to(this.#path.isEmpty ? 'M' : 'L', this.#at(x, y));
  }
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.#path.to('Q', this.#at(cx, cy), this.#at(x, y));
  }
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.#path.to('C', this.#at(ax, ay), this.#at(bx, by), this.#at(x, y));
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }
  arc(x: number, y: number, r: number, from: number, to: number, backward = false): void {
    const whole = Math.PI * 2;
    let turn = backward ? from - to : to - from;
    turn = turn >= whole ? whole : ((turn % whole) + whole) % whole;
    const steps = Math.max(1, Math.ceil(turn / (Math.PI * 0.99)));
    const point = (i: number) => {
      const angle = from + ((backward ? -1 : 1) * turn * i) / steps;
      return this.#at(x + r * Math.cos(angle), y + r * Math.sin(angle));
    };
    this.#path.to(this.#path.isEmpty ? 'M' : 'L', point(0));
    for (let i = 1; i <= steps; i++) this.#path.arc(r * this.#zoom, !backward, point(i));
  }
  /** A corner that is rounded, as the canvas does it: a line to where the arc begins, then the arc. */
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void {
    const from = this.#path.last;
    const corner = this.#at(x1, y1);
    const to = this.#at(x2, y2);
    if (from === null) {
      this.#path.to('M', corner);
      return;
    }
    const a = angleTo(corner, from);
    const b = angleTo(corner, to);
    const half = Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b))) / 2;
    const r = radius * this.#zoom;
    // Straight on, or straight back: there is no corner to round.
    if (r === 0 || half < 1e-6 || Math.PI / 2 - half < 1e-6) {
      this.#path.to('L', corner);
      return;
    }
    const off = r / Math.tan(half);
    const on = (angle: number) => ({
      x: corner.x + off * Math.cos(angle),
      y: corner.y + off * Math.sin(angle),
    });
    this.#path.to('L', on(a));
    this.#path.arc(r, Math.sin(b - a) < 0, on(b));
  }
  ellipse(x: number, y: number, rx: number, ry: number): void {
    this.#path.to('M', this.#at(x - rx, y));
    for (const side of [rx, -rx]) this.#path.oval(rx * this.#zoom, ry * this.#zoom, this.#at(x + side, y));
    this.closePath();
  }

  fill(): void {
    if (!this.#rubs) this.#put(this.#filled(this.fillStyle));
  }
  stroke(): void {
    if (!this.#rubs) this.#put({ fill: 'none', ...this.#stroked(this.#zoom) });
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }
  clip(): void {
    const id = `clip-${++this.#named}`;
    this.#marks.push(
      `<clipPath id="${id}">${tag('path', { d: this.#path.text })}</clipPath><g clip-path="url(#${id})">`,
    );
    this.#clips += 1;
  }

  fillText(text: string, x: number, y: number): void {
    this.#write(text, x, y, this.#filled(this.fillStyle));
  }
  strokeText(text: string, x: number, y: number): void {
    this.#write(text, x, y, { fill: 'none', ...this.#stroked(1) });
  }
  measureText(text: string): { width: number } {
    if (this.#measure !== null) this.#measure.font = this.font;
    return { width: this.#measure?.measureText(text).width ?? 0 };
  }

  /** A glyph that is drawn as an image stays a drawing. As the canvas takes it: in its own size, or of a part into a box. */
  drawImage(image: HTMLImageElement, ...at: number[]): void {
    const [x = 0, y = 0, width = image.width, height = image.height] = at.length > 4 ? at.slice(4) : at;
    const { a, b, c, d, e, f } = this.#matrix.translate(x, y).scale(width, height);
    const transform = `matrix(${[a, b, c, d, e, f].map(round).join(' ')})`;
    const opacity = this.globalAlpha === 1 ? null : round(this.globalAlpha);
    this.#marks.push(tag('g', { transform, opacity }, this.#glyph(image.src)));
  }

  createLinearGradient(x1: number, y1: number, x2: number, y2: number): Gradient {
    const [a, b] = [this.#at(x1, y1), this.#at(x2, y2)];
    return new Gradient('linearGradient', { x1: a.x, y1: a.y, x2: b.x, y2: b.y });
  }
  createRadialGradient(_x: number, _y: number, _r: number, x: number, y: number, r: number): Gradient {
    const { x: cx, y: cy } = this.#at(x, y);
    return new Gradient('radialGradient', { cx, cy, r: r * this.#zoom });
  }

  #at(x: number, y: number): Point {
    const { a, b, c, d, e, f } = this.#matrix;
    return { x: a * x + c * y + e, y: b * x + d * y + f };
  }
  /** How much larger things become; Cytoscape scales both sides alike. */
  get #zoom(): number {
    return Math.hypot(this.#matrix.a, this.#matrix.b);
  }
  get #rubs(): boolean {
    return this.globalCompositeOperation === 'destination-out';
  }

  #put(paint: Attributes): void {
    const d = this.#path.text;
    const isSeen = paint['fill-opacity'] !== 0 && paint['stroke-opacity'] !== 0;
    if (d !== '' && isSeen) this.#marks.push(tag('path', { d, ...paint }));
  }

  #paint(style: string | Gradient): { text: string; alpha: number | null } {
    if (!(style instanceof Gradient)) {
      const { text, alpha } = rgb(style);
      const seen = round((alpha ?? 1) * this.globalAlpha);
      return { text, alpha: seen === 1 ? null : seen };
    }
    const id = `paint-${++this.#named}`;
    const where = Object.entries(style.where).map(([key, n]) => [key, round(n)] as const);
    const attributes = { id, gradientUnits: 'userSpaceOnUse', ...Object.fromEntries(where) };
    this.#marks.push(tag(style.kind, attributes, style.stops.join('')));
    return { text: `url(#${id})`, alpha: this.globalAlpha === 1 ? null : round(this.globalAlpha) };
  }

  #filled(style: string | Gradient): Attributes {
    const { text, alpha } = this.#paint(style);
    return { fill: text, 'fill-opacity': alpha };
  }

  #stroked(zoom: number): Attributes {
    const { text, alpha } = this.#paint(this.strokeStyle);
    const isDashed = this.#dash.some((n) => n > 0);
    return {
      stroke: text,
      'stroke-opacity': alpha,
      'stroke-width': round(this.lineWidth * zoom),
      'stroke-linecap': this.lineCap === 'butt' ? null : this.lineCap,
      'stroke-linejoin': this.lineJoin === 'miter' ? null : this.lineJoin,
      'stroke-dasharray': isDashed ? this.#dash.map((n) => round(n * zoom)).join(' ') : null,
      'stroke-dashoffset': isDashed && this.lineDashOffset !== 0 ? round(this.lineDashOffset * zoom) : null,
    };
  }

  #write(text: string, x: number, y: number, paint: Attributes): void {
    const { a, b, c, d, e, f } = this.#matrix;
    const isPlain = a === 1 && b === 0 && c === 0 && d === 1;
    const place: Attributes = isPlain
      ? { x: round(x + e), y: round(y + f) }
      : { x: round(x), y: round(y), transform: `matrix(${[a, b, c, d, e, f].map(round).join(' ')})` };
    this.#marks.push(
      tag(
        'text',
        {
          ...place,
          ...fontParts(this.font),
          // Where its font is not at hand another one is as wide, so that words stay in their boxes.
          textLength: round(this.measureText(text).width),
          lengthAdjust: 'spacingAndGlyphs',
          'xml:space': text.includes('  ') ? 'preserve' : null,
          'text-anchor': anchors[this.textAlign] ?? null,
          'dominant-baseline': baselines[this.textBaseline] ?? null,
          ...paint,
        },
        escaped(text),
      ),
    );
  }
}
