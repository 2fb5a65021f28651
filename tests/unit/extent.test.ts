// What is refused before it is asked, and what is not: only what the server surely cannot answer.
import { expect, test } from 'vitest';
import { tooLarge } from '../../server/extent.ts';

/** The GGO treaties over all time, as they are counted. */
const treaties = { principals: 1_556_597, pairs: 87_816_721, groups: 2_447_518 };
/** Neo4j's own bound with a heap of 1 GB. */
const server = { memory: 716.8 * 1024 ** 2, seconds: 10 };
const pairs = { triads: false, named: false };
const triads = { triads: true, named: false };

test('what needs more memory than there is is refused, and what there is room for is not', () => {
  expect(tooLarge(treaties, pairs, server)?.code).toBe('result-too-large');
  expect(tooLarge(treaties, triads, server)?.code).toBe('result-too-large');
  expect(tooLarge(treaties, triads, { ...server, memory: 2 * server.memory })).toBe(null);
  // Of named states less is held: there the server has to try.
  expect(tooLarge(treaties, { triads: true, named: true }, server)).toBe(null);
});

test('pairs that take longer than there is time are refused, and what may be in time is not', () => {
  const large = { memory: Number.POSITIVE_INFINITY, seconds: 10 };
  expect(tooLarge(treaties, pairs, large)?.code).toBe('query-timeout');
  expect(tooLarge(treaties, pairs, { ...large, seconds: 100 })).toBe(null);
  expect(tooLarge({ ...treaties, pairs: 9_000_000 }, pairs, large)).toBe(null);
});

test('a refusal names what makes the answer smaller', () => {
  const said = tooLarge(treaties, pairs, server)?.message;
  expect(said).toContain('would need more memory');
  expect(said).toMatch(/Name a day, states, or both; fewer kinds, or one data set\.$/);
});
