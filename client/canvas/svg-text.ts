// SVG as text: elements, paths, colours and fonts, with numbers to a hundredth, which is more than is seen.

export interface Point {
  x: number;
  y: number;
}

export type Attributes = Readonly<Record<string, string | number | null>>;

export const round = (n: number): number => Math.round(n * 100) / 100;

/** A text within an element or an attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** An element; attributes that are null are left out. @param inner SVG */
export function tag(name: string, attributes: Attributes, inner = ''): string {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  return inner === '' ? `<${name}${said}/>` : `<${name}${said}>${inner}</${name}>`;
}

/** A colour without its transparency, and that: null where it hides what is under it. */
export function rgb(colour: string): { text: string; alpha: number | null } {
  const [, r, g, b, a] = /^rgba\(\s*([\d.]+),\s*([\d.]+),\s*([\d.]+),\s*([\d.]+)\s*\)$/.exec(colour) ?? [];
  if (a === undefined) return { text: colour, alpha: null };
  return { text: `rgb(${r},${g},${b})`, alpha: Number(a) === 1 ? null : Number(a) };
}

/** A font as a canvas takes it (`normal 600 14px Inter`), as attributes. */
export function fontParts(font: string): Attributes {
  const [, style = 'normal', weight = 'normal', size = '10', family = 'sans-serif'] =
    /^(?:(normal|italic|oblique)\s+)?(?:(normal|bold|\d+)\s+)?([\d.]+)px\s+(.+)$/.exec(font) ?? [];
  return {
    'font-family': family.replaceAll('"', "'"),
    'font-size': round(Number(size)),
    'font-weight': weight === 'normal' ? null : weight,
    'font-style': style === 'normal' ? null : style,
  };
}

/** A path that is being drawn. */
export class Path {
  readonly #parts: string[] = [];
  /** Where it is now; null where it has not begun. */
  last: Point | null = null;
  #start: Point | null = null;

  get isEmpty(): boolean {
    return this.last === null;
  }
  get text(): string {
    return this.#parts.join('');
  }

  to(command: 'M' | 'L' | 'Q' | 'C', ...points: readonly Point[]): void {
    this.#parts.push(`${command}${points.map(({ x, y }) => `${round(x)} ${round(y)}`).join(' ')}`);
    this.last = points.at(-1) ?? this.last;
    if (command === 'M') this.#start = this.last;
  }

  /** Less than half a circle. @param clockwise as it is seen */
  arc(radius: number, clockwise: boolean, to: Point): void {
    this.#parts.push(
      `A${round(radius)} ${round(radius)} 0 0 ${clockwise ? 1 : 0} ${round(to.x)} ${round(to.y)}`,
    );
    this.last = to;
  }

  /** Half of an ellipse that lies flat. */
  oval(rx: number, ry: number, to: Point): void {
    this.#parts.push(`A${round(rx)} ${round(ry)} 0 1 1 ${round(to.x)} ${round(to.y)}`);
    this.last = to;
  }

  close(): void {
    if (this.last === null) return;
    this.#parts.push('Z');
    this.last = this.#start;
  }
}
