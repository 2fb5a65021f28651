// Brings the elements on the canvas to what they should be, and touches only those that differ. What leaves is kept for a
// while: an element that comes back is not made and styled anew, which takes longest of all in a step of the threshold.
import type { Core, ElementDefinition, SingularElementArgument } from 'cytoscape';

/** So many that are gone are kept: those of all claims of a large data set, and no memory of note. */
const MOST_KEPT = 3000;

export class Elements {
  private readonly cy: Core;
  private readonly kept = new Map<string, SingularElementArgument>();

  constructor(cy: Core) {
    this.cy = cy;
  }

  /** What is gone has the look of a stylesheet that holds no longer. */
  forget(): void {
    this.kept.clear();
  }

  /** Replaces the elements: those that are there already, or were before, keep their identity. */
  replace(definitions: readonly ElementDefinition[]): void {
    const { cy } = this;
    const wanted = new Map(definitions.map((d) => [String(d.data.id), d]));
    cy.batch(() => {
      const gone = cy.elements().filter((e) => {
        const d = wanted.get(e.id());
        return d === undefined || !isBetweenTheSame(e as unknown as SingularElementArgument, d);
      });
      // All at once: each by itself would look through the lines beside it again.
      this.keep(cy.remove(gone).toArray() as SingularElementArgument[]);
      const missing = [...wanted].filter(([id]) => cy.getElementById(id).empty());
      // Nodes before the lines that end at them.
      const made = new Set([
        ...this.bring(missing.filter(([, d]) => d.group === 'nodes')),
        ...this.bring(missing.filter(([, d]) => d.group === 'edges')),
      ]);
      for (const [id, d] of wanted) if (!made.has(id)) this.change(id, d);
    });
  }

  private keep(gone: readonly SingularElementArgument[]): void {
    if (this.kept.size + gone.length > MOST_KEPT) this.kept.clear();
    for (const e of gone) this.kept.set(e.id(), e);
  }

  /** Puts on the canvas what is not on it: as it was, where it is kept. @returns the ids of what was made anew */
  private bring(missing: readonly [id: string, ElementDefinition][]): string[] {
    const { cy, kept } = this;
    const back = cy.collection();
    const fresh: [id: string, ElementDefinition][] = [];
    for (const [id, d] of missing) {
      const was = kept.get(id);
      kept.delete(id);
      if (was !== undefined && isBetweenTheSame(was, d)) back.merge(was);
      else fresh.push([id, d]);
    }
    back.restore();
    cy.add(fresh.map(([, d]) => d));
    return fresh.map(([id]) => id);
  }

  /** Gives an element that is there what it should have. */
  private change(id: string, d: ElementDefinition): void {
    const there = this.cy.getElementById(id);
    if (JSON.stringify(there.data()) !== JSON.stringify(d.data)) {
      there.removeData();
      there.data(d.data);
    }
    if (d.position !== undefined) {
      const { x, y } = there.position();
      if (x !== d.position.x || y !== d.position.y) there.position(d.position);
    }
    there.classes(d.classes ?? '');
  }
}

const isBetweenTheSame = (e: SingularElementArgument, { data }: ElementDefinition): boolean =>
  !e.isEdge() || (e.data('source') === data.source && e.data('target') === data.target);
