// Paints the canvas in pieces, some milliseconds of each frame. Cytoscape paints everything anew when anything changes,
// and a thousand elements take it several frames: a handle that moves would stand still meanwhile. The picture is made on a
// sheet beside the canvas and appears whole; what changes before that is painted next.
import type { BoundingBox12, Core, SingularElementArgument } from 'cytoscape';

/** What is used of Cytoscape's renderer, which has no types; its version is held in package.json. */
interface Renderer {
  NODE: number;
  canvasWidth: number;
  canvasHeight: number;
  prevViewport?: { zoom: number; pan: { x: number; y: number } };
  hoverData: { selecting?: boolean };
  data: { contexts: CanvasRenderingContext2D[]; canvasNeedsRedraw: boolean[] };
  getPixelRatio(): number;
  /** In the order in which they are painted. */
  getCachedZSortedEles(): Record<'nondrag' | 'drag', SingularElementArgument[]>;
  drawCachedElements(
    pen: CanvasRenderingContext2D,
    elements: SingularElementArgument[],
    pixelRatio: number,
    extent: BoundingBox12,
  ): void;
  render(options?: { forcedContext?: unknown }): void;
}

/** So much of a frame is taken; the page needs some of it as well. */
const SLICE_MS = 5;
/** Elements between two looks at the clock. */
const AT_ONCE = 30;

interface Pass {
  elements: SingularElementArgument[];
  next: number;
}

export class Slices {
  private readonly cy: Core;
  private readonly renderer: Renderer;
  private readonly sheet = document.createElement('canvas');
  private readonly pen: CanvasRenderingContext2D;
  private readonly drop: CanvasRenderingContext2D;
  private readonly whole: Renderer['render'];
  private on = false;
  private pass: Pass | null = null;
  /** Cytoscape asked for a picture while one was being made. */
  private again = false;
  private change: (() => Iterator<unknown>) | null = null;
  private steps: Iterator<unknown> | null = null;
  private frame = 0;

  constructor(cy: Core) {
    this.cy = cy;
    this.renderer = (cy as unknown as { renderer(): Renderer }).renderer();
    this.pen = penOf(this.sheet);
    this.drop = penOf(Object.assign(document.createElement('canvas'), { width: 1, height: 1 }));
    this.whole = this.renderer.render.bind(this.renderer);
    this.renderer.render = (options) => this.render(options);
  }

  /**
   * Changes elements, a step in each frame, and paints them in pieces; where a picture is being made, when it is there.
   * @param change begins the change: of several that wait only the last is made
   */
  paint(change: () => Iterator<unknown>): void {
    this.on = true;
    this.change = change;
    if (this.steps === null && this.pass === null) this.begin();
  }

  /** From now on all is painted at once again. */
  stop(): void {
    this.on = false;
    this.pass = null;
    this.again = false;
    this.change = null;
    // A change that has begun is made: what comes next is compared with it.
    while (this.steps?.next().done === false);
    this.steps = null;
    cancelAnimationFrame(this.frame);
  }

  private begin(): void {
    this.steps = this.change?.() ?? null;
    this.change = null;
    this.step();
  }

  private step(): void {
    if (this.steps?.next().done === false) {
      this.frame = requestAnimationFrame(() => this.step());
      return;
    }
    this.steps = null;
    if (this.again) this.start();
    else if (this.change !== null) this.begin();
  }

  /** In place of Cytoscape's own, which is called in a frame where anything has changed. */
  private render(options?: { forcedContext?: unknown }): void {
    if (!this.on || options?.forcedContext !== undefined || !this.isStill()) {
      this.pass = null;
      this.whole(options);
      return;
    }
    if (this.steps !== null || this.pass !== null) this.again = true;
    else this.start();
  }

  /** Whether the same part of the picture is shown, and nothing is dragged over it. */
  private isStill(): boolean {
    const { prevViewport: was, hoverData } = this.renderer;
    const { x, y } = this.cy.pan();
    const isThere = was?.zoom === this.cy.zoom() && was.pan.x === x && was.pan.y === y;
    return isThere && hoverData.selecting !== true && this.renderer.getCachedZSortedEles().drag.length === 0;
  }

  private start(): void {
    this.again = false;
    const { renderer, sheet, pen, cy } = this;
    const { canvasWidth: width, canvasHeight: height } = renderer;
    if (sheet.width !== width || sheet.height !== height) Object.assign(sheet, { width, height });
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, width, height);
    const ratio = renderer.getPixelRatio();
    const { x, y } = cy.pan();
    pen.setTransform(cy.zoom() * ratio, 0, 0, cy.zoom() * ratio, x * ratio, y * ratio);
    this.pass = { elements: renderer.getCachedZSortedEles().nondrag, next: 0 };
    this.slice();
  }

  private slice(): void {
    const { pass, renderer } = this;
    if (pass === null) return;
    const began = performance.now();
    const extent = this.cy.extent();
    const ratio = renderer.getPixelRatio();
    while (pass.next < pass.elements.length && performance.now() - began < SLICE_MS) {
      renderer.drawCachedElements(
        this.pen,
        pass.elements.slice(pass.next, pass.next + AT_ONCE),
        ratio,
        extent,
      );
      pass.next += AT_ONCE;
      // A browser notes what is drawn, and paints it when it is looked at: now, and not all of it in the last frame.
      this.drop.drawImage(this.sheet, 0, 0, 1, 1, 0, 0, 1, 1);
    }
    if (pass.next < pass.elements.length) this.frame = requestAnimationFrame(() => this.slice());
    else this.finish();
  }

  private finish(): void {
    const { renderer } = this;
    const canvas = renderer.data.contexts[renderer.NODE];
    if (canvas === undefined) return;
    canvas.setTransform(1, 0, 0, 1, 0, 0);
    canvas.clearRect(0, 0, renderer.canvasWidth, renderer.canvasHeight);
    canvas.drawImage(this.sheet, 0, 0);
    renderer.data.canvasNeedsRedraw.fill(false);
    this.pass = null;
    this.cy.emit('render');
    if (this.change !== null) this.begin();
    else if (this.again) this.frame = requestAnimationFrame(() => this.start());
  }
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('this browser has no canvas to draw on');
  return pen;
}
