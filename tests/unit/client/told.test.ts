// client/canvas/told.ts: beside a report a large picture shows what the report tells, and as much of it as can be read.
import cytoscape from 'cytoscape';
import { expect, test } from 'vitest';
import { elements } from '../../../client/canvas/elements.ts';
import { stylesheet } from '../../../client/canvas/style.ts';
import { fitTold, isToldCut } from '../../../client/canvas/told.ts';
import { states } from '../data/files.ts';
import { answerOf, drawing, told, vocabulary } from './drawing.ts';

const capitals = states.map(({ id, lon = 0, lat = 0 }) => ({ id, lon, lat }));
const room = {
  width: 900,
  height: 780,
  insets: { top: 70, right: 16, bottom: 16, left: 420, corner: null },
};
const CHN_PRK = told('d', 'memorandum', 'CHN party, PRK party', '+50');
const ALL = told(
  'f',
  'summit',
  states.flatMap((s) => (s.iso3 === undefined ? [] : `${s.iso3} party`)).join(', '),
  '+50',
);
const OTHER = told('e', 'memorandum', 'BRA party, ARG party', '+50');

/** The picture of all claims, with an answer of some. */
function canvas(answer: Parameters<typeof answerOf>[0], asked: string[]) {
  const { drawn, view } = drawing(answerOf([CHN_PRK, ALL, OTHER], asked), {}, answerOf(answer, asked));
  return cytoscape({
    headless: true,
    layout: { name: 'preset' },
    styleEnabled: true,
    style: stylesheet('light', true),
    elements: elements(drawn, view, { theme: 'light', vocabulary, capitals, large: true }),
  });
}
/** The codes of the states that lie in the room. */
function seen(cy: cytoscape.Core): string[] {
  const { x: panX, y: panY } = cy.pan();
  return cy
    .nodes('[entity]')
    .filter((n) => {
      const [x, y] = [n.position().x * cy.zoom() + panX, n.position().y * cy.zoom() + panY];
      return x > room.insets.left && x < room.width - 16 && y > room.insets.top && y < room.height - 16;
    })
    .map((n) => n.id().slice(-3));
}
const asked = ['state:CHN', 'state:PRK'];

test('the states in question and their claims are shown so large that codes are read', () => {
  const cy = canvas([CHN_PRK, ALL], asked);
  const shown = fitTold(cy, asked, room);
  expect((shown?.zoom ?? 0) * 18).toBeGreaterThanOrEqual(11);
  expect(seen(cy)).toEqual(expect.arrayContaining(['CHN', 'PRK', 'KOR', 'MNG']));
  // The others of so many parties lie outside, and that is told.
  expect(shown?.outside).toBeGreaterThan(50);
  expect(isToldCut(cy, asked, room)).toBe(false);
});

test('what is not told takes no room', () => {
  const cy = canvas([CHN_PRK], asked);
  const shown = fitTold(cy, asked, room);
  expect(shown).toMatchObject({ zoom: 1.25, outside: 0 });
});

test('without states in question all that is told is shown', () => {
  const cy = canvas([CHN_PRK, OTHER], []);
  expect(fitTold(cy, [], room)?.outside).toBe(0);
  expect(seen(cy)).toEqual(expect.arrayContaining(['CHN', 'PRK', 'BRA', 'ARG']));
});

test('what comes later out of sight is noticed', () => {
  const cy = canvas([CHN_PRK, OTHER], [...asked, 'state:BRA']);
  fitTold(cy, asked, room);
  expect(isToldCut(cy, asked, room)).toBe(false);
  expect(isToldCut(cy, ['state:BRA'], room)).toBe(true);
});

test('an answer with nothing in the picture is shown nowhere', () => {
  const cy = canvas([], asked);
  cy.elements().addClass('dim');
  expect(fitTold(cy, asked, room)).toBeNull();
});
