// Gestures on the canvas, told to handlers; what they change comes back with the next drawing.
import type { Core, EventObject, NodeSingular, SingularElementArgument } from 'cytoscape';
import type { EntityId } from '../../model/id.ts';
import type { Card } from './card.ts';
import type { Fit } from './fitting.ts';

const HOVER_MS = 150;

/** What is told of gestures on the canvas, by pointer or by key. */
export interface CanvasHandlers {
  /** Claim or entity ids; a fold gives all its claims. */
  select(ids: string[]): void;
  addToSelection(ids: string[]): void;
  clear(): void;
  hover(card: Card | null): void;
  expand(entity: EntityId): void;
  move(id: string, at: [number, number]): void;
  /** The picture was fitted: which room it needs, and what lies outside. */
  fitted?(fit: Fit): void;
}

/** What gestures need of the canvas. */
interface GestureTarget {
  cy: Core;
  handlers: CanvasHandlers;
  /** Claim or entity ids of an element; none for what only holds a place. */
  idsOf(element: SingularElementArgument): string[];
  /** Opens a fold of ties. @returns whether it was one */
  open(element: SingularElementArgument): boolean;
  hover(element: SingularElementArgument | null): void;
}

/** Listens to mouse and touch. @returns what ends it */
export function listen(target: GestureTarget): () => void {
  const { cy, handlers, idsOf } = target;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let boxed: string[] = [];

  const shift = (e: EventObject) => (e.originalEvent as MouseEvent | undefined)?.shiftKey === true;

  cy.on('tap', (e) => {
    if (e.target === cy) {
      handlers.clear();
      return;
    }
    const element = e.target as SingularElementArgument;
    if (!shift(e) && target.open(element)) return;
    const ids = idsOf(element);
    if (ids.length === 0) return;
    if (shift(e)) handlers.addToSelection(ids);
    else handlers.select(ids);
  });

  cy.on('dbltap', 'node[entity]', (e) => handlers.expand(String(e.target.data('entity'))));

  cy.on('mouseover', 'node,edge', (e) => {
    clearTimeout(timer);
    const element = e.target as SingularElementArgument;
    timer = setTimeout(() => target.hover(element), HOVER_MS);
  });
  cy.on('mouseout', 'node,edge', () => {
    clearTimeout(timer);
    target.hover(null);
  });

  // A fast pointer leaves the canvas from an element without leaving that first.
  const leave = () => {
    clearTimeout(timer);
    target.hover(null);
  };
  const box = cy.container();
  box?.addEventListener('mouseleave', leave);

  // A box reports each element that it holds, after it has ended.
  cy.on('box', 'node,edge', (e) => {
    if (boxed.length === 0)
      queueMicrotask(() => {
        handlers.addToSelection([...new Set(boxed)]);
        boxed = [];
      });
    boxed.push(...idsOf(e.target as SingularElementArgument));
  });

  const drag = followers(cy);
  cy.on('grab', 'node', (e) => drag.grab(e.target));
  cy.on('drag', 'node', (e) => {
    clearTimeout(timer);
    target.hover(null);
    drag.move(e.target);
  });
  cy.on('dragfree', 'node', (e) => {
    const { x, y } = (e.target as NodeSingular).position();
    handlers.move(e.target.id(), [Math.round(x), Math.round(y)]);
  });
  return () => {
    clearTimeout(timer);
    box?.removeEventListener('mouseleave', leave);
  };
}

/** The rows of a field go with its leading shape, a badge with its state. */
function followers(cy: Core) {
  let last = { x: 0, y: 0 };
  return {
    grab(node: NodeSingular): void {
      last = { ...node.position() };
    },
    move(node: NodeSingular): void {
      const { x, y } = node.position();
      cy.nodes(`[lead="${node.id()}"]`).shift({ x: x - last.x, y: y - last.y });
      last = { x, y };
    },
  };
}
