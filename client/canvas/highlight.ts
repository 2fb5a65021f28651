// What stands out: the selection, what is lit from a table or a report, and what is under the pointer.
import type { Core, SingularElementArgument } from 'cytoscape';
import { Legs } from './legs.ts';
import type { Scene } from './reading.ts';
import { MANY_FIELDS } from './sets.ts';

/** The chips of more lit claims than this cover each other. */
const MOST_NAMED = 3;

/** Claim or entity ids of an element; none for what only holds a place. */
export function idsOf(element: SingularElementArgument): string[] {
  const entity: unknown = element.data('entity');
  if (typeof entity === 'string') return [entity];
  const claims: unknown = element.data('claims');
  return Array.isArray(claims) ? claims.map(String) : [];
}

/**
 * The classes of one canvas: `chosen`, `lit`, `rim` for parties, `shown` for legs that wait to be looked at, and in a
 * picture of very many states `named` for lines that are told in full, `near` for those of the states looked at, `far` for
 * the others.
 */
export class Highlight {
  private readonly cy: Core;
  private readonly legs: Legs;
  private chosen: ReadonlySet<string> = new Set();
  private lit: ReadonlySet<string> = new Set();
  private hovered: SingularElementArgument | null = null;

  constructor(cy: Core) {
    this.cy = cy;
    this.legs = new Legs(cy);
  }

  /** The elements were made anew. */
  reset(scene: Scene): void {
    this.hovered = null;
    this.legs.reset(scene);
  }

  select(ids: readonly string[]): void {
    this.chosen = new Set(ids);
    this.paint();
  }

  light(ids: readonly string[]): void {
    this.lit = new Set(ids);
    this.paint();
  }

  hover(element: SingularElementArgument | null): void {
    this.hovered = element;
    this.paint();
  }

  /** The leading claims whose field is called for. @param answered whether a question keeps its answer's fields */
  fields(answered: boolean): Set<string> {
    const leads = this.cy.nodes('[field]');
    const wanted = leads.filter('.chosen,.rim,.lit');
    const answer = answered ? leads.not('.dim') : null;
    const many = answer !== null && answer.length > MANY_FIELDS && leads.is('[world]');
    return new Set((answer !== null && !many ? answer.union(wanted) : wanted).map((n) => n.id()));
  }

  private paint(): void {
    const { cy, chosen, lit, hovered } = this;
    const under = new Set(hovered === null || hovered.data('entity') !== undefined ? [] : idsOf(hovered));
    const looked = new Set([...chosen, ...(hovered === null ? [] : idsOf(hovered))]);
    this.legs.show(looked);
    cy.batch(() => {
      cy.elements('.chosen,.lit,.rim,.shown,.named,.near,.far').removeClass(
        'chosen lit rim shown named near far',
      );
      cy.elements('[claims],[entity]').forEach((e) => {
        const element = e as unknown as SingularElementArgument;
        const ids = idsOf(element);
        const has = (set: ReadonlySet<string>) => set.size > 0 && ids.some((id) => set.has(id));
        if (e.hasClass('quiet')) {
          if (has(chosen) || has(under) || (lit.size === 1 && has(lit))) show(element);
          return;
        }
        if (has(chosen)) e.addClass('chosen named');
        if (has(lit)) {
          e.addClass(lit.size > MOST_NAMED ? 'lit' : 'lit named');
          rim(element);
        }
      });
      if (hovered?.inside() === true) {
        rim(hovered);
        hovered.addClass('named');
      }
      this.near(looked);
    });
  }

  /** Among very many lines those of what is looked at come forward, and the others step back. */
  private near(looked: ReadonlySet<string>): void {
    const items = this.cy.elements('[world]').filter((e) => {
      const element = e as unknown as SingularElementArgument;
      return idsOf(element).some((id) => looked.has(id));
    });
    if (items.empty()) return;
    const lines = items.edges().union(items.nodes().connectedEdges('[world]'));
    lines.addClass('near');
    lines.connectedNodes().addClass('near');
    this.cy.edges('[world]').not(lines).addClass('far');
  }
}

/** Shows a hidden leg, and its ends where they are hidden too. */
function show(element: SingularElementArgument): void {
  element.addClass('shown');
  if (element.isEdge()) element.connectedNodes('.quiet').addClass('shown');
}

/** Its parties get a broader rim. */
function rim(element: SingularElementArgument): void {
  element.addClass('rim');
  if (element.isEdge()) element.connectedNodes().addClass('rim');
  else if (element.isNode() && element.data('entity') === undefined)
    element.connectedEdges('[type="leg"]').connectedNodes().addClass('rim');
}
