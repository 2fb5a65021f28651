// Where things stand on the canvas, as far as it is said: moved by hand in the view, else saved with the data set.
import type { Dataset } from '../../model/dataset.ts';
import type { View } from '../../model/view.ts';

/** Places by business key, in model units. */
export function placesOf(view: View, datasets: readonly Dataset[]): Map<string, readonly [number, number]> {
  const saved = datasets.flatMap((d) => Object.entries(d.places?.[view.draw] ?? {}));
  return new Map([...saved, ...Object.entries(view.moved)]);
}
