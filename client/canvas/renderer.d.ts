// What of Cytoscape's renderer is used that its types do not tell: cy.png() draws by the same calls.
import 'cytoscape';

declare module 'cytoscape' {
  interface Core {
    renderer(): {
      /** Whether shapes are kept as Path2D, which only a canvas of pixels takes. */
      path2dEnabled(on: boolean): void;
      /** Places the labels of elements that no frame has painted yet. */
      recalculateRenderedStyle(elements: CollectionReturnValue): void;
      getCachedZSortedEles(): unknown;
      drawElements(context: object, elements: unknown): void;
    };
  }
}
