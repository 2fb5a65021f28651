// The keyboard's way through the picture: a hidden list that says each item, and the keys that go from one to the next.
import type { Core, SingularElementArgument } from 'cytoscape';
import type { Point } from './geometry.ts';
import type { CanvasHandlers } from './gestures.ts';

/** What the mirror needs of the canvas. */
interface MirrorTarget {
  cy: Core;
  handlers: CanvasHandlers;
  idsOf(element: SingularElementArgument): string[];
  /** What is said of an item. */
  say(element: SingularElementArgument): string;
  /** Draws the ring of the focus round an item. */
  ring(element: SingularElementArgument | null): void;
  open(element: SingularElementArgument): boolean;
}

type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';
const STEP = 10;
const SOON_MS = 250;
const ways: Record<Direction, Point> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};
const isArrow = (key: string): key is Direction => key in ways;

let lists = 0;

export class Mirror {
  private readonly container: HTMLElement;
  private readonly list: HTMLUListElement;
  private readonly target: MirrorTarget;
  private readonly name: string;
  private items: string[] = [];
  private current: string | null = null;
  private readonly stop = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(container: HTMLElement, target: MirrorTarget) {
    this.container = container;
    this.target = target;
    this.name = `canvas-${++lists}`;
    this.list = document.createElement('ul');
    this.list.className = 'visually-hidden';
    // In place of a class that the page may not have.
    Object.assign(this.list.style, {
      position: 'absolute',
      width: '1px',
      height: '1px',
      margin: '-1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    });
    container.append(this.list);
    container.tabIndex = 0;
    container.setAttribute('role', 'application');
    const { signal } = this.stop;
    container.addEventListener('keydown', (e) => this.key(e), { signal });
    container.addEventListener('focus', () => this.focus(this.current ?? this.items[0] ?? null), { signal });
    container.addEventListener('blur', () => this.target.ring(null), { signal });
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.stop.abort();
    this.list.remove();
  }

  /** Writes the list anew: states first, then claims, each from top to bottom and left to right. */
  update(): void {
    const elements = this.target.cy
      .elements()
      .toArray()
      .filter((e) => isItem(e as SingularElementArgument)) as SingularElementArgument[];
    const rank = (e: SingularElementArgument) => (e.data('entity') === undefined ? 1 : 0);
    // The place of a line is worked out with every question for it.
    const places = new Map(elements.map((e) => [e, placeOf(e)]));
    const at = (e: SingularElementArgument) => places.get(e) ?? { x: 0, y: 0 };
    elements.sort((a, b) => rank(a) - rank(b) || at(a).y - at(b).y || at(a).x - at(b).x);
    this.items = elements.map((e) => e.id());
    const rows = elements.map((e, i) => {
      const li = document.createElement('li');
      li.id = `${this.name}-${i}`;
      li.textContent = this.target.say(e);
      return li;
    });
    this.list.replaceChildren(...rows);
    if (this.current !== null && !this.items.includes(this.current)) this.focus(null);
    else this.point();
  }

  /** Writes it anew when no more changes come, as while a handle is dragged. */
  updateSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(), SOON_MS);
  }

  private focus(id: string | null): void {
    this.current = id;
    this.point();
    const element = id === null ? null : this.target.cy.getElementById(id);
    const visible = element?.nonempty() === true && document.activeElement === this.container;
    this.target.ring(visible ? (element as unknown as SingularElementArgument) : null);
  }

  /** Names the current item to a screen reader. */
  private point(): void {
    const i = this.current === null ? -1 : this.items.indexOf(this.current);
    if (i < 0) this.container.removeAttribute('aria-activedescendant');
    else this.container.setAttribute('aria-activedescendant', `${this.name}-${i}`);
  }

  private key(e: KeyboardEvent): void {
    if (e.ctrlKey || e.metaKey || !this.handle(e)) return;
    e.preventDefault();
    e.stopPropagation();
  }

  /** @returns whether the key was one of the canvas */
  private handle(e: KeyboardEvent): boolean {
    const element = this.element();
    if (isArrow(e.key)) {
      if (e.altKey) this.nudge(e.key);
      else this.go(e.key);
      return true;
    }
    if (e.altKey) return false;
    switch (e.key) {
      case 'Home':
        this.focus(this.items[0] ?? null);
        return true;
      case 'End':
        this.focus(this.items.at(-1) ?? null);
        return true;
    }
    if (element === null) return false;
    const { handlers, idsOf } = this.target;
    switch (e.key) {
      case 'Enter':
        if (!this.target.open(element)) handlers.select(idsOf(element));
        return true;
      case ' ':
        handlers.addToSelection(idsOf(element));
        return true;
      case 'e':
      case 'E':
        if (element.data('entity') === undefined) return false;
        handlers.expand(String(element.data('entity')));
        return true;
      case 'n':
      case 'N':
      case 'p':
      case 'P':
        return this.alongClaims(element, e.key.toLowerCase() === 'n' ? 1 : -1);
      default:
        return false;
    }
  }

  private element(): SingularElementArgument | null {
    if (this.current === null) return null;
    const found = this.target.cy.getElementById(this.current);
    return found.nonempty() ? (found as unknown as SingularElementArgument) : null;
  }

  /** The nearest item in a direction; what lies off to the side counts as farther. */
  private go(direction: Direction): void {
    const from = this.element();
    if (from === null) {
      this.focus(this.items[0] ?? null);
      return;
    }
    const start = placeOf(from);
    const way = ways[direction];
    let best: string | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const id of this.items) {
      if (id === this.current) continue;
      const at = placeOf(this.target.cy.getElementById(id) as unknown as SingularElementArgument);
      const forward = (at.x - start.x) * way.x + (at.y - start.y) * way.y;
      const aside = Math.abs((at.x - start.x) * way.y) + Math.abs((at.y - start.y) * way.x);
      const cost = forward + aside * 2;
      if (forward > 1 && cost < least) {
        least = cost;
        best = id;
      }
    }
    if (best !== null) this.focus(best);
  }

  private nudge(direction: Direction): void {
    const element = this.element();
    if (!element?.isNode() || !element.grabbable()) return;
    const { x, y } = element.position();
    const way = ways[direction];
    this.target.handlers.move(element.id(), [Math.round(x + way.x * STEP), Math.round(y + way.y * STEP)]);
  }

  private state: string | null = null;

  /** The next or previous claim of the state that was focused last. */
  private alongClaims(element: SingularElementArgument, by: 1 | -1): boolean {
    if (element.data('entity') !== undefined) this.state = element.id();
    if (this.state === null) return false;
    const state = this.target.cy.getElementById(this.state);
    const own = new Set<string>();
    state.connectedEdges().forEach((edge) => {
      const at = edge.data('type') === 'tie' ? edge.id() : String(edge.data('target'));
      if (this.items.includes(at) && at !== this.state) own.add(at);
    });
    const claims = [...own].sort((a, b) => this.items.indexOf(a) - this.items.indexOf(b));
    if (claims.length === 0) return true;
    const now = claims.indexOf(this.current ?? '');
    const next = now < 0 ? (by === 1 ? 0 : claims.length - 1) : (now + by + claims.length) % claims.length;
    this.focus(claims[next] ?? null);
    return true;
  }
}

/** What can be focused: entities, shapes and ties, but not what is hidden or only holds a place. */
function isItem(e: SingularElementArgument): boolean {
  if (!e.visible()) return false;
  return e.isNode() ? e.data('entity') !== undefined || e.data('kind') === 'Claim' : e.data('type') === 'tie';
}

function placeOf(e: SingularElementArgument): Point {
  if (e.isNode()) return e.position();
  const at = e.isEdge() ? e.midpoint() : { x: 0, y: 0 };
  return { x: at.x + Number(e.data('tx') ?? 0), y: at.y + Number(e.data('ty') ?? 0) };
}
