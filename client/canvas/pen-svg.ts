// A picture as vectors: words are text, shapes are paths, and nothing in it is fetched from anywhere.
import type { Pen, Printed, Sheet, TextAt } from './pen.ts';
import { Recorder } from './recorder.ts';
import { FONT_FAMILY } from './style-nodes.ts';
import { escaped, round } from './svg-text.ts';
import { FIELD_ALPHA } from './tokens.ts';

const SVG = 'http://www.w3.org/2000/svg';
const FONT = escaped(FONT_FAMILY.replaceAll('"', "'"));

export class SvgPen implements Pen {
  private readonly sheet: Sheet;
  private readonly marks: string[] = [];
  private readonly measure = document.createElement('canvas').getContext('2d');

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.marks.push(`<rect width="${sheet.width}" height="${sheet.height}" fill="${sheet.ground}"/>`);
  }

  text(text: string, { x, y, colour, weight, size, most }: TextAt): void {
    if (this.measure !== null) this.measure.font = `${weight} ${size}px ${FONT_FAMILY}`;
    // Where its font is not at hand another one is as wide, so that words stay in their places.
    const wide = Math.min(this.measure?.measureText(text).width ?? most, most);
    this.marks.push(
      `<text x="${round(x)}" y="${round(y)}" font-family="${FONT}" font-size="${size}" font-weight="${weight}" fill="${colour}" textLength="${round(wide)}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`,
    );
  }

  async glyph(svg: string, { x, y }: { x: number; y: number }): Promise<void> {
    const element = parsed(svg);
    const [width, height] = [sizeOf(element, 'width'), sizeOf(element, 'height')];
    element.setAttribute('x', String(round(x - width / 2)));
    element.setAttribute('y', String(round(y - height / 2)));
    this.marks.push(textOf(element));
  }

  async network(
    { zoom, pan, outlines, into }: Printed,
    { width, height, top }: { width: number; height: number; top: number },
  ): Promise<void> {
    const fields = outlines.map(
      ({ d, fill, stroke, dashed }) =>
        `<path d="${rounded(d)}" fill="${fill}" fill-opacity="${FIELD_ALPHA}" stroke="${stroke}" stroke-width="1.5"${dashed ? ' stroke-dasharray="6 5"' : ''}/>`,
    );
    const recorder = new Recorder(glyphOf);
    into(recorder);
    this.marks.push(
      `<svg y="${round(top)}" width="${width}" height="${height}"><g transform="translate(${round(pan.x)} ${round(pan.y)}) scale(${Math.round(zoom * 1e4) / 1e4})">${fields.join('')}${recorder.text}</g></svg>`,
    );
  }

  async finish(title: string, words: string): Promise<Blob> {
    const { width, height, paper } = this.sheet;
    const [wide, high] = paper ?? [width, height];
    const text = `<svg xmlns="${SVG}" width="${wide}" height="${high}" viewBox="0 0 ${width} ${height}" role="img"><title>${escaped(title)}</title><desc>${escaped(words)}</desc>${this.marks.join('')}</svg>\n`;
    return new Blob([text], { type: 'image/svg+xml' });
  }
}

function parsed(svg: string): SVGElement {
  const element = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (!(element instanceof SVGElement)) throw new Error('a glyph is not SVG');
  return element;
}

const sizeOf = (element: Element, side: 'width' | 'height') => Number(element.getAttribute(side) ?? 0);

/** A glyph of the canvas, by its address, in a box of 1 by 1. */
function glyphOf(address: string): string {
  const [, svg] = /^data:image\/svg\+xml;utf8,(.*)$/s.exec(address) ?? [];
  if (svg === undefined) throw new Error('an image of the picture is no glyph');
  const element = parsed(decodeURIComponent(svg));
  for (const side of ['width', 'height']) element.setAttribute(side, '1');
  element.setAttribute('preserveAspectRatio', 'none');
  return textOf(element);
}

/** Numbers to a hundredth. */
const rounded = (text: string) => text.replace(/-?\d+\.\d{3,}/g, (n) => String(round(Number(n))));

/** A part of the picture, whose root names the namespace. */
const textOf = (element: Element) =>
  new XMLSerializer().serializeToString(element).replaceAll(` xmlns="${SVG}"`, '');
