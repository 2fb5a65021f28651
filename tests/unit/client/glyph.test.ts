// The glyph: each value changes the drawing in a way that can be seen without colour.
import { expect, test } from 'vitest';
import { glyph, type Shape } from '../../../client/canvas/glyph.ts';
import { tokens } from '../../../client/canvas/tokens.ts';
import type { State } from '../../../model/judge.ts';

const plain: Shape = {
  principals: 3,
  incomplete: false,
  sign: '+',
  state: 'asserted',
  stands: true,
  modality: 'done',
  context: 'diplomatic',
  confidence: 70,
  origins: 1,
};
const draw = (part: Partial<Shape> = {}) => glyph({ ...plain, ...part }, { theme: 'light' });
/** The drawing with all colours made one. */
const grey = (part: Partial<Shape> = {}) => draw(part).replace(/#[0-9A-F]{6}/gi, '#000000');

test('the same shape gives the same text, and another theme other colours', () => {
  expect(draw()).toBe(draw());
  expect(glyph(plain, { theme: 'dark' })).not.toBe(draw());
});

test('every state looks different without colour', () => {
  const states: State[] = ['asserted', 'contested', 'unverified', 'denied', 'unevidenced', 'open'];
  const drawings = states.map((state) => grey({ state, stands: state === 'asserted' }));
  expect(new Set(drawings).size).toBe(states.length);
});

test('what does not stand has no colour of its sign, whatever its state, and is not filled', () => {
  const states: State[] = ['asserted', 'contested', 'unverified'];
  for (const state of states)
    expect(draw({ state, stands: false, incomplete: true }), state).not.toContain(tokens.light.plus);
  expect(grey({ stands: false })).not.toBe(grey());
});

test('principals, contexts, modalities and origins look different', () => {
  expect(new Set([1, 2, 3, 4].map((principals) => grey({ principals }))).size).toBe(4);
  expect(grey({ principals: 9 })).toBe(grey({ principals: 4 }));
  const contexts = ['military', 'economic', 'diplomatic', 'other'] as const;
  expect(new Set(contexts.map((context) => grey({ context }))).size).toBe(4);
  const modalities = ['done', 'agreed', 'planned'] as const;
  expect(new Set(modalities.map((modality) => grey({ modality }))).size).toBe(3);
  expect(new Set([1, 2, 3].map((origins) => grey({ origins }))).size).toBe(3);
  expect(grey({ origins: 7 })).toBe(grey({ origins: 3 }));
  expect(grey({ incomplete: true })).not.toBe(grey());
});

test('unknown confidence is a dashed empty bar, zero an empty one, and neither is the other', () => {
  expect(draw({ confidence: null })).toContain('stroke-dasharray="2.4 2.4"');
  expect(draw({ confidence: 0 })).not.toContain('stroke-dasharray');
  expect(new Set([null, 0, 1, 100].map((confidence) => grey({ confidence }))).size).toBe(4);
});

test('a fold that stands shows its count', () => {
  expect(draw({ fold: 4 })).toContain('>4</text>');
  expect(draw({ fold: 4, state: 'unevidenced', stands: false })).not.toContain('<text');
});
