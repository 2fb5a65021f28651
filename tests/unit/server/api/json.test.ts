// JSON in pieces is the JSON that JSON.stringify writes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPieces } from '../../../../server/api/json.ts';

test('the pieces together are the whole', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value));
    }),
  );
});

test('what is undefined is left out of objects and null in lists', () => {
  const value = { a: undefined, b: [undefined, 1], c: {}, d: undefined };
  expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value));
});

test('a long list leaves in several pieces', () => {
  const pieces = [...jsonPieces({ list: Array.from({ length: 20_000 }, (_, i) => ({ i })) })];
  expect(pieces.length).toBeGreaterThan(2);
});
