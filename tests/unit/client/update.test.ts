// What leaves the canvas and comes back is the element that it was, with the look and place that it should have now.
import cytoscape, { type ElementDefinition } from 'cytoscape';
import { beforeEach, expect, test } from 'vitest';
import { Elements } from '../../../client/canvas/update.ts';

let cy: cytoscape.Core;
let elements: Elements;
beforeEach(() => {
  cy = cytoscape({ headless: true, styleEnabled: true });
  elements = new Elements(cy);
});

const node = (id: string, data: Record<string, unknown> = {}, x = 0): ElementDefinition => ({
  group: 'nodes',
  data: { id, ...data },
  position: { x, y: 0 },
});
const line = (id: string, source: string, target: string, classes = ''): ElementDefinition => ({
  group: 'edges',
  data: { id, source, target },
  classes,
});
const three = [node('a'), node('b'), node('c')];
const there = () =>
  cy
    .elements()
    .map((e) => e.id())
    .sort();

test('all that leaves comes back as the same elements', () => {
  elements.replace([...three, line('ab', 'a', 'b')]);
  const before = new Map(cy.elements().map((e) => [e.id(), e]));
  elements.replace([]);
  expect(there()).toEqual([]);
  elements.replace([line('ab', 'a', 'b'), ...three]);
  expect(there()).toEqual(['a', 'ab', 'b', 'c']);
  for (const e of cy.elements()) expect(e).toBe(before.get(e.id()));
  expect(
    cy
      .getElementById('a')
      .connectedEdges()
      .map((e) => e.id()),
  ).toEqual(['ab']);
});

test('what comes back has its new data, place and classes, and nothing of what it had', () => {
  elements.replace([node('a', { label: 'old', extra: 1 })]);
  cy.getElementById('a').addClass('chosen');
  elements.replace([]);
  elements.replace([node('a', { label: 'new' }, 40)]);
  const a = cy.getElementById('a');
  expect(a.data()).toEqual({ id: 'a', label: 'new' });
  expect(a.position()).toEqual({ x: 40, y: 0 });
  expect(a.hasClass('chosen')).toBe(false);
});

test('a line between others is another line, whether it was there or had left', () => {
  elements.replace([...three, line('l', 'a', 'b'), line('m', 'a', 'b')]);
  elements.replace([...three, line('l', 'b', 'c')]);
  elements.replace([...three, line('l', 'b', 'c', 'dim'), line('m', 'a', 'c')]);
  const ends = (id: string) => [cy.getElementById(id).data('source'), cy.getElementById(id).data('target')];
  expect([ends('l'), ends('m')]).toEqual([
    ['b', 'c'],
    ['a', 'c'],
  ]);
  expect(cy.getElementById('l').hasClass('dim')).toBe(true);
  expect(
    cy
      .getElementById('b')
      .connectedEdges()
      .map((e) => e.id()),
  ).toEqual(['l']);
});

test('after another stylesheet nothing of the old one comes back', () => {
  const style = (width: number) => [{ selector: 'node', style: { width } }] as never;
  cy.style(style(10));
  elements.replace([node('a')]);
  expect(cy.getElementById('a').width()).toBe(10);
  elements.replace([]);
  cy.style(style(30));
  elements.forget();
  elements.replace([node('a')]);
  expect(cy.getElementById('a').width()).toBe(30);
});
