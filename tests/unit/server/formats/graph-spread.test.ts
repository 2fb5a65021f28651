// Every node of a file has a place where the view gives places to some: none is heaped on another, none leaves the picture.
import { expect, test } from 'vitest';
import { cyjs } from '../../../../server/formats/cyjs.ts';
import { gexf } from '../../../../server/formats/gexf.ts';
import { Spread } from '../../../../server/formats/graph/spread.ts';
import { bytesOf, outgoingOf } from '../../../support/outgoing.ts';
import { shipped } from './graph-samples.ts';

const places = new Map<string, readonly [number, number]>([
  ['state:CHN', [0, 336]],
  ['state:RUS', [-455, -140]],
  ['state:PRK', [455, -140]],
  ['beijing-2025/joint-appearance', [0, -142]],
]);

const nodesOf = async (given: typeof places) => {
  const file = JSON.parse((await bytesOf(cyjs, outgoingOf(await shipped(), 'claims', given))).toString());
  return file.elements.nodes as { data: { id: string; name: string }; position?: { x: number; y: number } }[];
};

test('of a file whose view places some of it', async () => {
  const nodes = await nodesOf(places);
  const at = new Map(nodes.map((n) => [n.data.id, n.position]));
  for (const [id, [x, y]] of places) expect(at.get(id)).toEqual({ x, y });
  const spots = nodes.map((n) => JSON.stringify(n.position));
  expect(new Set(spots).size).toBe(nodes.length);
  for (const { position } of nodes) expect(Math.abs(position?.x ?? Number.NaN)).toBeLessThan(700);
  // A statement is beside its claim and tells how sure it is, wherever it is shown without its attributes.
  const denial = nodes.find((n) => n.data.name === 'reports-absence (70)');
  expect(denial?.position).toBeDefined();
  expect(nodes.map((n) => n.data.name)).toContain('asserts (confidence unknown)');
});

test('and none where the view has none', async () => {
  for (const node of await nodesOf(new Map())) expect(node.position).toBeUndefined();
  const text = (await bytesOf(gexf, outgoingOf(await shipped()))).toString();
  expect(text).not.toContain('viz:position');
});

test('what belongs to something is near it, whatever else is there', () => {
  const spread = new Spread(places);
  const first = spread.of('beijing-2025/pact', ['state:RUS', 'state:PRK'], 60);
  expect(first).toEqual([0, -200]);
  expect(spread.of('beijing-2025/pact')).toEqual(first);
  const many = Array.from({ length: 40 }, (_, i) => spread.of(`s${i}`, ['beijing-2025/pact'], 26) ?? [0, 0]);
  expect(new Set(many.map(String)).size).toBe(40);
  for (const [x = 0, y = 0] of many) expect(Math.hypot(x - 0, y + 200)).toBeLessThan(26 * Math.sqrt(40) + 1);
});
