// The layout of the claims view: the same every time, with what is fixed where it was, and nothing on anything else.
import { expect, test } from 'vitest';
import { taskOf } from '../../../client/canvas/arrange.ts';
import { arrange } from '../../../client/canvas/claims-layout.ts';
import { elements } from '../../../client/canvas/elements.ts';
import { boxAt, shared } from '../../../client/canvas/geometry.ts';
import { drawing, sample, vocabulary } from './drawing.ts';

const datasets = sample.datasets.map((d) => ({ ...d, places: { alignment: d.places?.alignment } }));
const { drawn, view } = drawing({ ...sample, datasets }, { draw: 'claims' });
const task = taskOf(elements(drawn, view, { theme: 'light', vocabulary }));
const places = arrange(task);

test('the same task gives the same places', () => {
  expect(arrange(task)).toEqual(places);
});

test('what is fixed stays', () => {
  const fixed = task.nodes.filter((n) => n.fixed !== null);
  expect(fixed.length).toBeGreaterThan(15);
  for (const n of fixed) expect(places[n.id]).toEqual([n.fixed?.x, n.fixed?.y]);
});

test('no shape and no name lies on another', () => {
  const boxes = task.nodes.map((n) => {
    const [x, y] = places[n.id] ?? [0, 0];
    return { ...n, box: boxAt(x, y + (n.height - n.size) / 2, n.width, n.height) };
  });
  const clashes = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => !(a.fixed !== null && b.fixed !== null) && shared(a.box, b.box) > 0)
      .map((b) => `${a.id} ${b.id}`),
  );
  expect(clashes).toEqual([]);
});
