// Brings the elements on the canvas to what they should be, and touches only those that differ.
import type { Core, ElementDefinition } from 'cytoscape';

/** Replaces the elements: those that are there already keep their identity. */
export function replaceElements(cy: Core, definitions: ElementDefinition[]): void {
  const wanted = new Map(definitions.map((d) => [String(d.data.id), d]));
  cy.batch(() => {
    const gone = cy.elements().filter((e) => {
      const d = wanted.get(e.id());
      return (
        d === undefined ||
        (e.isEdge() && (e.data('source') !== d.data.source || e.data('target') !== d.data.target))
      );
    });
    // All at once: each by itself would look through the lines beside it again.
    cy.remove(gone);
    const added: ElementDefinition[] = [];
    for (const [id, d] of wanted) {
      const there = cy.getElementById(id);
      if (there.empty()) {
        added.push(d);
        continue;
      }
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
    // Nodes before the lines that end at them.
    cy.add(added.filter((d) => d.group === 'nodes'));
    cy.add(added.filter((d) => d.group === 'edges'));
  });
}
