// What stands over the columns of a layout: a rule as wide as the column, and its name.
import type { ElementDefinition } from 'cytoscape';
import type { EntityId } from '../../model/id.ts';
import { type Box, mean, type Point } from './geometry.ts';
import { columnsOf } from './layout.ts';
import type { Scene } from './reading.ts';
import { FONT } from './sizes.ts';
import { lineWidth } from './text.ts';

/** Over the highest item, and over the first of a column that stands below another. */
const OVER = { all: 34, one: 86 };
const BESIDE = 110;

/**
 * The headings of columns; none where the layout has no columns.
 * @param bounds all that is drawn
 */
export function headings(
  ids: readonly EntityId[],
  places: ReadonlyMap<string, Point>,
  scene: Scene,
  bounds: Box | null,
): ElementDefinition[] {
  if (bounds === null) return [];
  return columnsOf([...ids].sort(), scene.readings, scene).map(({ title, ids: own, below }, i) => {
    // What was moved by hand has left its column.
    const at = own.filter((id) => scene.moved[id] === undefined).flatMap((id) => places.get(id) ?? []);
    const xs = at.map((p) => p.x);
    const span = at.length === 0 ? 0 : Math.max(...xs) - Math.min(...xs);
    const x = at.length === 0 ? mean([{ x: bounds.x1, y: 0 }]).x : (Math.max(...xs) + Math.min(...xs)) / 2;
    const y = below === true ? Math.min(...at.map((p) => p.y)) - OVER.one : bounds.y1 - OVER.all;
    const width = Math.max(span + BESIDE, lineWidth(title, FONT.heading));
    return {
      group: 'nodes' as const,
      data: { id: `heading:${i}`, kind: 'Heading', label: title, brief: title, width },
      position: { x: Math.round(x), y: Math.round(y) },
      grabbable: false,
      selectable: false,
    };
  });
}
