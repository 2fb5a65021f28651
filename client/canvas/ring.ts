// The ring of the keyboard's focus: 3 px in ink with a gap of 3 px, drawn over the canvas.
import type { Core, SingularElementArgument } from 'cytoscape';
import { FONT } from './sizes.ts';
import { textBox } from './text.ts';

const GAP = 6;

export class Ring {
  private readonly cy: Core;
  private readonly box: HTMLDivElement;
  private element: SingularElementArgument | null = null;
  private readonly follow = () => this.place();

  constructor(cy: Core, container: HTMLElement) {
    this.cy = cy;
    this.box = document.createElement('div');
    this.box.className = 'canvas-ring';
    this.box.hidden = true;
    Object.assign(this.box.style, {
      position: 'absolute',
      left: '0',
      top: '0',
      border: '3px solid currentColor',
      borderRadius: '10px',
      pointerEvents: 'none',
      boxSizing: 'border-box',
    });
    container.append(this.box);
    cy.on('render', this.follow);
  }

  show(element: SingularElementArgument | null): void {
    this.element = element;
    this.place();
  }

  destroy(): void {
    this.cy.off('render', this.follow);
    this.box.remove();
  }

  private place(): void {
    const { element, box } = this;
    box.hidden = element === null || element.removed();
    if (element === null || element.removed()) return;
    const zoom = this.cy.zoom();
    const pan = this.cy.pan();
    const { x, y, width, height } = bodyOf(element);
    const gap = GAP / zoom;
    Object.assign(box.style, {
      transform: `translate(${(x - width / 2 - gap) * zoom + pan.x}px, ${(y - height / 2 - gap) * zoom + pan.y}px)`,
      width: `${width * zoom + GAP * 2}px`,
      height: `${height * zoom + GAP * 2}px`,
    });
  }
}

/** The disc or shape of a node, the chip of a tie, in model units. */
export function bodyOf(element: SingularElementArgument) {
  if (element.isNode()) {
    const claim = element.data('kind') === 'Claim';
    const { x, y } = element.position();
    return {
      x,
      y: claim ? y + 6 : y,
      width: element.width() + 6,
      height: element.height() + (claim ? 20 : 6),
    };
  }
  const at = element.isEdge() ? element.midpoint() : { x: 0, y: 0 };
  const tx = Number(element.data('tx') ?? 0);
  const ty = Number(element.data('ty') ?? 0);
  const { width, height } = textBox(String(element.data('label') ?? ''), FONT.tie, 1.22);
  return { x: at.x + tx, y: at.y + ty, width: width + 10, height: height + 10 };
}
